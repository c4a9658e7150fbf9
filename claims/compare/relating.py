"""How two claims about the same thing relate, and why, in one sentence."""

from __future__ import annotations

from datetime import date, time

from claims.compare.figures import COMPATIBLE, Relation, how
from claims.compare.kinship import SINGLED, Aligned, aligned, comparable, quoted_alike, speakers_shared
from claims.compare.measures import PEOPLE, RUNNING, SINKING, SORTS_OF_PEOPLE
from claims.compare.polarity import opposed
from claims.compare.profile import Measured, Profile
from claims.compare.words import listed, tokens
from claims.models import Figure
from claims.models.base import Value
from claims.vocabulary import ClaimRelation, FigureKind, PairRemark


class Judgement(Value):
    """A relation, its case where that has a name, and its reason in a sentence."""

    relation: ClaimRelation
    remark: PairRemark | None = None
    reason: str


QUOTED = 0.6
"""Quotations of one group that have so much in common are one, told in two ways."""
SURE = 0.3
"""Where a claim has several figures of a kind, those less surely of one measure are not set against each other."""
CLOSE = 15
"""Times that are no more minutes apart are one time, told roughly."""
APART = 1.5
"""A figure that is so many times another may be that of the whole, where one claim names a place and the other none."""


def related(a: Profile, b: Profile) -> Judgement:
    """How two claims about the same thing relate; the same whichever is given first."""
    first, second = (a, b) if a.order <= b.order else (b, a)
    if quoted_alike(first, second) >= QUOTED:
        return _quotations(first, second)
    pairs = [pair for pair in aligned(first, second) if pair.strength >= SURE or _single(first, second, pair)]
    if pairs:
        return _figures(first, second, pairs)
    return _times(first, second) or _propositions(first, second)


def _single(a: Profile, b: Profile, pair: Aligned) -> bool:
    """Whether neither claim has another figure of this kind: then they must be meant."""
    return all(
        sum(1 for one in profile.figures if comparable(one, figure) and one.figure.kind not in SINGLED) == 1
        for profile, figure in ((a, pair.a), (b, pair.b))
    )


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
    # The figures that most surely measure the same are what the claims are about; others must be nearly as sure.
    sure = [pair for pair in pairs if pair.strength >= pairs[0].strength - 0.2]
    judged = [_figure(a, b, pair) for pair in sure]
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


_WHY = {
    Relation.ROUNDING: "one is the other rounded",
    Relation.TRUNCATION: "one is the other with its last digits dropped",
    Relation.OTHER_UNIT: "it is one amount in two units",
    Relation.INCOMPARABLE: "they are told in units that nothing here converts",
}


def _figure(a: Profile, b: Profile, pair: Aligned) -> Judgement:
    x, y = pair.a.figure, pair.b.figure
    both = f"{_told(a, x)} and {_told(b, y)}"
    kind = pair.relation
    if kind == Relation.UNIT_SLIP:
        return Judgement(
            relation=ClaimRelation.CONTRADICTION,
            remark=PairRemark.UNIT_SLIP,
            reason=f"{both} have the same number with different units: perhaps a unit slip.",
        )
    if kind == Relation.EQUAL:
        return Judgement(relation=ClaimRelation.SAME, reason=f"{both} give the same figure.")
    if _scopes_part(pair.a, pair.b):
        return Judgement(
            relation=ClaimRelation.DIFFERENT_SCOPE,
            reason=f"{both} speak of different periods, parts or additions, so the figures need not agree.",
        )
    carried = _carried_on(a, b, pair, both)
    if carried is not None:
        return carried
    if kind == Relation.BOUNDS and x.modifier is None and y.modifier is None and x.kind != FigureKind.DATE:
        kind = Relation.DISJOINT  # 11 and 12: what either is rounded from may touch, but neither says "about".
    if kind in COMPATIBLE or kind == Relation.INCOMPARABLE:
        return Judgement(relation=ClaimRelation.COMPATIBLE, reason=f"{both}: {_WHY.get(kind, 'both can hold')}.")
    if kind == Relation.SCALE_SLIP:
        return Judgement(
            relation=ClaimRelation.CONTRADICTION,
            remark=PairRemark.SCALE_SLIP,
            reason=f"{both} have the same digits, a factor of a thousand or more apart: perhaps a scale slip.",
        )
    if _part_of(a, b, pair):
        return Judgement(
            relation=ClaimRelation.DIFFERENT_SCOPE,
            reason=f"{both}: only one of them names a place, so one may be part of the other.",
        )
    return Judgement(relation=ClaimRelation.CONTRADICTION, reason=f"{both}: both cannot hold.")


_REVISING = listed("""
    revise revised revising lower lowered lowers correct corrected reduced twice ruled leaving
    """)
_GROWING = listed("""
    rise rises risen rose climb climbs climbed grown grew increase increased increases reached reaches now total more
    """)


def _carried_on(a: Profile, b: Profile, pair: Aligned, both: str) -> Judgement | None:
    """Whether the later report carries the figure of the earlier one on, or takes it back."""
    x, y = pair.a.figure, pair.b.figure
    later = a.published is not None and b.published is not None and a.order[0] < b.order[0]
    former = [one for one in b.figures if one.figure is not y and how(one.figure, x) in COMPATIBLE]
    if not later or any(one.denied for one in former) or _value(x) == _value(y):
        return None
    said = {one.lower for one in tokens(b.words)}
    measure = pair.a.measure or pair.b.measure
    grew = _value(y) > _value(x)
    dates = " and ".join(when(a, b))
    rounded = pair.relation in (Relation.ROUNDING, Relation.TRUNCATION, Relation.OTHER_UNIT)
    running = measure in RUNNING and not rounded
    if grew and running and (a.day != b.day or said & _GROWING or pair.relation == Relation.DISJOINT):
        return Judgement(
            relation=ClaimRelation.UPDATE, reason=f"{both}, {dates}: the later report carries the figure on."
        )
    if not grew and running and measure in SINKING and a.day != b.day:
        return Judgement(relation=ClaimRelation.UPDATE, reason=f"{both}, {dates}: the number has gone down since.")
    if not grew and pair.relation != Relation.BOUNDS and (said & _REVISING) and (running or former):
        return Judgement(
            relation=ClaimRelation.UPDATE,
            remark=PairRemark.REVISED_DOWN,
            reason=f"{both}, {dates}: the later report revises the figure down.",
        )
    if former and said & (_GROWING | _REVISING) and not rounded:
        return Judgement(
            relation=ClaimRelation.UPDATE, reason=f"{both}, {dates}: the later report says what it was before."
        )
    return None


def _part_of(a: Profile, b: Profile, pair: Aligned) -> bool:
    """Whether one figure may be that of a part: far smaller, and of a place that the other claim does not name."""
    small, large = sorted((abs(_value(pair.a.figure)), abs(_value(pair.b.figure))))
    return bool(small) and large / small >= APART and bool(a.places) != bool(b.places)


def _times(a: Profile, b: Profile) -> Judgement | None:
    """Two times or days of one thing, where there is nothing else to set against each other."""
    for kind in (FigureKind.TIME, FigureKind.DATE):
        x = [one.figure for one in a.figures if one.figure.kind == kind and one.figure.low]
        y = [one.figure for one in b.figures if one.figure.kind == kind and one.figure.low]
        if len(x) != 1 or len(y) != 1 or a.negations % 2 != b.negations % 2:
            continue
        both = f"{_told(a, x[0])} and {_told(b, y[0])}"
        found = how(x[0], y[0])
        if found == Relation.EQUAL:
            return Judgement(relation=ClaimRelation.SAME, reason=f"{both} name the same time.")
        if found in COMPATIBLE or (kind == FigureKind.TIME and _minutes(x[0], y[0]) <= CLOSE):
            return Judgement(relation=ClaimRelation.COMPATIBLE, reason=f"{both}: both can hold.")
        return Judgement(relation=ClaimRelation.CONTRADICTION, reason=f"{both}: it was at one of these times only.")
    return None


def _minutes(a: Figure, b: Figure) -> float:
    x, y = (time.fromisoformat(one.low or "00:00") for one in (a, b))
    return abs((x.hour - y.hour) * 60 + x.minute - y.minute)


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
    return Judgement(relation=ClaimRelation.SAME, reason=f"{who(a)} and {who(b)} say the same.")
