"""How surely a contradiction is told from two claims that can both hold: ``python benchmarks/compare/stances.py``.

Takes the told events whose groups people marked (``training/stances``), reads each claim as an article of its own, and
asks how the claims of a group relate, as if all were rightly grouped.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from claims.compare.profile import Profile, profile
from claims.compare.relating import related
from claims.extract.figures import find_figures
from claims.intake import Particulars, read_bytes
from claims.models import Claim, Span
from claims.vocabulary import ClaimRelation, Kind, Part
from training.told import STANCES, TOLD, UNSAID, ToldClaim, read_stances, read_told

DAY = "2025-11-05"


def read(claim: ToldClaim, key: str) -> Profile:
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


def main() -> None:
    """Read, relate, print a table as JSON."""
    found: dict[str, Counter[str]] = {"both with figures": Counter(), "others": Counter()}
    for name, groups in read_stances(STANCES, read_told(TOLD)).items():
        for number, group in enumerate(groups):
            profiles = [read(claim, f"{name}/{number}/{at}") for at, (claim, _) in enumerate(group)]
            for i, j in combinations(range(len(group)), 2):
                marks = group[i][1], group[j][1]
                if UNSAID in marks:
                    continue
                said = related(profiles[i], profiles[j]).relation == ClaimRelation.CONTRADICTION
                row = found["both with figures" if profiles[i].figures and profiles[j].figures else "others"]
                row["wanted"] += marks[0] != marks[1]
                row["found"] += said
                row["right"] += said and marks[0] != marks[1]
                row["pairs"] += 1
    table = {
        name: dict(row)
        | {
            "recall": round(row["right"] / row["wanted"], 3),
            "precision": round(row["right"] / row["found"], 3),
        }
        for name, row in found.items()
    }
    print(json.dumps(table, indent=1))


if __name__ == "__main__":
    main()
