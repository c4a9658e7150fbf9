"""Quotation marks of all kinds."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extract.quotations import quotations

MARKS = [
    ('He said "go on" and left.', ['"go on"']),
    ("He said “go on” and left.", ["“go on”"]),
    ("He said ‘go on, it’s late,’ and left.", ["‘go on, it’s late,’"]),
    ("'We don't want it,' he said of the miners' pay.", ["'We don't want it,'"]),
    ("He said «go on» and left.", ["«go on»"]),
    ("He said „go on“ and left.", ["„go on“"]),
    ("He said ``go on'' and left.", ["``go on''"]),
    ("''Go on,'' he said. ''We wait.''", ["''Go on,''", "''We wait.''"]),
    ("“She said ‘no’ to us,” he said.", ["“She said ‘no’ to us,”"]),
    ("The workers' pay and the owners' loss.", []),
    ("Rock 'n' roll of the '90s isn't dead.", []),
    ('The 5"-wide gap.', []),
]


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_every_house_style_is_read(text: str, expected: list[str]) -> None:
    """Straight, curly, guillemets, German, agency and British marks; apostrophes are none."""
    assert [text[q.start : q.end] for q in quotations(text)] == expected


def test_a_quotation_over_paragraphs_opens_each_of_them() -> None:
    """Its ranges are one for each paragraph; only the last one closes."""
    text = "“We came at dawn.\n\n“We stayed until dusk.”\n\nThen they left."
    (quotation,) = quotations(text)
    assert [text[s:e] for s, e in quotation.ranges] == ["“We came at dawn.", "“We stayed until dusk.”"]


def test_a_mark_that_never_closes_is_no_quotation() -> None:
    """A forgotten mark must not swallow what follows."""
    assert quotations("“We came at dawn.\n\nThen they left. It rained.") == []


@given(st.text(alphabet="ab “”\"'‘’«»„`.\n", max_size=120))
def test_ranges_lie_in_order_inside_the_text(text: str) -> None:
    """Whatever the marks, ranges do not overlap."""
    flat = [piece for quotation in quotations(text) for piece in quotation.ranges]
    assert all(0 <= start < end <= len(text) for start, end in flat)
    assert all(a[1] <= b[0] for a, b in pairwise(flat))
