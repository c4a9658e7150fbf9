"""The notation of ``event.groups``: which claims of an event's articles are about the same thing, and how they relate.

``annotations/guidelines.md`` explains it; this module is its grammar, and ``events`` finds the words in the articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import NoReturn

from claims.errors import InputError
from claims.evaluate.locating import pieces
from claims.vocabulary import ClaimRelation, PairRemark

GROUP, ALONE, APART = "group", "alone", "apart"
_KEY = re.compile(r"[a-z0-9]+(?:\.[a-z0-9]+)?")
_FAR_KEY = re.compile(r"(?:[a-z0-9-]+/)?[a-z0-9]+(?:\.[a-z0-9]+)?")
_ALSO = re.compile(rf"\(({_FAR_KEY.pattern})\)")


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A claim as it was typed: its key and its words."""

    line: int
    key: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelationLine:
    """How pairs of claims relate; several relations where each is as right."""

    line: int
    relations: tuple[ClaimRelation, ...]
    remark: PairRemark | None
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ApartLine:
    """Pairs of claims that look alike and are about different things."""

    line: int
    pairs: tuple[tuple[str, str], ...]
    why: str


@dataclass(slots=True)
class GroupLines:
    """A group, or the claims that stand alone, with the lines beneath."""

    line: int
    about: str | None
    """None: these stand alone."""
    members: list[MemberLine] = field(default_factory=list)
    also: list[tuple[int, str]] = field(default_factory=list)
    relations: list[RelationLine] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class EventNotes:
    """One file of groups, as typed."""

    name: str
    groups: tuple[GroupLines, ...]
    apart: tuple[ApartLine, ...]


def parse_groups(text: str, name: str) -> EventNotes:
    """Read a file of groups; the first line that does not fit is an error with its number."""
    groups: list[GroupLines] = []
    apart: list[ApartLine] = []
    for number, raw in enumerate(text.splitlines(), start=1):
        at = _Line(name, number, raw.strip())
        word, _, rest = at.text.partition(" ")
        if not word or word.startswith("#"):
            continue
        if word in {GROUP, ALONE}:
            if (word == GROUP) != bool(rest):
                at.refuse("a group says in a few words what it is about, and alone says nothing", "group people killed")
            groups.append(GroupLines(number, rest or None))
        elif word == APART:
            apart.append(at.apart(rest))
        elif not groups:
            at.refuse("nothing stands before the first group", 'Write "group ABOUT" or "alone" above it.')
        else:
            at.into(groups[-1])
    return EventNotes(name, tuple(groups), tuple(apart))


@dataclass(frozen=True, slots=True)
class _Line:
    name: str
    number: int
    text: str

    def refuse(self, what: str, hint: str) -> NoReturn:
        raise InputError(f"{self.name}, line {self.number}: {what}.", hint=hint)

    def into(self, group: GroupLines) -> None:
        """A claim, a claim that may belong here, too, or a relation."""
        head, bar, words = self.text.partition(" | ")
        if bar:
            if not _KEY.fullmatch(head):
                self.refuse(f'"{head}" is no key of a claim', "Write: wire.toll | At least 12 people were killed")
            group.members.append(MemberLine(self.number, head, pieces(words)))
        elif also := _ALSO.fullmatch(self.text):
            group.also.append((self.number, also[1]))
        else:
            group.relations.append(self.relation())

    def relation(self) -> RelationLine:
        first, *rest = self.text.split()
        known = set(ClaimRelation)
        relations = first.split("/")
        if not set(relations) <= known:
            self.refuse(
                f'"{first}" begins like no line of a group',
                f"Write KEY | WORDS, (KEY), or one of {', '.join(ClaimRelation)} with the keys it holds for.",
            )
        remark = PairRemark(rest.pop(0)) if rest and rest[0] in set(PairRemark) else None
        return RelationLine(
            self.number, tuple(map(ClaimRelation, relations)), remark, tuple(self.pairs(" ".join(rest), _KEY))
        )

    def apart(self, rest: str) -> ApartLine:
        keys, bar, why = rest.partition(" | ")
        if not bar or not why.strip():
            self.refuse("nothing says why they are kept apart", "Write: apart wire.toll - local.hurt | killed, injured")
        return ApartLine(self.number, tuple(self.pairs(keys, _FAR_KEY)), why.strip())

    def pairs(self, words: str, key: re.Pattern[str]) -> Iterator[tuple[str, str]]:
        """Each key on the left with each on the right of the dash; without one, each with each."""
        left, dash, right = (f" {words} ").partition(" - ")
        sides = [left.split(), right.split()]
        for one in (*sides[0], *sides[1]):
            if not key.fullmatch(one):
                self.refuse(f'"{one}" is no key of a claim', "Keys are an article's name, a dot and a word: wire.toll")
        if bool(dash) != bool(sides[1]) or not sides[0] or not (dash or len(sides[0]) > 1):
            self.refuse("two claims make a pair", "Write: update wire.toll local.toll - radio.toll")
        yield from product(*sides) if dash else combinations(sides[0], 2)
