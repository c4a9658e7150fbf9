"""Which way a claim points: what is negated, denied, or told with the opposite word."""

from __future__ import annotations

from collections.abc import Sequence

from claims.compare.words import Token, listed, stem, tokens
from claims.models import Claim

NEGATIONS = listed("""
    not no never none nobody nothing neither nor without cannot can't won't don't doesn't didn't isn't aren't wasn't
    weren't hasn't haven't hadn't wouldn't shouldn't couldn't
    """)
DENYING = frozenset(map(stem, listed("deny reject dismiss dispute refute rebut repudiate contest contradict")))
"""Cues that turn what follows them round."""

OPPOSITES: dict[str, str] = {}
"""Stem to the stem of its opposite, both ways."""
for _pair in """
    rise fall; increase decrease; grow shrink; gain lose; win lose; accept refuse; accept reject; approve reject;
    approve refuse; open close; open shut; start stop; begin end; agree refuse; support oppose; allow ban; allow forbid;
    pass fail; guilty innocent; convict acquit; arrive leave; confirm deny; up down; above below;
    more fewer;
    safe unsafe; legal illegal; legal unlawful; true false; present absent; alive dead; remain leave; keep drop;
    accidental deliberate; accident sabotage; improve worsen; before after; public private;
    strengthen weaken; hire fire;
    succeed fail; known unknown; working broken; unanimous divided; cancel proceed; early late
    """.replace("\n", " ").split(";"):
    _one, _other = map(stem, _pair.split())
    OPPOSITES.setdefault(_one, _other)
    OPPOSITES.setdefault(_other, _one)


def negations(words: str, claim: Claim) -> int:
    """How often a claim is turned round: by words of negation, and by a cue that denies it."""
    inside = sum(1 for one in tokens(words) if one.lower in NEGATIONS)
    cues = [one for span in claim.cue_spans for one in tokens(span.text)]
    return inside + any(stem(one.lower) in DENYING for one in cues)


def opposed(some: frozenset[str], others: frozenset[str]) -> tuple[str, str] | None:
    """A stem that one side has and its opposite that the other has, where neither has both."""
    for one in sorted(some - others):
        other = OPPOSITES.get(one)
        if other is not None and other in others and other not in some:
            return one, other
    return None


_GOING_ON = listed("is are has have stands remain remains now still so")


def goes_on(words: Sequence[Token]) -> bool:
    """Whether words tell of something that was not over when they were written."""
    lower = [one.lower for one in words]
    return bool(_GOING_ON & set(lower))
