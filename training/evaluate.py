"""Scores a tagger against gold: ``python -m training.evaluate --gold dev.jsonl.gz --scorer score_attributions.py``.

Writes the predictions, then calls the judges' own scorer on them. ``--weights`` scores weights that are
not yet a model file (fp32); ``--dress`` changes the gold articles first, each in the same way.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from claims.extract.minilm.model import FOLDER
from claims.extract.minilm.tagger import MiniLMTagger
from claims.extract.rules import RuleTagger
from claims.models import Attribution
from training.corpus import ROLES, Example, read_examples
from training.transforms import TRANSFORMS

Row = dict[str, object]
SHOWN = ("source.token", "cue.token", "content.token", "source.exact", "cue.exact", "content.exact")
RELATIONS = ("relation.all", "relation.direct", "relation.mixed", "relation.indirect", "content_only.all")


@dataclass(frozen=True, slots=True)
class Scores:
    """What the scorer said: ``{measure: {P, R, F, gold, pred}}``."""

    measures: dict[str, dict[str, float]]

    def f1(self, measure: str) -> float:
        """The F1 of one measure, in percent."""
        return self.measures[measure]["F"]

    def line(self) -> str:
        """The figures of the issue's table in one line."""
        return " ".join(f"{name} {self.f1(name):.1f}" for name in (*SHOWN, *RELATIONS))


def dressed(examples: Sequence[Example], dress: str | None) -> list[Example]:
    """The examples, changed in one way; always the same way."""
    if dress is None:
        return list(examples)
    return [TRANSFORMS[dress](example, random.Random(example.id)) for example in examples]


def row_of(example: Example, found: Sequence[Attribution]) -> Row:
    """Attributions as the scorer reads them."""
    attributions = [{role: [[s.start, s.end] for s in getattr(a, role)] for role in ROLES} for a in found]
    return {"id": example.id, "text": example.text, "attributions": attributions}


def gold_row(example: Example) -> Row:
    """Marks as the scorer reads them."""
    attributions = [{role: [list(r) for r in marked.of(role)] for role in ROLES} for marked in example.marked]
    return {"id": example.id, "text": example.text, "attributions": attributions}


def scored(scorer: Path, gold: Sequence[Row], found: Sequence[Row]) -> Scores:
    """Ask the judges' scorer."""
    with tempfile.TemporaryDirectory() as folder:
        paths = {name: Path(folder) / f"{name}.jsonl" for name in ("gold", "pred", "json")}
        for name, rows in (("gold", gold), ("pred", found)):
            paths[name].write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        arguments = [part for name, path in paths.items() for part in (f"--{name}", str(path))]
        subprocess.run([sys.executable, str(scorer), *arguments], check=True, stdout=subprocess.DEVNULL)
        return Scores(json.loads(paths["json"].read_text()))


def predicted(options: argparse.Namespace, examples: Sequence[Example]) -> list[Row]:
    """What the chosen tagger finds in each example."""
    if options.weights:
        from training.predict import as_row, distances, loaded, proposed, readings

        network = loaded(options.weights)
        distance, fit = distances(network), json.loads(options.fit.read_text())
        read = readings(network, examples)
        return [as_row(e, proposed(e, r, distance, fit)) for e, r in zip(examples, read, strict=True)]
    tagger = RuleTagger() if options.tagger == "rules" else MiniLMTagger(options.model, options.threads)
    return [row_of(e, found) for e, found in zip(examples, tagger.attribute([e.text for e in examples]), strict=True)]


def parser() -> argparse.ArgumentParser:
    """The options."""
    made = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--gold", type=Path, required=True)
    made.add_argument("--scorer", type=Path, required=True)
    made.add_argument("--tagger", choices=("minilm", "rules"), default="minilm")
    made.add_argument("--model", type=Path, default=FOLDER, help="folder of the model file")
    made.add_argument("--weights", type=Path, help="weights of training instead of a model file")
    made.add_argument("--fit", type=Path, help="with --weights: what training.fit found")
    made.add_argument("--dress", choices=[*TRANSFORMS, "all"], help="all: the articles as they are, then each dress")
    made.add_argument("--write", type=Path, help="keep the predictions here")
    made.add_argument("--threads", type=int, default=1)
    return made


def main() -> None:
    """Predict, write, score, print."""
    options = parser().parse_args()
    examples = read_examples(options.gold)
    for dress in [None, *TRANSFORMS] if options.dress == "all" else [options.dress]:
        changed = dressed(examples, dress)
        started = time.monotonic()
        rows = predicted(options, changed)
        took = time.monotonic() - started
        if options.write:
            options.write.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        measures = scored(options.scorer, list(map(gold_row, changed)), rows)
        print(f"{dress or 'as it is':10} {measures.line()} ({took:.0f} s)", flush=True)


if __name__ == "__main__":
    main()
