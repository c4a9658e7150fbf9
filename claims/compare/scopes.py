"""Over what a figure is told: which period, a part or the whole, a total or what came on top of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.compare.words import Token, listed
from claims.models import Figure
from claims.vocabulary import FigureKind

PERIODS = {
    "hour": listed("hourly"),
    "day": listed("daily"),
    "week": listed("weekly"),
    "month": listed("monthly"),
    "quarter": listed("quarterly"),
    "year": listed("annual annually yearly"),
}
_TIMES = frozenset({*PERIODS, "second", "minute", "night", "decade"})
"""A rate for each of these is told over a period; one for each share or person is not."""
PARTS = listed("including among alone whom")
"""Words that single out a part: "of whom", "in the town alone"."""
_SINGLING = listed("alone itself")
ADDING = listed("another further additional extra")
"""Words by which a figure comes on top of a total."""
WIDE = {
    "nation": listed("nationwide nationally countrywide"),
    "region": listed("statewide provincewide countywide"),
}
_ACROSS = listed("across throughout whole entire over")
_REGIONS = {"country": "nation", "nation": "nation", "state": "region", "province": "region", "county": "region",
            "region": "region", "world": "world"}  # fmt: skip


def reach_of(words: Sequence[Token]) -> str | None:
    """How wide words reach where they say so: "nationwide", "across the state", "the county as a whole"."""
    lower = [one.lower for one in words]
    for name, adverbs in WIDE.items():
        if adverbs & set(lower):
            return name
    for at, word in enumerate(lower):
        if word in _REGIONS and _ACROSS & set(lower[max(0, at - 2) : at + 4]):
            return _REGIONS[word]
    return None


def scope_of(figure: Figure, clause: Sequence[Token]) -> tuple[str, ...]:
    """The marks of a figure's scope, sorted; two figures with the same marks can be told against each other."""
    found: set[str] = set()
    lower = [one.lower for one in clause]
    per = (figure.unit or "").partition("/")[2]
    if figure.kind == FigureKind.RATE and per in _TIMES:
        found.add(f"per {per}")
    at = next((i for i, one in enumerate(clause) if one.end > figure.start), len(clause))
    near = lower[max(0, at - 3) : at + 3]
    for name, adverbs in PERIODS.items():
        if adverbs & set(lower[max(0, at - 2) : at + 6]):
            found.add(f"per {name}")
    for one, following in pairwise(lower):
        if one in ("each", "every") and following in PERIODS:
            found.add(f"per {following}")
    if ADDING & set(near):
        found.add("more")
    if PARTS & set(lower[max(0, at - 4) : at]) or _SINGLING & set(lower):
        found.add("part")
    return tuple(sorted(found))
