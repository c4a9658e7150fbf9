"""Opening the file, the same way for whoever opens it, and one act as one transaction."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

from claims.errors import (
    ClaimsError,
    DatabaseBusy,
    InputError,
    NewerDatabase,
    NotFound,
    NotOurDatabase,
    RefusedByFile,
    StoreError,
)
from claims.store.migrations import APPLICATION_ID, SCHEMA_VERSION, migrate

BUSY_TIMEOUT = 5_000
"""Milliseconds that one connection waits for another's act to end."""


class Store:
    """One connection to a Claimdesk file. Usable as a context manager, which closes it."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn
        self._depth = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; what was committed stays."""
        self.conn.close()

    def rows(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> list[sqlite3.Row]:
        """All rows of a query, each readable by column name."""
        cursor = self.conn.cursor()
        cursor.row_factory = sqlite3.Row
        return cursor.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> sqlite3.Row | None:
        """The first row of a query, or None."""
        cursor = self.conn.cursor()
        cursor.row_factory = sqlite3.Row
        found: sqlite3.Row | None = cursor.execute(sql, parameters).fetchone()
        return found

    def insert(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """Insert one row and return its integer key."""
        return cast("int", self.conn.execute(sql, parameters).lastrowid)

    def value(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> Any:
        """The first column of the first row, or None."""
        found = self.conn.execute(sql, parameters).fetchone()
        return found[0] if found else None

    @contextmanager
    def act(self) -> Iterator[None]:
        """Hold everything that must be true together; nests, and rolls back on any error.

        The outermost act is one ``BEGIN IMMEDIATE``: a deferred one that reads before it writes fails
        with "locked" where two people work, whatever the timeout.
        """
        savepoint = f"act_{self._depth}"
        nested = self.conn.in_transaction
        with told():
            self.conn.execute(f"SAVEPOINT {savepoint}" if nested else "BEGIN IMMEDIATE")
        self._depth += 1
        try:
            with told():
                yield
        except BaseException:
            # A full disk or a RAISE(ROLLBACK) may have ended the transaction already.
            if self.conn.in_transaction:
                self.conn.execute(f"ROLLBACK TO {savepoint}" if nested else "ROLLBACK")
                if nested:
                    self.conn.execute(f"RELEASE {savepoint}")
            raise
        else:
            try:
                with told():
                    self.conn.execute(f"RELEASE {savepoint}" if nested else "COMMIT")
            except BaseException:
                if not nested and self.conn.in_transaction:
                    self.conn.execute("ROLLBACK")
                raise
        finally:
            self._depth -= 1

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Hold one moment's view of the file for several reads."""
        if self.conn.in_transaction:
            yield
            return
        self.conn.execute("BEGIN")
        try:
            yield
        finally:
            self.conn.execute("COMMIT")


def configure(conn: sqlite3.Connection, *, busy_timeout: int = BUSY_TIMEOUT) -> None:
    """Set on a connection what the file itself cannot remember; the timeout is in milliseconds."""
    conn.execute(f"PRAGMA busy_timeout = {int(busy_timeout)}")
    conn.execute("PRAGMA foreign_keys = ON")
    conn.execute("PRAGMA recursive_triggers = ON")
    conn.execute("PRAGMA synchronous = FULL")


def is_ours(conn: sqlite3.Connection) -> bool:
    """Say whether a connection leads to a Claimdesk file, of whatever version."""
    return bool(conn.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID)


def is_current(conn: sqlite3.Connection) -> bool:
    """Say whether a Claimdesk file has the schema that this version knows."""
    return bool(conn.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION)


def open_store(path: str | Path, *, create: bool = True, busy_timeout: int = BUSY_TIMEOUT) -> Store:
    """Open a Claimdesk file, make it where there is none, and bring its schema up to date.

    Raises NotOurDatabase for a file of something else, NewerDatabase for one that a later version wrote,
    NotFound where there is no file and ``create`` is false, DatabaseBusy where another process holds it
    for longer than ``busy_timeout`` milliseconds.
    """
    path = Path(path)
    memory = str(path) == ":memory:"
    if not memory:
        _look_first(path, create)
    try:
        conn = sqlite3.connect(path, isolation_level=None)
    except sqlite3.OperationalError as error:
        raise StoreError(
            f"{path}: cannot be opened ({error}).", hint="Is the folder there, and may you write in it?"
        ) from error
    try:
        _make_ready(conn, path, busy_timeout)
    except BaseException:
        conn.close()
        raise
    return Store(conn)


def _look_first(path: Path, create: bool) -> None:
    if path.is_dir():
        raise StoreError(f"{path} is a folder, not a database.", hint="Name a file, such as --db claims.db")
    if not path.exists():
        if not create:
            raise NotFound(
                f"There is no database {path}.", hint="Add articles first: claims add PATH, or name one with --db"
            )
        if not path.parent.is_dir():
            raise StoreError(f"{path}: the folder {path.parent} does not exist.", hint="Make it first, or name another")


def _make_ready(conn: sqlite3.Connection, path: Path, busy_timeout: int) -> None:
    with told(path):
        configure(conn, busy_timeout=busy_timeout)
        ours = conn.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        version = conn.execute("PRAGMA user_version").fetchone()[0]
        if not ours and (version or conn.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]):
            raise NotOurDatabase(f"{path} is a database of something else; nothing was changed.", hint=_OTHER_FILE)
        if version > SCHEMA_VERSION:
            raise NewerDatabase(
                f"{path} was written by a later version (schema {version}; this one knows {SCHEMA_VERSION}).",
                hint="Update Claimdesk: pip install --upgrade claimdesk",
            )
        if version == SCHEMA_VERSION:
            return
        _patiently(lambda: conn.execute("PRAGMA journal_mode = WAL"), busy_timeout)
        conn.execute("BEGIN IMMEDIATE")
        try:
            migrate(conn)
            conn.execute("COMMIT")
        except BaseException:
            conn.execute("ROLLBACK")
            raise


_OTHER_FILE = "Name another file with --db, or with the variable CLAIMS_DB"


def _patiently(change: Callable[[], object], busy_timeout: int) -> None:
    """Switch the journal although SQLite ignores the busy timeout here while another process does the same."""
    deadline = time.monotonic() + busy_timeout / 1000
    while True:
        try:
            change()
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)


@contextmanager
def told(path: Path | None = None) -> Iterator[None]:
    """Turn what SQLite and our triggers say into errors of ours."""
    name = path or "The database"
    try:
        yield
    except ClaimsError:
        raise
    except UnicodeEncodeError as error:
        raise InputError(f"{error.object[:60]!r} holds bytes that are no text.", hint="Type the words again") from error
    except sqlite3.DatabaseError as error:
        text = str(error)
        if text.startswith("claims:"):
            raise RefusedByFile(text.removeprefix("claims:")) from error
        if "locked" in text or "busy" in text:
            raise DatabaseBusy(
                f"{name} is locked: another process has been writing to it for longer than we wait.",
                hint="Try again in a moment; if it stays so, see which program has the file open",
            ) from error
        if "not a database" in text or "malformed" in text:
            raise NotOurDatabase(
                f"{name} is no SQLite database, or a damaged one ({text}).", hint=_OTHER_FILE
            ) from error
        if "readonly" in text:
            raise StoreError(f"{name} cannot be written ({text}).", hint="May you write in its folder?") from error
        if isinstance(error, sqlite3.OperationalError):
            raise StoreError(f"{name}: {text}.", hint="Is the disk full, or the folder gone?") from error
        raise
