"""The archive's JSON Schema, told by the records themselves, so that it cannot say something else."""

from __future__ import annotations

from typing import Any

from coach.core.kinds import class_of, kinds
from coach.core.record import CHOICES, EACH
from coach.exchange.archive import FORMAT, VERSION

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXTS = {"type": "array", "items": {"type": "string"}}
_OF_TEXT = {"type": "object", "additionalProperties": {"type": "string"}}
_MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d"}
_TYPES: dict[str, dict[str, Any]] = {
    "str": {"type": "string"},
    "Source": {"type": "string"},
    "bool": {"type": "boolean"},
    "float": {"type": "number"},
    "Share": {"type": "number", "minimum": 0, "maximum": 100},
    "Rated": {"type": "number", "minimum": 1, "maximum": 5},
    "Energy": {"type": "integer", "minimum": 1, "maximum": 5},
    "date": {"type": "string", "format": "date"},
    "datetime": _MOMENT,
    "tuple[str, ...]": _TEXTS,
    "dict[str, str]": _OF_TEXT,
    "dict[str, tuple[str, ...]]": {"type": "object", "additionalProperties": _TEXTS},
    "dict[str, float]": {"type": "object", "additionalProperties": {"type": "number"}},
    "dict[str, dict[str, str]]": {"type": "object", "additionalProperties": _OF_TEXT},
    "dict[str, Given]": {"type": "object", "additionalProperties": {"enum": list(CHOICES["Given"])}},
    "Often": {"type": "object", "additionalProperties": {"type": "number", "minimum": 0, "maximum": 4}},
    "Skills": {"type": "object", "additionalProperties": {"type": "number", "minimum": 1, "maximum": 5}},
    "Felt": {"type": "object", "additionalProperties": {"type": "number", "minimum": 1, "maximum": 5}},
    "Scores": {"type": "object", "additionalProperties": {"type": "number", "minimum": 0, "maximum": 5}},
}


def schema() -> dict[str, Any]:
    """All of it."""
    return {
        "$schema": _DRAFT,
        "title": "coach archive",
        "type": "object",
        "required": ["format", "version", "records"],
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "records": {
                "type": "object",
                "additionalProperties": {"type": "array", "items": {"type": "object", "required": ["id"]}},
                "properties": {
                    kind: {"type": "array", "items": {"$ref": f"#/$defs/{kind}"}} for kind in sorted(kinds())
                },
            },
            "marks": {"type": "object", "additionalProperties": {"type": "object"}},
            "settings": {"type": "object"},
        },
        "$defs": {kind: _record(kind) for kind in sorted(kinds())},
    }


def _record(kind: str) -> dict[str, Any]:
    """One kind. What a newer version added is carried along, so other properties are allowed."""
    cls = class_of(kind)
    said = (cls.__doc__ or "").split("\n\n")[0]
    types = {name: each for name, each in cls.types.items() if name not in {"id", "unknown"}}
    return {
        "description": " ".join(said.split()),
        "type": "object",
        "required": ["id", *(name for name in types if name in cls.needed)],
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            **{name: _type(each) for name, each in types.items()},
        },
    }


def _type(annotation: str) -> dict[str, Any]:
    bare = annotation.removesuffix(" | None")
    if bare in EACH:
        found: dict[str, Any] = {"type": "object", "additionalProperties": {"enum": list(EACH[bare])}}
    else:
        found = _TYPES.get(bare) or {"enum": list(CHOICES[bare])}
    return found if bare == annotation else {"anyOf": [found, {"type": "null"}]}
