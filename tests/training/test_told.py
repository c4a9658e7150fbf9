"""The told events that the encoder learns on, and the marks of what contradicts what in them."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from training.told import STANCES, TOLD, ToldClaim, read_stances, read_told, told

EVENT = """# A market hall collapses.
group people killed in the hall
- At least seven people were killed when the roof came down
- (The mayor (61) visited the injured.) The toll has risen to 11
alone
- Last year seven people died when a footbridge gave way
- (Nobody was hurt.)
"""


def test_claims_of_a_group_share_its_number_and_those_alone_have_one_each() -> None:
    claims = told(EVENT)
    assert [one.group for one in claims] == [0, 0, 1, 2]


def test_the_sentence_before_stands_in_brackets_and_is_no_part_of_the_claim() -> None:
    claims = told(EVENT)
    assert claims[1] == ToldClaim("The toll has risen to 11", "The mayor (61) visited the injured.", 0)
    assert claims[3].words == "(Nobody was hurt.)", "brackets around everything are the claim's own"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- A claim\n", "line 1: neither a group"),
        ("group one\n- A claim\ngroup two\n- B\n- C\n", "line 1: a group needs two"),
        ("group one\n- A claim\n", "line 1: a group needs two"),
        ("group one\n- A claim\n- A claim\n", "line 3: this claim is there already"),
        ("group one\n- A claim\nB claim\n", "line 3: neither a group"),
    ],
)
def test_what_is_no_event_is_refused_with_its_line(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        told(text)


def test_a_folder_without_events_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="holds no events"):
        read_told(tmp_path)


def test_every_told_event_can_be_read_and_none_is_there_twice() -> None:
    events = read_told(TOLD)
    assert len(events) > 500
    words = Counter(claim.words for event in events.values() for claim in event)
    assert [words for words, times in words.items() if times > 3] == []


def test_every_mark_has_its_claim() -> None:
    stances = read_stances(STANCES, read_told(TOLD))
    assert len(stances) > 400
    marks = Counter(mark for groups in stances.values() for group in groups for _, mark in group)
    assert marks["A"] > marks["B"] > marks["C"] > 0
