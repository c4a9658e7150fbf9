"""What all values have in common: frozen, strict about their fields, compared by content."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Final, Literal

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


class Value(BaseModel):
    """A frozen value; unknown fields are an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Document(Value):
    """A value that leaves the house on its own and says which format it has."""

    format_version: Literal[1] = FORMAT_VERSION
