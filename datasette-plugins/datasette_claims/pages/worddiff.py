"""Two quotations word by word: what both have, and what only one has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from claims.models import Value

_WORDS = re.compile(r"\w+(?:[’'\-]\w+)*|[^\w\s]+|\s+")
_SILENT = re.compile(r"[\W_]+")
"""Marks and blanks: a comma for a dash is not another word."""


class Run(Value):
    """Some words of one text."""

    text: str
    own: bool
    """Whether the other text does not have them here."""


def word_diff(first: str, second: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Cut both texts where they part; together the runs of each are that text again.

    Capitals, the form of apostrophes and marks between words make no difference.
    """
    a, b = _WORDS.findall(first), _WORDS.findall(second)
    left, right = _spoken(a), _spoken(b)
    shared = SequenceMatcher(None, [word for _, word in left], [word for _, word in right], autojunk=False)
    in_a, in_b = set(), set()
    for block in shared.get_matching_blocks():
        in_a |= {left[block.a + n][0] for n in range(block.size)}
        in_b |= {right[block.b + n][0] for n in range(block.size)}
    return _runs(a, {at for at, _ in left} - in_a), _runs(b, {at for at, _ in right} - in_b)


def _spoken(words: Sequence[str]) -> list[tuple[int, str]]:
    return [(at, word.casefold().replace("’", "'")) for at, word in enumerate(words) if not _SILENT.fullmatch(word)]


def _runs(words: Sequence[str], own: set[int]) -> tuple[Run, ...]:
    """Join neighbours of one sort; what is silent belongs to its own words only between two of them."""
    marks: list[bool] = []
    for at, word in enumerate(words):
        if not _SILENT.fullmatch(word):
            marks.append(at in own)
        else:
            following = next((n for n in range(at + 1, len(words)) if not _SILENT.fullmatch(words[n])), None)
            marks.append(bool(marks and marks[-1] and following in own))
    runs: list[Run] = []
    for word, mine in zip(words, marks, strict=True):
        if runs and runs[-1].own == mine:
            runs[-1] = Run(text=runs[-1].text + word, own=mine)
        else:
            runs.append(Run(text=word, own=mine))
    return tuple(runs)
