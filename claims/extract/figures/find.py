"""Figures of a text: read the cores, then give each its modifier, what is counted, and its direction."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from claims import ids
from claims.extract.figures import modifiers
from claims.extract.figures.amounts import per
from claims.extract.figures.currencies import dollar_of
from claims.extract.figures.direction import direction
from claims.extract.figures.nouns import counted
from claims.extract.figures.reading import Reading, Setting, plain
from claims.extract.figures.scan import readings
from claims.extract.numerals import Form, Tokens
from claims.models import Figure
from claims.vocabulary import Change, FigureKind, Modifier, Part

_ADDRESS = re.compile(r"(?:https?://|(?<![\w.])www\.)\S++|(?<!\S)[^\s@]{1,80}+@\S++|(?<![\w#])#\w++")
"""Web and mail addresses and hashtags hold no figures."""

_COUNTING = frozenset({FigureKind.COUNT, FigureKind.RATIO, FigureKind.ORDINAL, FigureKind.MULTIPLE})
_OF_WHAT = frozenset({FigureKind.QUANTITY, FigureKind.PERCENT, FigureKind.RATE})
_MOVABLE = frozenset(
    {FigureKind.PERCENT, FigureKind.PERCENTAGE_POINTS, FigureKind.MONEY, FigureKind.COUNT, FigureKind.QUANTITY, FigureKind.RATE}
)
_UNBOUNDED = frozenset({FigureKind.DATE, FigureKind.TIME, FigureKind.ORDINAL, FigureKind.SCORE})
_FOR = frozenset("for after lasted lasting lasts last took takes take spent served waited with than of in".split())
"""Before "over three years" these make "over" a bound; elsewhere it only says when."""


def find_figures(
    text: str, *, published: str | None = None, locale: str = "en-US", part: Part = Part.TEXT
) -> list[Figure]:
    """Find every figure in a text, in reading order, none overlapping another.

    Offsets count code points of the text as it is passed; nothing is normalised. ``published``, an ISO day
    or moment, resolves relative dates; without it they come back ``unresolved``. ``locale`` says what a bare
    dollar sign and "3/4/2025" mean.
    """
    day = datetime.fromisoformat(published).date() if published else None
    setting = Setting(dollar_of(locale), _day_first(locale), day)
    tokens = Tokens(text)
    if not tokens.size:
        return []
    found = list(readings(tokens, setting, _addresses(tokens)))
    return _Builder(tokens, found, part).figures()


def _day_first(locale: str) -> bool:
    return locale.replace("_", "-").split("-")[-1].upper() not in ("US", "EN")


def _addresses(t: Tokens) -> set[int]:
    """The tokens that lie in web addresses."""
    dead: set[int] = set()
    i = 0
    for match in _ADDRESS.finditer(t.text):
        while t.starts[i] < match.start():
            i += 1
        while i < t.size and t.starts[i] < match.end():
            dead.add(i)
            i += 1
    return dead


@dataclass(slots=True)
class _Extent:
    """The widest reading of one figure, in tokens."""

    start: int
    end: int
    modifier: Modifier | None
    low: Decimal | str | None
    high: Decimal | str | None
    noun: tuple[int, int] | None = None
    change: Change | None = None


class _Builder:
    """Widens each reading within the room that its neighbours leave."""

    def __init__(self, t: Tokens, found: list[Reading], part: Part) -> None:
        self.t = t
        self.found = found
        self.part = part
        self.scope = ids.text_sha256(t.text) if found else ""

    def figures(self) -> list[Figure]:
        figures = []
        floor = 0
        for index, reading in enumerate(self.found):
            limit = self.found[index + 1].start if index + 1 < len(self.found) else self.t.size
            reading, extent = self._extent(reading, floor, limit)
            floor = extent.end
            figures.append(self._figure(reading, extent))
        return figures

    def _extent(self, reading: Reading, floor: int, limit: int) -> tuple[Reading, _Extent]:
        extent = _Extent(reading.start, reading.end, reading.modifier, reading.low, reading.high)
        if reading.widened is not None and reading.widened >= floor:
            extent.start = reading.widened
        if reading.kind not in _UNBOUNDED:
            self._bound(reading, extent, floor)
        reading = self._count(reading, extent, limit)
        if reading.kind not in _UNBOUNDED and extent.modifier is None:
            self._bound_after(reading, extent, limit)
        if reading.kind in _MOVABLE and extent.modifier is not Modifier.FROM_TO:
            extent.change = direction(self.t, extent.start, extent.end, floor)
        return reading, extent

    def _bound(self, reading: Reading, extent: _Extent, floor: int) -> None:
        form = reading.numeral.form if reading.numeral else None
        if form is Form.MAGNITUDE:
            extent.modifier, extent.high = Modifier.MAGNITUDE, None
        found = modifiers.before(self.t, extent.start, floor)
        if found is None:
            return
        start, modifier = found
        if self._only_a_preposition(reading, start, modifier):
            return
        extent.start = start
        if extent.modifier is None:
            extent.modifier = modifier
            if modifier in modifiers.OPEN_ABOVE:
                extent.high = None
            elif modifier in modifiers.OPEN_BELOW:
                extent.low = None

    def _only_a_preposition(self, reading: Reading, start: int, modifier: Modifier) -> bool:
        """"over three years" tells when, "for over three years" how long."""
        w = self.t.words
        if reading.kind is FigureKind.DURATION and w[start] in ("over", "under", "within", "about", "around"):
            return w[start] == "over" and w[start - 1] not in _FOR and start + 1 == reading.start
        if w[start] == "within" and reading.kind not in (FigureKind.QUANTITY, FigureKind.DURATION):
            return True
        return w[start] in ("some", "minimum", "maximum") and start > 0 and w[start - 1] in ("in", "the")

    def _count(self, reading: Reading, extent: _Extent, limit: int) -> Reading:
        """Find the noun phrase that is counted, and a rate behind it ("600,000 tonnes of grain a month")."""
        t, w = self.t, self.t.words
        end = reading.end
        form = reading.numeral.form if reading.numeral else Form.CARDINAL
        of = reading.kind in _OF_WHAT or form in (Form.MAGNITUDE, Form.FRACTION) or reading.kind is FigureKind.RATIO
        bare = reading.kind in _COUNTING or (reading.kind is FigureKind.RATE and (reading.unit or "").startswith("1/"))
        if reading.hyphened or not (w[end] == "of" and of or bare):
            return reading
        one = reading.low == 1 or reading.kind is FigureKind.ORDINAL
        noun = counted(t, end, limit, form=form, one=one, of=of or reading.kind is FigureKind.RATIO)
        if noun is None:
            return reading
        extent.noun, extent.end = noun, max(end, noun[1])
        if reading.kind in (FigureKind.COUNT, FigureKind.QUANTITY):
            rate = per(t, noun[1])
            if rate is not None and rate[0] <= limit:
                extent.end = rate[0]
                return replace(reading, kind=FigureKind.RATE, unit=f"{reading.unit or 1}/{rate[1]}")
        return reading

    def _bound_after(self, reading: Reading, extent: _Extent, limit: int) -> None:
        for place in (reading.end, extent.end):
            found = modifiers.after(self.t, place)
            if found is not None and found[0] <= limit and self._bounds(found, place):
                end, modifier, _ = found
                extent.end = max(extent.end, end)
                extent.modifier = modifier
                if modifier in modifiers.OPEN_ABOVE:
                    extent.high = None
                elif modifier in modifiers.OPEN_BELOW:
                    extent.low = None
                return

    def _bounds(self, found: tuple[int, Modifier, bool], place: int) -> bool:
        w = self.t.words
        if w[place] == "+":
            return self.t.glued(place)
        return not (w[place] == "plus" and w[found[0]][:1].isdecimal())

    def _figure(self, reading: Reading, extent: _Extent) -> Figure:
        t = self.t
        start, end = t.starts[extent.start], t.ends[extent.end - 1]
        core_start, core_end = t.starts[reading.start], t.ends[reading.end - 1]
        noun = extent.noun
        return Figure(
            id=ids.figure_id(self.scope, self.part, core_start, core_end),
            part=self.part,
            text=t.text[start:end],
            start=start,
            end=end,
            core_start=core_start,
            core_end=core_end,
            kind=reading.kind,
            low=plain(extent.low),
            high=plain(extent.high),
            unit=reading.unit,
            modifier=extent.modifier,
            counted=t.text[t.starts[noun[0]] : t.ends[noun[1] - 1]] if noun else None,
            change=extent.change,
            unresolved=reading.unresolved,
        )


Finder = Callable[..., list[Figure]]
