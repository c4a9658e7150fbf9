"""What people say about claims that may be about the same thing: it stands, it can be taken back, it can conflict."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claims import desk
from claims.errors import Ambiguous, NotAllowedNow, NotFound, Refused
from claims.models import Group
from claims.store import Store, events, groups, pairs
from claims.vocabulary import Action, ClaimRelation, PairDecision, Policy, Verdict

if TYPE_CHECKING:
    from tests.conftest import Bench

COST = "Repairs would cost 40 million dollars, she said."
FIRST = f"The works in Tarnwick employ 900 people, the mayor Edda Holm said. {COST}"
SECOND = f"The works in Tarnwick employ 950 people, the mayor Edda Holm said. {COST}"
THIRD = (
    "Edda Holm, mayor of Tarnwick, said on Friday that the works employ 900 people. The works made 3 million dollars."
)


@pytest.fixture
def file(make_bench: type[Bench], tmp_path: Path) -> Iterator[Bench]:
    """Three articles on one town, compared by words."""
    bench = make_bench(tmp_path / "claims.db")
    for at, text in enumerate((FIRST, SECOND, THIRD)):
        bench.add(text, url=f"https://outlet{at}.example/works", title="Works in Tarnwick", publisher=f"Outlet {at}")
    desk.compare(bench.store, None)
    yield bench
    bench.store.close()


def ids(bench: Bench, words: str) -> list[str]:
    """The claims with these words, in the order of their articles."""
    return [
        row["id"]
        for row in bench.store.rows("SELECT id FROM claims WHERE instr(text, ?) ORDER BY article, pk", (words,))
    ]


def group_of(store: Store, claim: str) -> Group:
    return groups.get(store, groups.resolve(store, claim)).group


def together(store: Store, *claims: str) -> bool:
    return len({groups.of_claim(store, claim) or claim for claim in claims}) == 1


def test_different_keeps_two_claims_apart_in_every_later_run(file: Bench) -> None:
    """A person's word is above the machine's, also where all is made anew."""
    a, b = ids(file, "Repairs would cost")
    assert together(file.store, a, b)
    desk.decide_pair(file.store, desk.act("ana"), a, b, PairDecision.DIFFERENT, reason="Another works")
    assert not together(file.store, a, b)
    desk.compare(file.store, None, again=True)
    assert not together(file.store, a, b)
    assert file.problems() == []


def test_same_and_contradicts_decide_the_relation(file: Bench) -> None:
    """Who decided, and why, is shown with the pair."""
    a, b, *_ = ids(file, "employ 9")
    for decision, relation in (
        (PairDecision.SAME, ClaimRelation.SAME),
        (PairDecision.CONTRADICTS, ClaimRelation.CONTRADICTION),
    ):
        desk.decide_pair(file.store, desk.act("ana"), b, a, decision, reason="As they said")
        (pair,) = [pair for pair in group_of(file.store, a).pairs if {pair.a, pair.b} == {a, b}]
        assert (pair.relation, pair.decided_by) == (relation, "ana")
        assert "As they said" in pair.reason


def test_a_decision_that_stands_is_no_event(file: Bench) -> None:
    """Saying it twice says it once, and the second change of mind says what stood before."""
    a, b = ids(file, "Repairs would cost")
    for decision in (PairDecision.SAME, PairDecision.SAME, PairDecision.DIFFERENT):
        desk.decide_pair(file.store, desk.act("ana"), a, b, decision)
    said = events.of_pairs_with(file.store, a)
    assert [event.change["decision"] for event in said] == [(None, "same"), ("same", "different")]
    assert said == events.of_pairs_with(file.store, b)


def test_where_two_people_disagree_both_stand_and_the_machine_decides(file: Bench) -> None:
    """A conflict is shown, listed first, and never settled silently; agreement settles it."""
    a, b = ids(file, "Repairs would cost")
    before = group_of(file.store, a)
    desk.decide_pair(file.store, desk.act("ana"), a, b, PairDecision.DIFFERENT)
    desk.decide_pair(file.store, desk.act("bob"), a, b, PairDecision.SAME)
    after = group_of(file.store, a)
    assert after.claims == before.claims
    (pair,) = [pair for pair in after.pairs if {pair.a, pair.b} == {a, b}]
    assert pair.conflict
    assert [(one.actor, one.decision) for one in pair.decisions] == [("ana", "different"), ("bob", "same")]
    assert groups.plain(file.store)[0].id == after.id
    desk.decide_pair(file.store, desk.act("ana"), a, b, PairDecision.SAME)
    (pair,) = [pair for pair in group_of(file.store, a).pairs if {pair.a, pair.b} == {a, b}]
    assert (pair.conflict, pair.decided_by) == (False, "bob, ana")


def test_undo_takes_back_a_pair_and_gives_the_group_back(file: Bench) -> None:
    """One's own word needs no reason, another's does; each can be undone whatever the other said later."""
    a, b = ids(file, "Repairs would cost")
    before = group_of(file.store, a)
    desk.decide_pair(file.store, desk.act("ana"), a, b, PairDecision.DIFFERENT)
    desk.decide_pair(file.store, desk.act("bob"), a, b, PairDecision.DIFFERENT)
    desk.undo(file.store, desk.act("ana"), pair=(b, a))
    assert not together(file.store, a, b)
    with pytest.raises(Refused, match="bob did that"):
        desk.undo(file.store, desk.act("ana"), pair=(a, b))
    desk.undo(file.store, desk.act("ana"), pair=(a, b), reason="He asked me to")
    assert group_of(file.store, a) == before
    with pytest.raises(NotFound):
        desk.undo(file.store, desk.act("ana"), pair=(a, b))
    assert file.problems() == []


def test_an_act_upon_a_group_is_one_act(file: Bench) -> None:
    """Rejecting, splitting and confirming are undone whole, by the act."""
    a = ids(file, "employ 9")[0]
    before = group_of(file.store, a)
    assert len(before.claims) >= 2
    desk.reject_group(file.store, desk.act("ana"), before.id)
    assert all(groups.of_claim(file.store, claim) is None for claim in before.claims)
    undone = desk.undo(file.store, desk.act("ana"))
    assert len(undone.pairs) == len(before.claims) * (len(before.claims) - 1) / 2
    assert group_of(file.store, a) == before
    desk.confirm_group(file.store, desk.act("ana"), before.id)
    assert group_of(file.store, a).claims == before.claims
    assert len(pairs.every(file.store)) == len(before.claims) - 1


def test_groups_are_split_merged_and_moved_between(file: Bench) -> None:
    """What is split stays apart, what is merged stays together, and moving does both."""
    a, b = ids(file, "Repairs would cost")
    one, *_ = ids(file, "employ 9")
    desk.split_group(file.store, desk.act("ana"), group_of(file.store, a).id, [b])
    assert groups.of_claim(file.store, b) is None
    whole = group_of(file.store, one)
    desk.move_claims(file.store, desk.act("ana"), [b], whole.id)
    assert together(file.store, one, b)
    assert not together(file.store, a, b)
    desk.undo(file.store, desk.act("ana"))
    desk.undo(file.store, desk.act("ana"))
    assert together(file.store, a, b)
    desk.merge_groups(file.store, desk.act("ana"), group_of(file.store, one).id, [group_of(file.store, a).id])
    assert together(file.store, one, a, b)
    desk.compare(file.store, None, again=True)
    assert together(file.store, one, a, b)
    assert file.problems() == []


def test_what_makes_no_sense_is_refused_and_changes_nothing(file: Bench) -> None:
    """Each refusal names the claim or the group, and what to do."""
    a, b = ids(file, "Repairs would cost")
    one, *_ = ids(file, "employ 9")
    group, before = group_of(file.store, a), file.dump()
    by = desk.act("ana")
    with pytest.raises(Refused, match="with itself"):
        desk.decide_pair(file.store, by, a, a, PairDecision.SAME)
    with pytest.raises(Refused, match="with itself"):
        desk.merge_groups(file.store, by, group.id, [group.id])
    with pytest.raises(Refused, match="nothing would be left"):
        desk.split_group(file.store, by, group.id, list(group.claims))
    with pytest.raises(Refused, match="is not in group"):
        desk.split_group(file.store, by, group.id, [one])
    with pytest.raises(Refused, match="already"):
        desk.move_claims(file.store, by, [b], group.id)
    with pytest.raises(NotAllowedNow, match="other claims now"):
        desk.confirm_group(file.store, by, group.id, seen=[a])
    with pytest.raises((NotFound, Ambiguous)):
        groups.resolve(file.store, "gzzz")
    assert file.dump() == before


def test_check_finds_a_group_that_somebody_tampered_with(file: Bench) -> None:
    """Groups are what links and decisions make; whoever writes another into the file is found out."""
    a, _ = ids(file, "Repairs would cost")
    id = group_of(file.store, a).id
    file.raw().execute("UPDATE claim_pairs SET relation = 'update'")
    assert any(id in problem for problem in file.problems())
    file.raw().execute("UPDATE claim_profiles SET profile = '{}'")
    assert any("cannot be read" in problem for problem in file.problems())
    desk.compare(file.store, None, again=True)
    assert file.problems() == []


def test_copies_are_one_origin_for_the_newsroom(make_bench: type[Bench], tmp_path: Path) -> None:
    """Two outlets that carry one wire's copy report nothing independently of each other."""
    bench = make_bench(tmp_path / "claims.db")
    wire = " ".join(f"Sentence {n} of the wire tells of the works in Tarnwick, and of town {n * 7}." for n in range(12))
    for at, text in enumerate((FIRST, wire, f"{wire} Nobody else knew.")):
        bench.add(text, url=f"https://outlet{at}.example/works", title="Works in Tarnwick", publisher=f"Outlet {at}")
    desk.set_policy(bench.store, desk.act("rosa"), Policy.NEWSROOM)
    words = "Repairs would cost"
    bench.tag(words)
    bench.evidence(words, url="https://outlet1.example/works", primary=True)
    bench.evidence(words, url="https://outlet2.example/works")
    bench.decide(words, Action.SUBMIT, by="ana")
    checks = dict.fromkeys(("attribution", "figures", "substance"), "ok")
    approve = {"verdict": Verdict.SUPPORTED, "rationale": "Two outlets", "checks": checks}
    desk.compare(bench.store, None)
    with pytest.raises(Refused, match="evidence of two origins"):
        bench.decide(words, Action.APPROVE, **approve)
    bench.evidence(words, url="https://ministry.example/works")
    bench.decide(words, Action.APPROVE, by="rosa", **approve)
    bench.store.close()
