"""Every line of ``page_lines.txt``, in every place of an article where it may stand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from claims.extract import extract
from claims.extract.rules import RuleTagger
from claims.models import Article, Claim
from claims.vocabulary import Part

MakeArticle = Callable[..., Article]
TABLE = Path(__file__).with_name("page_lines.txt")
TAGGER = RuleTagger()
ABOVE = (
    "The council closed the bridge on Monday after engineers found 40 cracks in its deck.",
    "The bridge carries the only road to the harbour. Lorries were banned from it in 2019.",
)
BELOW = (
    "Ivo Lenz, who leads the council, said the work would take two months.",
    "The last repair took a year and cost £3m.",
)
FEWEST = 250
"""So many lines of each sort are a list that one word cannot satisfy."""


def rows() -> list[tuple[str, str, str]]:
    """What a line is, where it may stand, its words."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    kept = [line.split(" ", 2) for line in lines if line and not line.startswith("#")]
    return [(kind, places, words) for kind, places, words in kept]


def placed(article_of: MakeArticle, place: str, line: str) -> tuple[Article, int, int]:
    """An article with a line at its start, in its middle or at its end, and where it stands."""
    own = "\n\n".join(line.split(" // "))
    paragraphs = {"s": (own, *ABOVE, *BELOW), "m": (*ABOVE, own, *BELOW), "e": (*ABOVE, *BELOW, own)}[place]
    text = "\n\n".join(paragraphs)
    start = text.index(own)
    return article_of(text, title="Bridge shut after cracks are found"), start, start + len(own)


def claims_of(article_of: MakeArticle, place: str, line: str) -> list[Claim]:
    """The claims that touch a line where it stands."""
    article, start, end = placed(article_of, place, line)
    return [
        claim
        for claim in extract(article, TAGGER).claims
        if any(s.part == Part.TEXT and s.start < end and s.end > start for s in (*claim.spans, *claim.cue_spans))
    ]


def test_furniture_brings_no_claim_and_its_likes_in_a_story_do(article_of: MakeArticle) -> None:
    """No false alarm on boilerplate, and no genuine statement lost for it."""
    wrong = []
    table = rows()
    for kind, places, line in table:
        # At the end one sign of furniture is enough: there the likes of it have the hardest stand.
        for place in places if kind == "furniture" else places[-1]:
            found = claims_of(article_of, place, line)
            if bool(found) == (kind == "furniture"):
                wrong.append((kind, place, line, [claim.text for claim in found]))
    assert not wrong
    assert all(sum(kind == one for one, _, _ in table) >= FEWEST for kind in ("furniture", "story"))


def test_a_page_that_speaks_for_itself_says_nothing(article_of: MakeArticle) -> None:
    """Outside quotation marks "we" and "you" are the outlet and its reader, inside them they are whoever speaks."""
    text = "Orsk burned. We think that it is late. Ivo Lenz said: “We think that it is late.”"
    sources = [s.text for claim in extract(article_of(text), TAGGER).claims for s in claim.source_spans]
    assert "Ivo Lenz" in sources
    assert text.index("We think") not in {
        s.start for claim in extract(article_of(text), TAGGER).claims for s in claim.source_spans
    }
