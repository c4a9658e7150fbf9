"""Which claims are set against each other at all, asked of two claims and their articles alone.

Two claims are looked at where their articles tell of one matter and their words are not far apart, or where their
words are so near that they may be the same quotation. An index of names finds the articles: it may propose too
many, never too few.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from claims.compare.judging import FLOOR, INCIDENT
from claims.compare.kinship import FEWEST_QUOTED, one_matter
from claims.compare.profile import Profile

NEAR = 0.55
"""Quotations as near as this are looked at whatever their articles tell of."""
KEY = 4
"""Names that are alike begin with the same letters, this many of them."""


def keys(words: Iterable[str]) -> Counter[str]:
    """What an index of names goes by: words that are alike have one key. With how many words have each."""
    return Counter(word[:KEY] for word in words)


def looked_at(a: Profile, b: Profile, cosine: float | None, matters: float) -> bool:
    """Whether two claims are set against each other; without vectors, all are whose articles tell of one matter."""
    if matters >= INCIDENT:
        return cosine is None or cosine >= FLOOR
    return cosine is not None and cosine >= NEAR and quotes(a) and quotes(b)


def quotes(profile: Profile) -> bool:
    """Whether a claim quotes more than a word or two."""
    return len(profile.quoted.split()) >= FEWEST_QUOTED


__all__ = ["FLOOR", "INCIDENT", "KEY", "NEAR", "keys", "looked_at", "one_matter", "quotes"]
