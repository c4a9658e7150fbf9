"""What every date promises, tried on words of dates in any order, and on texts of twice the length."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extract.dates import tables
from claims.extract.figures import find_figures

WORDS = (
    *tables.CLASS,
    *"1 9 29 30 31 99 00 0 2024 1999 0001 9999 5/12 9/11 31/2 2/29 2024-02-30 12.13.2014 '98 's noon 6 pm a.m.".split(),
    *"GMT UTC-14:00 o'clock ago later earlier days months same working twenty five nineteen half Easter".split(),
    *"Christmas Black date now year's will said if May March Jan \u00c9 \U0001f98a BC 5000 of the in".split(),
)


@given(
    words=st.lists(st.sampled_from(WORDS), max_size=14),
    between=st.sampled_from((" ", "")),
    published=st.sampled_from((None, "2024-02-29", "0001-01-01", "9999-12-31", "2025-06-18T23:00:00+05:00")),
)
def test_any_words_of_dates_are_read_without_an_error(words: list[str], between: str, published: str | None) -> None:
    """Offsets hold, figures do not overlap, both ends are there or neither, and the first day is not after the last."""
    text = between.join(words)
    place = 0
    for figure in find_figures(text, published=published):
        assert text[figure.start : figure.end] == figure.text
        assert place <= figure.start <= figure.core_start < figure.core_end <= figure.end
        place = figure.end
        if figure.kind == "date":
            assert (figure.low is None) == (figure.high is None) == figure.unresolved
            assert (figure.low or "") <= (figure.high or "")


@pytest.mark.parametrize("text", ["of 2024", "'98", "later", "the", "week of", "31"])
def test_a_text_that_begins_in_the_middle_is_no_error(text: str) -> None:
    """What stands before the first word is nothing."""
    find_figures(text, published="2025-06-18")


@pytest.mark.parametrize(
    "piece",
    [
        "the next day ",
        "two days later ",
        "January twenty ",
        "in the spring ",
        "the 12 months to ",
        "from March to date ",
    ],
)
def test_time_grows_with_the_length_of_the_text(piece: str) -> None:
    """Four times the text takes about four times as long; looking back further and further would take sixteen."""

    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        best = float("inf")
        for _ in range(2):
            start = time.process_time()
            find_figures(text, published="2025-06-18")
            best = min(best, time.process_time() - start)
        return best

    assert seconds(40_000) < 9 * seconds(10_000) + 0.05
