"""How two figures stand to each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.compare.figures import COMPATIBLE, Relation, relation
from claims.compare.units import DIMENSIONS
from claims.extract.figures.units import NAMES
from claims.models import Figure
from claims.vocabulary import FigureKind, Modifier


def figure(low: str | None, high: str | None = "=", **fields: object) -> Figure:
    """A figure with made-up words."""
    end = high if high != "=" else low
    values: dict[str, object] = {"kind": FigureKind.COUNT, **fields}
    return Figure.model_validate(
        {"id": "f0", "text": "words", "start": 0, "end": 5, "core_start": 0, "core_end": 5, "low": low, "high": end}
        | values
    )


def money(low: str, **fields: object) -> Figure:
    """Dollars."""
    return figure(low, **{"kind": FigureKind.MONEY, "unit": "USD", **fields})


def length(low: str, unit: str) -> Figure:
    """A quantity."""
    return figure(low, kind=FigureKind.QUANTITY, unit=unit)


CASES = [
    (money("4200000000"), money("4200000000"), Relation.EQUAL),
    (money("4200000000"), money("4230000000"), Relation.ROUNDING),
    (money("4200000000"), money("4290000000"), Relation.TRUNCATION),
    (figure("400", None, modifier=Modifier.MORE_THAN), figure("412"), Relation.BOUNDS),
    (figure("400", None, modifier=Modifier.MORE_THAN), figure("394"), Relation.DISJOINT),
    (figure("400", None, modifier=Modifier.AT_LEAST), figure("400"), Relation.BOUNDS),
    (figure("400", modifier=Modifier.ABOUT), figure("430"), Relation.BOUNDS),
    (figure(None, "600000", modifier=Modifier.AT_MOST), figure("700000"), Relation.DISJOINT),
    (length("20", "mile"), length("32", "kilometre"), Relation.OTHER_UNIT),
    (length("200", "foot"), length("60", "metre"), Relation.OTHER_UNIT),
    (length("40", "celsius"), length("104", "fahrenheit"), Relation.OTHER_UNIT),
    (length("10", "mile"), length("10", "kilometre"), Relation.UNIT_SLIP),
    (length("10", "mile"), length("70", "kilometre"), Relation.DISJOINT),
    (length("10", "mile"), length("10", "tonne"), Relation.UNIT_SLIP),
    (length("10", "mile"), length("11", "tonne"), Relation.INCOMPARABLE),
    (money("3000000"), money("3000000000"), Relation.SCALE_SLIP),
    (money("3000000"), money("7000000"), Relation.DISJOINT),
    (money("3000000"), money("3000000", unit="GBP"), Relation.UNIT_SLIP),
    (money("3000000"), money("4000000", unit="GBP"), Relation.INCOMPARABLE),
    (
        figure("8", kind=FigureKind.PERCENT, unit="percent"),
        figure("8", kind=FigureKind.PERCENTAGE_POINTS, unit="percentage_point"),
        Relation.UNIT_SLIP,
    ),
    (
        figure("0.2", kind=FigureKind.RATIO),
        figure("20", kind=FigureKind.PERCENT, unit="percent"),
        Relation.OTHER_UNIT,
    ),
    (
        figure("25", kind=FigureKind.PERCENTAGE_POINTS, unit="basis_point"),
        figure("0.25", kind=FigureKind.PERCENTAGE_POINTS, unit="percentage_point"),
        Relation.OTHER_UNIT,
    ),
    (
        figure("60", kind=FigureKind.RATE, unit="mile/hour"),
        figure("97", kind=FigureKind.RATE, unit="kilometre/hour"),
        Relation.OTHER_UNIT,
    ),
    (
        figure("2", kind=FigureKind.DURATION, unit="year"),
        figure("24", kind=FigureKind.DURATION, unit="month"),
        Relation.OTHER_UNIT,
    ),
    (
        figure("2024-01-01", "2024-12-31", kind=FigureKind.DATE),
        figure("2024-06-01", "2024-06-30", kind=FigureKind.DATE),
        Relation.BOUNDS,
    ),
    (
        figure("2024-01-01", kind=FigureKind.DATE),
        figure("2024-01-02", kind=FigureKind.DATE),
        Relation.DISJOINT,
    ),
    (figure("2", "1", kind=FigureKind.SCORE), figure("3", "1", kind=FigureKind.SCORE), Relation.DISJOINT),
    (figure(None, None, kind=FigureKind.DATE, unresolved=True), figure("5"), Relation.INCOMPARABLE),
    (figure("5"), money("5"), Relation.INCOMPARABLE),
    (figure("3", "5", modifier=Modifier.FROM_TO), figure("5"), Relation.BOUNDS),
]


@pytest.mark.parametrize(("a", "b", "expected"), CASES)
def test_two_figures_stand_in_one_relation_whatever_their_order(a: Figure, b: Figure, expected: Relation) -> None:
    """Equal, compatible, slipped, disjoint or incomparable, each with a reason."""
    assert relation(a, b).relation == expected
    assert relation(b, a).relation == expected
    assert relation(a, b).reason


RATE = {"kind": FigureKind.RATE}
CHANGE = {"modifier": Modifier.FROM_TO, "kind": FigureKind.PERCENT, "unit": "percent"}
WORDS = [
    (
        figure("17:22+00:00", kind=FigureKind.TIME),
        figure("18:22+01:00", kind=FigureKind.TIME),
        Relation.OTHER_UNIT,
        "time zones",
    ),
    (figure("17:22", kind=FigureKind.TIME), figure("17:22+00:00", kind=FigureKind.TIME), Relation.BOUNDS, "zone"),
    (figure("3", kind=FigureKind.ORDINAL), figure("4", kind=FigureKind.ORDINAL), Relation.DISJOINT, "is not"),
    (figure("1000", kind=FigureKind.ORDINAL), figure("1004", kind=FigureKind.ORDINAL), Relation.DISJOINT, "is not"),
    (figure("2", "1", kind=FigureKind.SCORE), figure("1", "2", kind=FigureKind.SCORE), Relation.DISJOINT, "way round"),
    (figure("3", "5", **CHANGE), figure("2", "5", **CHANGE), Relation.DISJOINT, "start from"),
    (figure("3", "5", **CHANGE), figure("5", **CHANGE | {"modifier": None}), Relation.BOUNDS, "ends at"),
    (
        figure("3", change="up", kind=FigureKind.PERCENT, unit="percent"),
        figure("3", change="down", kind=FigureKind.PERCENT, unit="percent"),
        Relation.DISJOINT,
        "up, the other down",
    ),
    (figure("120", unit="1/day", **RATE), figure("5", unit="1/hour", **RATE), Relation.OTHER_UNIT, "counts per day"),
    (figure("24", unit="USD/hour", **RATE), figure("0.4", unit="USD/minute", **RATE), Relation.OTHER_UNIT, "USD per"),
    (figure("8", unit="USD/barrel", **RATE), figure("9", unit="USD/person", **RATE), Relation.INCOMPARABLE, "nothing"),
    (figure(None, "600", modifier=Modifier.AT_MOST), figure("600000"), Relation.SCALE_SLIP, "1,000 times"),
    (figure("30", "50", modifier=Modifier.BETWEEN), figure("52"), Relation.DISJOINT, "cannot hold"),
    (figure("30", "50", modifier=Modifier.BETWEEN), figure("41"), Relation.BOUNDS, "allow"),
    (money("8"), figure("9"), Relation.INCOMPARABLE, "an amount of money"),
    (figure("2"), figure("3"), Relation.DISJOINT, "cannot hold"),
    (figure("4300"), figure("4400"), Relation.DISJOINT, "cannot hold"),
    (length("3", "mile"), length("7", "kilometre"), Relation.DISJOINT, "converted"),
]


@pytest.mark.parametrize(("a", "b", "expected", "reason"), WORDS)
def test_each_relation_says_why(a: Figure, b: Figure, expected: Relation, reason: str) -> None:
    """The reason is in words that fit the case, and the relation does not depend on the order."""
    assert (relation(a, b).relation, relation(b, a).relation) == (expected, expected)
    assert reason in relation(a, b).reason


def test_slips_and_contradictions_are_not_compatible() -> None:
    """What cannot both be true is kept apart from what can."""
    assert not COMPATIBLE & {Relation.SCALE_SLIP, Relation.UNIT_SLIP, Relation.DISJOINT, Relation.INCOMPARABLE}


def test_every_unit_that_is_read_can_be_converted() -> None:
    """The grammar of figures and the table of conversions name the same units."""
    without = set(
        "celsius fahrenheit kelvin degree radian volt kilovolt decibel megapixel pixel knot pascal hectopascal"
        " kilopascal megapascal bar psi".split()
    ) | {"newton metre", "part per million", "part per billion"}
    assert set(NAMES) - without <= set(DIMENSIONS)


NUMBERS = st.decimals(min_value=-(10**12), max_value=10**12, allow_nan=False, allow_infinity=False, places=3)
UNITS = st.sampled_from(["mile", "kilometre", "foot", "tonne", "day", "month", "celsius", "fahrenheit", None])


@given(NUMBERS, NUMBERS, UNITS, UNITS, st.sampled_from([None, *Modifier]), st.sampled_from([None, *Modifier]))
def test_the_relation_is_symmetrical(
    x: object, y: object, unit: str | None, other: str | None, one: Modifier | None, two: Modifier | None
) -> None:
    """Who is named first does not matter, and nothing raises."""
    a = figure(format(x, "f"), kind=FigureKind.QUANTITY, unit=unit, modifier=one)
    b = figure(format(y, "f"), kind=FigureKind.QUANTITY, unit=other, modifier=two)
    assert relation(a, b).relation == relation(b, a).relation
    assert relation(a, a).relation == Relation.EQUAL
