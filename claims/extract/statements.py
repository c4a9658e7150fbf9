"""Checkable assertions in the article's own voice: what nobody is quoted for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extract.boilerplate import behind_dateline
from claims.extract.grammar import verb_like
from claims.extract.sentences import Range, sentences
from claims.extract.words import listed, words_of
from claims.extract.worth import Worth, worth_of
from claims.models import Figure
from claims.vocabulary import Part

FEWEST_WORDS = 4
THRESHOLD = 0.35
"""Sentences worth less are not proposed as statements."""
_FIRST_PERSON = listed("i i'm i've i'd my we we're we've our you you're your")


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence that asserts something, and what it is worth."""

    start: int
    end: int
    part: Part
    worth: Worth


def statements(text: str, part: Part, taken: Sequence[Range], figures: Sequence[Figure]) -> list[Statement]:
    """The sentences that assert something checkable and touch none of ``taken``.

    Left out: questions, headings, fragments without a verb, the writer's own "I" and "we", and what
    holds nothing that could be looked up. A headline needs no final full stop.
    """
    found = []
    closed = _Ranges(taken)
    ordered = sorted(figures, key=lambda figure: figure.start)
    starts = [figure.start for figure in ordered]
    for opening, end in sentences(text):
        start = behind_dateline(text, opening, end)
        words = text[start:end]
        if closed.touch(start, end) or not _asserts(words, part):
            continue
        near = ordered[bisect_left(starts, start) : bisect_left(starts, end)]
        inside = [figure for figure in near if figure.end <= end]
        worth = worth_of(words, inside)
        if worth.checkable and worth.score >= THRESHOLD:
            found.append(Statement(start, _without_full_stop(text, start, end), part, worth))
    return found


def _asserts(words: str, part: Part) -> bool:
    if words.endswith(("?", ":", "…", "...", '?"', "?”")):
        return False
    if part == Part.TEXT and not words.rstrip("\"”’'»)]").endswith((".", "!")):
        return _looks_like_prose(words)
    tokens = [token for token in words_of(words) if not token.mark]
    if len(tokens) < FEWEST_WORDS or any(token.lower in _FIRST_PERSON for token in tokens):
        return False
    return part == Part.TITLE or any(verb_like(token) for token in tokens) or len(tokens) > FEWEST_WORDS + 1


def _looks_like_prose(words: str) -> bool:
    """A sentence whose full stop got lost still has a verb and some length; a heading has not."""
    tokens = [token for token in words_of(words) if not token.mark]
    return len(tokens) >= 2 * FEWEST_WORDS and any(verb_like(token) for token in tokens)


def _without_full_stop(text: str, start: int, end: int) -> int:
    return end - 1 if text[end - 1] == "." and end - 1 > start else end


class _Ranges:
    """Ranges that may overlap, asked whether they touch another one."""

    def __init__(self, ranges: Sequence[Range]) -> None:
        self.merged: list[Range] = []
        for start, end in sorted(ranges):
            if self.merged and start <= self.merged[-1][1]:
                self.merged[-1] = (self.merged[-1][0], max(end, self.merged[-1][1]))
            else:
                self.merged.append((start, end))
        self._starts = [start for start, _ in self.merged]

    def touch(self, start: int, end: int) -> bool:
        """Whether any range shares a character with ``start`` to ``end``."""
        at = bisect_right(self._starts, start) - 1
        if at >= 0 and self.merged[at][1] > start:
            return True
        following = bisect_left(self._starts, start)
        return following < len(self.merged) and self.merged[following][0] < end
