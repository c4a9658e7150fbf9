"""Cutting a text where marks begin and end, so that a template can escape and set off each piece by itself.

Offsets alone decide; what the text looks like, markup included, plays no part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from claims.models import BROKEN, Claim, Value

_PARAGRAPH = re.compile(r"[^\n]+")


class Mark(Value):
    """A range of a text and the name of what stands there."""

    start: int
    end: int
    name: str
    rank: int = 0
    """Of marks of one length, a higher one lies inside."""


class Piece(Value):
    """Some words, and the names of the marks that they all lie in, from the outermost to the innermost."""

    text: str
    marks: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    """The marks that begin with these words."""


class Paragraph(Value):
    """One line of a text in pieces."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


def pieces(text: str, start: int, end: int, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """The range of the text, cut wherever a mark begins or ends; together the pieces are the range again."""
    inside = sorted(
        (mark for mark in marks if mark.start < end and start < mark.end),
        # The longest lies outside; of two alike the order is fixed, so that a page is the same each time.
        key=lambda mark: (mark.start - mark.end, mark.rank, mark.start, mark.name),
    )
    cuts = sorted({start, end} | {at for mark in inside for at in (mark.start, mark.end) if start < at < end})
    out = []
    for left, right in pairwise(cuts):
        here = [mark for mark in inside if mark.start <= left and right <= mark.end]
        out.append(
            Piece(
                text=text[left:right],
                marks=tuple(dict.fromkeys(mark.name for mark in here)),
                opens=tuple(dict.fromkeys(mark.name for mark in here if mark.start == left)),
            )
        )
    return tuple(out)


def paragraphs(text: str, marks: Sequence[Mark]) -> tuple[Paragraph, ...]:
    """A text, line by line, empty ones left out."""
    return tuple(
        Paragraph(start=found.start(), end=found.end(), pieces=pieces(text, found.start(), found.end(), marks))
        for found in _PARAGRAPH.finditer(text)
    )


def said(claim: Claim) -> tuple[Piece, ...]:
    """A claim's own words, its figures set off as ``figure``."""
    marks = []
    base = 0
    for span in claim.spans:
        marks += [
            Mark(start=base + figure.start - span.start, end=base + figure.end - span.start, name="figure")
            for figure in claim.figures
            if span.holds(figure.start, figure.end, figure.part)
        ]
        base += len(span.text) + len(BROKEN)
    return pieces(claim.text, 0, len(claim.text), marks)
