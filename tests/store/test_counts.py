"""The small tables that say how much is where are what counting says, whatever happens and whoever writes."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from claims import desk
from claims.errors import ClaimsError
from claims.store import claims, counts, search
from claims.vocabulary import Action, CheckResult, DismissReason, Stance, Verdict

if TYPE_CHECKING:
    from tests.conftest import Bench


def anything(bench: Bench, choice: random.Random) -> None:
    """Do one act that may well be refused."""
    store, by = bench.store, desk.act(choice.choice(["ana", "rosa"]))
    everything = [row["id"] for row in store.rows("SELECT id FROM claims")]
    seen = [desk.Seen(id=choice.choice(everything))]
    flags = [row["id"] for row in store.rows("SELECT id FROM flags WHERE cleared_by IS NULL")]
    what = choice.randrange(12)
    if what < 4:
        action = choice.choice([*(a for a, _, _ in _DECISIONS)])
        reason = DismissReason.OPINION if action == Action.DISMISS else "because"
        verdict = choice.choice(list(Verdict)) if action == Action.APPROVE else None
        bench.only(desk.decide(store, by, seen, desk.Decision(action=action, verdict=verdict, reason=reason)))
    elif what < 6:
        bench.only(desk.tag(store, by, seen, desk.Correction(kind=choice.choice([None, "quote", "indirect"]))))
    elif what == 6:
        desk.add_evidence(store, by, seen[0], desk.EvidenceEntry(stance=Stance.SUPPORTS, url="https://a.example/"))
    elif what == 7:
        desk.undo(store, by, seen[0].id, reason="wrong")
    elif what == 8 and flags:
        desk.clear_flag(store, by, choice.choice(flags))
    elif what == 9:
        desk.mark(store, by, bench.article().id, choice.choice(["The fares", "the union", "in 2019", "by 4 percent"]))
    elif what == 10:
        bench.add(bench.article().text.replace("islands", choice.choice(["islands", "isles", "coast"])))
    else:
        bench.add(publisher=choice.choice(["Ostmere Post", "Post", "The Post"]))


_DECISIONS = [(action, None, None) for action in (Action.SUBMIT, Action.APPROVE, Action.DISPUTE, Action.DISMISS)] + [
    (action, None, None) for action in (Action.RESOLVE, Action.RESTORE, Action.REOPEN, Action.WITHDRAW, Action.RETURN)
]


@pytest.mark.parametrize("seed", range(6))
def test_counts_follow_whatever_happens(seed: int, bench: Bench) -> None:
    """A hundred acts in any order, refused ones among them: the tables say what counting says after each."""
    choice = random.Random(seed)
    done = 0
    for _ in range(100):
        try:
            anything(bench, choice)
            done += 1
        except ClaimsError:
            pass
        assert counts.wrong(bench.store) == []
    assert done > 30
    assert bench.problems() == []


def test_stats_are_read_and_not_counted(bench: Bench) -> None:
    """What the pages show is what the small tables hold, and it is right."""
    bench.verified("keep every route open")
    bench.decide("40 million dollars", Action.DISMISS, reason="opinion")
    told = search.stats(bench.store)
    shown = claims.of_article(bench.store, bench.article().id)
    assert told.claims == len(shown)
    assert told.figures == sum(len(claim.figures) for claim in shown)
    assert told.by_status["verified"] == told.by_verdict["supported"] == 1
    assert told.by_status["dismissed"] == 1
    assert told.by_publisher == {"Ostmere Post": len(shown)}
    assert (told.articles, told.events) == (1, bench.store.value("SELECT count(*) FROM events"))


def test_a_flag_is_counted_once_for_a_claim(bench: Bench) -> None:
    """Two flags on a claim make one flagged claim, until both are cleared."""
    claim = bench.tag("keep every route open", wording="They stay.")
    pk = bench.store.value("SELECT pk FROM claims WHERE id = ?", (claim.id,))
    for number in ("1", "2"):
        bench.store.insert(
            "INSERT INTO flags (id, claim, kind, reason, raised_at) VALUES (?, ?, 'test', 'look', '2026-01-01')",
            (number * 16, pk),
        )
    assert search.stats(bench.store).flagged == 1
    desk.clear_flag(bench.store, desk.act("ana"), "1" * 16)
    assert search.stats(bench.store).flagged == 1
    desk.clear_flag(bench.store, desk.act("ana"), "2" * 16)
    assert search.stats(bench.store).flagged == 0
    desk.undo(bench.store, desk.act("ana"), claim.id)
    assert search.stats(bench.store).flagged == 1
    assert counts.wrong(bench.store) == []


def test_check_finds_counts_that_other_hands_made_wrong(bench: Bench) -> None:
    """A number that somebody wrote is found, named, and put right by counting anew."""
    bench.raw().execute("UPDATE claim_counts SET claims = claims + 1 WHERE status = 'extracted'")
    bench.raw().execute("UPDATE totals SET n = 0 WHERE what = 'figures'")
    told = [line for line in bench.problems() if line.startswith("counts")]
    assert len(told) == 2
    assert "extracted" in told[0]
    assert "figures" in told[1]
    counts.recount(bench.store)
    assert bench.problems() == []


def test_an_older_file_is_counted_when_it_is_brought_up_to_date(bench: Bench) -> None:
    """Claims that were there before the tables were are counted too."""
    store = bench.store
    store.conn.execute("DELETE FROM claim_counts")
    store.conn.execute("DELETE FROM totals")
    counts.recount(store)
    assert counts.wrong(store) == []
    assert search.stats(store).claims == len(claims.of_article(store, bench.article().id))


def test_what_is_not_counted_by_moves_nothing(bench: Bench) -> None:
    """A wording, a check or a rationale leaves a claim where it is counted; a status takes it elsewhere."""
    before = counts.by(bench.store, "status")
    bench.tag("keep every route open", wording="They stay.")
    moved = counts.by(bench.store, "status")
    assert moved == before | {"extracted": before["extracted"] - 1, "tagged": 1}
    bench.tag("keep every route open", wording="They all stay.")
    assert counts.by(bench.store, "status") == moved
    bench.evidence("keep every route open")
    bench.decide("keep every route open", Action.SUBMIT)
    checks = {"attribution": CheckResult.OK}
    bench.decide("keep every route open", Action.APPROVE, verdict=Verdict.SUPPORTED, checks=checks, rationale="x")
    assert counts.by(bench.store, "verdict") == {"supported": 1}
