"""The first set of sentences of our own, row by row: the benchmark's data are this test's cases."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claims.extract.figures import find_figures

ROWS = Path(__file__).parents[3] / "benchmarks" / "figures" / "dates_first.jsonl"
PUBLISHED = "2025-06-18"


@pytest.mark.parametrize(
    "row", [json.loads(line) for line in ROWS.read_text(encoding="utf-8").splitlines()], ids=lambda row: row["text"]
)
def test_a_sentence_of_our_own_is_read_as_its_writer_meant(row: dict[str, Any]) -> None:
    """Every date, time and duration with both ends and its unit; nothing where there is none."""
    figures = find_figures(row["text"], published=row.get("published", PUBLISHED), locale=row.get("locale", "en-US"))
    found = [(f.low, f.high, f.unit) for f in figures if f.kind in ("date", "time", "duration")]
    assert found == [(low, high, *(unit or [None])) for _words, low, high, *unit in row["dates"]]
