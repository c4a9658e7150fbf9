"""How two claims about the same thing relate, and why, in one sentence."""

from __future__ import annotations

from datetime import date

from claims.compare.figures import COMPATIBLE, Relation, relation
from claims.compare.kinship import Aligned, aligned, overlap, quoted_alike, speakers_shared
from claims.compare.measures import PEOPLE, RUNNING, SORTS_OF_PEOPLE
from claims.compare.polarity import opposed
from claims.compare.profile import Measured, Profile
from claims.compare.words import tokens
from claims.models import Figure
from claims.models.base import Value
from claims.vocabulary import ClaimRelation, PairRemark


class Judgement(Value):
    """A relation, its case where that has a name, and its reason in a sentence."""

    relation: ClaimRelation
    remark: PairRemark | None = None
    reason: str


QUOTED = 0.75
SURE = 0.4
"""Figures less surely of one measure are not set against each other."""


def related(a: Profile, b: Profile) -> Judgement:
    """How two claims about the same thing relate; the same whichever is given first."""
    first, second = (a, b) if a.order <= b.order else (b, a)
    pairs = [pair for pair in aligned(first, second) if pair.strength >= SURE]
    if quoted_alike(first, second) >= QUOTED:
        return _quotations(first, second)
    if pairs:
        return _figures(first, second, pairs)
    return _propositions(first, second)


def who(profile: Profile) -> str:
    """The outlet as a reader knows it."""
    return profile.publisher or "an article without an outlet"


def when(first: Profile, second: Profile) -> tuple[str, str]:
    """Both days in words; the same day is said once."""
    return _day(first.day), "the same day" if first.day == second.day else _day(second.day)


def _day(day: str | None) -> str:
    if day is None:
        return "an unknown day"
    at = date.fromisoformat(day)
    return f"{at.day} {at:%B %Y}"


def _told(profile: Profile, figure: Figure) -> str:
    return f"{who(profile)} (“{figure.text}”)"


def _quotations(a: Profile, b: Profile) -> Judgement:
    x, y = _plain(a.quoted), _plain(b.quoted)
    if speakers_shared(a, b) is False:
        names = " and ".join(one.speakers[0].name for one in (a, b))
        return Judgement(
            relation=ClaimRelation.QUOTE_VARIANT,
            remark=PairRemark.OTHER_SPEAKER,
            reason=f"{who(a)} and {who(b)} have nearly the same quotation from two speakers, {names}.",
        )
    if x == y or f" {x} " in f" {y} " or f" {y} " in f" {x} ":
        return Judgement(relation=ClaimRelation.SAME, reason=f"{who(a)} and {who(b)} have the same quotation.")
    return Judgement(
        relation=ClaimRelation.QUOTE_VARIANT,
        reason=f"{who(a)} and {who(b)} have the same quotation in different words: “{a.quoted}” and “{b.quoted}”.",
    )


def _plain(words: str) -> str:
    return " ".join(one.lower for one in tokens(words) if not one.mark)


def _figures(a: Profile, b: Profile, pairs: list[Aligned]) -> Judgement:
    judged = [_figure(a, b, pair) for pair in pairs]
    # What disagrees is what the desk must see; then what changed; then what differs in scope.
    for worst in (
        ClaimRelation.CONTRADICTION,
        ClaimRelation.UPDATE,
        ClaimRelation.DIFFERENT_SCOPE,
        ClaimRelation.COMPATIBLE,
    ):
        found = next((one for one in judged if one.relation == worst), None)
        if found is not None:
            return found
    return judged[0]


def _figure(a: Profile, b: Profile, pair: Aligned) -> Judgement:
    x, y = pair.a.figure, pair.b.figure
    both = f"{_told(a, x)} and {_told(b, y)}"
    kind = pair.relation
    if _scopes_part(pair.a, pair.b) and kind != Relation.EQUAL:
        return Judgement(
            relation=ClaimRelation.DIFFERENT_SCOPE,
            reason=f"{both} speak of different periods, parts or additions, so the figures need not agree.",
        )
    if kind == Relation.EQUAL:
        return Judgement(relation=ClaimRelation.SAME, reason=f"{both} give the same figure.")
    if kind in COMPATIBLE:
        why = {
            Relation.ROUNDING: "one is the other rounded",
            Relation.TRUNCATION: "one is the other with its last digits dropped",
            Relation.OTHER_UNIT: "it is one amount in two units",
        }.get(kind, "both can hold")
        return Judgement(relation=ClaimRelation.COMPATIBLE, reason=f"{both}: {why}.")
    if kind == Relation.SCALE_SLIP:
        return Judgement(
            relation=ClaimRelation.CONTRADICTION,
            remark=PairRemark.SCALE_SLIP,
            reason=f"{both} have the same digits a factor of a thousand or more apart: one of them may be a scale slip.",
        )
    if kind == Relation.UNIT_SLIP:
        return Judgement(
            relation=ClaimRelation.CONTRADICTION,
            remark=PairRemark.UNIT_SLIP,
            reason=f"{both} have the same number with different units: one of them may be a unit slip.",
        )
    return _disjoint(a, b, pair, both)


_REVISING = frozenset({"revise", "revised", "revising", "lower", "lowered", "correct", "corrected", "reduced"})
_GROWING = frozenset(
    "rise rises risen rose climb climbs climbed grown grew increase increased increases reached reaches now total".split()
)


def _disjoint(a: Profile, b: Profile, pair: Aligned, both: str) -> Judgement:
    x, y = pair.a.figure, pair.b.figure
    later = a.published is not None and b.published is not None and a.order[0] < b.order[0]
    said = {one.lower for one in tokens(b.words)}
    grew = _value(y) > _value(x)
    running = (pair.a.measure or pair.b.measure) in RUNNING
    earlier = any(
        other.figure is not y and relation(other.figure, x).relation in COMPATIBLE and not other.denied
        for other in b.figures
    )
    denied = any(other.denied and relation(other.figure, x).relation in COMPATIBLE for other in b.figures)
    dates = " and ".join(when(a, b))
    if later and not denied:
        if not grew and said & _REVISING:
            return Judgement(
                relation=ClaimRelation.UPDATE,
                remark=PairRemark.REVISED_DOWN,
                reason=f"{both}, {dates}: the later report revises the figure down.",
            )
        if (grew and running and (a.day != b.day or said & _GROWING)) or (earlier and said & (_GROWING | _REVISING)):
            return Judgement(
                relation=ClaimRelation.UPDATE, reason=f"{both}, {dates}: the later report carries the figure on."
            )
    return Judgement(relation=ClaimRelation.CONTRADICTION, reason=f"{both}: both cannot hold.")


def _value(figure: Figure) -> float:
    known = [float(bound) for bound in (figure.low, figure.high) if bound is not None]
    return sum(known) / len(known) if known else 0.0


def _scopes_part(a: Measured, b: Measured) -> bool:
    if a.scope != b.scope:
        return True
    x, y = a.thing, b.thing
    sorts = (x in PEOPLE and y in SORTS_OF_PEOPLE) or (y in PEOPLE and x in SORTS_OF_PEOPLE)
    return sorts and a.measure is not None


def _propositions(a: Profile, b: Profile) -> Judgement:
    opposite = opposed(frozenset(a.stems), frozenset(b.stems))
    if opposite is not None or a.negations % 2 != b.negations % 2:
        return Judgement(
            relation=ClaimRelation.CONTRADICTION,
            reason=f"{who(a)} has “{a.words}”, {who(b)} has “{b.words}”: one says what the other denies.",
        )
    if overlap(a.stems, b.stems) >= 0.4:
        return Judgement(relation=ClaimRelation.SAME, reason=f"{who(a)} and {who(b)} say the same.")
    return Judgement(
        relation=ClaimRelation.COMPATIBLE,
        reason=f"{who(a)} and {who(b)} speak of the same thing, and what they say can both hold.",
    )
