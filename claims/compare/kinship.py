"""How near two claims are in each of the things that decide: incident, names, measure, words.

Everything here says the same whichever claim comes first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from claims.compare.figures import Relation, how
from claims.compare.measures import PEOPLE, SORTS_OF_PEOPLE, WEAK
from claims.compare.profile import Measured, Profile
from claims.vocabulary import FigureKind

SINGLED = (FigureKind.DATE, FigureKind.TIME, FigureKind.ORDINAL)
"""Figures that rarely are what a claim is about."""


def overlap(some: tuple[str, ...], others: tuple[str, ...]) -> float:
    """The share of stems that both have (Dice)."""
    a, b = frozenset(some), frozenset(others)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


@dataclass(frozen=True, slots=True)
class Aligned:
    """A figure of each claim that measure the same."""

    a: Measured
    b: Measured
    strength: float
    relation: Relation


def kin(a: Measured, b: Measured) -> float | None:
    """How surely two figures measure the same, from 0 to 1; nothing where they measure different things."""
    if a.figure.kind in SINGLED or b.figure.kind in SINGLED:
        return None
    if not comparable(a, b):
        return None
    measure = _measures(a, b)
    thing = _things(a, b)
    if measure is None or thing is None:
        return None
    words = overlap(a.stems, b.stems)
    # Two figures of one unit that share nothing else might still measure the same: what the claims say decides.
    return min(1.0, 0.05 + 0.45 * measure + 0.3 * thing + 0.6 * words)


def comparable(a: Measured, b: Measured) -> bool:
    """Whether two figures are amounts of one kind."""
    return (
        a.dimension == b.dimension
        or a.dimension.partition("/")[0] == b.dimension.partition("/")[0]
        # Only of one number can the unit have slipped.
        or (
            (a.figure.low, a.figure.high) == (b.figure.low, b.figure.high)
            and how(a.figure, b.figure) == Relation.UNIT_SLIP
        )
    )


def _measures(a: Measured, b: Measured) -> float | None:
    if a.measure == b.measure:
        return 1.0 if a.measure else 0.0
    if a.measure and b.measure:
        return None if not ({a.measure, b.measure} & WEAK) else 0.0
    return 0.0


def _things(a: Measured, b: Measured) -> float | None:
    x, y = a.thing, b.thing
    if x is None or y is None:
        return 0.0
    if x == y:
        return 1.0
    if x in _ANYBODY and y in _ANYBODY:
        return 0.5 if x in PEOPLE or y in PEOPLE else None
    return None


_ANYBODY = PEOPLE | SORTS_OF_PEOPLE


def aligned(a: Profile, b: Profile) -> list[Aligned]:
    """The figures of two claims one to one, the surest pairs first."""
    pairs = sorted(_pairs(a, b), key=lambda found: (-found[0], found[1], found[2]))
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    made = []
    for strength, i, j in pairs:
        if i in taken_a or j in taken_b:
            continue
        taken_a.add(i)
        taken_b.add(j)
        x, y = a.figures[i], b.figures[j]
        made.append(Aligned(x, y, strength, how(x.figure, y.figure)))
    return made


def _pairs(a: Profile, b: Profile) -> Iterator[tuple[float, int, int]]:
    for i, x in enumerate(a.figures):
        for j, y in enumerate(b.figures):
            strength = kin(x, y)
            if strength is not None and strength > 0:
                # Of two that fit alike, the pair with the same number belongs together.
                bonus = 0.01 * (how(x.figure, y.figure) == Relation.EQUAL)
                yield strength + bonus, i, j


FEWEST_QUOTED = 4
"""Fewer words between quotation marks may be anybody's."""


def quoted_alike(a: Profile, b: Profile) -> float:
    """How much of the shorter quotation stands in the longer one, from 0 to 1."""
    if not a.quoted or not b.quoted:
        return 0.0
    (x, one), (y, other) = _quoted(a.quoted), _quoted(b.quoted)
    if min(x, y) < FEWEST_QUOTED:
        return 0.0
    return _alike(one, other, x == y)


@lru_cache(maxsize=16_384)
def _quoted(words: str) -> tuple[int, str]:
    """How many words a quotation has, and the words."""
    single = words.lower().split()
    return len(single), " ".join(single)


@lru_cache(maxsize=1024)
def _alike(one: str, other: str, as_long: bool) -> float:
    # One pair of claims asks this several times.
    return (fuzz.ratio(one, other) if as_long else fuzz.partial_ratio(one, other)) / 100


def speakers_shared(a: Profile, b: Profile) -> bool | None:
    """Whether one speaker says both; nothing where one of them has none."""
    if not a.speakers or not b.speakers:
        return None
    ids = {one.id for one in a.speakers}
    called = {one.name.lower() for one in a.speakers}
    return any(one.id in ids or one.name.lower() in called for one in b.speakers)
