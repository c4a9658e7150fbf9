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
    "Vans pay £12.",
    "Schools reopened on Tuesday.",
    "It is the largest of its kind in Europe.",
    "The plant added 300 jobs.",
    "Share prices in Orsk fell by 4 per cent.",
    "The ship was registered in Panama and sold 400 cookies a day.",
    "No rider from Orsk has ever won the race.",
]


@pytest.mark.parametrize("sentence", CHECKABLE)
def test_figures_dates_and_events_are_statements(article_of: MakeArticle, sentence: str) -> None:
    """A sentence that can be looked up is proposed, without its full stop."""
    (claim,) = extract(article_of(sentence), RULES).claims
    assert claim.kind == Kind.STATEMENT
    assert claim.text == sentence.rstrip(".")
    assert claim.checkworthiness is not None
    assert claim.checkworthiness >= 0.2
    assert claim.checkworthiness_reasons


LEFT_OUT = [
    "There is also talk of a second bridge in Orsk.",
    "There were growing fears of another flood in May.",
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
    "Residents of Orsk should leave 2 windows open.",
    "Log in to read 40 comments on Orsk.",
    "Reach the 2 editors of Orsk at desk@kesten.example.",
    "A version of this article appears in print on May 5, Section B, Page 1.",
    "An earlier version of this article misstated the number of ships. It was 40, not 400.",
    "The views expressed in this column are those of 2 people in Orsk.",
    "Whether the bridge of 1990 will hold is not known.",
    "A spokeswoman of Sorrel Ltd did not return two calls.",
    "A black cat sat on the wall in Orsk and watched the boats.",
    "The trial is expected to last for 3 weeks.",
    "Stage 4 result: 1. A Brel 4hr 2min; 2. M Halden at 4sec",
    "Children on the quay at Orsk in 2019. Image: Orsk Museum",
]


@pytest.mark.parametrize("line", LEFT_OUT)
def test_questions_opinion_and_boilerplate_are_no_statements(article_of: MakeArticle, line: str) -> None:
    """Lines that are no part of the story, and sentences that assert nothing."""
    assert extract(article_of(f"{line}\n"), RULES).claims == ()


STORY = "Mira Halden opened the port of Orsk on Tuesday.\n\nIt cost 40 million dollars.\n"


@pytest.mark.parametrize(
    "lines",
    [
        "ENDS\n\nSorrel Ltd was founded in 1990 and has 40 ships.",
        "About Sorrel\n\nSorrel was founded in 1990 and has 40 ships.",
        "###\n\nSorrel was founded in 1990. It has 40 ships.",
        "Related stories\n\nMan of 92 swims across the harbour of Orsk\n\nBus fares rose by 10p in June",
        "The Post is a member of the Guild of 40 Papers.",
        "Ana Brel writes about cities. Her book on Orsk came out in March.",
        "Three ships sank off Orsk in May",
        "Data delayed at least 15 minutes.",
    ],
)
def test_behind_a_story_stands_what_is_no_part_of_it(article_of: MakeArticle, lines: str) -> None:
    """Notes to editors, other headlines, and what the outlet says of itself and its makers are no claims."""
    claims = extract(article_of(STORY + "\n" + lines, publisher="The Kesten Post")).claims
    assert [claim.text for claim in claims] == [
        "Mira Halden opened the port of Orsk on Tuesday",
        "It cost 40 million dollars",
    ]


def test_a_press_release_may_speak_of_whoever_published_it(article_of: MakeArticle) -> None:
    """The outlet's name is no sign of furniture where the story is about the outlet."""
    text = "Sorrel Group opened a port in Orsk on Tuesday.\n\nSorrel Group has 40 ships."
    claims = extract(article_of(text, publisher="Sorrel Group")).claims
    assert [claim.text for claim in claims][1:] == ["Sorrel Group has 40 ships"]


def test_somebodys_words_are_never_furniture(article_of: MakeArticle) -> None:
    """A quotation may order its reader about, and stands in the story all the same."""
    text = f'{STORY}\n"Join us and sign up for your own boat," Mira Halden said.'
    assert [claim.kind for claim in extract(article_of(text)).claims][-1] == Kind.QUOTE


def test_a_list_of_facts_needs_no_full_stops(article_of: MakeArticle) -> None:
    """Lines with bullets, or beside lines like them, are statements; a lone one is a heading or a caption."""
    text = "• The port cost 40 million dollars\n• It has 12 cranes\n\nMira Halden opened it on Tuesday."
    assert [claim.text for claim in extract(article_of(text)).claims][:2] == [
        "The port cost 40 million dollars",
        "It has 12 cranes",
    ]
    lone = f"{STORY}\nQueues of 19 miles\n\nThe port has 12 cranes."
    assert "Queues of 19 miles" not in [claim.text for claim in extract(article_of(lone)).claims]


def test_a_clause_beside_an_attribution_stands_by_itself() -> None:
    """What comes before the "but" is the outlet's, what comes behind it is Brel's."""
    text = "The port of Orsk closed in May, but Ana Brel says it will open again."
    behind = text.index("Ana"), len(text) - 1
    (found,) = statements(text, Part.TEXT, [behind], find_figures(text))
    assert text[found.start : found.end] == "The port of Orsk closed in May"


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
    for title in (
        "An evening by the sea",
        "The last signalman of Orsk",
        "Explainer: How 3 ships were lost",
        "3 walks in Orsk",
    ):
        assert extract(article_of("It rained.", title=title), RULES).claims == ()


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
