"""Figures of a text: tokens, then cores, then what the words around them say."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache

from claims import ids
from claims.extract.figures import kinds
from claims.extract.figures.currencies import dollar_of
from claims.extract.figures.reading import Reading, Setting, plain
from claims.extract.figures.scan import readings
from claims.extract.figures.widen import Extent, widen
from claims.extract.numerals import Tokens
from claims.models import Figure
from claims.vocabulary import FigureKind, Part

_ADDRESS = re.compile(r"(?:https?://|(?<![\w.])www\.)\S++|(?<!\S)[^\s@]{1,80}+@\S++|(?<![\w#])#\w++")
"""Web and mail addresses and hashtags hold no figures."""


def find_figures(
    text: str, *, published: str | None = None, locale: str = "en-US", part: Part = Part.TEXT
) -> list[Figure]:
    """Find every figure in a text, in reading order, none overlapping another.

    Offsets count code points of the text as it is passed; nothing is normalised. ``published``, an ISO day
    or moment, resolves relative dates; without it they come back ``unresolved``. ``locale`` says what a bare
    dollar sign and "3/4/2025" mean.
    """
    t = Tokens(text)
    found = list(readings(t, _setting(published, locale), _addresses(t)))
    if not found:
        return []
    scope = ids.text_sha256(text)
    return [_figure(t, reading, extent, scope, part) for reading, extent in widen(t, found)]


@lru_cache(maxsize=64)
def _setting(published: str | None, locale: str) -> Setting:
    day = datetime.fromisoformat(published).date() if published else None
    return Setting(dollar_of(locale), _day_first(locale), day)


def _day_first(locale: str) -> bool:
    return locale.replace("_", "-").split("-")[-1].upper() not in ("US", "EN")


def _addresses(t: Tokens) -> set[int]:
    """The tokens that lie in addresses."""
    dead: set[int] = set()
    text = t.text
    if "@" not in text and "#" not in text and "://" not in text and "www." not in text:
        return dead  # most texts
    i = 0
    for match in _ADDRESS.finditer(text):
        while i < t.size and t.starts[i] < match.start():
            i += 1
        while i < t.size and t.starts[i] < match.end():
            dead.add(i)
            i += 1
    return dead


def _end(t: Tokens, end: int, kind: FigureKind) -> int:
    """Where the last token ends; "Monday's vote" is of Monday."""
    if kind is kinds.DATE and t.words[end - 1].endswith("'s"):
        return t.ends[end - 1] - 2
    return t.ends[end - 1]


def _figure(t: Tokens, reading: Reading, extent: Extent, scope: str, part: Part) -> Figure:
    start, end = t.starts[extent.start], _end(t, extent.end, extent.kind)
    core_start = t.starts[reading.start]
    # Where two bounds are one figure, both belong to its core.
    core_end = end if extent.joined else _end(t, reading.end, reading.kind)
    noun, low = extent.noun, plain(extent.low)
    return Figure.vouched(
        {
            "id": ids.figure_id(scope, part, core_start, core_end),
            "part": part,
            "text": t.text[start:end],
            "start": start,
            "end": end,
            "core_start": core_start,
            "core_end": core_end,
            "kind": extent.kind,
            "low": low,
            "high": low if extent.high is extent.low else plain(extent.high),
            "unit": extent.unit,
            "modifier": extent.modifier,
            "counted": t.text[t.starts[noun[0]] : t.ends[noun[1] - 1]] if noun else None,
            "change": extent.change,
            "unresolved": reading.unresolved,
        }
    )
