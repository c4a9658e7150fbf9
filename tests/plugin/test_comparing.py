"""The pages that compare: what is shown to whom, and what people decide about pairs and groups."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from lxml import html

from claims import desk
from claims.store import events, groups
from claims.store.groups import GroupFilter, GroupRecord
from claims.vocabulary import ClaimRelation, PairDecision

if TYPE_CHECKING:
    from tests.conftest import Bench
    from tests.plugin.conftest import Visitor

ELSEWHERE = """\
Norlink will raise its ferry fares by 12 percent in May, harbour minister Tilda Brandt said in Ostmere.

About 900 jobs are at risk, according to the transport union. “This was a bad day for all the islands,” said Oren \
Falk, who leads the union.

“We will keep every route open,” Brandt told reporters. She said that the state would pay at least 40 million dollars \
for 3 new ships."""

JOBS = "jobs are at risk"


@pytest.fixture
def compared(bench: Bench) -> Bench:
    """Two outlets on one matter, compared by their words."""
    bench.add(
        ELSEWHERE, url="https://islandtimes.example/norlink", title="Norlink fares up", publisher="Island <Times>"
    )
    desk.compare(bench.store, None)
    return bench


def parts(page: str, path: str) -> list[Any]:
    """Elements of a page by an XPath, in which ``.name`` stands for a class."""
    asked = re.sub(r"\.([a-z]+)", r"[contains(concat(' ', @class, ' '), ' \1 ')]", path)
    return list(html.fromstring(page).xpath(asked))


def about(bench: Bench, words: str) -> GroupRecord:
    """The group about some words."""
    (found,) = groups.find(bench.store, GroupFilter(search=words))
    return found


def path(found: GroupRecord, *parts: str) -> str:
    return "/".join(["/-/claims/group", found.group.id, *parts])


def pair(found: GroupRecord, act: str) -> str:
    (one,) = found.group.pairs
    return path(found, "pair", one.a, one.b, act)


def test_groups_stand_with_their_outlets_values_and_reasons(compared: Bench, mara: Visitor) -> None:
    """Disagreements come first, and whatever an outlet calls itself is no markup."""
    page = mara.get("/-/claims/compare")
    assert page.status_code == 200
    assert "Island &lt;Times&gt;" in page.text
    rows = parts(page.text, "//ol.groups/li")
    assert len(rows) == groups.count(compared.store, GroupFilter())
    disputed = ["has-flag" in row.get("class", "") for row in rows]
    assert disputed[0]
    assert disputed == sorted(disputed, reverse=True)
    assert "contradiction" in rows[0].text_content()
    assert "about 250" in "".join(row.text_content() for row, flag in zip(rows, disputed, strict=True) if flag)


def test_the_address_says_which_groups(compared: Bench, mara: Visitor) -> None:
    """Filters are links that can be sent to somebody; what is no word of ours is left out and named."""
    every, disputed = (mara.get(f"/-/claims/compare.json{asked}").json()["groups"] for asked in ("", "?disputed=yes"))
    contradicting = [
        row["group"]["id"]
        for row in every
        if any(pair["relation"] == "contradiction" for pair in row["group"]["pairs"])
    ]
    assert 0 < len(contradicting) < len(every)
    assert [row["group"]["id"] for row in disputed] == contradicting
    assert mara.get("/-/claims/compare.json?speaker=Falk").json()["total"] == 1
    assert "No group fits" in mara.get("/-/claims/compare?search=zeppelin").text
    odd = mara.get("/-/claims/compare?relation=rival&page=7").text
    assert "relation=rival" in odd
    assert "page=7" in odd


def test_before_anything_is_compared_the_page_says_what_to_do(bench: Bench, mara: Visitor) -> None:
    """An empty state leads on."""
    assert "claims compare" in mara.get("/-/claims/compare").text


def test_a_group_shows_its_claims_side_by_side_and_their_figures_on_one_line(compared: Bench, mara: Visitor) -> None:
    """Each row of the table says in words what the line shows."""
    found = about(compared, JOBS)
    page = mara.get(path(found)).text
    assert len(parts(page, "//ol.sides/li")) == 2
    values = parts(page, "//div.lined//b.amount")
    assert [value.text_content() for value in values] == ["about 250", "about 900"]
    dots = [float(dot.get("cx").rstrip("%")) for dot in parts(page, "//div.lined//circle.dot")]
    assert dots == sorted(dots)
    assert len(set(dots)) == 2
    by_claim = mara.get(f"/-/claims/group/{found.group.claims[1]}")
    assert by_claim.status_code == 200
    assert mara.get("/-/claims/group/g0000000").status_code == 404


def test_quotations_in_other_words_are_shown_word_by_word(compared: Bench, mara: Visitor) -> None:
    """What only one outlet has is marked."""
    found = about(compared, "bad day")
    assert found.group.pairs[0].relation == ClaimRelation.QUOTE_VARIANT
    own = parts(mara.get(path(found)).text, "//mark.own")
    assert [mark.text_content().strip() for mark in own] == ["is", "was", "all"]


def test_a_claims_page_shows_what_is_said_elsewhere(compared: Bench, mara: Visitor) -> None:
    """With the relation, its reason, and the way to all of them."""
    found = about(compared, JOBS)
    page = mara.get(f"/-/claims/claim/{found.group.claims[0]}").text
    (section,) = parts(page, "//section[@id='elsewhere']")
    assert "Island <Times>" in section.text_content()
    assert found.group.pairs[0].reason in section.text_content()
    assert section.xpath(f"//a[@href='{path(found)}']")


def test_a_reader_sees_everything_and_no_form(compared: Bench, nobody: Visitor) -> None:
    """What people decide is for those who may review."""
    page = nobody.get(path(about(compared, JOBS))).text
    assert parts(page, "//ol.sides/li")
    assert not parts(page, "//main//form")


@pytest.mark.parametrize(
    ("decision", "relation"),
    [("same", ClaimRelation.SAME), ("contradicts", ClaimRelation.CONTRADICTION)],
)
def test_a_person_says_how_two_claims_relate_and_takes_it_back(
    compared: Bench, mara: Visitor, decision: str, relation: ClaimRelation
) -> None:
    """The page then says who decided; undo brings the machine's reading back."""
    before = about(compared, JOBS)
    told = mara.post(pair(before, "decide"), {"decision": decision, "reason": "asked both"})
    assert told.status_code == 303
    (now,) = about(compared, JOBS).group.pairs
    assert (now.relation, now.decided_by) == (relation, "mara")
    assert "asked both" in mara.get(path(before)).text
    assert mara.post(pair(before, "undo"), {}).status_code == 303
    assert about(compared, JOBS).group == before.group
    newest = events.latest(compared.store, limit=1)[0]
    assert (newest.actor, newest.channel) == ("mara", "browser")


def test_people_who_disagree_are_both_shown(compared: Bench, mara: Visitor) -> None:
    """Nobody's word is overwritten, and the pair leads the list."""
    found = about(compared, "bad day")
    (one,) = found.group.pairs
    desk.decide_pair(compared.store, desk.act("rosa"), one.a, one.b, PairDecision.SAME)
    assert mara.post(pair(found, "decide"), {"decision": "contradicts"}).status_code == 303
    first = parts(mara.get("/-/claims/compare").text, "//ol.groups/li")[0].text_content()
    assert "bad day" in first
    assert "people disagree" in first
    page = mara.get(path(found)).text
    assert "<strong>rosa</strong>: the same" in page
    assert "<strong>mara</strong>: contradict each other" in page


def test_a_group_is_confirmed_or_taken_apart_as_a_whole(compared: Bench, mara: Visitor) -> None:
    """Taken apart, its claims are in no group, now and after every later run."""
    found = about(compared, JOBS)
    assert mara.post(path(found, "confirm"), {"reason": ""}).status_code == 303
    assert about(compared, JOBS).group.pairs[0].decisions
    other = about(compared, "bad day")
    assert mara.post(path(other, "reject"), {"reason": "two speeches"}).status_code == 303
    assert not groups.find(compared.store, GroupFilter(search="bad day"))
    desk.compare(compared.store, None, again=True)
    assert not groups.find(compared.store, GroupFilter(search="bad day"))
    assert mara.get(path(other)).status_code == 404


def test_groups_are_merged_and_claims_taken_out(compared: Bench, mara: Visitor) -> None:
    """By the id of the other group or of a claim in it."""
    first, second = about(compared, JOBS), about(compared, "bad day")
    told = mara.post(path(first, "merge"), {"other": second.group.claims[0]})
    assert told.status_code == 303
    merged = about(compared, JOBS)
    assert set(merged.group.claims) == {*first.group.claims, *second.group.claims}
    out = mara.post(path(merged, "split"), {"claims": second.group.claims[1]})
    assert out.status_code == 303
    assert second.group.claims[1] not in about(compared, JOBS).group.claims


def test_what_is_refused_changes_nothing_and_keeps_what_was_typed(compared: Bench, mara: Visitor) -> None:
    """A group that is not there, a decision that is none, a form without its token."""
    found, before = about(compared, JOBS), events.count(compared.store)
    missing = mara.post(path(found, "merge"), {"other": "g0000000"})
    assert missing.status_code == 404 or "g0000000" in missing.text
    assert mara.post(pair(found, "decide"), {"decision": "perhaps"}).status_code == 400
    stale = mara.post(pair(found, "decide"), {"decision": "same", "reason": "both told me"}, token=None)
    assert stale.status_code == 403
    assert 'value="both told me"' in stale.text
    assert events.count(compared.store) == before


def test_who_may_not_review_decides_nothing(compared: Bench, nobody: Visitor) -> None:
    """Neither by form nor by JSON."""
    found, before = about(compared, JOBS), events.count(compared.store)
    assert nobody.post(pair(found, "decide"), {"decision": "same"}).status_code == 403
    assert nobody.send(path(found, "reject"), {}).status_code == 403
    assert events.count(compared.store) == before
