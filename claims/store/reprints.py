"""Articles that carry the same copy, and the hashes of runs of words by which they are found."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence

from claims.ids import canonical_json
from claims.models import Reprint
from claims.store import lookup
from claims.store.connection import Store

_BATCH = 500


def set_shingles(store: Store, article: int, shingles: Collection[int]) -> None:
    """Let these be the shingles of an article."""
    store.conn.execute("DELETE FROM article_shingles WHERE article = ?", (article,))
    store.conn.executemany(
        "INSERT INTO article_shingles (shingle, article) VALUES (?, ?)",
        [(shingle, article) for shingle in sorted(shingles)],
    )


def sharing(store: Store, shingles: Collection[int], least: int) -> dict[str, int]:
    """Ids of the articles that have at least so many of these shingles, and how many they share."""
    shared: dict[int, int] = {}
    wanted = sorted(shingles)
    for start in range(0, len(wanted), _BATCH):
        some = wanted[start : start + _BATCH]
        for (article,) in store.conn.execute(
            f"SELECT article FROM article_shingles WHERE shingle IN ({', '.join('?' * len(some))})", some
        ):
            shared[article] = shared.get(article, 0) + 1
    enough = [article for article, number in shared.items() if number >= least]
    return {
        row["id"]: shared[row["pk"]]
        for start in range(0, len(enough), _BATCH)
        for row in store.rows(
            "SELECT pk, id FROM articles WHERE pk IN"
            f" ({', '.join('?' * len(enough[start : start + _BATCH]))}) ORDER BY pk",
            enough[start : start + _BATCH],
        )
    }


def sizes(store: Store, articles: Collection[str]) -> dict[str, int]:
    """How many shingles articles have."""
    out: dict[str, int] = {}
    wanted = sorted(articles)
    for start in range(0, len(wanted), _BATCH):
        some = wanted[start : start + _BATCH]
        out |= dict(
            store.conn.execute(
                "SELECT a.id, (SELECT count(*) FROM article_shingles s WHERE s.article = a.pk) FROM articles a"
                f" WHERE a.id IN ({', '.join('?' * len(some))})",
                some,
            ).fetchall()
        )
    return out


def replace(store: Store, article: int, reprints: Sequence[Reprint]) -> None:
    """Let these be all the reprints that an article has a part in."""
    store.conn.execute("DELETE FROM reprints WHERE origin = ?1 OR article = ?1", (article,))
    store.conn.executemany(
        "INSERT INTO reprints (origin, article, share, passages) VALUES (?, ?, ?, ?)",
        [
            (
                lookup.key(store, "articles", one.origin),
                lookup.key(store, "articles", one.article),
                one.share,
                canonical_json([passage.model_dump(mode="json") for passage in one.passages]),
            )
            for one in reprints
        ],
    )


def find(store: Store, articles: Collection[str] | None = None, *, limit: int | None = None) -> list[Reprint]:
    """All reprints, or those that one of these articles has a part in: the largest share first."""
    where, parameters = "1", list[str | int]()
    if articles is not None:
        marks = ", ".join("?" * len(articles))
        where, parameters = f"(o.id IN ({marks}) OR a.id IN ({marks}))", [*articles, *articles]
    rows = store.rows(
        "SELECT o.id AS origin, a.id AS article, r.share, r.passages FROM reprints r"
        " JOIN articles o ON o.pk = r.origin JOIN articles a ON a.pk = r.article"
        f" WHERE {where} ORDER BY r.share DESC, o.id, a.id LIMIT ?",
        [*parameters, -1 if limit is None else limit],
    )
    return [Reprint(**{**dict(row), "passages": json.loads(row["passages"])}) for row in rows]


def count(store: Store) -> int:
    """How many pairs of articles carry the same copy."""
    return int(store.value("SELECT count(*) FROM reprints"))


def one_copy(store: Store, url: str, *, share: float) -> set[str]:
    """Ids of the articles that carry, by at least this share, the same copy as the article at a URL, itself among them.

    Copies of copies count; where no article has the URL, there are none.
    """
    rows = store.conn.execute(
        "WITH RECURSIVE same (pk) AS (SELECT pk FROM articles WHERE url = :url UNION"
        " SELECT CASE r.origin WHEN same.pk THEN r.article ELSE r.origin END FROM same"
        " JOIN reprints r ON same.pk IN (r.origin, r.article) WHERE r.share >= :share)"
        " SELECT a.id FROM same JOIN articles a ON a.pk = same.pk",
        {"url": url, "share": share},
    )
    return {row[0] for row in rows}
