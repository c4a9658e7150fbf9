"""The JSON document: validated against its schema before anybody sees it, and the same bytes every time."""

from __future__ import annotations

from typing import Any

from claims.errors import InputError
from claims.models import Export
from claims.schemas import schema


def to_json(export: Export) -> bytes:
    """Write an export as indented UTF-8 JSON. Raises InputError, naming the place, where it does not validate."""
    import orjson

    document = export.model_dump(mode="json")
    _validate(document)
    return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _validate(document: dict[str, Any]) -> None:
    import jsonschema_rs

    validator = jsonschema_rs.validator_for(schema("export"))
    for error in validator.iter_errors(document):
        path = list(error.instance_path)
        raise InputError(f"The export does not fit its schema: {_place(document, path)}: {error.message}.")


def _place(document: dict[str, Any], path: list[str | int]) -> str:
    """The place of an error as a person finds it: the claim's id and the field."""
    if path[:1] == ["claims"] and len(path) > 1:
        claim = document["claims"][path[1]]
        return f"claim {claim.get('id')}, {'.'.join(map(str, path[2:])) or 'as a whole'}"
    return ".".join(map(str, path)) or "document"
