"""Fifty hostile strings in every field of everything: no page has a node in it that came from them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

import pytest
from lxml import html

from claims import desk
from claims.errors import ClaimsError
from claims.ids import text_sha256
from claims.models import Article, ClaimRecord, Revision
from claims.store import claims
from tests.plugin.hostile import STRINGS

if TYPE_CHECKING:
    from tests.conftest import Bench
    from tests.plugin.conftest import Site

SCHEMES = ("http://", "https://", "/", "#", "?")
ADDRESSES = ("href", "src", "action", "formaction", "data", "srcset", "poster", "xlink:href", "ping")
NEVER = {
    "iframe",
    "object",
    "embed",
    "base",
    "style",
    "math",
    "template",
    "video",
    "audio",
    "img",
    "noscript",
    "marquee",
}


def live_nodes(page: str) -> Iterator[str]:
    """What in a page of ours could run, load or send something that we did not put there."""
    for node in html.fromstring(page).iter():
        if not isinstance(node.tag, str):
            continue
        if node.tag in NEVER or "canary" in node.tag:
            yield f"<{node.tag}>"
        if node.tag == "script" and not node.get("src", "").startswith("/-/claims/static/"):
            yield "a script that is not ours"
        if node.tag == "link" and "stylesheet" in node.get("rel", "") and not node.get("href", "").startswith("/-/"):
            yield "a style that is not ours"
        if node.tag == "meta" and node.get("http-equiv"):
            yield "a meta that acts"
        if node.tag == "form" and not node.get("action", "/-/claims").startswith("/-/"):
            yield f"a form to {node.get('action')}"
        for name, value in node.attrib.items():
            if name.startswith("on") or name in {"style", "srcdoc"} or "canary" in name:
                yield f"{name}={value}"
            if name in ADDRESSES and not (value == "" or value.startswith(SCHEMES)):
                yield f"{name}={value}"
            if name in ADDRESSES and value.startswith("//"):
                yield f"{name}={value}"


@pytest.fixture(scope="module", params=range(5))
def some(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """Ten of the strings: one file with all of them would only be slower."""
    return STRINGS[request.param * 10 :][:10]


def test_there_are_fifty() -> None:
    """All different, and each says what must not come alive."""
    assert len(set(STRINGS)) == 50
    assert all("canary" in string or "__class__" in string for string in STRINGS)


def fill(bench: Bench, string: str) -> ClaimRecord:
    """An article and a claim with the string in every field that takes it; where one refuses it, that is its right."""
    text = f"“They {string} said so,” Ilse Varn said.\n\n{string}\n\nMore than 12 {string} people came, she said."
    article = Article(
        id="a" + text_sha256(text)[:15],
        url=f"https://post.example/{quote(string)}" if "//" not in string else string,
        title=string,
        publisher=string,
        byline=string,
        published="2026-03-03",
        language=string,
        revisions=(Revision(number=1, title=string, text=text, sha256=text_sha256(text), recipe=1),),
    )
    store, by = bench.store, desk.act(string)
    desk.add(store, by, article)
    start = text.index(string)
    for words in (string, text[: start + len(string)]):
        with suppress(ClaimsError):
            desk.mark(store, by, article.id, words, start=start, speaker=string)
    found = claims.of_article(store, article.id)
    claim = max(found, key=lambda one: (string in one.text, len(one.figures)))
    seen = desk.Seen(id=claim.id)
    figures = tuple(
        desk.FigureCorrection(id=f.id, counted=string, unit=None) for f in claim.figures if string in f.text
    )
    correction = desk.Correction(speaker=string, wording=string, note=string, figures=figures)
    bench.only(desk.tag(store, by, [seen], correction))
    bench.only(desk.label(store, by, [seen], [string]))
    entry: dict[str, Any] = dict.fromkeys(
        ("citation", "title", "publisher", "excerpt", "origin", "archived_url"), string
    )
    desk.add_evidence(store, by, seen, desk.EvidenceEntry(stance="supports", **entry))  # type: ignore[arg-type]
    record = desk.add_evidence(store, by, seen, desk.EvidenceEntry(stance="refutes", **entry))  # type: ignore[arg-type]
    desk.retract_evidence(store, by, record.evidence[-1].id, reason=string)
    bench.only(desk.decide(store, by, [seen], desk.Decision(action="submit", reason=string)))  # type: ignore[arg-type]
    dispute = desk.Decision(action="dispute", rationale=string, reason=string)  # type: ignore[arg-type]
    bench.only(desk.decide(store, by, [seen], dispute))
    pk = store.value("SELECT pk FROM claims WHERE id = ?", (claim.id,))
    store.insert(
        "INSERT INTO flags (id, claim, kind, reason, raised_at) VALUES (?, ?, ?, ?, '2026-03-04T00:00:00Z')",
        (text_sha256(string)[:16], pk, string, string),
    )
    return claims.record(store, claim.id)


def test_no_page_comes_alive(bench: Bench, site: Site, some: tuple[str, ...]) -> None:
    """For readers and for a reviewer whose own name is hostile; on pages asked for, searched, and given back."""
    for string in some:
        claim = fill(bench, string)
        assert claim.speaker
        pages = [
            "/-/claims",
            f"/-/claims/claim/{claim.id}",
            f"/-/claims/article/{claim.article_id}",
            f"/-/claims/speaker/{claim.speaker.id}",
            *(
                "/-/claims/queue?" + urlencode({name: string})
                for name in (
                    "search",
                    "publisher",
                    "label",
                    "speaker",
                    "article",
                    "status",
                    "kind",
                    "sort",
                    "page",
                    "x",
                )
            ),
            f"/-/claims/claim/{claim.id}?" + urlencode({"search": string, "publisher": string, "label": string}),
            f"/-/claims/{quote(string, safe='')}",
            f"/-/claims/claim/{quote(string, safe='')}",
            f"/-/claims/in/{quote(string, safe='')}/queue",
            "/-/claims/sign-in?" + urlencode({"token": string}),
        ]
        visitor = site.as_(string)
        for address in pages:
            for who in (visitor, site.as_(None)):
                response = who.get(address)
                assert response.status_code in {200, 400, 403, 404}, (address, response.text[-300:])
                assert list(live_nodes(response.text)) == [], (string, address)
        for act, fields in FORMS.items():
            sent = {name: value if value is not None else string for name, value in fields.items()}
            response = visitor.post(f"/-/claims/claim/{claim.id}/{act}", sent | {"version": 0, "next": string})
            assert response.status_code in {400, 412}, (act, response.status_code, response.text[-300:])
            assert list(live_nodes(response.text)) == [], (string, act)
        response = visitor.post(
            f"/-/claims/article/{claim.article_id}/mark", {"words": f"{string} nowhere", "start": "0"}
        )
        assert response.status_code in {400, 404}
        assert list(live_nodes(response.text)) == [], string


FORMS: dict[str, dict[str, str | None]] = {
    "tag": dict.fromkeys(("speaker", "text", "wording", "note", "speaker_kind", "kind", "figure.f0.low")),
    "label": {"labels": None},
    "note": {"note": None},
    "evidence": {"stance": "supports"}
    | dict.fromkeys(("url", "citation", "title", "publisher", "excerpt", "origin", "accessed_at", "archived_url")),
    "decide": {"action": "resolve", "rationale": None, "reason": None, "verdict": ""},
    "undo": {"reason": None},
}


def test_plain_datasette_does_not_come_alive_either(bench: Bench, site: Site, some: tuple[str, ...]) -> None:
    """Our links in its cells are the only markup that we add to its tables."""
    for string in some:
        fill(bench, string)
    for table in (
        "claims",
        "articles",
        "speakers",
        "evidence",
        "labels",
        "flags",
        "events",
        "claims_in_words",
        "history",
    ):
        page = html.fromstring(site.as_(None).get(f"/claims/{table}?_size=100").text)
        for node in page.xpath("//table//*"):
            assert "canary" not in node.tag
            assert node.tag in {"thead", "tbody", "tr", "th", "td", "a", "em", "span", "button", "svg", "pre"}, node.tag
            assert not any(name.startswith("on") or "canary" in name for name in node.attrib)
            assert not node.get("href", "").lower().startswith(("javascript:", "data:", "vbscript:"))


def test_json_twins_carry_the_words_as_they_are(bench: Bench, site: Site) -> None:
    """What is data stays data: nothing is escaped away, and no browser takes it for a page."""
    for string in STRINGS[:5]:
        claim = fill(bench, string)
        response = site.as_("mara").get(f"/-/claims/claim/{claim.id}.json")
        assert response.headers["content-type"].startswith("application/json")
        assert response.headers["x-content-type-options"] == "nosniff"
        assert string in str(response.json()["claim"]["wording"])
