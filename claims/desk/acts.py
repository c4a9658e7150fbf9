"""Who acts, upon which claims as they saw them, and one change as one event.

Everything that people do to a claim goes through ``change``: it compares before and after, appends
the event, and lets the tables follow.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter

from claims.errors import ClaimsError, InputError, NotAllowedNow, PolicyUnmet, RefusedByFile, StaleVersion, StoreError
from claims.models import ClaimRecord, ClaimSpeaker, Evidence, Figure, Value
from claims.store import Store, claims, events, lookup, parts
from claims.store.events import Act
from claims.vocabulary import TRANSITIONS, Action, Check, Status


def act(actor: str, *, channel: str = "cli") -> Act:
    """Begin an act: everything done with it is undone together. Raises InputError where nobody is named."""
    actor = " ".join(actor.split())
    if not actor:
        raise InputError("It is not known who acts.", hint="Say it with --as NAME, or in the variable CLAIMS_ACTOR")
    storable(actor)
    return Act(actor=actor, channel=channel, act_id=secrets.token_hex(8))


class Seen(Value):
    """A claim and the version that somebody looked at; None takes whatever version there is."""

    id: str
    version: int | None = None


def see(store: Store, starts: Sequence[str]) -> list[Seen]:
    """Find claims by their ids, or any unambiguous starts, and note the versions they have now.

    A claim that is named twice is seen once. Raises NotFound or Ambiguous.
    """
    found = dict.fromkeys(lookup.resolve(store, "claims", start) for start in starts)
    return [Seen(id=id, version=claims.record(store, id).version) for id in found]


class Outcome:
    """What an act upon several claims came to: the claims as they now are, and those it failed on."""

    def __init__(self) -> None:
        self.done: list[ClaimRecord] = []
        self.failed: list[tuple[str, ClaimsError]] = []


def each(store: Store, seen: Sequence[Seen], do: Callable[[Seen], ClaimRecord]) -> Outcome:
    """Do the same to every claim, in one transaction; one that refuses is left as it was and the rest goes on."""
    outcome = Outcome()
    with store.act():
        for one in seen:
            try:
                with store.act():
                    outcome.done.append(do(one))
            except StoreError:
                # The file itself fails, not this claim: nothing of the act may stay.
                raise
            except ClaimsError as error:
                outcome.failed.append((one.id, error))
    return outcome


_SCALARS = ("status", "verdict", "rationale", "wording", "kind", "text", "revision", "attitude")
_LISTS: dict[str, TypeAdapter[Any]] = {
    "speakers": TypeAdapter(tuple[ClaimSpeaker, ...]),
    "figures": TypeAdapter(tuple[Figure, ...]),
    "evidence": TypeAdapter(tuple[Evidence, ...]),
}
_SPANS = ("spans", "source_spans", "cue_spans")
_WRITE: dict[str, Callable[[Store, int, Any], None]] = {
    "speakers": parts.set_speakers,
    "figures": parts.set_figures,
    "evidence": parts.set_evidence,
}


def state(record: ClaimRecord) -> dict[str, Any]:
    """All that an act can change, as plain JSON values under the names that events use."""
    values = record.model_dump(mode="json")
    out = {name: values[name] for name in (*_SCALARS, *_SPANS, *_LISTS, "labels")}
    for check in Check:
        out[f"check_{check}"] = values["checks"][check]
    return out


def change(
    store: Store,
    by: Act,
    action: Action,
    seen: Seen,
    after: Mapping[str, Any],
    *,
    reason: str | None = None,
) -> ClaimRecord:
    """Make the claim's fields be those of ``after`` by one event, and return it as it now is.

    Fields that already are so are left out of the event. Raises StaleVersion where the claim is no
    longer at the version that was seen, NotAllowedNow where its life has no such step.
    """
    record = current(store, seen)
    before = state(record)
    changes = {name: (before.get(name), value) for name, value in after.items() if before.get(name) != value}
    return apply(store, by, action, record, changes, reason=reason)


def apply(
    store: Store,
    by: Act,
    action: Action,
    record: ClaimRecord,
    changes: events.Changes,
    *,
    reason: str | None = None,
    undoes: int | None = None,
) -> ClaimRecord:
    """Append one event that says exactly these changes, and let the tables follow."""
    storable([changes, reason])
    try:
        events.append(
            store, by, action, "claim", record.id, changes, version=record.version, reason=reason, undoes=undoes
        )
    except RefusedByFile as refusal:
        raise worded(refusal, action, record) from refusal
    pk = lookup.key(store, "claims", record.id)
    for name, (_, value) in changes.items():
        if name in _LISTS:
            _WRITE[name](store, pk, _LISTS[name].validate_python(value))
        elif name == "labels":
            parts.set_labels(store, pk, value)
    return claims.record(store, record.id)


def storable(value: Any) -> None:
    """Raise InputError for words that a database cannot hold: zero bytes, and bytes that are no UTF-8."""
    if isinstance(value, str):
        if "\0" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
            raise InputError(f"{value[:60]!r} holds bytes that are no text.", hint="Type the words again")
    elif isinstance(value, Mapping):
        for key, item in value.items():
            storable(key)
            storable(item)
    elif isinstance(value, list | tuple):
        for item in value:
            storable(item)


def current(store: Store, seen: Seen) -> ClaimRecord:
    """The claim as it is now. Raises StaleVersion where that is not what was seen."""
    record = claims.record(store, seen.id)
    if seen.version is not None and seen.version != record.version:
        since = [e for e in events.of_claim(store, seen.id) if e.version is not None and e.version >= seen.version]
        did = "; ".join(f"{e.actor} {e.action} at {e.at}{_fields(e.change)}" for e in since) or "nobody recorded it"
        raise StaleVersion(
            f"Claim {seen.id} is at version {record.version}, and you looked at version {seen.version}."
            f" Since then: {did}.",
            expected=seen.version,
            found=record.version,
            hint=f"Look at it again: claims show {seen.id}",
        )
    return record


def _fields(changed: Mapping[str, tuple[Any, Any]]) -> str:
    plain = [
        f"{name} {before!r} to {after!r}"
        for name, (before, after) in changed.items()
        if not isinstance(before, list | dict) and not isinstance(after, list | dict)
    ]
    lists = [name for name, (before, after) in changed.items() if isinstance(before, list) or isinstance(after, list)]
    return f" ({', '.join(plain + lists)})" if plain or lists else ""


def worded(refusal: RefusedByFile, action: Action, record: ClaimRecord) -> ClaimsError:
    """Put a trigger's code into words for the person who met it."""
    if refusal.code == "stale":
        return StaleVersion(
            f"Claim {record.id} was changed while this act was under way; you looked at version {record.version}.",
            expected=record.version,
            found=record.version + 1,
            hint=f"Look at it again: claims show {record.id}",
        )
    if refusal.code == "verdict":
        return PolicyUnmet(
            f"Claim {record.id} has no verdict, and approving needs one.", hint="Give it with --verdict supported, ..."
        )
    if refusal.code == "undo":
        return NotAllowedNow(
            f"Claim {record.id} has been changed since by another act.",
            hint=f"Undo that first: claims undo {record.id}",
        )
    if refusal.code == "hidden":
        return NotAllowedNow(
            f"Claim {record.id} is not shown any more: its mark was taken back, or a later run no longer found it.",
            hint="Mark its words anew: claims mark ARTICLE WORDS",
        )
    if refusal.code == "transition":
        return not_now(action, record)
    return refusal


_ADVICE = {
    Status.EXTRACTED: "Tag it first: claims tag {id}",
    Status.TAGGED: "Submit it first: claims decide {id} submit",
    Status.VERIFIED: "Reopen it first: claims decide {id} reopen",
    Status.DISPUTED: "Resolve it first: claims decide {id} resolve",
    Status.DISMISSED: "Restore it first: claims decide {id} restore",
    Status.WITHDRAWN: "A withdrawn claim stays so, unless the withdrawal is undone: claims undo {id}",
}


def not_now(action: Action, record: ClaimRecord) -> NotAllowedNow:
    """Say from where an action leads on, and what can be done instead."""
    sources = [came for did, came, _ in TRANSITIONS if did == action]
    allowed = [did for did, came, _ in TRANSITIONS if came == record.status and did != Action.MARK]
    message = f"Claim {record.id} is {spoken(record.status)} (version {record.version}) and cannot be {_DONE[action]}"
    if sources:
        message += f"; only a claim that is {' or '.join(dict.fromkeys(map(spoken, sources)))} can"
    hint = _ADVICE.get(record.status, "") if sources else ""
    if record.status == Status.EXTRACTED and action in {Action.RESTORE, Action.REOPEN, Action.RESOLVE}:
        hint = ""
    possible = f"Possible now: {', '.join(allowed)}" if allowed else ""
    return NotAllowedNow(f"{message}.", hint=hint.format(id=record.id) or possible or None)


def spoken(word: str) -> str:
    """A word of the vocabulary as people say it."""
    return word.replace("_", " ")


_DONE = {
    Action.ADD: "added",
    Action.REVISE: "revised",
    Action.DESCRIBE: "described",
    Action.EXTRACT: "extracted",
    Action.MARK: "marked",
    Action.TAG: "tagged",
    Action.EDIT: "edited",
    Action.NOTE: "noted upon",
    Action.LABEL: "labelled",
    Action.UNLABEL: "relieved of a label",
    Action.ADD_EVIDENCE: "given evidence",
    Action.RETRACT_EVIDENCE: "relieved of evidence",
    Action.SUBMIT: "submitted",
    Action.APPROVE: "approved",
    Action.RETURN: "returned",
    Action.DISPUTE: "disputed",
    Action.RESOLVE: "resolved",
    Action.DISMISS: "dismissed",
    Action.RESTORE: "restored",
    Action.REOPEN: "reopened",
    Action.WITHDRAW: "withdrawn",
    Action.CLEAR_FLAG: "relieved of a flag",
    Action.COMPARE: "compared",
    Action.UNDO: "undone",
    Action.SET: "set",
}
