"""The pure parts of the pages that compare: places on a line, and words that part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import find_figures
from claims.models import Figure
from datasette_claims.pages.numberline import LENGTH, number_line
from datasette_claims.pages.worddiff import word_diff


def figure(words: str) -> Figure:
    """The one figure in some words."""
    (found,) = find_figures(words, published="2026-03-04")
    return found


def test_places_keep_the_order_of_the_values() -> None:
    """A larger number lies further to the right, and a range from end to end."""
    line = number_line([figure("12 people"), figure("between 14 and 20 people"), figure("31 people")])
    assert line is not None
    twelve, between, thirty_one = line.stretches
    assert twelve
    assert between
    assert thirty_one
    assert twelve.start == twelve.end < between.start < between.end < thirty_one.start


def test_an_open_side_runs_to_the_end_of_the_line() -> None:
    """What "at least" leaves open is drawn as open, not as a point."""
    line = number_line([figure("at least 12 people"), figure("up to 40 people")])
    assert line is not None
    at_least, up_to = line.stretches
    assert at_least
    assert at_least.open_end
    assert at_least.end == LENGTH
    assert not at_least.open_start
    assert up_to
    assert up_to.open_start
    assert up_to.start == 0
    assert not up_to.open_end


def test_units_of_one_kind_share_a_line() -> None:
    """Ten kilometres lie a little to the right of six miles."""
    line = number_line([figure("6 miles"), figure("10 kilometres")])
    assert line is not None
    miles, kilometres = line.stretches
    assert miles
    assert kilometres
    assert miles.end < kilometres.start


def test_dates_share_a_line_with_days_below_it() -> None:
    """Days are written as days."""
    line = number_line([figure("on 14 May 2019"), figure("in October 2023")])
    assert line is not None
    assert all(stretch is not None for stretch in line.stretches)
    assert all(tick.label[-4:].isdigit() for tick in line.ticks)


@pytest.mark.parametrize("words", [("12 people", "8%"), ("$4bn", "€4bn"), ("12 people",)])
def test_what_cannot_be_compared_shares_no_line(words: tuple[str, ...]) -> None:
    """Persons and shares, dollars and euros, or one figure alone."""
    assert number_line([figure(one) for one in words]) is None


def test_a_figure_of_another_measure_has_no_place() -> None:
    """The rest share the line."""
    line = number_line([figure("12 people"), figure("8%"), None, figure("14 people")])
    assert line is not None
    assert [stretch is None for stretch in line.stretches] == [False, True, True, False]


def test_equal_values_lie_at_one_place_with_one_value_below() -> None:
    """Nothing is divided by the nothing between them."""
    line = number_line([figure("12 people"), figure("12 people")])
    assert line is not None
    assert line.stretches[0] == line.stretches[1]
    assert len(line.ticks) == 1


numbers = st.decimals(min_value=-(10**15), max_value=10**15, allow_nan=False, places=4)


@given(st.lists(st.tuples(numbers, numbers), min_size=2, max_size=6))
def test_every_place_lies_on_the_line(values: list[tuple[object, object]]) -> None:
    """Whatever the figures, and few values stand below it."""
    base = figure("12 people")
    given_figures = [base.model_copy(update={"low": str(low), "high": str(high)}) for low, high in values]
    line = number_line(given_figures)
    assert line is not None
    for stretch in line.stretches:
        assert stretch is not None
        assert 0 <= stretch.start <= stretch.end <= LENGTH
    assert 0 < len(line.ticks) <= 7
    assert all(0 <= tick.at <= LENGTH for tick in line.ticks)


def test_words_that_only_one_quotation_has_are_told_apart() -> None:
    """What both have is not marked, whatever the marks between the words."""
    first, second = word_diff("We will not pay, not now.", "we will never pay – not now")
    assert [run.text.strip() for run in first if run.own] == ["not"]
    assert [run.text.strip() for run in second if run.own] == ["never"]


@given(st.text(max_size=80), st.text(max_size=80))
def test_the_runs_of_a_text_are_the_text_again(first: str, second: str) -> None:
    """Nothing is lost or moved, and equal texts have nothing of their own."""
    left, right = word_diff(first, second)
    assert "".join(run.text for run in left) == first
    assert "".join(run.text for run in right) == second
    assert not any(run.own for side in word_diff(first, first) for run in side)
