"""The reviewers' queue: its order, its pages, what comes next, and that it never walks through all claims to tell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from claims import desk
from claims.intake import read_path
from claims.models import Flag
from claims.resources import resource
from claims.store import Store, counts, lookup, open_store, parts, queue, search
from claims.store.queue import Sort
from claims.store.search import ClaimFilter
from claims.vocabulary import Kind, Status

OPEN = (Status.EXTRACTED, Status.TAGGED, Status.IN_REVIEW, Status.DISPUTED)
FILTERS = {
    "all": ClaimFilter(),
    "open": ClaimFilter(status=OPEN),
    "tagged": ClaimFilter(status=(Status.TAGGED,)),
    "quotes": ClaimFilter(kind=(Kind.QUOTE, Kind.MIXED)),
    "one outlet": ClaimFilter(publisher="meridian wire"),
    "with figures": ClaimFilter(with_figures=True),
    "found by words": ClaimFilter(search="dam*"),
    "labelled": ClaimFilter(label=("dam", "rail")),
    "flagged": ClaimFilter(flagged=True),
    "nothing": ClaimFilter(verdict=("refuted",)),
}


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample articles, a few claims of which are tagged, labelled or flagged."""
    with open_store(tmp_path_factory.mktemp("queue") / "claims.db") as store:
        by = desk.act("ada")
        for article in sorted(resource("annotations/sample").glob("0*.txt")):
            desk.add(store, by, read_path(article))
        found = search.find(store)
        desk.tag(store, by, desk.see(store, [record.id for record in found[::5]]), desk.Correction())
        desk.label(store, by, desk.see(store, [record.id for record in found[::7]]), ["dam"])
        with store.act():
            for record in found[3::40]:
                flag = Flag(id=f"g{record.id}", claim_id=record.id, kind="looked_at", reason="test", raised_at="2026")
                parts.raise_flag(store, lookup.key(store, "claims", record.id), flag)
        yield store


@pytest.mark.parametrize("wanted", FILTERS.values(), ids=FILTERS)
def test_the_queue_holds_exactly_the_claims_that_a_listing_finds(samples: Store, wanted: ClaimFilter) -> None:
    """One filter means the same at every door."""
    listed = {record.id for record in search.find(samples, wanted)}
    for sort in Sort:
        shown = [record.id for record in queue.page(samples, wanted, sort, limit=1000)]
        assert len(shown) == len(set(shown))
        assert set(shown) == listed
    assert queue.count(samples, wanted) == search.count(samples, wanted) == len(listed)


@pytest.mark.parametrize("wanted", FILTERS.values(), ids=FILTERS)
@pytest.mark.parametrize("sort", Sort)
def test_going_on_from_claim_to_claim_walks_the_queue_in_its_order(
    samples: Store, wanted: ClaimFilter, sort: Sort
) -> None:
    """From the first to the last and back; flagged claims come first, and nothing is left out or met twice."""
    shown = [record.id for record in queue.page(samples, wanted, sort, limit=1000)]
    assert queue.first(samples, wanted, sort) == (shown[0] if shown else None)
    walked = [queue.neighbours(samples, wanted, sort, id) for id in shown]
    assert [one.after for one in walked] == [*shown[1:], None][: len(shown)]
    assert [one.before for one in walked] == [None, *shown[:-1]][: len(shown)]


@pytest.mark.parametrize("sort", Sort)
def test_pages_follow_one_another_without_a_gap(samples: Store, sort: Sort) -> None:
    """Also where a page begins among the flagged claims and ends among the others."""
    whole = [record.id for record in queue.page(samples, ClaimFilter(), sort, limit=1000)]
    paged = []
    for offset in range(0, len(whole) + 3, 3):
        paged += [record.id for record in queue.page(samples, ClaimFilter(), sort, limit=3, offset=offset)]
    assert paged == whole
    flagged = {record.id for record in search.find(samples, ClaimFilter(flagged=True))}
    assert set(whole[: len(flagged)]) == flagged


def test_a_claim_that_has_left_the_queue_still_knows_what_comes_next(samples: Store) -> None:
    """Who has just decided goes on from where they were."""
    wanted = ClaimFilter(status=(Status.TAGGED,))
    shown = [record.id for record in queue.page(samples, wanted, Sort.ARTICLE, limit=1000)]
    third = desk.see(samples, [shown[2]])
    desk.decide(samples, desk.act("ada"), third, desk.Decision(action="submit"))
    after = queue.neighbours(samples, wanted, Sort.ARTICLE, shown[2])
    assert (after.before, after.after) == (shown[1], shown[3])
    desk.undo(samples, desk.act("ada"), shown[2])


def test_the_most_worthy_of_a_check_come_first(samples: Store) -> None:
    """The usual order of what is not flagged."""
    shown = [one.checkworthiness or 0 for one in queue.page(samples, ClaimFilter(), Sort.WORTH, limit=1000)]
    unflagged = shown[search.count(samples, ClaimFilter(flagged=True)) :]
    assert unflagged == sorted(unflagged, reverse=True)


def test_a_speaker_is_meant_by_id_or_by_any_part_of_a_name(samples: Store) -> None:
    """In whatever case; what fits nobody means nobody."""
    (id,) = queue.speakers_meant(samples, "TOLVIK")
    assert queue.speakers_meant(samples, id) == [id]
    assert queue.speakers_meant(samples, "nobody of that name") == []
    assert queue.speaker_names(samples, [id]) == {id: "Maren Tolvik"}


def test_what_a_speaker_said_stands_in_the_order_of_publication(samples: Store) -> None:
    """Across articles, and as many as the listing finds."""
    (id,) = queue.speakers_meant(samples, "tolvik")
    said = queue.words_of(samples, id, limit=100)
    assert [one.source.published for one in said] == sorted(str(one.source.published) for one in said)
    assert len({one.article_id for one in said}) > 1
    assert queue.said_by(samples, id) == len(said) == search.count(samples, ClaimFilter(speaker=(id,)))


def test_outlets_are_counted_by_how_far_they_are(samples: Store) -> None:
    """The small tables say what counting says."""
    outlets = counts.outlets(samples, limit=100)
    assert [one.claims for one in outlets] == sorted((one.claims for one in outlets), reverse=True)
    for one in outlets:
        assert one.claims == search.count(samples, ClaimFilter(publisher=one.name))
        assert one.open == search.count(samples, ClaimFilter(publisher=one.name, status=OPEN))
    assert len(counts.outlets(samples, limit=2)) == 2


@pytest.mark.parametrize("sort", [Sort.WORTH, Sort.ARTICLE])
@pytest.mark.parametrize("name", ["all", "open", "tagged", "quotes"])
def test_a_page_is_read_from_an_index_in_its_order(samples: Store, name: str, sort: Sort) -> None:
    """No sorting and no look at claims that do not fit: at 100,000 claims that is all the difference."""
    plans: list[str] = []
    samples.conn.set_trace_callback(plans.append)
    queue.page(samples, FILTERS[name], sort, limit=20)
    samples.conn.set_trace_callback(None)
    walk = next(sql for sql in plans if "ORDER BY" in sql and "NOT c.pk IN" in sql)
    plan = [row["detail"] for row in samples.rows(f"EXPLAIN QUERY PLAN {walk}")]
    assert any("COVERING INDEX claims_by_" in line or "INDEX claims_by_" in line for line in plan), plan
    assert not any("TEMP B-TREE FOR ORDER BY" in line for line in plan), plan


def test_an_unknown_column_is_no_way_of_counting(tmp_path: Path) -> None:
    """Names of columns are ours alone."""
    with open_store(tmp_path / "claims.db") as store, pytest.raises(ValueError, match="not counted by"):
        counts.by(store, "pk; DROP TABLE claims")
