"""Which of the databases that Datasette serves are Claimdesk files."""

from __future__ import annotations

import sqlite3
from typing import Any
from weakref import WeakKeyDictionary

from claims.errors import StoreError
from claims.store import configure, is_current, is_ours, open_store
from datasette_claims.compat import Database, Datasette

_ready: WeakKeyDictionary[Any, bool] = WeakKeyDictionary()
"""Databases that were found to be ours; what is not may still become so."""


def prepare(conn: sqlite3.Connection) -> None:
    """Set up a connection of Datasette as our own are, if it leads to a file of ours."""
    if is_ours(conn):
        configure(conn)


async def names(datasette: Datasette) -> list[str]:
    """The names of the Claimdesk files, in Datasette's order."""
    return [name for name, database in datasette.databases.items() if await _is_desk(database)]


async def _is_desk(database: Database) -> bool:
    if database not in _ready:
        if database.is_memory or not await database.execute_fn(lambda conn: is_ours(conn) and is_current(conn)):
            return False
        _ready[database] = True
    return True


def bring_up_to_date(datasette: Datasette) -> None:
    """Migrate files of an earlier version, as every command does on opening them."""
    for database in datasette.databases.values():
        if not database.is_memory and database.path and database.is_mutable and _is_behind(str(database.path)):
            try:
                open_store(database.path).close()
            except StoreError as error:
                # Other databases of the same server must not suffer; the pages say that there is no desk.
                print(f"Claimdesk: {error}")


def _is_behind(path: str) -> bool:
    try:
        conn = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    except sqlite3.OperationalError:
        return False
    try:
        return is_ours(conn) and not is_current(conn)
    except sqlite3.DatabaseError:
        return False
    finally:
        conn.close()
