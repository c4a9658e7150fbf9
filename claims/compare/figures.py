"""What two figures have to do with each other: the same, compatible, slipped, or in conflict.

Only the figures are compared. Whether both speak of the same thing is for the claims around them to tell.
"""

from __future__ import annotations

from datetime import time
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from claims.compare import units
from claims.models import Figure, Interval
from claims.models.base import Value
from claims.models.interval import rounding, truncation
from claims.vocabulary import Change, FigureKind, Modifier


class Relation(StrEnum):
    """How two figures stand to each other."""

    EQUAL = "equal"
    ROUNDING = "rounding"
    """One is the other rounded."""
    TRUNCATION = "truncation"
    """One is the other with digits dropped."""
    BOUNDS = "bounds"
    """One lies within what the other's words allow."""
    OTHER_UNIT = "other_unit"
    """The same amount, told in another unit of the same kind."""
    SCALE_SLIP = "scale_slip"
    """The same digits a factor of a thousand apart."""
    UNIT_SLIP = "unit_slip"
    """The same number with another unit."""
    REMAINDER = "remainder"
    """Two shares that are one whole together: what was cancelled, and what ran."""
    DISJOINT = "disjoint"
    """Both cannot hold of the same thing."""
    INCOMPARABLE = "incomparable"


COMPATIBLE = frozenset({Relation.EQUAL, Relation.ROUNDING, Relation.TRUNCATION, Relation.BOUNDS, Relation.OTHER_UNIT})
"""Relations under which both figures can be true of one thing."""


class Finding(Value):
    """A relation and its reason in words."""

    relation: Relation
    reason: str


_SLIPS = (Decimal(10) ** 3, Decimal(10) ** 6)
_PARTS = frozenset({FigureKind.PERCENT, FigureKind.PERCENTAGE_POINTS})
_LENGTHS = frozenset({FigureKind.DURATION, FigureKind.AGE})
_MEASURED = frozenset({FigureKind.QUANTITY, FigureKind.DURATION, FigureKind.AGE, FigureKind.RATE})
_EXACT = frozenset({FigureKind.SCORE, FigureKind.TIME, FigureKind.ORDINAL})
"""Kinds that nobody rounds: one is the other, or it is not."""

_TWENTIETH = Decimal("0.05")
_ROUGH_SHARE = Decimal("2.5")
"""Points by which a share in words may miss the percentage that it stands for: "nine out of ten", 91 per cent."""
_CONVERTED = Decimal("0.03")
"""Who turns one unit into another rounds by up to this share."""


def relation(a: Figure, b: Figure) -> Finding:
    """Say how two figures stand to each other. The relation does not depend on their order."""
    if a.unresolved or b.unresolved:
        return _found(Relation.INCOMPARABLE, f"what cannot be dated cannot be compared: {_pair(a, b)}")
    if a.kind in _EXACT or b.kind in _EXACT:
        return _exact(a, b)
    if a.change and b.change and a.change != b.change and a.kind == b.kind:
        return _found(Relation.DISJOINT, f"one goes up, the other down: {_pair(a, b)}")
    if {a.kind, b.kind} == {FigureKind.RATIO, FigureKind.PERCENT}:
        return _share(a, b)
    if not _comparable(a, b):
        return _different_units(a, b)
    if a.unit != b.unit:
        return _converted(a, b)
    return _same_unit(a, b)


def how(a: Figure, b: Figure) -> Relation:
    """The relation alone, which is reckoned once for all figures of the same two values."""
    return _how(_value(a), _value(b))


_Value = tuple[FigureKind, str | None, str | None, str | None, Modifier | None, Change | None, bool]


def _value(figure: Figure) -> _Value:
    return (
        *(figure.kind, figure.low, figure.high, figure.unit),
        *(figure.modifier, figure.change, figure.unresolved),
    )


@lru_cache(maxsize=32_768)
def _how(one: _Value, other: _Value) -> Relation:
    return relation(_of_value(one), _of_value(other)).relation


def _of_value(value: _Value) -> Figure:
    names = ("kind", "low", "high", "unit", "modifier", "change", "unresolved")
    return Figure.vouched({"text": "", **dict(zip(names, value, strict=True))})


def _found(kind: Relation, reason: str) -> Finding:
    return Finding(relation=kind, reason=reason)


def _exact(a: Figure, b: Figure) -> Finding:
    if a.kind != b.kind:
        return _found(Relation.INCOMPARABLE, f"{_article(a)} and {_article(b)} cannot be compared: {_pair(a, b)}")
    if (a.low, a.high) == (b.low, b.high):
        return _found(Relation.EQUAL, f"both say {_words(a)}" if a.text == b.text else f"the same: {_pair(a, b)}")
    if a.kind == FigureKind.TIME:
        return _times(a, b)
    if a.kind == FigureKind.SCORE and (a.low, a.high) == (b.high, b.low):
        return _found(Relation.DISJOINT, f"the same score the other way round: {_pair(a, b)}")
    return _found(Relation.DISJOINT, f"{_words(a)} is not {_words(b)}")


def _times(a: Figure, b: Figure) -> Finding:
    """Times of day: in two zones one moment, and where one names no zone the same reading of the clock."""
    x, y = time.fromisoformat(a.low or ""), time.fromisoformat(b.low or "")
    if x.utcoffset() is None or y.utcoffset() is None:
        if x.replace(tzinfo=None) == y.replace(tzinfo=None):
            return _found(Relation.BOUNDS, f"the same time of day, one without a zone: {_pair(a, b)}")
    elif x == y:
        return _found(Relation.OTHER_UNIT, f"the same moment in two time zones: {_pair(a, b)}")
    return _found(Relation.DISJOINT, f"two times of day: {_pair(a, b)}")


def _share(a: Figure, b: Figure) -> Finding:
    """ "one in five" and 20 %."""
    ratio, percent = (a, b) if a.kind == FigureKind.RATIO else (b, a)
    hundredth = ratio.model_copy(
        update={
            "kind": FigureKind.PERCENT,
            "unit": "percent",
            "low": _times_hundred(ratio.low),
            "high": _times_hundred(ratio.high),
        }
    )
    finding = _same_unit(hundredth, percent)
    if finding.relation in (Relation.EQUAL, Relation.ROUNDING, Relation.TRUNCATION):
        return _found(Relation.OTHER_UNIT, f"{_words(ratio)} is the same share as {_words(percent)}")
    x, y = _point(hundredth), _point(percent)
    if x is not None and y is not None and abs(x - y) <= _ROUGH_SHARE:
        return _found(Relation.ROUNDING, f"{_words(ratio)} is roughly {_words(percent)}")
    return finding


def _times_hundred(bound: str | None) -> str | None:
    return None if bound is None else format((Decimal(bound) * 100).normalize(), "f")


def _comparable(a: Figure, b: Figure) -> bool:
    if (a.kind in _LENGTHS and b.kind in _LENGTHS) or a.kind == b.kind == FigureKind.PERCENTAGE_POINTS:
        return True
    if a.kind != b.kind:
        return False
    if a.kind == FigureKind.MONEY:
        return a.unit == b.unit
    if a.kind in _MEASURED:
        return units.same_measure(a.unit, b.unit) or _temperatures(a, b)
    return True


def _temperatures(a: Figure, b: Figure) -> bool:
    return a.unit in units.CELSIUS_OF and b.unit in units.CELSIUS_OF


def _different_units(a: Figure, b: Figure) -> Finding:
    if (a.low, a.high) == (b.low, b.high):
        if {a.kind, b.kind} == _PARTS:
            return _found(Relation.UNIT_SLIP, f"the same number, once in percent and once in points: {_pair(a, b)}")
        if a.kind == b.kind and a.unit != b.unit:
            return _found(Relation.UNIT_SLIP, f"the same number with another unit: {_pair(a, b)}")
    if a.kind == b.kind:
        return _found(Relation.INCOMPARABLE, f"nothing turns {_unit(a)} into {_unit(b)}: {_pair(a, b)}")
    return _found(Relation.INCOMPARABLE, f"{_article(a)} and {_article(b)} cannot be compared: {_pair(a, b)}")


def _converted(a: Figure, b: Figure) -> Finding:
    """Units of the same kind: compared after conversion, with the rounding of both."""
    first, second = a.interval(), b.interval()
    if first is None or second is None:
        return _found(Relation.INCOMPARABLE, f"{_pair(a, b)} cannot be compared")
    if _temperatures(a, b):
        meets = _celsius(first, a.unit or "").meets(_celsius(second, b.unit or ""))
        same = meets
    else:
        x, y = units.measure(a.unit), units.measure(b.unit)
        if x is None or y is None:
            return _different_units(a, b)
        first, second = _spared(first.scaled(x[1]), a, b), _spared(second.scaled(y[1]), a, b)
        meets = first.meets(second)
        if _plain(a) and _plain(b):
            m, n = _point(a), _point(b)
            meets = (m is not None and second.holds(m * x[1])) or (n is not None and first.holds(n * y[1]))
            if not meets and m is not None and n is not None and _near(m * x[1], n * y[1]):
                return _found(Relation.BOUNDS, f"converted, one is roughly the other: {_pair(a, b)}")
        same = meets and _bounded(a) and _bounded(b)
    if same:
        return _found(Relation.OTHER_UNIT, f"the same amount in {_unit(a)} and in {_unit(b)}: {_pair(a, b)}")
    if meets:
        return _found(Relation.BOUNDS, f"converted, one lies within what the other allows: {_pair(a, b)}")
    if (a.low, a.high) == (b.low, b.high):
        return _found(Relation.UNIT_SLIP, f"the same number with another unit: {_pair(a, b)}")
    return _found(Relation.DISJOINT, f"converted, they differ: {_pair(a, b)}")


def _near(x: Decimal, y: Decimal) -> bool:
    return abs(x - y) <= max(abs(x), abs(y)) * _CONVERTED


def _celsius(interval: Interval, unit: str) -> Interval:
    return Interval(
        low=None if interval.low is None else units.in_celsius(interval.low, unit),
        high=None if interval.high is None else units.in_celsius(interval.high, unit),
    )


def _spared(interval: Interval, a: Figure, b: Figure) -> Interval:
    """Months and years have no one length: leave a twentieth to spare."""
    if not (units.vague(a.unit) or units.vague(b.unit)) or interval.low is None or interval.high is None:
        return interval
    return Interval(
        low=interval.low - abs(interval.low) * _TWENTIETH, high=interval.high + abs(interval.high) * _TWENTIETH
    )


def _same_unit(a: Figure, b: Figure) -> Finding:
    if (a.low, a.high) == (b.low, b.high):
        return _found(Relation.EQUAL, f"both say {_words(a)}" if a.text == b.text else f"the same: {_pair(a, b)}")
    if a.kind == FigureKind.DATE:
        return _dates(a, b)
    if a.modifier == b.modifier == Modifier.FROM_TO and not _rounded(Decimal(a.low or "0"), Decimal(b.low or "0")):
        return _found(Relation.DISJOINT, f"the changes start from different numbers: {_pair(a, b)}")
    x, y = _point(a), _point(b)
    if x is not None and y is not None:
        if x == y and Modifier.FROM_TO in (a.modifier, b.modifier):
            return _found(Relation.BOUNDS, f"the change ends at what the other says: {_pair(a, b)}")
        if x == y:
            return _found(Relation.EQUAL, f"the same: {_pair(a, b)}")
        if _rounded(x, y):
            return _found(Relation.ROUNDING, f"one is the other rounded: {_pair(a, b)}")
        if truncation(x).holds(y) or truncation(y).holds(x):
            return _found(Relation.TRUNCATION, f"one is the other with digits dropped: {_pair(a, b)}")
    first, second = a.interval(), b.interval()
    # Two plain numbers side by side share the end of their roundings (2 and 3: 2.5), and are no less two numbers.
    bounded = not (_plain(a) and _plain(b))
    if bounded and first is not None and second is not None and first.meets(second):
        return _found(Relation.BOUNDS, f"one lies within what the other's words allow: {_pair(a, b)}")
    m, n = _named(a), _named(b)
    if m is not None and n is not None:
        for slip in _SLIPS:
            if _slipped(m, n, slip) or _slipped(n, m, slip):
                return _found(Relation.SCALE_SLIP, f"the same digits, {slip:,f} times as much: {_pair(a, b)}")
    return _found(Relation.DISJOINT, f"both cannot hold: {_pair(a, b)}")


def _slipped(small: Decimal, large: Decimal, slip: Decimal) -> bool:
    grown = small * slip
    return grown != 0 and (grown == large or rounding(grown).holds(large) or rounding(large).holds(grown))


def _dates(a: Figure, b: Figure) -> Finding:
    first, second = a.interval(), b.interval()
    if first is not None and second is not None and first.meets(second):
        return _found(Relation.BOUNDS, f"one lies within the other or they share days: {_pair(a, b)}")
    return _found(Relation.DISJOINT, f"no day is in both: {_pair(a, b)}")


def _point(figure: Figure) -> Decimal | None:
    """The one number that a figure names: that of a bound, and of a change the one that was reached."""
    if figure.kind == FigureKind.DATE:
        return None
    if figure.modifier == Modifier.FROM_TO and figure.high is not None:
        return Decimal(figure.high)
    if figure.low is not None and figure.low == figure.high:
        return Decimal(figure.low)
    return None


def _named(figure: Figure) -> Decimal | None:
    """The one number in the words, be it a bound ("up to 600"); null for two."""
    if figure.low is None or figure.high is None:
        return Decimal(figure.low or figure.high or "0")
    return _point(figure)


def _rounded(x: Decimal, y: Decimal) -> bool:
    """Say whether one number is the other rounded."""
    return rounding(x).holds(y) or rounding(y).holds(x)


def _plain(figure: Figure) -> bool:
    """Say whether the words name one number and do not bound or blur it."""
    return figure.modifier in (None, Modifier.FROM_TO) and _point(figure) is not None


def _bounded(figure: Figure) -> bool:
    return figure.low is not None and figure.high is not None


def _words(figure: Figure) -> str:
    return f"“{figure.text}”"


def _pair(a: Figure, b: Figure) -> str:
    return f"{_words(a)} and {_words(b)}"


def _unit(figure: Figure) -> str:
    if figure.unit is None:
        return f"a bare {figure.kind.value}"
    return figure.unit.replace("1/", "counts per ").replace("_", " ").replace("/", " per ")


_NAMES = {
    FigureKind.PERCENTAGE_POINTS: "percentage points",
    FigureKind.PERCENT: "a percentage",
    FigureKind.MONEY: "an amount of money",
    FigureKind.AGE: "an age",
    FigureKind.ORDINAL: "an ordinal",
    FigureKind.TIME: "a time of day",
}


def _article(figure: Figure) -> str:
    return _NAMES.get(figure.kind, f"a {figure.kind.value}")
