"""What the rows of a claim should be, told from the events alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from claims.desk.acts import state
from claims.models import Checks, Claim, ClaimRecord, Event, Source
from claims.vocabulary import Action, Status


class Proposals:
    """What runs of the machine proposed, in the order of the log."""

    def __init__(self, log: Iterable[Event]) -> None:
        self._proposed: dict[str, list[tuple[int, dict[str, Any]]]] = {}
        self.retired: dict[str, int] = {}
        """Claims that the last run which spoke of them no longer found, with that run's seq."""
        for event in log:
            if event.action != Action.EXTRACT:
                continue
            before, after = event.change.get("claims", ((), ()))
            for proposal in before:
                self.retired[proposal["id"]] = event.seq
            for proposal in after:
                self.retired.pop(proposal["id"], None)
                self._proposed.setdefault(proposal["id"], []).append((event.seq, proposal))

    def before(self, claim: str, seq: int | None) -> dict[str, Any] | None:
        """What was last proposed for a claim before somebody touched it (at ``seq``; None: nobody has)."""
        fitting = [p for at, p in self._proposed.get(claim, []) if seq is None or at < seq]
        return fitting[-1] if fitting else None

    def of(self, claim: str, history: Sequence[Event]) -> dict[str, Any] | None:
        """What a claim was before the first act upon it; None where neither a machine nor a person proposed it."""
        proposal = self.before(claim, history[0].seq if history else None)
        if proposal is None:
            marked = next((event for event in history if event.action == Action.MARK and "claim" in event.change), None)
            proposal = marked.change["claim"][1] if marked else None
        return proposal


def replayed(claim: str, history: Sequence[Event], proposals: Proposals) -> dict[str, Any] | None:
    """The claim's state after its history, oldest first; None where neither a machine nor a person proposed it."""
    proposal = proposals.of(claim, history)
    if proposal is None:
        return None
    now = start(proposal)
    for event in history:
        now |= {name: after for name, (_, after) in event.change.items() if name in now}
    return now


def start(proposal: Mapping[str, Any]) -> dict[str, Any]:
    """The state of a claim that nobody has touched."""
    claim = Claim.model_validate(proposal)
    nowhere = Source(article_id=claim.article_id, revision=claim.revision, sha256="")
    untouched = ClaimRecord(
        **{name: getattr(claim, name) for name in Claim.model_fields},
        status=Status.EXTRACTED,
        checks=Checks(),
        version=0,
        source=nowhere,
    )
    return state(untouched)
