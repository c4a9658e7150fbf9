"""The measures of ``score_attributions.py`` that training looks at, without leaving the process.

An attribution is found if its content shares half of the words with a marked one and the sources share
a word, or both have none; one to one, the best match first. The published figures come from the judges'
own scorer (see ``training.evaluate``); a test holds the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

Row = Mapping[str, Sequence[Sequence[int]]]
_TOKEN = re.compile(r"\w+|[^\w\s]")
HALF = 0.5


def matches(text: str, gold: Sequence[Row], found: Sequence[Row]) -> list[tuple[int, int]]:
    """Pairs of (marked, found) attributions that are the same."""
    index = [-1] * (len(text) + 1)
    for number, token in enumerate(_TOKEN.finditer(text)):
        index[token.start() : token.end()] = [number] * (token.end() - token.start())

    def words(row: Row, role: str) -> set[int]:
        # From the first to the last word of each range, as the judges' scorer counts.
        held: set[int] = set()
        for start, end in row.get(role) or ():
            inside = [index[at] for at in range(start, min(end, len(text))) if index[at] >= 0]
            if inside:
                held.update(range(inside[0], inside[-1] + 1))
        return held

    marked = [(words(row, "content"), words(row, "source")) for row in gold]
    made = [(words(row, "content"), words(row, "source")) for row in found]
    candidates = []
    for i, (content, source) in enumerate(marked):
        for j, (other, named) in enumerate(made):
            shared = len(content & other)
            if shared and shared / len(content | other) >= HALF and (source & named or not (source or named)):
                candidates.append((-shared / len(content | other), i, j))
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(candidates):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def relation_f1(hits: int, gold: int, found: int) -> float:
    """In percent; the mean of what was found and what was right."""
    return 200 * hits / (gold + found) if gold + found else 0.0
