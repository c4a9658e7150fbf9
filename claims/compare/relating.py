"""How two claims about the same thing relate, and why, in one sentence."""

from __future__ import annotations

from datetime import date, time

from claims.compare import units
from claims.compare.clashing import LIKELY, clash, vague_beside_figure
from claims.compare.concepts import concept
from claims.compare.figures import COMPATIBLE, Relation, how
from claims.compare.kinship import SINGLED, Aligned, aligned, comparable, overlap, quoted_alike, speakers_shared
from claims.compare.measures import RUNNING, SINKING
from claims.compare.polarity import again, ahead, not_yet, opposed, turned
from claims.compare.profile import Profile
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
"""A figure that is so many times another may be that of the whole, or of a longer time, where words point to it."""
ROUNDED = 0.05
"""A number that says nothing of being rough is no rounding of one that is by more than this share away."""
ALIKE = 0.35
"""Claims without figures that share so much of their words say the same, if nothing turns one of them round."""


def related(a: Profile, b: Profile) -> Judgement:
    """How two claims about the same thing relate; the same whichever is given first."""
    first, second = _in_order(a, b)
    return _by_rules(first, second) or _by_evidence(first, second)


def left_open(a: Profile, b: Profile) -> bool:
    """Whether no figure and no rule says how two claims relate, so that the evidence of ``clashing`` decides."""
    return not vague_beside_figure(a, b) and _by_rules(*_in_order(a, b)) is None


def _in_order(a: Profile, b: Profile) -> tuple[Profile, Profile]:
    return (a, b) if a.order <= b.order else (b, a)


def _by_rules(a: Profile, b: Profile) -> Judgement | None:
    if quoted_alike(a, b) >= QUOTED:
        return _quotations(a, b)
    pairs = [pair for pair in aligned(a, b) if pair.strength >= SURE or _single(a, b, pair)]
    if pairs:
        return _figures(a, b, pairs)
    return _times(a, b) or _propositions(a, b)


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
    Relation.REMAINDER: "one is what the other leaves of the whole",
    Relation.INCOMPARABLE: "they are told in units that nothing here converts",
}


def _figure(a: Profile, b: Profile, pair: Aligned) -> Judgement:
    x, y = pair.a.figure, pair.b.figure
    both = f"{_told(a, x)} and {_told(b, y)}"
    kind = _amounts(pair)
    if kind == Relation.UNIT_SLIP:
        return Judgement(
            relation=ClaimRelation.CONTRADICTION,
            remark=PairRemark.UNIT_SLIP,
            reason=f"{both} have the same number with different units: perhaps a unit slip.",
        )
    if kind == Relation.EQUAL and pair.a.denied != pair.b.denied:
        return Judgement(
            relation=ClaimRelation.CONTRADICTION, reason=f"{both}: one names the figure that the other rejects."
        )
    if kind == Relation.EQUAL and _opposed(a, b):
        return _denial(a, b)
    if kind == Relation.EQUAL:
        return Judgement(relation=ClaimRelation.SAME, reason=f"{both} give the same figure.")
    if _scopes_part(a, b, pair, kind):
        return Judgement(
            relation=ClaimRelation.DIFFERENT_SCOPE,
            reason=f"{both} speak of different periods, parts or additions, so the figures need not agree.",
        )
    carried = _carried_on(a, b, pair, both)
    if carried is not None:
        return carried
    rounds = kind in (Relation.ROUNDING, Relation.TRUNCATION)
    if rounds and x.modifier is None and y.modifier is None and _times_more(x, y) > 1 + ROUNDED:
        kind = Relation.DISJOINT  # 2.75 and 3: who gives a price does not round so far.
    if kind == Relation.BOUNDS and x.modifier is None and y.modifier is None and x.kind != FigureKind.DATE:
        kind = Relation.DISJOINT  # 11 and 12: what either is rounded from may touch, but neither says "about".
    if kind in COMPATIBLE or kind in (Relation.INCOMPARABLE, Relation.REMAINDER):
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
            reason=f"{both}: one of them speaks of a wider area, so one may be part of the other.",
        )
    return Judgement(relation=ClaimRelation.CONTRADICTION, reason=f"{both}: both cannot hold.")


_REVISING = listed("""
    revise revised revising lower lowered lowers correct corrected reduced twice ruled leaving
    """)
_GROWN = listed("grown risen brings raised still")
"""With these a later report carries any figure on."""
_GROWING = listed("""
    rise rises risen rose climb climbs climbed grown grew increase increased increases reached reaches now total more
    """)


def _carried_on(a: Profile, b: Profile, pair: Aligned, both: str) -> Judgement | None:
    """Whether the later report carries the figure of the earlier one on, or takes it back."""
    x, y = pair.a.figure, pair.b.figure
    later = a.published is not None and b.published is not None and a.order[0] < b.order[0]
    former = [one for one in b.figures if one.figure is not y and how(one.figure, x) in COMPATIBLE]
    if not later or _value(x) == _value(y):
        return None
    said = {one.lower for one in tokens(b.words)}
    measures = {pair.a.measure, pair.b.measure} - {None}
    grew = _value(y) > _value(x)
    dates = " and ".join(when(a, b))
    rounded = pair.relation in (Relation.ROUNDING, Relation.TRUNCATION, Relation.OTHER_UNIT)
    counted = "loss" in measures and x.kind == FigureKind.COUNT  # "34 buildings lost"
    running = bool(measures & RUNNING or counted) and not rounded
    if any(one.denied for one in former) and not running:
        return None
    if grew and not rounded and a.day != b.day and (said & _GROWN or "up from" in b.words):
        running = True
    if grew and running and (a.day != b.day or said & _GROWING or pair.relation == Relation.DISJOINT):
        return Judgement(
            relation=ClaimRelation.UPDATE, reason=f"{both}, {dates}: the later report carries the figure on."
        )
    if not grew and running and measures & SINKING and a.day != b.day:
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
    """Whether one figure may be that of a part: far smaller, and of a claim that does not reach as wide."""
    wide = [bool(one.reach) or any(word.lower == "across" for word in tokens(one.words)) for one in (a, b)]
    return wide[0] != wide[1] and _times_more(pair.a.figure, pair.b.figure) >= APART


def _times(a: Profile, b: Profile) -> Judgement | None:
    """Two times or days of one thing, where there is nothing else to set against each other."""
    for kind in (FigureKind.TIME, FigureKind.DATE):
        x = [one.figure for one in a.figures if one.figure.kind == kind and one.figure.low]
        y = [one.figure for one in b.figures if one.figure.kind == kind and one.figure.low]
        if len(x) != 1 or len(y) != 1 or a.negations % 2 != b.negations % 2:
            continue
        both = f"{_told(a, x[0])} and {_told(b, y[0])}"
        found = how(x[0], y[0])
        if found == Relation.EQUAL and _opposed(a, b):
            return _denial(a, b)
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


def _times_more(a: Figure, b: Figure) -> float:
    """How many times the smaller of two figures the larger is; 0 where one of them is nothing."""
    small, large = sorted((abs(_size(a)), abs(_size(b))))
    return large / small if small else 0.0


def _size(figure: Figure) -> float:
    """The value in the first unit of its kind, and a share in per cent, so that two of them can be set side by side."""
    measured = units.measure(figure.unit) if figure.kind in (FigureKind.QUANTITY, FigureKind.DURATION) else None
    factor = float(measured[1]) if measured else 100.0 if figure.kind == FigureKind.RATIO else 1.0
    return _value(figure) * factor


def _amounts(pair: Aligned) -> Relation:
    """How two figures stand to each other, where need be without what one of them is told for each of."""
    x, y = pair.a.figure, pair.b.figure
    shares = {x.kind, y.kind} <= {FigureKind.RATIO, FigureKind.PERCENT} and pair.relation == Relation.DISJOINT
    if shares and x.modifier is None and y.modifier is None and abs(_size(x) + _size(y) - 100) <= 1:
        return Relation.REMAINDER
    if (x.kind == FigureKind.RATE) == (y.kind == FigureKind.RATE):
        return pair.relation
    rate, amount = (x, y) if x.kind == FigureKind.RATE else (y, x)
    unit = (rate.unit or "").partition("/")[0]
    plain = rate.model_copy(update={"kind": amount.kind, "unit": None if unit == "1" else unit})
    return how(plain, amount)


def _scopes_part(a: Profile, b: Profile, pair: Aligned, kind: Relation) -> bool:
    """Whether the figures are told over different periods or of a part and the whole."""
    some, others = set(pair.a.scope), set(pair.b.scope)
    far = _times_more(pair.a.figure, pair.b.figure) >= APART
    if some != others and (far or (some and others)) and kind not in COMPATIBLE:
        return True
    lengths = [
        [one.figure for one in profile.figures if one.figure.kind == FigureKind.DURATION and one is not own]
        for profile, own in ((a, pair.a), (b, pair.b))
    ]
    if kind in COMPATIBLE or not lengths[0] or not lengths[1]:
        return False
    return all(how(x, y) == Relation.DISJOINT for x in lengths[0] for y in lengths[1])


def _opposed(a: Profile, b: Profile) -> bool | None:
    return opposed(a.words, b.words, turned(a.words, a.negations), turned(b.words, b.negations))


def _denial(a: Profile, b: Profile) -> Judgement:
    return Judgement(
        relation=ClaimRelation.CONTRADICTION,
        reason=f"{who(a)} has “{a.words}”, {who(b)} has “{b.words}”: one says what the other denies or excludes.",
    )


def _propositions(a: Profile, b: Profile) -> Judgement | None:
    later = a.day is not None and b.day is not None and a.day < b.day
    if later and ((again(b.words) and a.present) or ahead(a.words, b.words) or not_yet(a.words, b.words)):
        return Judgement(
            relation=ClaimRelation.UPDATE,
            reason=f"{who(a)} has “{a.words}”, {who(b)} has “{b.words}”, {' and '.join(when(a, b))}: "
            "the later report says what has become of it.",
        )
    verdict = _opposed(a, b)
    if verdict or (a.negations % 2 != b.negations % 2 and (verdict is None or _likeness(a, b) >= ALIKE)):
        return _denial(a, b)
    return None


def _by_evidence(a: Profile, b: Profile) -> Judgement:
    chance, why = clash(a, b)
    if chance >= LIKELY and not vague_beside_figure(a, b):
        return Judgement(
            relation=ClaimRelation.CONTRADICTION,
            reason=f"{who(a)} has “{a.words}”, {who(b)} has “{b.words}”: {why}.",
        )
    if _likeness(a, b) >= ALIKE:
        return Judgement(relation=ClaimRelation.SAME, reason=f"{who(a)} and {who(b)} say the same.")
    return Judgement(
        relation=ClaimRelation.COMPATIBLE,
        reason=f"{who(a)} and {who(b)} tell it in different words, and nothing in them rules the other out.",
    )


def _likeness(a: Profile, b: Profile) -> float:
    return overlap(tuple(map(concept, a.stems)), tuple(map(concept, b.stems)))
