"""Transcripts: who speaks stands before the colon."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.extract import attributions, extract
from claims.extract.rules import RuleTagger
from claims.extract.tagger import Tagger
from claims.extract.taggers import tagger_named
from claims.extract.transcripts import turns
from claims.models import Article
from claims.vocabulary import TaggerName

MakeArticle = Callable[..., Article]

TALK = """\
MIRA HALDEN, HOST: Good evening. The lock at Orsk has been shut for two weeks. The pilots are idle. Ivo, when will it \
open?

IVO LENZ: Good evening, Mira. The company says it will open on Monday. I have asked for the papers.

HALDEN: And have you seen them?

LENZ: I have not. Nobody has.

HALDEN: With me is Ana Brel of the pilots. Ms Brel, what do you hear?
"""


@pytest.fixture(params=list(TaggerName))
def tagger(request: pytest.FixtureRequest) -> Tagger:
    """The network, and the rules."""
    return tagger_named(request.param)


def said(text: str, tagger: Tagger) -> list[tuple[str, str]]:
    """Source and words of each attribution, in reading order."""
    return [
        (" ".join(s.text for s in one.source), " ".join(s.text for s in one.content))
        for one in attributions(text, tagger)
    ]


def test_a_turn_is_said_by_whose_name_stands_before_it(tagger: Tagger) -> None:
    """Without greeting and question, over several sentences, and as one."""
    assert said(TALK, tagger) == [
        ("MIRA HALDEN, HOST", "The lock at Orsk has been shut for two weeks. The pilots are idle"),
        ("IVO LENZ", "The company says it will open on Monday. I have asked for the papers"),
        ("The company", "it will open on Monday"),
        ("LENZ", "I have not. Nobody has"),
    ]


def test_questions_and_introductions_claim_nothing(tagger: Tagger) -> None:
    """Who asks, or hands over, has said nothing that could be checked."""
    words = " ".join(content for _, content in said(TALK, tagger))
    assert "seen them" not in words
    assert "Ana Brel" not in words


def test_the_speaker_of_a_turn_is_the_person(article_of: MakeArticle) -> None:
    """A surname in capitals is whoever was introduced by it."""
    claims = extract(article_of(TALK), RuleTagger()).claims
    names = [claim.speaker.name for claim in claims if claim.speaker and "I have" in claim.text]
    assert [name.casefold() for name in names] == ["ivo lenz"] * len(names)
    assert names


@pytest.mark.parametrize(
    "text",
    [
        "WHO: The pilots of Orsk.\n\nWHEN: On Monday at nine.\n\nWHERE: At the lock, gate two.",
        "UPDATE: The lock is open.\n\nMira Halden said it had been shut for weeks.",
        "The lock is open: nobody knows why.\n\nIt was shut: nobody knew why.\n\nIt was open: good.",
    ],
)
def test_headings_with_a_colon_are_no_conversation(text: str) -> None:
    """Nobody speaks in a press release's list of particulars."""
    assert turns(text) == []
