"""Undo: the newest act that stands, reversed exactly; all of it or nothing; other people's with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims import desk
from claims.desk.acts import state
from claims.errors import NotAllowedNow, NotFound, PolicyUnmet, Refused
from claims.extract.rules import RuleTagger
from claims.store import claims, events
from claims.vocabulary import Action, Check, CheckResult, Policy, Status, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Bench

WORDS = "keep every route"
MONEY = "40 million"


def _figure(bench: Bench) -> str:
    return bench.claim(MONEY).figures[0].id


ACTS: dict[str, tuple[Callable[[Bench], object], ...]] = {
    "confirm": (lambda b: b.tag(MONEY),),
    "words": (lambda b: b.tag(MONEY, text="the state would pay at least 40 million dollars"),),
    "kind": (lambda b: b.tag(MONEY, kind="statement"),),
    "speaker": (lambda b: b.tag(MONEY, speaker="Bo Lund"),),
    "wording": (lambda b: b.tag(MONEY, wording="The state pays 40 million"),),
    "figure": (lambda b: b.tag(MONEY, figures=(desk.FigureCorrection(id=_figure(b), low="39000000"),)),),
    "no figure": (lambda b: b.tag(MONEY, drop_figures=(_figure(b),)),),
    "new figure": (lambda b: b.tag(MONEY, add_figures=(desk.FigureCorrection(id="new", low="3"),)),),
    "tag and note": (lambda b: b.tag(MONEY, note="By telephone"),),
    "label": (lambda b: desk.label(b.store, desk.act("ana"), b.seen(MONEY), ["x", "y"]),),
    "no label": (
        lambda b: desk.label(b.store, desk.act("ana"), b.seen(MONEY), ["x", "y"]),
        lambda b: desk.label(b.store, desk.act("ana"), b.seen(MONEY), ["x"], remove=True),
    ),
    "evidence": (lambda b: b.evidence(MONEY),),
    "no evidence": (
        lambda b: b.evidence(MONEY),
        lambda b: desk.retract_evidence(b.store, desk.act("ana"), b.claim(MONEY).evidence[0].id),
    ),
    "note": (lambda b: desk.note(b.store, desk.act("ana"), b.seen(MONEY)[0], "By telephone"),),
    "dismiss": (lambda b: b.decide(MONEY, Action.DISMISS, by="ana", reason="opinion"),),
    "restore": (
        lambda b: b.decide(MONEY, Action.DISMISS, by="ana", reason="opinion"),
        lambda b: b.decide(MONEY, Action.RESTORE, by="ana"),
    ),
    "submit": (lambda b: b.tag(MONEY), lambda b: b.decide(MONEY, Action.SUBMIT, by="ana")),
    "wording in review": (
        lambda b: b.tag(MONEY),
        lambda b: b.decide(MONEY, Action.SUBMIT, by="ana"),
        lambda b: b.tag(MONEY, wording="The state pays"),
    ),
    "return": (
        lambda b: b.tag(MONEY),
        lambda b: b.decide(MONEY, Action.SUBMIT, by="ana"),
        lambda b: b.decide(MONEY, Action.RETURN, by="ana", verdict=Verdict.REFUTED, checks={"figures": "wrong"}),
    ),
    "dispute": (
        lambda b: b.tag(MONEY),
        lambda b: b.decide(MONEY, Action.SUBMIT, by="ana"),
        lambda b: b.decide(MONEY, Action.DISPUTE, by="ana"),
    ),
    "resolve": (
        lambda b: b.tag(MONEY),
        lambda b: b.decide(MONEY, Action.SUBMIT, by="ana"),
        lambda b: b.decide(MONEY, Action.DISPUTE, by="ana"),
        lambda b: b.decide(MONEY, Action.RESOLVE, by="ana", rationale="Agreed"),
    ),
    "approve": (lambda b: b.verified(MONEY),),
    "reopen": (lambda b: b.verified(MONEY), lambda b: b.decide(MONEY, Action.REOPEN, by="ana")),
    "withdraw": (lambda b: b.verified(MONEY), lambda b: b.decide(MONEY, Action.WITHDRAW, by="ana")),
}


@pytest.mark.parametrize("name", ACTS)
def test_undoing_every_act_leads_back(bench: Bench, name: str) -> None:
    """After each undo the claim is what it was before the act, but for its version; check agrees each time."""
    was = [state(bench.claim(MONEY))]
    seqs = [0]
    for act in ACTS[name]:
        act(bench)
        assert bench.problems() == []
    claim = bench.claim(MONEY)
    assert claim.version > 0
    seqs = [event.seq for event in events.of_claim(bench.store, claim.id)]
    undone: list[int] = []
    while True:
        before = claims.record(bench.store, claim.id).version
        try:
            result = desk.undo(bench.store, desk.act("zoe"), claim.id, reason="A test of undoing")
        except NotFound:
            break
        undone += [event.seq for event in result.undone]
        assert result.claims[0].version == before + len(result.undone)
        assert bench.problems() == []
    assert undone == seqs[::-1]
    assert state(claims.record(bench.store, claim.id)) == was[0]


def test_undoing_a_cleared_flag_raises_it_again(bench: Bench) -> None:
    """The flag is back in the queue."""
    bench.tag("250 jobs")
    bench.add(bench.article().text.replace("250 jobs", "300 jobs"))
    before = bench.claim("250 jobs")
    desk.clear_flag(bench.store, desk.act("rosa"), before.flags[0].id)
    desk.undo(bench.store, desk.act("rosa"))
    assert bench.claim("250 jobs").flags == before.flags
    assert bench.problems() == []


def test_a_mark_that_is_undone_is_hidden(bench: Bench) -> None:
    """Rows of claims are never deleted; marking the same words anew makes another claim."""
    by, words = desk.act("ana"), "harbour minister Tilda Brandt"
    shown = [record.id for record in claims.of_article(bench.store, bench.article().id)]
    first = desk.mark(bench.store, by, bench.article().id, words, speaker="Ida Holm")
    assert (first.status, first.version, first.speaker.name if first.speaker else None) == ("tagged", 1, "Ida Holm")
    desk.undo(bench.store, by)
    assert [record.id for record in claims.of_article(bench.store, bench.article().id)] == shown
    with pytest.raises(NotFound):
        desk.undo(bench.store, by)
    second = desk.mark(bench.store, desk.act("ana"), bench.article().id, words)
    assert second.id != first.id
    assert bench.problems() == []


def test_what_a_machine_finds_is_not_kept_away_by_a_mark_that_was_taken_back(bench: Bench) -> None:
    """A person who changes their mind says nothing about what a later run proposes."""
    words = "Pilots are rare, engineer Pia Strand said on Friday."
    added = bench.add(words, url=None, title=None, publisher=None)
    (found,) = claims.of_article(bench.store, added.article_id)
    text = "Pilots are rare, engineer Pia Strand said on Friday. “Nobody wants to learn it any more,” she said."
    other = bench.add("Nothing is claimed here. " + text.split(". ", 1)[1], url="https://b.example/1", title=None)
    proposals = claims.of_article(bench.store, other.article_id)
    desk.mark(bench.store, desk.act("ana"), other.article_id, "Nothing is claimed here.")
    desk.undo(bench.store, desk.act("ana"))
    again = desk.resegment(bench.store, desk.act("ana"), other.article_id, tagger=RuleTagger())
    assert (again.new, again.retired) == ((), ())
    assert claims.of_article(bench.store, other.article_id) == proposals
    assert found.version == 0


def test_other_peoples_acts_need_a_reason(bench: Bench) -> None:
    """Who did it and when is said; with a reason, that is in the event."""
    bench.tag(WORDS, by="ana")
    id = bench.claim(WORDS).id
    with pytest.raises(Refused, match="ana did that"):
        desk.undo(bench.store, desk.act("rosa"), id)
    desk.undo(bench.store, desk.act("rosa"), id, reason="The wrong article")
    event = events.of_claim(bench.store, id)[-1]
    assert (event.action, event.actor, event.reason) == ("undo", "rosa", "The wrong article")


def test_my_last_act_is_undone_with_all_its_claims(bench: Bench) -> None:
    """One command is one act, however many claims it touched."""
    for words in (WORDS, MONEY, "250 jobs"):
        bench.tag(words)
    submit = desk.Decision(action=Action.SUBMIT)
    desk.decide(bench.store, desk.act("ana"), bench.seen(WORDS, MONEY, "250 jobs"), submit)
    bench.tag("bad day", by="rosa")
    undone = desk.undo(bench.store, desk.act("ana"))
    assert [record.status for record in undone.claims] == [Status.TAGGED] * 3
    assert bench.claim("bad day").status == Status.TAGGED
    assert bench.problems() == []


def test_a_batch_that_others_built_upon_is_undone_whole_or_not_at_all(bench: Bench) -> None:
    """The claim that has moved on is named, and no other goes back."""
    for words in (WORDS, MONEY):
        bench.tag(words)
    desk.decide(bench.store, desk.act("ana"), bench.seen(WORDS, MONEY), desk.Decision(action=Action.SUBMIT))
    bench.decide(WORDS, Action.RETURN, by="rosa")
    before = bench.dump()
    with pytest.raises(NotAllowedNow, match=bench.claim(WORDS).id):
        desk.undo(bench.store, desk.act("ana"))
    assert bench.dump() == before
    desk.undo(bench.store, desk.act("ana"), bench.claim(MONEY).id)
    assert bench.claim(MONEY).status == Status.TAGGED


def test_undo_leading_to_verified_meets_the_policy_afresh(bench: Bench) -> None:
    """What has become of the evidence, and of the policy, counts now; a reason for undoing is none for one origin."""
    bench.verified(WORDS)
    bench.decide(WORDS, Action.REOPEN)
    id = bench.claim(WORDS).id
    desk.set_policy(bench.store, desk.act("olaf"), Policy.NEWSROOM)
    before = bench.dump()
    for by in ("rosa", "ana"):
        with pytest.raises(PolicyUnmet, match="two origins"):
            desk.undo(bench.store, desk.act(by), id, reason="It was right")
    assert bench.dump() == before
    desk.undo(bench.store, desk.act("olaf"))
    desk.undo(bench.store, desk.act("rosa"), id)
    assert bench.claim(WORDS).status == Status.VERIFIED


def test_a_reason_that_stood_for_a_second_origin_still_does(bench: Bench) -> None:
    """An approval under newsroom, reopened by mistake, is verified again by undoing that."""
    desk.set_policy(bench.store, desk.act("olaf"), Policy.NEWSROOM)
    bench.tag(WORDS)
    bench.evidence(WORDS, primary=True)
    bench.decide(WORDS, Action.SUBMIT)
    checks = dict.fromkeys(Check, CheckResult.OK)
    bench.decide(
        WORDS, Action.APPROVE, verdict=Verdict.SUPPORTED, checks=checks, rationale="The plan", reason="Nobody else"
    )
    bench.decide(WORDS, Action.REOPEN)
    desk.undo(bench.store, desk.act("rosa"))
    assert bench.claim(WORDS).status == Status.VERIFIED
    bench.decide(WORDS, Action.REOPEN)
    with pytest.raises(PolicyUnmet, match="another reviewer: ana"):
        desk.undo(bench.store, desk.act("ana"), bench.claim(WORDS).id, reason="It was right")


def test_nothing_to_undo_is_said(bench: Bench) -> None:
    """An untouched claim, somebody who did nothing, and an article, which is kept."""
    with pytest.raises(NotFound, match="left to undo"):
        desk.undo(bench.store, desk.act("ana"), bench.claim(WORDS).id)
    with pytest.raises(NotFound, match="ana has done nothing"):
        desk.undo(bench.store, desk.act("ana"))
    with pytest.raises(Refused, match="kept"):
        desk.undo(bench.store, desk.act("intake"))


def test_a_speaker_named_on_the_way_does_not_stop_undoing(bench: Bench) -> None:
    """The new speaker stays known; the acts before are undone one after the other."""
    bench.tag(WORDS)
    bench.tag(MONEY, speaker="Bo Lund")
    desk.undo(bench.store, desk.act("ana"))
    undone = desk.undo(bench.store, desk.act("ana"))
    assert [record.id for record in undone.claims] == [bench.claim(WORDS).id]
    with pytest.raises(NotFound):
        desk.undo(bench.store, desk.act("ana"))
