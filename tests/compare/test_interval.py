"""What numbers a figure's words allow."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.models import Figure, Interval
from claims.vocabulary import FigureKind, Modifier


def interval(low: str | None, high: str | None, modifier: Modifier | None = None, **fields: object) -> Interval | None:
    """The interval of a figure with made-up words."""
    return Figure.model_validate(
        {"id": "f0", "text": "words", "start": 0, "end": 5, "core_start": 0, "core_end": 5, "kind": FigureKind.COUNT,
         "low": low, "high": high, "modifier": modifier} | fields
    ).interval()  # fmt: skip


@pytest.mark.parametrize(
    ("number", "low", "high"),
    [
        ("4200000000", "4150000000", "4250000000"),
        ("4.2", "4.15", "4.25"),
        ("412", "411.5", "412.5"),
        ("20", "19.5", "20.5"),
        ("400", "395", "405"),
        ("7000", "6500", "7500"),
        ("0", "-0.5", "0.5"),
    ],
)
def test_a_plain_number_allows_what_is_rounded_to_it(number: str, low: str, high: str) -> None:
    """Half a step of the last significant digit; zeros at the end count as rounded from a thousand on."""
    assert interval(number, number) == Interval(low=Decimal(low), high=Decimal(high))


def test_a_modifier_says_which_side_is_open() -> None:
    """ "More than" leaves its own number out, "at least" keeps it."""
    more = interval("400", None, Modifier.MORE_THAN)
    least = interval("400", None, Modifier.AT_LEAST)
    assert more is not None
    assert least is not None
    assert not more.holds(Decimal(400))
    assert least.holds(Decimal(400))
    assert more.holds(Decimal(10**9))


def test_about_and_nearly_give_a_tenth() -> None:
    """ "About" to either side, "nearly" below only."""
    assert interval("400", "400", Modifier.ABOUT) == Interval(low=Decimal(360), high=Decimal(440))
    assert interval("400", "400", Modifier.NEARLY) == Interval(low=Decimal(360), high=Decimal(400))


def test_a_change_is_where_it_came_to_rest() -> None:
    """From 3 to 5: five, rounded."""
    assert interval("3", "5", Modifier.FROM_TO) == Interval(low=Decimal("4.5"), high=Decimal("5.5"))


def test_days_count_as_whole_numbers() -> None:
    """The first of January of year one is day one."""
    assert interval("0001-01-01", "0001-01-02", kind=FigureKind.DATE) == Interval(low=Decimal(1), high=Decimal(2))


def test_scores_and_unresolved_dates_have_none() -> None:
    """Two numbers side by side are no span, and an unknown day is none."""
    assert interval("2", "1", kind=FigureKind.SCORE) is None
    assert interval(None, None, kind=FigureKind.DATE, unresolved=True) is None


def test_intervals_meet_where_they_share_a_number() -> None:
    """Touching ends meet, unless one of them is left out."""
    left, right = Interval(high=Decimal(5)), Interval(low=Decimal(5))
    assert left.meets(right)
    assert not left.meets(right.model_copy(update={"without_low": True}))
    assert Interval().meets(left)
