"""How surely copies are known again: ``python benchmarks/reprints/measure.py``.

Takes the articles under ``annotations/``, edits each by script with a fixed seed, and asks of every pair what the desk
asks: do the samples of shingles meet often enough, and do the words then say that it is a reprint?
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

from claims.compare.reprints import FEWEST_SHARED, shared, shingles
from claims.extract.sentences import sentences
from claims.ids import article_id, text_sha256
from claims.intake import read_path
from claims.models import Article, Revision

ROOT = Path(__file__).parent.parent.parent / "annotations"
FOLDERS = ("sample", "gold/dev", "gold/events/dev")
KNOWN = {frozenset({"05-meridian-wire-rail-deal", "07-northmere-gazette-reprint"})}
"""Articles that carry one copy as they are."""
LOOKALIKES = {"l": "1", "O": "0", "e": "c", "m": "rn", "i": "l"}
OCR = 0.03
"""The share of the letters that can be misread which are: about one in a hundred of all."""


def cut(text: str, chance: random.Random, other: str) -> str:
    """Some 30 % of the text, in one piece from its beginning, sentence by sentence."""
    parts = sentences(text)
    kept = []
    for start, end in parts:
        kept.append(text[start:end])
        if sum(map(len, kept)) >= 0.3 * len(text):
            break
    return " ".join(kept)


def reordered(text: str, chance: random.Random, other: str) -> str:
    """The paragraphs in another order."""
    parts = [one for one in text.split("\n") if one.strip()]
    chance.shuffle(parts)
    return "\n\n".join(parts)


def other_byline(text: str, chance: random.Random, other: str) -> str:
    """Another first and last line."""
    return f"By our own correspondent Ada Quirn\n\n{text}\n\nAdditional reporting by Tobin Hale"


def scanned(text: str, chance: random.Random, other: str) -> str:
    """Letters misread as a scanner does."""
    return "".join(LOOKALIKES.get(one, one) if one in LOOKALIKES and chance.random() < OCR else one for one in text)


def embedded(text: str, chance: random.Random, other: str) -> str:
    """Three sentences in a row inside another article."""
    parts = sentences(text)
    at = chance.randrange(max(1, len(parts) - 3))
    start, end = parts[at][0], parts[min(len(parts) - 1, at + 2)][1]
    paragraphs = [one for one in other.split("\n") if one.strip()]
    paragraphs.insert(len(paragraphs) // 2, text[start:end])
    return "\n\n".join(paragraphs)


EDITS: dict[str, Callable[[str, random.Random, str], str]] = {
    "cut to 30 %": cut,
    "paragraphs in another order": reordered,
    "another byline": other_byline,
    "misread by a scanner": scanned,
    "three sentences inside another article": embedded,
}


def article(text: str, name: str) -> Article:
    """A text as an article of its own."""
    revision = Revision(number=1, text=text, sha256=text_sha256(text), recipe=0)
    return Article(id=article_id(None, f"{name}\n{text}"), revisions=(revision,))


def found(a: Article, b: Article) -> bool:
    """What the desk would say."""
    return len(shingles(a.text) & shingles(b.text)) >= FEWEST_SHARED and shared(a, b) is not None


def main() -> None:
    """Measure and print one JSON document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.parse_args()
    began = time.process_time()
    chance = random.Random(7)
    paths = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.txt"))]
    texts = {f"{path.parent.name}/{path.stem}": read_path(path).text for path in paths}
    names = list(texts)
    originals = {name: article(text, name) for name, text in texts.items()}
    right: Counter[str] = Counter()
    copies: list[tuple[str, set[str], Article]] = []
    for at, name in enumerate(names):
        host = names[(at + 11) % len(names)]
        for edit, make in EDITS.items():
            copy = article(make(texts[name], chance, texts[host]), f"{name} {edit}")
            sources = {name, host} if make is embedded else {name}
            copies.append((edit, sources, copy))
            right[edit] += found(originals[name], copy)
    alarms = []
    wrong = 0
    for a, b in combinations(names, 2):
        if frozenset((a.split("/")[1], b.split("/")[1])) not in KNOWN:
            wrong += 1
            if found(originals[a], originals[b]):
                alarms.append((a, b))
    for edit, sources, copy in copies:
        for name in chance.sample(names, 6):
            related = any(frozenset((name.split("/")[1], one.split("/")[1])) in KNOWN for one in sources)
            if name in sources or related:
                continue
            wrong += 1
            if found(originals[name], copy):
                alarms.append((name, f"{sorted(sources)} {edit}"))
    hits = sum(right.values())
    print(
        json.dumps(
            {
                "texts": len(texts),
                "pairs": len(copies) + wrong,
                "recall": {edit: round(right[edit] / len(texts), 4) for edit in EDITS},
                "precision": round(hits / (hits + len(alarms)), 4),
                "false alarms": alarms,
                "cpu seconds": round(time.process_time() - began, 1),
            },
            indent=1,
        )
    )


if __name__ == "__main__":
    main()
