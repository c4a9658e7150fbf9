"""What holds for every text: no error, exact offsets, the same answer twice, time in proportion."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extract.figures import find_figures
from claims.extract.figures import scan as scanning
from claims.models import Figure
from claims.vocabulary import Part

Read = Callable[..., list[Figure]]

PIECES = st.sampled_from(
    "a an the one two three half dozen dozens hundred thousand million billion lakh crore of and or to from between at"
    " least more than about some nearly up 1 12 30 1,200 4.2 2024 1,97,420 $ £ € US$ % per cent percentage points bn m"
    " k km miles tonnes barrels day days weeks year years ago last next this May March Tuesday June 12 23 - – , . : / ("
    " ) ' \" aged 27 were under A.D. N25 R50 000 PS2.7 for 6 overs -foot- 4st 6lb pair passed points Pro 737 Max Ave"
    " Year 2.0.1 2016/679 people systems rose fell"
    " by in on since until third first quarter a.m. pm GMT + ½ é ’ … 🚢 İ ²".split()
)
SENTENCES = st.lists(PIECES, max_size=40).map(" ".join)


@given(st.one_of(st.text(max_size=200), SENTENCES))
def test_any_text_is_read_with_exact_offsets(text: str) -> None:
    """Offsets count code points of the text as passed, whatever is in it, and figures do not overlap."""
    end = 0
    for figure in find_figures(text, published="2025-05-06"):
        assert text[figure.start : figure.end] == figure.text
        assert end <= figure.start
        end = figure.end
        # Figures are built unchecked, so each is checked here.
        assert Figure.model_validate(figure.model_dump()) == figure


@given(SENTENCES)
def test_the_same_text_has_the_same_figures(text: str) -> None:
    """Nothing but text, day, locale and part goes into the answer."""
    assert find_figures(text) == find_figures(text)


@given(SENTENCES, st.text(alphabet="éß🚢 \n—", min_size=1, max_size=20))
def test_what_stands_before_a_new_sentence_moves_offsets_only(text: str, before: str) -> None:
    """A figure is found wherever its sentence stands."""
    lead = before + ".\n\n"
    alone = [(f.core_start + len(lead), f.low, f.high) for f in find_figures("Then. " + text)]
    moved = [(f.core_start, f.low, f.high) for f in find_figures(lead + "Then. " + text)]
    assert alone == moved


def test_a_figure_is_found_again_in_its_own_words(read: Read) -> None:
    """The text of a figure, read on its own, gives the same figure."""
    text = (
        "Orlesk sent at least 10 units, nearly $4.2bn, six to eight weeks of grain and 1,97,420 crore rupees;"
        " upwards of 12.5 per cent of it went by sea, a distance of 20 miles, between 23 and 25 March 2025."
    )
    for figure in read(text):
        again = read(figure.text)
        assert [(f.kind, f.low, f.high, f.unit, f.modifier) for f in again] == [
            (figure.kind, figure.low, figure.high, figure.unit, figure.modifier)
        ]


NUMBERS = st.one_of(
    st.integers(2, 10**12).map(str),
    st.integers(1_000, 10**12).map("{:,}".format),
    st.decimals("0.1", "999.9", places=1).map(str),
    st.sampled_from(["two", "seven", "eleven", "forty-two", "a hundred and six", "half a million"]),
)
BOUNDS = st.sampled_from(
    ["", "about ", "at least ", "more than ", "nearly ", "up to ", "fewer than ", "no more than ", "an estimated "]
)
MEASURES = st.sampled_from(
    [" people", " per cent", " million dollars", " kilometres", " tonnes of grain", " euros", " square miles"]
)


@given(BOUNDS, NUMBERS, MEASURES)
def test_any_figure_is_found_again_in_its_own_words(bound: str, number: str, measure: str) -> None:
    """Reading what was read changes nothing: kind, value, unit, modifier and noun stay what they were."""
    (figure,) = find_figures(f"Orlesk promised {bound}{number}{measure}.")
    (again,) = find_figures(figure.text)
    assert (again.start, again.end) == (0, len(figure.text))
    for field in ("kind", "low", "high", "unit", "modifier", "counted"):
        assert getattr(again, field) == getattr(figure, field)


def test_the_id_says_which_text_and_part_it_belongs_to() -> None:
    """The same words in headline and text are two figures."""
    one, two = (find_figures("It cost $5m.", part=part)[0] for part in Part)
    assert one.id != two.id
    assert one.id == find_figures("It cost $5m.")[0].id


@pytest.mark.parametrize(
    "piece",
    ["1", "1,22,", "1 234 ", "one ", "hundred and ", "a ", "$", "from 1 to ", "between 3 and ", "- ", "March 3, ", "1/",
     "aged 3 and 4, ", "by 3% and by ", "4st ", "6'4", "6-foot-4 ", "2.0.1.", "2016/679/", "a pair of ",
     "1 for 2 overs ", "A.D. 1000 and ", "half as many ", "one (1) ", "N25", "3 more days ", "5 previous ", "to -",
     "year-on-year ", "over ", "a b", "@", "www.", "very large old ", "tens of ", "2-", "half of a ", "two weeks and "],
)  # fmt: skip
def test_looks_at_tokens_grow_no_faster_than_the_text(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice the text takes twice the work: counted as words looked up, not as seconds."""

    class Counting(list[str]):
        looks = 0

        def __getitem__(self, index: Any) -> Any:
            Counting.looks += 1
            return super().__getitem__(index)

    tokens = scanning.Tokens
    made: list[Any] = []

    def count(text: str) -> int:
        Counting.looks = 0
        find_figures(text)
        return Counting.looks

    original = tokens.__init__

    def counting(self: Any, text: str) -> None:
        original(self, text)
        self.words = Counting(self.words)
        made.append(self)

    monkeypatch.setattr(tokens, "__init__", counting)
    small, large = count(piece * 800), count(piece * 1_600)
    assert made
    assert large <= 2.2 * small + 1_000
