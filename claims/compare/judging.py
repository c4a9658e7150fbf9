"""Whether two claims are about the same thing. Likeness proposes; incident, place, measure and polarity decide."""

from __future__ import annotations

from claims.compare.kinship import aligned, names_part, overlap, quoted_alike, same_incident, speakers_shared
from claims.compare.profile import Profile
from claims.compare.relating import Judgement, related

__all__ = ["FLOOR", "Judgement", "related", "same_thing"]

FLOOR = 0.3
"""Claims whose vectors are less alike are not looked at. Low on purpose: the fields decide."""
QUOTED = 0.75
"""From here on quotations are the same words, changed here and there."""
INCIDENT = 0.2
"""Articles that share less of what they are about tell of different incidents."""
SAME_FIGURE = 0.7
SAME_WORDS = 0.75
"""What a pair must reach in sum, with a common figure and without."""


def same_thing(a: Profile, b: Profile, cosine: float | None = None) -> float | None:
    """How surely two claims are about the same thing, from 0 to 1; nothing where they are not.

    Without a cosine, shared words take its place. It does not matter which claim comes first.
    """
    like = cosine if cosine is not None else 0.2 + 0.8 * overlap(a.stems, b.stems)
    incident = same_incident(a, b)
    quoted = quoted_alike(a, b)
    if quoted >= QUOTED and (incident >= INCIDENT or speakers_shared(a, b)):
        return min(1.0, 0.5 + quoted / 2)
    if incident < INCIDENT or names_part(a, b):
        return None
    pairs = aligned(a, b)
    if pairs:
        total = 0.6 * pairs[0].strength + 0.6 * like + 0.2 * incident
        if total >= SAME_FIGURE:
            return min(1.0, total / 1.4)
    if bool(a.figures) != bool(b.figures) or (a.figures and b.figures and not pairs):
        like -= 0.15
    total = like + 0.1 * bool(speakers_shared(a, b)) + 0.1 * incident
    return min(1.0, total / 1.4) if total >= SAME_WORDS else None
