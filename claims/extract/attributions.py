"""Joins and cleans what the rules found: one attribution for one thing said, however the article breaks it."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extract.drafts import Draft
from claims.extract.quotations import CLOSERS, Quotation
from claims.extract.sentences import Range
from claims.extract.units import Token, Unit
from claims.models import Span
from claims.vocabulary import Kind

_OPENING = tuple(CLOSERS)
_CLOSING = ("”", '"', "“", "»", "«", "’", "'", "''")
_DOUBLE = ('"', "“", "”", "„", "«", "»", "``", "''")
ORPHAN_WORDS = 5
"""A quotation of fewer words that nobody is said to have said is no statement of anybody."""


def join(text: str, units: Sequence[Unit], readings: Sequence[list[Draft]]) -> list[Draft]:
    """Put together what belongs together, in reading order.

    1. A unit that is nothing but quotation goes on what was said just before it in the same paragraph.
    2. The rest of a quotation that runs over paragraphs goes with its beginning.
    3. A full quotation that still has no cue is kept without one: who said it is for ``speakers`` to find.
    """
    joined: list[Draft] = []
    owner: dict[Quotation, Draft] = {}
    last: Draft | None = None
    last_paragraph = -1
    colon = False
    for unit, drafts in zip(units, readings, strict=True):
        inside = [token for token in unit.tokens if token.quotation]
        for draft in drafts:
            for token in inside:
                if token.quotation and _holds(draft.content, token):
                    owner[token.quotation] = draft
        joined.extend(drafts)
        if not drafts and _only_quotation(unit):
            token = inside[0]
            follows = last is not None and (unit.paragraph == last_paragraph or colon)
            known = owner.get(token.quotation) if token.quotation else None
            whole = known or (last if follows else None)
            if whole is not None:
                whole.content.extend((t.start, t.end) for t in inside if (t.start, t.end) not in draft.content)
            elif len(token.text.split()) >= ORPHAN_WORDS and token.text.rstrip("\"”’'»“").endswith(
                (".", "!", "?", ",")
            ):
                whole = Draft(rule="orphan", content=[(t.start, t.end) for t in inside])
                joined.append(whole)
            if whole is not None:
                for t in inside:
                    if t.quotation:
                        owner[t.quotation] = whole
                last, last_paragraph = whole, unit.paragraph
        elif drafts:
            quoting = [draft for draft in drafts if any(_holds(draft.content, token) for token in inside)]
            last = quoting[-1] if quoting else None
            last_paragraph = unit.paragraph
        else:
            last = None
        colon = text[unit.end - 1] == ":"
    _continue_over_paragraphs(units, owner)
    for draft in joined:
        draft.content = _merged(text, sorted(set(draft.content)))
    return sorted(joined, key=lambda draft: (draft.start, draft.content))


def _continue_over_paragraphs(units: Sequence[Unit], owner: dict[Quotation, Draft]) -> None:
    for unit in units:
        for token in unit.tokens:
            quotation = token.quotation
            if quotation and len(quotation.ranges) > 1 and quotation in owner:
                draft = owner[quotation]
                if (token.start, token.end) in quotation.ranges and not _holds(draft.content, token):
                    draft.content.append((token.start, token.end))


def _holds(content: list[Range], token: Token) -> bool:
    return any(start <= token.start and token.end <= end for start, end in content)


def _only_quotation(unit: Unit) -> bool:
    return bool(unit.tokens) and bool(unit.tokens[0].quotation) and all(t.quotation or t.mark for t in unit.tokens)


def _merged(text: str, ranges: list[Range]) -> list[Range]:
    """Neighbouring ranges with nothing but blanks between them, as one."""
    merged: list[Range] = []
    for start, end in ranges:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif merged and not text[merged[-1][1] : start].strip(" "):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def kind_of(content: Sequence[Span]) -> Kind:
    """Verbatim where every piece stands in quotation marks, mixed where some words do, else indirect."""
    words = [span.text.strip().rstrip(".,;:!?") for span in content]
    if all(_quoted(piece) for piece in words):
        return Kind.QUOTE
    if any(mark in piece for piece in words for mark in _DOUBLE) or any(_single_quoted(piece) for piece in words):
        return Kind.MIXED
    return Kind.INDIRECT


def _quoted(words: str) -> bool:
    if len(words) < 3 or not words.startswith(_OPENING):
        return False
    if words.endswith(_CLOSING):
        inner = words[1:-1]
        # ``"one" and "two"`` opens and closes, and yet is not one quotation.
        return not any(mark in inner for mark in ('"', "“", "„", "«")) or _balanced(inner)
    return words[0] in _DOUBLE
    # A quotation that runs on into the next paragraph closes there.


def _balanced(inner: str) -> bool:
    for opening, closing in (("“", "”"), ("«", "»"), ("„", "“")):
        if opening in inner and inner.find(closing) > inner.find(opening):
            return True
    return False


def _single_quoted(words: str) -> bool:
    from claims.extract.quotations import quotations

    return any(q.single for q in quotations(words))
