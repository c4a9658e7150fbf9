"""What an article asserts itself, and what is left out of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.extract import extract
from claims.models import Article
from claims.vocabulary import Kind, Part

MakeArticle = Callable[..., Article]

CHECKABLE = [
    "The bridge cost 40 million dollars.",
    "Talks were held in Orsk between March 3 and 5.",
    "Exports of timber fell by a third last year.",
    "The council of Orsk approved the plan of Sorrel Ltd.",
]


@pytest.mark.parametrize("sentence", CHECKABLE)
def test_figures_dates_and_events_are_statements(article_of: MakeArticle, sentence: str) -> None:
    """A sentence that can be looked up is proposed, without its full stop."""
    (claim,) = extract(article_of(sentence)).claims
    assert claim.kind == Kind.STATEMENT
    assert claim.text == sentence.rstrip(".")
    assert claim.checkworthiness is not None
    assert claim.checkworthiness >= 0.35
    assert claim.checkworthiness_reasons


LEFT_OUT = [
    "Will the 40 ships ever return?",
    "It was a lovely evening by the sea.",
    "I counted 40 ships from my window.",
    "More posts:",
    "Read more: 40 ships lost in the storm of 2019.",
    "By Ana Brel",
    "Photo: Ana Brel, 2019",
    "We use cookies to improve this site for our 40 partners.",
    "Sign up for our newsletter and get 10 stories each day.",
    "© 2025 The Kesten Post. All rights reserved.",
    "Advertisement",
    "Related stories",
    "Reporting by Ana Brel in Orsk; editing by 2 others.",
    "40 ships",
]


@pytest.mark.parametrize("line", LEFT_OUT)
def test_questions_opinion_and_boilerplate_are_no_statements(article_of: MakeArticle, line: str) -> None:
    """Lines that are no part of the story, and sentences that assert nothing."""
    assert extract(article_of(f"{line}\n")).claims == ()


def test_boilerplate_is_no_attribution_either(article_of: MakeArticle) -> None:
    """A teaser quotes somebody, and yet it is none of this article's claims."""
    assert extract(article_of('Read more: "The port is shut," Mira Halden said.')).claims == ()


def test_what_is_attributed_is_not_a_statement_too(article_of: MakeArticle) -> None:
    """A sentence belongs to its speaker or to the publisher, never to both."""
    (claim,) = extract(article_of("Ana Brel said that the bridge cost 40 million dollars.")).claims
    assert claim.kind == Kind.INDIRECT


def test_a_dateline_is_no_part_of_a_statement(article_of: MakeArticle) -> None:
    """Place, day and agency before the dash say where it was written."""
    (claim,) = extract(article_of("ORSK, May 5 (Meridian Wire) — The bridge cost 40 million dollars.")).claims
    assert claim.text == "The bridge cost 40 million dollars"


def test_a_headline_is_a_statement_only_if_it_asserts(article_of: MakeArticle) -> None:
    """``part: title`` for what can be checked; nothing for a title that asserts nothing."""
    (claim,) = extract(article_of("It rained.", title="Bridge in Orsk costs 40 million dollars")).claims
    assert (claim.kind, claim.spans[0].part) == (Kind.STATEMENT, Part.TITLE)
    assert extract(article_of("It rained.", title="An evening by the sea")).claims == ()


def test_figures_outweigh_opinion(article_of: MakeArticle) -> None:
    """The queue shows the claim with a figure before the one without."""
    text = "Ana Brel said that the bridge cost 40 million dollars. She said that it was a wonderful place."
    dear, lovely = extract(article_of(text)).claims
    assert dear.checkworthiness is not None
    assert lovely.checkworthiness is not None
    assert dear.checkworthiness > lovely.checkworthiness
    assert "a figure" in dear.checkworthiness_reasons
    assert "but words of opinion" in lovely.checkworthiness_reasons


def test_without_a_publisher_a_statement_has_no_speaker(article_of: MakeArticle) -> None:
    """Nobody is made up where the publisher is unknown."""
    extraction = extract(article_of("The bridge cost 40 million dollars.", publisher=None))
    assert extraction.claims[0].speakers == ()
    assert extraction.speakers == ()
