"""The OpenAPI 3.1 document: every path of the data interface, what it takes and what it answers.

In: settings. Out: plain values. `ENDPOINTS` is the one table of what there is; the tests ask of
every file of a built site that it belongs to exactly one of them and is what it promises.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from huiying.records import KINDS
from huiying.records.vocabulary import VERDICT
from huiying.render.api.schema import DIALECT, PUBLIC_REGISTERS, REF, definitions
from huiying.settings import Settings

Json = dict[str, Any]
JSON, CSV, JSONL = "application/json", "text/csv", "application/jsonl"
VERSION = "1.0.0"
"""Of the interface: the middle number rises with each addition; a removal would be v2."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One sort of file. `path`: with its parameters; `schema`: the definition of what it holds."""

    id: str
    path: str
    zh: str
    schema: str = ""
    form: str = JSON


ENDPOINTS = (
    Endpoint("getIndex", "/index.json", "目录：有哪些数据，各在哪里，各有多少条", "index"),
    Endpoint("getRecord", "/records/{word}/{id}.json", "一条记录的全部公开内容", "record"),
    Endpoint(
        "getMonth", "/months/{year}/{month}.json", "一个月发布的全部，含后来撤回、失效的", "month"
    ),
    Endpoint("listByKind", "/lists/kinds/{word}.json", "按类别：有效的，最新五十条", "list"),
    Endpoint("listByVerdict", "/lists/verdicts/{verdict}.json", "按结论", "list"),
    Endpoint("listByTopic", "/lists/topics/{id}.json", "按专题", "list"),
    Endpoint("listByOrganisation", "/lists/organisations/{id}.json", "按责任单位", "list"),
    Endpoint("getChanges", "/changes.json", "变动：最新五十次", "changes"),
    Endpoint("getChangesOfMonth", "/changes/{year}/{month}.json", "一个月的变动", "changes-month"),
    Endpoint("getCorrections", "/corrections.json", "更正、撤回、恢复：最新五十次", "corrections"),
    Endpoint(
        "getCorrectionsOfMonth",
        "/corrections/{year}/{month}.json",
        "一个月的更正、撤回、恢复",
        "corrections-month",
    ),
    *(
        Endpoint(
            f"get{each.url_word.capitalize()}", f"/{each.url_word}.json", each.zh, each.url_word
        )
        for each in PUBLIC_REGISTERS
    ),
    Endpoint("getVocabulary", "/vocabulary.json", "用词表：每个英文代码的中文和意思", "vocabulary"),
    Endpoint("getYearCsv", "/years/{year}.csv", "一年的全部，表格", form=CSV),
    Endpoint("getYearJsonl", "/years/{year}.jsonl", "一年的全部，每行一条记录", form=JSONL),
    Endpoint("getDataset", "/dataset.json", "数据集说明（schema.org Dataset）"),
    Endpoint("getOpenapi", "/openapi.json", "本说明"),
    Endpoint("getSchema", "/schemas/{name}.json", "一种文件的 JSON Schema"),
)
DOCUMENTS = tuple(dict.fromkeys(each.schema for each in ENDPOINTS if each.schema))
"""The definitions that have a schema file of their own."""
_ID = "^[a-z0-9]+(-[a-z0-9]+)*$"
PARAMETERS: Mapping[str, tuple[str, Json]] = {
    "word": ("类别在网址中的词", {"type": "string", "enum": [kind.url_word for kind in KINDS]}),
    "id": ("编号", {"type": "string", "pattern": _ID}),
    "year": ("年", {"type": "string", "pattern": "^[0-9]{4}$"}),
    "month": ("月", {"type": "string", "pattern": "^(0[1-9]|1[0-2])$"}),
    "verdict": ("结论", {"type": "string", "enum": [term.en for term in VERDICT]}),
    "name": ("文件种类", {"type": "string", "enum": list(DOCUMENTS)}),
}


def openapi(settings: Settings, base: str) -> Json:
    """The description of the whole interface. `base`: its address, with `/` at its end."""
    schemas = json.loads(json.dumps(definitions()).replace(REF, "#/components/schemas/"))
    terms: Json = {"title": f"{settings.site.name} 数据接口", "version": VERSION}
    terms["description"] = (
        "全部是静态文件，只读，不用申请密钥，允许别的网站的脚本读取。"
        "第一版只增不减：以后会有新的字段和用词，请忽略不认识的。"
    )
    if settings.site.data_licence_url:
        terms["license"] = {"name": "数据许可", "url": settings.site.data_licence_url}
    return {
        "openapi": "3.1.0",
        "jsonSchemaDialect": DIALECT,
        "info": terms,
        "servers": [{"url": base.removesuffix("/")}],
        "paths": {each.path: {"get": _operation(each)} for each in ENDPOINTS},
        "components": {"schemas": schemas},
    }


def _operation(endpoint: Endpoint) -> Json:
    found: Json = {"operationId": endpoint.id, "summary": endpoint.zh}
    names = re.findall(r"{([a-z]+)}", endpoint.path)
    if names:
        found["parameters"] = [_parameter(name) for name in names]
    schema: Json = {"$ref": f"#/components/schemas/{endpoint.schema}"}
    if not endpoint.schema:
        schema = {"type": "object"} if endpoint.form == JSON else {"type": "string"}
    answer = {"description": endpoint.zh, "content": {endpoint.form: {"schema": schema}}}
    found["responses"] = {"200": answer}
    if names:
        found["responses"]["404"] = {"description": "没有这一份"}
    return found


def _parameter(name: str) -> Json:
    zh, schema = PARAMETERS[name]
    return {"name": name, "in": "path", "required": True, "description": zh, "schema": schema}
