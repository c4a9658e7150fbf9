"""Which content belongs to which cue, and which source to a cue: the network's links, and what follows from order."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter

import numpy as np

from claims.extract.minilm.decoding import Segment
from claims.extract.minilm.labels import CONTENT, CUE, FARTHEST, LINK, SOURCE
from claims.extract.minilm.windows import Reading, Scores, Window

TO_CUE, TO_SOURCE = 0, 1
"""The two kinds of link: a content asks for its cue, a cue for its source."""
NONE = -1
SPARE = 4.0
"""So much less likely (in natural logarithms) may a cue be that has nothing yet than one that has several."""


@dataclass(slots=True)
class Group:
    """A cue with its contents and its source, and how sure each link is (log-probabilities)."""

    cue: Segment
    contents: list[Segment] = field(default_factory=list)
    source: Segment | None = None
    content_link: float = 0.0
    source_link: float = 0.0


def groups(reading: Reading, found: Sequence[Segment], distance: Scores, none_bias: float) -> list[Group]:
    """Put segments together around their cues, in the order of the cues; a cue without content is dropped.

    ``none_bias`` is added to "has no source": below zero, cues take a doubtful source rather than none.
    """
    cues = [segment for segment in found if segment.role == CUE]
    by_piece = {segment.piece: segment for segment in found}
    made = {cue.piece: Group(cue) for cue in cues}
    for content, (cue, score) in _homes(reading, found, list(made), distance).items():
        made[cue].contents.append(by_piece[content])
        made[cue].content_link = min(made[cue].content_link, score)
    sources = [segment.piece for segment in found if segment.role == SOURCE]
    for group in made.values():
        if not group.contents:
            continue
        scores = links(reading, group.cue.piece, sources, distance, TO_SOURCE)
        if scores:
            scores[NONE] = scores.get(NONE, -math.inf) + none_bias
            piece = max(scores, key=scores.__getitem__)
            group.source, group.source_link = by_piece.get(piece), scores[piece]
    return [group for group in made.values() if group.contents]


def _homes(
    reading: Reading, found: Sequence[Segment], cues: Sequence[int], distance: Scores
) -> dict[int, tuple[int, float]]:
    """For each content its cue, and how likely that is.

    1. Each content takes the likeliest cue.
    2. A cue that nobody took, and that is nearly as likely for a content whose cue has others, takes it: in a
       row of quotations, each with its name behind it, one wrong step would shift all that follow.
    """
    scores: dict[int, dict[int, float]] = {}
    for segment in found:
        if segment.role == CONTENT and cues:
            answers = links(reading, segment.piece, cues, distance, TO_CUE)
            answers.pop(NONE, None)
            if answers:
                scores[segment.piece] = answers
    home = {content: max(likely, key=likely.__getitem__) for content, likely in scores.items()}
    held = Counter(home.values())
    wishes = sorted(
        (likely[home[content]] - likely[cue], cue, content)
        for content, likely in scores.items()
        for cue in likely
        if not held[cue] and likely[home[content]] - likely[cue] <= SPARE
    )
    for _, cue, content in wishes:
        if not held[cue] and held[home[content]] > 1:
            held[home[content]] -= 1
            held[cue] += 1
            home[content] = cue
    return {content: (cue, scores[content][cue]) for content, cue in home.items()}


def links(reading: Reading, head: int, others: Sequence[int], distance: Scores, kind: int) -> dict[int, float]:
    """The log-probability of each other piece (and of none) as that to which ``head`` belongs.

    Asked in the window in which ``head`` stands deepest; pieces that it does not show are asked for in
    the next best one. ``others`` come in reading order.
    """
    last = len(reading.pieces)
    # Windows lie in reading order too: those that show the head are neighbours.
    first_seen = bisect_right(reading.windows, head, key=attrgetter("end"))
    seen = list(reading.windows[first_seen : bisect_right(reading.windows, head, key=attrgetter("begin"))])
    seen.sort(key=lambda window: -window.depth(head, last))
    scores: dict[int, float] = {}
    for window in seen:
        near = others[bisect_left(others, window.begin) : bisect_left(others, window.end)]
        if any(piece not in scores for piece in near):
            for piece, score in zip([NONE, *near], _asked(window, head, near, distance, kind), strict=True):
                scores.setdefault(piece, score)
    return scores


def _asked(window: Window, head: int, near: Sequence[int], distance: Scores, kind: int) -> list[float]:
    half = slice(kind * LINK, (kind + 1) * LINK)
    # Vectors begin with the start piece, which answers for "none"; distances do not apply to it.
    rows = np.asarray([0, *(piece - window.begin + 1 for piece in near)])
    scores = window.answers[rows, half] @ window.asks[head - window.begin + 1, half]
    apart = np.clip(np.asarray(near, np.int64) - head, -FARTHEST, FARTHEST) + FARTHEST
    scores[1:] += distance[kind, apart]
    scores -= scores.max()
    return [float(score) for score in scores - np.log(np.exp(scores).sum())]
