"""Fits what speaks for two claims excluding each other: ``python -m training.clashes``.

A logistic regression with a ridge over the pairs of marked claims (``training/stances``) that the rules leave open,
one weight for each piece of ``claims.compare.clashing``. Prints the table of ``claims/compare/clash_weights.py``. The
events in ``KEPT`` are never fitted on: ``benchmarks/compare/stances.py`` measures there.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from claims.compare.clashing import pieces
from claims.compare.profile import Profile, profile
from claims.compare.relating import left_open
from claims.extract.figures import find_figures
from claims.intake import Particulars, read_bytes
from claims.models import Claim, Span
from claims.vocabulary import Kind, Part
from training.told import STANCES, TOLD, UNSAID, ToldClaim, read_stances, read_told

KEPT = (*range(721, 781), *range(841, 901))
"""Numbers of told events that nobody looked at while the rules were written and nothing is fitted on."""
DAY = "2025-11-05"
RIDGE = 2.0
STEPS = 20


def is_kept(event: str) -> bool:
    """Whether an event is kept apart, by the name of its file."""
    return int(event.partition("-")[0]) in KEPT


def marked_pairs() -> Iterator[tuple[str, Profile, Profile, bool]]:
    """Every two claims of a group that people marked: their event, both claims, and whether they exclude each other."""
    for name, groups in read_stances(STANCES, read_told(TOLD)).items():
        for number, group in enumerate(groups):
            read = [(_read(claim, f"{name}/{number}/{at}"), mark) for at, (claim, mark) in enumerate(group)]
            for (a, one), (b, other) in combinations(read, 2):
                if UNSAID not in (one, other):
                    yield name, a, b, one != other


def _read(claim: ToldClaim, key: str) -> Profile:
    """A told claim as comparison sees it, in an article of one or two sentences."""
    start = len(claim.before) + 1 if claim.before else 0
    text = f"{claim.before} {claim.words}." if claim.before else f"{claim.words}."
    article = read_bytes(text.encode(), "told.txt", given=Particulars(published=DAY, title="Told"), encoding="utf-8")
    span = Span(part=Part.TEXT, start=start, end=start + len(claim.words), text=claim.words)
    figures = find_figures(text, published=DAY)
    return profile(
        Claim(
            id=key,
            article_id=article.id,
            kind=Kind.QUOTE if claim.words[0] in "“‘\"'" and claim.words[-1] in "”’\"'" else Kind.STATEMENT,
            spans=(span,),
            text=claim.words,
            figures=tuple(one for one in figures if span.holds(one.start, one.end, one.part)),
        ),
        article,
    )


def fitted(rows: NDArray[np.float64], wanted: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights by Newton's method; the last one is the constant, which has no ridge."""
    x = np.hstack([rows, np.ones((len(rows), 1))])
    ridge = np.eye(x.shape[1]) * RIDGE
    ridge[-1, -1] = 1e-9
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (chance - wanted) + ridge @ weights
        step = np.linalg.solve((x * (chance * (1 - chance))[:, None]).T @ x + ridge, slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def main() -> None:
    """Read the marks, fit, print."""
    found = [(pieces(a, b), apart) for name, a, b, apart in marked_pairs() if not is_kept(name) and left_open(a, b)]
    rows = np.array([list(row.values()) for row, _ in found])
    weights = fitted(rows, np.array([float(apart) for _, apart in found]))
    print(f"CONSTANT = {weights[-1]:.2f}")
    for name, weight in zip(found[0][0], weights, strict=False):
        print(f'    "{name}": {weight:.2f},')


if __name__ == "__main__":
    main()
