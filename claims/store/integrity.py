"""What can be said of a file without knowing what a claim is."""

from __future__ import annotations

import sqlite3
from functools import cache

from claims.store.connection import Store
from claims.store.migrations import migrate

INDEXES = ("articles_fts", "claims_fts")


def damage(store: Store) -> list[str]:
    """What SQLite itself finds wrong: pages, indexes, keys that lead nowhere."""
    found = [str(row[0]) for row in store.rows("PRAGMA integrity_check") if row[0] != "ok"]
    found += [
        f"row {row['rowid']} of {row['table']} refers to a row of {row['parent']} that is not there"
        for row in store.rows("PRAGMA foreign_key_check")
    ]
    return found


_SCHEMA = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '%_fts_%'"


@cache
def _expected() -> dict[str, tuple[str, str]]:
    conn = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(conn)
        return {name: (type, sql) for type, name, sql in conn.execute(_SCHEMA)}
    finally:
        conn.close()


@cache
def own_names() -> frozenset[str]:
    """Every table and view that a blank file has, those of the search indexes too."""
    conn = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(conn)
        return frozenset(name for (name,) in conn.execute("SELECT name FROM sqlite_master WHERE type <> 'trigger'"))
    finally:
        conn.close()


def schema_differences(store: Store) -> list[tuple[str, str]]:
    """Tables, triggers and views of ours that are missing or changed; what others added is theirs."""
    there = {name: (type, sql) for type, name, sql in store.rows(_SCHEMA)}
    out = []
    for name, (type, sql) in _expected().items():
        if name not in there:
            out.append((f"{type} {name}", "is missing"))
        elif there[name][1] != sql:
            out.append((f"{type} {name}", "is not as Claimdesk made it"))
    return out


def stale_indexes(store: Store) -> list[str]:
    """Full-text indexes that do not fit the words they index."""
    stale = []
    for table in INDEXES:
        try:
            # The check is written like an insert, so it needs a transaction; it changes nothing.
            store.conn.execute("SAVEPOINT look")
            store.conn.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError:
            stale.append(table)
        finally:
            store.conn.execute("ROLLBACK TO look")
            store.conn.execute("RELEASE look")
    return stale


def rebuild(table: str) -> str:
    """The statement that makes a full-text index anew."""
    return f"INSERT INTO {table} ({table}) VALUES ('rebuild')"


def retired(store: Store) -> dict[str, int]:
    """The hidden proposals, each with the run that no longer found it."""
    return {
        row["id"]: row["retired_by_run"]
        for row in store.rows("SELECT id, retired_by_run FROM claims WHERE retired_by_run IS NOT NULL")
    }
