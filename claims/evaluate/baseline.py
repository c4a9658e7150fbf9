"""Pinned scores: what a tagger reached on a corpus, so that a change that makes it worse is seen.

A baseline holds for the files it was made from, named by their hash, and for each tagger by itself.
"""

from __future__ import annotations

from pydantic import Field, ValidationError

from claims.errors import InputError
from claims.evaluate.scores import Report
from claims.models import Document, Value

DIGITS = 2
"""Scores are pinned in hundredths of a percent."""


class Drop(Value):
    """A score that is worse than the pinned one."""

    row: str
    pinned: float
    now: float | None


class Baseline(Document):
    """The scores of each tagger, by row; alarms are counts, and fewer are better."""

    corpus: str
    sha256: str
    scores: dict[str, dict[str, float]] = Field(default_factory=dict)
    alarms: dict[str, dict[str, int]] = Field(default_factory=dict)


def pinned(report: Report, before: Baseline | None = None) -> Baseline:
    """A baseline with this report's scores; those of other taggers stay, if they are of the same corpus."""
    kept = before if before and before.sha256 == report.sha256 else None
    scores, alarms = (dict(kept.scores), dict(kept.alarms)) if kept else ({}, {})
    scores[report.tagger] = {one.key: round(one.value, DIGITS) for one in report.scores if one.value is not None}
    alarms[report.tagger] = {one.key: one.alarms for one in report.alarms}
    return Baseline(corpus=report.corpus, sha256=report.sha256, scores=scores, alarms=alarms)


def read_baseline(text: str, name: str) -> Baseline:
    """Read a baseline that ``pinned`` made."""
    try:
        return Baseline.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        raise InputError(
            f"{name} is no baseline: {first['msg']}.", hint="Make it anew with: claims evaluate --write-baseline FILE"
        ) from error


def drops(report: Report, baseline: Baseline, name: str) -> list[Drop]:
    """The scores that are worse than pinned; an error where the two cannot be compared."""
    if baseline.sha256 != report.sha256:
        raise InputError(
            f"{name} was made from other gold than {report.corpus} holds now.",
            hint="Look at the scores; if they are what you expect, run again with --write-baseline instead.",
        )
    if report.tagger not in baseline.scores:
        known = ", ".join(sorted(baseline.scores)) or "none"
        raise InputError(
            f"{name} has no scores of the tagger {report.tagger} (it has: {known}).",
            hint="Choose one of them with --tagger, or add yours with --write-baseline.",
        )
    now = {one.key: one.value for one in report.scores}
    worse = []
    for row, before in baseline.scores[report.tagger].items():
        value = now.get(row)
        if value is None or round(value, DIGITS) < before:
            worse.append(Drop(row=row, pinned=before, now=None if value is None else round(value, DIGITS)))
    counts = {one.key: one.alarms for one in report.alarms}
    for row, alarms in baseline.alarms.get(report.tagger, {}).items():
        count = counts.get(row)
        if count is None or count > alarms:
            worse.append(Drop(row=row, pinned=alarms, now=count))
    return worse
