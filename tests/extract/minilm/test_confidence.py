"""How likely an attribution is right."""

from __future__ import annotations

import pytest

from claims.extract.minilm.confidence import CONSTANT, SIGNS, confidence, signs
from claims.extract.minilm.decoding import Segment
from claims.extract.minilm.linking import Group


def group(cue: float, *, source: bool = True) -> Group:
    """A group whose cue is as certain as given (a log-probability)."""
    made = Group(Segment("cue", 1, 5, 9, cue, cue), [Segment("content", 2, 10, 20, -0.1, -0.2)])
    if source:
        made.source = Segment("source", 0, 0, 4, -0.1, -0.1)
    return made


def test_every_sign_has_a_name_that_a_model_file_must_weigh() -> None:
    """A file without a weight for one of them is refused when it is loaded."""
    assert set(signs(group(-0.1), 6, quoted=True)) == set(SIGNS)


def test_a_surer_cue_speaks_for_an_attribution() -> None:
    """The signs are shares between nought and one: they grow with what the network was sure of."""
    sure, doubtful = (signs(group(certainty), 6, quoted=False)["cue"] for certainty in (-0.05, -2.0))
    assert 0 < doubtful < sure < 1


def test_a_missing_source_is_a_sign_of_its_own() -> None:
    """No source is not the same as a doubtful one."""
    assert signs(group(-0.1, source=False), 6, quoted=True)["no source"] == 1
    assert signs(group(-0.1), 6, quoted=True)["no source"] == 0


def test_confidence_is_a_share_however_large_the_sum() -> None:
    """Extreme weights neither overflow nor leave the range."""
    assert confidence({CONSTANT: 1e6}, {CONSTANT: 1.0}) == 1
    assert confidence({CONSTANT: -1e6}, {CONSTANT: 1.0}) == 0
    assert confidence({CONSTANT: 0.0}, {CONSTANT: 1.0}) == pytest.approx(0.5)
