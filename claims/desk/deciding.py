"""The reviewer's acts: submit, approve, return, dispute, resolve, dismiss, restore, reopen, withdraw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from claims.desk import policy
from claims.desk.acts import Outcome, Seen, change, current, each, not_now, spoken
from claims.errors import InputError, PolicyUnmet
from claims.models import Checks, ClaimRecord, Event, Value
from claims.store import Store, events, settings
from claims.store.events import Act
from claims.vocabulary import (
    DECISIONS,
    TRANSITIONS,
    Action,
    Check,
    CheckResult,
    DismissReason,
    Status,
    Verdict,
)

UNJUDGED: dict[str, Any] = {
    "verdict": None,
    "rationale": None,
    **{f"check_{check}": str(CheckResult.NOT_CHECKED) for check in Check},
}
"""What was found, taken back: an old verdict must never certify new words."""

_JUDGING = {Action.APPROVE, Action.DISPUTE, Action.RESOLVE, Action.RETURN}


class Decision(Value):
    """What a reviewer decides, with what they found."""

    action: Action
    verdict: Verdict | None = None
    checks: Mapping[Check, CheckResult] = {}
    rationale: str | None = None
    reason: str | None = None


def decide(store: Store, by: Act, seen: Sequence[Seen], decision: Decision) -> Outcome:
    """Take one decision on each claim; one that the rules refuse is left as it was and listed."""
    _check_sense(decision)
    return each(store, seen, lambda one: _decide(store, by, one, decision))


def _check_sense(decision: Decision) -> None:
    if decision.action not in DECISIONS:
        raise InputError(f"{decision.action} is no decision.", hint=f"Choose one of: {', '.join(DECISIONS)}")
    judged = decision.verdict or decision.checks or decision.rationale
    if judged and decision.action not in _JUDGING:
        raise InputError(
            f"A verdict, checks or a rationale cannot go with {decision.action}.",
            hint=f"They go with {', '.join(sorted(_JUDGING))}",
        )
    if decision.action == Action.DISMISS and decision.reason not in set(DismissReason):
        given = f"{decision.reason!r} is none of them" if decision.reason else "none was given"
        raise InputError(
            f"Dismissing needs one of the agreed reasons, and {given}.",
            hint=f"Give --reason with one of: {', '.join(DismissReason)}",
        )


def _decide(store: Store, by: Act, one: Seen, decision: Decision) -> ClaimRecord:
    record = current(store, one)
    leads_to = destination(record.status, decision.action)
    if leads_to is None:
        raise not_now(decision.action, record)
    after: dict[str, Any] = {"status": str(leads_to)}
    if decision.action in {Action.REOPEN, Action.RESTORE}:
        after |= UNJUDGED
    if decision.verdict:
        after["verdict"] = str(decision.verdict)
    if decision.rationale:
        after["rationale"] = decision.rationale
    after |= {f"check_{check}": str(result) for check, result in decision.checks.items()}
    if leads_to == Status.VERIFIED:
        as_decided = record.model_copy(
            update={
                "rationale": decision.rationale or record.rationale,
                "checks": Checks(**(record.checks.model_dump() | {str(c): r for c, r in decision.checks.items()})),
            }
        )
        require(store, by.actor, as_decided, decision.verdict or record.verdict, decision.reason)
    return change(store, by, decision.action, one, after, reason=decision.reason)


def destination(status: Status, action: Action) -> Status | None:
    """Where an action leads a claim of this status; None where it may not be done."""
    return next((went for did, came, went in TRANSITIONS if did == action and came == status), None)


def require(store: Store, reviewer: str, claim: ClaimRecord, verdict: Verdict | None, reason: str | None) -> None:
    """Raise PolicyUnmet unless the claim has all that the policy in force asks of a verified one."""
    in_force = settings.policy(store)
    history, copies = standing(store, claim.id), policy.copies(store, claim)
    lacking = policy.unmet(in_force, claim, verdict, reviewer, history, reason, copies)
    if lacking:
        needs = "; ".join(lacking).format(id=claim.id)
        as_what = f" as {spoken(verdict)}" if verdict else ""
        raise PolicyUnmet(f"Claim {claim.id} cannot be verified{as_what} yet: the policy {in_force} asks for {needs}.")


def standing(store: Store, claim: str) -> list[Event]:
    """A claim's history without what was undone and the undoing of it, oldest first."""
    history = events.of_claim(store, claim)
    undone = {event.undoes for event in history}
    return [event for event in history if event.seq not in undone and event.action != Action.UNDO]
