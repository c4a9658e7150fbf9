"""Figures of several claims on one line: where each begins and ends, as shares of the line's length.

Only places are told here; the template draws them. A row of the table that holds the line says the same in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_FLOOR, Decimal, localcontext

from claims.compare import units
from claims.models import Figure, Value
from claims.vocabulary import FigureKind, Modifier
from claims.wording.amounts import amount
from claims.wording.words import day

LENGTH = 1000
"""The line's length; every place is a whole number from 0 to it."""

MARGIN = Decimal("0.12")
"""Share of the line that is left free at either end, where what is open runs on."""

MOST_TICKS = 4
"""About so many values are written below the line; more would run into each other on a phone."""

_NO_LINE = frozenset({FigureKind.TIME, FigureKind.SCORE})
"""Kinds whose values are no points of one line."""

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


class Stretch(Value):
    """Where one figure lies."""

    start: int
    end: int
    open_start: bool = False
    """Whether nothing bounds it below; it then begins where the line does."""
    open_end: bool = False
    change: bool = False
    """Whether it is a way from one value to another rather than a range."""


class Tick(Value):
    """A value that is written below the line."""

    at: int
    label: str


class NumberLine(Value):
    """The figures in the order in which they were given, and the scale that they share."""

    stretches: tuple[Stretch | None, ...]
    """None for a figure that has no place on this line."""
    ticks: tuple[Tick, ...]


def number_line(figures: Sequence[Figure | None]) -> NumberLine | None:
    """Place figures on one line; those that are not of the first one's measure have no place.

    None where fewer than two have one. Units of one kind are converted (miles beside kilometres).
    """
    first = next((figure for figure in figures if figure is not None and _bounds(figure, figure)), None)
    if first is None:
        return None
    placed = [None if figure is None else _bounds(figure, first) for figure in figures]
    known = [end for ends in placed if ends for end in ends if end is not None]
    if sum(ends is not None for ends in placed) < 2 or not known:
        return None
    low, high = min(known), max(known)
    room = (high - low) or abs(high) or Decimal(1)
    scale = _Scale(low - room * MARGIN, high + room * MARGIN)
    stretches = [
        None if ends is None or figure is None else _stretch(ends, scale, figure)
        for ends, figure in zip(placed, figures, strict=True)
    ]
    return NumberLine(stretches=tuple(stretches), ticks=_ticks(low, high, scale, first))


class _Scale:
    """From values to places."""

    def __init__(self, low: Decimal, high: Decimal) -> None:
        self._low, self._size = low, high - low

    def at(self, value: Decimal) -> int:
        return min(LENGTH, max(0, round((value - self._low) / self._size * LENGTH)))


Ends = tuple[Decimal | None, Decimal | None]


def _bounds(figure: Figure, like: Figure) -> Ends | None:
    """Both ends in the unit of another figure; None where there is no way to it, or nothing is known."""
    if figure.unresolved or figure.kind in _NO_LINE or (figure.low is None and figure.high is None):
        return None
    if figure.kind == FigureKind.DATE or like.kind == FigureKind.DATE:
        return (_ordinal(figure.low), _ordinal(figure.high)) if figure.kind == like.kind else None
    factor = _factor(figure, like)
    if factor is None:
        return None
    low, high = (None if end is None else Decimal(end) * factor for end in (figure.low, figure.high))
    if low is not None and high is not None and low > high and figure.modifier != Modifier.FROM_TO:
        low, high = high, low
    return low, high


def _factor(figure: Figure, like: Figure) -> Decimal | None:
    if figure.kind == like.kind and figure.unit == like.unit:
        return Decimal(1)
    own, wanted = units.measure(figure.unit), units.measure(like.unit)
    return own[1] / wanted[1] if own and wanted and own[0] == wanted[0] else None


def _ordinal(iso: str | None) -> Decimal | None:
    return None if iso is None else Decimal(date.fromisoformat(iso).toordinal())


def _stretch(ends: Ends, scale: _Scale, figure: Figure) -> Stretch:
    low, high = ends
    return Stretch(
        start=0 if low is None else scale.at(low),
        end=LENGTH if high is None else scale.at(high),
        open_start=low is None,
        open_end=high is None,
        change=figure.modifier == Modifier.FROM_TO,
    )


def _ticks(low: Decimal, high: Decimal, scale: _Scale, like: Figure) -> tuple[Tick, ...]:
    """Round values between the ends; where all is one value, that one."""
    if low == high:
        values = [low]
    else:
        with localcontext() as exact:
            exact.prec = 50
            step = _step((high - low) / MOST_TICKS)
            step = max(step, Decimal(1)) if like.kind == FigureKind.DATE else step
            first = (low / step).to_integral_value(ROUND_FLOOR)
            values = [step * (first + n) for n in range(2 * MOST_TICKS)]
        values = [value for value in values if low <= value <= high]
        if like.kind == FigureKind.DATE:
            values = list(dict.fromkeys(value.to_integral_value(ROUND_FLOOR) for value in values))
    return tuple(Tick(at=scale.at(value), label=_label(value, like)) for value in values)


def _step(at_least: Decimal) -> Decimal:
    """The next round number: 1, 2, 2.5 or 5 times a power of ten."""
    power = Decimal(10) ** at_least.adjusted()
    return next(step * power for step in _STEPS if step * power >= at_least)


def _label(value: Decimal, like: Figure) -> str:
    if like.kind == FigureKind.DATE:
        return day(date.fromordinal(int(value)).isoformat(), short=True)
    plain = format(value.normalize(), "f")
    return amount(like.model_copy(update={"low": plain, "high": plain, "modifier": None, "change": None}))
