"""Pinned scores: a drop is seen, and nothing else is compared with them."""

from __future__ import annotations

import pytest

from claims.errors import InputError
from claims.evaluate import Alarms, Report, Score
from claims.evaluate.baseline import drops, pinned, read_baseline


def report(right: int, *, alarms: int = 0, sha256: str = "aa", tagger: str = "rules") -> Report:
    """A report with one score and one count."""
    return Report(
        corpus="gold",
        sha256=sha256,
        articles=1,
        tagger=tagger,
        scores=(Score(group="Statements", name="all", wanted=3, wanted_right=right, found=3, found_right=right),),
        alarms=(Alarms(group="Statements", name="false alarms", places=4, alarms=alarms),),
    )


def test_the_same_and_the_better_pass() -> None:
    """Only a drop is one; the baseline survives being written and read."""
    baseline = read_baseline(pinned(report(2, alarms=1)).model_dump_json(), "baseline.json")
    assert not drops(report(2, alarms=1), baseline, "baseline.json")
    assert not drops(report(3), baseline, "baseline.json")


def test_a_lower_score_and_more_alarms_are_drops() -> None:
    """With both numbers."""
    worse = drops(report(1, alarms=2), pinned(report(2, alarms=1)), "baseline.json")
    assert [(one.row, one.pinned, one.now) for one in worse] == [
        ("Statements: all", 66.67, 33.33),
        ("Statements: false alarms", 1, 2),
    ]


def test_a_tolerance_lets_a_score_wobble_and_no_more() -> None:
    """By points in large rows, by two answers in small ones: a network rounds differently on other processors."""

    def large(right: int) -> Report:
        score = Score(group="Attribution", name="all", wanted=1000, wanted_right=right, found=1000, found_right=right)
        return report(3).model_copy(update={"scores": (score,)})

    many, few = pinned(large(800)), pinned(report(3, alarms=1))
    assert not drops(large(795), many, "baseline.json", 0.5)
    assert [one.now for one in drops(large(794), many, "baseline.json", 0.5)] == [79.4]
    assert not drops(report(1, alarms=3), few, "baseline.json", 0.5)
    assert [one.now for one in drops(report(0, alarms=4), few, "baseline.json", 0.5)] == [0.0, 4]


def test_a_score_that_is_gone_is_a_drop() -> None:
    """A row cannot be lost by being renamed."""
    gone = report(2).model_copy(update={"scores": (), "alarms": ()})
    assert [one.now for one in drops(gone, pinned(report(2)), "baseline.json")] == [None, None]


def test_other_gold_cannot_be_compared() -> None:
    """Scores are of one corpus."""
    with pytest.raises(InputError, match="other gold"):
        drops(report(3, sha256="bb"), pinned(report(2)), "baseline.json")


def test_each_tagger_has_scores_of_its_own() -> None:
    """Pinning one keeps the other's, as long as the gold is the same."""
    both = pinned(report(3, tagger="minilm"), pinned(report(2)))
    assert set(both.scores) == {"rules", "minilm"}
    assert not drops(report(2), both, "baseline.json")
    with pytest.raises(InputError, match="no scores of the tagger other"):
        drops(report(3, tagger="other"), both, "baseline.json")
    assert set(pinned(report(3, tagger="minilm", sha256="bb"), both).scores) == {"minilm"}


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"corpus": "gold", "sha256": "a", "scores": 3}'])
def test_what_is_no_baseline_is_named(text: str) -> None:
    """With what to do."""
    with pytest.raises(InputError, match=r"baseline\.json is no baseline"):
        read_baseline(text, "baseline.json")
