"""From roles of pieces to segments."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extract.minilm.decoding import best_labels, segments
from claims.extract.minilm.labels import LABELS
from claims.extract.minilm.pieces import read_pieces
from claims.extract.minilm.windows import Reading

NO_BIAS = (0.0,) * len(LABELS)


def well_formed(labels: list[int]) -> bool:
    """Whether nothing goes on that never began."""
    return all(
        not label or label % 2 or (at > 0 and labels[at - 1] in {label, label - 1}) for at, label in enumerate(labels)
    )


rows = st.lists(st.lists(st.integers(-9, 9), min_size=7, max_size=7), min_size=1, max_size=4)


@given(rows)
@settings(max_examples=40)
def test_the_best_sequence_is_the_best_of_all_well_formed_ones(scores: list[list[int]]) -> None:
    """Held against the slow way: look at every sequence."""

    def worth(labels: list[int]) -> int:
        return sum(row[label] for row, label in zip(scores, labels, strict=True))

    found = best_labels(scores)
    assert well_formed(found)
    assert worth(found) == max(worth(list(way)) for way in product(range(7), repeat=len(scores)) if well_formed(way))


def reading(tokenizer, text: str, labels: str) -> Reading:
    """A reading in which the network is sure of these labels, one letter for each piece."""
    pieces = read_pieces(tokenizer, text)
    roles = np.full((len(pieces), len(LABELS)), -9.0, np.float32)
    roles[range(len(pieces)), ["OSsUuCc".index(letter) for letter in labels]] = -0.1
    return Reading(pieces, roles, ())


def test_segments_are_cut_where_the_words_are(tokenizer) -> None:
    """A segment ends with its last word, whole."""
    text = "Mira said we will pay."
    found = segments(reading(tokenizer, text, "SUCccO"), NO_BIAS)
    assert [(s.role, text[s.start : s.end]) for s in found] == [
        ("source", "Mira"),
        ("cue", "said"),
        ("content", "we will pay"),
    ]


def test_a_segment_ends_with_a_word_even_if_pieces_follow_it(tokenizer) -> None:
    """Pieces of one word go with its first."""
    text = "Mira paid"
    (found,) = segments(reading(tokenizer, text, "OCOOO"), NO_BIAS)
    assert text[found.start : found.end] == "paid"


def test_a_content_may_run_on_into_the_next_paragraph(tokenizer) -> None:
    """A quotation over two paragraphs is one segment if the network says so, without the break at its end."""
    text = "we will\n\npay\n\nthe port"
    found = segments(reading(tokenizer, text, "CcccOOO"), NO_BIAS)
    assert [text[s.start : s.end] for s in found] == ["we will\n\npay"]
    broken = segments(reading(tokenizer, text, "CccccOO"), NO_BIAS)
    assert [text[s.start : s.end] for s in broken] == ["we will\n\npay"]


def test_a_bias_finds_what_was_doubtful(tokenizer) -> None:
    """More recall for less precision, chosen on held-out articles."""
    read = reading(tokenizer, "Mira said", "OO")
    read.roles[1, LABELS.index("B-cue")] = -0.5
    assert not segments(read, NO_BIAS)
    bias = [1.0 if label.endswith("cue") else 0.0 for label in LABELS]
    assert [s.role for s in segments(read, bias)] == ["cue"]
