"""How much a claim is worth checking: from 0 to 1, with reasons a person can read.

Figures weigh most, then dates, names, comparisons and completed events; opinion, the future and
the subjective weigh against. The words are data; no one of them decides alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extract.grammar import COMMON_VERBS, CONJUNCTIONS, PREPOSITIONS, verb_like
from claims.extract.idle import GESTURES, HEARSAY, OPINION, REACTIONS, SCENERY, SOURCING, VAGUE
from claims.extract.reporting import AUXILIARIES
from claims.extract.words import Word, listed, words_of
from claims.models import Figure
from claims.vocabulary import Attitude, FigureKind

COMPARISONS = listed("""
    more less fewer higher lower larger smaller bigger largest smallest highest lowest biggest best worst most least
    first last fastest slowest oldest youngest longest shortest record double doubled tripled halved twice half
    increase increased decrease decreased rose rises risen fell falls fallen grew grown dropped climbed gained lost
    outnumber outnumbered exceeded than majority single sole nothing none neither longer shorter older newer
    younger faster slower cheaper dearer earlier later heavier lighter warmer colder hotter weaker stronger poorer
    richer shrank shrunk shrinks widened narrowed slipped slid tumbled plunged surged soared jumped eased dipped""")
_SUPERLATIVE = re.compile(
    r"\b(?:the|its|his|her|their|'s|’s)\s+(?:\w+[\s-]){0,2}(?:(?!"
    r"forest|interest|request|protest|harvest|contest|arrest|quest|guest|inquest|conquest|digest|behest|modest|honest"
    r"|manifest|invest|suggest|(?:north|south|mid)?west\b|wildest\s+dream|test)\w{3,}est|most|least|best|worst)\b",
    re.I,
)
CAUSES = re.compile(r"\b(because|due to|caused|led to|resulted in|as a result|owing to|triggered)\b", re.I)
# With these a noun phrase begins that can be told from others; a bare "Rain" at the start of a sentence cannot.
_ANCHORS = listed("""
    the a an this that these those his her its their he she it they both two three four five six seven eight nine ten
    several about some more""")
PUBLIC = listed("""
    killed dead died deaths death injured wounded victims drowned jobs workers employees patients hospital hospitals
    tax taxes taxpayers budget law laws illegal crime crimes fraud fined jailed convicted arrested police court voters
    votes vote election elections ballot government council ministry parliament senate regulator regulators inspectors
    prices inflation rent rents wages mortgages poverty homes families households pupils schools water emissions
    pollution safety unsafe risk risks evacuated outage border army troops soldiers refugees prison prisoners budget
    profit profits loss losses revenue shares debt bankrupt closed deadliest""")
"""What many people have to live with."""
FIRST_PERSON = listed("i i'm i’m i've i’ve i'd i’d my me myself mine")
FUTURE = listed("will shall would could might may 'll")
EVENTS = listed("""
    killed injured wounded arrested signed approved rejected opened closed elected appointed resigned died born
    destroyed damaged attacked launched founded built bought sold paid received delivered published voted passed
    ruled convicted sentenced charged fined met held agreed reached began started ended won lost hired fired
    evacuated collapsed flooded reopened cancelled canceled suspended banned imported exported produced discussed
    announced hosted led visited struck crashed spilled leaked announced ordered adopted left participated attended
    host meet meets hosts opens closes lead begins starts ends launches joins votes resumes resume expires built
    begin start end died dies die break broke breaks strikes vote votes trade trades climbs falls rises wins loses
    beats signs buys sells cuts raises backs halts
    scraps lifts doubles double slashes extends opens shuts bars orders names wins approves rejects bans reopens
    moves sends grows drops hits becomes plans takes keeps gets faces
    quits quit sacks sack sacked resigns returns returned seizes seize seized scores jails frees delays delayed dies
    collapses burns sinks sank crashes kills injures fines sues sued arrests evacuates floods reveals unveils replaces
    replaced retires retired enters rejects pays loses recalls settles settled drops ditches axes tops overtakes merges
    merge""")

PASSIVE = re.compile(
    r"\b(?:has|have|had|was|were|been|is|are|be)\s+(?:(?:not|never|now|since|been|also|already|yet|still|to)\s+){0,3}"
    r"(?:\w+ly\s+)?(?:\w+(?:ed|en|lt|ld|ght|ost|ent|wn|rn|id|de)|begun|run|put|shut|cut|hit|set|led|met|fed|won|read)\b"
    r"|\b(?:is|are|been)\s+(?:not\s+|now\s+|still\s+|also\s+)?\w{2,}ing\b"
    r"|\b(?:has|have|had)\s+yet\s+to\b",
    re.I,
)
"""A perfect, a passive or a progressive: something is said to have happened."""
_STANDS_AT = re.compile(r"\b(?:stands?|stood|sits?|sat)\s+(?:at|for)\b|\bpull(?:s|ed)\s+(?:out|off)\b", re.I)
_SMALL = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES
_TOLD = REACTIONS | EVENTS
BASE = 0.15
FIGURE, MORE_FIGURES, DATE, NAME, COMPARISON, CAUSE, EVENT = 0.35, 0.1, 0.12, 0.08, 0.12, 0.1, 0.15
AGAINST_OPINION, AGAINST_FUTURE, AGAINST_SHORT, AGAINST_FIRST_PERSON = 0.2, 0.1, 0.1, 0.15
ATTITUDE_COST = {Attitude.ASSERTION: 0.0, Attitude.BELIEF: 0.15, Attitude.INTENTION: 0.2, Attitude.QUESTION: 0.3}
FIGURE_OF = {
    FigureKind.AGE: 0.1,
    FigureKind.ORDINAL: 0.15,
    FigureKind.DURATION: 0.25,
    FigureKind.QUANTITY: 0.3,
}
"""Kinds of figures that weigh less than others: an age is seldom what is disputed."""
CONSEQUENCE = 0.12
_MARKS = ("“", "‘", '"', "«", "„", "'")
AGAINST_QUOTED = 0.2
"""What is quoted is mostly said for its colour; facts are reported."""
DETAIL, DETAILED = 0.08, 14
FEWEST, SHORT, LONG = 3, 5, 8


@dataclass(frozen=True, slots=True)
class Worth:
    """A score and what made it."""

    score: float
    reasons: tuple[str, ...]
    checkable: bool
    """Whether anything in the words could be looked up at all."""


def worth_of(
    words: str,
    figures: Sequence[Figure],
    attitude: Attitude = Attitude.ASSERTION,
    names: frozenset[str] = frozenset(),
    *,
    headline: bool = False,
) -> Worth:
    """Weigh the words of a claim. ``names`` are those of the article, so that one that opens a sentence is known.

    ``headline``: they drop their articles, and are short.
    """
    marked = words_of(words)
    tokens = [token for token in marked if not token.mark]
    lowers = {token.lower for token in tokens}
    score, reasons = BASE, []
    numbers = [figure for figure in figures if figure.kind not in {FigureKind.DATE, FigureKind.TIME}]
    if numbers:
        weight = max(FIGURE_OF.get(figure.kind, FIGURE) for figure in numbers)
        score += weight + (MORE_FIGURES if len(numbers) > 1 else 0)
        reasons.append("a figure" if len(numbers) == 1 else f"{len(numbers)} figures")
    if len(figures) > len(numbers):
        score += DATE
        reasons.append("a date or time")
    named = _named(tokens, names)
    if named:
        score += NAME
        reasons.append("names")
    first = bool(_SUPERLATIVE.search(words))
    compared = first or bool(lowers & COMPARISONS)
    if compared:
        score += COMPARISON
        reasons.append("a comparison")
    caused = bool(CAUSES.search(words))
    if caused:
        score += CAUSE
        reasons.append("a cause")
    happened = bool(lowers & EVENTS)
    done = happened or bool(PASSIVE.search(words))
    event = done or any(_past(token) for token in tokens)
    if event:
        score += EVENT
        reasons.append("an event")
    if lowers & PUBLIC:
        score += CONSEQUENCE
        reasons.append("of public consequence")
    if lowers & FIRST_PERSON:
        score -= AGAINST_FIRST_PERSON
        reasons.append("but about whoever speaks")
    if lowers & OPINION:
        score -= AGAINST_OPINION
        reasons.append("but words of opinion")
    if lowers & FUTURE:
        score -= AGAINST_FUTURE
        reasons.append("but about what is to come")
    if words[:1] in _MARKS:
        score -= AGAINST_QUOTED
        reasons.append("but in somebody's own words")
    elif any(mark in words for mark in _MARKS if mark != "'"):
        score -= AGAINST_QUOTED / 2
        reasons.append("but partly in somebody's own words")
    if len(tokens) >= DETAILED:
        score += DETAIL
        reasons.append("in detail")
    if len(tokens) < SHORT:
        score -= AGAINST_SHORT
        reasons.append("but few words")
    if attitude != Attitude.ASSERTION:
        score -= ATTITUDE_COST[attitude]
        reasons.append(f"but {attitude.value} rather than assertion")
    anchored = named or (bool(tokens) and tokens[0].lower in _ANCHORS)
    told = (
        done
        or first
        or caused
        or (anchored and (event or compared))
        or (_named(tokens) and any(verb_like(t) for t in tokens))
        or (headline and _has_headline_verb(tokens))
    )
    if SOURCING.search(words) or HEARSAY.match(words):
        checkable = False
    elif _idle(words, marked, lowers, caused):
        checkable = bool(numbers) and len(tokens) >= LONG
    else:
        dated = any(figure.kind != FigureKind.TIME for figure in figures)
        checkable = bool(numbers) or (
            (dated and len(tokens) >= FEWEST + (not done))
            or (told and not lowers & OPINION and len(tokens) >= (FEWEST if headline else SHORT - happened))
        )
    return Worth(round(min(1.0, max(0.0, score)), 2), tuple(reasons), checkable)


def _idle(words: str, tokens: Sequence[Word], lowers: set[str], caused: bool) -> bool:
    """Whether the sentence paints, reacts, or says nothing in particular."""
    if "would" in lowers and ("if" in lowers or words.startswith("It would")):
        return True
    if (VAGUE.match(words) and not _UNHARMED.match(words)) or _main_verb(tokens) in REACTIONS:
        return True
    if lowers & GESTURES and not _STANDS_AT.search(words):
        return True
    return bool(SCENERY.match(words)) and not lowers & EVENTS and not caused


_UNHARMED = re.compile(
    r"(?:nobody|no one|no-one)\s+(?:was|were|has\s+been|had\s+been)\s+(?:\w+ed|hurt|in|inside|aboard)\b", re.I
)


def _has_headline_verb(tokens: Sequence[Word]) -> bool:
    """``Shipyard owner walks away``, "Teachers return to work": a noun and a verb that agrees with it."""
    for before, token, following in zip(tokens, tokens[1:], tokens[2:], strict=False):
        lower = token.lower
        if token.capital or lower in _SMALL or lower.endswith(("'s", "’s", "ly")):
            continue
        if verb_like(token):
            return True
        several = before.lower.endswith("s") and not before.lower.endswith(("'s", "’s", "ss"))
        closed = before.lower in PREPOSITIONS | _ANCHORS or following.lower in AUXILIARIES
        if not closed and (several != (lower.endswith("s") and not lower.endswith("ss"))):
            return several or lower.endswith("s")
    return False


def _main_verb(tokens: Sequence[Word]) -> str:
    """The first verb of a sentence, its auxiliaries and what stands behind "who" left out."""
    inside = False
    for token in tokens:
        lower = token.lower
        if token.mark:
            inside = inside and token.text != ","
        elif lower in {"who", "which", "whose"}:
            inside = True
        elif not inside and lower not in AUXILIARIES and (verb_like(token) or lower in _TOLD):
            return lower
    return ""


def _named(tokens: Sequence[Word], names: frozenset[str] = frozenset()) -> bool:
    """Whether a name stands anywhere but at the start of a sentence, or two capitalised words together."""
    return any(
        token.capital
        and (k > 0 or token.text in names or (len(tokens) > 1 and tokens[1].capital))
        and token.lower not in {"i", "i'm"}
        for k, token in enumerate(tokens)
    )


def _past(token: Word) -> bool:
    lower = token.lower
    return not token.capital and ((lower.endswith("ed") and len(lower) > 4) or lower in COMMON_VERBS)
