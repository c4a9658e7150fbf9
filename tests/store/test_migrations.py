"""The schema is made in steps: twice changes nothing, and a step that fails leaves nothing behind."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from claims import vocabulary
from claims.store import migrations, open_store
from claims.store.descriptions import CODES, TABLES, VIEWS
from claims.store.migrations import STEPS, migrate
from claims.vocabulary import TRANSITIONS


def _blank() -> sqlite3.Connection:
    conn = sqlite3.connect(":memory:", isolation_level=None)
    migrate(conn)
    return conn


def test_migrating_twice_changes_nothing(tmp_path: Path) -> None:
    """A shipped step is applied once."""
    path = tmp_path / "claims.db"
    with open_store(path) as store:
        before = "\n".join(store.conn.iterdump())
        migrate(store.conn)
        assert "\n".join(store.conn.iterdump()) == before
    with open_store(path) as store:
        assert "\n".join(store.conn.iterdump()) == before


def test_a_step_that_fails_takes_all_steps_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a schema would be worse than none; the next try finds a blank file."""
    path = tmp_path / "claims.db"
    broken = (*STEPS[:-1], ("m999_broken", "CREATE TABLE fine (pk INTEGER PRIMARY KEY);\nCREATE TABLE claims (x);\n"))
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "STEPS", broken)
        with pytest.raises(Exception, match="already exists"):
            open_store(path)
    conn = sqlite3.connect(path)
    assert conn.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    assert conn.execute("PRAGMA user_version").fetchone() == (0,)
    conn.close()
    open_store(path).close()


def test_a_step_is_added_to_a_file_that_has_claims(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An older file gets the steps that it lacks, whatever it holds."""
    path = tmp_path / "claims.db"
    open_store(path).close()
    more = (*STEPS, ("m999_more", "CREATE TABLE more (pk INTEGER PRIMARY KEY);\n"))
    monkeypatch.setattr(migrations, "STEPS", more)
    monkeypatch.setattr(migrations, "SCHEMA_VERSION", len(more))
    monkeypatch.setattr("claims.store.connection.SCHEMA_VERSION", len(more))
    with open_store(path) as store:
        assert store.value("SELECT count(*) FROM more") == 0
        assert store.value("PRAGMA user_version") == len(more)


def test_two_processes_make_one_file(tmp_path: Path) -> None:
    """Whoever comes second finds the schema made."""
    path = tmp_path / "claims.db"
    script = "import sys; from claims.store import open_store; open_store(sys.argv[1]).close()"
    both = [subprocess.Popen([sys.executable, "-c", script, str(path)]) for _ in range(3)]
    assert [process.wait(60) for process in both] == [0, 0, 0]
    with open_store(path) as store:
        assert store.value("SELECT count(*) FROM transitions") == len(TRANSITIONS)


def test_the_table_of_transitions_is_that_of_the_vocabulary() -> None:
    """One list, in SQL and in Python."""
    rows = _blank().execute("SELECT action, from_status, to_status FROM transitions").fetchall()
    assert sorted(rows) == sorted((str(a), str(b), str(c)) for a, b, c in TRANSITIONS)


@pytest.mark.parametrize(
    ("table", "column", "words"),
    [
        ("claims", "kind", vocabulary.Kind),
        ("claims", "status", vocabulary.Status),
        ("claims", "verdict", vocabulary.Verdict),
        ("claims", "attitude", vocabulary.Attitude),
        *(("claims", f"check_{check}", vocabulary.CheckResult) for check in vocabulary.Check),
        ("anchors", "state", vocabulary.AnchorState),
        ("claim_speakers", "relation", vocabulary.SpeakerRelation),
        ("speakers", "kind", vocabulary.SpeakerKind),
        ("figures", "kind", vocabulary.FigureKind),
        ("figures", "part", vocabulary.Part),
        ("figures", "modifier", vocabulary.Modifier),
        ("figures", "change", vocabulary.Change),
        ("evidence", "stance", vocabulary.Stance),
        ("claim_pairs", "relation", vocabulary.ClaimRelation),
        ("claim_pairs", "remark", vocabulary.PairRemark),
    ],
)
def test_the_words_that_sql_takes_are_those_of_the_vocabulary(
    table: str, column: str, words: type[vocabulary.StrEnum]
) -> None:
    """A word that Python does not know could not be read again."""
    (sql,) = _blank().execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    (listed,) = re.findall(rf"CHECK \({column} IN \(([^)]*)\)\)", sql)
    assert re.findall(r"'(\w+)'", listed) == [str(word) for word in words]


def test_events_know_every_act_and_policy() -> None:
    """The triggers list what can be done to what; together that is every act of the vocabulary."""
    (subject,) = _blank().execute("SELECT sql FROM sqlite_master WHERE name = 'events_subject'").fetchone()
    quoted = set(re.findall(r"'(\w+)'", subject))
    assert {str(action) for action in vocabulary.Action} | {str(policy) for policy in vocabulary.Policy} <= quoted


def test_a_pair_takes_every_decision_of_the_vocabulary() -> None:
    """A decision that Python does not know could not be read again."""
    (trigger,) = _blank().execute("SELECT sql FROM sqlite_master WHERE name = 'events_decision'").fetchone()
    (listed,) = re.findall(r"NOT IN \(([^)]*)\)", trigger)
    assert re.findall(r"'(\w+)'", listed) == [str(word) for word in vocabulary.PairDecision]


def test_every_table_view_and_code_is_described() -> None:
    """Whoever browses the file finds its things in words."""
    conn = _blank()
    names = {
        name
        for (name,) in conn.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
        if not name.startswith(("sqlite_", "_sqlite_")) and "_fts" not in name
    }
    assert names == TABLES.keys() | VIEWS.keys()
    raised = {code for _, sql in STEPS for code in re.findall(r"'(claims:\w+)'", sql)}
    assert raised == CODES.keys()


def test_triggers_call_no_function_of_ours() -> None:
    """Any program can write to the file: a plain connection knows every function that a trigger needs."""
    conn = _blank()
    tables = [name for (name,) in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        if "_fts" in table or table.startswith(("sqlite_", "_sqlite_")):
            continue
        columns = [f'"{row[1]}" = "{row[1]}"' for row in conn.execute(f"PRAGMA table_info({table})")]
        conn.execute(f"EXPLAIN INSERT INTO {table} DEFAULT VALUES")
        conn.execute(f"EXPLAIN UPDATE {table} SET {', '.join(columns)}")
        conn.execute(f"EXPLAIN DELETE FROM {table}")
