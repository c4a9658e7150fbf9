"""How surely a contradiction is told from two claims that can both hold: ``python benchmarks/compare/stances.py``.

Takes the told events whose groups people marked (``training/stances``), reads each claim as an article of its own, and
asks how the claims of a group relate, as if all were rightly grouped. Events that nothing was fitted on
(``training.clashes.KEPT``) are counted by themselves.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from claims.compare.relating import related
from claims.vocabulary import ClaimRelation
from training.clashes import is_kept, marked_pairs


def main() -> None:
    """Read, relate, print a table as JSON."""
    found: dict[str, Counter[str]] = {}
    for event, a, b, apart in marked_pairs():
        said = related(a, b).relation == ClaimRelation.CONTRADICTION
        where = "kept apart" if is_kept(event) else "fitted on"
        for row in (f"{where}, {'both with figures' if a.figures and b.figures else 'others'}", f"{where}, all"):
            counts = found.setdefault(row, Counter())
            counts["wanted"] += apart
            counts["found"] += said
            counts["right"] += said and apart
            counts["pairs"] += 1
    table = {
        name: dict(row)
        | {
            "recall": round(row["right"] / row["wanted"], 3),
            "precision": round(row["right"] / row["found"], 3),
        }
        for name, row in sorted(found.items())
    }
    print(json.dumps(table, indent=1))


if __name__ == "__main__":
    main()
