"""What a date pattern gets to see, and what it gives back."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from claims.extract.dates.calendar import Days
from claims.extract.dates.tense import tense
from claims.extract.numerals import Tokens


class Found(NamedTuple):
    """A date in tokens ``start`` to ``end``; its days are null where they cannot be told."""

    start: int
    end: int
    days: Days | None
    year_given: bool = True
    """The words name the year; without it a range takes it from its other end."""
    ranged: bool = False
    """Both ends are named, so that "between" or "from" before them belongs to it."""


_LEAD = frozenset({"on", "in", "at", "the", "by", "during", "around", "from"})
_LEAD_LENGTH = 2
"""So many of these words may stand before a date that is otherwise the whole text."""


class Context(NamedTuple):
    """The text, and what is known from outside it."""

    t: Tokens
    published: date | None
    british: bool
    letters: str = ""
    """The text in letters (``classes``)."""
    in_range: bool = False
    """The date follows "to" or a dash, so that a bare number may be a year."""
    named: Found | None = None
    """The date that the text named last."""

    def alone(self, start: int, end: int) -> bool:
        """Say whether the whole text is nothing but these tokens: an entry in a diary rather than news."""
        w = self.t.words
        before = start == 0 or all(word in _LEAD for word in w[:start]) if start <= _LEAD_LENGTH else False
        return before and all(word in ("", ".") for word in w[end : end + 2])

    def tense(self, start: int, end: int) -> str | None:
        """Which way the verb near these tokens points; a date that is the whole text is one to come."""
        return "future" if self.alone(start, end) else tense(self.t, start, end)
