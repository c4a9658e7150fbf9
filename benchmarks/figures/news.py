"""Read the sentences of ``news/*.txt`` with their figures, as rows of the scorer.

A line that is not indented is a sentence. The indented lines below it are its figures, in reading order:
``core | kind low..high unit=U modifier direction of: what is counted``, where a bound left out is open and one
number is both; ``x words`` are words with a number that is none. ``#`` begins a comment. A core that stands
nowhere behind the one before it is an error, so that a slip of the pen is not scored.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from claims.vocabulary import Change, FigureKind, Modifier

FOLDER = Path(__file__).parent / "news"
PUBLISHED = "2024-06-12"
SUITE = "held_news"
"""The scorer's name for sentences of news whose bounds count."""


def read(path: Path) -> list[dict[str, Any]]:
    """The sentences of one file, in order."""
    rows: list[dict[str, Any]] = []
    after = 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if not line.startswith(" "):
            after = 0
            rows.append({"id": f"{path.stem}-{number}", "suite": SUITE, "text": line, "published": PUBLISHED,
                         "figures": [], "distractors": []})  # fmt: skip
            continue
        row = rows[-1]
        distractor = line.strip().startswith("x ")
        core, _, rest = line.strip().removeprefix("x ").partition(" | ")
        start = row["text"].find(core, after)
        if start < 0:
            raise ValueError(f"{path.name}:{number}: {core!r} does not stand behind the figure before it")
        after = start + len(core)
        if distractor:
            row["distractors"].append([start, after])
        else:
            row["figures"].append({"start": start, "end": after, **_fields(rest, f"{path.name}:{number}")})
    return rows


def _fields(words: str, place: str) -> dict[str, Any]:
    """Kind, bounds, unit, modifier, direction and what is counted."""
    told, _, counted = words.partition(" of: ")
    before_unit, _, behind_unit = told.partition(" unit=")
    kind, bounds, *marks = before_unit.split()
    unit = None
    if behind_unit:
        # A unit may be two words ("square metre"), so what follows is told from it by its vocabulary.
        behind = behind_unit.split()
        while behind and (behind[-1] in set(Modifier) or behind[-1] in set(Change)):
            marks.append(behind.pop())
        unit = " ".join(behind)
    low, dots, high = bounds.partition("..")
    field: dict[str, Any] = {
        "kind": FigureKind(kind).value, "low": low or None, "high": (high or None) if dots else low, "unit": unit,
        "modifier": None, "change": None, "counted": counted or None,
    }  # fmt: skip
    for mark in marks:
        if mark in set(Modifier):
            field["modifier"] = mark
        elif mark in set(Change):
            field["change"] = mark
        elif mark.startswith("unit="):
            field["unit"] = mark.removeprefix("unit=")
        else:
            raise ValueError(f"{place}: {mark!r} is neither a modifier nor a direction")
    return field
