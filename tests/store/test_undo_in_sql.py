"""Undo in raw SQL: exactly the newest act that stands, reversed, once."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.conftest import Bench

WORDS = "keep every route"
UNDO = "INSERT INTO events (actor, action, claim, version, change, undoes) VALUES ('eve', ?, ?, ?, ?, ?)"


def _undo(conn: sqlite3.Connection, undoes: int | None, change: object, *, action: str = "undo") -> None:
    pk, version = conn.execute("SELECT pk, version FROM claims WHERE instr(text, ?)", (WORDS,)).fetchone()
    conn.execute(UNDO, (action, pk, version, json.dumps(change, ensure_ascii=False), undoes))


def _events(conn: sqlite3.Connection) -> list[tuple[int, dict[str, Any]]]:
    query = "SELECT seq, change FROM events WHERE claim = (SELECT pk FROM claims WHERE instr(text, ?)) ORDER BY seq"
    return [(seq, json.loads(change)) for seq, change in conn.execute(query, (WORDS,))]


def _reverse(change: dict[str, Any]) -> dict[str, Any]:
    return {field: [after, before] for field, (before, after) in change.items()}


def test_sql_undoes_the_newest_act(bench: Bench) -> None:
    """The true reverse of the newest act is taken, and check says who wrote it."""
    bench.tag(WORDS, wording="All routes stay")
    conn = bench.raw()
    (seq, change), *_ = _events(conn)
    _undo(conn, seq, _reverse(change))
    record = bench.claim(WORDS)
    assert (record.status, record.wording, record.version) == ("extracted", None, 2)
    assert len(bench.problems()) == 1


def test_sql_cannot_forge_an_undo(bench: Bench) -> None:
    """A wrong reverse, an undo of an undo, of what is undone, of what others built upon, of another claim's act."""
    bench.verified(WORDS)
    bench.tag("250 jobs")
    conn = bench.raw()
    events = _events(conn)
    (first, tag), *_, (last, approve) = events
    other = conn.execute("SELECT max(seq) FROM events").fetchone()[0]
    back = _reverse(approve)
    forgeries: list[tuple[int | None, dict[str, Any]]] = [
        (last, {}),  # nothing of it
        (last, {"status": back["status"]}),  # half of it
        (last, back | {"rationale": [None, "as I said"]}),  # more than it
        (last, back | {"status": ["verified", "tagged"]}),  # to another status
        (last, back | {"verdict": ["supported", "refuted"]}),  # to another verdict
        (first, _reverse(tag)),  # an older act
        (first, {"status": ["verified", "extracted"]}),  # an older act, made to fit
        (other, {"status": ["verified", "tagged"]}),  # an act upon another claim
        (other, {}),  # an act upon another claim, nothing of it
        (None, back),  # no act at all
        (9999, back),  # an act that there was not
        (last + 2, {}),  # an act to come
    ]
    for undoes, change in forgeries:
        with pytest.raises(sqlite3.IntegrityError, match=r"claims:(undo|before)"):
            _undo(conn, undoes, change)
    with pytest.raises(sqlite3.IntegrityError, match=r"claims:(undo|transition)"):
        _undo(conn, last, {}, action="note")
    _undo(conn, last, back)
    undone = conn.execute("SELECT max(seq) FROM events").fetchone()[0]
    with pytest.raises(sqlite3.IntegrityError, match="claims:undo"):
        _undo(conn, undone, approve)
    with pytest.raises(sqlite3.IntegrityError, match=r"claims:(undo|append_only|before)"):
        _undo(conn, last, back)
    assert bench.claim(WORDS).status == "in_review"


def test_sql_undoes_a_setting_exactly(bench: Bench) -> None:
    """A change of policy is an event that is undone like any other."""
    conn = bench.raw()
    said = "INSERT INTO events (actor, action, setting, change, undoes) VALUES ('eve', ?, 'policy', ?, ?)"
    conn.execute(said, ("set", '{"value": ["solo", "newsroom"]}', None))
    seq = conn.execute("SELECT max(seq) FROM events").fetchone()[0]
    with pytest.raises(sqlite3.IntegrityError, match="claims:undo"):
        conn.execute(said, ("undo", '{"value": ["solo", "newsroom"]}', seq))
    conn.execute(said, ("undo", '{"value": ["newsroom", "solo"]}', seq))
    with pytest.raises(sqlite3.IntegrityError, match="claims:"):
        conn.execute(said, ("undo", '{"value": ["solo", "newsroom"]}', seq))
    assert conn.execute("SELECT value FROM settings WHERE key = 'policy'").fetchone() == ("solo",)


def test_what_is_hidden_is_nobodys_to_work_on(bench: Bench) -> None:
    """A mark that was taken back can be marked anew and nothing else; the same holds of a retired proposal."""
    conn = bench.raw()
    note = "INSERT INTO events (actor, action, claim, version) SELECT 'eve', ?, pk, version FROM claims WHERE pk = ?"
    text = bench.article().text.replace("“This is a bad day for the islands,” said Oren Falk, who leads the union.", "")
    bench.add(text)
    (retired,) = conn.execute("SELECT pk FROM claims WHERE retired_by_run IS NOT NULL").fetchone()
    for action in ("note", "tag", "dismiss", "mark"):
        with pytest.raises(sqlite3.IntegrityError, match="claims:hidden"):
            conn.execute(note, (action, retired))


def test_sql_undoes_a_word_on_a_pair_whatever_others_said_later(worked: Bench) -> None:
    """What another person said builds on nothing; only a later word of the same person has to go first."""
    conn = worked.raw()
    pair, first = conn.execute("SELECT pair, min(seq) FROM events WHERE pair IS NOT NULL").fetchone()
    undo = "INSERT INTO events (actor, action, pair, change, undoes) VALUES (?, 'undo', ?, ?, ?)"
    later = "INSERT INTO events (actor, action, pair, change) VALUES ('ana', 'compare', ?, ?)"
    back = '{"decision": ["different", null]}'
    conn.execute("BEGIN")
    conn.execute(later, (pair, '{"decision": ["different", "same"]}'))
    with pytest.raises(sqlite3.IntegrityError, match="claims:undo"):
        conn.execute(undo, ("ana", pair, back, first))
    conn.execute("ROLLBACK")
    conn.execute(undo, ("ana", pair, back, first))
    with pytest.raises(sqlite3.IntegrityError, match=r"claims:(undo|append_only)"):
        conn.execute(undo, ("ana", pair, back, first))
    assert conn.execute("SELECT actor, decision FROM pair_decisions").fetchall() == [("bob", "same")]
