"""What comparison knows of one claim by itself: read once, kept, and set against that of other claims."""

from __future__ import annotations

import math
import re
from collections import Counter
from datetime import UTC, datetime
from functools import cached_property, lru_cache

from claims.compare import names
from claims.compare.concepts import concepts
from claims.compare.encoder import Passage
from claims.compare.measures import dimension, measure_of, thing_of
from claims.compare.polarity import goes_on, negations
from claims.compare.scopes import reach_of, scope_of
from claims.compare.words import Token, stems, tokens
from claims.models import Article, Claim, Figure, Span, SpeakerRef
from claims.models.base import Value
from claims.vocabulary import Attitude, FigureKind, Kind, Part, SpeakerRelation

RECIPE = 3
"""Changes whenever a profile of the same claim would: what was kept before is read anew."""


class Measured(Value):
    """A figure and what it measures."""

    figure: Figure
    dimension: str
    measure: str | None = None
    thing: str | None = None
    """The head of what is counted, as a stem."""
    stems: tuple[str, ...] = ()
    """What the clause around it says."""
    scope: tuple[str, ...] = ()
    """Marks of a period, a part or an addition: ``per day``, ``part``, ``more``."""
    denied: bool = False
    """Whether the words reject this figure: "9,000, not 6,000"."""


class Word(Value):
    """A word of a claim as a concept, and how much it tells this claim from others of its article (0 to 1)."""

    concept: str
    rarity: float


class Profile(Value):
    """One claim as comparison sees it; it depends on the claim and its article alone."""

    claim: str
    article: str
    order: tuple[str, str, str, int, int]
    """By publication (in UTC; unknown last), then by when the article was added, then by place."""
    publisher: str | None = None
    published: str | None = None
    kind: Kind
    attitude: Attitude
    words: str
    """The claim's words without quotation marks around them and without who says it."""
    before: str = ""
    """The sentence before the one that it stands in, in the text."""
    lead: str = ""
    """What its sentence says before its words, and below, behind them."""
    rest: str = ""
    stems: tuple[str, ...]
    """What its words share with other forms of them: claims are proposed to each other by these where no vector is."""
    says: tuple[Word, ...] = ()
    """The concepts in the claim and in what else its sentence says."""
    near: tuple[str, ...] = ()
    """The concepts in the sentence before: what "it" and "they" may stand for."""
    speakers: tuple[SpeakerRef, ...] = ()
    quoted: str = ""
    """The words between quotation marks, without them."""
    figures: tuple[Measured, ...] = ()
    names: tuple[str, ...] = ()
    """Words of names in the claim."""
    foreign: tuple[str, ...] = ()
    """Those that the article is not about: another place, another company, somebody met once."""
    places: tuple[str, ...] = ()
    """Words of names that something happened at."""
    focus: tuple[str, ...] = ()
    """Words of names in headline and first paragraphs: what the article is about."""
    around: tuple[str, ...] = ()
    """Words of names anywhere in the article."""
    topic: tuple[str, ...] = ()
    """The concepts of headline and first paragraph, and those that come back again and again."""
    negations: int = 0
    reach: str | None = None
    """How wide its words say it reaches: a nation, a region."""
    present: bool = False
    """Whether it tells of something that goes on: "are missing", "has risen"."""

    @property
    def passage(self) -> Passage:
        """What is turned into a vector."""
        return Passage(self.words, before=self.before, lead=self.lead, rest=self.rest)

    @property
    def day(self) -> str | None:
        """The day of publication as the outlet's clock had it."""
        return self.published[:10] if self.published else None

    @cached_property
    def rarities(self) -> dict[str, float]:
        """What ``says`` holds, by concept."""
        return {one.concept: one.rarity for one in self.says}

    @cached_property
    def around_it(self) -> frozenset[str]:
        """The concepts in its sentence and in the one before."""
        return frozenset(self.rarities).union(self.near)

    @cached_property
    def brings(self) -> frozenset[str]:
        """Which pieces of evidence it can have at all: it must name a date for another claim to name the same."""
        kinds = {one.figure.kind for one in self.figures}
        amounts = kinds - {FigureKind.DATE, FigureKind.TIME, FigureKind.ORDINAL}
        found = {
            "amount": bool(amounts),
            "measure": any(one.measure for one in self.figures),
            "thing": any(one.thing for one in self.figures),
            "time": FigureKind.TIME in kinds,
            "date": FigureKind.DATE in kinds,
            "rare name": bool(self.foreign),
        }
        return frozenset(name for name, there in found.items() if there)


BESIDE = 300
"""So many characters on either side of a claim are kept at most; the encoder reads fewer."""
LEAD = 600
"""So many characters of an article say what it is about."""
_QUOTED = re.compile(r"[“\"«]([^”\"»]+)[”\"»]|(?<!\w)‘([^’]+(?:’\w[^’]*)*)’|(?<!\w)'([^']+(?:'\w[^']*)*)'(?!\w)")
_END = re.compile(r"[.!?][”\"'’)]*(?=\s+[“\"'‘(A-Z0-9])|\n")
_THAT = re.compile(r"^(?:that|how|whether|if)\s+", re.IGNORECASE)
_LATEST = "~"
"""Sorts behind every time: an article without a date comes last."""


def profile(claim: Claim, article: Article, added_at: str | None = None) -> Profile:
    """Read everything that comparison will ask of a claim."""
    first = claim.spans[0]
    text = article.words(first.part)
    start, end = _sentence(text, claim.spans)
    small = names.lower_words(article.text)
    said = [one for one in tokens(text, start, end) if not _within(one, claim.source_spans, first.part)]
    words = " ".join(_bare(span.text) for span in claim.spans)
    words = _THAT.sub("", words)
    body = names.counted_names(article.text, small)
    title = names.counted_names(article.title or "", small)
    outlet = {names.key(word) for word in (article.publisher or "").split()}
    lead = names.counted_names(article.text[:LEAD], small)
    # In a headline every word may have a capital: only what is a name in the text is one there.
    focus = {*lead, *(word for word in title if word in body)}
    own = {word for span in claim.spans for _, word in names.name_words(span.text, small)}
    df, sentences = _frequencies(article)
    # What stands in the claim, or between source and claim, is its own; the rest of the sentence is what surrounds it.
    mine = [one for one in said if _within(one, claim.spans, first.part) or _within(one, claim.cue_spans, first.part)]
    own_concepts = dict.fromkeys(concepts(mine))
    before = _before(text, start)
    beside = [one for one in said if one not in mine]
    places = names.located(text, start, end, small)
    return Profile(
        claim=claim.id,
        article=article.id,
        order=(
            moment(article.published),
            added_at or _LATEST,
            article.id,
            0 if first.part == Part.TITLE else 1,
            first.start,
        ),
        publisher=article.publisher,
        published=article.published,
        kind=claim.kind,
        attitude=claim.attitude,
        words=words,
        before=text[slice(*before)].strip()[-BESIDE:] if first.part == Part.TEXT else "",
        lead=text[start : first.start][-BESIDE:],
        rest=text[claim.spans[-1].end : end][:BESIDE],
        stems=tuple(sorted(stems(words))),
        speakers=tuple(one.speaker for one in claim.speakers if one.speaker and one.relation == SpeakerRelation.SAYS),
        quoted=_quoted(claim),
        figures=tuple(_measured(figure, claim, said, text) for figure in claim.figures),
        names=tuple(sorted(own)),
        foreign=tuple(sorted(one for one in own if one not in focus and body[one] <= 2)),
        places=tuple(sorted(places)),
        focus=tuple(sorted(focus - outlet)),
        around=tuple(sorted((body | title).keys() - outlet)),
        says=tuple(
            Word(concept=one, rarity=_rarity(df.get(one, 1), sentences))
            for one in sorted(own_concepts)
            if one not in own
        ),
        near=tuple(sorted({*concepts(tokens(text, *before)), *concepts(beside)})),
        topic=_topic(article, df),
        negations=negations(words, claim),
        reach=reach_of(said),
        present=goes_on(said),
    )


def moment(published: str | None) -> str:
    """A day or a moment so that text sorts as time does; a bare day is its beginning."""
    if published is None:
        return _LATEST
    at = datetime.fromisoformat(published)
    return (at if at.tzinfo is None else at.astimezone(UTC)).strftime("%Y-%m-%dT%H:%M:%S")


def _sentence(text: str, spans: tuple[Span, ...]) -> tuple[int, int]:
    """The stretch of whole sentences in which a claim stands."""
    first, last = spans[0], spans[-1]
    start = 0
    for match in _END.finditer(text, 0, first.start):
        start = match.end()
    found = _END.search(text, max(first.start, last.end - 2))
    end = max(found.end() if found else len(text), last.end)
    while start < first.start and text[start].isspace():
        start += 1
    return start, end


def _before(text: str, start: int) -> tuple[int, int]:
    """The sentence before, in the same text."""
    ends = [match.end() for match in _END.finditer(text, 0, max(0, start - 1))]
    ends = [end for end in ends if end < start]
    if not ends:
        return 0, start
    return (ends[-2] if len(ends) > 1 and not text[ends[-1] : start].strip() else ends[-1]), start


@lru_cache(maxsize=64)
def _frequencies(article: Article) -> tuple[dict[str, int], int]:
    """In how many sentences of an article each concept stands, and how many sentences there are."""
    found: Counter[str] = Counter()
    pieces = [one for one in _END.split(article.text) if one.strip()]
    for piece in [article.title or "", *pieces]:
        found.update(set(concepts(tokens(piece))))
    return dict(found), len(pieces) + 1


def _rarity(times: int, sentences: int) -> float:
    """1 for what one sentence says alone, 0 for what every second one says."""
    if sentences <= 2:
        return 0.5
    return round(max(0.0, 1 - math.log(max(1, times)) / math.log(sentences / 2 + 1)), 3)


def _topic(article: Article, df: dict[str, int]) -> tuple[str, ...]:
    top = concepts(tokens((article.title or "") + "\n" + article.text[: LEAD // 2]))
    often = [one for one, times in df.items() if times >= 3]
    return tuple(sorted({*top, *often}))


def _within(token: Token, spans: tuple[Span, ...], part: Part) -> bool:
    return any(span.holds(token.start, token.end, part) for span in spans)


def _bare(text: str) -> str:
    return text.strip().strip('“”"«»‘').strip().rstrip(",").strip('”"’ ')


def _quoted(claim: Claim) -> str:
    if claim.kind == Kind.QUOTE:
        return " ".join(_bare(span.text) for span in claim.spans)
    return " ".join(next(filter(None, match.groups())) for span in claim.spans for match in _QUOTED.finditer(span.text))


def _measured(figure: Figure, claim: Claim, said: list[Token], text: str) -> Measured:
    inside = figure.part == claim.spans[0].part
    around = said if inside else []
    clause = _clause(figure, around)
    return Measured(
        figure=figure,
        dimension=dimension(figure),
        measure=measure_of(figure, around, claim.figures),
        thing=thing_of(figure),
        stems=tuple(sorted(stems(" ".join(one.text for one in clause)))),
        scope=scope_of(figure, clause),
        denied=_denied(figure, around),
    )


def _clause(figure: Figure, words: list[Token]) -> list[Token]:
    """The words around a figure up to the next mark that divides clauses, a few words at least."""
    at = next((i for i, one in enumerate(words) if one.end > figure.core_start), len(words))
    start = at
    while start > 0 and words[start - 1].lower not in {";", ":", "—", "(", "but", "while"}:
        start -= 1
        if at - start > 14:
            break
    end = at
    while end < len(words) and words[end].lower not in {";", ":", "—", ")", "but", "while"} and end - at < 14:
        end += 1
    return words[start:end]


def _denied(figure: Figure, words: list[Token]) -> bool:
    before = [one.lower for one in words if one.end <= figure.start][-2:]
    return bool(before) and (before[-1] == "not" or before == ["rather", "than"])
