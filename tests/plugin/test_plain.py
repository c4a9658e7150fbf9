"""Plain Datasette shows a Claimdesk file well: words, labels, facets, search, queries, links."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from lxml import html

from claims.store import columns
from claims.store.descriptions import TABLES, UNCLEAR, VIEWS
from claims.store.queries import QUERIES
from tests.plugin.conftest import NEXT

if TYPE_CHECKING:
    from tests.conftest import Bench
    from tests.plugin.conftest import MakeSite, Visitor


def test_every_table_is_described_and_what_its_columns_do_not_say_by_name(bench: Bench, nobody: Visitor) -> None:
    """Whoever opens a table reads what it holds, and is not kept from its rows by a list of what is plain anyway."""
    there = columns.described(bench.store.conn)
    for name in (*TABLES, *VIEWS):
        names = {row["name"] for row in bench.store.rows("SELECT name FROM pragma_table_xinfo(?)", (name,))}
        assert names == set(there[name]), name
        page = nobody.get(f"/claims/{name}")
        assert page.status_code == 200, name
        shown = html.fromstring(page.text)
        text = " ".join(shown.text_content().split())
        assert " ".join((TABLES | VIEWS)[name].replace("`", "").split()) in text, name
        explained = shown.xpath("//dl[contains(@class, 'column-descriptions')]/dt/text()")
        assert set(explained) == names & UNCLEAR, name
        assert len(explained) <= 6, name
    assert columns.EVERYWHERE["origin"] in nobody.get("/claims/evidence").text


def test_rows_are_called_by_their_words_where_others_refer_to_them(nobody: Visitor) -> None:
    """A foreign key shows the headline or the words, not a number."""
    page = html.fromstring(nobody.get("/claims/claims").text)
    assert "Ferry fares to rise in Ostmere" in {a.text for a in page.xpath("//td//a")}


def test_tables_open_with_facets(bench: Bench, nobody: Visitor) -> None:
    """How many there are of each kind stands beside the rows."""
    page = nobody.get("/claims/claims").text
    for facet in ("status", "kind"):
        assert f"_facet={facet}" in page or f'data-column="{facet}"' in page


def test_search_finds_articles_and_claims_in_tables_and_views(nobody: Visitor) -> None:
    """The box searches the words, in the views too; Datasette finds only one index by itself."""
    for table, words, rows in (
        ("articles", "transport union", 1),
        ("articles", "zebra", 0),
        ("articles_in_words", "transport union", 1),
        ("claims", "islands", 1),
        ("claims_in_words", "islands", 1),
        ("open_work", "islands", 1),
    ):
        found = nobody.get(f"/claims/{table}.json?" + urlencode({"_search": words, "_shape": "array"})).json()
        assert len(found) == rows, (table, words)


def test_ids_lead_to_our_pages(bench: Bench, nobody: Visitor) -> None:
    """Of claims, articles and speakers, in tables, views and queries."""
    claim = bench.verified("keep every route open")
    assert claim.speaker
    for address, wanted in (
        ("/claims/claims", f"/-/claims/claim/{claim.id}"),
        ("/claims/claims_in_words", f"/-/claims/claim/{claim.id}"),
        ("/claims/history", f"/-/claims/claim/{claim.id}"),
        ("/claims/articles", f"/-/claims/article/{claim.article_id}"),
        ("/claims/speakers", f"/-/claims/speaker/{claim.speaker.id}"),
        ("/claims/verified_lately?days=", f"/-/claims/claim/{claim.id}"),
    ):
        links = html.fromstring(nobody.get(address).text).xpath("//td//a/@href")
        assert wanted in links, address
        assert nobody.get(wanted).status_code == 200


def test_plain_datasette_leads_to_the_desk(mara: Visitor) -> None:
    """From its menu on every page, and from the page of the database."""
    for address in ("/", "/claims/articles", "/claims"):
        links = html.fromstring(mara.get(address).text).xpath("//a[contains(., 'Review claims')]/@href")
        assert set(links) == {"/-/claims"}, address


def test_helpers_are_hidden(nobody: Visitor) -> None:
    """Shadows of search indexes, migrations and counts are not the first thing one sees."""
    told = nobody.get("/claims.json").json()
    hidden = {table["name"] for table in told["tables"] if table["hidden"]}
    assert {"claim_counts", "totals", "_sqlite_migrations", "claims_fts", "articles_fts"} <= hidden
    assert {"claims", "articles", "speakers", "events", "evidence"}.isdisjoint(hidden)


def test_a_desk_finds_ten_questions_and_each_has_an_answer(bench: Bench, nobody: Visitor) -> None:
    """Each runs with nothing filled in, is listed by its title, and reads nothing confidential."""
    assert len(QUERIES) >= 10
    bench.verified("keep every route open")
    bench.evidence("keep every route open", citation="a notebook nobody knows of", url=None, confidential=True)
    listed = nobody.get("/claims/-/queries" if NEXT else "/claims").text
    for query in QUERIES:
        page = nobody.get(f"/claims/{query.name}?" + urlencode(dict.fromkeys(query.parameters, "")))
        assert page.status_code == 200, query.name
        assert "rows-and-columns" in page.text or "0 results" in page.text, query.name
        assert query.title in page.text
        assert "notebook" not in page.text
        assert query.title in listed


@pytest.mark.parametrize(
    ("name", "parameters", "words"),
    [
        ("figures_over", {"over": "1000000", "unit": "usd"}, "40 million dollars"),
        ("claims_by_speaker", {"name": "brandt"}, "keep every route open"),
        ("verified_lately", {"days": ""}, "keep every route open"),
        ("contradicting_figures", {"counted": "jobs"}, "400 jobs"),
        ("waiting_longest", {}, "bad day for the islands"),
        ("refuted_by_outlet", {}, "Ostmere Post"),
        ("one_origin", {}, "ministry.example"),
        ("who_did_what", {"days": "1"}, "rosa"),
    ],
)
def test_a_question_is_answered(
    name: str, parameters: dict[str, str], words: str, bench: Bench, make_site: MakeSite
) -> None:
    """With what is in the file, and not with everything that is in it."""
    bench.verified("keep every route open")
    bench.tag("bad day for the islands")
    bench.decide("bad day for the islands", "submit", by="rosa")  # type: ignore[arg-type]
    bench.add(
        "According to the dockers' union, about 400 jobs are at risk.",
        url="https://islandtimes.example/jobs",
        title="Jobs at risk",
        publisher="Island Times",
    )
    page = make_site(bench.path).as_(None).get(f"/claims/{name}?" + urlencode(parameters))
    rows = html.fromstring(page.text).xpath("//table[contains(@class, 'rows-and-columns')]/tbody/tr")
    cells = [" ".join(row.text_content().split()) for row in rows]
    assert any(words in cell for cell in cells), (cells, page.text[-800:])
    assert len(rows) < 10


def test_what_a_site_says_itself_wins(bench: Bench, make_site: MakeSite) -> None:
    """Our words are there where a site says nothing."""
    told = {"databases": {"claims": {"tables": {"claims": {"description": "Our own words.", "facets": ["attitude"]}}}}}
    site = make_site(bench.path, metadata=told, **({"config": told} if NEXT else {}))
    page = site.as_(None).get("/claims/claims").text
    assert "Our own words." in page
    assert TABLES["claims"][:30] not in page
    assert "_facet=attitude" in page or 'data-column="attitude"' in page
    assert TABLES["articles"].split(";")[0] in site.as_(None).get("/claims/articles").text
