"""The network over a whole text."""

from __future__ import annotations

import numpy as np
import pytest

from claims.extract.minilm.labels import LABELS, LINK
from claims.extract.minilm.pieces import END, PADDING, START, Numbers, Pieces
from claims.extract.minilm.windows import BATCH, WINDOW, Reading, Scores, read


def pieces_of(count: int) -> Pieces:
    """So many words, each an id of its own."""
    at = np.arange(count)
    return Pieces(at + 1000, np.zeros(count, np.int64), 2 * at, 2 * at + 1, np.ones(count, bool))


class Recorder:
    """Stands for the network: remembers what it was shown and says where in its window each piece stood."""

    def __init__(self) -> None:
        self.shown: list[Numbers] = []

    def __call__(self, ids: Numbers, looks: Numbers, mask: Numbers) -> tuple[Scores, Scores, Scores]:
        self.shown.append(ids)
        roles = np.zeros((*ids.shape, len(LABELS)), np.float32)
        roles[:, :, 0] = np.arange(ids.shape[1])
        links = np.repeat(ids[:, :, None], 2 * LINK, axis=2).astype(np.float32)
        return roles, links, links


def seen(count: int) -> tuple[Recorder, Reading]:
    """A text of so many pieces and what became of it."""
    recorder = Recorder()
    return recorder, read(recorder, pieces_of(count))


@pytest.mark.parametrize("count", [1, 2, WINDOW, WINDOW + 1, 3 * WINDOW, 20 * WINDOW])
def test_every_piece_is_read(count: int) -> None:
    """Nothing falls between two windows, and no window is longer than the network can take."""
    recorder, reading = seen(count)
    ids = {int(i) for shown in recorder.shown for i in shown.ravel()} - {START, END, PADDING}
    assert ids == set(range(1000, 1000 + count))
    assert all(shown.shape[0] <= BATCH and shown.shape[1] <= WINDOW + 2 for shown in recorder.shown)
    assert reading.roles.shape == (count, len(LABELS))
    np.testing.assert_allclose(np.exp(reading.roles).sum(axis=1), 1, rtol=1e-4)


def test_a_piece_near_the_edge_of_one_window_is_judged_in_the_next() -> None:
    """Words are read with what stands around them on both sides."""
    _, reading = seen(3 * WINDOW)
    first, second = reading.windows[:2]
    edge = first.end - 2
    assert second.depth(edge, 3 * WINDOW) > first.depth(edge, 3 * WINDOW)


def test_the_ends_of_a_text_cut_nothing() -> None:
    """The first word of a text has all its context in the first window."""
    _, reading = seen(2 * WINDOW)
    assert reading.windows[0].depth(0, 2 * WINDOW) >= WINDOW - 1


def test_the_last_window_ends_with_the_text_and_is_full() -> None:
    """No window of a long text is a scrap."""
    _, reading = seen(2 * WINDOW + 5)
    assert reading.windows[-1].end == 2 * WINDOW + 5
    assert {window.end - window.begin for window in reading.windows} == {WINDOW}


def test_nothing_is_read_of_an_empty_text() -> None:
    """No windows, no error."""
    recorder, reading = seen(0)
    assert not recorder.shown
    assert not len(reading.roles)
