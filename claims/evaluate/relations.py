"""Attributions against gold ones, in the measure that the published comparisons use.

A relation is found if its content has a token overlap (intersection over union) of half or more with a gold one
and the sources share a token, or both have none; one to one, the closest first. A kind is that of the gold
relation for recall and of the found one for precision. A token is a run of word characters or a single mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claims.evaluate.scores import Score, Tally, closest
from claims.vocabulary import Kind

ALL = "all"
KINDS = (ALL, Kind.QUOTE, Kind.MIXED, Kind.INDIRECT)
ROLES = ("source", "cue", "content")
HALF = 0.5
_TOKEN = re.compile(r"\w+|[^\w\s]")
_OPENS, _CLOSES, _DOUBLE = "\"“„«`‘'", "\"”»'’", '"“”«»'
_MARKS_BEHIND = ".,;:!?"
Segment = tuple[int, int]


class Tokens:
    """The tokens of a text, by the characters that they cover."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = [-1] * len(text)
        self._starts = []
        for number, match in enumerate(_TOKEN.finditer(text)):
            self._starts.append(match.start())
            self._at[match.start() : match.end()] = [number] * (match.end() - match.start())

    def segment(self, start: int, end: int) -> Segment | None:
        """The tokens that a range touches, first and behind the last; none if it touches none."""
        inside = [number for number in self._at[start:end] if number >= 0]
        return (inside[0], inside[-1] + 1) if inside else None

    def set_of(self, ranges: Iterable[tuple[int, int]]) -> frozenset[int]:
        """All tokens that the ranges touch."""
        return frozenset(
            number for start, end in ranges if (found := self.segment(start, end)) for number in range(*found)
        )

    def relation(self, ranges: Mapping[str, Sequence[tuple[int, int]]], kind: Kind | None = None) -> Relation | None:
        """An attribution by its tokens; none without content. Its kind follows from its marks unless it is given."""
        segments = {
            role: tuple(found for start, end in ranges.get(role, ()) if (found := self.segment(start, end)))
            for role in ROLES
        }
        sets = {role: frozenset(n for one in segments[role] for n in range(*one)) for role in ROLES}
        if not sets["content"]:
            return None
        return Relation(segments, sets["source"], sets["cue"], sets["content"], kind or self._kind(sets["content"]))

    def _kind(self, content: frozenset[int]) -> Kind:
        letters = [self._text[self._starts[number]] for number in sorted(content)]
        body = list(letters)
        while len(body) > 1 and body[-1] in _MARKS_BEHIND:
            body.pop()
        if len(body) > 2 and body[0] in _OPENS and body[-1] in _CLOSES:
            return Kind.QUOTE
        return Kind.MIXED if any(letter in _DOUBLE for letter in letters) else Kind.INDIRECT


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution as tokens."""

    segments: dict[str, tuple[Segment, ...]]
    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    kind: Kind

    def tokens(self, role: str) -> frozenset[int]:
        """The tokens of a role."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[role]


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Intersection over union."""
    shared = len(one & other)
    return shared / len(one | other) if shared else 0.0


def matched(wanted: Sequence[Relation], found: Sequence[Relation], *, sources: bool = True) -> list[tuple[int, int]]:
    """Pairs of gold and found relations."""
    near = []
    for w, gold in enumerate(wanted):
        for f, guess in enumerate(found):
            shared = overlap(gold.content, guess.content)
            meet = bool(gold.source & guess.source) or not (gold.source or guess.source)
            if shared >= HALF and (meet or not sources):
                near.append((shared, w, f))
    return closest(near)


class RelationTally:
    """Counts over many texts."""

    def __init__(self) -> None:
        self._relation = {kind: Tally() for kind in KINDS}
        self._words = {kind: Tally() for kind in KINDS}
        self._token = {role: Tally() for role in ROLES}
        self._exact = {role: Tally() for role in ROLES}

    def add(self, wanted: Sequence[Relation], found: Sequence[Relation], pairs: Sequence[tuple[int, int]]) -> None:
        """Count one text; ``pairs`` are the relations of it that were found."""
        self._by_kind(self._relation, wanted, found, pairs)
        self._by_kind(self._words, wanted, found, matched(wanted, found, sources=False))
        for role in ROLES:
            gold = {number for one in wanted for number in one.tokens(role)}
            guess = {number for one in found for number in one.tokens(role)}
            self._token[role].both(len(gold), len(guess), len(gold & guess))
            gold_spans = {segment for one in wanted for segment in one.segments[role]}
            guess_spans = {segment for one in found for segment in one.segments[role]}
            self._exact[role].both(len(gold_spans), len(guess_spans), len(gold_spans & guess_spans))

    @staticmethod
    def _by_kind(
        tallies: dict[str, Tally],
        wanted: Sequence[Relation],
        found: Sequence[Relation],
        pairs: Sequence[tuple[int, int]],
    ) -> None:
        for kind, tally in tallies.items():
            tally.want(
                sum(kind in (ALL, one.kind) for one in wanted), sum(kind in (ALL, wanted[w].kind) for w, _ in pairs)
            )
            tally.find(
                sum(kind in (ALL, one.kind) for one in found), sum(kind in (ALL, found[f].kind) for _, f in pairs)
            )

    def scores(self) -> list[Score]:
        """Whole relations."""
        rows = [tally.score("Attribution", kind) for kind, tally in self._relation.items()]
        return [*rows, self._words[ALL].score("Attribution", "words alone, whoever says them")]

    def scores_of_roles(self) -> list[Score]:
        """Source, cue and content by themselves."""
        rows = [tally.score("Attribution by token", role) for role, tally in self._token.items()]
        rows += [tally.score("Attribution, exact span", role) for role, tally in self._exact.items()]
        return rows
