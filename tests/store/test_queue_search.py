"""Walking a queue that is searched leads through the same claims, in the same order, as its pages show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims import desk
from claims.store import queue
from claims.store.queue import Sort
from claims.store.search import ClaimFilter
from claims.vocabulary import Status

if TYPE_CHECKING:
    from tests.conftest import Bench


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize(
    "wanted",
    [
        ClaimFilter(search="the"),
        ClaimFilter(search="the", status=(Status.EXTRACTED,)),
        ClaimFilter(search="the", with_figures=True),
        ClaimFilter(search="zebra"),
    ],
)
def test_each_claim_leads_to_its_neighbours_on_the_page(bench: Bench, wanted: ClaimFilter, sort: Sort) -> None:
    """Flagged ones first; also from a claim that does not fit, which stands where it would."""
    bench.add(url="https://islandtimes.example/fares", publisher="Island Times")
    tagged = bench.store.value("SELECT id FROM claims ORDER BY pk DESC")
    desk.tag(bench.store, desk.act("ana"), [desk.Seen(id=tagged)], desk.Correction())
    bench.store.insert(
        "INSERT INTO flags (id, claim, kind, reason, raised_at)"
        " SELECT substr(id, 2) || 'f', pk, 'test', 'look', '2026-03-04' FROM claims WHERE pk IN (3, 9)"
    )
    shown = [record.id for record in queue.page(bench.store, wanted, sort, limit=100)]
    assert len(shown) > 5 or wanted.search == "zebra"
    for before, id, after in zip([None, *shown], shown, [*shown[1:], None], strict=False):
        assert queue.neighbours(bench.store, wanted, sort, id) == queue.Neighbours(before=before, after=after)
    if tagged not in shown:
        found = queue.neighbours(bench.store, wanted, sort, tagged)
        plain = queue.neighbours(bench.store, wanted.model_copy(update={"search": None}), sort, tagged)
        assert {found.before, found.after} <= {None, *shown}
        assert bool(shown) == bool(found.before or found.after)
        assert bool(plain.before or plain.after)
