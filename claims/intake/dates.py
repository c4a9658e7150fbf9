"""Publication dates: an ISO day or moment, and a helpful word about everything else."""

from __future__ import annotations

import re
from datetime import date, datetime

from claims.errors import InputError

EXAMPLES = "2025-04-10, or with the time as 2025-04-10T08:30:00+02:00"

DAY_FORMATS = ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%Y/%m/%d", "%d.%m.%Y", "%Y%m%d")
"""What people write instead; read only to propose the ISO day. "03/04/2025" is two days and proposes none."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9:.,]+(?:Z|[+-][0-9:]+)?)", re.IGNORECASE)


def iso_time(text: str, where: str = "") -> str:
    """Check an ISO day or moment; a blank between day and time becomes ``T``."""
    text = text.strip()
    iso = as_iso_time(text)
    if iso is None:
        raise InputError(f'The publication date "{text}"{where} is no ISO date.', hint=f"Write {_proposal(text)}.")
    return iso


def as_iso_time(text: str) -> str | None:
    """The ISO day or moment that the text is, or null."""
    moment = _MOMENT.fullmatch(text.strip())
    iso = f"{moment[1]}T{moment[2].upper()}" if moment else text.strip()
    try:
        if moment:
            datetime.fromisoformat(iso)
            return iso
        return date.fromisoformat(iso).isoformat() if _DAY.fullmatch(iso) else None
    except ValueError:
        return None


def _proposal(text: str) -> str:
    words = re.sub(r"(?<=\d)(st|nd|rd|th)\b|,", "", text)
    for form in DAY_FORMATS:
        try:
            return datetime.strptime(" ".join(words.split()), form).date().isoformat()
        except ValueError:
            continue
    return f"it as {EXAMPLES}"
