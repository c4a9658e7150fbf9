"""Score dates, times and durations on sets of our own, beside dateparser and timefhuman in the same run.

    python benchmarks/figures/dates.py [--misses] [SET ...]

A row has a sentence, its day of publication (2025-06-18 where none is named; null for none), and the dates in
it as words, first and last value, and the unit of a duration. All people and places are invented. A reading is
right if it overlaps the words and both values are the same; the other libraries give one moment, which counts
as the first day of what they found, since neither knows an interval.
"""

from __future__ import annotations

import argparse
import importlib
import json
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from claims.extract.figures import find_figures

HERE = Path(__file__).parent
SETS = ("dates_first", "dates_second", "dates_third")
PUBLISHED = "2025-06-18"
KINDS = frozenset({"date", "time", "duration"})


class Dated(NamedTuple):
    """Words of a sentence with what they mean."""

    start: int
    end: int
    low: str | None
    high: str | None
    unit: str | None = None


Reader = Callable[[str, str | None, str], list[Dated]]


def main() -> int:
    """Score every reader that is installed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=SETS, help="names of the sets (default: all)")
    parser.add_argument("--misses", action="store_true", help="print what Claimdesk reads otherwise")
    chosen = parser.parse_args()
    print(f"{'set':14} {'reader':12} {'rows':>5} {'gold':>5} {'found':>5}  span F1  value F1  first day F1")
    for name in chosen.sets:
        rows = [json.loads(line) for line in (HERE / f"{name}.jsonl").open(encoding="utf-8")]
        for reader, load in READERS.items():
            try:
                read = load()
            except ImportError:
                print(f"{name:14} {reader:12} not installed")
                continue
            found = [read(row["text"], row.get("published", PUBLISHED), row.get("locale", "en-US")) for row in rows]
            print(f"{name:14} {reader:12} {len(rows):5} {_scores([gold(row) for row in rows], found)}")
            if chosen.misses and reader == "claimdesk":
                _print_misses(rows, found)
    return 0


def gold(row: dict[str, Any]) -> list[Dated]:
    """The dates of a row with their offsets; words that stand more than once are looked for in order."""
    out, place = [], 0
    for words, *values in row["dates"]:
        start = row["text"].index(words, place)
        place = start + len(words)
        out.append(Dated(start, place, *values))
    return out


def _scores(wanted: list[list[Dated]], found: list[list[Dated]]) -> str:
    golds, preds = sum(map(len, wanted)), sum(map(len, found))
    pairs = [pair for a, b in zip(wanted, found, strict=True) for pair in match(a, b)]
    hits = (
        len(pairs),
        sum(right(a, b) for a, b in pairs),
        sum(a.low is not None and str(a.low)[:10] == str(b.low)[:10] for a, b in pairs),
    )
    return f"{golds:5} {preds:5}" + "".join(f"{2 * hit / (golds + preds or 1):9.3f}" for hit in hits)


def match(wanted: list[Dated], found: list[Dated]) -> list[tuple[Dated, Dated]]:
    """Pairs that overlap, one to one: right ones first, then the larger overlap."""
    options = sorted(
        (not right(a, b), -(min(a.end, b.end) - max(a.start, b.start)), i, j)
        for i, a in enumerate(wanted)
        for j, b in enumerate(found)
        if min(a.end, b.end) > max(a.start, b.start)
    )
    left, taken, out = set(range(len(wanted))), set(), []
    for _, _, i, j in options:
        if i in left and j not in taken:
            left.remove(i)
            taken.add(j)
            out.append((wanted[i], found[j]))
    return out


def right(a: Dated, b: Dated) -> bool:
    """Say whether both values and the unit are the same."""
    return (a.low, a.high, a.unit) == (b.low, b.high, b.unit)


def _print_misses(rows: list[dict[str, Any]], found: list[list[Dated]]) -> None:
    for row, dates in zip(rows, found, strict=True):
        wanted = gold(row)
        if len(wanted) == len(dates) == sum(right(a, b) for a, b in match(wanted, dates)):
            continue
        print(f"  {row['text']}")
        for label, side in (("gold", wanted), ("read", dates)):
            for one in side:
                print(f"    {label} {row['text'][one.start : one.end]!r} {one.low} .. {one.high} {one.unit or ''}")


def _claimdesk() -> Reader:
    def read(text: str, published: str | None, locale: str) -> list[Dated]:
        return [
            Dated(f.core_start, f.core_end, f.low, f.high, f.unit)
            for f in find_figures(text, published=published, locale=locale)
            if f.kind in KINDS
        ]

    return read


def _dateparser() -> Reader:
    search = importlib.import_module("dateparser.search")

    def read(text: str, published: str | None, locale: str) -> list[Dated]:
        settings = {"DATE_ORDER": "MDY" if locale == "en-US" else "DMY"}
        if published:
            settings["RELATIVE_BASE"] = datetime.fromisoformat(published)
        out, place = [], 0
        for words, moment in search.search_dates(text, languages=["en"], settings=settings) or []:
            start = text.find(words, place)
            if start < 0:
                continue
            place = start + len(words)
            out.append(_one(start, place, moment))
        return out

    return read


def _timefhuman() -> Reader:
    library = importlib.import_module("timefhuman")

    def read(text: str, published: str | None, locale: str) -> list[Dated]:
        now = datetime.fromisoformat(published or PUBLISHED)
        config = library.tfhConfig(now=now, return_matched_text=True)
        out = []
        try:
            matches = library.timefhuman(text, config=config)
        except Exception:
            return []
        for _words, (start, end), value in matches:
            if isinstance(value, tuple) and len(value) == 2:
                low, high = (_one(start, end, side).low for side in value)
                out.append(Dated(start, end, low, high))
            elif isinstance(value, list):
                out += [_one(start, end, side) for side in value]
            else:
                out.append(_one(start, end, value))
        return out

    return read


def _one(start: int, end: int, value: object) -> Dated:
    """A moment as a day, or as a time where nothing else is known."""
    if isinstance(value, timedelta):
        minutes = str(int(value.total_seconds() // 60))
        return Dated(start, end, minutes, minutes, "minute")
    if isinstance(value, (datetime, date)):
        return Dated(start, end, value.isoformat()[:10], value.isoformat()[:10])
    words = f"{value:%H:%M}" if isinstance(value, time) else None
    return Dated(start, end, words, words)


READERS: dict[str, Callable[[], Reader]] = {
    "claimdesk": _claimdesk,
    "dateparser": _dateparser,
    "timefhuman": _timefhuman,
}

if __name__ == "__main__":
    raise SystemExit(main())
