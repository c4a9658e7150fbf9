"""The safety net of the rules: what they are sure of is not lost, whatever the network thought.

A quotation with its speaker beside it is taken from them, and so is where it ends; what the network doubts stays if
they read the same source, cue and content.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter, itemgetter

from claims.extract.drafts import Draft, finished
from claims.extract.quotations import CLOSERS, Quotation, quotations
from claims.extract.rules import CONFIDENCE, drafts_of
from claims.extract.sentences import Range, paragraphs
from claims.models import Attribution, Span

# The rules that see a quotation, a verb of saying and a speaker side by side.
SURE = frozenset({"quotation before", "quotation after", "colon", "label"})
ALONE = "orphan"
"""The rule that keeps a whole quoted sentence by itself: who said it is for ``speakers`` to find."""
_OPENING = tuple(CLOSERS)
RELIABLE = 0.78
"""Rules that are right at least so often are listened to where the network doubts."""
FEWEST_WORDS = 4
"""Shorter quotations are often titles, nicknames or words that the writer holds at arm's length."""


def caught(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """What the rules are sure of in quotations that nothing found so far touches, and sentences quoted by themselves.

    Only the paragraphs with such a quotation are read: usually there is none.
    """
    taken = bytearray(len(text))
    for span in (span for attribution in found for span in attribution.content):
        taken[span.start : span.end] = b"\1" * (span.end - span.start)
    loose = [q for q in quotations(text) if not any(taken[q.start : q.end]) and _long(text, q)]
    if not loose:
        return []
    made = []
    for start, end in paragraphs(text):
        first, last = (bisect_left(loose, at, key=attrgetter("start")) for at in (start, end))
        if first == last:
            continue
        # The one before may run into this paragraph.
        near = loose[max(0, first - 1) : last]
        for draft in drafts_of(text[start:end]):
            moved = _moved(draft, start)
            if _sure(moved, near) and not any(any(taken[a:b]) for a, b in moved.content):
                made.append(finished(text, moved, CONFIDENCE[draft.rule]))
    return made


def _long(text: str, quotation: Quotation) -> bool:
    return len(text[quotation.start : quotation.end].split()) >= FEWEST_WORDS


def bounded(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions; a quotation with its speaker beside it keeps what a sure rule reads there, and no more.

    ``"They knew," she said, speaking on condition of anonymity because she works there``: words without quotation
    marks in that paragraph, which the rule leaves out, are not said.
    """
    lines = paragraphs(text)
    return [_bounded(text, lines, one) if _mixes(one) else one for one in found]


def _mixes(one: Attribution) -> bool:
    """Whether an attribution has both contents that are quotations and others."""
    return bool(one.cue) and len({span.text.startswith(_OPENING) for span in one.content}) > 1


def _bounded(text: str, lines: Sequence[Range], one: Attribution) -> Attribution:
    start, end = lines[bisect_right(lines, one.cue[0].start, key=itemgetter(0)) - 1]
    for draft in drafts_of(text[start:end]):
        moved = _moved(draft, start)
        quoted = any(span.text.startswith(_OPENING) and _touched(moved.content, [span]) for span in one.content)
        if moved.rule in SURE and moved.source and quoted and _touched(moved.cue, one.cue):
            kept = tuple(
                span
                for span in one.content
                if span.text.startswith(_OPENING) or _touched(moved.content, [span]) or not start <= span.start < end
            )
            return one.model_copy(update={"content": kept})
    return one


def agreed(text: str, doubtful: Sequence[Attribution]) -> list[Attribution]:
    """Those doubtful attributions that a reliable rule reads alike: ``Fares rise, the guild said.``"""
    if not doubtful:
        return []
    kept = []
    by_cue = sorted((one for one in doubtful if one.cue), key=_cue)
    for start, end in paragraphs(text):
        inside = by_cue[bisect_left(by_cue, start, key=_cue) : bisect_left(by_cue, end, key=_cue)]
        if inside:
            drafts = [
                _moved(draft, start) for draft in drafts_of(text[start:end]) if CONFIDENCE[draft.rule] >= RELIABLE
            ]
            kept += [one for one in inside if any(_alike(draft, one) for draft in drafts)]
    return kept


def _cue(one: Attribution) -> int:
    return one.cue[0].start


def _alike(draft: Draft, one: Attribution) -> bool:
    pairs = ((draft.source, one.source), (draft.cue, one.cue), (draft.content, one.content))
    return all(_touched(ranges, spans) for ranges, spans in pairs)


def _sure(draft: Draft, loose: Sequence[Quotation]) -> bool:
    quoted = any(q.start <= start and end <= q.end for q in loose for start, end in draft.content)
    return quoted and (draft.rule == ALONE or (draft.rule in SURE and bool(draft.source)))


def _moved(draft: Draft, by: int) -> Draft:
    def ranges(old: list[Range]) -> list[Range]:
        return [(start + by, end + by) for start, end in old]

    return Draft(draft.rule, ranges(draft.content), ranges(draft.source), ranges(draft.cue), draft.attitude)


def _touched(ranges: Sequence[Range], taken: Sequence[Span]) -> bool:
    return any(span.start < end and start < span.end for start, end in ranges for span in taken)
