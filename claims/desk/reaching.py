"""How far a change reaches: which claims form other groups than before because of it.

Two things bound it. A step of gathering looks at nothing but the two that become one, so groups that nothing has
happened to form themselves again, with the rest of the file or without it. And no mean is above its strongest link, so
what a change can take from other groups is linked to it by at least ``ENOUGH``. Hence:

1. Claims that something has happened to move, with all that share a group with them or that people put with them.
2. The groups that these are linked to stand around them. All of them are formed together.
3. Where a group around them does not come out as it was, its claims move too, and all is formed again from 2.

When nothing more moves, all is as if every group of the file had been formed at once. What happens among the groups
around and whatever stands behind them happened alike when those were formed; what happens among the groups around and
the claims that move has been seen here; and nothing joins the claims that move to what stands behind.

Claims that wait themselves stand around nobody, nor do their groups: when their turn comes, they meet what is there.

Only keys, links, places in time and people's decisions are read, no profile.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from claims.compare.grouping import ENOUGH, EXACT, Placed, gatherings
from claims.desk.profiles import read
from claims.store import Store, comparing, groups, lookup, pairs
from claims.vocabulary import PairDecision

Gathering = tuple[int, ...]
"""The keys of claims that form a group, the earliest first."""


class Reach(NamedTuple):
    """The claims whose groups are others now, or are to be looked at again, and the groups that they form."""

    keys: frozenset[int]
    gatherings: tuple[Gathering, ...]


def reach(store: Store, seeds: Iterable[int]) -> Reach:
    """What has to be written when something has happened to these claims.

    A group that holds one of them is part of it, whether or not it holds the same claims as before.
    """
    touched = frozenset(seeds)
    moving = _closed(store, touched)
    while True:
        around = _around(store, moving)
        formed = {frozenset(one): one for one in _formed(store, moving | around.keys())}
        before = _parties(around)
        broken = {claim for one in before ^ formed.keys() for claim in one} - moving
        if not broken:
            break
        moving |= _closed(store, broken)
    same = {one for one in _parties(groups.beside(store, moving)) & formed.keys() if not one & touched}
    keys = moving.difference(*same)
    return Reach(frozenset(keys), tuple(one for members, one in formed.items() if members <= keys))


def hanging_together(store: Store, seeds: Iterable[int]) -> Reach:
    """Everything that these claims hang together with by links, decisions and groups, and the groups that it forms.

    Nothing is taken from what has been formed before: so that can be checked.
    """
    keys = _closed(store, seeds, linked=True)
    return Reach(frozenset(keys), tuple(_formed(store, keys)))


_JOINING = {PairDecision.SAME, PairDecision.CONTRADICTS, PairDecision.TOGETHER}
# Means are sums of floats: what is a hair fainter may come out as enough.
_LEAST = ENOUGH - EXACT


def _closed(store: Store, claims: Iterable[int], *, linked: bool = False) -> set[int]:
    """These claims with all that shares a group with them or that people put with them, and so on."""
    found, fresh = set[int](), set(claims)
    while fresh:
        found |= fresh
        reached = set(groups.beside(store, fresh))
        said = pairs.decisions(store, comparing.ids(store, fresh))
        joined = {id for pair, words in said.items() if _JOINING & {w.decision for w in words} for id in pair}
        reached.update(comparing.keys(store, joined).values())
        if linked:
            reached |= comparing.linked(store, fresh, least=_LEAST)
        fresh = reached - found
    return found


def _around(store: Store, moving: set[int]) -> dict[int, int | None]:
    """The claims of the groups that these are linked to, each with its group; save those that wait themselves."""
    near = comparing.linked(store, moving, least=_LEAST) - moving
    around: dict[int, int | None] = dict.fromkeys(near) | groups.beside(store, near)
    waiting = comparing.ungrouped_of(store, around)
    parties = {around[claim] for claim in waiting} - {None}
    return {claim: party for claim, party in around.items() if claim not in waiting and party not in parties}


def _parties(around: dict[int, int] | dict[int, int | None]) -> set[frozenset[int]]:
    parties = defaultdict[int, set[int]](set)
    for claim, party in around.items():
        if party is not None:
            parties[party].add(claim)
    return {frozenset(members) for members in parties.values()}


def _formed(store: Store, keys: set[int]) -> list[Gathering]:
    """The groups that these claims form by themselves."""
    names = comparing.ids(store, keys)
    said = pairs.decisions(store, names)
    placed = {
        key: Placed(id, article, tuple(json.loads(order))) for key, id, article, order in comparing.places(store, keys)
    }
    for id in sorted({id for pair in said for id in pair}):
        # People may speak of a claim before it is compared.
        if id in names and names[id] not in placed and comparing.is_live(store, id):
            one = read(store, id)
            placed[names[id]] = Placed(id, lookup.key(store, "articles", one.article), one.order)
    links = (
        (placed[one].claim, placed[other].claim, strength) for one, other, strength in comparing.links(store, placed)
    )
    return [tuple(names[id] for id in members) for members in gatherings(placed.values(), links, said)]
