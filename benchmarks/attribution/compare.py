"""The table of docs/attribution.md, from PolNeAR's dev part, which ``CLAIMDESK_JUDGES`` leads to:

    CLAIMDESK_JUDGES=... python -m benchmarks.attribution.compare
    CLAIMDESK_JUDGES=... python -m benchmarks.attribution.compare --taggers rules minilm

Side by side: regular expressions with a list of verbs, a conditional random field (``pip install python-crfsuite``;
it learns first, for seven minutes of one processor), the rules, and the network. Run it from the root of a checkout.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

from benchmarks.attribution.crf import CrfTagger
from benchmarks.attribution.verb_list import VerbListTagger
from claims.evaluate import Report, evaluate, read_corpus
from claims.extract import Tagger, tagger_named

NAMES = ("verb-list", "crf", "rules", "minilm")
ROLES = ("source", "cue", "content")
COLUMNS = (
    *(f"Attribution by token: {role}" for role in ROLES),
    *(f"Attribution, exact span: {role}" for role in ROLES),
    *(f"Attribution: {kind}" for kind in ("all", "quote", "mixed", "indirect")),
)
HEAD = (
    "| | token: source | cue | content | exact: source | cue | content | relation | quote | mixed | indirect |",
    "|---|" + "--:|" * len(COLUMNS),
)


def made(name: str, corpus: Path, articles: int | None, keep: Path | None) -> Tagger:
    """A tagger, ready to work."""
    if name == "verb-list":
        return VerbListTagger()
    if name == "crf":
        return CrfTagger(corpus / "train.jsonl.gz", articles, keep)
    return tagger_named(name)


def row(name: str, report: Report) -> str:
    """One line of the table: F1 in percent."""
    values = {score.key: score.value for score in report.scores}
    return " | ".join([f"| {name}", *(f"{values[key] or 0:.1f}" for key in COLUMNS)]) + " |"


def main() -> int:
    """Tag, score, print one line after the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--taggers", nargs="+", choices=NAMES, default=NAMES)
    parser.add_argument("--articles", type=int, help="let the field learn from so many articles only")
    parser.add_argument("--keep", type=Path, help="file that keeps what the field has learnt; if there, it is used")
    chosen = parser.parse_args()
    folder = os.environ.get("CLAIMDESK_JUDGES")
    if not folder:
        print("CLAIMDESK_JUDGES names no folder: there is nothing to measure against.", file=sys.stderr)
        return 0
    corpus = Path(folder) / "polnear"
    dev = read_corpus(corpus / "dev.jsonl.gz")
    print(*HEAD, sep="\n", flush=True)
    for name in chosen.taggers:
        started = time.monotonic()
        tagger = made(name, corpus, chosen.articles, chosen.keep)
        ready = time.monotonic()
        print(row(name, evaluate(dev, tagger)), flush=True)
        took = f"ready in {ready - started:.0f} s, tagged and scored in {time.monotonic() - ready:.0f} s"
        print(f"{name}: {took}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
