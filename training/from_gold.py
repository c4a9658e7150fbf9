"""Articles that people went through, as rows to train on: ``python -m training.from_gold FOLDER --out mine.jsonl``.

Reads what ``claims evaluate`` reads (articles with their ``.gold``), and segmentations in JSON, as
``claims segment`` writes them. In those, claims that a person marked and claims that the machine
proposed count alike: hand in only articles that somebody has gone through from beginning to end.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from claims.evaluate.corpus import read_corpus
from claims.models import Segmentation, Span
from claims.vocabulary import Kind, Part
from training.corpus import ROLES, Example, Marked

Spans = tuple[Span, ...]


def examples_of(path: Path) -> Iterator[Example]:
    """The articles of a gold folder, or that of one segmentation."""
    if path.suffix == ".json":
        segmentation = Segmentation.model_validate_json(path.read_bytes())
        claims = [c for c in segmentation.claims if c.kind != Kind.STATEMENT]
        article = segmentation.article
        yield _example(article.id, article.text, ((c.source_spans, c.cue_spans, c.spans) for c in claims))
        return
    for gold in read_corpus(path).articles:
        # A word has one role: what is nested in other people's words is read when it stands alone.
        outer = [c for c in gold.attributed if not c.nested]
        yield _example(gold.name, gold.article.text, ((c.source, c.cue, c.content) for c in outer))


def _example(name: str, text: str, found: Iterable[tuple[Spans, Spans, Spans]]) -> Example:
    def ranges(spans: Spans) -> tuple[tuple[int, int], ...]:
        return tuple((span.start, span.end) for span in spans if span.part == Part.TEXT)

    marked = (Marked(*map(ranges, spans)) for spans in found)
    return Example(name, text, tuple(one for one in marked if one.content))


def row_of(example: Example) -> dict[str, object]:
    """One line of a corpus."""
    marks = [{role: [list(r) for r in marked.of(role)] for role in ROLES} for marked in example.marked]
    return {"id": example.id, "text": example.text, "attributions": marks}


def main() -> None:
    """Read, turn, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    rows = (row_of(example) for path in options.paths for example in examples_of(path))
    options.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
