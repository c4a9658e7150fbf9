"""Forming groups anew: only those that something has changed for, and always as if all were formed at once.

What hangs together - by links, by people's decisions, by the groups that stand - is taken together; the rest of
the file cannot matter to it.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence

from claims import ids
from claims.compare.candidates import Matter
from claims.compare.grouping import ENOUGH
from claims.compare.grouping import groups as formed
from claims.compare.profile import Profile, profile
from claims.models import Flag, Group, Pair, Value
from claims.store import Store, articles, claims, comparing, groups, lookup, pairs, parts
from claims.store.clock import now
from claims.vocabulary import ClaimRelation, PairDecision, Status
from claims.wording.words import day

AT_ONCE = 200
"""Claims whose groups are formed in one transaction, with all that hangs together with them."""
PAUSE = 0.002
"""Seconds between two transactions, so that reviewers get their turn."""

CONTRADICTION = "contradiction"
"""The kind of flag that a new contradiction raises on a verified claim."""


class Gathered(Value):
    """Claims that hang together, and the groups that they form."""

    keys: frozenset[int]
    groups: tuple[Group, ...]


def gather(store: Store, seeds: Iterable[int]) -> Gathered:
    """Form the groups of these claims and of all that hang together with them; nothing is written."""
    keys = _hanging_together(store, set(seeds))
    names = comparing.ids(store, keys)
    found = known(store, keys)
    said = pairs.decisions(store, names)
    for id in {id for pair in said for id in pair}:
        # People may speak of a claim before it is compared.
        if id in names and names[id] not in found and comparing.is_live(store, id):
            found[names[id]] = read(store, id)
    back = {pk: id for id, pk in names.items()}
    links = [
        (back[one], back[other], strength)
        for one, other, strength in comparing.links(store, keys)
        if one in found and other in found
    ]
    return Gathered(keys=frozenset(keys), groups=tuple(formed(list(found.values()), links, said)))


def known(store: Store, wanted: Iterable[int]) -> dict[int, Profile]:
    """The profiles of claims that have been compared, by key."""
    rows = comparing.profiles(store, set(wanted))
    about = {
        article: Matter.model_validate_json(text)
        for article, text in comparing.matters(store, {row.article for row in rows}).items()
    }
    return {
        row.pk: Profile.model_validate_json(row.profile).model_copy(update=about[row.article].__dict__) for row in rows
    }


def read(store: Store, claim: str) -> Profile:
    """What comparing knows of a claim as it now is."""
    record = claims.record(store, claim)
    article = articles.get(store, record.article_id)
    return profile(record, article.as_of(record.revision), articles.added_at(store, article.id))


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


_JOINING = {PairDecision.SAME, PairDecision.CONTRADICTS, PairDecision.TOGETHER}


def _hanging_together(store: Store, seeds: set[int]) -> set[int]:
    known: set[int] = set()
    fresh = seeds
    while fresh:
        known |= fresh
        # Where no single link reaches the mean that joins two groups, their mean cannot.
        reached = {key for one, other, _ in comparing.links(store, fresh, least=ENOUGH) for key in (one, other)}
        reached |= groups.beside(store, fresh)
        said = pairs.decisions(store, comparing.ids(store, fresh))
        joined = {id for pair, words in said.items() if _JOINING & {w.decision for w in words} for id in pair}
        reached |= set(comparing.keys(store, joined).values())
        fresh = reached - known
    return known


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
