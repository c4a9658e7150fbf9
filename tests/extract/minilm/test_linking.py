"""Which content belongs to which cue, and which source to a cue."""

from __future__ import annotations

import numpy as np

from claims.extract.minilm.decoding import Segment
from claims.extract.minilm.labels import FARTHEST, LABELS, LINK
from claims.extract.minilm.linking import groups
from claims.extract.minilm.pieces import Pieces
from claims.extract.minilm.windows import Reading, Window

NO_DISTANCE = np.zeros((2, 2 * FARTHEST + 1), np.float32)
NO_SOURCE = 0


def reading_of(size: int, content_to_cue: dict[int, int], cue_to_source: dict[int, int]) -> Reading:
    """A reading whose links are sure: each asking piece and the piece that answers share a direction.

    Position 0 of the vectors is the start piece: "none".
    """
    asks, answers = (np.zeros((size + 1, 2 * LINK), np.float32) for _ in range(2))
    for kind, pairs in enumerate((content_to_cue, cue_to_source)):
        for asking, answering in pairs.items():
            at = kind * LINK + (answering + 1) % LINK
            asks[asking + 1, at] = 10
            answers[answering + 1, at] = 1
    places = np.arange(size)
    pieces = Pieces(places, places, 2 * places, 2 * places + 1, np.ones(size, bool))
    return Reading(pieces, np.zeros((size, len(LABELS)), np.float32), (Window(0, size, asks, answers),))


def segment(role: str, piece: int) -> Segment:
    """One word at this piece."""
    return Segment(role, piece, 2 * piece, 2 * piece + 1, -0.1, -0.1)


def test_several_contents_go_to_one_cue() -> None:
    """A quotation that its cue breaks is one attribution."""
    found = [segment("content", 0), segment("source", 1), segment("cue", 2), segment("content", 3)]
    (group,) = groups(reading_of(4, {0: 2, 3: 2}, {2: 1}), found, NO_DISTANCE, 0.0)
    assert [s.piece for s in group.contents] == [0, 3]
    assert group.source is not None
    assert group.source.piece == 1


def test_two_cues_may_share_a_source() -> None:
    """``she said ..., adding that ...``: the one who adds is the one who said."""
    found = [segment(role, at) for at, role in enumerate(["source", "cue", "content", "cue", "content"])]
    made = groups(reading_of(5, {2: 1, 4: 3}, {1: 0, 3: 0}), found, NO_DISTANCE, 0.0)
    assert [(g.cue.piece, g.source and g.source.piece) for g in made] == [(1, 0), (3, 0)]


def test_a_cue_without_content_says_nothing() -> None:
    """``she said`` alone is no attribution."""
    assert not groups(reading_of(2, {}, {1: 0}), [segment("source", 0), segment("cue", 1)], NO_DISTANCE, 0.0)


def test_a_cue_may_have_no_source() -> None:
    """``it was reported that``: nobody is made up."""
    found = [segment("source", 0), segment("cue", 1), segment("content", 2)]
    (group,) = groups(reading_of(3, {2: 1}, {1: -1}), found, NO_DISTANCE, 0.0)
    assert group.source is None


def test_a_doubtful_source_is_better_than_none() -> None:
    """A bias against "none" gives a cue the nearest likely source: leaving it out is the commoner mistake."""
    found = [segment("source", 0), segment("cue", 1), segment("content", 2)]
    (group,) = groups(reading_of(3, {2: 1}, {1: -1}), found, NO_DISTANCE, -20.0)
    assert group.source is not None


def test_content_without_any_cue_is_left_out() -> None:
    """There is nobody to say it and no word that says it is said."""
    assert groups(reading_of(1, {}, {}), [segment("content", 0)], NO_DISTANCE, 0.0) == []


def test_distance_decides_where_words_do_not() -> None:
    """Of two cues that fit alike the nearer one takes the content."""
    distance = NO_DISTANCE.copy()
    distance[0] = -np.abs(np.arange(-FARTHEST, FARTHEST + 1)) / 10
    found = [segment("cue", 0), segment("cue", 8), segment("content", 9)]
    (group,) = groups(reading_of(10, {}, {}), found, distance, 0.0)
    assert group.cue.piece == 8


def test_a_cue_that_has_nothing_takes_what_another_can_spare() -> None:
    """In a row of quotations, each with its name behind it, one wrong link must not leave a speaker without words."""
    found = [segment(role, at) for at, role in enumerate(["content", "cue", "content", "cue"])]
    doubtful = reading_of(4, {0: 1, 2: 1}, {})
    # The second content likes the first cue a little better than the second one.
    window = doubtful.windows[0]
    window.asks[3, :LINK] *= 0.1
    made = groups(doubtful, found, NO_DISTANCE, 0.0)
    assert [[s.piece for s in group.contents] for group in made] == [[0], [2]]
