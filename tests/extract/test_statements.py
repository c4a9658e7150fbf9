"""What an article asserts itself, and what is left out of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.extract import extract
from claims.extract.figures import find_figures
from claims.extract.rules import RuleTagger
from claims.extract.statements import statements
from claims.models import Article
from claims.vocabulary import Kind, Part

MakeArticle = Callable[..., Article]
# What stands behind attribution is tested, on attributions that no training changes.
RULES = RuleTagger()

CHECKABLE = [
    "The bridge cost 40 million dollars.",
    "Talks were held in Orsk between March 3 and 5.",
    "Exports of timber fell by a third last year.",
    "The council of Orsk approved the plan of Sorrel Ltd.",
]


@pytest.mark.parametrize("sentence", CHECKABLE)
def test_figures_dates_and_events_are_statements(article_of: MakeArticle, sentence: str) -> None:
    """A sentence that can be looked up is proposed, without its full stop."""
    (claim,) = extract(article_of(sentence), RULES).claims
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
    "About Sorrel Ltd: Sorrel Ltd has made 40 ships since 1990.",
    "Orsk (4-4-2): Brel; Vask, Lenz, Rast, Holm; Sund, Moss, Hale, Cole; Iwu, Dahl.",
    "Media contact: Ana Brel, 555-0142",
    "14:05 GMT",
    "This live blog is closed. Thank you for 40 comments.",
    "Ana Brel is a reporter for The Kesten Post.",
    "Get 10 stories a day in your inbox: subscribe here",
    "Do you have 5 minutes? Write to letters@kesten.example",
    "Ana Brel contributed to this report.",
    "Surely that is worth more than 70 ships!",
    "Rain drummed on the tin roof as neighbours passed round a plate.",
    "The Orsk Harbour Union declined to comment.",
    "Nobody in Orsk was convinced.",
    "They spoke on condition of anonymity because the talks were held in private.",
    "He pulled his blanket straight and looked around the gym in Orsk.",
]


@pytest.mark.parametrize("line", LEFT_OUT)
def test_questions_opinion_and_boilerplate_are_no_statements(article_of: MakeArticle, line: str) -> None:
    """Lines that are no part of the story, and sentences that assert nothing."""
    assert extract(article_of(f"{line}\n"), RULES).claims == ()


def test_boilerplate_is_no_attribution_either(article_of: MakeArticle) -> None:
    """A teaser quotes somebody, and yet it is none of this article's claims."""
    assert extract(article_of('Read more: "The port is shut," Mira Halden said.'), RULES).claims == ()


def test_what_is_attributed_is_not_a_statement_too(article_of: MakeArticle) -> None:
    """A sentence belongs to its speaker or to the publisher, never to both."""
    (claim,) = extract(article_of("Ana Brel said that the bridge cost 40 million dollars."), RULES).claims
    assert claim.kind == Kind.INDIRECT


def test_a_dateline_is_no_part_of_a_statement(article_of: MakeArticle) -> None:
    """Place, day and agency before the dash say where it was written."""
    (claim,) = extract(article_of("ORSK, May 5 (Meridian Wire) — The bridge cost 40 million dollars."), RULES).claims
    assert claim.text == "The bridge cost 40 million dollars"


def test_a_clause_of_a_headline_stands_by_itself() -> None:
    """What stands before the semicolon is the outlet's, what stands behind it the premier's."""
    title = "Quake toll climbs past 300; premier blames 'walls of paper'"
    behind = title.index("premier"), len(title)
    (found,) = statements(title, Part.TITLE, [behind], find_figures(title, part=Part.TITLE))
    assert title[found.start : found.end] == "Quake toll climbs past 300"


def test_a_turn_of_a_transcript_is_nobodys_statement_but_the_speakers(article_of: MakeArticle) -> None:
    """Behind a name and a colon the outlet does not speak in its own voice."""
    claims = extract(article_of("ANA BREL: The bridge cost 40 million dollars. It was built in 1990."), RULES).claims
    assert [claim for claim in claims if claim.kind == Kind.STATEMENT] == []


def test_a_sentence_that_reports_is_no_statement_though_nobody_was_found(article_of: MakeArticle) -> None:
    """Where the tagger misses who speaks, the outlet is not made to say it."""
    text = "Early figures from the harbour put the loss at 40 million dollars."
    assert [claim for claim in extract(article_of(text), RULES).claims if claim.kind == Kind.STATEMENT] == []


def test_a_headline_is_a_statement_only_if_it_asserts(article_of: MakeArticle) -> None:
    """``part: title`` for what can be checked; nothing for a title that asserts nothing."""
    (claim,) = extract(article_of("It rained.", title="Bridge in Orsk costs 40 million dollars"), RULES).claims
    assert (claim.kind, claim.spans[0].part) == (Kind.STATEMENT, Part.TITLE)
    assert extract(article_of("It rained.", title="An evening by the sea"), RULES).claims == ()


def test_figures_outweigh_opinion(article_of: MakeArticle) -> None:
    """The queue shows the claim with a figure before the one without."""
    text = "Ana Brel said that the bridge cost 40 million dollars. She said that it was a wonderful place."
    dear, lovely = extract(article_of(text), RULES).claims
    assert dear.checkworthiness is not None
    assert lovely.checkworthiness is not None
    assert dear.checkworthiness > lovely.checkworthiness
    assert "a figure" in dear.checkworthiness_reasons
    assert "but words of opinion" in lovely.checkworthiness_reasons


def test_without_a_publisher_a_statement_has_no_speaker(article_of: MakeArticle) -> None:
    """Nobody is made up where the publisher is unknown."""
    extraction = extract(article_of("The bridge cost 40 million dollars.", publisher=None), RULES)
    assert extraction.claims[0].speakers == ()
    assert extraction.speakers == ()
