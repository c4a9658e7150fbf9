"""Whether two claims are about the same thing, and how they relate. Likeness proposes; the fields decide."""

from __future__ import annotations

import math

from claims.compare.evidence import evidence, places_part
from claims.compare.kinship import overlap, quoted_alike, speakers_shared
from claims.compare.measures import WEAK
from claims.compare.outlook import most
from claims.compare.profile import Profile
from claims.compare.relating import Judgement, related
from claims.compare.weights import CONSTANT, WEIGHTS

__all__ = ["FAINTEST", "Judgement", "related", "same_thing"]

QUOTED = 0.75
"""From here on quotations are the same words, changed here and there, whatever else the claims say."""
FAINTEST = 0.1
"""Links fainter than this are none: they would hold nothing together, and there are very many of them."""
_FAINTEST_ODDS = math.log(FAINTEST / (1 - FAINTEST)) - 1e-9


def same_thing(a: Profile, b: Profile, cosine: float | None = None) -> float | None:
    """How likely two claims are about the same thing, from 0 to 1; nothing where they hardly are.

    Without a cosine, shared words take its place. It does not matter which claim comes first.
    """
    quoted = quoted_alike(a, b)
    if quoted >= QUOTED and speakers_shared(a, b) is not False:
        return min(1.0, 0.5 + quoted / 2)
    if _parted(a, b):
        return None
    like = cosine if cosine is not None else 0.2 + 0.8 * overlap(a.stems, b.stems)
    if quoted < QUOTED and most(a, b, like) < _FAINTEST_ODDS:
        return None
    odds = CONSTANT + sum(WEIGHTS[name] * piece for name, piece in evidence(a, b, like).items())
    chance = 1 / (1 + math.exp(-odds))
    if quoted >= QUOTED:
        chance = max(chance, quoted / 2)
    return chance if chance >= FAINTEST else None


def _parted(a: Profile, b: Profile) -> bool:
    """Whether a field speaks against it too plainly for any likeness: the dead and the injured, two places."""
    some, others = ({one.measure for one in each.figures if one.measure} for each in (a, b))
    if some and others and not some & others and not (some | others) & WEAK:
        return True
    return places_part(a, b)
