"""Assertion, belief, intention or question: read from the cue."""

from __future__ import annotations

import pytest

from claims.extract.minilm.attitudes import attitude_of

CASES = [
    ("said", "the port is shut", "assertion"),
    ("has long argued", "that the port is shut", "assertion"),
    ("According to", "the port is shut", "assertion"),
    ("said he would seek", "a loan", "assertion"),
    (":", "“We are done.”", "assertion"),
    ("believes", "the port is shut", "belief"),
    ("is convinced", "that the port is shut", "belief"),
    ("'s belief", "that the port is shut", "belief"),
    ("wants", "to shut the port", "intention"),
    ("will seek", "to shut the port", "intention"),
    ("hopes", "to shut the port", "intention"),
    ("hopes", "that the port is shut", "belief"),
    ("'s plan", "to shut the port", "intention"),
    ("asked", "“Why is the port shut?”", "question"),
    ("asked", "to see the port", "intention"),
    ("wondered", "whether the port was shut", "question"),
    ("questioned", "the need for a port", "belief"),
    ("questioned", "why there is a port", "question"),
    ("said", "“Why is the port shut?”", "question"),
    ("told", "her crew to shut the port", "intention"),
    ("told", "the owners that the port is shut", "assertion"),
    ("refused to disclose", "the price of the port", "intention"),
    ("called", "the port “a shame”", "assertion"),
    ("called for", "a second port", "intention"),
    ("came", "to a similar conclusion", "assertion"),
]


@pytest.mark.parametrize(("cue", "content", "attitude"), CASES)
def test_the_cue_tells_what_the_speaker_does_with_the_content(cue: str, content: str, attitude: str) -> None:
    """A saying stays a saying; wanting, holding and asking are told apart."""
    assert attitude_of(cue, [content]) == attitude
