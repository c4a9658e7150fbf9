"""Two people never overwrite each other, in one process or in two; a killed process leaves nothing by halves."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claims import desk
from claims.errors import DatabaseBusy, StaleVersion
from claims.store import articles, events, open_store
from claims.vocabulary import Action, Status

if TYPE_CHECKING:
    from tests.conftest import Bench

WORDS = "keep every route"


def test_a_stale_version_is_refused_with_both_versions(bench: Bench) -> None:
    """What the other person did, and when, is in the message; nothing is changed."""
    seen = bench.seen(WORDS)
    bench.tag(WORDS, by="rosa", wording="All routes stay")
    desk.label(bench.store, desk.act("rosa"), bench.seen(WORDS), ["ferries"])
    before = bench.dump()
    outcome = desk.tag(bench.store, desk.act("ana"), seen, desk.Correction(kind="statement"))
    ((id, error),) = outcome.failed
    assert isinstance(error, StaleVersion)
    assert (id, error.expected, error.found) == (seen[0].id, 0, 2)
    assert "is at version 2, and you looked at version 0" in error.message
    assert "rosa tag at 20" in error.message
    assert "wording None to 'All routes stay'" in error.message
    assert "rosa label" in error.message
    assert bench.dump() == before


def test_every_act_upon_a_claim_minds_the_version(bench: Bench) -> None:
    """Whatever was to be done: somebody was faster, so it is not done."""
    bench.tag(WORDS)
    piece = bench.evidence(WORDS).evidence[0]
    (stale,) = bench.seen(WORDS)
    desk.note(bench.store, desk.act("rosa"), stale, "Somebody was faster")
    by, store = desk.act("ana"), bench.store
    before = bench.dump()
    for act in (
        lambda: bench.only(desk.tag(store, by, [stale], desk.Correction(wording="x"))),
        lambda: bench.only(desk.label(store, by, [stale], ["x"])),
        lambda: bench.only(desk.decide(store, by, [stale], desk.Decision(action=Action.SUBMIT))),
        lambda: desk.note(store, by, stale, "x"),
        lambda: desk.add_evidence(store, by, stale, desk.EvidenceEntry(stance="context", citation="x")),
        lambda: desk.retract_evidence(store, by, piece.id, version=stale.version),
        lambda: desk.undo(store, by, stale.id, reason="x", version=stale.version),
    ):
        with pytest.raises(StaleVersion):
            act()
    assert bench.dump() == before


def test_without_a_version_whatever_is_there_is_taken(bench: Bench) -> None:
    """A batch by id does not look first."""
    bench.tag(WORDS)
    one = desk.Seen(id=bench.claim(WORDS).id)
    assert bench.only(desk.label(bench.store, desk.act("ana"), [one], ["x"])).version == 2


TAGGER = """
import sys
from claims import desk
from claims.errors import ClaimsError
from claims.store import open_store
path, claim, name = sys.argv[1:]
with open_store(path) as store:
    seen = desk.see(store, [claim])
    print("seen", seen[0].version, flush=True)
    sys.stdin.readline()
    outcome = desk.tag(store, desk.act(name), seen, desk.Correction(wording=f"As {name} puts it"))
    for _, error in outcome.failed:
        print(type(error).__name__, error.message, flush=True)
    for record in outcome.done:
        print("done", record.version, flush=True)
"""


def _process(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )


def test_of_two_processes_that_act_on_one_claim_one_is_told(bench: Bench) -> None:
    """Both looked at version 0 and both begin at once: one act is done, the other process hears of both versions."""
    id = bench.claim(WORDS).id
    both = [_process(TAGGER, str(bench.path), id, name) for name in ("ana", "rosa")]
    for process in both:
        assert process.stdout is not None
        assert process.stdout.readline() == "seen 0\n"
    # The lock is held while both start, so that they meet behind it.
    with bench.store.act():
        for process in both:
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        time.sleep(0.1)
    said = sorted(process.communicate()[0].strip() for process in both)
    assert said[1] == "done 1"
    assert said[0].startswith("StaleVersion")
    assert "is at version 1, and you looked at version 0" in said[0]
    (event,) = events.of_claim(bench.store, id)
    assert bench.claim(WORDS).wording == f"As {event.actor} puts it"
    assert bench.problems() == []


def test_an_act_that_cannot_begin_leaves_nothing(bench: Bench) -> None:
    """Somebody holds the file for longer than we wait: the act is refused whole."""
    bench.tag(WORDS)
    before = bench.dump()
    other = bench.raw()
    other.execute("BEGIN IMMEDIATE")
    with open_store(bench.path, busy_timeout=20) as store:
        with pytest.raises(DatabaseBusy):
            desk.label(store, desk.act("ana"), bench.seen(WORDS), ["x"])
        with pytest.raises(DatabaseBusy):
            desk.add(store, desk.act("ana"), bench.article("Another text, the mayor said.", url=None))
    other.execute("ROLLBACK")
    assert bench.dump() == before


INGEST = """
import sys
from claims import desk
from claims.ids import article_id, text_sha256
from claims.models import Article, Revision
from claims.store import open_store
path, text = sys.argv[1:]
with open_store(path) as store:
    print("ready", flush=True)
    for number in range(10_000):
        words = f"{text} This was edition {number}."
        revision = Revision(number=1, text=words, sha256=text_sha256(words), recipe=1)
        desk.add(store, desk.act("intake"), Article(id=article_id(None, words), revisions=(revision,)))
        print(number, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal here")
@pytest.mark.parametrize("moment", [0.0, 0.003, 0.007, 0.012, 0.018, 0.025, 0.04, 0.06])
def test_an_ingest_that_is_killed_loses_and_halves_nothing(bench: Bench, tmp_path: Path, moment: float) -> None:
    """Every article that was reported is there with all its claims, and none is there by half."""
    path = tmp_path / "killed.db"
    process = _process(INGEST, str(path), bench.article().text)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    process.stdout.readline()
    time.sleep(moment)
    os.kill(process.pid, signal.SIGKILL)
    reported = 1 + sum(1 for _ in process.stdout)
    process.wait()
    process.communicate()
    with open_store(path) as store:
        entries = articles.entries(store)
        assert len(entries) in {reported, reported + 1}
        whole = len(desk.segment(articles.get(store, entries[0].id)).claims)
        assert {entry.claims for entry in entries} == {whole}
        assert desk.check(store) == []
        words = bench.article().text
        assert desk.add(store, desk.act("intake"), bench.article(words, url=None)).outcome == "added"


def test_readers_see_one_moment(bench: Bench) -> None:
    """An export while somebody works is of one moment, and check does not stumble."""
    other = bench.raw()
    other.execute("BEGIN IMMEDIATE")
    other.execute(
        "INSERT INTO events (actor, action, claim, version, change) SELECT 'eve', 'tag', pk, 0,"
        """ '{"status": ["extracted", "tagged"]}' FROM claims WHERE instr(text, ?)""",
        (WORDS,),
    )
    assert bench.claim(WORDS).status == Status.EXTRACTED
    assert desk.export(bench.store).events == 2
    other.execute("COMMIT")
    assert bench.claim(WORDS).status == Status.TAGGED
