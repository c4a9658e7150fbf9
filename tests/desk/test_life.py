"""The life of a claim through the desk: every step that there is, and a worded refusal of every other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims import desk
from claims.errors import InputError, NotAllowedNow, NotFound
from claims.models import Checks, ClaimRecord
from claims.store import claims, events
from claims.vocabulary import DECISIONS, TRANSITIONS, Action, DismissReason, Status, Verdict

if TYPE_CHECKING:
    from tests.conftest import Bench

WORDS = "keep every route"

PATHS: dict[Status, tuple[Action, ...]] = {
    Status.EXTRACTED: (),
    Status.TAGGED: (Action.TAG,),
    Status.IN_REVIEW: (Action.TAG, Action.SUBMIT),
    Status.VERIFIED: (Action.TAG, Action.SUBMIT, Action.APPROVE),
    Status.DISPUTED: (Action.TAG, Action.SUBMIT, Action.DISPUTE),
    Status.DISMISSED: (Action.DISMISS,),
    Status.WITHDRAWN: (Action.TAG, Action.SUBMIT, Action.APPROVE, Action.WITHDRAW),
}


def _do(bench: Bench, action: Action, **more: Any) -> ClaimRecord:
    """Do what an action asks for."""
    if action == Action.TAG:
        return bench.tag(WORDS, **more)
    if action == Action.DISMISS:
        more = {"reason": DismissReason.OPINION} | more
    if action == Action.APPROVE:
        bench.evidence(WORDS)
        more = {"verdict": Verdict.SUPPORTED} | more
    return bench.decide(WORDS, action, **more)


@pytest.mark.parametrize(("action", "came", "went"), [step for step in TRANSITIONS if step[0] != Action.MARK])
def test_every_step_of_the_table_can_be_taken(bench: Bench, action: Action, came: Status, went: Status) -> None:
    """What the life of a claim allows, the desk does; the event says who, what, and under which policy."""
    for before in PATHS[came]:
        _do(bench, before)
    correction = {"speaker": "Bo Lund"} if (action, came) == (Action.TAG, Status.IN_REVIEW) else {}
    record = _do(bench, action, **correction)
    assert record.status == went
    event = events.of_claim(bench.store, record.id)[-1]
    assert (event.action, event.policy, event.guidelines) == (action, "solo", "1")
    assert event.version == record.version - 1
    assert (went == came) or event.change["status"] == (came, went)
    assert bench.problems() == []


@pytest.mark.parametrize("came", Status)
def test_every_other_step_is_refused_in_words(bench: Bench, came: Status) -> None:
    """The refusal names the claim, its status and what is possible, and nothing changes."""
    for before in PATHS[came]:
        _do(bench, before)
    dump, claim = bench.dump(), bench.claim(WORDS)
    for action in DECISIONS:
        if any((did, at) == (action, came) for did, at, _ in TRANSITIONS):
            continue
        reason = DismissReason.OPINION if action == Action.DISMISS else None
        with pytest.raises(NotAllowedNow, match=claim.id) as refusal:
            bench.decide(WORDS, action, reason=reason)
        assert came.replace("_", " ") in refusal.value.message
        assert refusal.value.hint
    if came not in {Status.EXTRACTED, Status.TAGGED}:
        with pytest.raises(NotAllowedNow, match="cannot be tagged"):
            bench.tag(WORDS)
    assert bench.dump() == dump


def test_a_verified_claim_is_reopened_before_its_words_change(bench: Bench) -> None:
    """What was decided upon stays as it was until somebody opens it again."""
    bench.verified(WORDS)
    with pytest.raises(NotAllowedNow, match="Reopen it first"):
        bench.tag(WORDS, speaker="Bo Lund")
    bench.decide(WORDS, Action.REOPEN)
    assert bench.tag(WORDS, speaker="Bo Lund").status == Status.TAGGED


@pytest.mark.parametrize("came", [Status.TAGGED, Status.IN_REVIEW, Status.VERIFIED, Status.DISPUTED, Status.WITHDRAWN])
def test_what_stands_beside_a_claim_leaves_its_status_alone(bench: Bench, came: Status) -> None:
    """Labels, notes, wordings and evidence are no decision."""
    for before in PATHS[came]:
        _do(bench, before)
    by = desk.act("ana")
    bench.only(desk.label(bench.store, by, bench.seen(WORDS), ["ferries", " public   money "]))
    desk.note(bench.store, by, bench.seen(WORDS)[0], "Called the ministry.")
    bench.tag(WORDS, wording="Norlink keeps all its routes", note="Said twice")
    record = bench.evidence(WORDS, url="https://norlink.example/routes")
    desk.retract_evidence(bench.store, by, record.evidence[-1].id, reason="A press release")
    record = bench.only(desk.label(bench.store, by, bench.seen(WORDS), ["ferries"], remove=True))
    assert (record.status, record.labels, record.wording) == (came, ("public money",), "Norlink keeps all its routes")
    assert bench.problems() == []


def test_labels_that_are_there_already_are_no_event(bench: Bench) -> None:
    """The same again changes nothing, not even the version."""
    bench.only(desk.label(bench.store, desk.act("ana"), bench.seen(WORDS), ["ferries"]))
    before = bench.dump()
    bench.only(desk.label(bench.store, desk.act("ana"), bench.seen(WORDS), ["ferries", "ferries"]))
    taken_off = desk.label(bench.store, desk.act("ana"), bench.seen(WORDS), ["trains"], remove=True)
    assert "has no label trains" in str(taken_off.failed[0][1])
    assert bench.dump() == before


def test_an_old_verdict_certifies_no_new_words(bench: Bench) -> None:
    """Verdict, checks and rationale go when a claim is reopened, restored or worded anew; undo brings them back."""
    id = bench.verified(WORDS).id
    judged = claims.record(bench.store, id)
    assert judged.verdict
    reopened = bench.decide(WORDS, Action.REOPEN)
    assert (reopened.verdict, reopened.rationale, reopened.checks) == (None, None, Checks())
    assert desk.undo(bench.store, desk.act("ana"), id, reason="not needed").claims[0].verdict == judged.verdict
    bench.decide(WORDS, Action.REOPEN)
    bench.decide(WORDS, Action.DISPUTE, verdict=Verdict.REFUTED, rationale="two papers differ")
    bench.decide(WORDS, Action.RESOLVE)
    assert bench.tag(WORDS, speaker="Somebody Else").verdict is None
    assert bench.problems() == []


def test_one_claim_that_refuses_does_not_stop_the_others(bench: Bench) -> None:
    """A batch commits what can be done, in one act, and lists the rest with its reasons."""
    bench.tag(WORDS)
    bench.tag("250 jobs")
    untouched = bench.claim("bad day")
    outcome = desk.decide(
        bench.store,
        desk.act("ana"),
        bench.seen(WORDS, "bad day", "250 jobs"),
        desk.Decision(action=Action.SUBMIT),
    )
    assert [record.status for record in outcome.done] == [Status.IN_REVIEW] * 2
    ((failed, error),) = outcome.failed
    assert failed == untouched.id
    assert isinstance(error, NotAllowedNow)
    assert bench.claim("bad day") == untouched
    acts = {events.of_claim(bench.store, record.id)[-1].act_id for record in outcome.done}
    assert len(acts) == 1
    assert bench.problems() == []


def test_decisions_that_make_no_sense_are_refused_before_anything_is_read(bench: Bench) -> None:
    """A dismissal needs an agreed reason, and only a judgement carries a verdict."""
    bench.tag(WORDS)
    for decision, words in (
        (desk.Decision(action=Action.DISMISS), "agreed reasons"),
        (desk.Decision(action=Action.DISMISS, reason="boring"), "agreed reasons"),
        (desk.Decision(action=Action.SUBMIT, verdict=Verdict.SUPPORTED), "cannot go with submit"),
        (desk.Decision(action=Action.TAG), "no decision"),
    ):
        with pytest.raises(InputError, match=words):
            desk.decide(bench.store, desk.act("ana"), bench.seen(WORDS), decision)


def test_claims_are_found_by_any_start_of_their_ids(bench: Bench) -> None:
    """A claim that is named twice is acted upon once; what fits nothing is an error."""
    id = bench.claim(WORDS).id
    assert desk.see(bench.store, [id[:8], id]) == bench.seen(WORDS)
    for start in ("c0ffee0", "", "%", "c' OR 1"):
        with pytest.raises(NotFound):
            desk.see(bench.store, [start])


@pytest.mark.parametrize("words", ["one\0two", "\udcff", "a\ud800b"])
def test_words_that_are_no_text_are_refused(bench: Bench, words: str) -> None:
    """A zero byte would be cut off by SQLite, and broken UTF-8 cannot be stored at all."""
    before = bench.dump()
    for act in (
        lambda: bench.tag(WORDS, wording=words),
        lambda: bench.tag(WORDS, note=words),
        lambda: bench.evidence(WORDS, citation=words, url=None),
        lambda: bench.only(desk.label(bench.store, desk.act("ana"), bench.seen(WORDS), [words])),
        lambda: desk.note(bench.store, desk.act("ana"), bench.seen(WORDS)[0], words),
        lambda: bench.tag(WORDS, speaker=words),
        lambda: desk.act(words),
        lambda: desk.mark(bench.store, desk.act("ana"), bench.article().id, "harbour minister", speaker=words),
    ):
        with pytest.raises((InputError, NotFound)):
            act()
    assert bench.dump() == before


def test_somebody_has_to_act(bench: Bench) -> None:
    """An act without a name is nobody's."""
    for name in ("", "  ", "\n"):
        with pytest.raises(InputError, match="not known who acts"):
            desk.act(name)


def test_flags_are_cleared_by_an_event(bench: Bench) -> None:
    """Somebody has looked: the flag leaves the queue, and history says who."""
    bench.tag("250 jobs")
    bench.add(bench.article().text.replace("250 jobs", "300 jobs"))
    (flag,) = bench.claim("250 jobs").flags
    assert flag.kind == "anchor_changed"
    record = desk.clear_flag(bench.store, desk.act("rosa"), flag.id[:6], reason="An update")
    assert record.flags == ()
    assert events.of_claim(bench.store, record.id)[-1].change == {"cleared_flag": (None, flag.id)}
    assert bench.problems() == []
    with pytest.raises(NotFound, match="No open flag"):
        desk.clear_flag(bench.store, desk.act("rosa"), flag.id)


def test_what_is_hidden_cannot_be_worked_on(bench: Bench) -> None:
    """A claim that a run no longer found, and a mark that was taken back, are said to be so."""
    id = bench.claim("bad day").id
    bench.add(bench.article().text.replace("“This is a bad day for the islands,” said", "This was denied by"))
    by = desk.act("ana")
    marked = desk.mark(bench.store, by, bench.article().id, "harbour minister Tilda Brandt")
    desk.undo(bench.store, by)
    for hidden in (id, marked.id):
        seen = desk.see(bench.store, [hidden])
        for act in (
            lambda seen=seen: bench.only(desk.tag(bench.store, by, seen, desk.Correction())),
            lambda seen=seen: bench.only(desk.label(bench.store, by, seen, ["x"])),
            lambda seen=seen: desk.note(bench.store, by, seen[0], "x"),
        ):
            with pytest.raises(NotAllowedNow, match="not shown any more"):
                act()
