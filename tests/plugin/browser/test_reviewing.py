"""Reviewing by keyboard alone, on a large window and on a phone's width."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims import desk as acts
from claims.vocabulary import Status, Verdict

if TYPE_CHECKING:
    from tests.plugin.browser.conftest import Desk, Windows


def message(page: Any) -> str:
    """What a person is told after an act."""
    return str(page.locator(".notice.done").inner_text())


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_a_claim_is_reviewed_from_the_queue_to_approval_and_back_by_keyboard(
    served: Desk, windows: Windows, size: str
) -> None:
    """Evidence added, approved, seen in the history, undone: no mouse, no JSON, the same at any width."""
    id = served.claims(status=("extracted",))[0].id
    label = f"on a {size}"
    served.act("mara", acts.label, id, [label])
    page = windows.open("ada", size=size)
    press = page.keyboard.press
    page.goto(f"/-/claims/queue?label={label}&status=any")
    press("j")
    press("Enter")
    page.wait_for_url(f"**/claim/{id}*")
    with page.expect_navigation():
        press("t")
    assert message(page) == "Tagged."
    with page.expect_navigation():
        press("s")
    press("e")
    page.keyboard.type("https://register.example/entries/12")
    press("Tab")
    press("Tab")
    page.keyboard.type("Entry 12 of the register")
    press("Enter")
    press("Space")
    with page.expect_navigation():
        press("Enter")
    assert message(page) == "Evidence added."
    assert page.locator(".evidence").get_by_text("Entry 12 of the register").is_visible()
    press("1")
    with page.expect_navigation():
        press("a")
    assert message(page) == "Approved: supported."
    assert page.locator(".top-meta").inner_text().split()[:2] == ["verified", "supported"]
    record = served.claim(id)
    assert (record.status, record.verdict) == (Status.VERIFIED, Verdict.SUPPORTED)
    history = page.locator(".history > li > p")
    assert [line.split()[:2] for line in history.all_inner_texts()][:3] == [
        ["ada", "approved"],
        ["ada", "added"],
        ["ada", "submitted"],
    ]
    with page.expect_navigation():
        press("u")
    assert message(page) == "Undone: approved (supported)."
    assert served.claim(id).status == Status.IN_REVIEW
    assert page.locator(".history > li.undone").count() == 1


def test_a_verdict_has_to_be_chosen_before_the_key_approves(served: Desk, windows: Windows) -> None:
    """The key leads to the choice, and nothing is sent without one."""
    id = served.claims(status=("extracted",))[1].id
    served.in_review(id)
    page = windows.open()
    page.goto(f"/-/claims/claim/{id}")
    page.keyboard.press("a")
    assert page.evaluate("document.activeElement.matches('[data-verdicts]')")
    assert page.locator("#said.toast").inner_text() == "Choose a verdict first, by its number."
    page.keyboard.press("2")
    assert page.locator("input[name=verdict]:checked").input_value() == "refuted"
    assert served.claim(id).status == Status.IN_REVIEW


TYPED = "https://streets.example/jknpartsuewdoq/?123456 "
"""Every single key of the pages, as somebody types it into a form."""


@pytest.mark.parametrize("key", ["e", "w", "d", "/"])
def test_whoever_is_in_a_form_types_and_moves_nothing(served: Desk, windows: Windows, key: str) -> None:
    """Whichever key leads into a form, no key does anything else there until Escape, and e leads to the address."""
    claim = served.claims(status=("extracted",))[6]
    page = windows.open()
    page.goto(f"/-/claims/claim/{claim.id}")
    if key == "w":
        page.locator("summary", has_text="Labels and notes").click()
    page.keyboard.press(key)
    field = page.evaluate("document.activeElement.name")
    assert field == {"e": "url", "w": "note", "d": "reason", "/": "search"}[key]
    page.keyboard.type(TYPED)
    assert page.url.endswith(f"/claim/{claim.id}")
    assert page.evaluate("document.activeElement.name") == field
    assert page.locator("dialog#help").is_hidden()
    if key != "d":
        assert page.evaluate("document.activeElement.value") == TYPED
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("dialog#help").is_visible()
    assert served.claim(claim.id) == claim


@pytest.mark.parametrize("control", ["input[name=stance]", "input[name=primary]", "input[name=verdict]"])
def test_single_keys_rest_on_buttons_to_choose_from(served: Desk, windows: Windows, control: str) -> None:
    """Radio buttons and boxes are fields too: who stands on one by the Tab key believes to be in the form."""
    id = served.claims(status=("extracted",))[7].id
    served.in_review(id)
    before = served.claim(id)
    page = windows.open()
    page.goto(f"/-/claims/claim/{id}")
    page.keyboard.press("e")
    page.locator(control).first.focus()
    page.keyboard.type("rujknpqoewdts")
    assert page.url.endswith(f"/claim/{id}")
    assert page.evaluate("document.activeElement.name") in control
    assert served.claim(id) == before


@pytest.mark.parametrize("held", ["Control", "Alt", "Meta"])
def test_keys_with_another_held_down_are_the_browsers(served: Desk, windows: Windows, held: str) -> None:
    """Ctrl+E, Alt+D and their like are shortcuts of the browser or the system."""
    claim = served.claims(status=("extracted",))[6]
    page = windows.open()
    page.goto(f"/-/claims/claim/{claim.id}")
    for key in "edu/":
        page.keyboard.press(f"{held}+{key}")
    assert page.evaluate("document.activeElement === document.body")
    assert served.claim(claim.id) == claim


def test_undoing_says_what_was_undone_until_nothing_is_left(served: Desk, windows: Windows) -> None:
    """Each notice tells what has just happened, and none of an earlier act stays on."""
    id = served.claims(status=("extracted",))[8].id
    page = windows.open()
    page.goto(f"/-/claims/claim/{id}?status=any")
    page.locator("[data-reason]").select_option("opinion")
    with page.expect_navigation():
        page.locator("button[data-act=dismiss]").click()
    assert message(page) == "Dismissed: opinion."
    with page.expect_navigation():
        page.keyboard.press("u")
    assert message(page) == "Undone: dismissed (opinion)."
    page.keyboard.press("u")
    assert page.locator(".notice.done").count() == 0
    assert page.locator("#said.toast").inner_text() == "Nothing is left to undo here."
    assert served.claim(id).status == Status.EXTRACTED


def test_the_key_of_a_refused_act_says_why(served: Desk, windows: Windows) -> None:
    """What is not allowed now is named with its reason, on the page and to a screen reader."""
    id = served.claims(status=("extracted",))[2].id
    page = windows.open()
    page.goto(f"/-/claims/claim/{id}")
    page.keyboard.press("a")
    assert "only a claim that is in review" in page.locator("#said").inner_text()
    assert page.locator('[data-refused="approve"]').is_visible()


def test_next_and_previous_walk_the_queue_that_the_address_names(served: Desk, windows: Windows) -> None:
    """The queue goes with the claim, in its order, also past a claim that has just left it."""
    ids = [claim.id for claim in served.claims(status=("extracted",))][-4:]
    for id in ids:
        served.act("mara", acts.label, id, ["walk"])
    page = windows.open()
    page.goto("/-/claims/queue?label=walk&sort=article")
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{ids[0]}?*")
    page.keyboard.press("d")
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert served.claim(ids[0]).status == Status.DISMISSED
    for id in ids[1:]:
        page.keyboard.press("j")
        page.wait_for_url(f"**/{id}?*")
    page.keyboard.press("n")
    assert page.locator("#said").inner_text() == "That was the last one."
    page.keyboard.press("p")
    page.wait_for_url(f"**/{ids[-2]}?*")
    page.keyboard.press("q")
    page.wait_for_url("**/queue?*")
    assert page.locator("[data-row]").count() == 3


def test_a_stale_window_is_refused_and_loses_nothing(served: Desk, windows: Windows) -> None:
    """Two people never overwrite each other: both versions are shown, and what was typed stays."""
    id = served.claims(status=("extracted",))[3].id
    served.in_review(id)
    ours, theirs = windows.open("ada"), windows.open("bo")
    for page in (ours, theirs):
        page.goto(f"/-/claims/claim/{id}")
    theirs.locator("input[name=reason]").first.fill("the article was corrected at noon")
    with theirs.expect_navigation():
        theirs.keyboard.press("Escape")
        theirs.keyboard.press("r")
    assert served.claim(id).status == Status.TAGGED
    ours.keyboard.press("6")
    ours.locator("textarea[name=rationale]").fill("Nobody counts them.\nNot even the ministry.")
    with ours.expect_navigation(url="**/decide"):
        ours.locator("button[data-act=approve]").click()
    trouble = ours.locator("[data-trouble]")
    told = trouble.inner_text()
    assert "version 2" in told
    assert "version 3" in told
    assert "bo returned to tagging" in told
    assert "the article was corrected at noon" in told
    assert "status: in review → tagged" in told
    kept = trouble.locator("textarea[data-kept]")
    assert kept.input_value() == "Nobody counts them.\nNot even the ministry."
    assert ours.locator("textarea[name=rationale]").count() == 0
    assert ours.evaluate("document.activeElement.hasAttribute('data-trouble')")
    assert served.claim(id).version == 3
    windows.complaints.remove(
        "Failed to load resource: the server responded with a status of 412 (Precondition Failed)"
    )
    # What the other person did can be taken back, and then what was typed is still there to be sent.
    served.decide("bo", id, "submit")
    again = windows.open("ada")
    again.goto(f"/-/claims/claim/{id}")
    served.act("bo", acts.label, id, ["noon"])
    again.locator("textarea[name=rationale]").fill("Nobody counts them.")
    again.keyboard.press("Escape")
    again.keyboard.press("6")
    with again.expect_navigation(url="**/decide"):
        again.keyboard.press("a")
    assert again.locator("textarea[name=rationale]").input_value() == "Nobody counts them."
    assert again.locator("input[name=verdict]:checked").get_attribute("value") == "not_checkable"
    with again.expect_navigation():
        again.locator("button[data-act=approve]").click()
    assert served.claim(id).verdict == Verdict.NOT_CHECKABLE
    windows.complaints.remove(
        "Failed to load resource: the server responded with a status of 412 (Precondition Failed)"
    )


def test_single_keys_can_be_switched_off(served: Desk, windows: Windows) -> None:
    """Who speaks to the machine or leans on keys may turn them off, and the choice is remembered."""
    id = served.claims(status=("extracted",))[4].id
    page = windows.open()
    page.goto(f"/-/claims/claim/{id}")
    page.keyboard.press("?")
    assert page.locator("dialog#help").is_visible()
    page.locator("#single-keys").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("t")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") != "find"
    assert served.claim(id).status == Status.EXTRACTED


def test_the_printed_link_signs_in_once(served: Desk, windows: Windows) -> None:
    """The person at the keyboard follows the link; a second visitor with the same link stays outside."""
    page = windows.open(None)
    page.goto(served.link)
    assert page.locator(".who").inner_text().startswith("ada") or "ada" in page.locator(".who").inner_text()
    stranger = windows.open(None)
    assert stranger.goto(served.link).status == 403
    windows.complaints.remove("Failed to load resource: the server responded with a status of 403 (Forbidden)")
