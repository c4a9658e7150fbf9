"""The reviewers' queue: claims that fit, a page at a time and flagged ones first, and what comes before and after one.

Every query here walks an index of the migration ``m006_queue`` in its own order.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from claims.models import ClaimRecord, Value
from claims.store import claims, counts, lookup
from claims.store.connection import Store
from claims.store.fulltext import match
from claims.store.search import ClaimFilter


class Sort(StrEnum):
    """In which order the queue stands, after what is flagged."""

    WORTH = "worth"
    """The most check-worthy first."""
    ARTICLE = "article"
    """As the articles were added, and each in reading order."""
    NEWEST = "newest"
    """The article that was added last comes first."""


# What each order goes by, and whether it falls; the last column tells all claims apart.
_WORTH = "coalesce(c.checkworthiness, -1.0)"
_KEYS: dict[Sort, tuple[tuple[str, bool], ...]] = {
    Sort.WORTH: ((_WORTH, True), ("c.pk", False)),
    Sort.ARTICLE: (("c.article", False), ("c.part", True), ("c.start", False), ("c.pk", False)),
    Sort.NEWEST: (("c.article", True), ("c.part", True), ("c.start", False), ("c.pk", False)),
}
_FLAGGED = "c.pk IN (SELECT claim FROM flags WHERE cleared_by IS NULL)"


class Neighbours(Value):
    """The claims that stand before and after one in a queue."""

    before: str | None = None
    after: str | None = None


def page(store: Store, wanted: ClaimFilter, sort: Sort, *, limit: int, offset: int = 0) -> list[ClaimRecord]:
    """Some of the claims that fit, flagged ones first."""
    flagged = 0 if wanted.flagged else count(store, wanted.model_copy(update={"flagged": True}))
    keys: list[int] = []
    if offset < flagged or wanted.flagged:
        keys = _keys(store, wanted, sort, _FLAGGED, limit, offset)
    if len(keys) < limit and not wanted.flagged:
        keys += _keys(store, wanted, sort, f"NOT {_FLAGGED}", limit - len(keys), max(0, offset - flagged))
    return claims.records(store, keys)


def count(store: Store, wanted: ClaimFilter, *, most: int = -1) -> int:
    """How many claims fit, counted no further than ``most`` where the small tables do not tell."""
    asked = {name: getattr(wanted, name) for name in _COUNTED}
    if wanted == ClaimFilter(**asked):
        return counts.number(store, **asked)
    where, parameters = _conditions(wanted)
    return int(store.value(f"SELECT count(*) FROM (SELECT 1 FROM claims c WHERE {where} LIMIT ?)", [*parameters, most]))


_COUNTED = ("status", "verdict", "kind", "publisher", "flagged")
"""What a filter may ask for without a look at the claims."""


def neighbours(store: Store, wanted: ClaimFilter, sort: Sort, id: str) -> Neighbours:
    """What comes before and after a claim in a queue, whether or not the claim itself (still) fits."""
    pk = lookup.key(store, "claims", id)
    if wanted.search is not None:
        return _around(store, wanted, sort, pk)
    columns = ", ".join(f"{column} AS k{n}" for n, (column, _) in enumerate(_KEYS[sort]))
    key = tuple(store.rows(f"SELECT {columns} FROM claims c WHERE c.pk = ?", (pk,))[0])
    flagged = bool(store.value(f"SELECT {_FLAGGED} FROM claims c WHERE c.pk = ?", (pk,)))
    same = _FLAGGED if flagged else f"NOT {_FLAGGED}"
    before = _beyond(store, wanted, sort, key, same, back=True)
    after = _beyond(store, wanted, sort, key, same, back=False)
    if after is None and flagged and not wanted.flagged:
        after = _end(store, wanted, sort, f"NOT {_FLAGGED}", back=False)
    if before is None and not flagged:
        before = _end(store, wanted, sort, _FLAGGED, back=True)
    return Neighbours(before=before, after=after)


def _around(store: Store, wanted: ClaimFilter, sort: Sort, pk: int) -> Neighbours:
    """The same among what a search finds: searched once, and not sorted, for only the two nearest are wanted."""
    where, parameters = _conditions(wanted.model_copy(update={"search": None}))
    keys = [("flagged", True), *((f"k{n}", falls) for n, (_, falls) in enumerate(_KEYS[sort]))]
    columns = ", ".join(f"{column} AS k{n}" for n, (column, _) in enumerate(_KEYS[sort]))
    nearest = {}
    for side, back in (("before", True), ("after", False)):
        beyond = "0"
        for column, falls in reversed(keys):
            way = "<" if falls != back else ">"
            beyond = f"(f.{column} {way} here.{column} OR (f.{column} = here.{column} AND {beyond}))"
        order = ", ".join(f"f.{column} {'DESC' if falls != back else 'ASC'}" for column, falls in keys)
        # CROSS keeps the one claim in the outer loop.
        nearest[side] = f"(SELECT f.id FROM here CROSS JOIN found f WHERE {beyond} ORDER BY {order} LIMIT 1)"
    found = store.row(
        f"WITH found AS MATERIALIZED (SELECT c.pk, c.id, {_FLAGGED} AS flagged, {columns} FROM claims c"
        "  WHERE c.pk IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ? UNION ALL SELECT ?)"
        f" AND ({where} OR c.pk = ?)),"
        " here AS MATERIALIZED (SELECT * FROM found WHERE pk = ?)"
        f" SELECT {nearest['before']} AS before, {nearest['after']} AS after",
        [match(str(wanted.search)), pk, *parameters, pk, pk],
    )
    return Neighbours(**dict(found)) if found else Neighbours()


def first(store: Store, wanted: ClaimFilter, sort: Sort) -> str | None:
    """The id of the claim at the head of a queue."""
    head = None
    if store.value("SELECT 1 FROM flags WHERE cleared_by IS NULL LIMIT 1"):
        head = _end(store, wanted, sort, _FLAGGED, back=False)
    return head if head or wanted.flagged else _end(store, wanted, sort, f"NOT {_FLAGGED}", back=False)


def speakers_meant(store: Store, words: str, *, limit: int = 50) -> list[str]:
    """Ids of speakers: the one with this id, or all whose name or alias contains the words, whatever the case."""
    return [
        row["id"]
        for row in store.rows(
            "SELECT s.id FROM speakers s WHERE s.id = :words"
            " UNION SELECT s.id FROM speaker_names n JOIN speakers own ON own.pk = n.speaker"
            " JOIN speakers s ON s.pk = coalesce(own.merged_into, own.pk)"
            " WHERE instr(lower(n.name), lower(:words)) ORDER BY 1 LIMIT :limit",
            {"words": words, "limit": limit},
        )
    ]


def speaker_names(store: Store, ids: Sequence[str]) -> dict[str, str]:
    """The names of speakers by id."""
    rows = store.rows(f"SELECT id, name FROM speakers WHERE id IN ({', '.join('?' * len(ids))}) ORDER BY pk", ids)
    return {row["id"]: row["name"] for row in rows}


def said_by(store: Store, speaker: str) -> int:
    """How many claims a speaker makes, or others make for them; candidates do not count."""
    return int(store.value(f"SELECT count(*) FROM ({_SAID})", {"speaker": speaker}))


def words_of(store: Store, speaker: str, *, limit: int, offset: int = 0) -> list[ClaimRecord]:
    """The claims of a speaker, the earliest publication first."""
    rows = store.rows(
        f"SELECT c.pk FROM ({_SAID}) c JOIN articles a ON a.pk = c.article"
        " ORDER BY a.published IS NULL, a.published, a.pk, c.part DESC, c.start, c.pk LIMIT :limit OFFSET :offset",
        {"speaker": speaker, "limit": limit, "offset": offset},
    )
    return claims.records(store, [row["pk"] for row in rows])


_SAID = f"""SELECT c.pk, c.article, c.part, c.start FROM claims c WHERE {claims.STANDS} AND c.pk IN (
  SELECT cs.claim FROM claim_speakers cs WHERE cs.relation <> 'candidate' AND cs.speaker IN (
    SELECT s.pk FROM speakers s WHERE s.id = :speaker
    UNION ALL SELECT m.pk FROM speakers s JOIN speakers m ON m.merged_into = s.pk WHERE s.id = :speaker))"""


def labels(store: Store, *, limit: int = 100) -> list[str]:
    """Labels in use, in the order of the alphabet."""
    return [row["label"] for row in store.rows("SELECT DISTINCT label FROM labels ORDER BY label LIMIT ?", (limit,))]


def _order(sort: Sort, *, back: bool = False) -> str:
    return ", ".join(f"{column} {'DESC' if falls != back else 'ASC'}" for column, falls in _KEYS[sort])


def _keys(store: Store, wanted: ClaimFilter, sort: Sort, which: str, limit: int, offset: int) -> list[int]:
    where, parameters = _conditions(wanted)
    rows = store.rows(
        f"SELECT c.pk FROM claims c WHERE {where} AND {which} ORDER BY {_order(sort)} LIMIT ? OFFSET ?",
        [*parameters, limit, offset],
    )
    return [row["pk"] for row in rows]


def _end(store: Store, wanted: ClaimFilter, sort: Sort, which: str, *, back: bool) -> str | None:
    where, parameters = _conditions(wanted)
    found: str | None = store.value(
        f"SELECT c.id FROM claims c WHERE {where} AND {which} ORDER BY {_order(sort, back=back)} LIMIT 1", parameters
    )
    return found


def _beyond(store: Store, wanted: ClaimFilter, sort: Sort, key: Sequence[Any], which: str, *, back: bool) -> str | None:
    """The first claim past a key: alike in all columns but the last, then in all but the last two, and so on.

    One query for each such step is a search in the index; one query with ORs would be a walk through it.
    """
    where, parameters = _conditions(wanted)
    columns = _KEYS[sort]
    for last in range(len(columns) - 1, -1, -1):
        column, falls = columns[last]
        alike = "".join(f" AND {name} = ?" for name, _ in columns[:last])
        found: str | None = store.value(
            f"SELECT c.id FROM claims c WHERE {where} AND {which}{alike}"
            f" AND {column} {'<' if falls != back else '>'} ? ORDER BY {_order(sort, back=back)} LIMIT 1",
            [*parameters, *key[: last + 1]],
        )
        if found is not None:
            return found
    return None


def _conditions(wanted: ClaimFilter) -> tuple[str, list[Any]]:
    where, parameters = [claims.STANDS], list[Any]()

    def among(expression: str, values: Sequence[str]) -> None:
        if values:
            where.append(expression.format(", ".join("?" * len(values))))
            parameters.extend(str(value) for value in values)

    among("+c.status IN ({})", wanted.status)
    among("+c.verdict IN ({})", wanted.verdict)
    among("c.kind IN ({})", wanted.kind)
    among("c.attitude IN ({})", wanted.attitude)
    among("c.article IN (SELECT pk FROM articles WHERE id IN ({}))", wanted.article)
    among("c.pk IN (SELECT claim FROM labels WHERE label IN ({}))", wanted.label)
    among(
        "c.pk IN (SELECT cs.claim FROM claim_speakers cs WHERE cs.relation <> 'candidate' AND cs.speaker IN ("
        "SELECT s.pk FROM speakers s WHERE s.id IN ({0})"
        " UNION ALL SELECT m.pk FROM speakers s JOIN speakers m ON m.merged_into = s.pk WHERE s.id IN ({0})))",
        wanted.speaker,
    )
    # Named twice above, so given twice.
    parameters.extend(wanted.speaker)
    if wanted.publisher:
        where.append("c.article IN (SELECT pk FROM articles WHERE publisher = ? COLLATE NOCASE)")
        parameters.append(wanted.publisher)
    if wanted.search is not None:
        where.append("c.pk IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?)")
        parameters.append(match(wanted.search))
    if wanted.with_figures:
        where.append("EXISTS (SELECT 1 FROM figures WHERE claim = c.pk)")
    if wanted.flagged:
        where.append(_FLAGGED)
    return " AND ".join(where), parameters
