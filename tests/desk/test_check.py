"""``check`` finds whatever was done to a file behind its back, and nothing on a healthy one."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claims import desk
from claims.store import open_store
from claims.vocabulary import Action, Policy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conftest import Bench

V = "(SELECT pk FROM claims WHERE instr(text, 'keep every route'))"
T = "(SELECT pk FROM claims WHERE instr(text, '40 million'))"
U = "(SELECT pk FROM claims WHERE instr(text, 'bad day'))"
J = "(SELECT pk FROM claims WHERE instr(text, '250 jobs'))"

# What somebody with the file in their hands does after taking the triggers off (they are put back), and what is said.
TAMPERING = {
    "a status without event": (f"UPDATE claims SET status = 'verified' WHERE pk = {U}", "status is 'verified'"),
    "another verdict": (f"UPDATE claims SET verdict = 'refuted' WHERE pk = {V}", "verdict is 'refuted'"),
    "another version": (f"UPDATE claims SET version = 9 WHERE pk = {V}", "is at version 9"),
    "a check": (f"UPDATE claims SET check_figures = 'ok' WHERE pk = {V}", "check_figures is 'ok'"),
    "a rationale": (f"UPDATE claims SET rationale = 'x' WHERE pk = {V}", "rationale is 'x'"),
    "a wording": (f"UPDATE claims SET wording = 'x' WHERE pk = {U}", "wording is 'x'"),
    "other words": (
        f"UPDATE claims SET text = replace(text, 'every', 'no'), spans = replace(spans, 'every', 'no') WHERE pk = {V}",
        "cannot be read",
    ),
    "words of the same length": (
        f"UPDATE claims SET text = replace(text, 'bad', 'mad'), spans = replace(spans, 'bad', 'mad') WHERE pk = {U}",
        "and the article has",
    ),
    "moved offsets": (
        f"UPDATE claims SET spans = json_set(spans, '$[0].start', 0, '$[0].end', length(text)) WHERE pk = {V}",
        "spans is",
    ),
    "spans that are none": (f"UPDATE claims SET spans = '[]' WHERE pk = {V}", "cannot be read"),
    "moved cue": (f"UPDATE claims SET cue_spans = '[]' WHERE pk = {V}", "cue_spans is []"),
    "another kind": (f"UPDATE claims SET kind = 'statement' WHERE pk = {U}", "kind is 'statement'"),
    "another attitude": (f"UPDATE claims SET attitude = 'question' WHERE pk = {U}", "attitude is 'question'"),
    "another confidence": (f"UPDATE claims SET confidence = 1.0 WHERE pk = {U}", "confidence is 1.0"),
    "another worth": (f"UPDATE claims SET checkworthiness = 0.125 WHERE pk = {V}", "checkworthiness is 0.125"),
    "no extractor": (f"UPDATE claims SET extractor = NULL WHERE pk = {V}", "extractor is None"),
    "a revision that there is not": (f"UPDATE claims SET revision = 7 WHERE pk = {V}", "revision"),
    "a source": (f"UPDATE claims SET source = 'The Other Post' WHERE pk = {V}", "source of claim"),
    "a claim hidden": (f"UPDATE claims SET retired_by_run = 2 WHERE pk = {U}", "hidden or shown"),
    "a mark hidden": ("UPDATE claims SET marked = NULL WHERE marked = 1", "hidden or shown"),
    "a claim deleted": (
        f"DELETE FROM events WHERE claim = {V}; DELETE FROM claims WHERE instr(text, 'keep every route')",
        "is missing",
    ),
    "a claim renamed": (f"UPDATE claims SET id = 'c000000000000000' WHERE pk = {V}", "stands in no event"),
    "a claim inserted": (
        "INSERT INTO claims (id, article, revision, kind, text, source, spans, attitude)"
        " SELECT 'c000000000000000', article, revision, kind, text, source, spans, attitude"
        f" FROM claims WHERE pk = {U}",
        "stands in no event",
    ),
    "a speaker": (f"UPDATE claim_speakers SET role = 'president' WHERE claim = {V}", "speakers is"),
    "no speaker": (f"DELETE FROM claim_speakers WHERE claim = {V}", "speakers is []"),
    "a speaker renamed": ("UPDATE speakers SET name = 'Nobody' WHERE name = 'Tilda Brandt'", "name is 'Nobody'"),
    "a figure": (f"UPDATE figures SET low = '1' WHERE claim = {T}", "figures is"),
    "a figure for SQL alone": (f"UPDATE figures SET low_value = 1 WHERE claim = {T}", "for SQL"),
    "a figure nowhere": (f"UPDATE figures SET start = 3, \"end\" = 4 WHERE claim = {T}", "cannot be read"),
    "a figure deleted": (f"DELETE FROM figures WHERE claim = {T}", "figures is []"),
    "evidence": (f"UPDATE evidence SET stance = 'refutes' WHERE claim = {V}", "evidence is"),
    "evidence deleted": ("DELETE FROM evidence", "evidence is []"),
    "evidence retracted": ("UPDATE evidence SET retracted_by = 'eve'", "evidence is"),
    "a label": (f"INSERT INTO labels (claim, label) VALUES ({U}, 'x')", "labels is"),
    "a flag cleared": ("UPDATE flags SET cleared_by = 'eve'", "was cleared by eve"),
    "an anchor moved": (f"UPDATE anchors SET spans = '[]', state = 'exact' WHERE claim = {U}", "is anchored as exact"),
    "an anchor declared sound": (
        f"UPDATE anchors SET state = 'exact' WHERE claim = {J} AND revision = 2", "is anchored as exact",
    ),
    "an anchor declared lost": (
        f"UPDATE anchors SET state = 'orphaned' WHERE claim = {V} AND revision = 2", "is anchored as orphaned",
    ),
    "an anchor deleted": (f"DELETE FROM anchors WHERE claim = {V} AND revision = 2", "nothing says where it stands"),
    "an older text": ("UPDATE revisions SET text = replace(text, 'Norlink', 'Norling') WHERE number = 1", "sha256"),
    "a newer text": ("UPDATE revisions SET text = text || ' More.' WHERE number = 2", "sha256"),
    "a text with its hash": ("UPDATE revisions SET text = text || '.', sha256 = 'x' WHERE number = 2", "its texts"),
    "a headline": ("UPDATE revisions SET title = 'Fares fall' WHERE number = 1", "headlines"),
    "a headline of the article": ("UPDATE articles SET title = 'Fares fall'", "title is"),
    "a publisher": ("UPDATE articles SET publisher = 'The Other Post'", "publisher is"),
    "a day": ("UPDATE articles SET published = 'yesterday'", "cannot be read"),
    "an article inserted": (
        "INSERT INTO articles (id, revision, added_at) VALUES ('a000000000000000', 1, 'x');"
        " INSERT INTO revisions (article, number, text, sha256, recipe, added_at)"
        " SELECT pk, 1, 'x', 'x', 1, 'x' FROM articles WHERE id = 'a000000000000000'",
        "stands in no event",
    ),
    "an event's actor": ("UPDATE events SET actor = 'eve' WHERE seq = 4", "id does not fit"),
    "an event's time": ("UPDATE events SET at = '1999-01-01T00:00:00Z' WHERE seq = 4", "id does not fit"),
    "an event's reason": ("UPDATE events SET reason = 'x' WHERE seq = 4", "id does not fit"),
    "an event's policy": ("UPDATE events SET policy = 'newsroom' WHERE seq = 4", "id does not fit"),
    "an event's claim": (f"UPDATE events SET claim = {U} WHERE seq = 4", "id does not fit"),
    "an event's change": (
        "UPDATE events SET change = replace(change, 'tagged', 'dismissed') WHERE action = 'tag'", "id does not fit",
    ),
    "an event's id": ("UPDATE events SET id = NULL WHERE seq = 4", "other hands"),
    "an event's other id": ("UPDATE events SET id = 'x' WHERE seq = 4", "id does not fit"),
    "an event's act": ("UPDATE events SET act_id = 'x' WHERE seq = 4", "id does not fit"),
    "what an undo undoes": (
        "UPDATE events SET undoes = 5 WHERE seq = (SELECT max(undoes) + 1 FROM events)", "id does not fit",
    ),
    "an event about nothing": ("UPDATE events SET claim = NULL WHERE seq = 4", "cannot be read"),
    "an event that is no act": ("UPDATE events SET action = 'frobnicate' WHERE seq = 4", "cannot be read"),
    "an event that is no change": ("UPDATE events SET change = '[1]' WHERE seq = 4", "cannot be read"),
    "the run of the machine": ("UPDATE events SET change = '{}' WHERE action = 'extract'", "stands in no event"),
    "an event deleted": ("DELETE FROM events WHERE seq = 4", "event 4: is missing"),
    "the first event deleted": ("DELETE FROM events WHERE seq = 1", "event 1: is missing"),
    "the newest events deleted": (
        "DELETE FROM events WHERE seq > (SELECT max(seq) - 2 FROM events)", "has given out the numbers",
    ),
    "an event deleted, and the rest moved up": (
        "DELETE FROM events WHERE seq = 4; UPDATE events SET seq = seq - 1 WHERE seq > 4;"
        " UPDATE sqlite_sequence SET seq = seq - 1 WHERE name = 'events'",
        "",
    ),
    "the counter of events": ("UPDATE sqlite_sequence SET seq = 1000 WHERE name = 'events'", "has given out"),
    "the policy": ("UPDATE settings SET value = 'newsroom' WHERE \"key\" = 'policy'", "setting policy"),
    "a setting deleted": ("DELETE FROM settings WHERE \"key\" = 'guidelines'", "setting guidelines"),
    "a setting invented": ("INSERT INTO settings (\"key\", value) VALUES ('mood', 'good')", "setting mood"),
    "another transition": ("UPDATE transitions SET to_status = 'verified' WHERE action = 'submit'", "transitions"),
    "a new transition": (
        "INSERT INTO transitions (action, from_status, to_status) VALUES ('tag', 'verified', 'tagged')", "transitions",
    ),
    "the search for claims": ("INSERT INTO claims_fts (claims_fts) VALUES ('delete-all')", "claims_fts"),
    "the search for articles": ("INSERT INTO articles_fts (articles_fts) VALUES ('delete-all')", "articles_fts"),
    "a row that leads nowhere": ("UPDATE figures SET claim = 987654", "refers to a row"),
}  # fmt: skip

SCHEMA = {
    "a trigger dropped": ("DROP TRIGGER events_transition", "trigger events_transition: is missing"),
    "a search trigger dropped": ("DROP TRIGGER claims_fts_update", "trigger claims_fts_update: is missing"),
    "a trigger weakened": (
        "DROP TRIGGER events_stale; CREATE TRIGGER events_stale BEFORE INSERT ON events BEGIN SELECT 1; END",
        "trigger events_stale: is not as Claimdesk made it",
    ),
    "a trigger of others": (
        "CREATE TRIGGER swallow BEFORE INSERT ON events BEGIN SELECT RAISE(IGNORE); END", "is not Claimdesk's",
    ),
    "a view dropped": ("DROP VIEW claims_in_words", "view claims_in_words: is missing"),
    "an index dropped": ("DROP INDEX events_undone", "index events_undone: is missing"),
    "a column more": ("ALTER TABLE claims ADD COLUMN mood TEXT", "table claims: is not as Claimdesk made it"),
}  # fmt: skip


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory, make_bench: Callable[[Path], Bench]) -> Iterator[Bench]:
    """People have worked here: evidence, labels, a mark, a flag, undone acts, settings."""
    bench = make_bench(tmp_path_factory.mktemp("worked") / "claims.db")
    bench.add()
    by = desk.act("ana")
    bench.verified("keep every route")
    bench.tag("40 million")
    bench.tag("250 jobs")
    desk.undo(bench.store, by, bench.claim("250 jobs").id)
    desk.mark(bench.store, by, bench.article().id, "harbour minister Tilda Brandt", speaker="Ida Holm")
    desk.label(bench.store, desk.act("ana"), bench.seen("40 million"), ["ferries"])
    bench.decide("keep every route", Action.REOPEN)
    desk.undo(bench.store, desk.act("rosa"))
    bench.add(bench.article().text.replace("250 jobs", "300 jobs"))
    desk.set_policy(bench.store, desk.act("rosa"), Policy.NEWSROOM)
    desk.undo(bench.store, desk.act("rosa"))
    yield bench
    bench.store.close()


@pytest.fixture
def copy(worked: Bench, tmp_path: Path) -> Path:
    """The same file, to be spoiled."""
    worked.store.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return Path(shutil.copy(worked.path, tmp_path / "copy.db"))


def _problems(path: Path) -> list[str]:
    with open_store(path) as store:
        return [f"{problem.where}: {problem.what}" for problem in desk.check(store)]


def _run(path: Path, script: str, *, without_triggers: bool) -> None:
    conn = sqlite3.connect(path, isolation_level=None)
    triggers = conn.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    conn.execute("PRAGMA synchronous = OFF")
    conn.execute("BEGIN")
    for name, _ in triggers if without_triggers else []:
        conn.execute(f"DROP TRIGGER {name}")
    conn.execute("PRAGMA ignore_check_constraints = ON")
    changes = conn.total_changes
    conn.execute("COMMIT")
    conn.executescript(script)
    if without_triggers:
        assert conn.total_changes > changes
        conn.execute("BEGIN")
        for _, sql in triggers:
            conn.execute(sql)
        conn.execute("COMMIT")
    conn.close()


def test_a_healthy_file_has_no_problems(worked: Bench) -> None:
    """Looking changes nothing."""
    before = worked.dump()
    assert worked.problems() == []
    assert worked.dump() == before


@pytest.mark.parametrize("name", TAMPERING)
def test_tampering_with_rows_is_found(copy: Path, name: str) -> None:
    """Whoever takes the triggers off and puts them back leaves traces, and no trace is a traceback."""
    script, said = TAMPERING[name]
    _run(copy, script, without_triggers=True)
    problems = _problems(copy)
    assert problems
    assert any(said in problem for problem in problems), problems


@pytest.mark.parametrize("name", SCHEMA)
def test_tampering_with_the_schema_is_found(copy: Path, name: str) -> None:
    """The rules of the file are part of what is checked."""
    script, said = SCHEMA[name]
    _run(copy, script, without_triggers=False)
    assert any(said in problem for problem in _problems(copy))


def test_what_others_keep_in_the_file_is_theirs(copy: Path) -> None:
    """Tables and views of another program are no problem."""
    script = "CREATE TABLE notes (x); CREATE VIEW my_claims AS SELECT * FROM claims; CREATE INDEX mine ON notes (x)"
    _run(copy, script, without_triggers=False)
    assert _problems(copy) == []


def test_damaged_pages_are_found(copy: Path) -> None:
    """A disk that lies is told from people who do."""
    data = bytearray(copy.read_bytes())
    with sqlite3.connect(copy) as conn:
        (page,) = conn.execute("SELECT rootpage FROM sqlite_master WHERE name = 'labels_label'").fetchone()
        (size,) = conn.execute("PRAGMA page_size").fetchone()
    conn.close()
    at = (page - 1) * size
    data[at + size - 40 : at + size] = bytes(40)
    copy.write_bytes(data)
    assert any(problem.startswith("file: ") for problem in _problems(copy))


def test_a_file_that_cannot_be_written_now_is_checked_all_the_same(copy: Path) -> None:
    """While somebody holds it, and where writing is not allowed, a copy in memory is looked at."""
    other = sqlite3.connect(copy, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_store(copy, busy_timeout=20) as store:
        assert desk.check(store) == []
        store.conn.execute("PRAGMA query_only = ON")
        assert desk.check(store) == []
    other.execute("ROLLBACK")
    other.execute("INSERT INTO claims_fts (claims_fts) VALUES ('delete-all')")
    other.close()
    with open_store(copy) as store:
        store.conn.execute("PRAGMA query_only = ON")
        assert [problem.where for problem in desk.check(store)] == ["claims_fts"]


def test_a_missing_index_can_be_rebuilt_as_the_hint_says(copy: Path) -> None:
    """The hint is a statement that helps."""
    _run(copy, "INSERT INTO claims_fts (claims_fts) VALUES ('delete-all')", without_triggers=False)
    with open_store(copy) as store:
        (problem,) = desk.check(store)
        assert problem.hint is not None
        store.conn.execute(problem.hint.removeprefix("Rebuild it: "))
        assert desk.check(store) == []
