"""Score figures and dates on the judges' data, and time them against other libraries in the same run.

    CLAIMDESK_JUDGES=... python benchmarks/figures/measure.py [--set-aside] [--speed] [--growth] [--predictions FILE]

The judges' folder is never part of the repository; its scorer lies in the folder ``tools`` beside it. Without
the variable nothing is measured, and the script says so. ``--speed`` reads the same sentences with Claimdesk
and, where they are installed, with quantulum3 and dateparser, in turn, and counts CPU seconds. ``--growth`` reads texts
of twice the length up to 5 MB and says how the CPU time grows; it needs no judges.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import news

from claims.extract.figures import find_figures
from claims.models import Figure

SPEED_SUITES = ("news40", "newsquant")
"""Whole sentences of news; the other suites are phrases."""

REPEATS = 5
IN_TURN = 40
"""Sentences that one reader reads before the next one has its turn: enough to fill the processor's caches anew."""


def main() -> int:
    """Predict, score, and time where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--speed", action="store_true", help="time it against quantulum3 and dateparser as well")
    parser.add_argument(
        "--set-aside", action="store_true", help="score again without the rows that docs/figures.md calls wrong"
    )
    parser.add_argument("--predictions", type=Path, help="keep the predictions in this file")
    parser.add_argument("--growth", action="store_true", help="double the length of texts up to 5 MB and time them")
    chosen = parser.parse_args()
    if chosen.growth:
        growth()
    folder = os.environ.get("CLAIMDESK_JUDGES")
    if not folder:
        print("CLAIMDESK_JUDGES names no folder: nothing to measure against.", file=sys.stderr)
        return 0
    judges = Path(folder)
    suites = sorted((judges / "figures").glob("*.jsonl"))
    rows = [json.loads(line) for suite in suites for line in suite.open(encoding="utf-8")]
    with tempfile.TemporaryDirectory() as scratch:
        predictions = chosen.predictions or Path(scratch) / "predictions.jsonl"
        with predictions.open("w", encoding="utf-8") as out:
            for row in rows:
                print(json.dumps({"id": row["id"], "figures": predict(row)}), file=out)
        scorer = judges.parent / "tools" / "score_figures.py"
        command = [sys.executable, str(scorer)]
        scored = subprocess.run([*command, *suites, "--pred", predictions], check=False)  # noqa: S603
        own(command, Path(scratch))
        if chosen.set_aside:
            print("\nwithout the rows that are wrong or outside our conventions:")
            kept = keep(rows, Path(scratch))
            subprocess.run([*command, *kept, "--pred", predictions], check=False)  # noqa: S603
    if chosen.speed:
        speed([row["text"] for row in rows if row["suite"] in SPEED_SUITES])
    return scored.returncode


def own(command: list[str], folder: Path) -> None:
    """Score the sentences of our own (``news/*.txt``), each file by itself."""
    for path in sorted(news.FOLDER.glob("*.txt")):
        rows = news.read(path)
        gold, predictions = folder / f"own-{path.stem}.jsonl", folder / f"own-{path.stem}-read.jsonl"
        gold.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        predictions.write_text(
            "".join(json.dumps({"id": row["id"], "figures": predict(row)}) + "\n" for row in rows), encoding="utf-8"
        )
        print(f"\nour own sentences, {path.stem} set:", flush=True)
        subprocess.run([*command, gold, "--pred", predictions], check=False)  # noqa: S603


def keep(rows: list[dict[str, Any]], folder: Path) -> list[Path]:
    """Write the rows that are not set aside, one file for each suite."""
    aside = json.loads((Path(__file__).parent / "set_aside.json").read_text(encoding="utf-8"))
    out: dict[str, list[str]] = {}
    for row in rows:
        suite, _, name = row["id"].rpartition("-")
        if any(name.startswith(start) for entry in aside.get(suite, []) for start in entry["rows"]):
            continue
        out.setdefault(suite, []).append(json.dumps(row))
    for suite, lines in out.items():
        (folder / f"{suite}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return [folder / f"{suite}.jsonl" for suite in out]


def predict(row: dict[str, Any]) -> list[dict[str, Any]]:
    """The figures of one row, in the scorer's terms."""
    return [terms(figure, row["suite"]) for figure in find_figures(row["text"], published=row["published"])]


def terms(figure: Figure, suite: str) -> dict[str, Any]:
    """One figure as the scorer wants it."""
    unit = newsquant_unit(figure) if suite == "newsquant" else figure.unit
    return {
        "start": figure.core_start,
        "end": figure.core_end,
        "kind": figure.kind,
        "low": figure.low,
        "high": figure.high,
        "unit": unit,
        "modifier": figure.modifier,
        "counted": figure.counted,
        "change": figure.change,
    }


def newsquant_unit(figure: Figure) -> str | None:
    """A unit by the names of NewsQuant, which calls what is counted a unit and spells rates out."""
    unit = figure.unit
    counted = lemma(figure.counted or "")
    if figure.kind == "age":
        return f"{unit} of age"
    if figure.kind == "multiple":
        return "count"
    if figure.kind == "ratio":
        return f"% {counted or '-'}"
    if unit is None:
        return counted or "-"
    if unit.startswith("1/"):
        return f"{'count' if counted == 'time' else counted} per {unit.partition('/')[2]}"
    for ours, theirs in NEWSQUANT_NAMES.items():
        unit = unit.replace(ours, theirs)
    return unit.replace("_", " ").replace("/", " per ")


NEWSQUANT_NAMES = {"part per ": "parts-per-", "pound-foot": "foot pound-force"}

IRREGULAR = {"children": "child", "men": "man", "women": "woman", "viruses": "virus", "feet": "foot"}


def lemma(phrase: str) -> str:
    """A noun phrase with its last word in the singular, as NewsQuant writes them."""
    words = phrase.split()
    if not words:
        return ""
    last = words[-1].lower()
    if last in IRREGULAR:
        last = IRREGULAR[last]
    elif last.endswith("ies") and len(last) > 5:
        last = last[:-3] + "y"
    elif last.endswith(("sses", "shes", "ches", "xes")):
        last = last[:-2]
    else:
        last = last.removesuffix("s")
    return " ".join([*words[:-1], last])


def speed(sentences: list[str]) -> None:
    """Sentences per CPU second of each reader that is installed."""
    readers: dict[str, Callable[[str], object]] = {}
    for name, load in READERS.items():
        try:
            readers[name] = load()
        except ImportError:
            print(f"{name}: not installed", file=sys.stderr)
    rates = rate(readers, sentences)
    print(f"\n{'reader':12} {'sentences per CPU second':>25} {'to quantulum3':>14}   ({len(sentences)} sentences)")
    for name, found in rates.items():
        against = f"{found / rates['quantulum3']:14.1f}" if "quantulum3" in rates else f"{'-':>14}"
        print(f"{name:12} {found:25.0f} {against}")


PROSE = (
    "Ilse Marn said on Tuesday that at least 12 of the 1,400 boats, worth between 30 and 50 million dollars, had left"
    " Orlesk harbour since March 3; catches fell from 71% to 64% in two years, to 212m tonnes a day.\n\n"
)
"""A paragraph of our own, as full of figures as any newspaper's."""

PROVOKING = (
    *("1,22,", "one hundred and ", "1/1/", "between 3 and ", "March 3, ", "two weeks and ", "$", "a "),
    *("the next day ", "two days later ", "January twenty ", "in the spring "),
)
"""What a grammar that backs up would choke on."""

SIZES = (625_000, 1_250_000, 2_500_000, 5_000_000)


def growth() -> None:
    """CPU seconds for texts of twice the length: where they double too, the time is in proportion."""
    print(f"{'text':20}" + "".join(f"{size / 1e6:>9} MB" for size in SIZES) + f"{'last step':>12}")
    for piece in (PROSE, *PROVOKING):
        seconds = []
        for size in SIZES:
            text = piece * (size // len(piece))
            start = time.process_time()
            find_figures(text, published="2024-06-12")
            seconds.append(time.process_time() - start)
        name = "prose" if piece is PROSE else repr(piece)
        print(f"{name:20}" + "".join(f"{found:11.1f}s" for found in seconds) + f"{seconds[-1] / seconds[-2]:12.2f}")


def rate(readers: dict[str, Callable[[str], object]], sentences: Sequence[str]) -> dict[str, float]:
    """Each sentence at its best in several rounds, after one to warm up, and the readers in turn on a few at a time.

    A processor that is shared runs for seconds at half its speed. One reader after the other, the quick one was
    done within such a while and the slow one had most of its rounds outside; in turn they meet the same machine.
    """
    for read in readers.values():
        read(sentences[0])
    best = {name: [sys.maxsize] * len(sentences) for name in readers}
    for _ in range(REPEATS):
        for first in range(0, len(sentences), IN_TURN):
            for name, read in readers.items():
                for i, text in enumerate(sentences[first : first + IN_TURN], first):
                    start = time.process_time_ns()
                    read(text)
                    best[name][i] = min(best[name][i], time.process_time_ns() - start)
    return {name: len(sentences) / (sum(times) / 1e9) for name, times in best.items()}


def _claimdesk() -> Callable[[str], object]:
    return lambda text: find_figures(text, published="2024-06-12")


def _quantulum3() -> Callable[[str], object]:
    parser = importlib.import_module("quantulum3.parser")
    return lambda text: parser.parse(text)


def _dateparser() -> Callable[[str], object]:
    search = importlib.import_module("dateparser.search")
    return lambda text: search.search_dates(text, languages=["en"])


READERS: dict[str, Callable[[], Callable[[str], object]]] = {
    "claimdesk": _claimdesk,
    "quantulum3": _quantulum3,
    "dateparser": _dateparser,
}

if __name__ == "__main__":
    raise SystemExit(main())
