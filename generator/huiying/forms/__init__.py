"""The web form: the declarations of `records` as a configuration of Sveltia CMS, and its pages.

In: the site's record, the name of its content folder, the bundle that `make forms` made, and the
Git server of the team if it has one. Out: files by path, to lie in one folder (`admin/`). It reads
no record: the form itself does, in the editor's browser.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from huiying.forms.fields import ID_PATTERN, Json, fields, name_of, say, top_fields, written
from huiying.records import KINDS, REGISTERS, Kind, Register
from huiying.records.common import Common
from huiying.records.field import fields_of
from huiying.records.site import Site
from huiying.records.vocabulary import STATUS

FOLDER = "admin"
"""Where the form lies in a site. What is in it is no page of the site: nothing there is judged."""
CONFIG = "config.yml"
MARK = "# huiying forms"
"""How a configuration of ours begins; a file that begins otherwise is somebody's own."""
DATED_PATTERN = "^[0-9]{8}-[a-z0-9]+(-[a-z0-9]+)*$"
SERVERS = ("github", "gitlab", "gitea")
"""Git servers that the form can save to by itself."""
ICONS = {"topic": "topic", "clarification": "verified", "site": "settings"}


def files(
    site: Site, content: str, bundle: Path, backend: Mapping[str, Any] | None = None
) -> Iterator[tuple[str, bytes]]:
    """The files of the form by path. `bundle`: the folder that `make forms` has filled.

    The configuration comes first: it tells that a folder is ours, also where writing was cut off.
    """
    yield CONFIG, text(config(site, content, backend))
    for path in sorted(bundle.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            name = path.relative_to(bundle).as_posix()
            yield name, _page(data, backend or {}) if name == "index.html" else data


def text(values: Json) -> bytes:
    """A configuration as a file: JSON is YAML too, and needs no writer."""
    return f"{MARK}\n{json.dumps(values, ensure_ascii=False, indent=1)}\n".encode()


def _page(data: bytes, backend: Mapping[str, Any]) -> bytes:
    """The page of the form, whose policy lets it speak to the Git server of the team alone."""
    hosts = dict.fromkeys(
        "{0.scheme}://{0.netloc}".format(urlsplit(str(backend[key])))
        for key in ("api_root", "graphql_api_root", "base_url")
        if key in backend
    )
    sources = " ".join(["connect-src 'self'", *hosts])
    return data.replace(b"connect-src 'self'", sources.encode(), 1)


def config(site: Site, content: str, backend: Mapping[str, Any] | None = None) -> Json:
    """The whole configuration. `content`: the content folder, from the root of the repository."""
    language = site.key_language
    return {
        "backend": dict(backend) if backend else _folder_only(site),
        "app_title": say("title", name=site.name),
        "media_folder": f"{content}/media",
        "media_libraries": {"stock_assets": {"providers": []}},
        "slug": {"encoding": "ascii", "timezone": "local"},
        "editor": {"preview": False},
        "collections": [
            *(_kind(kind, content, language) for kind in KINDS),
            {"divider": True},
            _files("registers", [_register(it, content, language) for it in REGISTERS]),
            _files("site", [_site(content, language)]),
        ],
    }


def _folder_only(site: Site) -> Json:
    """Sveltia wants the name of a Git server even where only the folder of a computer is edited."""
    return {
        "name": "gitea",
        "repo": f"huiying-folder/{site.site_id_code}",
        "auth_methods": ["token"],
    }


def _kind(kind: Kind, content: str, language: str) -> Json:
    shown = top_fields(kind.model, language)
    name = _keys(kind.model, language)
    return {
        "name": kind.name,
        "label": kind.zh,
        "icon": ICONS.get(kind.name, "article"),
        "folder": f"{content}/{kind.folder}",
        "extension": "yml",
        "format": "yaml",
        **_place(kind.model),
        **_media(content),
        "create": True,
        "delete": False,  # what was public once is withdrawn, never deleted
        "identifier_field": name["title"],
        "summary": _summary(name),
        "sortable_fields": {
            "fields": [name["publish_at"], name["title"]],
            "default": {"field": name["publish_at"], "direction": "descending"},
        },
        "view_filters": _filters(name["status"], language),
        "preview_path": f"{kind.url_word}/{{{{slug}}}}/",
        "aliases_field": False,
        "thumbnail": False,
        "fields": shown,
    }


def _summary(name: dict[str, str]) -> str:
    """A line of the list: how far a record is, its day, its title."""
    status, title = f"{{{{fields.{name['status']}}}}}", f"{{{{fields.{name['title']}}}}}"
    return f"{status}　{{{{fields.{name['publish_at']} | date('YYYY-MM-DD')}}}}　{title}"


def _keys(model: type[Common], language: str) -> dict[str, str]:
    return {item.name: item.label(language) for item in fields_of(model)}


def _place(model: type[Common]) -> Json:
    """How a new record is called and in which folder it lies."""
    case = "-dated" if model.dated else ""
    slug: Json = {
        "editable": ["create"],
        "hint": say("id-dated" if model.dated else "id-hint"),
        "pattern": [DATED_PATTERN if model.dated else ID_PATTERN, say(f"id-wrong{case}")],
    }
    if not model.dated:
        return {"slug": slug}
    return {"path": "{{year}}/{{slug}}", "slug": slug}


def _media(content: str) -> Json:
    """Media are named by their paths below media/. At the top Sveltia takes "" for not given, and
    without it the media of a record would go into the folder of its year."""
    return {"media_folder": f"/{content}/media", "public_folder": ""}


def _filters(key: str, language: str) -> list[Json]:
    return [
        {
            "label": term.zh,
            "field": key,
            "pattern": f"^{term.zh if language == 'zh' else term.en}$",
        }
        for term in STATUS
    ]


def _files(name: str, members: list[Json]) -> Json:
    return {
        "name": name,
        "label": say(name),
        "icon": ICONS.get(name, "menu_book"),
        "files": members,
    }


def _register(register: Register, content: str, language: str) -> Json:
    """A register: in the file entries under their ids, in the form a list that begins with them."""
    id = {
        "name": written("id", language),
        "label": say("id"),
        "widget": "string",
        "hint": say("id-wrong"),
        "pattern": [ID_PATTERN, say("id-wrong")],
    }
    name = name_of(register.model, language)
    entries = {
        "name": written("entries", language),
        "label": register.zh,
        "label_singular": register.zh,
        "widget": "list",
        "collapsed": True,
        "required": False,
        "summary": f"{{{{fields.{name}}}}}（{{{{fields.{id['name']}}}}}）",
        "fields": [id, *fields(register.model, language)],
    }
    return {
        "name": register.name,
        "label": register.zh,
        "file": f"{content}/{register.file}",
        **_media(content),
        # Sveltia's own YAML would turn entries by id into a list: only our script reads this one.
        "format": "register",
        "fields": [entries],
    }


def _site(content: str, language: str) -> Json:
    return {
        "name": "site",
        "label": say("site"),
        "file": f"{content}/site.yml",
        "format": "yaml",
        "fields": top_fields(Site, language),
    }
