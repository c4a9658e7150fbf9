"""Groups: claims about the same thing, gathered around the earliest, with people's decisions above the machine's.

Two gatherings become one while their claims are, on the average of all pairs, surely enough about the same thing. Not
whatever hangs together: that A is like B and B like C does not make A and C the same thing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations
from typing import NamedTuple

from claims import ids
from claims.compare.profile import Profile
from claims.compare.relating import related
from claims.models import MACHINE, Decided, Group, Pair
from claims.vocabulary import ClaimRelation, PairDecision

Two = tuple[str, str]
"""The ids of two claims, sorted."""
Link = tuple[str, str, float]
"""Two claims and how surely they are about the same thing."""
Decisions = Mapping[Two, Sequence[Decided]]
"""What people said about two claims and have not taken back: the newest of each actor, oldest first."""

TOGETHER = frozenset({PairDecision.SAME, PairDecision.CONTRADICTS, PairDecision.TOGETHER})
"""Decisions by which two claims stand in one group."""
RELATIONS = {PairDecision.SAME: ClaimRelation.SAME, PairDecision.CONTRADICTS: ClaimRelation.CONTRADICTION}


def two(a: str, b: str) -> Two:
    """The key of a pair, whichever claim comes first."""
    return (a, b) if a <= b else (b, a)


def grouped(decided: Iterable[Decided]) -> bool | None:
    """Whether people want two claims in one group; nothing where none said so or they disagree."""
    wishes = {one.decision in TOGETHER for one in decided}
    return wishes.pop() if len(wishes) == 1 else None


def relation_by(decided: Sequence[Decided]) -> ClaimRelation | None:
    """The relation that people agree on; nothing where none gave one or they disagree."""
    if not grouped(decided):
        return None
    given = {RELATIONS[one.decision] for one in decided if one.decision in RELATIONS}
    return given.pop() if len(given) == 1 else None


def disagree(decided: Sequence[Decided]) -> bool:
    """Whether people contradict each other about two claims: in one group or not, the same or not."""
    return bool(decided) and (
        grouped(decided) is None or len({one.decision for one in decided if one.decision in RELATIONS}) > 1
    )


ENOUGH = 0.35
"""The mean strength of the links between two gatherings from which on they are one.

Groups that were formed with another stand beside what changes: whoever changes this raises ``profile.RECIPE``."""


class Placed(NamedTuple):
    """All that gathering asks of a claim itself."""

    claim: str
    article: Hashable
    """Where it stands: claims of one article are brought together by those of others only."""
    order: tuple[str | int, ...]
    """What it comes after."""


def groups(profiles: Sequence[Profile], links: Iterable[Link], decisions: Decisions | None = None) -> list[Group]:
    """The groups of two claims and more, by their earliest claims."""
    by_id = {one.claim: one for one in profiles}
    placed = [Placed(one.claim, one.article, one.order) for one in profiles]
    return [
        group([by_id[claim] for claim in members], decisions or {})
        for members in gatherings(placed, links, decisions or {})
    ]


def gatherings(claims: Iterable[Placed], links: Iterable[Link], decisions: Decisions) -> list[tuple[str, ...]]:
    """Which claims form the groups of two and more, each in order, by their earliest claims.

    1. What people want together is one block, unless somebody wants two claims of it apart.
    2. Of all blocks, the two with the strongest links become one, until no two are linked strongly enough; claims that
       people want apart never come into one.

    What a group is depends on the claims that are linked to it, directly or by others, and on no other. Nor does a step
    look at more than the two that become one: the claims of some groups form the same groups where all others are
    left out. And a mean is never above its strongest link: no fainter one than ENOUGH brings two claims together.
    """
    by_id = {one.claim: one for one in claims}
    wishes = {pair: grouped(said) for pair, said in decisions.items() if pair[0] in by_id and pair[1] in by_id}
    apart = {pair for pair, wish in wishes.items() if wish is False}
    strengths: dict[Two, float] = {}
    for a, b, strength in links:
        # Within one article claims are brought together by those of others.
        if a in by_id and b in by_id and by_id[a].article != by_id[b].article:
            strengths[two(a, b)] = max(strength, strengths.get(two(a, b), 0.0))
    order = sorted(by_id, key=lambda claim: (by_id[claim].order, claim))
    place = {claim: at for at, claim in enumerate(order)}
    blocks = _blocks(order, [pair for pair, wish in wishes.items() if wish], apart)
    gathered = _gathered(blocks, strengths, {claim: one.article for claim, one in by_id.items()}, apart)
    return [
        tuple(sorted(block, key=place.__getitem__))
        for block in sorted(gathered, key=lambda block: min(place[claim] for claim in block))
        if len(block) > 1
    ]


def _gathered(
    blocks: list[list[str]], strengths: Mapping[Two, float], article: Mapping[str, Hashable], apart: set[Two]
) -> list[list[str]]:
    """Blocks joined two by two, the strongest first; of equals the two that come first."""
    members = dict(enumerate(blocks))
    at = {claim: number for number, block in members.items() for claim in block}
    stands = {number: Counter(article[claim] for claim in block) for number, block in members.items()}
    totals: dict[int, dict[int, float]] = {number: {} for number in members}
    for (a, b), strength in sorted(strengths.items()):
        x, y = at[a], at[b]
        if x != y:
            totals[x][y] = totals[y][x] = totals[x].get(y, 0.0) + strength

    def mean(one: int, other: int) -> float:
        x, y = stands[one], stands[other]
        pairs = x.total() * y.total() - sum(number * y[where] for where, number in x.items())
        return totals[one][other] / pairs if pairs else 0.0

    heap = [(-mean(one, other), one, other) for one in totals for other in totals[one] if one < other]
    heapify(heap)
    while heap:
        negative, one, other = heappop(heap)
        if -negative < ENOUGH:
            break
        # What was put down before one of the two grew, or became part of another, is out of date.
        if one not in members or other not in members or abs(mean(one, other) + negative) > EXACT:
            continue
        if _parted(members[one], members[other], apart):
            continue
        members[one] = [*members[one], *members.pop(other)]
        stands[one].update(stands.pop(other))
        for rest, total in sorted(totals.pop(other).items()):
            del totals[rest][other]
            if rest != one:
                totals[one][rest] = totals[rest][one] = totals[one].get(rest, 0.0) + total
        for rest in totals[one]:
            heappush(heap, (-mean(one, rest), min(one, rest), max(one, rest)))
    return list(members.values())


EXACT = 1e-12
"""Means are sums in another order where they were put down earlier."""


def _blocks(order: Sequence[str], wanted: Sequence[Two], apart: set[Two]) -> list[list[str]]:
    """Claims that people want together, each block in order, blocks by their earliest claim."""
    place = {claim: at for at, claim in enumerate(order)}
    block_of = {claim: [claim] for claim in order}
    for a, b in sorted(wanted, key=lambda pair: sorted((place[pair[0]], place[pair[1]]))):
        one, other = block_of[a], block_of[b]
        if one is other or _parted(one, other, apart):
            continue
        one.extend(other)
        for claim in other:
            block_of[claim] = one
    seen: set[int] = set()
    blocks = []
    for claim in order:
        block = block_of[claim]
        if id(block) not in seen:
            seen.add(id(block))
            blocks.append(sorted(block, key=place.__getitem__))
    return blocks


def _parted(some: Iterable[str], others: Sequence[str], apart: set[Two]) -> bool:
    return any(two(a, b) in apart for a in some for b in others)


def group(members: Sequence[Profile], decisions: Decisions) -> Group:
    """The group of these claims, the earliest first: every two that stand in different articles get their relation."""
    return Group(
        id=ids.group_id(members[0].claim),
        about=members[0].words,
        claims=tuple(one.claim for one in members),
        pairs=tuple(
            _pair(a, b, tuple(decisions.get(two(a.claim, b.claim), ())))
            for a, b in combinations(members, 2)
            if a.article != b.article
        ),
    )


def _pair(a: Profile, b: Profile, decided: tuple[Decided, ...]) -> Pair:
    judged = related(a, b)
    ruled = relation_by(decided)
    if ruled is None:
        return Pair(
            a=a.claim, b=b.claim, relation=judged.relation, remark=judged.remark, reason=judged.reason,
            decisions=decided,
        )  # fmt: skip
    actors = [one.actor for one in decided if RELATIONS.get(one.decision) == ruled]
    names = ", ".join(dict.fromkeys(actors))
    given = next((one.reason for one in reversed(decided) if one.reason and one.actor in actors), None)
    said = f"{names} decided that they {'are the same' if ruled == ClaimRelation.SAME else 'contradict each other'}"
    return Pair(
        a=a.claim,
        b=b.claim,
        relation=ruled,
        remark=judged.remark if judged.relation == ruled else None,
        reason=f"{said}: {given}" if given else f"{said}.",
        decided_by=names or MACHINE,
        decisions=decided,
    )
