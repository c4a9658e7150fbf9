"""The acts: done once, by whom it says, and everything that may not be done changes nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from lxml import html

from claims import desk
from claims.models import ClaimRecord
from claims.store import claims, events, settings
from tests.plugin.conftest import NEXT

if TYPE_CHECKING:
    from httpx import Response

    from tests.conftest import Bench
    from tests.plugin.conftest import MakeSite, Site, Visitor

EVIDENCE = {"stance": "supports", "url": "https://ministry.example/routes"}


def at(claim: ClaimRecord, act: str) -> str:
    return f"/-/claims/claim/{claim.id}/{act}"


def now(bench: Bench, claim: ClaimRecord) -> ClaimRecord:
    return claims.record(bench.store, claim.id)


def reviewed(bench: Bench, claim: ClaimRecord) -> ClaimRecord:
    """The claim with evidence and a flag, in review, all of it by mara."""
    by, seen = desk.act("mara"), [desk.Seen(id=claim.id)]
    bench.only(desk.tag(bench.store, by, seen, desk.Correction()))
    desk.add_evidence(bench.store, desk.act("mara"), seen[0], desk.EvidenceEntry.model_validate(EVIDENCE))
    return bench.only(desk.decide(bench.store, desk.act("mara"), seen, desk.Decision(action="submit")))


def flagged(bench: Bench, claim: ClaimRecord) -> str:
    """Raise a flag on the claim; returns its id."""
    pk = bench.store.value("SELECT pk FROM claims WHERE id = ?", (claim.id,))
    bench.store.insert(
        "INSERT INTO flags (id, claim, kind, reason, raised_at) VALUES ('0123456789abcdef', ?, 'test', 'look', ?)",
        (pk, "2026-03-04T00:00:00Z"),
    )
    return "0123456789abcdef"


def test_a_claim_goes_from_extracted_to_verified_and_back_by_forms(
    bench: Bench, mara: Visitor, claim: ClaimRecord
) -> None:
    """Each act is one event in the name of whoever is signed in, by the channel browser; undo takes the last back."""
    steps: list[tuple[str, dict[str, object]]] = [
        ("tag", {"note": "heard it"}),
        ("label", {"labels": "ferries, islands"}),
        ("evidence", dict(EVIDENCE)),
        ("decide", {"action": "submit"}),
        ("decide", {"action": "approve", "verdict": "supported", "check_attribution": "ok", "rationale": "On record."}),
    ]
    for act, fields in steps:
        response = mara.post(at(claim, act), fields | {"version": now(bench, claim).version})
        assert (response.status_code, response.headers["location"]) == (303, f"/-/claims/claim/{claim.id}"), (
            response.text
        )
    done = now(bench, claim)
    assert (done.status, done.verdict, done.labels) == ("verified", "supported", ("ferries", "islands"))
    assert done.checks.attribution == "ok"
    history = events.of_claim(bench.store, claim.id)
    assert {(event.actor, event.channel) for event in history} == {("mara", "browser")}
    assert [event.action for event in history] == ["tag", "note", "label", "add_evidence", "submit", "approve"]

    assert mara.post(at(claim, "undo"), {"version": done.version}).status_code == 303
    assert now(bench, claim).status == "in_review"
    assert bench.problems() == []


def test_every_act_works_by_json_as_well(bench: Bench, mara: Visitor, claim: ClaimRecord) -> None:
    """The same fields, and the claim as it then is comes back."""
    version = 0
    piece = ""
    for act, fields in (
        ("tag", {"wording": "Norlink will keep its routes."}),
        ("note", {"note": "heard it"}),
        ("label", {"labels": ["ferries", "a, b"]}),
        ("label", {"labels": ["a, b"], "remove": True}),
        ("evidence", EVIDENCE),
        ("evidence/{piece}/retract", {"reason": "withdrawn"}),
        ("decide", {"action": "submit"}),
        ("decide", {"action": "dispute", "rationale": "Two records differ."}),
        ("undo", {}),
    ):
        response = mara.send(at(claim, act.format(piece=piece)), fields | {"version": version})
        told = response.json()
        assert (response.status_code, told["ok"]) == (200, True), told
        version = told["claim"]["version"]
        piece = told["claim"]["evidence"][0]["id"] if told["claim"]["evidence"] else ""
    done = now(bench, claim)
    assert (done.status, done.labels, done.wording) == ("in_review", ("ferries",), "Norlink will keep its routes.")
    assert done.evidence[0].retracted_by == "mara"


def test_missed_words_become_a_claim_and_their_place_tells_them_apart(bench: Bench, mara: Visitor) -> None:
    """Words that stand twice are ambiguous until the page says where they were selected."""
    text = bench.article().text
    article = bench.article().id
    words = "The fares"
    assert mara.post(f"/-/claims/article/{article}/mark", {"words": "percent"}).status_code == 400
    response = mara.post(f"/-/claims/article/{article}/mark", {"words": "percent", "start": text.rindex("percent")})
    assert response.status_code == 303, response.text
    marked = claims.record(bench.store, response.headers["location"].rpartition("/")[2])
    assert (marked.status, marked.spans[0].start) == ("tagged", text.rindex("percent"))
    assert mara.send(f"/-/claims/article/{article}/mark", {"words": words}).json()["claim"]["text"] == words


def test_a_flag_is_cleared_on_its_own_claim_only(bench: Bench, mara: Visitor, claim: ClaimRecord) -> None:
    """An address that joins a flag to another claim is refused, and the flag stays."""
    flag = flagged(bench, claim)
    other = bench.claim("bad day for the islands")
    response = mara.post(at(other, f"flag/{flag}/clear"), {"version": other.version})
    assert response.status_code in {404, 412}
    assert len(now(bench, claim).flags) == 1
    assert mara.post(at(claim, f"flag/{flag}/clear"), {"version": 0, "reason": "looked"}).status_code == 303
    assert now(bench, claim).flags == ()


def test_the_policy_is_set(bench: Bench, mara: Visitor) -> None:
    """What verified asks for is an act like any other."""
    assert mara.post("/-/claims/policy", {"policy": "newsroom"}).status_code == 303
    assert settings.policy(bench.store) == "newsroom"


def test_figures_are_corrected_dropped_and_added_by_a_form(bench: Bench, mara: Visitor) -> None:
    """A form sends all fields of all figures; only what differs is a correction."""
    claim = bench.claim("40 million dollars")
    figures = {figure.text: figure for figure in claim.figures}
    fields: dict[str, object] = {"version": 0}
    for figure in claim.figures:
        for name in ("low", "high", "unit", "counted"):
            fields[f"figure.{figure.id}.{name}"] = getattr(figure, name) or ""
    (ships,) = (figure for text, figure in figures.items() if "ships" in text)
    fields[f"figure.{ships.id}.low"] = fields[f"figure.{ships.id}.high"] = "4"
    assert mara.post(at(claim, "tag"), fields).status_code == 303
    after = {figure.id: figure for figure in now(bench, claim).figures}
    assert (after[ships.id].low, after[ships.id].by) == ("4", "mara")
    assert [f for id, f in after.items() if id != ships.id] == [f for f in claim.figures if f.id != ships.id]
    assert mara.post(at(claim, "tag"), {"version": 1, f"figure.{ships.id}.drop": "1"}).status_code == 303
    assert ships.id not in {figure.id for figure in now(bench, claim).figures}
    added = {"version": 2, "add_figure.words": "3 new ships", "add_figure.low": "3", "add_figure.high": ""}
    assert mara.post(at(claim, "tag"), added).status_code == 303
    assert now(bench, claim).figures[-1].by == "mara"


def test_a_form_that_changes_nothing_beside_the_words_is_no_edit(
    bench: Bench, mara: Visitor, claim: ClaimRecord
) -> None:
    """What stands unchanged in a form does not take a claim in review back, and is no event."""
    record = reviewed(bench, claim)
    fields = {"version": record.version, "text": record.text, "kind": record.kind, "wording": ""}
    speaker = record.speaker
    assert speaker
    response = mara.post(at(claim, "tag"), fields | {"speaker": speaker.name, "speaker_kind": speaker.kind})
    assert response.status_code == 409
    assert now(bench, claim) == record


Wrong = Callable[["Site", str, dict[str, Any]], "Response"]

REFUSALS: dict[str, tuple[Wrong, set[int]]] = {
    "anonymous, by form": (lambda s, p, f: s.as_(None).post(p, f), {403}),
    "anonymous, by JSON": (lambda s, p, f: s.as_(None).send(p, f), {403}),
    "with a cookie that nobody signed": (lambda s, p, f: _forged(s).send(p, f), {403}),
    "from another site, by form": (
        lambda s, p, f: s.as_("eve").post(p, f, headers={"origin": "https://evil.example"}),
        {403},
    ),
    "from another site, by JSON": (
        lambda s, p, f: s.as_("eve").send(p, f, headers={"origin": "https://evil.example"}),
        {403},
    ),
    "from a page without an origin": (lambda s, p, f: s.as_("eve").send(p, f, headers={"origin": "null"}), {403}),
    "from a neighbour of the site": (
        lambda s, p, f: s.as_("eve").send(p, f, headers={"sec-fetch-site": "same-site"}),
        {403},
    ),
    "as plain text, which needs no preflight": (
        lambda s, p, f: s.as_("eve").send(p, f, headers={"content-type": "text/plain"}),
        {403, 415},
    ),
    "malformed JSON": (
        lambda s, p, f: s.as_("eve").request(
            "post", p, content='{"version": 0,', headers={"content-type": "application/json"}
        ),
        {400},
    ),
    "JSON that is no object": (lambda s, p, f: s.as_("eve").send(p, [f]), {400}),
    "deeply nested JSON": (
        lambda s, p, f: s.as_("eve").request(
            "post", p, content="[" * 100_000, headers={"content-type": "application/json"}
        ),
        {400},
    ),
    "an unknown field": (lambda s, p, f: s.as_("eve").send(p, f | {"status": "verified"}), {400}),
    "an actor of one's own choosing": (lambda s, p, f: s.as_("eve").send(p, f | {"actor": "mara"}), {400}),
    "far too much": (lambda s, p, f: s.as_("eve").send(p, f | {"note": "x" * 1_000_001}), {413}),
    "a stale version": (lambda s, p, f: s.as_("eve").send(p, f | {"version": f["version"] - 1}), {412}),
    "no version": (lambda s, p, f: s.as_("eve").send(p, {k: v for k, v in f.items() if k != "version"}), {400}),
    "a version that is no number": (lambda s, p, f: s.as_("eve").send(p, f | {"version": "newest"}), {400}),
    "by GET": (lambda s, p, f: s.as_("eve").get(p), {405}),
}
if not NEXT:
    # 1.0 has no token: it looks at the headers that every browser sends.
    REFUSALS |= {
        "without token": (lambda s, p, f: s.as_("eve").post(p, f, token=None), {403}),
        "with the token of another browser": (
            lambda s, p, f: s.as_("eve").post(p, f, token=s.as_("other").token()),
            {403},
        ),
    }


def _forged(site: Site) -> Visitor:
    visitor = site.as_(None)
    visitor.cookies["ds_actor"] = "eyJhIjp7ImlkIjoibWFyYSJ9fQ.forged"
    return visitor


def _routes(bench: Bench, claim: ClaimRecord) -> list[tuple[str, dict[str, Any]]]:
    record = reviewed(bench, claim)
    flag = flagged(bench, claim)
    seen = {"version": record.version}
    return [
        (at(claim, "tag"), seen | {"speaker": "Oren Falk"}),
        (at(claim, "label"), seen | {"labels": ["x"]}),
        (at(claim, "note"), seen | {"note": "x"}),
        (at(claim, "evidence"), seen | EVIDENCE | {"url": "https://else.example/"}),
        (at(claim, f"evidence/{record.evidence[0].id}/retract"), seen | {"reason": "x"}),
        (at(claim, "decide"), seen | {"action": "return"}),
        (at(claim, "undo"), seen | {"reason": "x"}),
        (at(claim, f"flag/{flag}/clear"), seen | {"reason": "x"}),
        (f"/-/claims/article/{claim.article_id}/mark", {"words": "The fares"}),
        ("/-/claims/policy", {"policy": "newsroom"}),
    ]


@pytest.mark.parametrize("how", REFUSALS)
def test_every_write_route_refuses(how: str, bench: Bench, site: Site, claim: ClaimRecord) -> None:
    """Whoever may not, whatever does not fit: refused, and nothing has changed."""
    ask, expected = REFUSALS[how]
    routes = _routes(bench, claim)
    before = bench.dump()
    for path, fields in routes:
        if "version" in how and "version" not in fields:
            continue
        response = ask(site, path, fields)
        assert response.status_code in expected, (path, response.status_code, response.text[:300])
    assert bench.dump() == before


def test_every_write_route_works_for_whoever_may(bench: Bench, site: Site, claim: ClaimRecord) -> None:
    """The same requests as in the refusals, each on its own, do change something: the refusals test what they say."""
    for index, (path, fields) in enumerate(_routes(bench, claim)):
        if "version" in fields:
            fields["version"] = now(bench, claim).version
        if path.endswith("/decide") and now(bench, claim).status != "in_review":
            fields["action"] = "submit"
        before = bench.dump()
        response = site.as_("eve").send(path, fields)
        assert response.status_code == 200, (index, path, response.text)
        assert bench.dump() != before, path


@pytest.mark.parametrize("thing", ["claim/c0000000000000000/note", "claim/..%2f..%2fx/note", "article/a000/mark"])
def test_an_unknown_id_is_not_found(thing: str, bench: Bench, mara: Visitor) -> None:
    """By form and by JSON, with a page and not with a traceback."""
    before = bench.dump()
    fields = {"words": "The fares"} if thing.endswith("mark") else {"version": 0, "note": "x"}
    for response in (mara.post(f"/-/claims/{thing}", fields), mara.send(f"/-/claims/{thing}", fields)):
        assert response.status_code == 404
        assert "Traceback" not in response.text
    assert bench.dump() == before


def test_a_stale_page_shows_both_versions_what_changed_and_all_that_was_typed(
    bench: Bench, site: Site, claim: ClaimRecord
) -> None:
    """Two people never overwrite each other, and nothing that was typed is lost."""
    assert site.as_("ana").post(at(claim, "tag"), {"version": 0, "wording": "They keep them."}).status_code == 303
    typed = {
        "version": 0,
        "stance": "refutes",
        "url": "https://log.example/7",
        "title": "The log, p. 7",
        "excerpt": 'a "quoted" <b>line</b>\nand another',
        "primary": "1",
    }
    response = site.as_("mara").post(at(claim, "evidence"), typed)
    assert response.status_code == 412
    page = _words(response.text)
    assert "version 0" in page
    assert "version 1" in page
    assert "ana" in page
    assert "They keep them." in page
    fields = _fields(response.text, at(claim, "evidence"))
    assert fields["version"] == "1"
    assert {name: fields.get(name) for name in typed if name != "version"} == {
        name: value for name, value in typed.items() if name not in {"version"}
    } | {"primary": fields["primary"]}
    told = site.as_("mara").send(at(claim, "evidence"), typed | {"primary": True}).json()
    assert (told["expected"], told["found"], told["since"][0]["actor"]) == (0, 1, "ana")


def test_what_was_typed_stays_in_fields_when_the_act_is_no_longer_possible(
    bench: Bench, site: Site, claim: ClaimRecord
) -> None:
    """Where the form has gone, its words can still be copied whole, and sent as a note."""
    record = reviewed(bench, claim)
    done = {"version": record.version, "action": "approve", "verdict": "supported"}
    assert site.as_("ana").post(at(claim, "decide"), done).status_code == 303
    typed = done | {"verdict": "refuted", "rationale": "\nLook at <b>page 7</b>.\nTwice.", "reason": "one origin"}
    page = html.fromstring(site.as_("mara").post(at(claim, "decide"), typed).text)
    kept = {area.get("id"): area.value for area in page.xpath("//textarea[@data-kept]")}
    assert [value.strip() for value in kept.values()] == [str(typed["rationale"]).strip(), "one origin"]
    assert {label.get("for") for label in page.xpath("//*[@class='kept']//label")} == set(kept)
    assert not page.xpath("//textarea[@name='rationale']")


def test_a_stale_confirmation_says_what_was_sent(bench: Bench, site: Site, claim: ClaimRecord) -> None:
    """Also where nothing was typed."""
    assert site.as_("ana").post(at(claim, "tag"), {"version": 0}).status_code == 303
    page = html.fromstring(site.as_("mara").post(at(claim, "tag"), {"version": 0}).text)
    (kept,) = page.xpath("//*[@class='kept']")
    assert "tag, as it stood; nothing was typed" in " ".join(kept.text_content().split())


def test_a_refusal_by_the_policy_gives_the_form_back(bench: Bench, mara: Visitor, claim: ClaimRecord) -> None:
    """The words of the rule, without what one would type into a terminal."""
    bench.tag(claim.text)
    record = bench.decide(claim.text, "submit")  # type: ignore[arg-type]
    fields = {"version": record.version, "action": "approve", "verdict": "supported", "rationale": "I was there."}
    response = mara.post(at(claim, "decide"), fields)
    assert response.status_code == 409
    page = _words(response.text)
    assert "a piece of evidence that supports it" in page
    assert "claims evidence add" not in page
    assert "--" not in page
    assert "I was there." in response.text


def test_success_leads_on_to_a_page_of_ours_only(bench: Bench, mara: Visitor, claim: ClaimRecord) -> None:
    """A form may name the next claim; an address elsewhere is not followed."""
    for target, leads in (
        ("/-/claims/queue?status=tagged", "/-/claims/queue?status=tagged"),
        ("https://evil.example/", f"/-/claims/claim/{claim.id}"),
        ("//evil.example/-/claims", f"/-/claims/claim/{claim.id}"),
        ("/-/claims//evil.example", f"/-/claims/claim/{claim.id}"),
        ("/-/claims/\\evil", f"/-/claims/claim/{claim.id}"),
        ("/-/logout", f"/-/claims/claim/{claim.id}"),
        ("/-/claims/x\r\nset-cookie: a=b", f"/-/claims/claim/{claim.id}"),
    ):
        fields = {"version": now(bench, claim).version, "note": "x", "next": target}
        assert mara.post(at(claim, "note"), fields).headers["location"] == leads


def test_two_people_at_once_are_told_apart(bench: Bench, site: Site) -> None:
    """The write connection is shared: the actor travels with the act, never beside it."""
    everyone = [record.id for record in claims.of_article(bench.store, bench.article().id)]

    async def all_at_once() -> list[int]:
        async def one(index: int, id: str) -> int:
            signed = site.datasette.sign({"a": {"id": f"person{index}"}}, "actor")
            response = await site.datasette.client.post(
                f"/-/claims/claim/{id}/tag",
                content='{"version": 0}',
                headers={"cookie": f"ds_actor={signed}", "content-type": "application/json"},
            )
            return int(response.status_code)

        return await asyncio.gather(*(one(index, id) for index, id in enumerate(everyone)))

    assert set(site.run(all_at_once())) == {200}
    for index, id in enumerate(everyone):
        assert [event.actor for event in events.of_claim(bench.store, id)] == [f"person{index}"]


def test_who_may_review_can_be_said(bench: Bench, make_site: MakeSite, claim: ClaimRecord) -> None:
    """By an allow block in the settings of the plugin; who is not named reads and does not act."""
    told = {"plugins": {"claimdesk": {"review": {"id": ["mara"]}}}}
    site = make_site(bench.path, **({"config": told} if NEXT else {"metadata": told}))
    assert site.as_("eve").send(at(claim, "note"), {"version": 0, "note": "x"}).status_code == 403
    assert site.as_("eve").get(f"/-/claims/claim/{claim.id}").status_code == 200
    assert site.as_("mara").send(at(claim, "note"), {"version": 0, "note": "x"}).status_code == 200


def _words(page: str) -> str:
    return " ".join(html.fromstring(page).text_content().split())


def _fields(page: str, action: str) -> dict[str, str]:
    """The fields of the form with this address, as a browser would send them."""
    (form,) = html.fromstring(page).xpath("//form[@action=$action]", action=action)
    return {name: value.replace("\r\n", "\n") for name, value in form.form_values()}
