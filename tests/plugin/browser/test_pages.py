"""Every page for everybody: at any width, in the dark, without a script, by a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims import desk as acts
from claims.store import groups, open_store
from claims.vocabulary import DismissReason, Kind, Status, Verdict

if TYPE_CHECKING:
    from tests.plugin.browser.conftest import Desk, Windows

EVIDENCE = acts.EvidenceEntry(
    stance="supports", url="https://register.example/1", title="A register", excerpt="12", primary=True
)


@pytest.fixture(scope="module")
def addresses(served: Desk) -> dict[str, str]:
    """Each page, in each state that looks different."""
    untouched, tagged, review, verified, dismissed, disputed = (
        claim.id for claim in served.claims(with_figures=True)[:6]
    )
    served.act("mara", acts.tag, tagged, acts.Correction(note="as it stands", wording="About a dozen died."))
    for id in (review, verified, disputed):
        served.in_review(id)
    served.decide("mara", dismissed, "dismiss", reason=str(DismissReason.OPINION))
    served.act("mara", lambda store, by, seen, entry: acts.add_evidence(store, by, seen[0], entry), verified, EVIDENCE)
    served.decide("bo", verified, "approve", verdict="supported", rationale="The register says so.")
    served.decide("bo", disputed, "dispute", reason="two registers")
    served.act("mara", acts.label, review, ["dam", "register"])
    record = served.claim(verified)
    speaker = next(claim.speaker.id for claim in served.claims() if claim.speaker)
    with open_store(served.path) as store:
        acts.compare(store, None)
        group = groups.find(store, limit=1)[0].group
    return {
        "overview": "/-/claims",
        "queue": "/-/claims/queue",
        "filtered": "/-/claims/queue?status=any&search=dam&figures=yes&kind=quote&kind=indirect",
        "nothing": "/-/claims/queue?search=zeppelin",
        "article": f"/-/claims/article/{record.article_id}",
        "untouched": f"/-/claims/claim/{untouched}",
        "tagged": f"/-/claims/claim/{tagged}",
        "review": f"/-/claims/claim/{review}?status=in_review",
        "verified": f"/-/claims/claim/{verified}?status=any",
        "dismissed": f"/-/claims/claim/{dismissed}",
        "disputed": f"/-/claims/claim/{disputed}",
        "speaker": f"/-/claims/speaker/{speaker}",
        "articles": "/-/claims/articles",
        "speakers": "/-/claims/speakers",
        "compare": "/-/claims/compare",
        "group": f"/-/claims/group/{group.id}",
        "elsewhere": f"/-/claims/claim/{group.claims[0]}?status=any",
        "missing": "/-/claims/claim/c00000000000000",
    }


STATES = ["untouched", "tagged", "review", "verified", "dismissed", "disputed"]
COMPARED = ["compare", "group", "elsewhere"]
PAGES = [
    *("overview", "queue", "filtered", "nothing", "article"),
    *STATES,
    *("speaker", "articles", "speakers"),
    *COMPARED,
    "missing",
]
NOT_THERE = "Failed to load resource: the server responded with a status of 404 (Not Found)"


def unfold(page: Any) -> None:
    """Open whatever is folded, so that it is looked at too."""
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_no_page_has_a_serious_fault_of_accessibility(
    addresses: dict[str, str], windows: Windows, size: str, scheme: str
) -> None:
    """axe-core finds nothing serious or critical, contrast included, folded parts too."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = windows.open(size=size, color_scheme=scheme)
    faults = []
    for name in PAGES:
        page.goto(addresses[name])
        unfold(page)
        faults += [
            (name, fault["id"], [node["html"] for node in fault["nodes"]][:3])
            for fault in axe.run(page).response["violations"]
            if fault["impact"] in {"serious", "critical"}
        ]
    assert not faults
    windows.complaints.remove(NOT_THERE)


@pytest.mark.parametrize("width", [360, 320])
def test_no_page_scrolls_sideways_on_a_phone(addresses: dict[str, str], windows: Windows, width: int) -> None:
    """All of a page is on the screen, however narrow, folded parts too."""
    page = windows.open()
    page.set_viewport_size({"width": width, "height": 700})
    for name in PAGES:
        page.goto(addresses[name])
        unfold(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    windows.complaints.remove(NOT_THERE)


def test_each_page_has_one_heading_of_the_first_level_and_a_title_of_its_own(
    addresses: dict[str, str], windows: Windows
) -> None:
    """Who hears a page knows where they are."""
    page = windows.open()
    titles = []
    for name in PAGES:
        page.goto(addresses[name])
        assert page.locator("h1").count() == 1, name
        titles.append(page.title())
    assert len(set(titles)) >= len(PAGES) - 2
    windows.complaints.remove(NOT_THERE)


def test_whoever_may_only_read_sees_no_form_that_acts(
    addresses: dict[str, str], served: Desk, windows: Windows
) -> None:
    """Reading needs no rights, acting does; served privately, a stranger is shown nothing at all."""
    page = windows.open(None)
    for name in PAGES:
        page.goto(addresses[name])
        assert page.locator("form[method=post]").count() == 0
    windows.complaints.clear()


def test_a_claim_is_reviewed_without_any_script(served: Desk, windows: Windows) -> None:
    """Everything that people do works by links and forms alone."""
    record = served.claims(status=("extracted",))[-1]
    page = windows.open("ada", java_script_enabled=False)
    page.goto("/-/claims/queue?sort=newest")
    assert page.locator("[data-row]").count() > 5
    page.goto(f"/-/claims/article/{record.article_id}")
    page.locator(f'a.no[href*="{record.id}"]').first.click()
    page.get_by_role("button", name="Confirm: tag as it is").click()
    page.get_by_role("button", name="Submit for review").click()
    page.locator("input[name=verdict][value=not_checkable]").check()
    page.locator("textarea[name=rationale]").fill("Nobody keeps count.")
    page.get_by_role("button", name="Approve").click()
    assert page.locator(".top-meta").inner_text().split()[:3] == ["verified", "not", "checkable"]
    page.get_by_role("button", name="Undo").click()
    assert served.claim(record.id).status == Status.IN_REVIEW
    page.get_by_text("Correct words, speaker or figures").click()
    page.locator("input[name=wording]").fill("It counts nothing.")
    page.get_by_role("button", name="Correct and tag").click()
    after = served.claim(record.id)
    assert (after.text, after.figures, after.wording) == (record.text, record.figures, "It counts nothing.")


def test_a_missed_claim_is_marked_without_any_script(served: Desk, windows: Windows) -> None:
    """Its words are copied into a field."""
    record = served.claims()[0]
    page = windows.open("ada", java_script_enabled=False)
    page.goto(f"/-/claims/article/{record.article_id}")
    words = "Colonel Idris Vane, who heads the service"
    page.locator("textarea[name=words]").fill(words)
    page.locator("select[name=kind]").select_option("statement")
    page.get_by_role("button", name="Mark as a claim").click()
    assert page.locator(".notice").is_visible()
    assert words in [claim.text for claim in served.claims(article=(record.article_id,))]


def test_words_that_are_selected_become_a_claim_at_their_place(served: Desk, windows: Windows) -> None:
    """The words alone may stand in an article twice; the place of the selection tells which are meant."""
    record = next(claim for claim in served.claims(kind=(Kind.QUOTE,)) if len(claim.spans) == 1)
    page = windows.open("ada")
    page.goto(f"/-/claims/article/{record.article_id}")
    # From the middle of one highlighted claim into the words that follow it, across the number between.
    page.evaluate(
        """() => {
          const paragraph = document.querySelectorAll("[data-text] p")[1];
          const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
          const nodes = [];
          while (walker.nextNode()) {
            if (!walker.currentNode.parentElement.closest(".no")) nodes.push(walker.currentNode);
          }
          const range = document.createRange();
          range.setStart(nodes[0], 2);
          range.setEnd(nodes[nodes.length - 1], nodes[nodes.length - 1].length - 1);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }"""
    )
    page.get_by_role("button", name="Mark as a missed claim").click()
    words = page.locator("textarea[name=words]").input_value()
    start = int(page.locator("input[name=start]").input_value())
    assert page.evaluate("document.activeElement.name") == "speaker"
    page.get_by_role("button", name="Mark as a claim").click()
    page.wait_for_url("**/claim/*")
    marked = next(claim for claim in served.claims(article=(record.article_id,)) if claim.spans[0].start == start)
    assert marked.text == words
    assert marked.status == Status.TAGGED


def test_a_click_on_highlighted_words_leads_to_the_shortest_claim_there(served: Desk, windows: Windows) -> None:
    """Overlapping claims nest; the one that is meant most narrowly opens, the others have their numbers."""
    record = served.claims(kind=(Kind.QUOTE,))[0]
    page = windows.open("ada")
    page.goto(f"/-/claims/article/{record.article_id}")
    words = page.locator(f'.hl[data-claim="{record.id}"]').first
    words.scroll_into_view_if_needed()
    # Of words over two lines the middle of the box may be elsewhere; the middle of the first line is not.
    line = words.evaluate(
        "(e) => { const r = e.getClientRects()[0]; return [r.left + r.width / 2, r.top + r.height / 2]; }"
    )
    page.mouse.click(*line)
    page.wait_for_url(f"**/claim/{record.id}*")


def test_overlapping_claims_are_told_apart_by_line_and_number(served: Desk, windows: Windows) -> None:
    """Each claim keeps its number and its own line where two share words."""
    outer = next(claim for claim in served.claims(status=("extracted",)) if len(claim.spans[0].text) > 60)
    inner = outer.spans[0].text[10:40]
    with_inner = windows.open("ada")
    with_inner.goto(f"/-/claims/article/{outer.article_id}")
    with_inner.locator("textarea[name=words]").fill(inner)
    with_inner.get_by_role("button", name="Mark as a claim").click()
    with_inner.wait_for_url("**/claim/*")
    marked = next(claim for claim in served.claims(article=(outer.article_id,)) if claim.text == inner.strip())
    with_inner.goto(f"/-/claims/article/{outer.article_id}")
    nested = with_inner.locator(f'.hl[data-claim="{outer.id}"] .hl[data-claim="{marked.id}"]')
    assert nested.first.inner_text() == marked.text
    offsets = with_inner.evaluate(
        """([outer, inner]) => [outer, inner].map((id) => {
          const words = [...document.querySelectorAll(`.hl[data-claim="${id}"]`)];
          return getComputedStyle(words[words.length >> 1]).textUnderlineOffset;
        })""",
        [outer.id, marked.id],
    )
    assert offsets[0] != offsets[1]
    assert with_inner.locator(f'a.no[href*="{marked.id}"]').count() == 1


def test_confidential_evidence_is_shown_to_reviewers(served: Desk, windows: Windows) -> None:
    """It is marked as such, and counts as any other piece."""
    id = served.claims(status=("extracted",))[7].id
    served.in_review(id)
    page = windows.open("ada")
    page.goto(f"/-/claims/claim/{id}")
    page.keyboard.press("e")
    page.locator("input[name=stance][value=refutes]").check()
    page.locator("input[name=citation]").fill("a document that was shown to us")
    page.locator("input[name=confidential]").check()
    page.get_by_role("button", name="Add evidence").click()
    page.wait_for_selector(".evidence .badge.flagged")
    page.locator("input[name=verdict][value=refuted]").check()
    page.get_by_role("button", name="Approve").click()
    page.wait_for_selector(".badge.vd-refuted")
    assert served.claim(id).verdict == Verdict.REFUTED
