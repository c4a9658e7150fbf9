"""What all values have in common: frozen, strict about their fields, compared by content."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

FORMAT_VERSION: Final = 1

MACHINE = "machine"
"""Stands where a person's name would, for whatever no person has decided."""


def _iso_date_or_time(value: str) -> str:
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        date.fromisoformat(value)
    elif re.match(r"\d{4}-\d{2}-\d{2}T", value):
        datetime.fromisoformat(value)
    else:
        raise ValueError(f"{value!r} is no ISO date or time, such as 2025-04-10 or 2025-04-10T08:30:00+02:00")
    return value


IsoTime = Annotated[
    str,
    AfterValidator(_iso_date_or_time),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T.+)?$"}),
]
"""An ISO 8601 day or moment, kept as it was written."""

Share = Annotated[float, Field(ge=0, le=1)]


# A frozen value refuses its own setter.
_set = object.__setattr__


class Value(BaseModel):
    """A frozen value; unknown fields are an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def vouched(cls, fields: Mapping[str, object]) -> Self:
        """The value with these fields, unchecked: for what makes very many and is tested to make them right.

        Checking a figure takes as long as finding it. Every field without a default must be there.
        """
        value = object.__new__(cls)
        _set(value, "__dict__", {**_defaults(cls), **fields})
        _set(value, "__pydantic_fields_set__", set(fields))
        _set(value, "__pydantic_extra__", None)
        _set(value, "__pydantic_private__", None)
        return value


@cache
def _defaults(kind: type[Value]) -> dict[str, object]:
    """The fields of a value in their order, with their defaults."""
    return {name: field.default for name, field in kind.model_fields.items()}


class Document(Value):
    """A value that leaves the house on its own and says which format it has."""

    format_version: Literal[1] = FORMAT_VERSION
