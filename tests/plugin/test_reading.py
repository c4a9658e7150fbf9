"""Pages and their JSON, addresses, headers, and what is said where there is nothing."""

from __future__ import annotations

import importlib
import re
import sqlite3
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from lxml import html

from claims import desk
from claims.models import ClaimRecord
from claims.store import Store, claims
from datasette_claims.pages import PAGES, group, overview
from datasette_claims.static import FOLDER, TYPES, version
from tests.plugin.conftest import NEXT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Bench
    from tests.plugin.conftest import MakeSite, Site, Visitor


def addresses(claim: ClaimRecord) -> list[str]:
    """One address for every page there is about a claim that stands alone; tests of comparing look at groups."""
    assert claim.speaker
    ids = {"article": claim.article_id, "claim": claim.id, "speaker": claim.speaker.id}
    return [
        "/-/claims" + re.sub(r"\(\?P<id>.*?\)", ids.get(page.__name__.rpartition(".")[2], ""), page.PATH)
        for page in PAGES
        if page is not group
    ]


def test_every_page_is_shown_and_has_a_json_twin(site: Site, claim: ClaimRecord) -> None:
    """The same address with .json behind it gives the value that the page is made of, to readers and reviewers."""
    assert len(addresses(claim)) >= 5
    for who in (None, "mara"):
        for address in addresses(claim):
            page, twin = site.as_(who).get(address), site.as_(who).get(f"{address}.json")
            assert (page.status_code, twin.status_code) == (200, 200), (address, page.text[-500:])
            assert page.headers["content-type"] == "text/html; charset=utf-8"
            assert twin.headers["content-type"].startswith("application/json")
            assert isinstance(twin.json(), dict)


def test_readers_are_shown_no_form_that_acts(nobody: Visitor, claim: ClaimRecord) -> None:
    """Who may not review is offered nothing that would be refused."""
    for address in addresses(claim):
        assert 'method="post"' not in nobody.get(address).text


def test_overview_says_what_counting_says(bench: Bench, nobody: Visitor) -> None:
    """The numbers come from small tables, and they are right."""
    bench.verified("keep every route open")
    told = nobody.get("/-/claims.json").json()
    rows = bench.store.rows("SELECT status, count(*) AS n FROM claims_in_words GROUP BY status")
    assert told["stats"]["by_status"] == {row["status"]: row["n"] for row in rows}
    assert told["stats"]["by_verdict"] == {"supported": 1}


def test_confidential_evidence_is_for_reviewers(bench: Bench, site: Site, claim: ClaimRecord) -> None:
    """A reader learns neither the piece nor its words, on no page and in no JSON, history included."""
    bench.tag(claim.text)
    bench.evidence(claim.text, citation="a notebook nobody knows of", url=None, confidential=True)
    # A flagged claim stands on the overview, too.
    bench.store.insert(
        "INSERT INTO flags (id, claim, kind, reason, raised_at)"
        " SELECT '0123456789abcdef', pk, 'test', 'look', '2026-03-04' FROM claims WHERE id = ?",
        (claim.id,),
    )
    for address in addresses(claim):
        for suffix in ("", ".json"):
            assert "notebook" not in site.as_(None).get(address + suffix).text, address
    assert "notebook" in site.as_("mara").get(f"/-/claims/claim/{claim.id}").text


@pytest.mark.parametrize("suffix", ["", ".json"])
@pytest.mark.parametrize(
    "address",
    ["nowhere", "claim/c000", "claim/%00", "article/x", "speaker/szz", "claim/", "static/0/../x.css", "/"],
)
def test_what_is_not_there_is_a_page_of_its_own(address: str, suffix: str, mara: Visitor) -> None:
    """Neither a traceback nor a bare error."""
    response = mara.get(f"/-/claims/{address}{suffix}")
    assert response.status_code in {400, 404}
    assert "Traceback" not in response.text
    if suffix and response.headers["content-type"].startswith("application/json"):
        assert response.json()["ok"] is False


def test_a_mistake_of_the_program_shows_no_traceback(
    mara: Visitor, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The reader gets a page, the server's log the traceback without anybody's cookies."""

    def broken(store: Store, asked: object) -> None:
        raise RuntimeError("the pantry is empty")

    monkeypatch.setattr(overview, "data", broken)
    for address in ("/-/claims", "/-/claims.json"):
        response = mara.get(address)
        assert response.status_code == 500
        assert "pantry" not in response.text
    log = capfd.readouterr()
    assert "pantry" in log.err
    assert mara.cookies["ds_actor"] not in log.err + log.out


def test_our_pages_run_nothing_that_is_not_ours(site: Site, claim: ClaimRecord) -> None:
    """No inline script or style, and the policy forbids them; no other site may frame a page."""
    for address in [*addresses(claim), "/-/claims/nowhere", "/-/claims/sign-in"]:
        response = site.as_("mara").get(address)
        policy = response.headers["content-security-policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert response.headers["x-frame-options"] == "DENY"
        assert response.headers["x-content-type-options"] == "nosniff"
        assert response.headers["referrer-policy"] == "same-origin"
        assert not re.search(r"<script(?![^>]* src=)[^>]*>|<style|\son\w+=|\sstyle=", response.text), address


def test_datasettes_own_pages_cannot_be_framed_either(nobody: Visitor) -> None:
    """They have scripts of their own, so only framing, sniffing and plugins are forbidden."""
    for address in ("/", "/claims", "/claims/claims", "/nowhere", "/claims.json"):
        headers = nobody.get(address).headers
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"


def test_style_and_script_are_kept_for_ever_under_their_hash(mara: Visitor) -> None:
    """Also for somebody who is signed in; under another hash they are asked for each time."""
    names = [path.name for path in FOLDER.iterdir() if path.suffix in TYPES]
    assert {"claims.css", "claims.js"} <= set(names)
    for name in names:
        response = mara.get(f"/-/claims/static/{version(name)}/{name}")
        assert response.status_code == 200
        assert response.content == (FOLDER / name).read_bytes()
        assert response.headers.get_list("cache-control") == ["public, max-age=31536000, immutable"]
        assert mara.get(f"/-/claims/static/0/{name}").headers["cache-control"] == "no-cache"
    page = mara.get("/-/claims").text
    assert f"/-/claims/static/{version('claims.css')}/claims.css" in page


def test_pages_work_under_a_prefix(bench: Bench, make_site: MakeSite, claim: ClaimRecord) -> None:
    """Where Datasette runs behind a proxy, links, files, acts and headers follow."""
    site = make_site(bench.path, settings={"base_url": "/desk/"})
    visitor = site.as_("mara")
    page = visitor.get(f"/-/claims/claim/{claim.id}")
    assert page.url.path.startswith("/desk/")
    assert page.status_code == 200
    assert 'href="/desk/-/claims' in page.text
    assert 'href="/-/claims' not in page.text
    assert "script-src 'self'" in page.headers["content-security-policy"]


def test_several_files_each_have_a_desk(bench: Bench, make_site: MakeSite, tmp_path: Path, claim: ClaimRecord) -> None:
    """The first is at the short address, each at its name; what is no Claimdesk file is none."""
    from claims.store import open_store

    second = tmp_path / "archive.db"
    with open_store(second) as store:
        text = bench.article("Port chief Ada Lunt said that 3 cranes were out of order.", url=None)
        desk.add(store, desk.act("intake"), text)
        other = claims.of_article(store, text.id)[0]
    third = tmp_path / "recipes.db"
    conn = sqlite3.connect(third)
    conn.execute("CREATE TABLE cakes (name TEXT)")
    conn.close()
    visitor = make_site(third, bench.path, second).as_("mara")
    assert visitor.get("/-/claims.json").json()["stats"]["articles"] == 1
    assert visitor.get(f"/-/claims/claim/{other.id}").status_code == 404
    page = visitor.get(f"/-/claims/in/archive/claim/{other.id}")
    assert page.status_code == 200
    assert "/-/claims/in/archive/" in page.text
    response = visitor.post(f"/-/claims/in/archive/claim/{other.id}/note", {"version": 0, "note": "x"})
    assert response.headers["location"] == f"/-/claims/in/archive/claim/{other.id}"
    assert visitor.get("/-/claims/in/recipes").status_code == 404
    assert visitor.get("/recipes/cakes").status_code == 200


def test_a_server_without_a_desk_says_so(make_site: MakeSite, tmp_path: Path) -> None:
    """The plugin may be installed where no Claimdesk file is served."""
    path = tmp_path / "recipes.db"
    conn = sqlite3.connect(path)
    conn.execute("CREATE TABLE cakes (id TEXT)")
    conn.execute("INSERT INTO cakes VALUES ('c0123456789abcde')")
    conn.commit()
    conn.close()
    visitor = make_site(path).as_("mara")
    response = visitor.get("/-/claims")
    assert response.status_code == 404
    assert "Claimdesk file" in response.text
    assert "/-/claims/claim" not in visitor.get("/recipes/cakes").text


def test_a_file_of_a_later_version_is_left_alone(bench: Bench, make_site: MakeSite) -> None:
    """Neither migrated nor shown by pages that do not know it; plain Datasette still shows it."""
    bench.store.conn.execute("PRAGMA user_version = 9999")
    visitor = make_site(bench.path).as_("mara")
    assert visitor.get("/-/claims").status_code == 404
    assert visitor.get("/claims/articles").status_code == 200


def test_a_file_that_is_served_for_reading_only_is_not_written(
    bench: Bench, make_site: MakeSite, claim: ClaimRecord
) -> None:
    """An immutable file can be read, and an act upon it is refused in words."""
    bench.store.conn.execute("PRAGMA journal_mode = DELETE")
    visitor = make_site(immutables=[str(bench.path)]).as_("mara")
    assert visitor.get(f"/-/claims/claim/{claim.id}").status_code == 200
    response = visitor.send(f"/-/claims/claim/{claim.id}/note", {"version": 0, "note": "x"})
    assert (response.status_code, "reading only" in response.json()["error"]) == (409, True)


def test_who_may_not_see_the_database_sees_no_desk(bench: Bench, make_site: MakeSite, claim: ClaimRecord) -> None:
    """Our pages obey the permissions of the site."""
    told = {"databases": {"claims": {"allow": {"id": "ana"}}}}
    site = make_site(bench.path, **({"config": told} if NEXT else {"metadata": told}))
    for address in addresses(claim):
        assert site.as_(None).get(address).status_code == 403
        assert site.as_("mara").get(f"{address}.json").status_code == 403
        assert site.as_("ana").get(address).status_code == 200
    response = site.as_("mara").send(f"/-/claims/claim/{claim.id}/note", {"version": 0, "note": "x"})
    assert response.status_code == 403


def test_a_problem_greets_who_is_signed_in(site: Site) -> None:
    """A page that is not there says no less about the visitor than the others."""
    for address in ("/-/claims/nowhere", "/-/claims/claim/c00000000000000", "/-/claims/in/other/queue"):
        page = site.as_("mara").get(address)
        assert page.status_code == 404
        assert "mara" in page.text
        assert "reading only" not in page.text
        assert "reading only" in site.as_(None).get(address).text


@pytest.mark.parametrize(
    "asked", ["status=bogus", "page=999", "page=abc", "page=0", f"page={'9' * 5000}", "kind=poem", "speakr=x"]
)
def test_a_queue_names_what_it_did_not_understand_and_shows_the_rest(nobody: Visitor, asked: str) -> None:
    """Nobody takes the usual queue for what an address with a slip in it asks for."""
    response = nobody.get(f"/-/claims/queue?{asked}&attitude=assertion")
    page = html.fromstring(response.text)
    assert [code.text for code in page.xpath("//*[contains(@class, 'notice')]/code")] == [asked]
    assert page.xpath("//*[@data-row]")
    assert nobody.get(f"/-/claims/queue.json?{asked}").json()["ignored"] == [asked]
    assert "notice" not in nobody.get("/-/claims/queue?attitude=assertion&page=1").text


def test_lately_names_and_links_the_article(bench: Bench, nobody: Visitor) -> None:
    """What was read in is told by its headline, and not by the fields of an event."""
    page = html.fromstring(nobody.get("/-/claims").text)
    lines = {" ".join(item.text_content().split()) for item in page.xpath("//ol[@class='lately']/li")}
    assert any("looked for claims in Ferry fares to rise in Ostmere: " in line for line in lines), lines
    assert any(line.endswith("added Ferry fares to rise in Ostmere") for line in lines), lines
    assert not any("revision:" in line or "language:" in line for line in lines)
    links = page.xpath("//ol[@class='lately']//a/@href")
    assert any(link.startswith("/-/claims/article/") for link in links)


def test_a_reported_claim_stands_behind_the_words_that_report_it(bench: Bench, nobody: Visitor) -> None:
    """What somebody denied must not read as what they said."""
    bench.add(
        "Harbour chief Odile Marsh denied that jobs were at risk at the northern quay in Ostmere.",
        url="https://islandtimes.example/quay",
        title="No jobs at risk",
        publisher="Island Times",
    )
    denied = bench.claim("jobs were at risk")
    assert denied.kind == "indirect"
    for address in ("/-/claims/queue?status=any", f"/-/claims/article/{denied.article_id}"):
        page = html.fromstring(nobody.get(address).text)
        rows = [" ".join(row.text_content().split()) for row in page.xpath("//*[@data-row]")]
        assert any("denied that jobs were at risk" in row for row in rows), (address, rows)


@pytest.mark.parametrize("name", ["articles", "speakers"])
def test_the_counts_of_the_overview_lead_to_lists(
    bench: Bench, nobody: Visitor, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Every article and every speaker is in its list once, page by page, with the number of claims."""
    bench.add(
        "Harbour chief Odile Marsh said that 40 jobs were at risk at the northern quay in Ostmere.",
        url="https://islandtimes.example/quay",
        title="Jobs at risk",
        publisher="Island Times",
    )
    start = html.fromstring(nobody.get("/-/claims").text)
    (address,) = start.xpath(f"//main//a[@href='/-/claims/{name}']/@href")
    whole = nobody.get(f"{address}.json").json()
    ids = [one["id"] for one in whole[name]]
    assert len(set(ids)) == len(ids) == whole["total"] > 1
    for one in whole[name]:
        wanted = {name[:-1]: one["id"], "status": "any"}
        if name == "articles":
            assert one["claims"] == nobody.get("/-/claims/queue.json?" + urlencode(wanted)).json()["total"]
    monkeypatch.setattr(importlib.import_module(f"datasette_claims.pages.{name}"), "ON_A_PAGE", 1)
    shown = []
    for number in range(1, len(ids) + 1):
        page = html.fromstring(nobody.get(f"{address}?page={number}").text)
        shown += [link.rpartition("/")[2] for link in page.xpath("//ol//a[@data-row]/@href")]
        assert bool(page.xpath("//a[@rel='next']")) == (number < len(ids))
    assert shown == ids
