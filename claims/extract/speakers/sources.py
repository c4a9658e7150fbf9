"""The words of a source taken apart: which of its names speak, which only say of whom."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.extract.reporting import verbs
from claims.extract.speakers.names import Name
from claims.extract.speakers.phrases import phrase_of
from claims.extract.speakers.reader import PartReader
from claims.extract.speakers.titles import trade
from claims.extract.words import listed
from claims.models import Span

_BEFORE = listed(
    "of for to from with at in by on near about against between under into outside inside around among"
    " including like as behind over"
)
_AND = re.compile(r"[,)]?\s*(?:\band\b|&|\bor\b)\s+", re.IGNORECASE)
_BESIDE = listed(
    "and of for in at from himself herself itself themselves who or with said says on which that when but"
    " by to as then also alone too whose"
)
_CLAUSE = re.compile(r",?\s+(?:who|whom|whose|which)\b.*$", re.DOTALL)
FARTHEST_ROLE = 200
_NEXT = 8
COLOURS = 4
"""So many words may colour a name from the front."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """One speaker of a source: a name, or else words that describe somebody."""

    words: str
    name: Name | None = None

    @property
    def known_kind(self) -> bool:
        """Whether the name itself tells what it names."""
        return self.name is not None and self.name.kind is not None


def plain_name(words: str) -> str:
    """A description without the clause behind it: "A senior official, who asked not to be named"."""
    return _CLAUSE.sub("", words).strip(" ,;—–") or words


def pieces_of(here: PartReader, mention: Span) -> list[Pieces]:
    """Everybody whom the words name, in order; one description where no name in them speaks."""
    names = _speaking(here, mention) or _cut_off(here, mention)
    if not names:
        return [Pieces(part) for part in _split(mention.text)]
    pieces = [Pieces(mention.text, name) for name in names]
    before = here.text[mention.start : names[0].first]
    described = _AND.search(before)
    if described and described.end() == len(before) and before[: described.start()].strip():
        # "The bishop and Ana Brel"
        left = before[: described.start()].strip(" ,")
        if phrase_of(left).head:
            pieces = [*(Pieces(part) for part in _split(left)), *pieces]
    after = _rest(here, names[-1], mention)
    if after:
        pieces.append(Pieces(after))
    return pieces


def _cut_off(here: PartReader, mention: Span) -> list[Name]:
    """``<The chief engineer>, Pia Orsk, said``: a tagger stopped before the name that the words introduce."""
    for name in here.names_inside(mention.end, mention.end + _NEXT):
        front = name.roles.front
        if front and here.text[mention.end : name.first] == ", " and front.endswith(mention.text):
            return [name]
    return []


def _rest(here: PartReader, last: Name, mention: Span) -> str | None:
    """``Ana Brel and the bishop``: the description joined on behind the last name."""
    rest = here.text[last.end : mention.end]
    if last.roles.behind and rest.lstrip(" ,").startswith(last.roles.behind):
        rest = rest[rest.index(last.roles.behind) + len(last.roles.behind) :]
    joined = _AND.match(rest.lstrip())
    words = rest.lstrip()[joined.end() :].strip(" ,") if joined else ""
    first = words.split(maxsplit=1)[0].lower() if words else ""
    return words if first in {"the", "a", "an", "his", "her", "their", "two", "three", "several", "other"} else None


def _split(words: str) -> list[str]:
    """``the mayor and the bishop`` are two; ``the mayors of Orsk and Kesten`` are one."""
    for joint in _AND.finditer(words):
        left, right = words[: joint.start()].strip(" ,"), words[joint.end() :].strip(" ,")
        first = right.split(maxsplit=1)[0].lower() if right else ""
        if first not in {"the", "a", "an", "his", "her", "its", "their"} or not left:
            continue
        one = phrase_of(left)
        if not one.plural and one.head and " between " not in left and " of " not in left[-40:] + " ":
            return [left, *_split(right)]
    return [words]


def _speaking(here: PartReader, mention: Span) -> list[Name]:
    """The names that speak: no part of another's role, no "of Orsk", no "Orsk officials", no "Brel's lawyer"."""
    inside = here.names_inside(mention.start, mention.end)
    covered = [piece for name in inside for piece in role_ranges(here, name)]
    found: list[Name] = []
    for name in inside:
        if any(start <= name.start < end and start != name.first for start, end in covered):
            continue
        before = here.text[mention.start : name.first].rstrip(" \"'“‘(").lower().split()
        while before and before[-1] in {"the", "a", "an", "its", "their", "his", "her"} and len(before) > 1:
            before.pop()
        clause = any(word.strip(",") in {"who", "whose", "whom", "which"} for word in before)
        if not found and clause and not before[-1].endswith(","):
            # "The 58-year-old, who signed Brel," is not Brel; "the man who found him, Ivo Brel," is.
            return []
        if found and not _joins(here.text[found[-1].end : name.first], found[-1], name):
            break
        if not found and " ".join(before) in {"according to", "by", "from", "per", "to"}:
            before = []
        if not found and before and before[-1].strip(",") in _BEFORE and len(before) > 1:
            return []
        if name.owner:
            if found:
                break
            continue
        if _colours(here.text[name.end : mention.end]) and not name.honoured:
            if found:
                break
            continue
        if not found and before and not _introduces(before, name):
            return []
        found.append(name)
    return found


def role_ranges(here: PartReader, name: Name) -> list[tuple[int, int]]:
    """Where the roles of a name stand: other names in them do not speak."""
    found = [(name.first, name.start)] if name.first < name.start else []
    if name.roles.front:
        at = here.text.rfind(name.roles.front, max(0, name.first - FARTHEST_ROLE), name.first)
        if at >= 0:
            found.append((at, name.first))
    if name.roles.behind:
        at = here.text.find(name.roles.behind, name.end, name.end + FARTHEST_ROLE)
        if at >= 0:
            found.append((at, at + len(name.roles.behind)))
    return found


def _joins(between: str, before: Name, name: Name) -> bool:
    if before.roles.behind:
        between = between.replace(before.roles.behind, "").replace(", ,", ",")
    words = between.replace(",", " ").replace("&", "and").split()
    if before.roles.age:
        words = [word for word in words if word != str(before.roles.age)]
    return words in (["and"], ["and", "the"], []) and ("," in between or bool(words) or name.title is not None)


def _colours(rest: str) -> bool:
    """``Brel supporters``, ``Orsk officials``: a name that only colours the noun behind it."""
    words = rest.split()
    if not words or rest[:1] != " ":
        return False
    noun = words[0].strip(",.")
    verb = verbs().get(noun)
    if verb is not None and verb.form == "past":
        return False
    return noun.replace("-", "").isalpha() and words[0].islower() and noun not in _BESIDE


def _introduces(before: list[str], name: Name) -> bool:
    """``chief engineer Pia Orsk``, ``Kesten-based Sorrel Ltd``: words that only colour the name."""
    words = [word for word in before if word not in {"the", "a", "an"}]
    last = words[-1] if words else ""
    if not words or last.endswith(","):
        return True
    if last in {"and", "&", "or"}:
        return True
    return trade(last) or len(words) <= COLOURS
