"""Forming groups anew: only those that something has changed for, and always as if all were formed at once.

``reaching`` says which these are. Profiles are read for them alone: a group that keeps its claims, of which none was
read anew and nobody said anything new, keeps its relations as they stand.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence

from claims import ids
from claims.compare.grouping import group
from claims.desk.profiles import known, read
from claims.desk.reaching import Gathering, Reach, hanging_together, reach
from claims.models import Flag, Group, Pair, Value
from claims.store import Store, claims, comparing, groups, lookup, pairs, parts
from claims.store.clock import now
from claims.vocabulary import ClaimRelation, Status
from claims.wording.words import day

AT_ONCE = 200
"""Claims whose groups are formed in one transaction, with the groups that this changes."""
READ_AT_ONCE = 500
"""Groups whose profiles are in memory together."""
PAUSE = 0.002
"""Seconds between two transactions, so that reviewers get their turn."""

CONTRADICTION = "contradiction"
"""The kind of flag that a new contradiction raises on a verified claim."""


class Gathered(Value):
    """Claims, and the groups that they form: every group that holds one of them, now or before, is among these."""

    keys: frozenset[int]
    groups: tuple[Group, ...]


def gather(store: Store, seeds: Iterable[int]) -> Gathered:
    """Form the groups of these claims, and all that this changes; nothing is written."""
    return _related(store, reach(store, seeds))


def gather_all(store: Store, seeds: Iterable[int]) -> Gathered:
    """Form the groups of all that hangs together with these claims, as if none had been formed before."""
    return _related(store, hanging_together(store, seeds))


def _related(store: Store, reached: Reach) -> Gathered:
    formed = reached.gatherings
    some = (formed[start : start + READ_AT_ONCE] for start in range(0, len(formed), READ_AT_ONCE))
    return Gathered(keys=reached.keys, groups=tuple(one for part in some for one in _groups(store, part)))


def _groups(store: Store, gatherings: Sequence[Gathering]) -> Iterator[Group]:
    names = comparing.ids(store, {key for members in gatherings for key in members})
    said, profiles = pairs.decisions(store, names), known(store, names.values())
    profiles |= {key: read(store, id) for id, key in names.items() if key not in profiles}
    return (group([profiles[key] for key in members], said) for members in gatherings)


def keep(store: Store, gathered: Gathered) -> list[str]:
    """Write groups that were formed, inside an act; the ids of those that are new or changed.

    A contradiction that a verified claim has got into raises a flag on it, once for each other claim.
    """
    comparing.take_turn(store)
    changed = groups.replace(store, gathered.keys, gathered.groups)
    comparing.grouped(store, gathered.keys)
    _flag(store, [group for group in gathered.groups if group.id in set(changed)])
    return changed


def regroup(store: Store, seeds: Iterable[int]) -> list[str]:
    """Form and write the groups around these claims, inside an act."""
    return keep(store, gather(store, seeds))


def catch_up(store: Store) -> int:
    """Form every group that waits to be formed anew, a few at a time; how many are new or changed."""
    changed = 0
    while True:
        with store.reading():
            turn = comparing.turn(store)
            waiting = comparing.ungrouped(store, limit=AT_ONCE)
            if not waiting:
                return changed
            gathered = gather(store, waiting)
        with store.act():
            # Somebody else compared or decided meanwhile: what was read may not hold any more.
            if comparing.turn(store) == turn:
                changed += len(keep(store, gathered))
        time.sleep(PAUSE)


def _flag(store: Store, found: Sequence[Group]) -> None:
    against = [pair for group in found for pair in group.pairs if pair.relation == ClaimRelation.CONTRADICTION]
    verified = claims.with_status(store, {id for pair in against for id in (pair.a, pair.b)}, Status.VERIFIED)
    for pair in against:
        for id, other in ((pair.a, pair.b), (pair.b, pair.a)):
            if id in verified:
                parts.raise_flag(store, lookup.key(store, "claims", id), _contradicted(store, id, other, pair))


def _contradicted(store: Store, id: str, other: str, pair: Pair) -> Flag:
    source = claims.record(store, other).source
    where = ", ".join(part for part in (source.publisher, day(source.published)) if part) or "another article"
    return Flag(
        id=ids.digest(["flag/1", CONTRADICTION, id, other])[: ids.ID_LENGTH],
        claim_id=id,
        kind=CONTRADICTION,
        reason=f"Contradicted in {where}: {pair.reason}",
        raised_at=now(),
    )
