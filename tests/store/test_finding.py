"""Finding claims, articles and speakers: filters, orders, starts of ids, and any text in a search box."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims import desk
from claims.errors import Ambiguous, NotFound
from claims.store import articles, claims, lookup, open_store, search, speakers
from claims.store.search import ClaimFilter, Order
from claims.vocabulary import Action, Attitude, Kind, Status

if TYPE_CHECKING:
    from tests.conftest import Bench


def test_filters_agree_with_what_the_records_say(bench: Bench) -> None:
    """Every filter gives exactly the claims whose record fits, in number and in order of the articles."""
    bench.add("“Snow is heavy,” Pia Strand said. She hopes that 12 trains run.", url="https://b.example/", title=None)
    bench.verified("keep every route")
    desk.label(bench.store, desk.act("ana"), bench.seen("40 million", "bad day"), ["ferries"])
    bench.decide("250 jobs", Action.DISMISS, reason="opinion")
    every = search.find(bench.store)
    brandt = speakers.with_name(bench.store, "Tilda Brandt")[0]
    first = bench.article().id
    filters = {
        ClaimFilter(status=(Status.VERIFIED, Status.DISMISSED)): lambda r: r.status in {"verified", "dismissed"},
        ClaimFilter(kind=(Kind.QUOTE,)): lambda r: r.kind == "quote",
        ClaimFilter(attitude=(Attitude.ASSERTION,)): lambda r: r.attitude == "assertion",
        ClaimFilter(label=("ferries",)): lambda r: "ferries" in r.labels,
        ClaimFilter(speaker=(brandt,)): lambda r: r.speaker is not None and r.speaker.id == brandt,
        ClaimFilter(article=(first,)): lambda r: r.article_id == first,
        ClaimFilter(with_figures=True): lambda r: bool(r.figures),
        ClaimFilter(with_figures=True, article=(first,), kind=(Kind.INDIRECT,)): lambda r: (
            r.figures and r.article_id == first and r.kind == "indirect"
        ),
    }
    for wanted, fits in filters.items():
        found = search.find(bench.store, wanted)
        assert found == [record for record in every if fits(record)]
        assert 0 < len(found) == search.count(bench.store, wanted)
    assert search.find(bench.store, limit=2, offset=1) == every[1:3]


@pytest.mark.parametrize("order", Order)
def test_every_order_gives_every_claim_once(bench: Bench, order: Order) -> None:
    """Sorting loses and doubles nothing, and is the same each time."""
    bench.tag("bad day")
    found = [record.id for record in search.find(bench.store, order=order)]
    assert sorted(found) == sorted(record.id for record in search.find(bench.store))
    assert found == [record.id for record in search.find(bench.store, order=order)]
    if order == Order.CHANGED:
        assert found[0] == bench.claim("bad day").id


def test_search_follows_words_and_nothing_else(bench: Bench) -> None:
    """New words and wordings are found at once, old ones no more, and hidden claims never."""

    def found(words: str) -> list[str]:
        return [record.text for record in search.find(bench.store, ClaimFilter(search=words))]

    assert len(found("routes")) == 1
    bench.tag("keep every route", wording="The harbour stays connected")
    assert len(found("connect*")) == 1
    bench.tag("keep every route", text="We will keep")
    assert found("routes") == []
    desk.undo(bench.store, desk.act("ana"))
    assert len(found("routes")) == 1
    assert len(found("jobs")) == 1
    bench.add(bench.article().text.replace("250 jobs", "many people"))
    assert found("jobs") == []


OPERATORS = ['"', '""', "*", "a*", 'x" OR "y', "NEAR(a b)", "text:fares", "-", "^a", "NOT", "a AND", "(", "{a}"]


@settings(max_examples=80)
@given(
    words=st.text(max_size=20)
    | st.sampled_from(['"', '""', "*", "a*", 'x" OR "y', "NEAR(a b)", "text:fares", "-", "^a"])
)
def test_no_text_in_a_search_box_is_an_error(words: str) -> None:
    """Whatever a person types is words to look for."""
    with open_store(":memory:") as store:
        words = words.encode("utf-8", "ignore").decode()
        assert search.find(store, ClaimFilter(search=words)) == []
        assert articles.entries(store, search=words) == []
        assert speakers.entries(store, search=words) == []


def test_any_unambiguous_start_of_an_id_will_do(bench: Bench) -> None:
    """Upper case and blanks do not matter; an ambiguous start lists what it could be."""
    ids = [record.id for record in claims.of_article(bench.store, bench.article().id)]
    for id in ids:
        unique = next(n for n in range(1, 17) if sum(other.startswith(id[:n]) for other in ids) == 1)
        assert lookup.resolve(bench.store, "claims", f" {id[:unique].upper()} ") == id
        assert lookup.resolve(bench.store, "claims", id) == id
    with pytest.raises(Ambiguous, match=ids[0] if sorted(ids)[0] == ids[0] else "could be"):
        lookup.resolve(bench.store, "claims", "c")
    for start in ("", " ", "c_", "ç", "x", "c" * 40, "' OR 1 --"):
        with pytest.raises(NotFound):
            lookup.resolve(bench.store, "claims", start)


def test_entries_count_what_is_shown(bench: Bench) -> None:
    """Articles and speakers come with the number of their claims, hidden ones left out."""
    shown = claims.of_article(bench.store, bench.article().id)
    bench.verified("keep every route")
    (entry,) = articles.entries(bench.store)
    assert (entry.claims, entry.verified, entry.open) == (len(shown), 1, len(shown) - 1)
    bench.add("Norlink has withdrawn its plan, the company said.")
    (entry,) = articles.entries(bench.store)
    assert entry.claims == len(claims.of_article(bench.store, bench.article().id))
    by_name = {entry.name: entry.claims for entry in speakers.entries(bench.store)}
    assert by_name["Tilda Brandt"] == 1
    assert search.stats(bench.store).claims == entry.claims


def test_views_agree_with_the_records(bench: Bench) -> None:
    """Whoever browses in plain Datasette sees what the desk shows."""
    bench.verified("keep every route")
    bench.tag("250 jobs")
    bench.add(bench.article().text.replace("250 jobs", "300 jobs"))
    shown = {record.id: record for record in search.find(bench.store)}
    rows = {row["id"]: row for row in bench.store.rows("SELECT * FROM claims_in_words")}
    assert rows.keys() == shown.keys()
    for id, record in shown.items():
        assert (rows[id]["said"], rows[id]["status"], rows[id]["verdict"]) == (
            record.text,
            record.status,
            record.verdict,
        )
    standing = {row["standing"] for row in rows.values()}
    assert "verified: supported" in standing
    work = {row["id"]: row["flags"] for row in bench.store.rows("SELECT id, flags FROM open_work")}
    assert work.keys() == {id for id, record in shown.items() if record.status != Status.VERIFIED}
    assert "revised" in work[bench.claim("250 jobs").id]
    figures = bench.store.value("SELECT count(*) FROM figures_in_claims")
    assert figures == sum(len(record.figures) for record in shown.values())
    for view in ("evidence_in_words", "articles_in_words", "speakers_in_words", "history"):
        assert bench.store.value(f"SELECT count(*) FROM {view}") > 0
