"""The encoder and the search among its vectors, with the model that is shipped."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from claims.compare import encoder
from claims.compare.encoder import BEFORE, LEAD, LONGEST, MODEL, REST, MiniLmEncoder, Passage, default_encoder, pieces
from claims.compare.nearness import near
from claims.errors import ModelMissing

TEXTS = [
    Passage("The bridge over the Arrel fell."),
    Passage("A bridge across the river Arrel collapsed."),
    Passage("Milk prices fell in May."),
]


def test_what_says_the_same_is_nearer_than_what_shares_a_word() -> None:
    """Vectors have length one and follow the meaning."""
    vectors = MiniLmEncoder().encode(TEXTS)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert vectors[0] @ vectors[1] > 0.6 > 0.4 > vectors[0] @ vectors[2]


def test_a_vector_does_not_depend_on_its_neighbours() -> None:
    """Alone, or with others, or in another order: to the last bit."""
    one = MiniLmEncoder()
    together = one.encode([*TEXTS, Passage("word " * 60, before="Nobody knows.")])
    assert all(np.array_equal(one.encode([text])[0], together[at]) for at, text in enumerate(TEXTS))


def test_a_claim_is_read_where_it_stands() -> None:
    """What "it" stands for comes from the sentence before; the vector stays that of the claim."""
    bridge, fell = Passage("The bridge fell into the river."), "It fell into the river."
    alone, behind, beside = MiniLmEncoder().encode(
        [Passage(fell), Passage(fell, before="The bridge was built in 1911."), Passage(fell, before="His hat was new.")]
    )
    (wanted,) = MiniLmEncoder().encode([bridge])
    assert wanted @ behind > wanted @ alone
    assert wanted @ behind > wanted @ beside


def test_only_the_claims_own_pieces_are_counted_and_the_rest_is_cut() -> None:
    """However long the text around it is."""
    passage = Passage("the toll rose", before="a " * 500, lead="b " * 500, rest="c " * 500)
    (cut,) = pieces(MiniLmEncoder().tokenizer, [passage])
    assert len(cut.ids) == 1 + BEFORE + 1 + LEAD + 3 + REST + 1
    assert cut.kinds == [0] * (BEFORE + LEAD + 2) + [1, 1, 1] + [0] * (REST + 1)
    assert cut.counted == [1, *cut.kinds[1:]]
    (long,) = pieces(MiniLmEncoder().tokenizer, [Passage("word " * 500)])
    assert len(long.ids) == LONGEST + 2
    assert not any(long.kinds)


def test_the_model_is_small_enough_to_travel() -> None:
    """At most 25 MB."""
    assert MODEL.stat().st_size <= 25_000_000


def test_without_its_dependencies_there_is_no_encoder_and_the_log_says_so(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Comparing goes on with words alone."""
    monkeypatch.setattr(encoder, "find_spec", lambda name: None)
    assert default_encoder() is None
    assert "by their words alone" in caplog.text


@pytest.mark.parametrize("damage", ["cut", "noise", "nothing", "another"])
def test_a_damaged_model_is_named_with_what_to_do(damage: str, tmp_path: Path) -> None:
    """Not a traceback of ONNX Runtime's."""
    path = tmp_path / "encoder.onnx"
    if damage == "another":
        path.write_bytes((MODEL.parents[2] / "extract" / "model" / "tagger.onnx").read_bytes())
    else:
        path.write_bytes({"cut": MODEL.read_bytes()[:1_000_000], "noise": os.urandom(1000), "nothing": b""}[damage])
    with pytest.raises(ModelMissing, match=r"encoder\.onnx is") as caught:
        MiniLmEncoder(path).encode(TEXTS)
    assert "--by-words" in (caught.value.hint or "")


def test_search_finds_exactly_what_is_near_enough() -> None:
    """Every pair at or above the floor, in order, across blocks."""
    chance = np.random.default_rng(1)
    matrix = chance.normal(size=(9000, 8)).astype(np.float32)
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
    half = matrix.astype(np.float16)
    found = near(matrix[:3], half, 0.9)
    cosines = matrix[:3] @ half.astype(np.float32).T
    assert [(q, r) for q, r, _ in found] == [(int(q), int(r)) for q, r in zip(*np.nonzero(cosines >= 0.9), strict=True)]
