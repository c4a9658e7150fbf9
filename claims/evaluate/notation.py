"""The annotators' notation, line by line: words, not offsets, so that people can write, read and compare it.

``annotations/guidelines.md`` explains it; this module is its grammar, and ``placing`` finds the words in the article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NoReturn

from claims.errors import InputError
from claims.evaluate.gold import GoldSpeaker
from claims.evaluate.locating import pieces
from claims.vocabulary import Attitude, Change, FigureKind, Kind, Modifier, SpeakerKind

NO_SOURCE = "-"
NOBODY = "?"
"""In the place of a speaker: the words leave open who says it, and name nobody who might."""
UNMARKED = "figures unmarked"
"""A line of its own: nobody has gone through the figures of the article."""
_KEY = re.compile(r"@[a-z][a-z0-9_-]*")
_FIGURE = re.compile(
    r"(?P<words>.+) = (?P<kind>[a-z_]+) (?P<value>\S+)(?P<rest>(?: [^()\s]+)*)(?: \((?P<counted>.+)\))?"
)
_INTERVAL = re.compile(r"(?P<low>[^.\s]?\S*?)\.\.(?P<high>\S*)")
UNRESOLVED = "?"
SCORE = re.compile(r"(-?[\d.]+)-([\d.]+)")
PLACES = ("figure", "no figure", "boilerplate", "dateline")


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim as it was typed."""

    line: int
    kind: Kind
    attitude: Attitude
    worth: int | None
    says: tuple[str, ...]
    on_behalf: tuple[str, ...]
    candidates: tuple[str, ...]
    source: tuple[str, ...]
    cue: tuple[str, ...]
    content: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure as it was typed."""

    line: int
    words: str
    kind: FigureKind
    low: str | None
    high: str | None
    unit: str | None
    modifier: Modifier | None
    change: Change | None
    counted: str | None


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """Words that are marked only for what they are: no figure, boilerplate, a dateline."""

    line: int
    mark: str
    words: str


@dataclass(frozen=True, slots=True)
class Notes:
    """One file of annotations, as typed."""

    name: str
    speakers: tuple[GoldSpeaker, ...]
    claims: tuple[ClaimLine, ...]
    figures: tuple[FigureLine, ...]
    places: tuple[PlaceLine, ...]
    figures_marked: bool = True


def parse(text: str, name: str) -> Notes:
    """Read a file of annotations; the first line that does not fit is an error with its number."""
    speakers: dict[str, GoldSpeaker] = {}
    claims: list[ClaimLine] = []
    figures: list[FigureLine] = []
    places: list[PlaceLine] = []
    figures_marked = True
    for number, line in enumerate(text.splitlines(), start=1):
        at = _Line(name, number, line.strip())
        if not at.text or at.text.startswith("#"):
            continue
        word = at.text.split(" ", 1)[0]
        if word.startswith("@"):
            speaker = _speaker(at)
            if speaker.key in speakers:
                at.refuse(f"the speaker {speaker.key} is there already", "Leave one of the two lines.")
            speakers[speaker.key] = speaker
        elif word in set(Kind):
            claims.append(_claim(at, speakers))
        elif at.text == UNMARKED:
            figures_marked = False
        elif word == "figure":
            figures.append(_figure(at))
        else:
            places.append(_place(at))
    return Notes(name, tuple(speakers.values()), tuple(claims), tuple(figures), tuple(places), figures_marked)


@dataclass(frozen=True, slots=True)
class _Line:
    name: str
    number: int
    text: str

    def refuse(self, what: str, hint: str) -> NoReturn:
        raise InputError(f"{self.name}, line {self.number}: {what}.", hint=hint)


def _speaker(at: _Line) -> GoldSpeaker:
    head, *fields = (field.strip() for field in at.text.split(" | "))
    key, kind, *name = head.split(" ")
    if not _KEY.fullmatch(key) or kind not in set(SpeakerKind) or not name:
        kinds = ", ".join(SpeakerKind)
        at.refuse("no speaker can be read", f"Write @key, one of {kinds}, then the name: @vane person Idris Vane")
    lists: dict[str, tuple[str, ...]] = {}
    for field in fields:
        label, colon, words = field.partition(":")
        if label not in {"also", "roles"} or not colon:
            at.refuse(
                f'"{field}" is no field of a speaker', 'Write "also: ..." or "roles: ...", with ";" between several.'
            )
        lists[label] = tuple(one.strip() for one in words.split(";") if one.strip())
    return GoldSpeaker(key=key, kind=SpeakerKind(kind), name=" ".join(name), **lists)


def _claim(at: _Line, speakers: dict[str, GoldSpeaker]) -> ClaimLine:
    head, *cells = (cell.strip() for cell in at.text.split(" | "))
    kind, *words = head.split()
    attitude, worth, behalf, nobody = Attitude.ASSERTION, None, False, False
    links: dict[str, list[str]] = {"says": [], "on_behalf": [], "candidates": []}
    for word in words:
        key = word.lstrip("?")
        if word == NOBODY:
            nobody = True
        elif key.startswith("@"):
            if key not in speakers:
                at.refuse(f"nobody has the key {key}", f"Describe the speaker in a line above: {key} person Idris Vane")
            links["candidates" if word != key else "on_behalf" if behalf else "says"].append(key)
        elif word == "for":
            behalf = True
        elif word in set(Attitude):
            attitude = Attitude(word)
        elif word in {"0", "1", "2", "3"}:
            worth = int(word)
        else:
            at.refuse(f'"{word}" is no speaker, attitude or worth', "Write @key, for @key, ?@key, belief, or 0 to 3.")
    statement = kind == Kind.STATEMENT
    if len(cells) != (1 if statement else 3):
        hint = "statement 2 | WORDS" if statement else "indirect @vane 2 | SOURCE | CUE | CONTENT"
        at.refuse(f"a claim of kind {kind} has {len(cells)} fields behind its head", f"Write: {hint}")
    if not statement and not (links["says"] or links["candidates"] or nobody):
        at.refuse("nobody says it", "Write @key for who says it, ?@key for each who may, or ? where nobody is named.")
    source, cue, content = ((), (), cells[0]) if statement else cells
    return ClaimLine(
        at.number,
        Kind(kind),
        attitude,
        worth,
        tuple(links["says"]),
        tuple(links["on_behalf"]),
        tuple(links["candidates"]),
        _pieces(source) if source else (),
        _pieces(cue) if cue else (),
        _pieces(content),
    )


def _pieces(cell: str) -> tuple[str, ...]:
    return () if cell == NO_SOURCE else pieces(cell)


def _figure(at: _Line) -> FigureLine:
    found = _FIGURE.fullmatch(at.text.removeprefix("figure "))
    if found is None or found["kind"] not in set(FigureKind):
        at.refuse("no figure can be read", "Write: figure at least 12 people = count 12.. at_least (people)")
    kind, value = FigureKind(found["kind"]), found["value"]
    interval, score = _INTERVAL.fullmatch(value), SCORE.fullmatch(value)
    low: str | None
    high: str | None
    if value == UNRESOLVED:
        low = high = None
    elif interval:
        low, high = interval["low"] or None, interval["high"] or None
    elif kind == FigureKind.SCORE and score:
        low, high = score.groups()
    else:
        low = high = value
    unit = modifier = change = None
    for word in found["rest"].split():
        if word in set(Modifier):
            modifier = Modifier(word)
        elif word in set(Change):
            change = Change(word)
        elif unit is None:
            unit = word
        else:
            at.refuse(f'"{word}" is a second unit behind "{unit}"', f"Modifiers are {', '.join(Modifier)}.")
    return FigureLine(at.number, found["words"].strip(), kind, low, high, unit, modifier, change, found["counted"])


def _place(at: _Line) -> PlaceLine:
    for mark in PLACES[1:]:
        if at.text.startswith(mark + " "):
            return PlaceLine(at.number, mark, at.text.removeprefix(mark).strip())
    known = ", ".join(("@key", *Kind, *PLACES))
    shown = at.text if len(at.text) <= 50 else at.text[:47] + "..."
    hint = f"A line begins with one of {known}, or # for a remark."
    return at.refuse(f'"{shown}" begins like no line of annotations', hint)
