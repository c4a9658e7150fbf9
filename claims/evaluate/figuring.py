"""Figures against gold ones: the place, then the value, then the unit, then every field."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from claims.evaluate.gold import GoldArticle, GoldFigure
from claims.evaluate.scores import Miss, Score, Tally, closest
from claims.models import Figure, Span
from claims.vocabulary import FigureKind

GROUP = "Figures"
_NEARLY_ONE = Decimal("1e-6")
_OF_A_RATIO = Decimal("1e-3")
"""Ratios are decimals with four places."""
SPAN, VALUE, UNIT, EVERY = "span", "value", "value and unit", "every field"


class FigureTally:
    """Counts over many articles."""

    def __init__(self) -> None:
        self._rows = {name: Tally() for name in (SPAN, VALUE, UNIT, EVERY)}
        self.misses: list[Miss] = []

    def add(self, gold: GoldArticle, found: Sequence[Figure]) -> None:
        """Count one article. What stands in boilerplate or in a dateline is neither wanted nor wrong."""
        if not gold.figures_marked:
            return
        outside = [*gold.boilerplate, *gold.datelines]
        found = [one for one in found if not any(_touch(span, one) for span in outside)]
        near = [
            (4.0 * value_right(w, f) + 2.0 * unit_right(w, f) + _shared(w, f), i, j)
            for i, w in enumerate(gold.figures)
            for j, f in enumerate(found)
            if _touch(w.span, f)
        ]
        pairs = closest(near)
        right = dict.fromkeys(self._rows, 0)
        for w, f in pairs:
            wanted, guess = gold.figures[w], found[f]
            value = value_right(wanted, guess)
            unit = value and unit_right(wanted, guess)
            every = unit and _rest_right(wanted, guess)
            for name, holds in ((SPAN, True), (VALUE, value), (UNIT, unit), (EVERY, every)):
                right[name] += holds
            if not every:
                row = VALUE if not value else UNIT if not unit else EVERY
                self.misses.append(_miss(gold, row, wanted, guess))
        for name, tally in self._rows.items():
            tally.both(len(gold.figures), len(found), right[name])
        missed = set(range(len(gold.figures))) - {w for w, _ in pairs}
        alarms = set(range(len(found))) - {f for _, f in pairs}
        self.misses += [_miss(gold, SPAN, gold.figures[w], None) for w in sorted(missed)]
        self.misses += [_miss(gold, SPAN, None, found[f]) for f in sorted(alarms)]

    def scores(self) -> list[Score]:
        """All rows."""
        return [tally.score(GROUP, name) for name, tally in self._rows.items()]


def value_right(wanted: GoldFigure, found: Figure) -> bool:
    """Whether both bounds are."""
    ratio = FigureKind.RATIO in (wanted.kind, found.kind)
    return _same(wanted.low, found.low, ratio=ratio) and _same(wanted.high, found.high, ratio=ratio)


def unit_right(wanted: GoldFigure, found: Figure) -> bool:
    """Whether the units are the same; two figures without one agree."""
    return wanted.unit == found.unit


def _rest_right(wanted: GoldFigure, found: Figure) -> bool:
    counted = wanted.counted is None or _last(wanted.counted) == _last(found.counted)
    fields = (wanted.kind, wanted.modifier, wanted.change) == (found.kind, found.modifier, found.change)
    return fields and counted


def _last(words: str | None) -> str:
    return words.split()[-1].lower() if words else ""


def _same(one: str | None, other: str | None, *, ratio: bool) -> bool:
    if one is None or other is None:
        return one is other
    try:
        a, b = Decimal(one), Decimal(other)
    except InvalidOperation:
        return one == other
    return abs(a - b) <= max(abs(a) * _NEARLY_ONE, _OF_A_RATIO if ratio else Decimal(0))


def _touch(span: Span, figure: Figure) -> bool:
    return span.part == figure.part and span.start < figure.end and figure.start < span.end


def _shared(wanted: GoldFigure, found: Figure) -> float:
    inside = min(wanted.span.end, found.end) - max(wanted.span.start, found.start)
    return inside / (max(wanted.span.end, found.end) - min(wanted.span.start, found.start))


def _miss(gold: GoldArticle, row: str, wanted: GoldFigure | None, found: Figure | None) -> Miss:
    spans = [wanted.span] if wanted else []
    if found and not wanted:
        spans = [Span(start=found.start, end=found.end, text=found.text, part=found.part)]
    return Miss(
        article=gold.name,
        line=wanted.line if wanted else None,
        row=f"{GROUP}: {row}",
        spans=tuple(spans),
        wanted=_worded(wanted, wanted.span.text) if wanted else "no figure",
        got=_worded(found, found.text) if found else "nothing",
    )


def _worded(figure: GoldFigure | Figure, words: str) -> str:
    """As annotators write it."""
    low, high = figure.low or "", figure.high or ""
    value = low if low == high else f"{low}-{high}" if figure.kind == FigureKind.SCORE else f"{low}..{high}"
    fields = (figure.kind, value or "?", figure.unit, figure.modifier, figure.change)
    counted = f" ({figure.counted})" if figure.counted else ""
    return f"{words} = {' '.join(field for field in fields if field)}{counted}"
