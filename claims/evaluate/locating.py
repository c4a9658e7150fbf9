"""Finds words in an article, as annotators type them: whole words, first and last of a stretch, the second place.

``words #2`` is the second place in the article, headline counted first; ``first words ... last words`` is all
from the first to the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.errors import InputError
from claims.models import Article, Span
from claims.vocabulary import Part

BETWEEN_PIECES = " // "
"""Stands between the pieces of a broken claim."""
REST = " ... "
_NUMBER = re.compile(r" #([1-9]\d?)$")
Place = tuple[Part, int]
START: Place = (Part.TITLE, 0)


@dataclass(frozen=True, slots=True)
class Words:
    """The article, and the file of annotations that errors name."""

    article: Article
    name: str

    def spans(self, words: str, line: int) -> list[Span]:
        """All places of the words, headline first."""
        wanted = _NUMBER.sub("", words)
        found = [
            Span(start=start, end=end, text=text[start:end], part=part)
            for part in (Part.TITLE, Part.TEXT)
            for text in [self.article.words(part)]
            for start, end in occurrences(text, wanted)
        ]
        if not found:
            raise InputError(
                f'{self.name}, line {line}: "{wanted}" does not stand in the article.',
                hint="Copy the words from the text, with its quotation marks; ' ... ' stands for words left out.",
            )
        number = _NUMBER.search(words)
        if number is None:
            return found
        if int(number[1]) > len(found):
            raise InputError(
                f'{self.name}, line {line}: "{wanted}" stands {len(found)} times in the article, not {number[1]}.',
                hint="Count the headline first.",
            )
        return [found[int(number[1]) - 1]]

    def behind(self, words: str, line: int, place: Place) -> Span:
        """The first place at or behind another."""
        spans = self.spans(words, line)
        if _NUMBER.search(words):
            return spans[0]
        for span in spans:
            if order((span.part, span.start)) >= order(place):
                return span
        raise InputError(
            f'{self.name}, line {line}: "{words}" stands only before the words of the line above.',
            hint="Put the lines into reading order, or write #1 behind the words for their first place.",
        )

    def nearest(self, words: str, line: int, to: Sequence[Span], beside: Sequence[Span]) -> Span:
        """The place with the fewest characters to any of ``to``, in the same part, touching none of ``beside``."""
        text = self.article.words(to[0].part)
        near = [
            (*min(_distance(text, span, one) for one in to), span.start, span)
            for span in self.spans(words, line)
            if span.part == to[0].part and not any(span.start < one.end and one.start < span.end for one in beside)
        ]
        if not near:
            raise InputError(
                f'{self.name}, line {line}: "{words}" stands nowhere outside the content.',
                hint="Source and cue stand beside the content, in the same part: headline or text.",
            )
        return min(near, key=lambda one: one[:3])[3]


def pieces(cell: str) -> tuple[str, ...]:
    """The pieces of a claim as they were typed."""
    return tuple(piece.strip() for piece in cell.split(BETWEEN_PIECES))


def _distance(text: str, span: Span, other: Span) -> tuple[bool, int]:
    """Whether a paragraph ends between two spans, and how many characters stand there."""
    first, last = sorted((span, other), key=lambda one: one.start)
    return "\n" in text[first.end : last.start], last.start - first.end


def order(place: Place) -> tuple[bool, int]:
    return place[0] == Part.TEXT, place[1]


def occurrences(text: str, words: str) -> Iterator[tuple[int, int]]:
    first, rest, last = words.partition(REST)
    for start, end in _whole_words(text, first):
        if not rest:
            yield start, end
            continue
        closing = next((span for span in _whole_words(text, last, end)), None)
        if closing:
            yield start, closing[1]


def _whole_words(text: str, words: str, at: int = 0) -> Iterator[tuple[int, int]]:
    start = text.find(words, at)
    while start >= 0:
        end = start + len(words)
        inside = (words[0].isalnum() and text[start - 1 : start].isalnum()) or (
            words[-1].isalnum() and text[end : end + 1].isalnum()
        )
        if not inside:
            yield start, end
        start = text.find(words, start + 1)
