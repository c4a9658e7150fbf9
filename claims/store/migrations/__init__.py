"""The schema, step by step. A shipped step is never edited; the next one is added.

Each step is one list of SQL statements, applied once by sqlite-utils inside one transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from claims.store.migrations import (
    m001_tables,
    m002_triggers,
    m003_keeping,
    m004_search,
    m005_views,
    m006_queue,
    m007_counts,
    m008_pairs,
    m009_comparison,
)

STEPS: tuple[tuple[str, str], ...] = (
    ("m001_tables", m001_tables.SQL),
    ("m002_triggers", m002_triggers.SQL),
    ("m003_keeping", m003_keeping.SQL),
    ("m004_search", m004_search.SQL),
    ("m005_views", m005_views.SQL),
    ("m006_queue", m006_queue.SQL),
    ("m007_counts", m007_counts.SQL),
    ("m008_pairs", m008_pairs.SQL),
    ("m009_comparison", m009_comparison.SQL),
)

SCHEMA_VERSION = len(STEPS)
"""Kept in ``PRAGMA user_version``, so that opening a file that is up to date needs no look at the steps."""

APPLICATION_ID = 0x434C4D44
"""``CLMD``, kept in ``PRAGMA application_id``: tells our files from others."""


def statements(sql: str) -> Iterator[str]:
    """Cut a script into its statements; a trigger's body stays whole."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""


def migrate(conn: sqlite3.Connection) -> None:
    """Bring the schema up to date; on a file that is, this changes nothing."""
    # Loaded here: whoever opens a file that is up to date does not pay for it.
    from sqlite_utils import Database, Migrations

    steps = Migrations("claimdesk")
    for name, sql in STEPS:

        def apply(db: Database, sql: str = sql) -> None:
            for statement in statements(sql):
                db.conn.execute(statement)

        steps(name=name)(apply)
    steps.apply(Database(conn))
    conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    conn.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
