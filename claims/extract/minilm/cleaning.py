"""What the network's links cannot see: where sentences end, and which paragraphs one quotation runs over."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter, itemgetter

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
    4. Nor does it go on behind a sentence of the article's own: ``"We stay," she said. It rained. "We always did."``
    """
    groups = list(found)
    _carry_on(text, groups)
    layout = _Layout(text)
    for group in groups:
        if len(group.contents) > 1 and any(letter.isalpha() for letter in text[group.cue.start : group.cue.end]):
            kept = [s for s in group.contents if _quoted(text, s) or layout.in_one_sentence(group.cue, s)]
            group.contents = _within_reach(layout, group.cue, kept) or kept or group.contents
            group.contents = layout.before_another_sentence(group)
    return [group for group in groups if group.contents]


class _Layout:
    """Where the paragraphs and sentences of a text lie; a paragraph is cut into sentences only if asked."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.paragraphs = paragraphs(text)

    def paragraph(self, at: int) -> int:
        """The number of the last paragraph that begins there or before; -1 before the first."""
        return bisect_right(self.paragraphs, at, key=itemgetter(0)) - 1

    def sentences(self, number: int) -> Sequence[Range]:
        """The sentences of a paragraph."""
        return sentences_in(self.text, self.paragraphs[number])

    def in_one_sentence(self, cue: Segment, content: Segment) -> bool:
        """Whether both lie in the same sentence."""
        first, last = min(cue.start, content.start), max(cue.end, content.end)
        if not _MAY_END.search(self.text, first, last):
            return True
        sentences = self.sentences(self.paragraph(first))
        at = bisect_right(sentences, first, key=itemgetter(0)) - 1
        return at >= 0 and last <= sentences[at][1]

    def before_another_sentence(self, group: Group) -> list[Segment]:
        """The contents without those that follow, in one paragraph, a sentence in which nobody speaks."""
        contents = sorted(group.contents, key=attrgetter("start"))
        end = max(group.cue.end, group.source.end if group.source else 0)
        kept = []
        for content in contents:
            if content.start < end or not self._told_between(end, content.start):
                kept.append(content)
                end = max(end, content.end)
        return kept

    def _told_between(self, start: int, end: int) -> bool:
        number = self.paragraph(start)
        if not _MAY_END.search(self.text, start, end) or number != self.paragraph(end):
            return False
        sentences = self.sentences(number)
        first = bisect_left(sentences, start, key=itemgetter(0))
        return any(
            last <= end and self.text[at] not in DOUBLE + SINGLE
            for at, last in sentences[first : bisect_left(sentences, end, key=itemgetter(0))]
        )


def _carry_on(text: str, groups: Sequence[Group]) -> None:
    """Give each further paragraph of a quotation that has no cue of its own to the group of the one before."""
    contents = sorted((segment for group in groups for segment in group.contents), key=attrgetter("start"))
    owner = {segment: number for number, group in enumerate(groups) for segment in group.contents}

    def inside(place: Range) -> list[Segment]:
        # A word has one role, so contents do not overlap: their ends are in order, too.
        first = bisect_right(contents, place[0], key=attrgetter("end"))
        return contents[first : bisect_left(contents, place[1], key=attrgetter("start"))]

    for quotation in quotations(text):
        for before, after in pairwise(quotation.ranges):
            homes = {owner[segment] for segment in inside(before)}
            if len(homes) != 1:
                continue
            (home,) = homes
            if not _near(text, groups[home].cue, quotation.ranges):
                continue
            for segment in inside(after):
                now = owner[segment]
                if now != home and not _near(text, groups[now].cue, (after,)):
                    groups[now].contents.remove(segment)
                    groups[home].contents.append(segment)
                    owner[segment] = home


def _near(text: str, cue: Segment, places: Sequence[Range]) -> bool:
    """Whether a cue stands in the paragraph of one of the places."""
    return any("\n" not in text[min(cue.start, start) : max(cue.end, end)] for start, end in places)


def _within_reach(layout: _Layout, cue: Segment, contents: Sequence[Segment]) -> list[Segment]:
    """The contents without those that lie farther than the next paragraph from all that is nearer to the cue."""
    first, last = layout.paragraph(cue.start), layout.paragraph(cue.end - 1)
    kept = []
    for content in sorted(contents, key=lambda segment: abs(segment.start - cue.start)):
        begin, end = layout.paragraph(content.start), layout.paragraph(content.end - 1)
        if begin - last <= NEXT_PARAGRAPH and first - end <= NEXT_PARAGRAPH:
            kept.append(content)
            first, last = min(first, begin), max(last, end)
    return sorted(kept, key=lambda segment: segment.start)


def _quoted(text: str, content: Segment) -> bool:
    words = text[content.start : content.end]
    return words[0] in SINGLE or any(mark in words for mark in DOUBLE)
