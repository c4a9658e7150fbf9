"""Where sentences and paragraphs end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extract.sentences import paragraphs, sentences

CASES = [
    ("Dr. Ada Lorne met Gen. Pål Rike on Jan. 4 in Brixholm. They left.", 2),
    ('"We are done." The vote is on Friday.', 2),
    ('"Are we done?" asked the mayor. Nobody knew.', 2),
    ("“Stop it!” Ms. Lorne shouted. “Now!”", 2),
    ("The U.S. envoy J. R. Marr spoke. It rained.", 2),
    ("They acted against their will. Staff will get more.", 2),
    ("It costs 3.5 million. That is a lot.", 2),
    ("No. 7 won the race. It was late.", 2),
]


@pytest.mark.parametrize(("text", "count"), CASES)
def test_abbreviations_and_closing_marks_do_not_mislead(text: str, count: int) -> None:
    """A title's full stop ends nothing; a closing mark behind one ends the sentence with it."""
    found = [text[start:end] for start, end in sentences(text)]
    assert len(found) == count, found


def test_a_sentence_never_runs_over_a_paragraph() -> None:
    """Headings have no full stop, and yet they end."""
    text = "A heading\nThe first sentence\n\nThe next one."
    assert [text[s:e] for s, e in sentences(text)] == ["A heading", "The first sentence", "The next one."]


def test_a_question_in_quotation_marks_stays_with_its_cue() -> None:
    """``"Why?" she wondered``: who asked belongs to what was asked."""
    text = '"Why so late?" Ms. Lorne, an old hand at the port, asked on Monday. Nobody answered.'
    assert next(text[s:e] for s, e in sentences(text)).endswith("on Monday.")


@given(st.text(alphabet="aB .!?\"'“”’\n,;:-1é", max_size=200))
def test_spans_are_in_order_and_lose_no_word(text: str) -> None:
    """Every character that is no white space stands in exactly one sentence, whatever the text."""
    spans = sentences(text)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
    joined = "".join(text[start:end] for start, end in spans)
    assert "".join(joined.split()) == "".join(text.split())


@given(st.text(max_size=200))
def test_paragraphs_are_the_lines_that_hold_words(text: str) -> None:
    """Their spans carry no white space at either end and hold no line break."""
    found = [text[start:end] for start, end in paragraphs(text)]
    assert found == [line.strip() for line in text.split("\n") if line.strip()]
