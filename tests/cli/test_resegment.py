"""claims resegment: what another run of the segmenter would change, and changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.store import open_store

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

JOBS = "14 cranes"


def _forget(desk: Desk, id: str) -> None:
    """Hide a proposal, as a run of a machine that does not find it would."""
    with open_store(desk.folder / "claims.db") as store, store.act():
        run = store.value("SELECT max(seq) FROM events")
        store.conn.execute("UPDATE claims SET retired_by_run = ? WHERE id = ?", (run, id))


def test_nothing_changes_where_the_machine_has_not(stocked: Desk) -> None:
    """The same machine finds the same claims in the same words."""
    before = stocked.json("list")
    again = stocked.run("resegment", "--tagger", "rules")
    assert (again.code, again.out, again.err) == (0, "", "Nothing changes in 1 article.\n")
    assert stocked.json("list") == before


def test_a_dry_run_says_what_would_come_back_and_stores_nothing(stocked: Desk) -> None:
    """A proposal that a run lost comes back under its id, once it is asked for in earnest."""
    id = stocked.claim(JOBS)["id"]
    _forget(stocked, id)
    tried = stocked.run("resegment", "--tagger", "rules", "--dry-run")
    assert (tried.code, id[:8] in tried.out) == (0, True)
    assert tried.err.startswith("Would bring 0 new, 1 changed and 0 hidden claims")
    assert stocked.json("list", "--search", JOBS) == []
    (changed,) = stocked.json("resegment", "--tagger", "rules")
    assert (changed["changed"], changed["new"]) == ([id], [])
    assert stocked.claim(JOBS)["id"] == id
