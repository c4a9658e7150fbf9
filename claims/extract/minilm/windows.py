"""Runs the network over a whole text: windows that overlap, each piece judged where it stands deepest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from claims.extract.minilm.pieces import END, START, Numbers, Pieces

WINDOW, STRIDE = 254, 190
"""Pieces that the network sees at once, and how far the next look begins behind the last."""
BATCH = 4
"""More windows at once are no faster on a processor, and hold more memory."""

Scores = NDArray[np.float32]


class Runs(Protocol):
    """Whatever computes the network: ids, looks and mask in; roles, asks and answers out."""

    def __call__(self, ids: Numbers, looks: Numbers, mask: Numbers) -> tuple[Scores, Scores, Scores]: ...


@dataclass(frozen=True, slots=True)
class Window:
    """What the network said about the pieces ``begin`` to ``end``; its vectors begin with the start piece."""

    begin: int
    end: int
    asks: Scores
    answers: Scores

    def depth(self, piece: int, last: int) -> int:
        """How far a piece is from where the window cuts the text; ends of the text cut nothing."""
        left = piece - self.begin if self.begin else last
        right = self.end - 1 - piece if self.end < last else last
        return min(left, right)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as the network read it: the log-probability of each role for each piece, and the windows."""

    pieces: Pieces
    roles: Scores
    windows: tuple[Window, ...]


def read(run: Runs, pieces: Pieces) -> Reading:
    """Read one text. Only its own windows share a batch.

    The quantised network scales its numbers by the largest of the whole batch: a text that shared one
    with others would be read a little differently each time.
    """
    places = list(_places(len(pieces)))
    total = np.zeros((len(pieces), 0), np.float32)
    best = np.full(len(pieces), -1)
    windows: list[Window] = []
    for at in range(0, len(places), BATCH):
        part = places[at : at + BATCH]
        roles, asks, answers = run(*_batch(pieces, part))
        for row, (begin, end) in enumerate(part):
            size = end - begin + 1
            window = Window(begin, end, asks[row, :size], answers[row, :size])
            if not total.shape[1]:
                total = np.zeros((len(pieces), roles.shape[2]), np.float32)
            _keep_deepest(window, roles[row, 1:size], total, best)
            windows.append(window)
    return Reading(pieces, _log_probabilities(total), tuple(windows))


def _places(length: int) -> Iterator[tuple[int, int]]:
    """Windows over so many pieces; the last one ends where the text ends."""
    begin = 0
    while length:
        if begin + WINDOW >= length:
            yield max(0, length - WINDOW), length
            return
        yield begin, begin + WINDOW
        begin += STRIDE


def _batch(pieces: Pieces, places: list[tuple[int, int]]) -> tuple[Numbers, Numbers, Numbers]:
    shape = (len(places), max(end - begin for begin, end in places) + 2)
    ids, looks, mask = (np.zeros(shape, np.int64) for _ in range(3))
    for row, (begin, end) in enumerate(places):
        size = end - begin
        ids[row, 0], ids[row, 1 : size + 1], ids[row, size + 1] = START, pieces.ids[begin:end], END
        looks[row, 1 : size + 1] = pieces.looks[begin:end]
        mask[row, : size + 2] = 1
    return ids, looks, mask


def _keep_deepest(window: Window, roles: Scores, total: Scores, best: NDArray[np.int64]) -> None:
    size, last = window.end - window.begin, len(best)
    left = np.arange(size) if window.begin else np.full(size, last)
    right = np.arange(size)[::-1] if window.end < last else np.full(size, last)
    depth = np.minimum(left, right)
    part = slice(window.begin, window.end)
    deeper = depth > best[part]
    total[part][deeper] = roles[deeper]
    best[part][deeper] = depth[deeper]


def _log_probabilities(scores: Scores) -> Scores:
    if not scores.size:
        return scores
    shifted = scores - scores.max(axis=1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)), np.float32)
