"""Fits what decoding needs beside the weights.

``python -m training.fit --model FOLDER --held dev.jsonl.gz --out fit.json``

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

from claims.extract.minilm.confidence import SIGNS
from claims.extract.minilm.labels import LABELS
from claims.extract.minilm.linking import Group
from claims.extract.minilm.model import MODEL, Model
from claims.extract.minilm.pieces import read_pieces
from claims.extract.minilm.windows import Reading, Scores, read
from training.corpus import ROLES, Example, read_examples
from training.export import write_settings
from training.predict import as_row, decoded, signs_of
from training.scoring import matches, relation_f1

SOURCES, CUES, CONTENTS, NONES = (0.5, 0.8), (0.3, 0.6, 1.0), (0.0, 0.2), (0.0, -1.0)
THRESHOLDS = (0.0, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45)
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


def judged(example: Example, found: Sequence[Group]) -> list[Judged]:
    """Each attribution that was found, right or wrong."""
    rows = as_row(example, found)["attributions"]
    right = {j for _, j in matches(example.text, gold_rows(example), rows)}  # type: ignore[arg-type]
    return [Judged(signs_of(example, group), number in right) for number, group in enumerate(found)]


def fit_confidence(cases: Sequence[Judged]) -> dict[str, float]:
    """Logistic regression by Newton's steps, held back a little; a weight for each sign."""
    if not cases:
        raise SystemExit("In a quarter of the held-out articles nothing is found: hold out more articles.")
    names = list(SIGNS)
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


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of biases: what it finds in each article, and how much there was to find."""

    bias: tuple[float, ...]
    none_bias: float
    cases: list[list[Judged]]
    gold: list[int]

    def weights(self, rows: Sequence[int]) -> dict[str, float]:
        """The confidence, fitted on some of the articles."""
        return fit_confidence([case for i in rows for case in self.cases[i]])

    def shares(self, weights: dict[str, float], rows: Sequence[int]) -> dict[int, list[float]]:
        """How sure each find of some articles is."""
        return {i: [probability(weights, case) for case in self.cases[i]] for i in rows}

    def crossed(self, rows: Sequence[int]) -> dict[int, list[float]]:
        """The same, each half of the articles judged by weights from the other half."""
        parts = rows[::2], rows[1::2]
        return self.shares(self.weights(parts[0]), parts[1]) | self.shares(self.weights(parts[1]), parts[0])

    def counts(self, shares: dict[int, list[float]], threshold: float) -> tuple[int, int, int]:
        """What is right, what there was, what is proposed, above a threshold."""
        kept = [
            case.right
            for i, sure in shares.items()
            for case, p in zip(self.cases[i], sure, strict=True)
            if p >= threshold
        ]
        return sum(kept), sum(self.gold[i] for i in shares), len(kept)


def choices(examples: Sequence[Example], read: Sequence[Reading], distance: Scores) -> list[Choice]:
    """Every choice of biases with its finds."""
    gold = [len(gold_rows(example)) for example in examples]
    made = []
    for source, cue, content, none in product(SOURCES, CUES, CONTENTS, NONES):
        bias = bias_of(source, cue, content)
        found = [decoded(r, distance, bias, none) for r in read]
        made.append(Choice(bias, none, [judged(e, g) for e, g in zip(examples, found, strict=True)], gold))
    return made


def best(made: Sequence[Choice], rows: Sequence[int]) -> tuple[Choice, float]:
    """The choice and the threshold with the highest F1 on some of the articles."""
    shares = [choice.crossed(rows) for choice in made]
    ways = product(range(len(made)), THRESHOLDS)
    number, threshold = max(ways, key=lambda way: relation_f1(*made[way[0]].counts(shares[way[0]], way[1])))
    return made[number], threshold


def main() -> None:
    """Read the options, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, help="folder of the model file, which is completed")
    parser.add_argument("--held", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    examples = read_examples(options.held)
    model = Model(options.model)
    pieces = (read_pieces(model.tokenizer, example.text) for example in examples)
    made = choices(examples, [read(model.run, one) for one in pieces], model.settings.distance)
    everything = list(range(len(examples)))
    honest = np.zeros(3)
    for part in (0, 1):
        rest = everything[1 - part :: 2]
        choice, threshold = best(made, rest)
        honest += choice.counts(choice.shares(choice.weights(rest), everything[part::2]), threshold)
    choice, threshold = best(made, everything)
    shares = choice.crossed(everything)
    sure = [share for i in everything for share in shares[i]]
    right = [case.right for i in everything for case in choice.cases[i]]
    table = reliability(sure, right)
    off = sum(row["count"] * abs(row["confidence"] - row["right"]) for row in table) / len(sure)
    result = {
        "bias": choice.bias,
        "none_bias": choice.none_bias,
        "threshold": threshold,
        "confidence": choice.weights(everything),
        "relation F1, fitted on the other half": round(relation_f1(*honest), 2),
        "relation F1, biases and threshold fitted on itself": round(relation_f1(*choice.counts(shares, threshold)), 2),
        "relation F1 without a threshold": round(relation_f1(*choice.counts(shares, 0.0)), 2),
        "reliability": table,
        "expected calibration error": round(off, 4),
    }
    options.out.write_text(json.dumps(result, indent=1))
    settings = model.metadata() | {name: result[name] for name in ("bias", "none_bias", "threshold", "confidence")}
    write_settings(options.model / MODEL, settings)
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
