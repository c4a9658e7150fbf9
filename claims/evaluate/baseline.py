"""Pinned scores: what a tagger reached on a corpus, so that a change that makes it worse is seen.

A baseline holds for the files it was made from, named by their hash, and for each tagger by itself.
"""

from __future__ import annotations

from pydantic import Field, ValidationError

from claims.errors import InputError
from claims.evaluate.scores import Report, Score
from claims.models import Document, Value

DIGITS = 2
"""Scores are pinned in hundredths of a percent."""
FEW = 2
"""With a tolerance, so many answers of a row may always be lost: in a small row each weighs more than a point."""


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


def drops(report: Report, baseline: Baseline, name: str, tolerance: float = 0.0) -> list[Drop]:
    """The scores that are worse than pinned; an error where the two cannot be compared.

    A quantised network rounds a little differently on each kind of processor: ``tolerance`` is how many points
    lower a score may be, or by ``FEW`` answers where the row is small.
    """
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
    now = {one.key: one for one in report.scores}
    worse = []
    for row, before in baseline.scores[report.tagger].items():
        score = now.get(row)
        value = score.value if score else None
        allowed = max(tolerance, _few(score)) if score and tolerance else 0.0
        if value is None or round(value, DIGITS) < round(before - allowed, DIGITS):
            worse.append(Drop(row=row, pinned=before, now=None if value is None else round(value, DIGITS)))
    counts = {one.key: one.alarms for one in report.alarms}
    for row, alarms in baseline.alarms.get(report.tagger, {}).items():
        count = counts.get(row)
        if count is None or count > alarms + (FEW if tolerance else 0):
            worse.append(Drop(row=row, pinned=alarms, now=count))
    return worse


def _few(score: Score) -> float:
    """What a few answers weigh in a row, in points."""
    if score.found is None:
        return 100 * FEW / score.wanted
    return 100 * 2 * FEW / (score.wanted + score.found)
