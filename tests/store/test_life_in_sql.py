"""The life of a claim holds against raw SQL: every action, from every status, to every status."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest

from claims.vocabulary import TRANSITIONS, Action, Status, Verdict

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

EVENT = "INSERT INTO events (actor, action, claim, version, change) VALUES ('eve', ?, ?, ?, ?)"


class Hands:
    """A plain connection that writes events about one claim."""

    def __init__(self, bench: Bench) -> None:
        self.conn = bench.raw()
        self.claim = self.conn.execute("SELECT pk FROM claims WHERE instr(text, ?)", (WORDS,)).fetchone()[0]

    def row(self, *columns: str) -> tuple[Any, ...]:
        found = self.conn.execute(f"SELECT {', '.join(columns)} FROM claims WHERE pk = ?", (self.claim,)).fetchone()
        return tuple(found)

    def write(self, action: str, change: object, *, version: int | None = None) -> None:
        seen = self.row("version")[0] if version is None else version
        text = change if isinstance(change, str) else json.dumps(change, ensure_ascii=False)
        self.conn.execute(EVENT, (action, self.claim, seen, text))

    def lead(self, path: tuple[Action, ...]) -> None:
        for action in path:
            status = self.row("status")[0]
            went = next(to for did, came, to in TRANSITIONS if did == action and came == status)
            change: dict[str, Any] = {"status": [status, went]} if went != status else {}
            if action == Action.APPROVE:
                change["verdict"] = [self.row("verdict")[0], Verdict.SUPPORTED]
            self.write(action, change)


@pytest.fixture
def hands(bench: Bench) -> Hands:
    return Hands(bench)


@pytest.mark.parametrize("came", Status)
def test_sql_takes_the_steps_of_the_table_and_no_others(hands: Hands, came: Status) -> None:
    """A transition that is not in the table is refused, whoever writes."""
    hands.lead(PATHS[came])
    assert hands.row("status") == (came,)
    moving = {action for action, _, _ in TRANSITIONS}
    beside = {
        Action.EDIT, Action.NOTE, Action.LABEL, Action.UNLABEL, Action.ADD_EVIDENCE, Action.RETRACT_EVIDENCE,
        Action.CLEAR_FLAG,
    }  # fmt: skip
    for action in Action:
        for went in Status:
            for said in (True, False) if went == came else (True,):
                change: dict[str, Any] = {"status": [came, went]} if said else {}
                if action == Action.APPROVE:
                    change["verdict"] = [hands.row("verdict")[0], Verdict.REFUTED]
                legal = (action, came, went) in TRANSITIONS or (went == came and action in beside)
                assert not (legal and action in moving and action in beside)
                before = hands.row("status", "version")
                hands.conn.execute("BEGIN")
                if legal:
                    hands.write(action, change)
                    assert hands.row("status", "version") == (went, before[1] + 1)
                else:
                    with pytest.raises(sqlite3.IntegrityError, match="claims:"):
                        hands.write(action, change)
                    assert hands.row("status", "version") == before
                hands.conn.execute("ROLLBACK")


@pytest.mark.parametrize("action", ["frobnicate", "", "TAG", *(Action.ADD, Action.EXTRACT, Action.SET)])
def test_sql_cannot_invent_acts(hands: Hands, action: str) -> None:
    """What cannot be done to a claim is refused, and nobody has to read it later."""
    with pytest.raises(sqlite3.IntegrityError, match="claims:event_subject"):
        hands.write(action, {})


def test_sql_that_plays_by_the_rules_moves_the_claim(bench: Bench, hands: Hands) -> None:
    """An event alone brings about status, verdict and version, and check says that other hands wrote it."""
    hands.lead(PATHS[Status.VERIFIED])
    record = bench.claim(WORDS)
    assert (record.status, record.verdict, record.version) == (Status.VERIFIED, Verdict.SUPPORTED, 3)
    problems = bench.problems()
    assert len(problems) == 3
    assert all("was written by other hands (eve, sql)" in problem for problem in problems)


def test_an_event_names_the_version_that_the_claim_has(hands: Hands) -> None:
    """Two people never overwrite each other: an event for another version is stale."""
    hands.write("tag", {"status": ["extracted", "tagged"]}, version=0)
    for version in (0, 2, -1):
        with pytest.raises(sqlite3.IntegrityError, match="claims:stale"):
            hands.write("tag", {}, version=version)
    with pytest.raises(sqlite3.IntegrityError, match="claims:stale"):
        hands.conn.execute("INSERT INTO events (actor, action, claim) VALUES ('eve', 'note', ?)", (hands.claim,))


def test_verified_needs_a_verdict_in_sql_too(hands: Hands) -> None:
    """Verified without a verdict says nothing."""
    hands.lead(PATHS[Status.IN_REVIEW])
    for change in (
        {"status": ["in_review", "verified"]},
        {"status": ["in_review", "verified"], "verdict": [None, None]},
    ):
        with pytest.raises(sqlite3.IntegrityError, match="claims:verdict"):
            hands.write("approve", change)


@pytest.mark.parametrize(
    "change",
    [
        "[]", "3", '"status"', "null", "{", "",
        '{"status": "tagged"}', '{"status": ["extracted"]}', '{"status": ["extracted", "tagged", "verified"]}',
        '{"status": {"0": "extracted", "1": "tagged"}}',
        '{"status": ["extracted", "tagged"], "status": ["extracted", "verified"]}',
        '{"st\\u0061tus": ["extracted", "verified"]}', '{"": [1, 2]}', '{"a b": [1, 2]}', '{"x.y": [1, 2]}',
        '{"labels": [[], "ferries"]}', '{"evidence": [null, []]}', '{"spans": ["x", []]}',
    ],
)  # fmt: skip
def test_what_an_event_says_is_the_same_to_every_reader(hands: Hands, change: str) -> None:
    """SQLite and Python read some JSON differently: doubled and escaped keys are refused, and so is another shape."""
    with pytest.raises(sqlite3.IntegrityError, match="claims:change"):
        hands.write("tag", change)
    blob = "INSERT INTO events (actor, action, claim, version, change) VALUES ('eve', 'tag', ?, 0, CAST('{}' AS BLOB))"
    with pytest.raises(sqlite3.IntegrityError, match="claims:change"):
        hands.conn.execute(blob, (hands.claim,))


@pytest.mark.parametrize(
    ("action", "change"),
    [
        ("note", {"verdict": [None, "supported"]}),
        ("label", {"check_figures": ["not_checked", "ok"]}),
        ("edit", {"rationale": [None, "because"]}),
        ("tag", {"verdict": [None, "supported"], "status": ["extracted", "tagged"]}),
        ("add_evidence", {"labels": [[], ["x"]]}),
        ("edit", {"text": ["“We will keep every route open,”", "“We will”"]}),
        ("add_evidence", {"figures": [[], []]}),
        ("note", {"speakers": [[], []]}),
        ("note", {"mood": [None, "sad"]}),
        ("note", {"wording": [None, "They will run"]}),
        ("label", {"marked": [None, 1]}),
        ("note", {"version": [0, 9]}),
        ("note", {"id": ["c0", "c1"]}),
    ],
)
def test_an_act_changes_only_what_is_its_own(hands: Hands, action: str, change: dict[str, Any]) -> None:
    """No note judges and no label moves words."""
    with pytest.raises(sqlite3.IntegrityError, match="claims:transition"):
        hands.write(action, change)


@pytest.mark.parametrize("came", Status)
def test_whose_words_they_are_is_edited_before_they_are_judged(hands: Hands, came: Status) -> None:
    """A speaker that is split off is an edit; a claim in review or beyond goes back to tagged for that."""
    hands.lead(PATHS[came])
    said = hands.conn.execute("SELECT change FROM events WHERE action = 'extract'").fetchone()[0]
    claim = next(c for c in json.loads(said)["claims"][1] if WORDS in c["text"])
    change = {"speakers": [claim["speakers"], []]}
    if came in {Status.EXTRACTED, Status.TAGGED}:
        hands.write("edit", change)
    else:
        with pytest.raises(sqlite3.IntegrityError, match="claims:transition"):
            hands.write("edit", change)


def test_an_event_says_truly_what_was_there_before(hands: Hands) -> None:
    """Undo reverses what the change says, so it must not lie about what was there."""
    for change in (
        {"status": ["tagged", "tagged"]},
        {"status": ["extracted", "tagged"], "kind": ["indirect", "quote"]},
        {"status": ["extracted", "tagged"], "speakers": [[], []]},
        {"status": ["extracted", "tagged"], "figures": [[{"id": "f0"}], []]},
    ):
        with pytest.raises(sqlite3.IntegrityError, match="claims:before"):
            hands.write("tag", change)
    with pytest.raises(sqlite3.IntegrityError, match="claims:before"):
        hands.write("label", {"labels": [["x"], []]})


@pytest.mark.parametrize(
    "spans",
    [
        [],
        [{"start": 0, "end": 3, "text": "Fer", "part": "text"}],
        [{"start": 0, "end": 3, "text": "The", "part": "nowhere"}],
        [{"start": -3, "end": 0, "text": "The", "part": "text"}],
        [{"start": 3, "end": 3, "text": "", "part": "text"}],
        [{"start": "0", "end": "3", "text": "The", "part": "text"}],
    ],
)
def test_words_that_do_not_stand_in_the_article_are_refused(hands: Hands, spans: list[Any]) -> None:
    """The words of a claim are those of the article at its offsets, whoever writes them."""
    before, text = hands.row("spans", "text")
    said = " … ".join(s["text"] if isinstance(s, dict) else s for s in spans)
    change = {"status": ["extracted", "tagged"], "spans": [json.loads(before), spans], "text": [text, said]}
    with pytest.raises(sqlite3.IntegrityError, match="claims:words"):
        hands.write("tag", change)


def test_words_and_their_text_go_together(hands: Hands) -> None:
    """The text of a claim is that of its spans, so neither changes alone."""
    before, text, revision = hands.row("spans", "text", "revision")
    good = [{"end": 3, "part": "text", "start": 0, "text": "The"}]
    step = {"status": ["extracted", "tagged"]}
    for change in (
        {"spans": [json.loads(before), good]},
        {"text": [text, "The"]},
        {"revision": [revision, 7]},
        {"spans": [json.loads(before), good], "text": [text, "the"]},
    ):
        with pytest.raises(sqlite3.IntegrityError, match="claims:words"):
            hands.write("tag", step | change)
    hands.write("tag", step | {"spans": [json.loads(before), good], "text": [text, "The"]})
    assert hands.row("text", "start") == ("The", 0)


@pytest.mark.parametrize("manner", ["OR IGNORE", "OR REPLACE", "OR FAIL", "OR ROLLBACK"])
@pytest.mark.parametrize(
    ("action", "change"),
    [
        ("tag", {"status": ["extracted", "tagged"], "kind": ["quote", "nonsense"]}),
        ("tag", {"status": ["extracted", "tagged"], "attitude": ["assertion", None]}),
        ("approve", {"status": ["in_review", "verified"], "verdict": [None, "true"]}),
        ("return", {"status": ["in_review", "tagged"], "check_figures": ["not_checked", None]}),
        ("return", {"status": ["in_review", "tagged"], "check_figures": ["not_checked", "maybe"]}),
    ],
)
def test_no_manner_of_inserting_gets_past_the_words_of_the_vocabulary(
    hands: Hands, manner: str, action: str, change: dict[str, Any]
) -> None:
    """OR IGNORE would skip the row that a trigger updates, and OR REPLACE put a default in."""
    if action != "tag":
        hands.lead(PATHS[Status.IN_REVIEW])
    before = hands.row("*")
    with pytest.raises(sqlite3.IntegrityError):
        hands.conn.execute(
            EVENT.replace("INSERT", f"INSERT {manner}"),
            (action, hands.claim, hands.row("version")[0], json.dumps(change, ensure_ascii=False)),
        )
    assert hands.row("*") == before
