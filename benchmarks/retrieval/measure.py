"""How well claims are found again: ``python benchmarks/retrieval/measure.py DOCUMENTS QUERIES --out ranked.jsonl``.

Documents are lines of ``{"id", "text"}``, queries of ``{"id", "text", "relevant"}``; ``.gz`` is read as well. Prints
MAP@5 of the words alone (SQLite's BM25), of the vectors alone, and of the mixture that the desk uses; ``--out`` writes
the mixture's ranking for an outside scorer.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from claims.compare.encoder import MiniLmEncoder, Passage
from claims.compare.ranking import ranked

MOST = 1000
"""So many documents are taken from the words; from the vectors, all."""
SHOWN = 20


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as file:
        return [json.loads(line) for line in file]


def score(queries: Sequence[dict[str, Any]], rankings: Sequence[Sequence[str]]) -> float:
    """Mean average precision over the first five."""
    total = 0.0
    for query, found in zip(queries, rankings, strict=True):
        relevant, hits, gain = set(query["relevant"]), 0, 0.0
        for place, document in enumerate(found[:5], 1):
            if document in relevant:
                hits += 1
                gain += hits / place
        total += gain / min(5, len(relevant))
    return total / len(queries)


def main() -> None:
    """Read, rank, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", type=Path)
    parser.add_argument("queries", type=Path)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    documents, queries = lines(options.documents), lines(options.queries)
    began = time.process_time()
    encoder = MiniLmEncoder()
    cosines = (
        encoder.encode([Passage(one["text"]) for one in queries])
        @ encoder.encode([Passage(one["text"]) for one in documents]).T
    )
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE texts USING fts5(text, tokenize='porter unicode61')")
    index.executemany("INSERT INTO texts (rowid, text) VALUES (?, ?)", enumerate(one["text"] for one in documents))
    names = [one["id"] for one in documents]
    by_words, by_meaning, mixed = [], [], []
    for query, row in zip(queries, cosines, strict=True):
        asked = " OR ".join(f'"{word}"' for word in dict.fromkeys(re.findall(r"\w+", query["text"])))
        hits = index.execute(
            "SELECT rowid, -bm25(texts) FROM texts WHERE texts MATCH ? ORDER BY bm25(texts) LIMIT ?", (asked, MOST)
        ).fetchall()
        words = {names[at]: points for at, points in hits}
        by_words.append([names[at] for at, _ in hits])
        by_meaning.append([names[at] for at in np.argsort(-row)[:SHOWN]])
        mixed.append(ranked(dict(zip(names, map(float, row), strict=True)), words)[:SHOWN])
    print(
        json.dumps(
            {
                "documents": len(documents),
                "queries": len(queries),
                "MAP@5": {
                    "words": round(score(queries, by_words), 4),
                    "meaning": round(score(queries, by_meaning), 4),
                    "mixture": round(score(queries, mixed), 4),
                },
                "cpu seconds": round(time.process_time() - began, 1),
            },
            indent=1,
        )
    )
    if options.out:
        rows = (json.dumps({"id": query["id"], "ranked": found}) for query, found in zip(queries, mixed, strict=True))
        options.out.write_text("\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
