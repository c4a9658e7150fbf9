"""Which content belongs to which cue, and which source to a cue: the network's links, and what follows from order."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from claims.extract.minilm.decoding import Segment
from claims.extract.minilm.labels import CONTENT, CUE, FARTHEST, LINK, SOURCE
from claims.extract.minilm.windows import Reading, Scores, Window

TO_CUE, TO_SOURCE = 0, 1
"""The two kinds of link: a content asks for its cue, a cue for its source."""
NONE = -1


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
    sources = [segment for segment in found if segment.role == SOURCE]
    made = {cue.piece: Group(cue) for cue in cues}
    for content in found:
        if content.role != CONTENT or not cues:
            continue
        scores = links(reading, content.piece, [cue.piece for cue in cues], distance, TO_CUE)
        scores.pop(NONE, None)
        if scores:
            piece = max(scores, key=scores.__getitem__)
            made[piece].contents.append(content)
            made[piece].content_link = min(made[piece].content_link, scores[piece])
    by_piece = {source.piece: source for source in sources}
    for group in made.values():
        if not group.contents:
            continue
        scores = links(reading, group.cue.piece, list(by_piece), distance, TO_SOURCE)
        if scores:
            scores[NONE] = scores.get(NONE, -math.inf) + none_bias
            piece = max(scores, key=scores.__getitem__)
            group.source, group.source_link = by_piece.get(piece), scores[piece]
    return [group for group in made.values() if group.contents]


def links(reading: Reading, head: int, others: Sequence[int], distance: Scores, kind: int) -> dict[int, float]:
    """The log-probability of each other piece (and of none) as that to which ``head`` belongs.

    Asked in the window in which ``head`` stands deepest; pieces that it does not show are asked for in
    the next best one.
    """
    last = len(reading.pieces)
    seen = [window for window in reading.windows if window.begin <= head < window.end]
    seen.sort(key=lambda window: -window.depth(head, last))
    scores: dict[int, float] = {}
    for window in seen:
        near = [piece for piece in others if window.begin <= piece < window.end]
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
