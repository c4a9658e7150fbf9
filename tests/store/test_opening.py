"""Opening the file: the same settings for everybody, clear errors for what is no file of ours."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from claims.errors import DatabaseBusy, NewerDatabase, NotFound, NotOurDatabase, StoreError
from claims.store import open_store
from claims.store.migrations import APPLICATION_ID, SCHEMA_VERSION


def test_a_new_file_has_the_settings_that_were_measured(tmp_path: Path) -> None:
    """WAL, foreign keys, recursive triggers and a busy timeout, for whoever opens it."""
    with open_store(tmp_path / "claims.db") as store:
        assert store.value("PRAGMA journal_mode") == "wal"
        assert store.value("PRAGMA foreign_keys") == 1
        assert store.value("PRAGMA recursive_triggers") == 1
        assert store.value("PRAGMA busy_timeout") == 5000
        assert store.value("PRAGMA application_id") == APPLICATION_ID
        assert store.value("PRAGMA user_version") == SCHEMA_VERSION


def test_a_file_of_something_else_is_left_alone(tmp_path: Path) -> None:
    """Neither text nor another program's database is touched, not by a byte."""
    text, other, marked = tmp_path / "notes.txt", tmp_path / "other.db", tmp_path / "marked.db"
    text.write_text("Call the harbour office\n" * 100)
    with sqlite3.connect(other) as conn:
        conn.execute("CREATE TABLE recipes (name TEXT)")
    conn.close()
    with sqlite3.connect(marked) as conn:
        conn.execute("PRAGMA user_version = 3")
    conn.close()
    for path in (text, other, marked):
        before = path.read_bytes()
        with pytest.raises(NotOurDatabase, match=path.name):
            open_store(path)
        assert path.read_bytes() == before


def test_a_file_of_a_later_version_is_not_opened(tmp_path: Path) -> None:
    """What a later version wrote, this one does not understand."""
    path = tmp_path / "claims.db"
    open_store(path).close()
    conn = sqlite3.connect(path)
    conn.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    conn.close()
    with pytest.raises(NewerDatabase, match=f"schema {SCHEMA_VERSION + 1}"):
        open_store(path)


def test_folders_and_missing_folders_are_named(tmp_path: Path) -> None:
    """Each path that cannot hold a database says why."""
    with pytest.raises(StoreError, match="is a folder"):
        open_store(tmp_path)
    with pytest.raises(StoreError, match="does not exist"):
        open_store(tmp_path / "nowhere" / "claims.db")
    with pytest.raises(NotFound, match="There is no database"):
        open_store(tmp_path / "claims.db", create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_is_no_traceback(tmp_path: Path) -> None:
    """A file whose pages are overwritten is refused in words."""
    path = tmp_path / "claims.db"
    open_store(path).close()
    data = path.read_bytes()
    path.write_bytes(data[:100] + b"\xff" * (len(data) - 100))
    with pytest.raises(NotOurDatabase, match="damaged"):
        open_store(path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_may_only_be_read_says_so(tmp_path: Path) -> None:
    """Reading works, writing names the file's rights."""
    path = tmp_path / "claims.db"
    open_store(path).close()
    path.chmod(stat.S_IRUSR)
    with open_store(path) as store, pytest.raises(StoreError, match="cannot be written"), store.act():
        pass


def test_somebody_elses_act_is_waited_for_and_then_named(tmp_path: Path) -> None:
    """A file that another connection holds is busy; nothing of the own act stays."""
    path = tmp_path / "claims.db"
    open_store(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_store(path, busy_timeout=20) as store:
        with pytest.raises(DatabaseBusy, match="another process"), store.act():
            pytest.fail("the act must not begin")
        assert not store.conn.in_transaction
        other.execute("COMMIT")
        with store.act():
            pass
    other.close()


def test_a_new_file_that_another_holds_is_busy_and_not_half_made(tmp_path: Path) -> None:
    """Making the schema waits, too."""
    path = tmp_path / "claims.db"
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DatabaseBusy):
        open_store(path, busy_timeout=20)
    other.execute("ROLLBACK")
    other.close()
    with open_store(path) as store:
        assert store.value("SELECT count(*) FROM transitions") > 0


def test_acts_nest_and_roll_back_to_where_they_began(tmp_path: Path) -> None:
    """What fails inside takes back its own, and the outer act goes on; a failing outer act takes back all."""
    store = open_store(tmp_path / "claims.db")

    def note(text: str, *, fail: bool = False) -> None:
        with store.act():
            store.conn.execute("INSERT INTO speakers (id, name, kind) VALUES (?, ?, 'person')", (text, text))
            if fail:
                raise KeyError

    def act(*, fail: bool) -> None:
        with store.act():
            note("one")
            with pytest.raises(KeyError):
                note("two", fail=True)
            note("three")
            if fail:
                raise KeyError

    with pytest.raises(KeyError):
        act(fail=True)
    assert store.rows("SELECT name FROM speakers") == []
    act(fail=False)
    assert [row["name"] for row in store.rows("SELECT name FROM speakers")] == ["one", "three"]
    assert not store.conn.in_transaction
    store.close()
