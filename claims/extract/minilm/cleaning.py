"""What the network's links cannot see: where sentences end, and which paragraphs one quotation runs over."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from claims.extract.attributions import NEXT_PARAGRAPH
from claims.extract.minilm.decoding import Segment
from claims.extract.minilm.linking import Group
from claims.extract.quotations import quotations
from claims.extract.sentences import Range, paragraphs, sentences_in

DOUBLE, SINGLE = '"“”„«»', "‘'"
# A sentence may end here; the sentence splitter has the last word, and is asked only then.
_MAY_END = re.compile(r"[.!?…][\"”’')\]]*\s|\n")


def clean(text: str, found: Sequence[Group]) -> list[Group]:
    """The groups, each with the contents that can be its own.

    1. A quotation that runs over paragraphs is said by whoever says its beginning.
    2. What nobody quotes ends with the sentence of its cue: what is glued on from another one is dropped. Behind a
       colon ("HALDEN: ...") words may go on for several sentences.
    3. What is said may go on in the next paragraph, no later: a quotation farther away is somebody else's.
    """
    groups = list(found)
    _carry_on(text, groups)
    lines = [start for start, _ in paragraphs(text)]
    for group in groups:
        if len(group.contents) > 1 and any(letter.isalpha() for letter in text[group.cue.start : group.cue.end]):
            kept = [s for s in group.contents if _quoted(text, s) or _in_one_sentence(text, group.cue, s)]
            group.contents = _within_reach(lines, group.cue, kept) or kept or group.contents
    return [group for group in groups if group.contents]


def _carry_on(text: str, groups: Sequence[Group]) -> None:
    """Give each further paragraph of a quotation that has no cue of its own to the group of the one before."""
    for quotation in quotations(text):
        for before, after in pairwise(quotation.ranges):
            home = [group for group in groups if _holds(group, before)]
            astray = [group for group in groups if _holds(group, after)]
            if len(home) != 1 or not _near(text, home[0].cue, quotation.ranges):
                continue
            for group in astray:
                if group is not home[0] and not _near(text, group.cue, (after,)):
                    moved = [segment for segment in group.contents if _meet(segment, after)]
                    group.contents = [segment for segment in group.contents if segment not in moved]
                    home[0].contents += moved


def _holds(group: Group, place: Range) -> bool:
    return any(_meet(segment, place) for segment in group.contents)


def _meet(segment: Segment, place: Range) -> bool:
    return segment.start < place[1] and place[0] < segment.end


def _near(text: str, cue: Segment, places: Sequence[Range]) -> bool:
    """Whether a cue stands in the paragraph of one of the places."""
    return any("\n" not in text[min(cue.start, start) : max(cue.end, end)] for start, end in places)


def _within_reach(lines: Sequence[int], cue: Segment, contents: Sequence[Segment]) -> list[Segment]:
    """The contents without those that lie farther than the next paragraph from all that is nearer to the cue."""

    def paragraph(at: int) -> int:
        return bisect_right(lines, at)

    first, last = paragraph(cue.start), paragraph(cue.end - 1)
    kept = []
    for content in sorted(contents, key=lambda segment: abs(segment.start - cue.start)):
        begin, end = paragraph(content.start), paragraph(content.end - 1)
        if begin - last <= NEXT_PARAGRAPH and first - end <= NEXT_PARAGRAPH:
            kept.append(content)
            first, last = min(first, begin), max(last, end)
    return sorted(kept, key=lambda segment: segment.start)


def _quoted(text: str, content: Segment) -> bool:
    words = text[content.start : content.end]
    return words[0] in SINGLE or any(mark in words for mark in DOUBLE)


def _in_one_sentence(text: str, cue: Segment, content: Segment) -> bool:
    first, last = min(cue.start, content.start), max(cue.end, content.end)
    if not _MAY_END.search(text, first, last):
        return True
    return any(
        start <= first and last <= end
        for paragraph in paragraphs(text)
        if paragraph[0] <= first < paragraph[1]
        for start, end in sentences_in(text, paragraph)
    )
