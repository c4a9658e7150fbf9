"""Which of the databases that Datasette serves are Claimdesk files."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import quote
from weakref import WeakKeyDictionary

from claims.errors import StoreError
from claims.store import columns, configure, is_current, is_ours, open_store
from datasette_claims.compat import Database, Datasette

T = TypeVar("T")

_ready: WeakKeyDictionary[Any, bool] = WeakKeyDictionary()
"""Databases that were found to be ours; what is not may still become so."""


def _is_ready(conn: sqlite3.Connection) -> bool:
    return is_ours(conn) and is_current(conn)


def prepare(conn: sqlite3.Connection) -> None:
    """Set up a connection of Datasette as our own are, if it leads to a file of ours."""
    if is_ours(conn):
        configure(conn)


async def names(datasette: Datasette) -> list[str]:
    """The names of the Claimdesk files, in Datasette's order."""
    return [name for name, database in datasette.databases.items() if await _is_desk(database)]


async def _is_desk(database: Database) -> bool:
    if database not in _ready:
        if database.is_memory or not await database.execute_fn(_is_ready):
            return False
        _ready[database] = True
    return True


@dataclass(frozen=True)
class Known:
    """What was found when the server started, for hooks that cannot ask the file."""

    names: tuple[str, ...] = ()
    described: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """For each table and view the columns that there are words for."""

    def columns(self, table: str) -> dict[str, str]:
        """The words for the columns of a table, in a dictionary of one's own."""
        return dict(self.described.get(table, {}))


_known: WeakKeyDictionary[Any, Known] = WeakKeyDictionary()


def known(datasette: Datasette) -> Known:
    """The Claimdesk files that were there when the server started."""
    return _known.get(datasette, Known())


def begin(datasette: Datasette) -> None:
    """Look for Claimdesk files, and migrate those of an earlier version, as every command does on opening them."""
    found: list[str] = []
    described: dict[str, dict[str, str]] = {}
    for name, database in datasette.databases.items():
        if database.is_memory or not database.path:
            continue
        path = str(database.path)
        if database.is_mutable and _look(path, lambda conn: is_ours(conn) and not is_current(conn)):
            try:
                open_store(path).close()
            except StoreError as error:
                # Other databases of the same server must not suffer; the pages say that there is no desk.
                print(f"Claimdesk: {error}")
        if _look(path, _is_ready):
            found.append(name)
            described = described or _look(path, columns.described) or {}
    _known[datasette] = Known(tuple(found), described)


def _look(path: str, ask: Callable[[sqlite3.Connection], T]) -> T | None:
    """Ask a file something; None where it cannot be read."""
    try:
        conn = sqlite3.connect(f"file:{quote(path)}?mode=ro", uri=True)
        try:
            return ask(conn)
        finally:
            conn.close()
    except sqlite3.DatabaseError:
        return None
