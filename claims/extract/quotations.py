"""Where quotations stand: straight and curly marks, guillemets, German and British ones.

A quotation that opens again at the start of the next paragraph without having been closed runs on:
it comes back as one range for each paragraph. A mark that never closes is no quotation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.extract.sentences import Range, paragraphs

# Opening mark -> the marks that may close it. Two marks are one sign in old agency text (``so'').
CLOSERS = {
    "“": '”"',
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    '"': '"”',
    "``": "''",
    "''": "''",
    "‘": "’",
    "'": "'",
}
_MARK = re.compile("[" + re.escape("".join(sorted({mark[0] for mark in CLOSERS}))) + "]")
"""What an opening mark begins with: between two of them nothing needs to be looked at."""
DOUBLE = frozenset({"“", "„", "«", '"', "``", "''"})
RUNS_ON = DOUBLE | {"‘"}
"""Marks that open each paragraph of a long quotation; a straight single one is more often an apostrophe."""
SINGLE = frozenset({"‘", "'"})
OPENED_AGAIN = -1
"""A second opening mark came before any closing one: the first was never closed."""
# Words that begin with an apostrophe and open no quotation.
CLIPPED = ("em", "til", "tis", "twas", "cause", "bout", "n")
_OPENS_AFTER = " \t\u00a0([{—–-/:…\"“‘'"
_CLOSES_BEFORE = " \t\u00a0)]}—–-/:;,.?!…\"”’'"


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation: its ranges (one for each paragraph), marks included."""

    ranges: tuple[Range, ...]
    single: bool = False

    @property
    def start(self) -> int:
        return self.ranges[0][0]

    @property
    def end(self) -> int:
        return self.ranges[-1][1]


def quotations(text: str) -> list[Quotation]:
    """All quotations of a text in reading order; those inside another one are part of it."""
    found: list[Quotation] = []
    running: list[Range] = []
    mark = ""
    for start, end in paragraphs(text):
        if running and not _opens_with(text, start, mark):
            running = []
        complete, last = _scan(text, start, end)
        if running:
            if complete and complete[0].start == start:
                found.append(Quotation((*running, *complete[0].ranges)))
                complete = complete[1:]
                running = []
            elif last is not None and last == start:
                running.append((start, end))
            else:
                running = []
        found.extend(complete)
        if last is not None and not running:
            running = [(last, end)]
            mark = _mark_at(text, last)
    return found


def _opens_with(text: str, start: int, mark: str) -> bool:
    return _mark_at(text, start) == mark


def _mark_at(text: str, at: int) -> str:
    two = text[at : at + 2]
    return two if two in CLOSERS else text[at : at + 1]


def _scan(text: str, start: int, end: int) -> tuple[list[Quotation], int | None]:
    """The closed quotations of one paragraph, and where a double mark opens that is never closed."""
    found: list[Quotation] = []
    at = start
    hopeless: set[str] = set()
    first_open: int | None = None
    while (following := _MARK.search(text, at, end)) is not None:
        at = following.start()
        mark = _mark_at(text, at)
        if mark in CLOSERS and mark not in hopeless and _can_open(text, at, len(mark), start, end):
            close = _closing(text, at, mark, end)
            if close == OPENED_AGAIN:
                at += len(mark)
                continue
            if close is not None:
                if mark in DOUBLE or close - at > 3:
                    found.append(Quotation(((at, close),), single=mark in SINGLE))
                at = close
                continue
            hopeless.add(mark)
            if mark in RUNS_ON and first_open is None:
                first_open = at
        at += 1
    return found, first_open


def _can_open(text: str, at: int, length: int, start: int, end: int) -> bool:
    after = at + length
    if after >= end or text[after].isspace():
        return False
    if at > start and text[at - 1] not in _OPENS_AFTER:
        return False
    if text[at] in SINGLE and length == 1:
        rest = text[after : after + 8].lower()
        return (
            text[after].isalnum()
            and not text[after].isdigit()
            and not rest.startswith(tuple(word + " " for word in CLIPPED))
        )
    return True


def _closing(text: str, at: int, mark: str, end: int) -> int | None:
    """Where the quotation that opens at ``at`` ends, its closing mark included."""
    closers = CLOSERS[mark]
    position = at + len(mark)
    fallback: int | None = None
    if len(mark) == 2:
        position = text.find(closers, position, end)
        return None if position < 0 else position + 2
    while position < end:
        char = text[position]
        if char in closers and _can_close(text, position, end):
            if mark not in SINGLE:
                return position + 1
            if not _plural_possessive(text, position, end):
                return position + 1
            fallback = fallback or position + 1
        elif char == mark and mark in "“„«" and position > at + 1:
            return OPENED_AGAIN
        position += 1
    return fallback


def _can_close(text: str, position: int, end: int) -> bool:
    before, after = text[position - 1], text[position + 1] if position + 1 < end else " "
    if before == " " and text[position - 2] in "'’":
        # An inner quotation that ends the outer one: ``she called it 'home.' "``
        return True
    return not before.isspace() and (after in _CLOSES_BEFORE or not after.isalnum())


def _plural_possessive(text: str, position: int, end: int) -> bool:
    """``the miners' pay``: a single mark after an s with another word behind it."""
    return (
        text[position - 1] in "sS" and position + 2 < end and text[position + 1] == " " and text[position + 2].islower()
    )
