"""Annotated articles as the scripts read them: PolNeAR's rows, or a desk's own gold."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROLES = ("source", "cue", "content")
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution as a person marked it."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]

    def of(self, role: str) -> tuple[Range, ...]:
        """The ranges of one role."""
        ranges: tuple[Range, ...] = getattr(self, role)
        return ranges


@dataclass(frozen=True, slots=True)
class Example:
    """One article with its attributions."""

    id: str
    text: str
    marked: tuple[Marked, ...]


def read_examples(path: Path) -> list[Example]:
    """The rows of a JSONL file, which may be gzipped: ``id``, ``text``, ``attributions``."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode()
    # Not splitlines: JSON strings may hold what Unicode calls a line separator.
    rows = [json.loads(line) for line in text.split("\n") if line.strip()]
    return [Example(row["id"], row["text"], tuple(map(_marked, row["attributions"]))) for row in rows]


def _marked(row: dict[str, list[list[int]]]) -> Marked:
    return Marked(*(tuple((start, end) for start, end in row.get(role) or ()) for role in ROLES))


def by_article(examples: Iterable[Example]) -> list[list[Example]]:
    """The copies of each article together: several people may have annotated it."""
    copies: dict[str, list[Example]] = {}
    for example in examples:
        copies.setdefault(example.id, []).append(example)
    return list(copies.values())
