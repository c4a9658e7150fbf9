"""What people decide about claims that may be about the same thing: by pairs, and by groups as many pairs at once.

Every decision is about two claims, in the name of one person, and stands in every later run until that person or
somebody with a reason takes it back. Where two people disagree both stand, and the machine's reading is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, product

from claims.compare.grouping import TOGETHER
from claims.desk.acts import storable
from claims.desk.gathering import regroup
from claims.errors import InputError, NotAllowedNow, Refused, RefusedByFile
from claims.store import Store, comparing, events, groups, lookup, pairs
from claims.store.events import Act
from claims.store.groups import GroupRecord
from claims.vocabulary import Action, PairDecision

_Said = tuple[str, str, PairDecision]


def decide_pair(
    store: Store, by: Act, one: str, other: str, decision: PairDecision, *, reason: str | None = None
) -> list[GroupRecord]:
    """Say how two claims, by id, relate; the groups that they are in then, which may be none.

    A decision that stands already is no event. Raises Refused for one claim named twice, or one that is not compared.
    """
    with store.act():
        return _say(store, by, [(one, other, decision)], reason)


def confirm_group(
    store: Store, by: Act, group: str, *, seen: Sequence[str] | None = None, reason: str | None = None
) -> list[GroupRecord]:
    """Say that all claims of a group, by id, belong together; how they relate is left to the machine.

    Like every act upon a group it raises NotAllowedNow where the group does not hold the claims that were ``seen``.
    """
    with store.act():
        head, *rest = _members(store, group, seen)
        return _say(store, by, [(head, claim, PairDecision.TOGETHER) for claim in rest], reason)


def reject_group(
    store: Store, by: Act, group: str, *, seen: Sequence[str] | None = None, reason: str | None = None
) -> list[GroupRecord]:
    """Say that no two claims of a group are about the same thing."""
    with store.act():
        members = _members(store, group, seen)
        return _say(store, by, [(a, b, PairDecision.DIFFERENT) for a, b in combinations(members, 2)], reason)


def merge_groups(
    store: Store, by: Act, one: str, others: Sequence[str], *, reason: str | None = None
) -> list[GroupRecord]:
    """Say that the claims of several groups, by id, are all about the same thing."""
    with store.act():
        whole = _members(store, one)
        said: list[_Said] = []
        for other in others:
            if other == one:
                raise Refused(f"Group {one} cannot be merged with itself.", hint="Name two groups")
            part = _members(store, other)
            said += [(whole[0], claim, PairDecision.TOGETHER) for claim in part]
            said += _taken_back(store, by, whole, part)
            whole += part
        return _say(store, by, said, reason)


def split_group(
    store: Store,
    by: Act,
    group: str,
    claims: Sequence[str],
    *,
    seen: Sequence[str] | None = None,
    reason: str | None = None,
) -> list[GroupRecord]:
    """Say that these claims of a group are about something else than the rest of it."""
    with store.act():
        out, stay = _parted(_members(store, group, seen), claims, group)
        return _say(store, by, _apart(out, stay), reason)


def move_claims(
    store: Store,
    by: Act,
    claims: Sequence[str],
    group: str,
    *,
    reason: str | None = None,
) -> list[GroupRecord]:
    """Say that claims belong in this group, and not with the other claims of the one that they are in."""
    with store.act():
        target = _members(store, group)
        if inside := [claim for claim in claims if claim in target]:
            raise Refused(f"Claim {inside[0]} is in group {group} already.")
        said: list[_Said] = []
        for source in dict.fromkeys(groups.of_claim(store, claim) for claim in claims):
            if source is not None:
                members = _members(store, source)
                said += _apart([claim for claim in claims if claim in members], [m for m in members if m not in claims])
        said += [(target[0], claim, PairDecision.TOGETHER) for claim in claims]
        said += _taken_back(store, by, claims, target)
        return _say(store, by, said, reason)


def _members(store: Store, group: str, seen: Sequence[str] | None = None) -> list[str]:
    there = list(groups.get(store, group).group.claims)
    if seen is not None and set(seen) != set(there):
        raise NotAllowedNow(
            f"Group {group} holds other claims now than those that you looked at.",
            hint=f"Look at it again: claims groups show {group}",
        )
    return there


def _parted(members: Sequence[str], claims: Sequence[str], group: str) -> tuple[list[str], list[str]]:
    if not claims:
        raise InputError("No claims were named.", hint="Name those that are about something else")
    for claim in claims:
        if claim not in members:
            raise Refused(f"Claim {claim} is not in group {group}.", hint=f"See what is: claims groups show {group}")
    stay = [claim for claim in members if claim not in claims]
    if not stay:
        raise Refused(
            f"These are all claims of group {group}; nothing would be left of it.",
            hint=f"If no two of them belong together: claims groups reject {group}",
        )
    return [claim for claim in members if claim in claims], stay


def _apart(some: Sequence[str], others: Sequence[str]) -> list[_Said]:
    return [(a, b, PairDecision.DIFFERENT) for a, b in product(some, others)]


def _taken_back(store: Store, by: Act, some: Sequence[str], others: Sequence[str]) -> list[_Said]:
    """What the same person once put apart, and now puts together."""
    return [
        (a, b, PairDecision.TOGETHER)
        for a, b in product(some, others)
        if pairs.standing(store, events.pair_key(a, b), by.actor) == PairDecision.DIFFERENT
    ]


def _say(store: Store, by: Act, said: Iterable[_Said], reason: str | None) -> list[GroupRecord]:
    storable([reason])
    wanted: dict[str, PairDecision] = {}
    for one, other, decision in said:
        if one == other:
            raise Refused(f"Claim {one} cannot be compared with itself.", hint="Name two claims")
        wanted[events.pair_key(one, other)] = decision
    concerned = {id for pair in wanted for id in pair.split()}
    for id in sorted(concerned):
        _is_compared(store, id)
    for pair, decision in wanted.items():
        before = pairs.standing(store, pair, by.actor)
        # Whoever said that two claims are the same has said that they belong together.
        if before == decision or (decision == PairDecision.TOGETHER and before in TOGETHER):
            continue
        change = {"decision": (before and str(before), str(decision))}
        try:
            events.append(store, by, Action.COMPARE, "pair", pair, change, reason=reason)
        except RefusedByFile as refusal:
            raise NotAllowedNow(
                f"Claims {pair.replace(' ', ' and ')} were decided upon while this act was under way ({refusal.code}).",
                hint="Look again and repeat it",
            ) from refusal
    return around(store, concerned)


def around(store: Store, claims: Iterable[str]) -> list[GroupRecord]:
    """Form the groups around these claims anew, inside an act; those that hold one of them."""
    keys = comparing.keys(store, set(claims))
    regroup(store, keys.values())
    there = {groups.of_claim(store, id) for id in keys}
    return [groups.get(store, id) for id in sorted(id for id in there if id)]


def _is_compared(store: Store, id: str) -> None:
    lookup.key(store, "claims", id)
    if not comparing.is_live(store, id):
        raise Refused(
            f"Claim {id} is not compared: it is not shown any more, or somebody said that it is no claim.",
            hint=f"See why: claims history {id}",
        )
