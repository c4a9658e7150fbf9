"""What a cue cannot hold: words of another sentence that nobody put between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.extract.minilm.decoding import Segment
from claims.extract.minilm.linking import Group
from claims.extract.sentences import paragraphs, sentences_in

DOUBLE, SINGLE = '"“”„«»', "‘'"
# A sentence may end here; the sentence splitter has the last word, and is asked only then.
_MAY_END = re.compile(r"[.!?…][\"”’')\]]*\s|\n")


def clean(text: str, found: Sequence[Group]) -> Sequence[Group]:
    """Take from each group that has several contents those that are glued on from another sentence.

    A quotation may go on behind its cue for many sentences, and so may what is woven into it; what nobody
    quotes ends with its own.
    """
    for group in found:
        if len(group.contents) > 1 and not any(_quoted(text, segment) for segment in group.contents):
            kept = [segment for segment in group.contents if _in_one_sentence(text, group.cue, segment)]
            group.contents = kept or group.contents
    return found


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
