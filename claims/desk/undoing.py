"""Taking back the newest act, by an event that reverses exactly what that act said."""

from __future__ import annotations

from claims.desk.acts import Seen, apply, current
from claims.desk.anchoring import follow_words
from claims.desk.deciding import require, standing
from claims.errors import NotFound, Refused
from claims.models import ClaimRecord, Event, Value
from claims.store import Store, claims, events, parts
from claims.store.events import Act
from claims.vocabulary import Action, Status


class Undone(Value):
    """What was taken back: the act's events, newest first, and the claims as they now are."""

    undone: tuple[Event, ...]
    claims: tuple[ClaimRecord, ...] = ()


def undo(
    store: Store, by: Act, claim: str | None = None, *, reason: str | None = None, version: int | None = None
) -> Undone:
    """Take back the newest act that still stands: of this claim, or the actor's own with all its claims.

    Raises NotFound where nothing is left to undo, Refused where the act is somebody else's and no
    reason is given, NotAllowedNow where a later act builds on it, StaleVersion where the claim is no longer
    at ``version``, if one is given. All of it is taken back, or nothing.
    """
    with store.act():
        if claim is not None:
            current(store, Seen(id=claim, version=version))
        newest = _newest(store, by.actor, claim)
        undoable = [
            event
            for event in reversed(events.of_act(store, newest.act_id, standing=True))
            if (event.claim_id == claim if claim else event.claim_id or event.setting)
        ]
        records = {}
        for event in undoable:
            if event.setting:
                _undo_setting(store, by, event, reason)
            elif event.claim_id:
                records[event.claim_id] = _undo_claim(store, by, event, reason)
    return Undone(undone=tuple(undoable), claims=tuple(records.values()))


def _newest(store: Store, actor: str, claim: str | None) -> Event:
    if claim is not None:
        found = events.newest_standing(store, claim=claim)
        if found is None:
            raise NotFound(f"Nothing that people did to claim {claim} is left to undo.")
        return found
    # A speaker who was named on the way stays known; that is nothing to take back.
    found = events.newest_standing(store, actor=actor, speakers=False)
    if found is None:
        raise NotFound(f"{actor} has done nothing that is left to undo.", hint="Name a claim: claims undo CLAIM")
    if found.claim_id is None and found.setting is None:
        raise Refused(
            f"The last that {actor} did was to {found.action} an article, and articles are kept.",
            hint="Name the claim whose last act is to be undone: claims undo CLAIM",
        )
    return found


def _others_need_a_reason(by: Act, event: Event, reason: str | None) -> None:
    if event.actor != by.actor and not reason:
        raise Refused(
            f"{event.actor} did that ({event.action}, {event.at}).",
            hint="To undo what another person did, say why with --reason",
        )


def _undo_setting(store: Store, by: Act, event: Event, reason: str | None) -> None:
    _others_need_a_reason(by, event, reason)
    reverse = {name: (after, before) for name, (before, after) in event.change.items()}
    events.append(store, by, Action.UNDO, "setting", str(event.setting), reverse, reason=reason, undoes=event.seq)


def _undo_claim(store: Store, by: Act, event: Event, reason: str | None) -> ClaimRecord:
    _others_need_a_reason(by, event, reason)
    record = claims.record(store, str(event.claim_id))
    reverse = {name: (after, before) for name, (before, after) in event.change.items()}
    record = apply(store, by, Action.UNDO, record, reverse, reason=reason, undoes=event.seq)
    if "cleared_flag" in reverse:
        parts.set_flag_cleared(store, reverse["cleared_flag"][0], None)
        record = claims.record(store, record.id)
    if "spans" in reverse:
        follow_words(store, record)
    if reverse.get("status", (None, None))[1] == Status.VERIFIED:
        # A reason for undoing is none for a single origin; the one that was given for that still stands.
        approved = [e.reason for e in standing(store, record.id) if e.action == Action.APPROVE]
        require(store, by.actor, record, record.verdict, approved[-1] if approved else None)
    return record
