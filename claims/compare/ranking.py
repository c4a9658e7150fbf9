"""Which of many texts say most nearly what one says: meaning and words together.

Meaning alone misses names and numbers, words alone miss whatever is said otherwise. One mixture serves posts that
repeat a claim and news that tells of the same event.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

WORDS = 0.25
"""The share of the words; the rest is meaning. Measured from 0.1 to 0.5 in ``benchmarks/retrieval``."""

Key = TypeVar("Key", bound=Hashable)


def ranked(meaning: Mapping[Key, float], words: Mapping[Key, float]) -> list[Key]:
    """The keys of both, best first: by cosine, and by the score of the words (BM25) as a share of the best one.

    What only one of the two has found counts nothing for the other.
    """
    best = max(words.values(), default=0.0)
    scores = {
        key: (1 - WORDS) * meaning.get(key, 0.0) + (WORDS * words.get(key, 0.0) / best if best > 0 else 0.0)
        for key in {**meaning, **words}
    }
    return sorted(scores, key=lambda key: (-scores[key], str(key)))
