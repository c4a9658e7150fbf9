"""How likely two claims about the same thing exclude each other, where no figure and no rule decides.

Outlets that answer one question in different ways seldom use opposite words for it: one says who did it, the other says
that nobody did. Each piece of evidence is a number with a name, and the same whichever claim comes first; what it is
worth was fitted on told events whose claims people marked (``training/clashes.py``).
"""

from __future__ import annotations

import math

from claims.compare import names
from claims.compare.clash_weights import CONSTANT, WEIGHTS
from claims.compare.concepts import concept
from claims.compare.figures import COMPATIBLE, how
from claims.compare.kinship import SINGLED, comparable, overlap
from claims.compare.polarity import opposed, turned
from claims.compare.profile import Measured, Profile
from claims.compare.words import listed, tokens
from claims.vocabulary import FigureKind

LIKELY = 0.55
"""From here on two claims are said to contradict each other."""
_LONG = 10
"""Lengths are told in so many words."""
_NONE = listed("no none nobody nothing never zero neither without nowhere")
_DENIED = listed("""
    deny denied denies denying untrue false wrong lie lies invented nonsense dispute disputed disputes rejected rejects
    contradicted dismissed refuted
    """)
_WHY = {
    "one negated": "one says what the other denies or excludes",
    "one negated, shared words": "one says what the other denies or excludes",
    "denial on one side": "one says what the other denies or excludes",
    "none against an amount": "one gives a number where the other says that there was none",
}
"""What a reader is told; the piece that says most is named."""


def clash(a: Profile, b: Profile) -> tuple[float, str]:
    """How likely both cannot hold, from 0 to 1, and what speaks most for it in words."""
    found = {name: WEIGHTS[name] * piece for name, piece in pieces(a, b).items()}
    chance = 1 / (1 + math.exp(-CONSTANT - sum(found.values())))
    told = [name for name in _WHY if found[name] > 0]
    best = max(told, key=lambda name: found[name], default=None)
    return chance, _WHY[best] if best else "they answer it in different words, and probably not alike"


def vague_beside_figure(a: Profile, b: Profile) -> bool:
    """Whether only one of two claims has an amount: the other mostly says the same less exactly."""
    return bool(_amounts(a)) != bool(_amounts(b))


def pieces(a: Profile, b: Profile) -> dict[str, float]:
    """The pieces of evidence by name; ``clash_weights.WEIGHTS`` says what each is worth."""
    some, others = _amounts(a), _amounts(b)
    fit = any(comparable(x, y) for x in some for y in others)
    number = {(x.figure.low, x.figure.high) for x in some} & {(y.figure.low, y.figure.high) for y in others}
    like = overlap(tuple(map(concept, a.stems)), tuple(map(concept, b.stems)))
    one_negated = a.negations % 2 != b.negations % 2
    both_negated = bool(a.negations and b.negations)
    said = [{one.lower for one in tokens(each.words)} for each in (a, b)]
    none, denied = ([bool(table & words) for words in said] for table in (_NONE, _DENIED))
    amount_of_other = (bool(others), bool(some))
    verdict = opposed(a.words, b.words, turned(a.words, a.negations), turned(b.words, b.negations))
    found: dict[str, float] = {
        "shared words": like,
        "words of the shorter": min(len(a.stems), len(b.stems)) / _LONG,
        "words of the longer": max(len(a.stems), len(b.stems)) / _LONG,
        "one negated": one_negated,
        "one negated, shared words": one_negated * like,
        "both negated": both_negated,
        "none on one side": none[0] != none[1],
        "none against an amount": none[0] != none[1]
        and any(x and y for x, y in zip(none, amount_of_other, strict=True)),
        "denial on one side": denied[0] != denied[1],
        "denial on both": all(denied),
        "denial against none": denied[0] != denied[1] and none[0] != none[1] and denied[0] != none[0],
        "same side": verdict is False,
        "figures of other things": bool(some and others) and fit,
        "not even one unit": bool(some and others) and not fit,
        "a number in common": bool(number),
        "dates meet": _days_meet(a, b),
        "a name in common": bool(names.shared(a.names, b.names)),
    }
    return {name: float(piece) for name, piece in found.items()}


def _amounts(profile: Profile) -> list[Measured]:
    return [one for one in profile.figures if one.figure.kind not in SINGLED]


def _days_meet(a: Profile, b: Profile) -> bool:
    """Whether a day that one names can be one that the other names."""
    x, y = ([one.figure for one in each.figures if one.figure.kind == FigureKind.DATE] for each in (a, b))
    return any(how(p, q) in COMPATIBLE for p in x for q in y)
