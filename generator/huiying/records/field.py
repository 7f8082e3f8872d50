"""The declaration of one field: its keys, its type and shape, what it may be filled with.

In: a `Model` class whose fields carry a `Key`. Out: its fields as all others see them. Reader, JSON
Schema, `new`, `fmt`, form, spreadsheet and guide are derived from these, and find out nothing about
a field by themselves. It reads no value: that is `reading.py`, and `values.py` through pydantic.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar, Literal, TypeAlias, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo

from huiying.records.values import FieldType, OneOf, Refers, Type
from huiying.records.vocabulary import Vocabulary

T = TypeVar("T")
_BY_ID = re.compile(r"，写[^，；。“]*编号(?:，如 (?:\[[^]]*\]|[a-z0-9-]+))?(?:，不写名称)?")
"""How a help says that an id is written: every reference to a register says it so."""
_LISTED = re.compile(r"\[([^]]+)\]")
"""Several values in one line of YAML."""
Need: TypeAlias = Literal["", "always", "approved"]


@dataclass(frozen=True, slots=True)
class Key:
    """What one field is called in Chinese, what it is for, and who may see it.

    The English key is the attribute's name unless `en` says otherwise. `need` says when the rule
    `required` asks for it: always, or once the record is approved; 历史资料 are only reminded.
    """

    zh: str
    help_zh: str = ""
    help_en: str = ""
    public: bool = True
    need: Need = ""
    en: str = ""


class Model(BaseModel):
    """A group of declared fields, frozen."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)
    hinge: ClassVar[str] = ""
    """The reference without which the group says nothing (or something else)."""
    own_after: ClassVar[str] = ""
    """After which inherited field editors see those that a subclass adds; at the end if empty."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What the YAML under a field must look like."""

    form: Literal["scalar", "list", "ids", "group", "tree"]
    inner: "Shape | None" = None
    model: type[Model] | None = None

    @property
    def innermost(self) -> "Shape":
        """That of the items of a list, of the entries under ids; else its own."""
        return self.inner.innermost if self.inner is not None else self


Group: TypeAlias = type[Model]


@dataclass(frozen=True, slots=True)
class Field:
    """One field as everybody sees it. `type`: that of its value, or of the items of its list."""

    name: str
    key: Key
    shape: Shape
    type: FieldType
    is_required: bool
    """Whether no record can be read without it."""
    vocabulary: Vocabulary | None = None
    """From which a term is chosen."""
    refers: str = ""
    """What a reference names: a kind, a register, "media", or "record" for any record."""

    def label(self, language: str) -> str:
        """The key as it is written in a file of that language."""
        return self.key.zh if language == "zh" else self.key.en or self.name

    def help(self, language: str) -> str:
        """What the field is for, in that language."""
        return self.key.help_zh if language == "zh" else self.key.help_en

    @property
    def help_to_pick(self) -> str:
        """What the field is for, in Chinese, for those who pick from lists and see no YAML."""
        return _LISTED.sub(
            lambda found: found[1].replace(", ", "、"), _BY_ID.sub("", self.key.help_zh)
        )

    @property
    def group(self) -> "Group | None":
        """The group that it holds, one or a list of them."""
        return self.shape.innermost.model

    @property
    def need(self) -> Need:
        """When it is needed: as declared, or always where no record can be read without it."""
        return "always" if self.is_required else self.key.need


TREE = Shape("tree")


def shape_of(annotation: Any) -> Shape:
    """The shape that a type annotation asks for."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *metadata = get_args(annotation)
        return TREE if Type("tree") in metadata else shape_of(inner)
    if origin is UnionType:
        (some,) = (arg for arg in get_args(annotation) if arg is not NoneType)
        return shape_of(some)
    if origin is tuple:
        return Shape("list", shape_of(get_args(annotation)[0]))
    if origin is dict:
        return Shape("ids", shape_of(get_args(annotation)[1]))
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return Shape("group", model=annotation)
    return Shape("scalar")


def _metadata_in(annotation: Any) -> Iterator[Any]:
    """Every annotation's metadata, also inside lists and optional values."""
    for argument in get_args(annotation):
        if get_origin(annotation) is Annotated and argument is not get_args(annotation)[0]:
            yield argument
        else:
            yield from _metadata_in(argument)


def _order(model: type[Model]) -> list[str]:
    """Names of fields in the order in which editors see them."""
    names = list(model.model_fields)
    inherited = {name for base in model.__mro__[1:] for name in getattr(base, "model_fields", ())}
    if model.own_after not in inherited:
        return names
    own = [name for name in names if name not in inherited]
    rest = [name for name in names if name in inherited]
    cut = rest.index(model.own_after) + 1
    return [*rest[:cut], *own, *rest[cut:]]


@cache
def fields_of(model: type[Model]) -> tuple[Field, ...]:
    """The declared fields of a model, in the order in which editors see them."""
    return tuple(_declared(name, model.model_fields[name]) for name in _order(model))


def _declared(name: str, info: FieldInfo) -> Field:
    """One field from its annotation, which says what it is once for all who ask."""
    metadata = (*info.metadata, *_metadata_in(info.annotation))
    key, type = _first(Key, metadata), _first(Type, metadata)
    choice, refers = _first(OneOf, metadata), _first(Refers, metadata)
    assert key is not None
    is_tree = type is not None and type.name == "tree"
    return Field(
        name,
        key,
        TREE if is_tree else shape_of(info.annotation),
        "term" if choice else "reference" if refers else type.name if type else "group",
        info.is_required(),
        choice.vocabulary if choice else None,
        refers.kind if refers else "",
    )


def _first(kind: type[T], metadata: tuple[Any, ...]) -> T | None:
    return next((item for item in metadata if isinstance(item, kind)), None)


@cache
def keys_of(model: type[Model], language: str) -> Mapping[str, Field]:
    """Fields by their key in one language."""
    return {item.label(language): item for item in fields_of(model)}
