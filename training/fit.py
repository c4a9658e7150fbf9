"""Fits what decoding needs beside the weights.

``python -m training.fit --weights FILE --held dev.jsonl.gz --out fit.json``

Two things, on held-out articles and never on those that were trained on: the bias of the labels, and
the weights of the confidence. Both are fitted twice, on one half of the articles each, and judged on
the other half: those figures are honest. What is written is fitted on all of them.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np

from claims.extract.attributions import kind_of
from claims.extract.minilm.confidence import signs
from claims.extract.minilm.labels import LABELS
from claims.extract.minilm.linking import Group
from claims.extract.minilm.windows import Reading, Scores
from claims.models import Span
from claims.vocabulary import Kind
from training.corpus import ROLES, Example, read_examples
from training.predict import as_row, decoded, distances, loaded, readings
from training.scoring import matches, relation_f1

CUES, SOURCES, CONTENTS = (0.0, 0.3, 0.6, 0.9), (0.2, 0.5, 0.8), (0.0, 0.3)
NONES = (0.0, -1.0, -2.0)
RIDGE = 1.0
ROUNDS = 50


@dataclass(frozen=True, slots=True)
class Judged:
    """One attribution that was found, with its signs and whether it is right."""

    signs: dict[str, float]
    right: bool


def bias_of(source: float, cue: float, content: float) -> tuple[float, ...]:
    """The bias as decoding takes it: one number for each label."""
    by_role = dict(zip(ROLES, (source, cue, content), strict=True))
    return tuple(by_role.get(label[2:], 0.0) for label in LABELS)


def gold_rows(example: Example) -> list[dict[str, list[list[int]]]]:
    """The marks of an example as the scorer takes them."""
    return [{role: [list(r) for r in marked.of(role)] for role in ROLES} for marked in example.marked if marked.content]


def hits(example: Example, found: Sequence[Group]) -> tuple[int, int, int]:
    """How many attributions are right, were there, and were found."""
    rows = as_row(example, found)["attributions"]
    gold = gold_rows(example)
    return len(matches(example.text, gold, rows)), len(gold), len(found)  # type: ignore[arg-type]


def grid(examples: Sequence[Example], read: Sequence[Reading], distance: Scores) -> dict[tuple[float, ...], np.ndarray]:
    """For each choice of biases the counts of each article."""
    counts = {}
    for source, cue, content, none in product(SOURCES, CUES, CONTENTS, NONES):
        bias = bias_of(source, cue, content)
        found = [hits(e, decoded(r, distance, bias, none)) for e, r in zip(examples, read, strict=True)]
        counts[source, cue, content, none] = np.array(found)
    return counts


def best(counts: dict[tuple[float, ...], np.ndarray], rows: Sequence[int]) -> tuple[float, ...]:
    """The choice with the highest F1 on some of the articles."""
    return max(counts, key=lambda choice: relation_f1(*counts[choice][rows].sum(axis=0)))


def judged(example: Example, found: Sequence[Group]) -> list[Judged]:
    """Each attribution that was found, right or wrong."""
    rows = as_row(example, found)["attributions"]
    right = {j for _, j in matches(example.text, gold_rows(example), rows)}  # type: ignore[arg-type]
    made = []
    for number, group in enumerate(found):
        spans = [Span(start=s.start, end=s.end, text=example.text[s.start : s.end]) for s in group.contents]
        words = sum(len(span.text.split()) for span in spans)
        made.append(Judged(signs(group, words, quoted=kind_of(spans) != Kind.INDIRECT), number in right))
    return made


def fit_confidence(cases: Sequence[Judged]) -> dict[str, float]:
    """Logistic regression by Newton's steps, held back a little."""
    names = list(cases[0].signs)
    x = np.array([[case.signs[name] for name in names] for case in cases])
    y = np.array([case.right for case in cases], float)
    weights = np.zeros(len(names))
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (p - y) + RIDGE * weights
        curvature = (x.T * (p * (1 - p))) @ x + RIDGE * np.eye(len(names))
        weights -= np.linalg.solve(curvature, gradient)
    return {name: round(float(w), 4) for name, w in zip(names, weights, strict=True)}


def reliability(shares: Sequence[float], right: Sequence[bool], bins: int = 10) -> list[dict[str, float]]:
    """For each tenth of confidence: how many, how sure, how many right."""
    table = []
    for number in range(bins):
        inside = [i for i, share in enumerate(shares) if min(int(share * bins), bins - 1) == number]
        if inside:
            table.append(
                {
                    "from": number / bins,
                    "count": len(inside),
                    "confidence": round(sum(shares[i] for i in inside) / len(inside), 3),
                    "right": round(sum(right[i] for i in inside) / len(inside), 3),
                }
            )
    return table


def probability(weights: dict[str, float], case: Judged) -> float:
    """The confidence before it is rounded."""
    return 1 / (1 + math.exp(-sum(weights[name] * value for name, value in case.signs.items())))


def main() -> None:
    """Read the options, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--held", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    examples = read_examples(options.held)
    network = loaded(options.weights)
    read, distance = readings(network, examples), distances(network)
    counts = grid(examples, read, distance)
    halves = [list(range(part, len(examples), 2)) for part in (0, 1)]
    honest = np.sum([counts[best(counts, halves[1 - part])][halves[part]].sum(axis=0) for part in (0, 1)], axis=0)
    chosen = best(counts, range(len(examples)))
    found = [decoded(r, distance, bias_of(*chosen[:3]), chosen[3]) for r in read]
    cases = [judged(e, g) for e, g in zip(examples, found, strict=True)]
    shares: list[float] = []
    right: list[bool] = []
    for part in (0, 1):
        weights = fit_confidence([case for i in halves[1 - part] for case in cases[i]])
        for i in halves[part]:
            shares += [probability(weights, case) for case in cases[i]]
            right += [case.right for case in cases[i]]
    table = reliability(shares, right)
    off = sum(row["count"] * abs(row["confidence"] - row["right"]) for row in table) / len(shares)
    result = {
        "bias": bias_of(*chosen[:3]),
        "none_bias": chosen[3],
        "confidence": fit_confidence([case for article in cases for case in article]),
        "relation F1, fitted on the other half": round(relation_f1(*honest), 2),
        "relation F1, fitted on itself": round(relation_f1(*counts[chosen].sum(axis=0)), 2),
        "reliability": table,
        "expected calibration error": round(off, 4),
    }
    options.out.write_text(json.dumps(result, indent=1))
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
