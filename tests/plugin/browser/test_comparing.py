"""Groups by keyboard alone: from the list to a pair, a decision, and back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claims import desk as acts
from claims.store import groups, open_store
from claims.vocabulary import ClaimRelation

if TYPE_CHECKING:
    from claims.models import Group
    from tests.plugin.browser.conftest import Desk, Windows


@pytest.fixture(scope="module")
def compared(served: Desk) -> Desk:
    """The samples, compared by their words."""
    with open_store(served.path) as store:
        acts.compare(store, None)
    return served


def group(desk: Desk, id: str) -> Group:
    with open_store(desk.path) as store:
        return groups.get(store, id).group


def test_a_pair_is_decided_and_taken_back_by_keys(compared: Desk, windows: Windows) -> None:
    """j goes to a pair, 2 says that the two contradict each other, u takes it back."""
    with open_store(compared.path) as store:
        found = next(one for one in groups.plain(store) if len(one.claims) > 2 and len(one.pairs) > 1)
    page = windows.open()
    page.goto(f"/-/claims/group/{found.id}")
    page.keyboard.press("1")
    assert page.locator("#said.toast").inner_text() == "Go to a pair first, with j or k."
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("2")
    decided = [pair for pair in group(compared, found.id).pairs if pair.decided_by == "ada"]
    assert [pair.relation for pair in decided] == [ClaimRelation.CONTRADICTION]
    assert "decided by ada" in page.locator(".pairs").inner_text()
    row = page.locator(f"#pair-{decided[0].a}-{decided[0].b} [data-row]")
    row.focus()
    with page.expect_navigation():
        page.keyboard.press("u")
    assert group(compared, found.id) == found


def test_a_group_is_found_and_confirmed_by_keys(compared: Desk, windows: Windows) -> None:
    """From the list with j and Enter; c confirms, and the list comes back."""
    page = windows.open()
    page.goto("/-/claims/compare")
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    id = page.url.rpartition("/")[2]
    with page.expect_navigation():
        page.keyboard.press("c")
    assert page.url.endswith("/-/claims/compare")
    assert page.locator("[data-said]").inner_text() == "Confirmed: one thing."
    assert any(pair.decisions for pair in group(compared, id).pairs)


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_the_line_shows_the_figures_inside_its_own_width(compared: Desk, windows: Windows, size: str) -> None:
    """Every dot and every label below lies within the page, however narrow."""
    with open_store(compared.path) as store:
        ids = [one.id for one in groups.plain(store, limit=20)]
    page = windows.open(size=size)
    seen = 0
    for id in ids:
        page.goto(f"/-/claims/group/{id}")
        marks = page.evaluate(
            "JSON.stringify([...document.querySelectorAll('.line circle, .ticks text')]"
            ".map((e) => e.getBoundingClientRect()).map((r) => [r.left, r.right]))"
        )
        for left, right in json.loads(marks):
            seen += 1
            assert left >= 0
            assert right <= page.viewport_size["width"]
    assert seen
