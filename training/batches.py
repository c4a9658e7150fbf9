"""Articles cut into windows, windows put side by side."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from claims.extract.minilm.pieces import END, MASK, START, Numbers, Pieces, read_pieces
from claims.extract.minilm.windows import WINDOW
from training.corpus import Example
from training.targets import IGNORE, NOWHERE, Targets, targets
from training.transforms import varied

SHORTEST = 8
"""What is left of an article after its last whole window may be too short to learn from."""


@dataclass(frozen=True, slots=True)
class Window:
    """Part of an article with its targets; links count from the window's start piece."""

    ids: Numbers
    looks: Numbers
    labels: Numbers
    cue: Numbers
    source: Numbers


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side, padded to the longest."""

    ids: Tensor
    looks: Tensor
    mask: Tensor
    labels: Tensor
    cue: Tensor
    source: Tensor

    def blurred(self, share: float, generator: torch.Generator) -> Batch:
        """Some pieces hidden, so that the network reads the words around them."""
        hidden = (torch.rand(self.ids.shape, generator=generator) < share) & (self.ids > MASK)
        return replace(self, ids=self.ids.masked_fill(hidden, MASK))


def windows_of(pieces: Pieces, goal: Targets, offset: int) -> Iterator[Window]:
    """Cut an article into windows; a link that leaves its window is not asked for."""
    for begin in range(-offset, len(pieces), WINDOW):
        a, b = max(begin, 0), min(begin + WINDOW, len(pieces))
        if b - a < SHORTEST:
            continue
        cue, source = (_inside(link, a, b) for link in (goal.cue, goal.source))
        yield Window(pieces.ids[a:b], pieces.looks[a:b], goal.labels[a:b], cue, source)


def _inside(link: Numbers, begin: int, end: int) -> Numbers:
    part = link[begin:end]
    near = np.where((part >= begin) & (part < end), part - begin + 1, IGNORE)
    # "Nowhere" is an answer of its own: the start piece.
    return np.where(part == NOWHERE, 0, near)


def batch_of(windows: Sequence[Window]) -> Batch:
    """Windows as tensors, between their start and end pieces."""
    shape = (len(windows), max(len(w.ids) for w in windows) + 2)
    ids, looks, mask = (np.zeros(shape, np.int64) for _ in range(3))
    labels, cue, source = (np.full(shape, IGNORE, np.int64) for _ in range(3))
    for row, w in enumerate(windows):
        n = len(w.ids)
        ids[row, 0], ids[row, 1 : n + 1], ids[row, n + 1] = START, w.ids, END
        mask[row, : n + 2] = 1
        looks[row, 1 : n + 1], labels[row, 1 : n + 1] = w.looks, w.labels
        cue[row, 1 : n + 1], source[row, 1 : n + 1] = w.cue, w.source
    return Batch(*(torch.from_numpy(x) for x in (ids, looks, mask, labels, cue, source)))


def epoch_of(articles: Sequence[list[Example]], tokenizer: Tokenizer, size: int, rng: random.Random) -> list[Batch]:
    """All articles once, each in some dress and by one of its annotators, in batches of similar length."""
    windows: list[Window] = []
    for copies in articles:
        example = varied(rng.choice(copies), rng)
        pieces = read_pieces(tokenizer, example.text)
        windows += windows_of(pieces, targets(example, pieces), rng.randrange(WINDOW))
    rng.shuffle(windows)
    windows.sort(key=lambda window: len(window.ids) // 16)
    batches = [batch_of(windows[at : at + size]) for at in range(0, len(windows), size)]
    rng.shuffle(batches)
    return batches


def held_out(examples: Sequence[Example], tokenizer: Tokenizer, size: int = 16) -> list[Batch]:
    """Articles as they are, in windows that do not overlap."""
    windows: list[Window] = []
    for example in examples:
        pieces = read_pieces(tokenizer, example.text)
        windows += windows_of(pieces, targets(example, pieces), 0)
    windows.sort(key=lambda window: len(window.ids))
    return [batch_of(windows[at : at + size]) for at in range(0, len(windows), size)]
