"""The public formats as JSON Schema 2020-12, derived from the models.

A schema describes what Claimdesk writes: every field is there, null where nothing is known. Each stands alone,
so that a reader needs one file. What the models say about a field beside its type travels along as its description.
"""

from __future__ import annotations

import ast
import inspect
import json
import sys
from functools import cache
from types import MappingProxyType
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from claims.errors import InputError
from claims.models import (
    FORMAT_VERSION,
    Article,
    Attribution,
    Claim,
    ClaimRecord,
    Comparison,
    Document,
    Event,
    Evidence,
    Export,
    Figure,
    Segmentation,
    Speaker,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"

FORMATS: MappingProxyType[str, type[Document]] = MappingProxyType(
    {
        "article": Article,
        "attribution": Attribution,
        "claim": Claim,
        "claim-record": ClaimRecord,
        "comparison": Comparison,
        "event": Event,
        "evidence": Evidence,
        "export": Export,
        "figure": Figure,
        "segmentation": Segmentation,
        "speaker": Speaker,
    }
)
"""The public formats by name."""


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of one public format; a new dictionary each time."""
    if name not in FORMATS:
        raise InputError(f"There is no format called {name!r}.", hint=f"The formats are: {', '.join(FORMATS)}.")
    model = FORMATS[name]
    body = model.model_json_schema(mode="serialization", schema_generator=_AsWritten)
    title = {"title": body.pop("title")}
    return {"$schema": DIALECT, "$id": f"urn:claimdesk:{name}:{FORMAT_VERSION}", **title, **body}


def schema_text(name: str) -> str:
    """The same as text, byte for byte what ``schemas/`` holds."""
    return json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n"


class _AsWritten(GenerateJsonSchema):
    """Describes values as they are written out: with all their fields, and without pydantic's invented titles."""

    def field_is_required(self, field: Any, total: bool) -> bool:
        return True

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def default_schema(self, schema: Any) -> JsonSchemaValue:
        # A field that is always there has no use for a default.
        return self.generate_inner(schema["schema"])

    def model_schema(self, schema: Any) -> JsonSchemaValue:
        described = super().model_schema(schema)
        remarks = _remarks(schema["cls"])
        for name, field in described.get("properties", {}).items():
            if name in remarks:
                field["description"] = remarks[name]
        return described


def _remarks(model: type) -> dict[str, str]:
    """What the docstrings below the fields of a model say, inherited fields included."""
    found: dict[str, str] = {}
    for ancestor in reversed(model.__mro__):
        if ancestor.__module__.startswith("claims.models"):
            found |= _remarks_in(ancestor.__module__).get(ancestor.__name__, {})
    return found


@cache
def _remarks_in(module: str) -> dict[str, dict[str, str]]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {
        node.name: {
            field.target.id: inspect.cleandoc(below.value.value)
            for field, below in zip(node.body, node.body[1:], strict=False)
            if isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(below, ast.Expr)
            and isinstance(below.value, ast.Constant)
            and isinstance(below.value.value, str)
        }
        for node in tree.body
        if isinstance(node, ast.ClassDef)
    }
