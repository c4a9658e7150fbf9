"""From an article to its claims: who says what, and what the article says itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

from claims.extract.acts import done
from claims.extract.attributions import kind_of, trimmed
from claims.extract.boilerplate import boilerplate
from claims.extract.figures import find_figures
from claims.extract.minting import STATEMENT_CONFIDENCE, Proposal, minted, proposal
from claims.extract.quotations import quotations
from claims.extract.sentences import Range
from claims.extract.speakers import cast_of, publisher_of
from claims.extract.statements import statements
from claims.extract.tagger import Tagger
from claims.extract.taggers import default_tagger, tagger_named
from claims.extract.words import listed
from claims.models import Article, Attribution, ClaimSpeaker, Extraction, Figure, Span, SpeakerRef
from claims.vocabulary import Kind, Part

__all__ = ["Tagger", "attributions", "default_tagger", "extract", "tagger_named"]


def extract(article: Article, tagger: Tagger | None = None, *, locale: str = "en-US") -> Extraction:
    """Find who says what in one article, and what it asserts itself; claims in reading order.

    1. The tagger finds attributions in headline and text; a source loses the comma that closes its apposition.
    2. What stands in boilerplate, says too few words, or is the writer's own "we think" is left out.
    3. Each attribution gets its kind and its speakers.
    4. Figures are read once over the whole article.
    5. Sentences that nobody is quoted for, and that can be checked, become statements of the publisher.
    6. Claims get ids, figures and a worth.

    Never raises on any text; the same article and tagger give the same claims.
    """
    tagger = tagger or default_tagger()
    parts = {Part.TITLE: article.title or "", Part.TEXT: article.text}
    skipped = {
        part: boilerplate(text, article.publisher, article.title) if part == Part.TEXT else []
        for part, text in parts.items()
    }
    found = [
        (part, trimmed(attribution))
        for part, attributed in zip(parts, tagger.attribute(list(parts.values())), strict=True)
        for attribution in attributed
        if _says_something(attribution) and not done(attribution) and not _inside(skipped[part], attribution)
    ]
    found = [one for one in found if not _of_the_writer(article.words(one[0]), one, found)]
    kinds = [kind_of(attribution.content) for _, attribution in found]
    cast = cast_of(article, found, skipped[Part.TEXT])
    proposals = [
        proposal(part, attribution, kind, speakers)
        for (part, attribution), kind, speakers in zip(found, kinds, cast.of_attribution, strict=True)
    ]

    def read(text: str, part: Part) -> list[Figure]:
        return find_figures(text, published=article.published, locale=locale, part=part)

    figures = [figure for part, text in parts.items() for figure in read(text, part)]
    publisher = publisher_of(article)
    voice = (
        (ClaimSpeaker(speaker=SpeakerRef(id=publisher.id, name=publisher.name, kind=publisher.kind)),)
        if publisher
        else ()
    )
    for part, text in parts.items():
        attributed = [(s.start, s.end) for p, a in found if p == part for s in _words_said(a)]
        own = [figure for figure in figures if figure.part == part]
        for statement in statements(text, part, [*attributed, *skipped[part]], own):
            words = text[statement.start : statement.end]
            span = Span(start=statement.start, end=statement.end, text=words, part=part)
            proposals.append(
                Proposal(
                    Kind.STATEMENT, (span,), speakers=voice, confidence=STATEMENT_CONFIDENCE, worth=statement.worth
                )
            )
    claims = minted(article, proposals, figures, read, tagger.extractor)
    spoken = any(claim.kind == Kind.STATEMENT for claim in claims)
    return Extraction(claims=claims, speakers=(*cast.speakers, *((publisher,) if publisher and spoken else ())))


def attributions(text: str, tagger: Tagger | None = None) -> list[Attribution]:
    """Who is said to hold what in a text, in reading order, with offsets into the text as passed."""
    return [trimmed(one) for one in (tagger or default_tagger()).attribute([text])[0]]


def _words_said(attribution: Attribution) -> list[Span]:
    """What an attribution takes of its sentence: not its source, where that does something of its own first.

    ``Orsk Air cut its forecast, blaming the price of fuel``
    """
    by_the_way = attribution.cue and attribution.cue[0].text.split()[0].endswith("ing")
    source = [] if by_the_way else attribution.source
    return [*source, *attribution.cue, *attribution.content]


WRITERS = listed("i we you")
"""Outside of what somebody says, these are the writer and the reader."""


def _of_the_writer(text: str, one: tuple[Part, Attribution], found: Sequence[tuple[Part, Attribution]]) -> bool:
    """Whether a page speaks of itself or to its reader: "We have reported without owners", "Do you think ...?"."""
    part, attribution = one
    if not attribution.source or any(span.text.lower() not in WRITERS for span in attribution.source):
        return False
    at = attribution.source[0].start
    said = (span for own, other in found if own == part and other is not attribution for span in other.content)
    if any(span.start <= at < span.end for span in said):
        return False
    return not any(start <= at < end for quotation in quotations(text) for start, end in quotation.ranges)


FEWEST_WORDS = 3
"""Reported content of fewer words says nothing that could be checked."""
TOPICS = listed("""
    discuss discusses discussed discussing debate debates debated debating negotiate negotiates negotiated negotiating
    talk talks talked talking""")
"""These name what was spoken about and not what was said: that they met over it is the article's own statement."""


def _says_something(attribution: Attribution) -> bool:
    """Whether the content can be a claim: a lone noun behind "denounced" cannot, nor a topic behind "discussed"."""
    words = sum(len(span.text.split()) for span in attribution.content)
    kind = kind_of(attribution.content)
    cue = {word for span in attribution.cue for word in span.text.lower().split()}
    if kind == Kind.INDIRECT and cue & TOPICS:
        return False
    return words >= FEWEST_WORDS or (words > 0 and kind == Kind.QUOTE and bool(attribution.cue))


def _inside(skipped: list[Range], attribution: Attribution) -> bool:
    """Whether an attribution touches a line that is no part of the story."""
    for span in (*attribution.content, *attribution.cue):
        at = bisect_left(skipped, span.end, key=itemgetter(0))
        if at and skipped[at - 1][1] > span.start:
            return True
    return False
