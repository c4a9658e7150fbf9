"""What ``verified`` asks for, under each policy and with each verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims import desk
from claims.errors import PolicyUnmet
from claims.store import events, settings
from claims.vocabulary import Action, Check, CheckResult, Policy, Stance, Status, Verdict

if TYPE_CHECKING:
    from tests.conftest import Bench

WORDS = "keep every route"
ALL_CHECKS = dict.fromkeys(Check, CheckResult.OK)
BY_RATIONALE = {Verdict.NOT_CHECKABLE, Verdict.NOT_ENOUGH_EVIDENCE}
WHOLE: dict[str, Any] = {"checks": ALL_CHECKS, "rationale": "The ministry's plan says so."}


def _submitted(bench: Bench, policy: Policy = Policy.SOLO, *stances: Stance) -> None:
    desk.set_policy(bench.store, desk.act("rosa"), policy)
    bench.tag(WORDS, by="ana")
    bench.decide(WORDS, Action.SUBMIT, by="ana")
    for number, stance in enumerate(stances):
        bench.evidence(WORDS, stance=stance, url=f"https://source{number}.example/", primary=number == 0)


def _approve(bench: Bench, verdict: Verdict | None, by: str = "rosa", **more: Any) -> None:
    assert bench.decide(WORDS, Action.APPROVE, by=by, verdict=verdict, **more).status == Status.VERIFIED
    assert bench.problems() == []


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("stance", [None, *Stance])
def test_solo_asks_for_evidence_of_the_verdicts_stance(bench: Bench, verdict: Verdict, stance: Stance | None) -> None:
    """Supported and refuted need a piece of that stance, others any piece, two verdicts a rationale instead."""
    _submitted(bench, Policy.SOLO, *([stance] if stance else []))
    fits = {
        Verdict.SUPPORTED: stance == Stance.SUPPORTS,
        Verdict.REFUTED: stance == Stance.REFUTES,
        Verdict.NOT_CHECKABLE: False,
        Verdict.NOT_ENOUGH_EVIDENCE: False,
    }.get(verdict, stance is not None)
    if fits:
        _approve(bench, verdict, by="ana")
    else:
        before = bench.dump()
        with pytest.raises(PolicyUnmet, match=r"the policy solo asks for a (piece of evidence|rationale)"):
            _approve(bench, verdict)
        assert bench.dump() == before
    if verdict in BY_RATIONALE:
        _approve(bench, verdict, rationale="Nobody has counted.")


def test_a_verdict_is_asked_for_first(bench: Bench) -> None:
    """Verified without a verdict says nothing, whatever the policy; one that was given before will do."""
    _submitted(bench, Policy.SOLO, Stance.SUPPORTS)
    with pytest.raises(PolicyUnmet, match="a verdict"):
        _approve(bench, None)
    bench.decide(WORDS, Action.RETURN, verdict=Verdict.SUPPORTED, rationale="As the plan says")
    bench.decide(WORDS, Action.SUBMIT)
    _approve(bench, None)
    assert bench.claim(WORDS).verdict == Verdict.SUPPORTED


def test_retracted_evidence_does_not_count(bench: Bench) -> None:
    """It stays in the file, and is none any more."""
    _submitted(bench, Policy.SOLO, Stance.SUPPORTS)
    desk.retract_evidence(bench.store, desk.act("ana"), bench.claim(WORDS).evidence[0].id)
    with pytest.raises(PolicyUnmet, match="evidence that supports it"):
        _approve(bench, Verdict.SUPPORTED)


@pytest.mark.parametrize("verdict", Verdict)
def test_newsroom_is_content_with_the_whole_of_it(bench: Bench, verdict: Verdict) -> None:
    """Two origins, one primary, all checks, a rationale and a second person do for every verdict."""
    _submitted(bench, Policy.NEWSROOM, Stance.SUPPORTS, Stance.REFUTES)
    _approve(bench, verdict, **WHOLE)
    record = bench.claim(WORDS)
    assert events.of_claim(bench.store, record.id)[-1].policy == Policy.NEWSROOM


@pytest.mark.parametrize(
    ("by", "more", "asked"),
    [
        ("rosa", WHOLE | {"checks": {}}, "an answer to each check"),
        ("rosa", WHOLE | {"checks": {Check.FIGURES: CheckResult.OK}}, "attribution=ok --check substance=ok"),
        ("rosa", WHOLE | {"checks": ALL_CHECKS | {Check.FIGURES: CheckResult.NOT_CHECKED}}, "figures=ok"),
        ("rosa", WHOLE | {"rationale": None}, "a rationale"),
        ("rosa", WHOLE | {"rationale": ""}, "a rationale"),
        ("ana", WHOLE, "another reviewer: ana has tagged or last edited it"),
        ("ana", WHOLE | {"reason": "Nobody else is here"}, "another reviewer"),
    ],
)
@pytest.mark.parametrize("verdict", [Verdict.SUPPORTED, Verdict.NOT_CHECKABLE])
def test_newsroom_names_what_is_missing(
    bench: Bench, by: str, more: dict[str, Any], asked: str, verdict: Verdict
) -> None:
    """Each thing that is missing is named with the option that gives it; nothing is changed."""
    _submitted(bench, Policy.NEWSROOM, Stance.SUPPORTS, Stance.SUPPORTS)
    before = bench.dump()
    with pytest.raises(PolicyUnmet, match=asked):
        _approve(bench, verdict, by=by, **more)
    assert bench.dump() == before


def test_newsroom_counts_origins_and_not_pieces(bench: Bench) -> None:
    """Two pages of one site, and one ministry under two spellings, are one origin; a written reason does for one."""
    _submitted(bench, Policy.NEWSROOM)
    for page in ("a", "b"):
        bench.evidence(WORDS, url=f"https://www.ministry.example/{page}", primary=True, origin="Ministry of Ports")
    bench.evidence(WORDS, url=None, citation="Annual report", origin="ministry  of ports")
    with pytest.raises(PolicyUnmet, match="two origins"):
        _approve(bench, Verdict.SUPPORTED, **WHOLE)
    bench.evidence(WORDS, url="https://union.example/letter")
    _approve(bench, Verdict.SUPPORTED, **WHOLE)


def test_newsroom_wants_one_piece_that_is_primary(bench: Bench) -> None:
    """Or a written reason why there is none."""
    _submitted(bench, Policy.NEWSROOM)
    for number in range(2):
        bench.evidence(WORDS, url=f"https://source{number}.example/")
    with pytest.raises(PolicyUnmet, match="primary"):
        _approve(bench, Verdict.SUPPORTED, **WHOLE)
    _approve(bench, Verdict.SUPPORTED, **WHOLE, reason="The minutes are sealed")


def test_newsroom_takes_a_written_reason_for_one_origin(bench: Bench) -> None:
    """There is not always a second one."""
    _submitted(bench, Policy.NEWSROOM, Stance.SUPPORTS)
    with pytest.raises(PolicyUnmet, match="two origins"):
        _approve(bench, Verdict.SUPPORTED, **WHOLE)
    _approve(bench, Verdict.SUPPORTED, **WHOLE, reason="Only the ministry knows")


@pytest.mark.parametrize(("editor", "barred"), [("rosa", True), ("ana", False)])
def test_whoever_edited_last_does_not_review(bench: Bench, editor: str, barred: bool) -> None:
    """The last edit counts, and an older one by somebody else does not."""
    _submitted(bench, Policy.NEWSROOM, Stance.SUPPORTS, Stance.SUPPORTS)
    bench.tag(WORDS, by="rosa", wording="All routes stay")
    if editor == "ana":
        bench.tag(WORDS, by="ana", wording="Every route stays")
    if barred:
        with pytest.raises(PolicyUnmet, match="rosa has tagged or last edited it"):
            _approve(bench, Verdict.SUPPORTED, **WHOLE)
    else:
        _approve(bench, Verdict.SUPPORTED, **WHOLE)


def test_a_tagging_that_was_undone_bars_nobody(bench: Bench) -> None:
    """What was taken back was not done."""
    desk.set_policy(bench.store, desk.act("rosa"), Policy.NEWSROOM)
    bench.tag(WORDS, by="rosa")
    desk.undo(bench.store, desk.act("rosa"), bench.claim(WORDS).id)
    bench.tag(WORDS, by="ana")
    bench.decide(WORDS, Action.SUBMIT, by="ana")
    for number in range(2):
        bench.evidence(WORDS, url=f"https://source{number}.example/", primary=True)
    _approve(bench, Verdict.SUPPORTED, by="rosa", **WHOLE)


def test_whoever_marked_a_claim_has_tagged_it(bench: Bench) -> None:
    """A mark is a tag of one's own words."""
    desk.set_policy(bench.store, desk.act("rosa"), Policy.NEWSROOM)
    words = "harbour minister Tilda Brandt"
    marked = desk.mark(bench.store, desk.act("rosa"), bench.article().id, words, speaker="Ida Holm")
    seen = desk.see(bench.store, [marked.id])
    bench.only(desk.decide(bench.store, desk.act("rosa"), seen, desk.Decision(action=Action.SUBMIT)))
    approve = desk.Decision(action=Action.APPROVE, verdict=Verdict.NOT_CHECKABLE, **WHOLE)
    with pytest.raises(PolicyUnmet, match="another reviewer"):
        bench.only(desk.decide(bench.store, desk.act("rosa"), desk.see(bench.store, [marked.id]), approve))
    bench.only(desk.decide(bench.store, desk.act("ana"), desk.see(bench.store, [marked.id]), approve))


def test_changing_the_policy_is_an_event_that_can_be_undone(bench: Bench) -> None:
    """The same policy again is none; the undo is one too."""
    assert desk.set_policy(bench.store, desk.act("rosa"), Policy.SOLO) is False
    assert desk.set_policy(bench.store, desk.act("rosa"), Policy.NEWSROOM) is True
    event = events.every(bench.store)[-1]
    assert (event.action, event.setting, event.change) == ("set", "policy", {"value": ("solo", "newsroom")})
    undone = desk.undo(bench.store, desk.act("rosa"))
    assert [e.seq for e in undone.undone] == [event.seq]
    assert settings.policy(bench.store) == Policy.SOLO
    assert bench.problems() == []
