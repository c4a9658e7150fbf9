"""Score the rule tagger on PolNeAR, which is found through ``CLAIMDESK_JUDGES`` and never part of the repository.

    CLAIMDESK_JUDGES=... python benchmarks/attribution/score_rules.py [train|dev] [--by-rule]

A relation counts as found if its content overlaps a gold one by half or more of their common words and
their sources share a word. ``--by-rule`` prints how often each rule was right: the confidence of the
rules is taken from that table, made on ``train``. Rules are developed on ``train`` alone.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claims.extract.rules import drafts_of

TOKEN = re.compile(r"\w+|[^\w\s]")
KINDS = ("all", "quote", "mixed", "indirect")
MARKS = '"“”«»'
Relation = tuple[set[int], set[int], str]
"""The words of the content, the words of the source, and the kind."""


def main() -> int:
    """Read, tag, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", default="dev", choices=["train", "dev"])
    parser.add_argument("--by-rule", action="store_true", help="how often each rule was right")
    chosen = parser.parse_args()
    folder = os.environ.get("CLAIMDESK_JUDGES")
    if not folder:
        print("CLAIMDESK_JUDGES names no folder: nothing to score against.", file=sys.stderr)
        return 0
    result = score(Path(folder) / "polnear" / f"{chosen.part}.jsonl.gz")
    for kind in KINDS:
        print(result.line(kind))
    if chosen.by_rule:
        for rule, total in result.rules.most_common():
            print(f"{rule:18} {total:6}  right {result.rules_right[rule] / total:.2f}")
    return 0


@dataclass
class Score:
    """What was found, what was wanted, and what of it was right; by kind and by rule."""

    right: Counter[str] = field(default_factory=Counter)
    guessed: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    rules_right: Counter[str] = field(default_factory=Counter)

    def precision(self, kind: str) -> float:
        """How many of the guesses were right, in percent."""
        return share(self.right, self.guessed, kind)

    def recall(self, kind: str) -> float:
        """How many of the gold relations were found, in percent."""
        return share(self.found, self.gold, kind)

    def f1(self, kind: str) -> float:
        """The harmonic mean of both."""
        precision, recall = self.precision(kind), self.recall(kind)
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def line(self, kind: str) -> str:
        """One line of the table."""
        numbers = f"precision {self.precision(kind):5.1f}  recall {self.recall(kind):5.1f}  F1 {self.f1(kind):5.1f}"
        return f"{kind:9} {numbers}"


def share(part: Counter[str], whole: Counter[str], kind: str) -> float:
    """A part of a whole, in percent."""
    some, total = (sum(c.values()) if kind == "all" else c[kind] for c in (part, whole))
    return 100 * some / total if total else 0.0


def score(path: Path) -> Score:
    """Tag every article of a file and compare."""
    result = Score()
    for article in articles(path):
        words = Words(article["text"])
        gold = [words.relation(one["content"], one["source"]) for one in article["attributions"] if one["content"]]
        drafts = drafts_of(article["text"])
        guessed = [words.relation(draft.content, draft.source) for draft in drafts]
        pairs = matched(gold, guessed)
        result.gold.update(one[2] for one in gold)
        result.guessed.update(one[2] for one in guessed)
        result.found.update(gold[g][2] for g, _ in pairs)
        result.right.update(guessed[p][2] for _, p in pairs)
        result.rules.update(draft.rule for draft in drafts)
        result.rules_right.update(drafts[p].rule for _, p in pairs)
    return result


def articles(path: Path) -> Iterator[dict[str, Any]]:
    """Each article once, though some were annotated by several people."""
    seen: set[str] = set()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["id"] not in seen:
                seen.add(row["id"])
                yield row


class Words:
    """The words of a text, by the characters they cover."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = [-1] * len(text)
        for number, match in enumerate(TOKEN.finditer(text)):
            self.at[match.start() : match.end()] = [number] * (match.end() - match.start())

    def relation(self, content: Any, source: Any) -> Relation:
        """One attribution as sets of words."""
        return self._set(content), self._set(source), self._kind(content)

    def _set(self, ranges: Any) -> set[int]:
        return {self.at[k] for start, end in ranges for k in range(start, end) if self.at[k] >= 0}

    def _kind(self, ranges: Any) -> str:
        joined = "".join(self.text[start:end] for start, end in sorted(ranges)).strip().rstrip(".,;:!?")
        if joined[:1] in "\"“„«`‘'" and joined[-1:] in "\"”»’'":
            return "quote"
        return "mixed" if any(mark in joined for mark in MARKS) else "indirect"


def matched(gold: list[Relation], guessed: list[Relation]) -> list[tuple[int, int]]:
    """Pairs one to one, the closest first."""
    near = []
    for g, (content, source, _) in enumerate(gold):
        for p, (other, other_source, _) in enumerate(guessed):
            shared = len(content & other)
            overlap = shared / len(content | other) if shared else 0.0
            if overlap >= 0.5 and (source & other_source or not (source or other_source)):
                near.append((-overlap, g, p))
    taken_gold: set[int] = set()
    taken: set[int] = set()
    pairs = []
    for _, g, p in sorted(near):
        if g not in taken_gold and p not in taken:
            taken_gold.add(g)
            taken.add(p)
            pairs.append((g, p))
    return pairs


if __name__ == "__main__":
    sys.exit(main())
