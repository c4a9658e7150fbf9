"""How much a claim is worth checking: from 0 to 1, with reasons a person can read.

Figures weigh most, then dates, names, comparisons and completed events; opinion, the future and
the subjective weigh against. The words are data; no one of them decides alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extract.grammar import COMMON_VERBS
from claims.extract.words import Word, listed, words_of
from claims.models import Figure
from claims.vocabulary import Attitude, FigureKind

COMPARISONS = listed("""
    more less fewer higher lower larger smaller bigger largest smallest highest lowest biggest best worst most least
    first last fastest slowest oldest youngest longest shortest record double doubled tripled halved twice half
    increase increased decrease decreased rose rises risen fell falls fallen grew grown dropped climbed gained lost
    outnumber outnumbered exceeded than majority""")
CAUSES = re.compile(r"\b(because of|due to|caused|led to|resulted in|as a result|owing to|triggered)\b", re.I)
OPINION = listed("""
    should ought beautiful ugly wonderful terrible awful great amazing sadly hopefully unfortunately fortunately
    arguably perhaps maybe frankly obviously clearly surely disgraceful shameful brilliant stunning charming lovely
    sad happy bitter sweet fascinating boring remarkable absurd ridiculous delightful glorious dreadful""")
# What people do to each other's words, and how they look while they do it: nothing of it is a fact of the story.
REACTIONS = listed("""
    welcomed welcomes disagreed disagrees agreed agrees declined declines commented comment questioned questions
    denied denies deny doubts doubt supports opposes backs praised praises criticised criticized condemned
    condemns thanked applauded mocked replied responded answered laughed smiled nodded shrugged sighed winced
    frowned cried wept whispered listened paused hesitated glanced gazed stared looked pulled drummed hummed
    hissed shone shines hiss shine hugged waved knelt drizzled lingered drifted glittered flickered rustled
    echoed chatted joked sipped puffed tugged clutched speaking spoke respond reply""")
_SOURCING = re.compile(
    r"\b(condition of anonymity|not to be (named|identified)|(gave|given|giving) evidence|requests? for comment"
    r"|could not be (reached|verified)|asked not to|declined to)\b",
    re.I,
)
VAGUE = re.compile(
    r"(not (all|every\w*|many)|nobody|no one|everyone|everybody|somebody|someone|what|who|whoever|anyone|anybody"
    r"|there (is|are|was|were) (no|nothing|few|little|something)|few|perhaps|maybe|surely|it (is|was) an?)\b",
    re.I,
)
SCENERY = re.compile(
    r"(?:the|a|an)?\s*(?:\w+\s+)?(?:wind|breeze|rain|drizzle|sun|sunlight|sky|clouds?|fog|mist|snow|moon|dawn|dusk|waves"
    r"|gulls|birds|leaves|shutters|curtains|candles?|lamps?|cobbles|kettles?|clock|music|smell|scent|silence)\b",
    re.I,
)
"""Of these nobody asks for evidence, unless they did something or there is a figure."""
# With these a noun phrase begins that can be told from others; a bare "Rain" at the start of a sentence cannot.
_ANCHORS = listed("""
    the a an this that these those his her its their he she it they both two three four five six seven eight nine ten
    several about some more""")
FUTURE = listed("will shall would could might may 'll")
EVENTS = listed("""
    killed injured wounded arrested signed approved rejected opened closed elected appointed resigned died born
    destroyed damaged attacked launched founded built bought sold paid received delivered published voted passed
    ruled convicted sentenced charged fined met held agreed reached began started ended won lost hired fired
    evacuated collapsed flooded reopened cancelled canceled suspended banned imported exported produced discussed
    announced hosted led visited struck crashed spilled leaked announced ordered adopted left participated attended
    host meet meets hosts opens closes lead begins starts ends launches joins votes resumes expires built
    strikes vote votes trade trades climbs falls rises wins loses beats signs buys sells cuts raises backs halts
    scraps lifts doubles double slashes extends opens shuts bars orders names wins approves rejects bans reopens
    moves sends grows drops hits becomes plans takes keeps gets faces""")

PASSIVE = re.compile(
    r"\b(?:has|have|had|was|were|been|is|are)\s+(?:(?:not|never|now|since|been)\s+){0,3}"
    r"\w+(?:ed|en|ing|lt|ld|ght|ost|ent|wn)\b",
    re.I,
)
"""A perfect, a passive or a progressive: something is said to have happened."""
BASE = 0.15
FIGURE, MORE_FIGURES, DATE, NAME, COMPARISON, CAUSE, EVENT = 0.35, 0.1, 0.12, 0.08, 0.12, 0.1, 0.15
AGAINST_OPINION, AGAINST_FUTURE, AGAINST_SHORT, AGAINST_FIRST_PERSON = 0.2, 0.1, 0.1, 0.15
ATTITUDE_COST = {Attitude.ASSERTION: 0.0, Attitude.BELIEF: 0.1, Attitude.INTENTION: 0.1, Attitude.QUESTION: 0.3}
SHORT, LONG = 5, 8


@dataclass(frozen=True, slots=True)
class Worth:
    """A score and what made it."""

    score: float
    reasons: tuple[str, ...]
    checkable: bool
    """Whether anything in the words could be looked up at all."""


def worth_of(words: str, figures: Sequence[Figure], attitude: Attitude = Attitude.ASSERTION) -> Worth:
    """Weigh the words of a claim."""
    tokens = [token for token in words_of(words) if not token.mark]
    lowers = {token.lower for token in tokens}
    score, reasons = BASE, []
    numbers = [figure for figure in figures if figure.kind not in {FigureKind.DATE, FigureKind.TIME}]
    if numbers:
        score += FIGURE + (MORE_FIGURES if len(numbers) > 1 else 0)
        reasons.append("a figure" if len(numbers) == 1 else f"{len(numbers)} figures")
    if len(figures) > len(numbers):
        score += DATE
        reasons.append("a date or time")
    named = _named(tokens)
    if named:
        score += NAME
        reasons.append("names")
    if lowers & COMPARISONS:
        score += COMPARISON
        reasons.append("a comparison")
    if CAUSES.search(words):
        score += CAUSE
        reasons.append("a cause")
    event = bool(lowers & EVENTS) or any(_past(token) for token in tokens) or bool(PASSIVE.search(words))
    if event:
        score += EVENT
        reasons.append("an event")
    if lowers & OPINION:
        score -= AGAINST_OPINION
        reasons.append("but words of opinion")
    if lowers & FUTURE:
        score -= AGAINST_FUTURE
        reasons.append("but about what is to come")
    if len(tokens) < SHORT:
        score -= AGAINST_SHORT
        reasons.append("but few words")
    if attitude != Attitude.ASSERTION:
        score -= ATTITUDE_COST[attitude]
        reasons.append(f"but {attitude.value} rather than assertion")
    anchored = named or (bool(tokens) and tokens[0].lower in _ANCHORS)
    scenery = bool(SCENERY.match(words)) and not lowers & EVENTS and not CAUSES.search(words)
    idle = scenery or bool(lowers & REACTIONS) or bool(_SOURCING.search(words)) or bool(VAGUE.match(words))
    checkable = (bool(numbers) and not (idle and len(tokens) < LONG)) or (
        not idle
        and len(tokens) >= SHORT
        and (len(figures) > 0 or (anchored and event and not lowers & (OPINION | {"!"})))
    )
    return Worth(round(min(1.0, max(0.0, score)), 2), tuple(reasons), checkable)


def _named(tokens: Sequence[Word]) -> bool:
    """Whether a name stands anywhere but at the start of a sentence, or two capitalised words together."""
    return any(
        token.capital and (k > 0 or (len(tokens) > 1 and tokens[1].capital)) and token.lower not in {"i", "i'm"}
        for k, token in enumerate(tokens)
    )


def _past(token: Word) -> bool:
    lower = token.lower
    return not token.capital and ((lower.endswith("ed") and len(lower) > 4) or lower in COMMON_VERBS)
