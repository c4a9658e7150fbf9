"""The canonical form of a text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.intake import RECIPE, canonical
from claims.intake.canonical import one_line

AWKWARD = st.sampled_from(
    list("\r\n\t\v\f \x00\x1b\x85\xa0\xad\u200b\u200c\u200d\u200e\u2028\u2029\u2060\ufeffe\u0301\u202eA")
)
TEXTS = st.text(st.one_of(AWKWARD, st.characters()), max_size=60)


@pytest.mark.parametrize(
    ("raw", "made"),
    [
        ("one\r\ntwo\rthree\x0cfour\u2028five", "one\ntwo\nthree\nfour\nfive"),
        ("a\tb\x07\x1b[1m", "a b[1m"),
        ("co\u00adoperation\u200b and \u2060peace\ufeff", "cooperation and peace"),
        ("\u202ednah thgir\u202c", "dnah thgir"),
        ("cafe\u0301", "caf\u00e9"),
        ("e\u200b\u0301", "\u00e9"),
        ("\n \n\none  \n\n \t\n\ntwo\n\n", "one\n\ntwo"),
        ("10\u202f000\u00a0km", "10\u202f000\u00a0km"),
        ("\ud83d word", " word"),
    ],
)
def test_recipe_one_does_what_it_says(raw: str, made: str) -> None:
    """Each step of the recipe has an example; stored offsets depend on every one of them."""
    assert RECIPE == 1
    assert canonical(raw) == made


def test_joiners_stay() -> None:
    """A joiner changes letters and emoji, so it is no noise."""
    family = "\U0001f469\u200d\U0001f680 \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    assert canonical(family) == family


@given(TEXTS)
@settings(max_examples=500)
def test_twice_is_once(raw: str) -> None:
    """The recipe is idempotent, so that a stored text can be read in again."""
    assert canonical(canonical(raw)) == canonical(raw)


@given(TEXTS)
@settings(max_examples=500)
def test_nothing_unwanted_is_left(raw: str) -> None:
    """A canonical text is NFC, encodes as UTF-8 and holds no control character but LF."""
    text = canonical(raw)
    text.encode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert {char for char in text if unicodedata.category(char) == "Cc"} <= {"\n"}
    assert "\n\n\n" not in text
    assert text == text.strip("\n")
    assert all(line == line.rstrip() for line in text.split("\n"))


def test_a_title_is_one_line() -> None:
    """Line breaks and runs of blanks in a title come from the page's layout."""
    assert one_line("Dam\u00ad breaks\r\n  above\u00a0Fennick ") == "Dam breaks above Fennick"
    assert one_line(" \u200b ") is None
    assert one_line(None) is None
