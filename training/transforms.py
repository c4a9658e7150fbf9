"""The same article in another dress: quotation marks, capitals, full stops, datelines, transcripts.

Each function takes an example and gives another one whose marks stand on the changed text. Training
mixes them in; the test of robustness applies one at a time to held-out articles.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable
from itertools import accumulate

from training.corpus import ROLES, Example, Marked, Range

Edit = tuple[int, int, str]
Transform = Callable[[Example, random.Random], Example]

_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " "})
_BRITISH = str.maketrans({"“": "‘", "”": "’", "‘": "“", '"': "'"})
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_FINAL_STOP = re.compile(r"(?<=\w)\.(?=[ \t]*$)|(?<=\w)\.(?=[”\"’']?[ \t]*$)", re.MULTILINE)
_MARKS = "“”\"‘’'"
_PLACES = (
    *("HALDEN", "PORT ASTER", "New Corvel", "TARN BAY", "Maris City"),
    *("LOWER VENN", "Osterby", "KELL SPRINGS", "Dunmarrow", "SANT ELVO"),
)
_AGENCIES = ("(NWS)", "(Tern News)", "(AP)", "(Reuters)", "(AFP)", "")
_DASHES = ("—", "–", "-", "--")
MOST_WORDS_IN_A_NAME = 4
_NO_NAMES = {"he", "she", "they", "it", "i", "we", "who"}


def edited(example: Example, edits: Iterable[Edit]) -> Example:
    """The example after replacements that do not overlap; a range that loses all its words is dropped."""
    ordered = sorted(edits)
    out: list[str] = []
    at = 0
    for start, end, new in ordered:
        out += [example.text[at:start], new]
        at = end
    out.append(example.text[at:])
    shifts = list(accumulate((len(new) - (end - start) for start, end, new in ordered), initial=0))

    def moved(position: int, *, is_end: bool) -> int:
        shift = 0
        for number, (start, end, new) in enumerate(ordered):
            if position > start or (position == start and not is_end):
                if position >= end:
                    shift = shifts[number + 1]
                else:
                    return start + shifts[number] + (len(new) if is_end else 0)
            else:
                break
        return position + shift

    def ranges(role: str, marked: Marked) -> tuple[Range, ...]:
        both = ((moved(start, is_end=False), moved(end, is_end=True)) for start, end in marked.of(role))
        return tuple((start, end) for start, end in both if start < end)

    return Example(example.id, "".join(out), tuple(Marked(*(ranges(r, m) for r in ROLES)) for m in example.marked))


def straight(example: Example, _: random.Random) -> Example:
    """Typewriter quotation marks."""
    return Example(example.id, example.text.translate(_STRAIGHT), example.marked)


def british(example: Example, _: random.Random) -> Example:
    """Single quotation marks outside, double ones inside."""
    return Example(example.id, example.text.translate(_BRITISH), example.marked)


def capitals(example: Example, rng: random.Random) -> Example:
    """The headline in capitals, and a line here and there."""
    text = list(example.text)
    for number, line in enumerate(_LINE.finditer(example.text)):
        if number == 0 or rng.random() < 0.05:
            for at in range(*line.span()):
                upper = text[at].upper()
                # Letters that become two would move everything behind them.
                text[at] = upper if len(upper) == 1 else text[at]
    return Example(example.id, "".join(text), example.marked)


def no_stops(example: Example, _: random.Random) -> Example:
    """No full stop at the end of a paragraph."""
    return edited(example, [(m.start(), m.end(), "") for m in _FINAL_STOP.finditer(example.text)])


def dateline(example: Example, rng: random.Random) -> Example:
    """An agency's dateline before the first paragraph of the story."""
    lines = list(_LINE.finditer(example.text))
    body = lines[1] if len(lines) > 1 else lines[0]
    parts = (rng.choice(_PLACES), rng.choice(_AGENCIES), rng.choice(_DASHES))
    return edited(example, [(body.start(), body.start(), " ".join(filter(None, parts)) + " ")])


def transcript(example: Example, rng: random.Random, share: float = 0.5) -> Example:
    """Paragraphs that are one quotation with its speaker become ``SPEAKER: words``."""
    kept = list(example.marked)
    edits: list[Edit] = []
    speeches: list[tuple[int, Range, str]] = []
    for line in _LINE.finditer(example.text):
        inside = [m for m in example.marked if any(_within(r, line.span()) for role in ROLES for r in m.of(role))]
        if len(inside) == 1 and rng.random() < share and (name := _speaker(example.text, inside[0], line.span())):
            kept.remove(inside[0])
            words = " ".join(example.text[s:e].strip(_MARKS + " ") for s, e in inside[0].content)
            edits.append((line.start(), line.end(), f"{name.upper()}: {words}"))
            speeches.append((len(edits) - 1, line.span(), name))
    changed = edited(Example(example.id, example.text, tuple(kept)), edits)
    shifts = list(accumulate((len(new) - (end - start) for start, end, new in edits), initial=0))
    marked = list(changed.marked)
    for number, (start, _), name in speeches:
        at = start + shifts[number]
        colon, end = at + len(name), at + len(edits[number][2])
        marked.append(Marked(((at, colon),), ((colon, colon + 1),), ((colon + 2, end),)))
    return Example(example.id, changed.text, tuple(marked))


def _speaker(text: str, marked: Marked, line: Range) -> str | None:
    """The name before the colon, where the paragraph is a whole quotation of one named speaker."""
    ranges = [r for role in ROLES for r in marked.of(role)]
    if len(marked.source) != 1 or not all(_within(r, line) for r in ranges) or not marked.content:
        return None
    words = [text[s:e].strip() for s, e in marked.content]
    name = text[slice(*marked.source[0])].strip()
    quoted = all(word[:1] in _MARKS and word.rstrip(".,")[-1:] in _MARKS for word in words)
    covered = sum(end - start for start, end in ranges)
    short = len(name.split()) <= MOST_WORDS_IN_A_NAME and len(name.upper()) == len(name)
    short = short and name.lower() not in _NO_NAMES
    return name if quoted and short and covered >= 0.75 * (line[1] - line[0]) else None


def _within(inner: Range, outer: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


TRANSFORMS: dict[str, Transform] = {
    "straight": straight,
    "british": british,
    "capitals": capitals,
    "no stops": no_stops,
    "dateline": dateline,
    "transcript": transcript,
}
# How often each is mixed into training, one after the other.
SHARES = {"straight": 0.5, "british": 0.12, "capitals": 0.2, "no stops": 0.12, "dateline": 0.15, "transcript": 0.1}


def varied(example: Example, rng: random.Random) -> Example:
    """The example with some of its dress changed at random."""
    for name in ("transcript", "dateline", "no stops", "british", "straight", "capitals"):
        if rng.random() < SHARES[name]:
            example = TRANSFORMS[name](example, rng)
    return example
