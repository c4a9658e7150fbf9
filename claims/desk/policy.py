"""What ``verified`` asks for, and changing that.

``solo``: a verdict and one piece of evidence with a stance; ``supported`` and ``refuted`` one of that stance.
``newsroom``: also a second person, two origins, all checks and a rationale; articles in the file that carry the
same copy are one origin. It guards against slips,
not against impersonation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims.desk.acts import spoken
from claims.models import ClaimRecord, Event, Evidence
from claims.store import Store, events, reprints, settings
from claims.store.events import Act
from claims.vocabulary import Action, Check, CheckResult, Policy, Stance, Verdict

_NEEDS_STANCE = {Verdict.SUPPORTED: Stance.SUPPORTS, Verdict.REFUTED: Stance.REFUTES}
_RATIONALE_WILL_DO = {Verdict.NOT_CHECKABLE, Verdict.NOT_ENOUGH_EVIDENCE}
_WORDS = {Action.MARK, Action.TAG, Action.EDIT}


def unmet(
    policy: Policy,
    claim: ClaimRecord,
    verdict: Verdict | None,
    reviewer: str,
    history: Sequence[Event],
    reason: str | None,
    copies: Mapping[str, str] | None = None,
) -> list[str]:
    """What the claim, as it would be verified, still lacks; each as a sentence without its full stop.

    ``history`` is the claim's, oldest first, undone events left out; ``reason`` may stand for a second origin.
    ``copies`` says which of its pieces of evidence carry one copy, as ``copies`` of this module finds it.
    """
    if verdict is None:
        return ["a verdict (--verdict supported, refuted, conflicting, ...)"]
    pieces = [piece for piece in claim.evidence if piece.retracted_by is None]
    lacking = evidence_lacking(verdict, pieces, claim.rationale)
    if policy == Policy.NEWSROOM:
        lacking += _newsroom(claim, verdict, pieces, reviewer, history, reason, copies or {})
    return list(dict.fromkeys(lacking))


def evidence_lacking(verdict: Verdict, pieces: Sequence[Evidence], rationale: str | None) -> list[str]:
    """What the evidence for a verdict lacks under any policy."""
    if verdict in _RATIONALE_WILL_DO:
        return (
            []
            if rationale
            else [f"a rationale, which stands in for evidence when it is {spoken(verdict)} (--rationale)"]
        )
    stance = _NEEDS_STANCE.get(verdict)
    if stance and not any(piece.stance == stance for piece in pieces):
        return [f"a piece of evidence that {stance} it (claims evidence add {{id}} --url ... --stance {stance})"]
    if not pieces:
        return ["a piece of evidence (claims evidence add {id} --url ... --stance ...)"]
    return []


def _newsroom(
    claim: ClaimRecord,
    verdict: Verdict,
    pieces: Sequence[Evidence],
    reviewer: str,
    history: Sequence[Event],
    reason: str | None,
    copies: Mapping[str, str],
) -> list[str]:
    lacking = []
    taggers = {event.actor for event in history if event.action in {Action.MARK, Action.TAG}}
    editors = [event.actor for event in history if event.action in _WORDS]
    if reviewer in taggers or editors[-1:] == [reviewer]:
        lacking.append(f"another reviewer: {reviewer} has tagged or last edited it")
    if verdict not in _RATIONALE_WILL_DO and not reason:
        if _origins(pieces, copies) < 2:
            lacking.append("evidence of two origins, or a written reason for one (--reason)")
        elif not any(piece.primary for piece in pieces):
            lacking.append("one piece of evidence that is primary, or a written reason for none (--reason)")
    open_checks = [check for check in Check if getattr(claim.checks, check) == CheckResult.NOT_CHECKED]
    if open_checks:
        lacking.append("an answer to each check (" + " ".join(f"--check {check}=ok" for check in open_checks) + ")")
    if not claim.rationale:
        lacking.append("a rationale (--rationale)")
    return lacking


def _origins(pieces: Sequence[Evidence], copies: Mapping[str, str]) -> int:
    """How many origins there are: what has one origin by name, or carries one copy, is one."""
    apart: list[set[str]] = []
    for piece in pieces:
        named = " ".join((piece.origin or piece.citation or piece.url or "").casefold().split())
        names = {f"named {named}"} | ({f"copy {copies[piece.id]}"} if piece.id in copies else set())
        joined = [one for one in apart if one & names]
        apart = [one for one in apart if not one & names] + [names.union(*joined)]
    return len(apart)


COPY = 0.5
"""Articles that share at least so much of the shorter text report nothing independently of each other."""


def copies(store: Store, claim: ClaimRecord) -> dict[str, str]:
    """Of the evidence whose URL is an article in the file that others carry too: one word for each copy, by piece."""
    found = {}
    for piece in claim.evidence:
        if piece.url and (carrying := reprints.one_copy(store, piece.url, share=COPY)):
            found[piece.id] = min(carrying)
    return found


def set_policy(store: Store, by: Act, policy: Policy) -> bool:
    """Change what ``verified`` asks for from now on; False where it is so already."""
    with store.act():
        before = settings.policy(store)
        if before == policy:
            return False
        events.append(store, by, Action.SET, "setting", "policy", {"value": (str(before), str(policy))})
    return True
