"""Articles and their revisions, which are kept for ever."""

from __future__ import annotations

import sqlite3

from claims.models import Article, ArticleEntry, Revision
from claims.store import lookup
from claims.store.connection import Store
from claims.store.fulltext import match

DESCRIPTION = ("url", "publisher", "byline", "published", "language")
"""The particulars of an article that its text does not give."""


def exists(store: Store, id: str) -> bool:
    """Say whether the article is in the file."""
    return store.value("SELECT 1 FROM articles WHERE id = ?", (id,)) is not None


def all_ids(store: Store) -> list[str]:
    """The ids of every article, in the order of their adding."""
    return [row["id"] for row in store.rows("SELECT id FROM articles ORDER BY pk")]


def at_url(store: Store, url: str | None) -> str | None:
    """The id of the article that has this URL, or None."""
    id: str | None = store.value("SELECT id FROM articles WHERE url = ? ORDER BY pk", (url,))
    return id


def insert(store: Store, article: Article, at: str) -> int:
    """Store an article, to be followed by an event and its first revision; returns its key."""
    return store.insert(
        "INSERT INTO articles (id, url, title, publisher, byline, published, language, added_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article.id,
            article.url,
            article.title,
            article.publisher,
            article.byline,
            article.published,
            article.language,
            at,
        ),
    )


def add_revision(store: Store, article: int, revision: Revision, *, number: int, at: str) -> None:
    """Store a text of an article, which the newest event speaks of; it becomes the current one."""
    store.conn.execute(
        "INSERT INTO revisions (article, number, title, text, sha256, recipe, added_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (article, number, revision.title, revision.text, revision.sha256, revision.recipe, at),
    )


def describe(store: Store, id: str, field: str, value: str | None) -> None:
    """Set one particular of an article, which the newest event speaks of."""
    if field not in DESCRIPTION:
        raise ValueError(f"{field} is no particular of an article")
    store.conn.execute(f"UPDATE articles SET {field} = ? WHERE id = ?", (value, id))


def get(store: Store, id: str) -> Article:
    """An article with every revision. Raises NotFound."""
    pk = lookup.key(store, "articles", id)
    row = store.rows("SELECT * FROM articles WHERE pk = ?", (pk,))[0]
    revisions = store.rows("SELECT * FROM revisions WHERE article = ? ORDER BY number", (row["pk"],))
    return Article(
        **{field: row[field] for field in ("id", "title", *DESCRIPTION)},
        revisions=tuple(_revision(r) for r in revisions),
    )


def added_at(store: Store, id: str) -> str:
    """When an article came into the file."""
    return str(store.value("SELECT added_at FROM articles WHERE id = ?", (id,)))


def _revision(row: sqlite3.Row) -> Revision:
    return Revision(**{field: row[field] for field in Revision.model_fields})


def entries(
    store: Store, *, search: str | None = None, publisher: str | None = None, limit: int | None = None
) -> list[ArticleEntry]:
    """Articles with their counts, newest publication first."""
    where, parameters = ["1"], list[str | int]()
    if search:
        where.append("a.pk IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?)")
        parameters.append(match(search))
    if publisher:
        where.append("v.publisher = ? COLLATE NOCASE")
        parameters.append(publisher)
    rows = store.rows(
        "SELECT v.*, a.byline, a.language, a.added_at FROM articles_in_words v JOIN articles a ON a.pk = v.pk"
        f" WHERE {' AND '.join(where)} ORDER BY a.published IS NULL, a.published DESC, a.pk LIMIT ?",
        [*parameters, -1 if limit is None else limit],
    )
    return [ArticleEntry(**{f: row[f] for f in ArticleEntry.model_fields if f != "format_version"}) for row in rows]
