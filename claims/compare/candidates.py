"""Which claims are set against each other at all, asked of two claims and their articles alone.

Two claims are looked at where their articles share names that either is about and their words are not far apart, or
where both quote and are so near that it may be the same quotation. An index of names finds the articles: it may
propose too many, never too few.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from claims.compare import names
from claims.compare.kinship import FEWEST_QUOTED
from claims.compare.profile import Profile
from claims.models.base import Value

FAR = 0.1
"""Claims whose vectors are less alike are not looked at."""
NEAR = 0.7
"""Quotations as near as this are looked at whatever their articles tell of."""
NAMED = 0.1
"""So much of what articles are about must be named in each other, on average."""


class Matter(Value):
    """What an article is about: what all of its claims have in common."""

    focus: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()


def matter_of(profile: Profile) -> Matter:
    """What the article of a claim is about."""
    return Matter(focus=profile.focus, around=profile.around, topic=profile.topic)


def keys(words: Iterable[str]) -> Counter[str]:
    """What an index of names goes by: words that are alike have one key. With how many words have each."""
    return Counter(word[: names.BEGINNING] for word in words)


def named(a: Matter | Profile, b: Matter | Profile) -> float:
    """How much of what either article is about is named in the other, from 0 to 1."""
    return (_covered(a, b) + _covered(b, a)) / 2


def _covered(a: Matter | Profile, b: Matter | Profile) -> float:
    return len(names.shared(a.focus, b.around)) / len(a.focus) if a.focus else 0.0


def looked_at(a: Profile, b: Profile, cosine: float | None, named: float) -> bool:
    """Whether two claims are set against each other; without vectors, all are whose articles share their names."""
    if named >= NAMED:
        return cosine is None or cosine >= FAR
    return cosine is not None and cosine >= NEAR and quotes(a) and quotes(b)


def quotes(profile: Profile) -> bool:
    """Whether a claim quotes more than a word or two."""
    return len(profile.quoted.split()) >= FEWEST_QUOTED
