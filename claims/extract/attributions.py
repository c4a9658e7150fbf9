"""Joins and cleans what the rules found: one attribution for one thing said, however the article breaks it."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extract.drafts import Draft
from claims.extract.quotations import CLOSERS, Quotation, quotations
from claims.extract.sentences import Range
from claims.extract.units import Token, Unit
from claims.models import Attribution, Span
from claims.vocabulary import Kind, Part

_OPENING = tuple(CLOSERS)
_CLOSING = ("”", '"', "“", "»", "«", "’", "'", "''")
_DOUBLE = ('"', "“", "”", "„", "«", "»", "``", "''")
_MARKS = "\"”’'»“ "
NEXT_PARAGRAPH = 1
"""A quotation may be carried on in the next paragraph, no later."""
ORPHAN_WORDS = 5
"""A quotation of fewer words that nobody is said to have said is no statement of anybody."""


def join(text: str, units: Sequence[Unit], readings: Sequence[list[Draft]]) -> list[Draft]:
    """Put together what belongs together, in reading order.

    1. A cue that ends in a colon takes the quotation that follows it: ``She went on:``.
    2. A unit that is nothing but quotation carries on the quotation that was said just before it.
    3. The rest of a quotation that runs over paragraphs goes with its beginning.
    4. A full quotation that still has no cue is kept without one: who said it is for ``speakers`` to find.
    """
    thread = _Thread()
    for unit, drafts in zip(units, readings, strict=True):
        thread.follow(unit, drafts)
    _continue_over_paragraphs(units, thread.owner)
    for draft in thread.joined:
        draft.content = _merged(text, sorted(set(draft.content)))
    found = [draft for draft in thread.joined if draft.content]
    return sorted(found, key=lambda draft: (draft.start, draft.content))


class _Thread:
    """Who is speaking, from one unit to the next."""

    def __init__(self) -> None:
        self.joined: list[Draft] = []
        self.owner: dict[Quotation, Draft] = {}
        self.speaking: Draft | None = None
        """What the next bare quotation carries on."""
        self.paragraph = -1

    def follow(self, unit: Unit, drafts: list[Draft]) -> None:
        """Take in one unit with what was read in it."""
        inside = [token for token in unit.tokens if token.quotation]
        for draft in drafts:
            self._own(draft, [token for token in inside if _holds(draft.content, token)])
        self.joined.extend(drafts)
        if not drafts and _only_quotation(unit):
            self._carry_on(unit, inside)
        elif drafts:
            # What waits for its quotation comes first, else the last one who was quoted.
            waiting = [draft for draft in drafts if not draft.content]
            quoting = [draft for draft in drafts if any(_holds(draft.content, token) for token in inside)]
            latest = waiting or quoting
            self.speaking = latest[-1] if latest else None
            self.paragraph = unit.paragraph
        else:
            self.speaking = None

    def _carry_on(self, unit: Unit, inside: list[Token]) -> None:
        first = inside[0].quotation
        whole = self.owner.get(first) if first else None
        near = unit.paragraph - self.paragraph <= NEXT_PARAGRAPH
        if (
            whole is None
            and self.speaking is not None
            and near
            and (
                unit.paragraph == self.paragraph
                or not self.speaking.content
                or (self.speaking.cue and _like_a_sentence(inside[0]))
            )
        ):
            whole = self.speaking
        if whole is None and _like_a_sentence(inside[0]):
            whole = Draft(rule="orphan", content=[])
            self.joined.append(whole)
        if whole is not None:
            whole.content.extend((token.start, token.end) for token in inside)
            self._own(whole, inside)
            self.speaking, self.paragraph = whole, unit.paragraph

    def _own(self, draft: Draft, tokens: Sequence[Token]) -> None:
        for token in tokens:
            if token.quotation:
                self.owner[token.quotation] = draft


def _like_a_sentence(token: Token) -> bool:
    """Whether a quotation is long and whole enough to have been said."""
    return len(token.text.split()) >= ORPHAN_WORDS and token.text.rstrip(_MARKS).endswith((".", "!", "?", ",", "…"))


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


def in_part(spans: Sequence[Span], part: Part) -> tuple[Span, ...]:
    """The spans of a tagger, which knows of no parts, in the part they were found in."""
    return tuple(span if span.part == part else span.model_copy(update={"part": part}) for span in spans)


def trimmed(one: Attribution) -> Attribution:
    """Without the comma that closes an apposition: who speaks is ``Mira Halden, the harbourmaster``."""
    source = tuple(_without_comma(span) for span in one.source)
    return one if source == one.source else one.model_copy(update={"source": source})


def _without_comma(span: Span) -> Span:
    words = span.text.rstrip(", ")
    return span.model_copy(update={"end": span.start + len(words), "text": words}) if words else span


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
    return words[0] in _DOUBLE or words[0] == "‘"
    # A quotation that runs on into the next paragraph closes there.


def _balanced(inner: str) -> bool:
    for opening, closing in (("“", "”"), ("«", "»"), ("„", "“")):
        if opening in inner and inner.find(closing) > inner.find(opening):
            return True
    return False


def _single_quoted(words: str) -> bool:
    return any(q.single for q in quotations(words))
