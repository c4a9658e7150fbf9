"""What can be said of a file without knowing what a claim is."""

from __future__ import annotations

import sqlite3
from functools import cache

from claims.store.connection import Store, told
from claims.store.migrations import migrate
from claims.store.parts import real

INDEXES = ("articles_fts", "claims_fts")


def damage(store: Store) -> list[str]:
    """What SQLite itself finds wrong: pages, indexes, keys that lead nowhere."""
    found = [str(row[0]) for row in store.rows("PRAGMA integrity_check") if row[0] != "ok"]
    found += [
        f"row {row['rowid']} of {row['table']} refers to a row of {row['parent']} that is not there"
        for row in store.rows("PRAGMA foreign_key_check")
    ]
    return found


# The search indexes keep tables of their own, which SQLite writes as it likes.
_SCHEMA = """SELECT type, name, tbl_name, sql FROM sqlite_master
  WHERE sql IS NOT NULL AND NOT (type = 'table' AND name GLOB '*_fts_*')"""

SETTINGS = (("policy", "solo"), ("guidelines", "1"))
"""What a blank file is set to."""


@cache
def _expected() -> dict[str, tuple[str, str]]:
    conn = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(conn)
        return {name: (type, sql) for type, name, _, sql in conn.execute(_SCHEMA)}
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
    """Tables, indexes, triggers and views of ours that are missing or changed, and other triggers on our tables.

    Other things that others added are theirs; but a trigger of theirs on a table of ours may swallow what we write.
    """
    expected = _expected()
    there = {name: (type, table, sql) for type, name, table, sql in store.rows(_SCHEMA)}
    out = []
    for name, (type, sql) in expected.items():
        if name not in there:
            out.append((f"{type} {name}", "is missing"))
        elif there[name][2] != sql:
            out.append((f"{type} {name}", "is not as Claimdesk made it"))
    for name, (type, table, _) in there.items():
        if type == "trigger" and name not in expected and table in expected:
            out.append((f"trigger {name}", f"is not Claimdesk's, and acts upon the table {table}"))
    return out


def transitions_differ(store: Store) -> bool:
    """Whether the table of steps is another than in a blank file."""
    conn = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(conn)
        expected = conn.execute(_TRANSITIONS).fetchall()
    finally:
        conn.close()
    return store.conn.execute(_TRANSITIONS).fetchall() != expected


_TRANSITIONS = "SELECT action, from_status, to_status FROM transitions ORDER BY 1, 2, 3"


def stale_indexes(store: Store) -> list[str]:
    """Full-text indexes that do not fit the words they index."""
    if store.value("PRAGMA query_only") or _may_not_write(store.conn):
        return _stale_in_copy(store)
    return [table for table in INDEXES if _is_stale(store.conn, table)]


def _is_stale(conn: sqlite3.Connection, table: str) -> bool:
    # The check is written like an insert, so it needs a transaction; it changes nothing.
    with told():
        conn.execute("SAVEPOINT look")
        try:
            conn.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            if "malformed" not in str(error) and "no such table" not in str(error):
                raise
            return True
        finally:
            if conn.in_transaction:
                conn.execute("ROLLBACK TO look")
                conn.execute("RELEASE look")
    return False


def _may_not_write(conn: sqlite3.Connection) -> bool:
    """Whether the file is read-only, or somebody holds it for longer than we wait."""
    try:
        conn.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        return True
    conn.execute("ROLLBACK")
    return False


def _stale_in_copy(store: Store) -> list[str]:
    """The same of a file that cannot be written now: a copy in memory can."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    try:
        store.conn.backup(copy)
        return [table for table in INDEXES if _is_stale(copy, table)]
    finally:
        copy.close()


def rebuild(table: str) -> str:
    """The statement that makes a full-text index anew."""
    return f"INSERT INTO {table} ({table}) VALUES ('rebuild')"


def shown(store: Store) -> dict[str, tuple[int | None, int | None]]:
    """Of each claim what decides whether it is shown: the run that retired it, and whether a person marked it."""
    return {
        row["id"]: (row["retired_by_run"], row["marked"])
        for row in store.rows("SELECT id, retired_by_run, marked FROM claims")
    }


def last_number(store: Store) -> int:
    """The highest number that SQLite has given to an event."""
    return int(store.value("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'events'") or 0)


def strays(store: Store) -> list[str]:
    """Rows that say the same thing twice and do not agree with themselves."""
    found = [
        f"the source of claim {row['id']} is {row['source']}, and its article says {row['said']}"
        for row in store.rows(
            "SELECT c.id, c.source, coalesce(a.publisher || ', ' || a.url, a.publisher, a.url, 'unknown') AS said"
            " FROM claims c JOIN articles a ON a.pk = c.article WHERE c.source <> said"
        )
    ]
    for row in store.rows("SELECT id, kind, low, high, low_value, high_value FROM figures ORDER BY pk"):
        for bound, value in ((row["low"], row["low_value"]), (row["high"], row["high_value"])):
            try:
                number = real(row["kind"], bound)
            except ValueError:
                continue  # A bound that is no number is found where the claim is read.
            if number != value:
                found.append(f"figure {row['id']} has {bound} in words and {value} for SQL")
    return found
