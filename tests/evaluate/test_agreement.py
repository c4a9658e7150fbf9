"""Two annotators against each other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claims.errors import InputError
from claims.evaluate import agreement, read_corpus

if TYPE_CHECKING:
    from tests.evaluate.conftest import Folder

GOLD = Path(__file__).resolve().parents[2] / "annotations" / "gold"


def test_gold_agrees_with_itself_in_every_measure() -> None:
    """So no measure loses anything by itself: not the tokens, not the matching, not the records of speakers."""
    corpus = read_corpus(GOLD)
    report = agreement(corpus, corpus)
    assert {score.key: score.value for score in report.scores if score.value not in (None, 100.0)} == {}
    assert not report.misses
    assert not any(alarm.alarms for alarm in report.alarms)


def test_each_difference_costs_its_own_row(folder: Folder, tmp_path: Path) -> None:
    """Another speaker, another step of worth, another value."""
    first = folder.read()
    other = type(folder)(tmp_path / "other").read(
        ("indirect @jonas 1 |", "indirect @ada 2 |"), ("= count 14 (staff)", "= count 15 (staff)")
    )
    rows = {score.key: (score.wanted, score.wanted_right) for score in agreement(first, other).scores}
    assert rows["Attribution: all"] == (6, 6)
    assert rows["Speakers: all"] == (7, 6)
    assert rows["Checkworthiness: the same step"] == (8, 7)
    assert rows["Figures: span"] == (6, 6)
    assert rows["Figures: value"] == (6, 5)


def test_other_articles_cannot_be_compared(folder: Folder, tmp_path: Path) -> None:
    """Neither a missing article nor another text of it."""
    first = folder.read()
    other = type(folder)(tmp_path / "other")
    with pytest.raises(InputError, match="no annotations of pier"):
        agreement(first, read_corpus(other.write(name="quay")))
    changed = (folder.path / "pier.txt").read_text(encoding="utf-8").replace("14 staff", "14 staff members")
    notes = (folder.path / "pier.gold").read_text(encoding="utf-8")
    with pytest.raises(InputError, match="another text of pier"):
        agreement(first, type(folder)(tmp_path / "third").read(article=changed, notes=notes))
