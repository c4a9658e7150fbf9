"""Taking back the newest act, by an event that reverses exactly what that act said."""

from __future__ import annotations

from claims.desk.acts import Seen, apply, current
from claims.desk.anchoring import follow_words
from claims.desk.deciding import require, standing
from claims.desk.pairing import around
from claims.errors import NotAllowedNow, NotFound, Refused, RefusedByFile
from claims.models import ClaimRecord, Event, Speaker, Value
from claims.store import Store, claims, events, parts, speakers
from claims.store.events import Act
from claims.vocabulary import Action, Status


class Undone(Value):
    """What was taken back: the act's events, newest first, and the claims as they now are."""

    undone: tuple[Event, ...]
    claims: tuple[ClaimRecord, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    pairs: tuple[str, ...] = ()
    """Pairs of claims upon which a decision was taken back, as events name them."""


def undo(
    store: Store,
    by: Act,
    claim: str | None = None,
    *,
    speaker: str | None = None,
    pair: tuple[str, str] | None = None,
    reason: str | None = None,
    version: int | None = None,
) -> Undone:
    """Take back the newest act that stands: of this claim, speaker or pair, or the actor's own with all it touched.

    Raises NotFound where nothing is left to undo, Refused where the act is somebody else's and no
    reason is given, NotAllowedNow where a later act builds on it, StaleVersion where the claim is no longer
    at ``version``, if one is given. All of it is taken back, or nothing.
    """
    with store.act():
        if claim is not None:
            current(store, Seen(id=claim, version=version))
        key = events.pair_key(*pair) if pair else None
        newest = _newest(store, by.actor, claim, speaker, key)
        undoable = [
            event
            for event in reversed(events.of_act(store, newest.act_id, standing=True))
            if (event.claim_id == claim if claim else event.pair == key if key else _undoable(event))
        ]
        records, people, two = {}, {}, dict[str, None]()
        for event in undoable:
            if event.setting:
                _undo_setting(store, by, event, reason)
            elif event.claim_id:
                records[event.claim_id] = _undo_claim(store, by, event, reason)
            elif event.speaker_id:
                people[event.speaker_id] = _undo_speaker(store, by, event, reason)
            elif event.pair:
                _undo_pair(store, by, event, reason)
                two[event.pair] = None
        if two:
            around(store, {id for one in two for id in one.split()})
    return Undone(
        undone=tuple(undoable), claims=tuple(records.values()), speakers=tuple(people.values()), pairs=tuple(two)
    )


def _undoable(event: Event) -> bool:
    """A speaker who was named on the way stays known; everything else can be taken back."""
    return bool(event.claim_id or event.setting or event.pair or (event.speaker_id and event.action != Action.ADD))


def _newest(store: Store, actor: str, claim: str | None, speaker: str | None, pair: str | None) -> Event:
    if pair is not None:
        # One's own word first: undoing another's needs a reason.
        found = events.newest_standing(store, pair=pair, actor=actor) or events.newest_standing(store, pair=pair)
        if found is None:
            raise NotFound(f"Nothing that people said about {pair.replace(' ', ' and ')} is left to undo.")
        return found
    if speaker is not None:
        found = events.newest_standing(store, speaker=speaker, speakers=False)
        if found is None:
            raise NotFound(f"Nothing that people did to speaker {speaker} is left to undo.")
        return found
    if claim is not None:
        found = events.newest_standing(store, claim=claim)
        if found is None:
            raise NotFound(f"Nothing that people did to claim {claim} is left to undo.")
        return found
    # A speaker who was named on the way stays known; that is nothing to take back.
    found = events.newest_standing(store, actor=actor, speakers=False)
    if found is None:
        raise NotFound(f"{actor} has done nothing that is left to undo.", hint="Name a claim: claims undo CLAIM")
    if not _undoable(found):
        raise Refused(
            f"The last that {actor} did was to {found.action} an article, and articles are kept.",
            hint="Name the claim whose last act is to be undone: claims undo CLAIM",
        )
    return found


def _reversed(event: Event) -> events.Changes:
    return {name: (after, before) for name, (before, after) in event.change.items()}


def _others_need_a_reason(by: Act, event: Event, reason: str | None) -> None:
    if event.actor != by.actor and not reason:
        raise Refused(
            f"{event.actor} did that ({event.action}, {event.at}).",
            hint="To undo what another person did, say why with --reason",
        )


def _undo_setting(store: Store, by: Act, event: Event, reason: str | None) -> None:
    _others_need_a_reason(by, event, reason)
    reverse = _reversed(event)
    events.append(store, by, Action.UNDO, "setting", str(event.setting), reverse, reason=reason, undoes=event.seq)


def _undo_speaker(store: Store, by: Act, event: Event, reason: str | None) -> Speaker:
    _others_need_a_reason(by, event, reason)
    reverse = _reversed(event)
    id = str(event.speaker_id)
    try:
        events.append(store, by, Action.UNDO, "speaker", id, reverse, reason=reason, undoes=event.seq)
    except RefusedByFile as refusal:
        raise NotAllowedNow(
            f"Speaker {id} has been changed since by another act ({refusal.code}).",
            hint=f"Undo that first: claims undo {id}",
        ) from refusal
    found = speakers.get(store, id)
    if found is None:
        raise NotFound(f"There is no speaker {id}.")
    return found


def _undo_pair(store: Store, by: Act, event: Event, reason: str | None) -> None:
    _others_need_a_reason(by, event, reason)
    reverse = _reversed(event)
    pair = str(event.pair)
    try:
        events.append(store, by, Action.UNDO, "pair", pair, reverse, reason=reason, undoes=event.seq)
    except RefusedByFile as refusal:
        raise NotAllowedNow(
            f"{event.actor} has said something else about claims {pair.replace(' ', ' and ')} since ({refusal.code}).",
            hint=f"Undo that first: claims undo {pair}",
        ) from refusal


def _undo_claim(store: Store, by: Act, event: Event, reason: str | None) -> ClaimRecord:
    _others_need_a_reason(by, event, reason)
    record = claims.record(store, str(event.claim_id))
    reverse = _reversed(event)
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
