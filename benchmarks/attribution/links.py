"""Which source and which content belong to which cue, by distance alone: for a tagger that learnt only roles.

Words between count, sentence ends more, another cue and a paragraph break most. The cheapest pairs are joined first,
and a cue takes one source and one content before any takes a second content. A cue left without a source takes the
nearest of its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

SENTENCE_END = re.compile(r"[.!?][\"”’']?\s+[“\"A-Z]")
ANOTHER_CUE, ANOTHER_OF_ITS_ROLE, ANOTHER_SENTENCE, ANOTHER_PARAGRAPH = 4, 3, 3, 8
DEAREST, DEAREST_FIRST = 60, 25
"""What costs more is not joined; in the first round, where a cue takes one, it must be nearer."""
AROUND = 12
"""Segments farther apart than so many others are not compared."""
SHARED = 25
"""Words between a cue and the source that it shares with another."""
BEHIND = 15
"""A source that stands behind the cue is so many words farther away."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Neighbouring words with one role."""

    role: str
    start: int
    end: int


@dataclass(slots=True)
class Group:
    """A cue with what was joined to it."""

    cue: Segment
    source: list[Segment] = field(default_factory=list)
    content: list[Segment] = field(default_factory=list)


def linked(text: str, segments: Sequence[Segment]) -> list[Group]:
    """The groups that have a content, in the order of their cues."""
    cues = [number for number, segment in enumerate(segments) if segment.role == "cue"]
    groups = {number: Group(segments[number]) for number in cues}
    for role in ("content", "source"):
        pairs = sorted(
            (_cost(text, segments, number, cue), number, cue)
            for number, segment in enumerate(segments)
            for cue in cues
            if segment.role == role and abs(cue - number) <= AROUND
        )
        _join(groups, segments, pairs, role)
    made = [group for group in groups.values() if group.content]
    _share(text, made)
    return made


def _join(
    groups: dict[int, Group], segments: Sequence[Segment], pairs: Sequence[tuple[float, int, int]], role: str
) -> None:
    joined: set[int] = set()
    for dearest, one_each in ((DEAREST_FIRST, True), (DEAREST, False)):
        for cost, number, cue in pairs:
            own: list[Segment] = getattr(groups[cue], role)
            if number in joined or cost > dearest or (own and (one_each or role == "source")):
                continue
            joined.add(number)
            own.append(segments[number])


def _cost(text: str, segments: Sequence[Segment], number: int, cue: int) -> float:
    """How far apart a segment and a cue are."""
    segment, verb = segments[number], segments[cue]
    start, end = (segment.end, verb.start) if segment.start < verb.start else (verb.end, segment.start)
    between = segments[min(number, cue) + 1 : max(number, cue)]
    words = len(text[start:end].split()) - sum(len(text[one.start : one.end].split()) for one in between)
    return (
        max(0, words)
        + ANOTHER_CUE * sum(one.role == "cue" for one in between)
        + ANOTHER_OF_ITS_ROLE * sum(one.role == segment.role for one in between)
        + ANOTHER_PARAGRAPH * text[start:end].count("\n")
        + ANOTHER_SENTENCE * len(SENTENCE_END.findall(text[max(0, start - 3) : end + 2]))
        # Sources stand rather before their cue, contents behind.
        + ((segment.start < verb.start) == (segment.role == "content"))
    )


def _share(text: str, groups: Sequence[Group]) -> None:
    known = [source for group in groups for source in group.source]
    for group in groups:
        near = []
        for source in known:
            before = source.end <= group.cue.start
            between = text[source.end : group.cue.start] if before else text[group.cue.end : source.start]
            words = len(between.split()) + (0 if before else BEHIND)
            if words <= SHARED and "\n" not in between and not SENTENCE_END.search(between):
                near.append((words, source.start, source))
        if near and not group.source:
            group.source.append(min(near, key=lambda one: one[:2])[2])
