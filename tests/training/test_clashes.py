"""Fitting what speaks for two claims excluding each other."""

from __future__ import annotations

import numpy as np

from training.clashes import KEPT, fitted, is_kept
from training.told import STANCES


def test_events_kept_apart_are_known_by_their_number() -> None:
    assert is_kept("721-tram")
    assert is_kept("900-bid")
    assert not is_kept("720-tram")
    assert not is_kept("101-dam")


def test_every_event_kept_apart_has_marks() -> None:
    marked = {int(file.stem) for file in STANCES.glob("*.txt")}
    kept = marked & set(KEPT)
    assert len(kept) >= 60, "enough to measure on"
    assert len(marked) > 5 * len(kept), "and most are there to be fitted on"


def test_a_piece_that_decides_gets_weight_and_one_that_says_nothing_gets_none() -> None:
    rows = np.array([[1.0, 0.0], [1.0, 1.0], [0.0, 0.0], [0.0, 1.0]] * 25)
    weights = fitted(rows, rows[:, 0])
    assert weights[0] > 3
    assert abs(weights[1]) < 0.01
