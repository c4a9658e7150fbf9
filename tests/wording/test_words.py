"""Figures, days and ids as people read them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.models import Figure
from claims.vocabulary import FigureKind, Modifier
from claims.wording import words
from claims.wording.amounts import amount


def figure(kind: str, low: str | None, high: str | None = "same", unit: str | None = None, **more: Any) -> Figure:
    high = low if high == "same" else high
    place = {"start": 0, "end": 5, "core_start": 0, "core_end": 5}
    return Figure(id="f1", text="words", **place, kind=kind, low=low, high=high, unit=unit, **more)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (figure("money", "30000000000", "50000000000", "USD", modifier="between"), "$30–50 bn"),
        (figure("money", "4200000000", unit="USD"), "$4.2 bn"),
        (figure("money", "800000000", "1200000000", "EUR"), "€800 m–1.2 bn"),
        (figure("money", "1197420", unit="INR"), "₹1.1974 m"),
        (figure("money", "2500", unit="SEK"), "SEK 2,500"),
        (figure("money", "-3500000", unit="USD"), "−$3.5 m"),
        (figure("money", "20", unit="USD/hour"), "$20/hour"),
        (figure("count", "10", None, modifier="at_least"), "≥ 10"),
        (figure("count", "400", None, modifier="more_than"), "> 400"),
        (figure("count", None, "600000", modifier="at_most"), "≤ 600,000"),
        (figure("count", None, "20", modifier="less_than"), "< 20"),
        (figure("count", "24", None, modifier="magnitude"), "≥ 24"),
        (figure("count", "12", modifier="about"), "about 12"),
        (figure("count", "150", "200", modifier="between"), "150–200"),
        (figure("percent", "3", unit="percent", change="up"), "↑ 3%"),
        (figure("percent", "3", "5", "percent", modifier="from_to"), "3% → 5%"),
        (figure("percentage_points", "2", unit="percentage_point", change="down"), "↓ 2 pp"),
        (figure("quantity", "38000000", unit="cubic metre", modifier="about"), "about 38 m cubic metres"),
        (figure("quantity", "1", unit="tonne"), "1 tonne"),
        (figure("quantity", "6", unit="foot"), "6 feet"),
        (figure("quantity", "22", unit="celsius"), "22 °C"),
        (figure("rate", "90000", unit="barrel/day"), "90,000 barrels/day"),
        (figure("duration", "168", unit="minute"), "168 minutes"),
        (figure("date", "2026-03-05"), "5 March 2026"),
        (figure("date", "2026-03-23", "2026-03-25"), "23–25 March 2026"),
        (figure("date", None, unresolved=True), "day unknown"),
        (figure("time", "04:40"), "04:40"),
        (figure("ordinal", "1"), "1st"),
        (figure("ordinal", "112"), "112th"),
        (figure("ratio", "0.666666666667"), "0.6667"),
        (figure("multiple", "3", modifier="nearly"), "nearly × 3"),
        (figure("score", "3", "2"), "3:2"),
    ],
)
def test_value_of_a_figure_is_as_short_as_it_can_be(value: Figure, shown: str) -> None:
    """Sign, scale, bounds and unit, the way a newsroom writes them."""
    assert amount(value) == shown


numbers = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**15), max_value=10**15).map(
    lambda number: format(number, "f")
)


@given(
    low=numbers | st.none(),
    high=numbers | st.none(),
    unit=st.sampled_from([None, "USD", "percent", "barrel/day", "cubic metre", "XXX"]),
    modifier=st.sampled_from([None, *Modifier]),
    kind=st.sampled_from([kind for kind in FigureKind if kind not in {"date", "time"}]),
)
def test_every_valid_figure_has_a_value_to_show(
    low: str | None, high: str | None, unit: str | None, modifier: Modifier | None, kind: FigureKind
) -> None:
    """Whatever a grammar or a person may enter, a table can show it."""
    if low is not None or high is not None:
        assert amount(figure(kind, low, high, unit, modifier=modifier)).strip()


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        ("2026-03-01", "2026-03-31", "March 2026"),
        ("2026-01-01", "2026-12-31", "2026"),
        ("2024-01-01", "2026-12-31", "2024–2026"),
        ("2026-01-01", "2026-03-31", "January–March 2026"),
        ("2026-02-24", "2026-03-02", "24 February – 2 March 2026"),
        ("2025-12-30", "2026-01-02", "30 December 2025 – 2 January 2026"),
    ],
)
def test_two_days_are_said_as_briefly_as_they_can_be(low: str, high: str, shown: str) -> None:
    """A whole month is its name, a whole year its number."""
    assert words.days(low, high) == shown


def test_short_ids_tell_the_shown_ones_apart() -> None:
    """They grow only where they have to."""
    assert set(words.short_ids(["c" + "0" * 15, "c" + "1" * 15]).values()) == {"c0000000", "c1111111"}
    assert len(set(words.short_ids(["c" + "0" * 15, "c" + "0" * 14 + "1"]).values())) == 2


@given(st.text(min_size=1), st.integers(min_value=10, max_value=80))
def test_clipped_text_is_never_longer_than_allowed(text: str, most: int) -> None:
    """A cell keeps its size whatever an article says."""
    assert len(words.clipped(text, most)) <= most
