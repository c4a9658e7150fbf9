"""Whether claims lead to the right speakers, given claims whose words are right.

A speaker's record is right for a gold speaker if its name is one of theirs, and if it is *their* record: of two
gold speakers under one record only the one with more claims is right, and of two records for one speaker only
the one with more claims. So two people of one surname who are thrown together cost, and so does one who is split.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claims.evaluate.gold import GoldArticle, GoldClaim, GoldSpeaker, Manner
from claims.evaluate.scores import Miss, Score, Tally
from claims.models import Claim, Speaker, SpeakerRef
from claims.vocabulary import SpeakerKind, SpeakerRelation

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_EMPTY = frozenset("a an the his her their its one of for".split())
Pair = tuple[GoldClaim, Claim | None]


@dataclass(frozen=True, slots=True)
class Judged:
    """The speakers of one article, gold and found."""

    gold: GoldArticle
    pairs: Sequence[Pair]
    speakers: Sequence[Speaker]


class SpeakerTally:
    """Counts over many articles."""

    def __init__(self, group: str) -> None:
        self.group = group
        self._manner = {manner: Tally(accuracy=True) for manner in Manner}
        self._all = Tally(accuracy=True)
        self._behalf = Tally()
        self._kind = Tally(accuracy=True)
        self._roles = Tally()
        self.misses: list[Miss] = []

    def add(self, judged: Judged) -> None:
        """Count one article."""
        records = _records(judged)
        for wanted, claim in judged.pairs:
            right = claim is not None and _right(wanted, claim, records)
            manner = judged.gold.manner(wanted)
            self._manner[manner].want(1, int(right))
            self._all.want(1, int(right))
            if not right:
                self._miss(judged.gold, wanted, claim, str(manner))
            self._count_behalf(judged.gold, wanted, claim, records)
        known = {speaker.id: speaker for speaker in judged.speakers}
        for key, id in records.items():
            gold, found = judged.gold.speaker(key), known.get(id)
            if found is None:
                continue
            self._kind.want(1, int(gold.kind == found.kind))
            if gold.kind == SpeakerKind.PERSON:
                roles = [role.role for role in found.roles]
                self._roles.want(len(gold.roles), sum(any(_alike(one, role) for role in roles) for one in gold.roles))
                self._roles.find(len(roles), sum(any(_alike(one, role) for one in gold.roles) for role in roles))

    def _count_behalf(self, gold: GoldArticle, wanted: GoldClaim, claim: Claim | None, records: dict[str, str]) -> None:
        found = _refs(claim, SpeakerRelation.ON_BEHALF_OF)
        right = sum(
            any(ref.id == records.get(key) or _named(gold.speaker(key), ref) for ref in found)
            for key in wanted.on_behalf
        )
        self._behalf.both(len(wanted.on_behalf), len(found), right)
        if right < max(len(wanted.on_behalf), len(found)):
            names = ", ".join(gold.speaker(key).name for key in wanted.on_behalf)
            got = ", ".join(ref.name for ref in found)
            self.misses.append(
                _miss(gold, wanted, f"{self.group}: on whose behalf", names or "nobody", got or "nobody")
            )

    def _miss(self, gold: GoldArticle, wanted: GoldClaim, claim: Claim | None, manner: str) -> None:
        says = ", ".join(gold.speaker(key).name for key in wanted.says)
        open_ = " or ".join(gold.speaker(key).name for key in wanted.candidates)
        got = ", ".join(ref.name for ref in _refs(claim, SpeakerRelation.SAYS))
        candidates = " or ".join(ref.name for ref in _refs(claim, SpeakerRelation.CANDIDATE))
        shown = got or (f"open: {candidates}" if candidates else "no speaker" if claim else "no such claim")
        self.misses.append(_miss(gold, wanted, f"{self.group}: {manner}", says or f"open: {open_}", shown))

    def scores(self) -> list[Score]:
        """All rows."""
        rows = [self._all.score(self.group, "all")]
        rows += [tally.score(self.group, manner) for manner, tally in self._manner.items()]
        rows.append(self._behalf.score(self.group, "on whose behalf"))
        rows.append(self._kind.score(self.group, "kind of a right speaker"))
        rows.append(self._roles.score(self.group, "roles of a right person"))
        return rows


def _miss(gold: GoldArticle, wanted: GoldClaim, row: str, names: str, got: str) -> Miss:
    return Miss(
        article=gold.name,
        line=wanted.line,
        row=row,
        spans=wanted.content,
        source=(*wanted.source, *wanted.cue),
        wanted=names,
        got=got,
    )


def _right(wanted: GoldClaim, claim: Claim, records: dict[str, str]) -> bool:
    says = {ref.id for ref in _refs(claim, SpeakerRelation.SAYS)}
    if not wanted.says:
        # What people cannot tell is to be left open, with all whom it may be.
        open_ = {ref.id for ref in _refs(claim, SpeakerRelation.CANDIDATE)}
        return not says and all(records.get(key) in open_ for key in wanted.candidates)
    return bool(says) and says == {records.get(key) for key in wanted.says}


def _refs(claim: Claim | None, relation: SpeakerRelation) -> list[SpeakerRef]:
    found = [s.speaker for s in claim.speakers if s.relation == relation and s.speaker] if claim else []
    return list({ref.id: ref for ref in found}.values())


def _records(judged: Judged) -> dict[str, str]:
    """Which record is whose: gold key to id, one to one, by the number of claims that lead from one to the other."""
    shared: Counter[tuple[str, str]] = Counter()
    for wanted, claim in judged.pairs:
        for keys, relation in (
            (wanted.says, SpeakerRelation.SAYS),
            (wanted.candidates, SpeakerRelation.CANDIDATE),
            (wanted.on_behalf, SpeakerRelation.ON_BEHALF_OF),
        ):
            for ref in _refs(claim, relation):
                for key in keys:
                    if _named(judged.gold.speaker(key), ref):
                        shared[key, ref.id] += 1
    order = {speaker.key: number for number, speaker in enumerate(judged.gold.speakers)}
    records: dict[str, str] = {}
    for (key, id), _ in sorted(shared.items(), key=lambda one: (-one[1], order[one[0][0]], one[0][1])):
        if key not in records and id not in records.values():
            records[key] = id
    return records


def _named(gold: GoldSpeaker, found: SpeakerRef) -> bool:
    """Whether a record's name is right: one of the names, or for a description most of its words."""
    names = [_plain(name) for name in (gold.name, *gold.also)]
    name = _plain(found.name)
    if name in names:
        return True
    if not gold.goes_by_words:
        return False
    return any(set(name) and (set(name) <= set(one) or set(one) <= set(name)) and one for one in names)


def _plain(name: str) -> tuple[str, ...]:
    words = [word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(name)]
    return tuple(word for word in words if word not in _EMPTY)


def _alike(one: str, other: str) -> bool:
    """Two wordings of a role that share half of their words or more."""
    a, b = set(_plain(one)), set(_plain(other))
    return bool(a & b) and len(a & b) / len(a | b) >= 0.5
