"""Groups: claims about the same thing as stars around the earliest, with people's decisions above the machine's.

A star, not whatever hangs together: that A is like B and B like C does not make A and C the same thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

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


def groups(profiles: Sequence[Profile], links: Iterable[Link], decisions: Decisions | None = None) -> list[Group]:
    """The groups of two claims and more, by their earliest claims.

    1. What people want together is one block, unless somebody wants two claims of it apart.
    2. Blocks come in order, each to the head that its claims are linked to most strongly (of equals, the earliest);
       one that is linked to none, or whose group holds a claim that people want apart from it, is a head itself.
    3. Every two claims of a group that stand in different articles get their relation.
    """
    by_id = {one.claim: one for one in profiles}
    known = {pair: tuple(said) for pair, said in (decisions or {}).items() if pair[0] in by_id and pair[1] in by_id}
    wishes = {pair: grouped(said) for pair, said in known.items()}
    apart = {pair for pair, wish in wishes.items() if wish is False}
    strengths: dict[Two, float] = {}
    for a, b, strength in links:
        if a in by_id and b in by_id and a != b:
            strengths[two(a, b)] = max(strength, strengths.get(two(a, b), 0.0))
    order = sorted(by_id, key=lambda claim: (by_id[claim].order, claim))
    blocks = _blocks(order, [pair for pair, wish in wishes.items() if wish], apart)
    stars: list[list[str]] = []
    linked: dict[str, dict[str, float]] = {}
    for (a, b), strength in strengths.items():
        linked.setdefault(a, {})[b] = strength
        linked.setdefault(b, {})[a] = strength
    star_of: dict[str, int] = {}
    for block in blocks:
        best: tuple[float, int] | None = None
        reached: dict[int, float] = {}
        for claim in block:
            for other, strength in linked.get(claim, {}).items():
                at = star_of.get(other)
                if at is not None and stars[at][0] == other:
                    reached[at] = max(strength, reached.get(at, 0.0))
        for at, strength in reached.items():
            if (best is None or (-strength, at) < best) and not _parted(block, stars[at], apart):
                best = (-strength, at)
        if best is None:
            stars.append(list(block))
            star_of[block[0]] = len(stars) - 1
        else:
            stars[best[1]].extend(block)
    place = {claim: at for at, claim in enumerate(order)}
    return [
        _group([by_id[claim] for claim in sorted(star, key=place.__getitem__)], known)
        for star in sorted(stars, key=lambda star: min(place[claim] for claim in star))
        if len(star) > 1
    ]


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


def _group(members: Sequence[Profile], decisions: Mapping[Two, tuple[Decided, ...]]) -> Group:
    return Group(
        id=ids.group_id(members[0].claim),
        about=members[0].words,
        claims=tuple(one.claim for one in members),
        pairs=tuple(
            _pair(a, b, decisions.get(two(a.claim, b.claim), ()))
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
