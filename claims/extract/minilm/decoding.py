"""From the roles of single pieces to segments: the best sequence in which nothing goes on that never began."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from claims.extract.minilm.labels import LABELS
from claims.extract.minilm.pieces import Pieces
from claims.extract.minilm.windows import Reading

_KINDS = range(1, len(LABELS), 2)
"""Where the labels that begin something stand; what carries it on stands right behind."""


@dataclass(frozen=True, slots=True)
class Segment:
    """An unbroken run of words with one role."""

    role: str
    piece: int
    """Its first piece, which speaks for it in links."""
    start: int
    end: int
    certainty: float
    """The mean log-probability of its labels."""
    weakest: float
    """The least log-probability among its first label, its last and the one behind it."""


def segments(reading: Reading, bias: Sequence[float]) -> list[Segment]:
    """The segments of a text in reading order; ``bias`` is added to the score of each label."""
    pieces = reading.pieces
    places = np.flatnonzero(pieces.first | (pieces.starts == pieces.ends))
    if not len(places):
        return []
    scores = reading.roles[places]
    labels = best_labels((scores + np.asarray(bias, np.float32)).tolist())
    ends = _word_ends(pieces, places.tolist())
    found: list[Segment] = []
    at = 0
    while at < len(labels):
        begin, label = at, labels[at]
        at += 1
        if not label:
            continue
        while at < len(labels) and labels[at] == label + 1:
            at += 1
        chosen = [float(scores[i, labels[i]]) for i in range(begin, at)]
        behind = float(scores[at, labels[at]]) if at < len(labels) else 0.0
        last = at - 1
        while last > begin and pieces.starts[places[last]] == pieces.ends[places[last]]:
            last -= 1
        first = int(places[begin])
        if pieces.starts[first] < pieces.ends[first]:
            edges = min(chosen[0], chosen[-1], behind)
            mean = sum(chosen) / len(chosen)
            found.append(Segment(LABELS[label][2:], first, int(pieces.starts[first]), ends[last], mean, edges))
    return found


def best_labels(scores: Sequence[Sequence[float]]) -> list[int]:
    """The likeliest sequence of labels that is well formed.

    Plain lists and no matrices: with so few labels this is several times faster, and most of the
    transitions are free. Only I-x is bound to a B-x or I-x before it.
    """
    width = len(scores[0])
    none = float("-inf")
    value = [none if label and label % 2 == 0 else scores[0][label] for label in range(width)]
    back: list[list[int]] = []
    for row in scores[1:]:
        top = max(range(width), key=value.__getitem__)
        high = value[top]
        came = [top] * width
        new = [high + score for score in row]
        for begins in _KINDS:
            goes_on = begins + 1
            came[goes_on] = begins if value[begins] >= value[goes_on] else goes_on
            new[goes_on] = value[came[goes_on]] + row[goes_on]
        value = new
        back.append(came)
    labels = [max(range(width), key=value.__getitem__)]
    for came in reversed(back):
        labels.append(came[labels[-1]])
    return labels[::-1]


def _word_ends(pieces: Pieces, places: list[int]) -> list[int]:
    """Where the word that begins at each place ends."""
    following = [*places[1:], len(pieces)]
    return [int(end) for end in pieces.ends[np.asarray(following) - 1]]
