"""Any history of acts by two people: the rows are what the events say, and undoing all leads back to the start."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims import desk
from claims.desk.acts import state
from claims.errors import ClaimsError
from claims.ids import article_id, text_sha256
from claims.models import Article, Revision
from claims.store import Store, claims, events, open_store
from claims.store.events import Act
from claims.vocabulary import (
    DECISIONS,
    Action,
    Check,
    CheckResult,
    DismissReason,
    Kind,
    Policy,
    Stance,
    Status,
    Verdict,
)

PEOPLE = st.sampled_from(["ana", "rosa"])
WHICH = st.integers(0, 3)


def _or_none(values: Any) -> Any:
    return st.none() | values


CORRECTIONS = st.fixed_dictionaries(
    {},
    optional={
        "speaker": st.sampled_from(["Bo Lund", "Tilda Brandt", "Ida Holm"]),
        "kind": st.sampled_from(Kind),
        "wording": st.sampled_from(["", "In other words", "As we would say it"]),
        "note": st.just("By telephone"),
        "shorter": st.just(True),
        "low": st.sampled_from(["1", "77", "abc"]),
        "drop": st.just(True),
    },
)
DECIDED = st.fixed_dictionaries(
    {"action": st.sampled_from(DECISIONS)},
    optional={
        "verdict": st.sampled_from(Verdict),
        "checks": st.dictionaries(st.sampled_from(Check), st.sampled_from(CheckResult)),
        "rationale": st.just("As the plan says"),
        "reason": st.sampled_from([*DismissReason, "Only they know"]),
    },
)
ACTS = st.one_of(
    st.tuples(st.just("tag"), PEOPLE, st.lists(WHICH, min_size=1, max_size=2), CORRECTIONS),
    st.tuples(st.just("decide"), PEOPLE, st.lists(WHICH, min_size=1, max_size=3), DECIDED),
    st.tuples(st.just("forward"), PEOPLE, st.lists(WHICH, min_size=1, max_size=3), st.sampled_from(Verdict)),
    st.tuples(st.just("forward"), PEOPLE, st.just([0, 1]), st.sampled_from(Verdict)),
    st.tuples(st.just("label"), PEOPLE, st.lists(WHICH, min_size=1, max_size=3), st.booleans()),
    st.tuples(st.just("evidence"), PEOPLE, st.lists(WHICH, min_size=1, max_size=1), st.sampled_from(Stance)),
    st.tuples(st.just("retract"), PEOPLE, st.lists(WHICH, min_size=1, max_size=1), st.none()),
    st.tuples(st.just("mark"), PEOPLE, st.just([0]), st.sampled_from(["who leads the union", "Norlink", "on Tuesday"])),
    st.tuples(st.just("undo"), PEOPLE, st.lists(WHICH, max_size=1), _or_none(st.just("By mistake"))),
    st.tuples(st.just("policy"), PEOPLE, st.just([0]), st.sampled_from(Policy)),
)


NEXT = {
    Status.TAGGED: Action.SUBMIT,
    Status.IN_REVIEW: Action.APPROVE,
    Status.VERIFIED: Action.REOPEN,
    Status.DISPUTED: Action.RESOLVE,
    Status.DISMISSED: Action.RESTORE,
}


class Room:
    """A copy of a file, in memory, and two people who work in it."""

    def __init__(self, template: Path) -> None:
        self.store = open_store(":memory:")
        source = sqlite3.connect(template)
        source.backup(self.store.conn)
        source.close()
        self.ids = [row["id"] for row in self.store.rows("SELECT id FROM claims ORDER BY pk")]

    def act(self, what: str, by: Act, which: list[int], how: Any) -> None:
        """Try an act; whether it is allowed is not asked here."""
        store, ids = self.store, [self.ids[i % len(self.ids)] for i in which]
        seen = desk.see(store, ids)
        if what == "tag":
            desk.tag(store, by, seen, self._correction(ids[0], dict(how)))
        elif what == "decide":
            desk.decide(store, by, seen, desk.Decision(**how))
        elif what == "forward":
            for one in seen:
                self._forward(by, one, how)
        elif what == "label":
            desk.label(store, by, seen, ["ferries"], remove=how)
        elif what == "evidence":
            desk.add_evidence(
                store, by, seen[0], desk.EvidenceEntry(stance=how, url="https://x.example/", primary=True)
            )
        elif what == "retract":
            for piece in claims.record(store, ids[0]).evidence:
                desk.retract_evidence(store, by, piece.id)
        elif what == "mark":
            article = claims.record(store, ids[0]).article_id
            self.ids.append(desk.mark(store, by, article, how).id)
        elif what == "undo":
            desk.undo(store, by, ids[0] if ids else None, reason=how)
        else:
            desk.set_policy(store, by, how)

    def _forward(self, by: Act, one: desk.Seen, verdict: Verdict) -> None:
        """Take the next step on the way to verified, and from there the one out of it."""
        status = claims.record(self.store, one.id).status
        if status == Status.EXTRACTED:
            desk.tag(self.store, by, [one], desk.Correction())
            return
        action = NEXT.get(status)
        if action == Action.APPROVE:
            checks = dict.fromkeys(Check, CheckResult.OK)
            whole: dict[str, Any] = {"verdict": verdict, "checks": checks, "rationale": "The plan", "reason": "Alone"}
            stance = {Verdict.SUPPORTED: Stance.SUPPORTS, Verdict.REFUTED: Stance.REFUTES}.get(verdict, Stance.CONTEXT)
            entry = desk.EvidenceEntry(stance=stance, citation=f"By {by.act_id}", primary=True)
            record = desk.add_evidence(self.store, by, one, entry)
            seen = desk.Seen(id=one.id, version=record.version)
            desk.decide(self.store, by, [seen], desk.Decision(action=action, **whole))
        elif action:
            desk.decide(self.store, by, [one], desk.Decision(action=action))

    def _correction(self, id: str, how: dict[str, Any]) -> desk.Correction:
        record = claims.record(self.store, id)
        if how.pop("shorter", False):
            how["text"] = " ".join(record.text.split()[1:]) or record.text
        low = how.pop("low", None)
        drop = how.pop("drop", False)
        if record.figures and drop:
            how["drop_figures"] = (record.figures[0].id,)
        elif record.figures and low:
            how["figures"] = (desk.FigureCorrection(id=record.figures[0].id, low=low),)
        return desk.Correction(**how)

    def states(self) -> dict[str, dict[str, Any]]:
        return {id: state(claims.record(self.store, id)) for id in self.ids}

    def undo_all(self) -> None:
        """Take back everything that stands, the newest first: settings by who changed them, the rest by a third."""
        while (event := _newest(self.store)) is not None:
            if event.setting:
                desk.undo(self.store, desk.act(event.actor))
            else:
                desk.undo(self.store, desk.act("zoe"), event.claim_id, reason="All of it")


def _newest(store: Store) -> Any:
    log = events.every(store)
    undone = {event.undoes for event in log}
    mine = [e for e in log if (e.claim_id or e.setting) and e.action != Action.UNDO and e.seq not in undone]
    return mine[-1] if mine else None


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with one article and its claims, made once."""
    path: Path = tmp_path_factory.mktemp("template") / "claims.db"
    text = (
        "“We will keep every route open,” harbour minister Tilda Brandt told reporters. She said that the state would"
        " pay at least 40 million dollars for 3 new ships. About 250 jobs are at risk, according to the union. “This"
        " is a bad day,” said Oren Falk, who leads the union. The fares were last raised on Tuesday by Norlink."
    )
    revision = Revision(number=1, text=text, sha256=text_sha256(text), recipe=1)
    with open_store(path) as store:
        article = Article(id=article_id(None, text), publisher="Ostmere Post", revisions=(revision,))
        assert desk.add(store, desk.act("intake"), article).claims > 3
    return path


@settings(max_examples=40)
@given(acts=st.lists(ACTS, min_size=6, max_size=20))
def test_rows_follow_events_and_undoing_all_leads_back(template: Path, acts: list[Any]) -> None:
    """After any acts check finds nothing; after undoing them the claims are what they were, but for their versions."""
    room = Room(template)
    start = room.states()
    for what, by, which, how in acts:
        before = list(room.store.conn.iterdump())
        try:
            room.act(what, desk.act(by), which, how)
        except ClaimsError:
            # What is refused leaves no trace, unless it was one of several acts.
            if what not in {"retract", "forward"}:
                assert list(room.store.conn.iterdump()) == before
        assert desk.check(room.store) == []
    room.undo_all()
    end = room.states()
    assert {id: end[id] for id in start} == start
    for id in end.keys() - start.keys():
        assert (end[id]["status"], end[id]["speakers"], end[id]["figures"]) == ("extracted", [], [])
    shown = {record.id for record in claims.of_article(room.store, claims.record(room.store, room.ids[0]).article_id)}
    assert shown == start.keys()
    assert desk.check(room.store) == []
    room.store.close()
