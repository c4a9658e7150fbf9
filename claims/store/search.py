"""Finding claims: one filter for listings, exports and queues."""

from __future__ import annotations

from enum import StrEnum

from claims.models import ClaimRecord, Value
from claims.store import claims, counts
from claims.store.connection import Store
from claims.store.fulltext import match
from claims.vocabulary import Attitude, Kind, Status, Verdict


class Order(StrEnum):
    """What a listing is sorted by."""

    ARTICLE = "article"
    """The article's publication, then the place in it."""
    CHECKWORTHINESS = "checkworthiness"
    CONFIDENCE = "confidence"
    CHANGED = "changed"
    """What people worked on last comes first."""
    RELEVANCE = "relevance"
    """Of a search."""


class ClaimFilter(Value):
    """Which claims; every condition must hold, and of several values of one condition any."""

    status: tuple[Status, ...] = ()
    verdict: tuple[Verdict, ...] = ()
    kind: tuple[Kind, ...] = ()
    attitude: tuple[Attitude, ...] = ()
    label: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    """Ids of speakers."""
    article: tuple[str, ...] = ()
    """Ids of articles."""
    publisher: str | None = None
    search: str | None = None
    with_figures: bool = False
    flagged: bool = False
    sound_anchor: bool = False
    """Only claims whose words stand in the newest revision as they did."""


_ORDERS = {
    Order.ARTICLE: "a.published IS NULL, a.published, a.pk, c.part DESC, c.start, c.pk",
    Order.CHECKWORTHINESS: "c.checkworthiness IS NULL, c.checkworthiness DESC, c.pk",
    Order.CONFIDENCE: "c.confidence IS NULL, c.confidence DESC, c.pk",
    Order.CHANGED: "(SELECT max(seq) FROM events WHERE claim = c.pk) DESC NULLS LAST, c.pk",
    Order.RELEVANCE: "f.rank, c.pk",
}


def find(
    store: Store,
    wanted: ClaimFilter | None = None,
    *,
    order: Order | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> list[ClaimRecord]:
    """The claims that fit, hidden ones left out."""
    wanted = wanted or ClaimFilter()
    joins, where, parameters = _conditions(wanted)
    if order is None or (order is Order.RELEVANCE and wanted.search is None):
        order = Order.RELEVANCE if wanted.search is not None else Order.ARTICLE
    rows = store.rows(
        f"SELECT c.pk FROM claims c JOIN articles a ON a.pk = c.article {joins} WHERE {where}"
        f" ORDER BY {_ORDERS[order]} LIMIT ? OFFSET ?",
        [*parameters, -1 if limit is None else limit, offset],
    )
    return claims.records(store, [row["pk"] for row in rows])


def count(store: Store, wanted: ClaimFilter | None = None) -> int:
    """How many claims fit."""
    joins, where, parameters = _conditions(wanted or ClaimFilter())
    return int(
        store.value(
            f"SELECT count(*) FROM claims c JOIN articles a ON a.pk = c.article {joins} WHERE {where}",
            parameters,
        )
    )


def _conditions(wanted: ClaimFilter) -> tuple[str, str, list[str]]:
    joins, where, parameters = "", [claims.STANDS], list[str]()
    if wanted.search is not None:
        joins = "JOIN (SELECT rowid, rank FROM claims_fts WHERE claims_fts MATCH ?) f ON f.rowid = c.pk"
        parameters.append(match(wanted.search))
    for column, values in (
        ("c.status", wanted.status),
        ("c.verdict", wanted.verdict),
        ("c.kind", wanted.kind),
        ("c.attitude", wanted.attitude),
        ("a.id", wanted.article),
    ):
        if values:
            where.append(f"{column} IN ({', '.join('?' * len(values))})")
            parameters += [str(v) for v in values]
    if wanted.label:
        where.append(
            f"EXISTS (SELECT 1 FROM labels WHERE claim = c.pk AND label IN ({', '.join('?' * len(wanted.label))}))"
        )
        parameters += wanted.label
    if wanted.speaker:
        where.append(
            "EXISTS (SELECT 1 FROM claim_speakers cs JOIN speakers own ON own.pk = cs.speaker"
            " JOIN speakers s ON s.pk = coalesce(own.merged_into, own.pk) WHERE cs.claim = c.pk"
            f" AND cs.relation <> 'candidate' AND s.id IN ({', '.join('?' * len(wanted.speaker))}))"
        )
        parameters += wanted.speaker
    if wanted.publisher:
        where.append("a.publisher = ? COLLATE NOCASE")
        parameters.append(wanted.publisher)
    if wanted.with_figures:
        where.append("EXISTS (SELECT 1 FROM figures WHERE claim = c.pk)")
    if wanted.flagged:
        where.append("EXISTS (SELECT 1 FROM flags WHERE claim = c.pk AND cleared_by IS NULL)")
    if wanted.sound_anchor:
        where.append(
            "(SELECT state FROM anchors WHERE claim = c.pk ORDER BY revision DESC LIMIT 1) IN ('exact', 'moved')"
        )
    return joins, " AND ".join(where), parameters


class Stats(Value):
    """How much is where."""

    articles: int
    speakers: int
    claims: int
    figures: int
    flagged: int
    events: int
    by_status: dict[str, int]
    by_verdict: dict[str, int]
    by_kind: dict[str, int]
    by_publisher: dict[str, int]


def stats(store: Store) -> Stats:
    """Count what the file holds, hidden claims left out; nothing is counted that the file does not count already."""
    totals = counts.totals(store)
    return Stats(
        articles=totals["articles"],
        speakers=totals["speakers"],
        claims=counts.number(store),
        figures=totals["figures"],
        flagged=counts.number(store, flagged=True),
        events=totals["events"],
        by_status=counts.by(store, "status"),
        by_verdict=counts.by(store, "verdict"),
        by_kind=counts.by(store, "kind"),
        by_publisher=counts.by(store, "publisher"),
    )
