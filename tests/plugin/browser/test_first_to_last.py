"""The whole demo, reviewed from the first claim to the last, by keyboard alone."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

from claims.vocabulary import Status

if TYPE_CHECKING:
    from tests.plugin.browser.conftest import Desk, Windows

RUN = "from claims.cli import main; main()"


def sent(page: Any, *keys: str) -> None:
    """Press keys, the last of which sends a form, and wait for what comes back."""
    for key in keys[:-1]:
        page.keyboard.press(key)
    # The script that listens to keys runs before this point; waiting for more would only take longer.
    with page.expect_navigation(wait_until="domcontentloaded"):
        page.keyboard.press(keys[-1])


def review(page: Any, turn: int) -> str:
    """Do to one claim what a reviewer might; returns the status that it must have then."""
    if turn % 7 == 6:
        sent(page, "d", "ArrowDown", "Tab", "Enter")
        return Status.DISMISSED
    sent(page, "t")
    if turn % 7 == 5:
        return Status.TAGGED
    sent(page, "s")
    if turn % 7 == 4:
        sent(page, "r")
        return Status.TAGGED
    if turn % 7 == 3:
        page.keyboard.press("6")
        page.keyboard.press("w")
        page.keyboard.type("Nobody outside can look into that.")
        page.keyboard.press("Escape")
        sent(page, "a")
        return Status.VERIFIED
    page.keyboard.press("e")
    page.keyboard.type(f"https://register.example/entries/{turn}")
    # What it does to the claim has to be said, so the browser leads there.
    page.keyboard.press("Enter")
    for _ in range(turn % 2):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    sent(page, "Enter")
    sent(page, str(turn % 2 + 1), "a")
    if turn % 7 == 2:
        sent(page, "u")
        return Status.IN_REVIEW
    return Status.VERIFIED


def test_the_demo_is_reviewed_from_first_to_last_and_the_export_shows_it(served: Desk, windows: Windows) -> None:
    """Starting from the overview no claim is out of a keyboard's reach, and what was decided is what is exported."""
    ids = [claim.id for claim in served.claims()]
    assert len(ids) > 100
    page = windows.open("ada")
    page.goto("/-/claims")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.innerText").startswith("Tag the next of")
    page.keyboard.press("q")
    page.wait_for_url("**/queue")
    # The order in which articles were added and are read: the usual one begins with what is worth most.
    page.goto("/-/claims/queue?status=any&sort=article")
    page.keyboard.press("j")
    sent(page, "Enter")
    expected = {}
    for turn, id in enumerate(ids):
        assert f"/claim/{id}" in page.url
        expected[id] = review(page, turn)
        if id != ids[-1]:
            sent(page, "n")
    page.keyboard.press("n")
    assert page.locator("#said").inner_text() == "That was the last one."
    assert {claim.id: claim.status for claim in served.claims()} == expected
    command = [sys.executable, "-c", RUN, "export", "--db", str(served.path), "--status", "verified"]
    exported = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    verified = [id for id, status in expected.items() if status == Status.VERIFIED]
    assert [claim["id"] for claim in exported["claims"]] == verified
    verdicts = Counter(claim["verdict"] for claim in exported["claims"])
    assert set(verdicts) == {"supported", "refuted", "not_checkable"}
    for claim in exported["claims"]:
        assert {event["channel"] for event in claim["history"]} == {"browser"}
        assert {event["actor"] for event in claim["history"]} == {"ada"}
        assert claim["evidence"] or claim["rationale"]
