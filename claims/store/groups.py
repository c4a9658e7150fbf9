"""Groups of claims about the same thing: as comparing formed them, with what people have said about their pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from claims.errors import NotFound
from claims.models import ClaimRecord, Group, Pair, Value
from claims.store import claims, comparing, lookup, pairs
from claims.store.connection import Store
from claims.store.fulltext import match
from claims.vocabulary import ClaimRelation

_BATCH = 500


class GroupFilter(Value):
    """Which groups; every condition must hold, and of several values of one condition any."""

    search: str | None = None
    """With these words in one of its claims."""
    relation: tuple[ClaimRelation, ...] = ()
    """With two claims that relate so."""
    article: tuple[str, ...] = ()
    """With a claim of one of these articles, by id."""
    speaker: tuple[str, ...] = ()
    """With a claim by one of these speakers, by id."""
    disputed: bool = False
    """With a contradiction, or with people who disagree."""


class GroupRecord(Value):
    """A group with its claims in full."""

    group: Group
    claims: tuple[ClaimRecord, ...]
    """In the order of the group: the earliest first."""

    @property
    def disputed(self) -> bool:
        """Whether two of its claims contradict each other, or people disagree about a pair."""
        return any(pair.relation == ClaimRelation.CONTRADICTION or pair.conflict for pair in self.group.pairs)


class Elsewhere(Value):
    """A claim about the same thing as another, and how the two relate."""

    group: str
    claim: ClaimRecord
    pair: Pair | None = None
    """Null where both stand in one article."""


def find(
    store: Store, wanted: GroupFilter | None = None, *, limit: int | None = None, offset: int = 0
) -> list[GroupRecord]:
    """The groups that fit with their claims: first where people disagree, then contradictions, then what
    several articles say, the newest first."""
    found = plain(store, wanted, limit=limit, offset=offset)
    records = _records(store, [id for group in found for id in group.claims])
    return [GroupRecord(group=group, claims=tuple(records[id] for id in group.claims)) for group in found]


def plain(store: Store, wanted: GroupFilter | None = None, *, limit: int | None = None, offset: int = 0) -> list[Group]:
    """The same groups, in the same order, with the ids of their claims only."""
    return _groups(store, [pk for pk, _ in _listed(store, wanted, limit, offset)])


def ids(store: Store, wanted: GroupFilter | None = None, *, limit: int | None = None) -> list[str]:
    """The ids of the same groups, in the same order: what leads from one to the next."""
    return [id for _, id in _listed(store, wanted, limit)]


def _listed(store: Store, wanted: GroupFilter | None, limit: int | None, offset: int = 0) -> list[tuple[int, str]]:
    where, parameters = _conditions(wanted or GroupFilter())
    rows = store.conn.execute(
        f"SELECT g.pk, g.id FROM claim_groups g WHERE {where}"
        " ORDER BY g.conflicts > 0 DESC, g.contradictions > 0 DESC, g.articles > 1 DESC, g.latest DESC, g.id"
        " LIMIT ? OFFSET ?",
        [*parameters, -1 if limit is None else limit, offset],
    )
    return [(pk, id) for pk, id in rows]


def count(store: Store, wanted: GroupFilter | None = None) -> int:
    """How many groups fit."""
    where, parameters = _conditions(wanted or GroupFilter())
    return int(store.value(f"SELECT count(*) FROM claim_groups g WHERE {where}", parameters))


def resolve(store: Store, start: str) -> str:
    """The id of the group that is meant by the start of its id, or of the id of a claim in it.

    Raises NotFound (also for a claim that shares its subject with none) or Ambiguous.
    """
    if start.strip().lower().startswith("c"):
        claim = lookup.resolve(store, "claims", start)
        if (group := of_claim(store, claim)) is None:
            raise NotFound(
                f"Claim {claim} is in no group: nothing else is about the same thing.",
                hint="Compare articles that were added since: claims compare",
            )
        return group
    return lookup.resolve(store, "claim_groups", start)


def of_claim(store: Store, claim: str) -> str | None:
    """The id of the group that a claim is in."""
    found: str | None = store.value(
        'SELECT g.id FROM claims c JOIN group_claims m ON m.claim = c.pk JOIN claim_groups g ON g.pk = m."group"'
        " WHERE c.id = ?",
        (claim,),
    )
    return found


def get(store: Store, id: str) -> GroupRecord:
    """One group with its claims. Raises NotFound."""
    (group,) = _groups(store, [lookup.key(store, "claim_groups", id)])
    records = _records(store, group.claims)
    return GroupRecord(group=group, claims=tuple(records[claim] for claim in group.claims))


def elsewhere(store: Store, claim: str) -> list[Elsewhere]:
    """The other claims about the same thing, the earliest first, each with how it relates to this one."""
    id = of_claim(store, claim)
    if id is None:
        return []
    found = get(store, id)
    related = {other: pair for pair in found.group.pairs if claim in (pair.a, pair.b) for other in (pair.a, pair.b)}
    return [
        Elsewhere(group=id, claim=record, pair=related.get(record.id)) for record in found.claims if record.id != claim
    ]


def beside(store: Store, claims: Collection[int]) -> dict[int, int]:
    """The claims that share a group with one of these, and these themselves where they are in one; by key, each with
    the key of the group."""
    keys, found = sorted(claims), dict[int, int]()
    for start in range(0, len(keys), _BATCH):
        some = keys[start : start + _BATCH]
        found.update(
            (claim, group)
            for claim, group in store.conn.execute(
                'SELECT claim, "group" FROM group_claims WHERE "group" IN (SELECT "group" FROM group_claims'
                f" WHERE claim IN ({', '.join('?' * len(some))}))",
                some,
            )
        )
    return found


def of_keys(store: Store, claims: Collection[int]) -> list[Group]:
    """The groups that hold one of these claims, by key."""
    keys, found = sorted(claims), set[int]()
    for start in range(0, len(keys), _BATCH):
        some = keys[start : start + _BATCH]
        marks = ", ".join("?" * len(some))
        found |= {
            row[0] for row in store.conn.execute(f'SELECT "group" FROM group_claims WHERE claim IN ({marks})', some)
        }
    return _groups(store, sorted(found))


def split_up(store: Store) -> list[str]:
    """Ids of groups whose rows do not fit together: claims that are missing, or counted wrongly."""
    return [
        row["id"]
        for row in store.rows(
            "SELECT g.id FROM claim_groups g LEFT JOIN ("
            '   SELECT m."group", count(*) AS claims, count(DISTINCT c.article) AS articles FROM group_claims m'
            '   JOIN claims c ON c.pk = m.claim GROUP BY m."group") h ON h."group" = g.pk LEFT JOIN ('
            "   SELECT \"group\", sum(relation = 'contradiction') AS contradictions FROM claim_pairs"
            '   GROUP BY "group") p ON p."group" = g.pk'
            " WHERE g.claims IS NOT h.claims OR g.articles IS NOT h.articles"
            "   OR g.contradictions IS NOT coalesce(p.contradictions, 0) ORDER BY g.id"
        )
    ]


def replace(store: Store, claims: Collection[int], groups: Sequence[Group]) -> list[str]:
    """Let these be the groups of these claims, and nothing else; the ids of the groups that are new or changed.

    Every group that holds one of the claims must consist of them alone.
    """
    keys = sorted(claims)
    old: dict[int, str] = {}
    for start in range(0, len(keys), _BATCH):
        some = keys[start : start + _BATCH]
        old |= dict(
            store.conn.execute(
                'SELECT g.pk, g.id FROM group_claims m JOIN claim_groups g ON g.pk = m."group"'
                f" WHERE m.claim IN ({', '.join('?' * len(some))})",
                some,
            )
        )
    before = {group.id: (pk, group) for pk, group in zip(old, _groups(store, list(old)), strict=True)}
    wanted = {group.id: group for group in groups}
    for id, (pk, group) in before.items():
        if wanted.get(id) != group:
            for table in ("claim_pairs", "group_claims"):
                store.conn.execute(f'DELETE FROM {table} WHERE "group" = ?', (pk,))
            store.conn.execute("DELETE FROM claim_groups WHERE pk = ?", (pk,))
    changed = [group for group in groups if group.id not in before or before[group.id][1] != group]
    for group in changed:
        _insert(store, group)
    # Where people disagree, and when an article was published, stands beside what a group says.
    for group in groups:
        _count(store, group)
    return [group.id for group in changed]


def _insert(store: Store, group: Group) -> None:
    keys = comparing.keys(store, group.claims)
    pk = store.insert(
        "INSERT INTO claim_groups (id, about, claims, articles, conflicts, contradictions, latest)"
        " VALUES (?, ?, ?, 0, 0, 0, '')",
        (group.id, group.about, len(group.claims)),
    )
    store.conn.executemany(
        'INSERT INTO group_claims (claim, "group", place) VALUES (?, ?, ?)',
        [(keys[id], pk, place) for place, id in enumerate(group.claims)],
    )
    store.conn.executemany(
        'INSERT INTO claim_pairs ("group", one, other, relation, remark, reason, decided_by)'
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (pk, keys[p.a], keys[p.b], str(p.relation), p.remark and str(p.remark), p.reason, p.decided_by)
            for p in group.pairs
        ],
    )


def _count(store: Store, group: Group) -> None:
    store.conn.execute(
        "UPDATE claim_groups SET conflicts = ?2, contradictions = ?3, (articles, latest) = ("
        "  SELECT count(DISTINCT a.pk), max(coalesce(a.published, a.added_at)) FROM group_claims m"
        '  JOIN claims c ON c.pk = m.claim JOIN articles a ON a.pk = c.article WHERE m."group" = claim_groups.pk)'
        " WHERE id = ?1",
        (
            group.id,
            sum(pair.conflict for pair in group.pairs),
            sum(pair.relation == ClaimRelation.CONTRADICTION for pair in group.pairs),
        ),
    )


def _groups(store: Store, keys: Sequence[int]) -> list[Group]:
    """These groups, in the order given."""
    rows: dict[int, tuple[str, str]] = {}
    members, related = defaultdict[int, list[str]](list), defaultdict[int, list[dict[str, Any]]](list)
    for start in range(0, len(keys), _BATCH):
        some = keys[start : start + _BATCH]
        marks = ", ".join("?" * len(some))
        for pk, id, about in store.conn.execute(f"SELECT pk, id, about FROM claim_groups WHERE pk IN ({marks})", some):
            rows[pk] = (id, about)
        for group, id in store.conn.execute(
            'SELECT m."group", c.id FROM group_claims m JOIN claims c ON c.pk = m.claim'
            f' WHERE m."group" IN ({marks}) ORDER BY m."group", m.place',
            some,
        ):
            members[group].append(id)
        for row in store.rows(
            'SELECT p."group", a.id AS a, b.id AS b, p.relation, p.remark, p.reason, p.decided_by FROM claim_pairs p'
            " JOIN claims a ON a.pk = p.one JOIN claims b ON b.pk = p.other"
            " JOIN group_claims ma ON ma.claim = p.one JOIN group_claims mb ON mb.claim = p.other"
            f' WHERE p."group" IN ({marks}) ORDER BY p."group", ma.place, mb.place',
            some,
        ):
            related[row["group"]].append({name: row[name] for name in row.keys() if name != "group"})  # noqa: SIM118
    said = pairs.decisions(store, {id for ids in members.values() for id in ids})
    return [
        Group(
            id=rows[pk][0],
            about=rows[pk][1],
            claims=tuple(members[pk]),
            pairs=tuple(
                Pair(**pair, decisions=said.get((min(pair["a"], pair["b"]), max(pair["a"], pair["b"])), ()))
                for pair in related[pk]
            ),
        )
        for pk in keys
    ]


def _records(store: Store, ids: Sequence[str]) -> dict[str, ClaimRecord]:
    keys = sorted(comparing.keys(store, set(ids)).values())
    return {record.id: record for record in claims.records(store, keys)}


def _conditions(wanted: GroupFilter) -> tuple[str, list[str]]:
    where, parameters = ["1"], list[str]()

    def holds(condition: str) -> str:
        return (
            'g.pk IN (SELECT m."group" FROM group_claims m JOIN claims c ON c.pk = m.claim'
            f" JOIN articles a ON a.pk = c.article WHERE {condition})"
        )

    if wanted.search is not None:
        # A common word stands in very many claims: nothing else is looked up for each of them.
        where.append(
            'g.pk IN (SELECT m."group" FROM claims_fts f CROSS JOIN group_claims m ON m.claim = f.rowid'
            " WHERE claims_fts MATCH ?)"
        )
        parameters.append(match(wanted.search))
    if wanted.relation:
        marks = ", ".join("?" * len(wanted.relation))
        where.append(f'g.pk IN (SELECT "group" FROM claim_pairs WHERE relation IN ({marks}))')
        parameters += [str(relation) for relation in wanted.relation]
    if wanted.article:
        where.append(holds(f"a.id IN ({', '.join('?' * len(wanted.article))})"))
        parameters += wanted.article
    if wanted.speaker:
        where.append(
            holds(
                "c.pk IN (SELECT cs.claim FROM claim_speakers cs JOIN speakers own ON own.pk = cs.speaker"
                " JOIN speakers s ON s.pk = coalesce(own.merged_into, own.pk) WHERE cs.relation <> 'candidate'"
                f" AND s.id IN ({', '.join('?' * len(wanted.speaker))}))"
            )
        )
        parameters += wanted.speaker
    if wanted.disputed:
        where.append("(g.conflicts > 0 OR g.contradictions > 0)")
    return " AND ".join(where), parameters
