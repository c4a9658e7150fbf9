"""Furniture of a page that is written in whole sentences."""

from __future__ import annotations

import pytest

from claims.extract.boilerplate import boilerplate

FIRST = "The council closed the bridge after engineers found cracks."
LAST = "Ivo Lenz said the work would take two months."


@pytest.mark.parametrize(
    "line",
    [
        "Divers stand on the quay in Orsk on Tuesday, March 3, 2026.",
        "The damaged bridge is seen from the west bank in Kesten on 4 March 2026.",
        "Mayor Ana Brel, left, and Tom Orsk, right, open the new hall.",
        "Orsk Marine is a family-owned maker of pumps with offices in five countries. It employs 300 people.",
        "Founded in 1921, Kesten Water serves two million customers across the region.",
        "Holm Trust was founded in 1988 and runs nine hostels.",
    ],
)
def test_captions_and_company_notes_in_whole_sentences_are_no_story(line: str) -> None:
    """Behind the story a picture told in the present and a house told of itself are furniture."""
    text = f"{FIRST}\n\n{LAST}\n\n{line}"
    assert boilerplate(text) == [(text.index(line), len(text))]


@pytest.mark.parametrize(
    "line",
    [
        "The company, which was founded in 1921, cut 40 jobs last year.",
        "The mine is the largest employer in the valley.",
        "The inquiry stands adjourned until Tuesday, March 3.",
        "The party holds a vote on Tuesday, March 3.",
        "Ana Brel is the president of the Orsk Rowing Association.",
    ],
)
def test_what_only_sounds_like_a_note_stays_in_the_story(line: str) -> None:
    """News of a house, and what is still to come, are told behind the story as well."""
    assert not boilerplate(f"{FIRST}\n\n{LAST}\n\n{line}")


def test_a_house_may_be_told_of_inside_the_story() -> None:
    """Only behind the last line of the story does such a sentence belong to the page."""
    assert not boilerplate(f"{FIRST}\n\nHolm Trust was founded in 1988 and runs nine hostels.\n\n{LAST}")
