"""What the rules read at a time: a sentence, or the sentences that one quotation ties together.

In a unit each quotation stands as a single word, so that ``"We are done. All of us," Halden said``
reads as QUOTE Halden said.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extract.quotations import Quotation, quotations
from claims.extract.sentences import Range, paragraphs, sentences_in
from claims.extract.words import Word, words_of

LONGEST = 400
"""More words than this are no sentence; the rest of it is left unread."""


@dataclass(slots=True, init=False)
class Token(Word):
    """A word of a unit; ``quotation`` is set where a whole quotation stands in for one."""

    quotation: Quotation | None

    def __init__(self, start: int, end: int, text: str, quotation: Quotation | None = None) -> None:
        Word.__init__(self, start, end, text)
        self.quotation = quotation
        if quotation:
            self.lower = "QUOTE"


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of one paragraph, with its words."""

    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]


def units_of(text: str) -> list[Unit]:
    """All units of a text in reading order."""
    found = quotations(text)
    pieces = [(start, end, quotation) for quotation in found for start, end in quotation.ranges]
    starts = [piece[0] for piece in pieces]
    units: list[Unit] = []
    for number, paragraph in enumerate(paragraphs(text)):
        first = bisect_right(starts, paragraph[0] - 1)
        last = bisect_right(starts, paragraph[1] - 1)
        inside = pieces[first:last]
        for start, end in _tied(sentences_in(text, paragraph), inside):
            units.append(Unit(start, end, number, tuple(_tokens(text, start, end, inside))))
    return units


def _tied(sentences: Sequence[Range], inside: list[tuple[int, int, Quotation]]) -> list[Range]:
    """Sentences joined where a quotation runs from one into the next."""
    tied: list[Range] = []
    at = 0
    for start, end in sentences:
        while at < len(inside) and inside[at][1] <= start:
            at += 1
        if tied and at < len(inside) and inside[at][0] < start < inside[at][1]:
            tied[-1] = (tied[-1][0], end)
        else:
            tied.append((start, end))
    return tied


def _tokens(text: str, start: int, end: int, inside: list[tuple[int, int, Quotation]]) -> list[Token]:
    tokens: list[Token] = []
    at = start
    for left, right, quotation in inside[bisect_right(inside, start - 1, key=lambda piece: piece[0]) :]:
        if left >= end:
            break
        tokens += [Token(w.start, w.end, w.text) for w in words_of(text, at, left)]
        tokens.append(Token(left, min(right, end), text[left:right], quotation))
        at = min(right, end)
    tokens += [Token(w.start, w.end, w.text) for w in words_of(text, at, end)]
    return tokens[:LONGEST]
