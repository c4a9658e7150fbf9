"""What people decide about speakers: who is one and the same, who is two, how they are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from claims import ids
from claims.desk.acts import Seen, change, not_now, storable
from claims.desk.naming import known
from claims.errors import InputError, NotAllowedNow, NotFound, Refused, RefusedByFile
from claims.models import ClaimRecord, ClaimSpeaker, Event, Speaker, SpeakerRef, SpeakerRole, Value
from claims.store import Store, articles, claims, events, lookup, queue, speakers
from claims.store.events import Act
from claims.vocabulary import Action, SpeakerKind, Status

_WIKIDATA = re.compile(r"Q[1-9]\d*")
LONGEST_NAME = 300
MOST_CLAIMS = 100_000


class SpeakerView(Value):
    """All that is known of a speaker: the record, what they were called, what they said, what people did to it."""

    speaker: Speaker
    parts: tuple[Speaker, ...] = ()
    """Records that were merged into this one."""
    claims: tuple[ClaimRecord, ...] = ()
    """What they said, the earliest publication first."""
    history: tuple[Event, ...] = ()


def find_speaker(store: Store, words: str) -> Speaker:
    """The speaker of an id, an unambiguous start of one, a name or an alias. Raises NotFound or Ambiguous."""
    found = known(store, " ".join(words.split()))
    if found is None:
        raise NotFound(f"No speaker is called {words!r}.", hint="See them with: claims speakers")
    return found


def speaker_view(store: Store, id: str) -> SpeakerView:
    """A speaker with everything that belongs to them."""
    return SpeakerView(
        speaker=_get(store, id),
        parts=tuple(_get(store, part) for part in speakers.parts_of(store, id)),
        claims=tuple(queue.words_of(store, id, limit=MOST_CLAIMS)),
        history=tuple(events.of_speaker(store, id)),
    )


def merge(store: Store, by: Act, part: str, whole: str, *, reason: str | None = None) -> Speaker:
    """Make two records one: ``part`` lends its names, roles and claims to ``whole``, which keeps its name.

    The claims themselves are not touched, and undoing it gives each record back what it had.
    Raises Refused where either was merged already, or both are the same.
    """
    with store.act():
        one, other = _alone(store, part), _alone(store, whole)
        if one.id == other.id:
            raise Refused(f"{one.name} ({one.id}) cannot be merged with itself.", hint="Name two speakers")
        # Merging is one step deep: whoever was merged into the part goes along.
        for id in speakers.parts_of(store, one.id):
            _edit(store, by, id, {"merged_into": (one.id, other.id)}, reason)
        _edit(store, by, one.id, {"merged_into": (None, other.id)}, reason)
        return _get(store, other.id)


def split(
    store: Store,
    by: Act,
    speaker: str,
    of: Sequence[Seen],
    *,
    name: str | None = None,
    reason: str | None = None,
) -> tuple[Speaker, list[ClaimRecord]]:
    """Give these claims of a speaker to a new record; it stays apart in every later run.

    A claim in review goes back to tagged, as with any change of its speaker. Raises Refused for a claim that is
    not the speaker's, NotAllowedNow for one that has to be reopened first; then nothing is changed.
    """
    with store.act():
        old = _alone(store, speaker)
        if not of:
            raise InputError("No claims were named.", hint="Name those that the new speaker made: --claims CLAIM")
        records = [claims.record(store, seen.id) for seen in of]
        article = records[0].article_id
        new = Speaker(id=_unused_id(store, article), name=_name(name or old.name), kind=old.kind)
        speakers.insert(store, new)
        made = {"name": (None, new.name), "kind": (None, str(new.kind))}
        events.append(store, by, Action.ADD, "speaker", new.id, made, reason=reason)
        ref = SpeakerRef(id=new.id, name=new.name, kind=new.kind)
        done = [_reassign(store, by, seen, old, ref, reason) for seen in of]
        _copy_roles(store, new, records, old)
        return _get(store, new.id), done


def _reassign(store: Store, by: Act, seen: Seen, old: Speaker, new: SpeakerRef, reason: str | None) -> ClaimRecord:
    record = claims.record(store, seen.id)
    if not any(s.speaker and s.speaker.id == old.id for s in record.speakers):
        raise Refused(
            f"Claim {record.id} is not by {old.name} ({old.id}).", hint=f"See whose it is: claims show {record.id}"
        )
    if record.status not in {Status.EXTRACTED, Status.TAGGED, Status.IN_REVIEW}:
        raise not_now(Action.TAG, record)
    said = [
        s.model_copy(update={"speaker": new, "decided_by": by.actor}) if s.speaker and s.speaker.id == old.id else s
        for s in record.speakers
    ]
    after: dict[str, Any] = {"speakers": [s.model_dump(mode="json") for s in said]}
    action = Action.EDIT
    if record.status == Status.IN_REVIEW:
        action = Action.TAG
        after["status"] = str(Status.TAGGED)
    return change(store, by, action, seen, after, reason=reason)


def _copy_roles(store: Store, new: Speaker, records: Iterable[ClaimRecord], old: Speaker) -> None:
    """The new record is called what the claims it was given call the speaker."""
    pk = lookup.key(store, "speakers", new.id)
    for record in records:
        roles = [s.role for s in record.speakers if s.role and s.speaker and s.speaker.id == old.id]
        article = articles.get(store, record.article_id)
        worded = [SpeakerRole(role=role, article_id=article.id, published=article.published) for role in roles]
        speakers.add_roles(store, pk, lookup.key(store, "articles", article.id), worded)


def rename(store: Store, by: Act, speaker: str, name: str, *, reason: str | None = None) -> Speaker:
    """Call a speaker by another name; the old one stays an alias."""
    with store.act():
        record, name = _alone(store, speaker), _name(name)
        if record.name != name:
            there = name if speakers.bears(store, record.id, name) else None
            _edit(store, by, record.id, {"name": (record.name, name), "alias": (there, name)}, reason)
        return _get(store, record.id)


def add_alias(store: Store, by: Act, speaker: str, name: str, *, reason: str | None = None) -> Speaker:
    """Say that a speaker bears another name; later articles that use it mean this speaker."""
    with store.act():
        record, name = _alone(store, speaker), _name(name)
        if record.id not in speakers.with_entered_name(store, name):
            there = name if speakers.bears(store, record.id, name) else None
            _edit(store, by, record.id, {"alias": (there, name)}, reason)
        return _get(store, record.id)


def set_wikidata(store: Store, by: Act, speaker: str, item: str | None, *, reason: str | None = None) -> Speaker:
    """Say which Wikidata item a speaker is; None takes it away. Raises InputError for what is no item."""
    if item is not None and not _WIKIDATA.fullmatch(item):
        raise InputError(f"{item!r} is no Wikidata item.", hint="It is a Q and a number, such as Q42")
    with store.act():
        record = _alone(store, speaker)
        if record.wikidata != item:
            _edit(store, by, record.id, {"wikidata": (record.wikidata, item)}, reason)
        return _get(store, record.id)


def set_kind(store: Store, by: Act, speaker: str, kind: SpeakerKind, *, reason: str | None = None) -> Speaker:
    """Say what sort of speaker somebody is."""
    with store.act():
        record = _alone(store, speaker)
        if record.kind != kind:
            _edit(store, by, record.id, {"kind": (str(record.kind), str(kind))}, reason)
        return _get(store, record.id)


def _edit(store: Store, by: Act, id: str, changes: events.Changes, reason: str | None) -> None:
    storable([changes, reason])
    try:
        events.append(store, by, Action.EDIT, "speaker", id, changes, reason=reason)
    except RefusedByFile as refusal:
        raise NotAllowedNow(
            f"Speaker {id} was changed while this act was under way ({refusal.code}).", hint="Look again and repeat it"
        ) from refusal


def _get(store: Store, id: str) -> Speaker:
    found = speakers.get(store, id)
    if found is None:
        raise NotFound(f"There is no speaker {id}.", hint="See them with: claims speakers")
    return found


def _alone(store: Store, id: str) -> Speaker:
    """The record, if it stands on its own."""
    found = _get(store, id)
    if found.merged_into:
        raise Refused(
            f"{found.name} ({found.id}) was merged into {found.merged_into}.",
            hint=f"Name that one, or take it back: claims undo {found.id}",
        )
    return found


def _name(name: str) -> str:
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME:
        raise InputError("A name has at least one letter and at most 300.", hint="Put it in quotation marks")
    storable(name)
    return name


def _unused_id(store: Store, article: str) -> str:
    occurrence = 0
    while speakers.get(store, id := ids.speaker_id(article, "split", 0, occurrence)):
        occurrence += 1
    return id


def current_speakers(records: Mapping[str, Speaker], said: Sequence[Any]) -> list[Any]:
    """Speakers of a claim as events say them, under the records, by id, that stand for them now: for replay."""
    out = []
    for value in said:
        one = ClaimSpeaker.model_validate(value)
        own = records.get(one.speaker.id) if one.speaker else None
        whole = records.get(own.merged_into) if own and own.merged_into else own
        if whole:
            ref = SpeakerRef(id=whole.id, name=whole.name, kind=whole.kind, wikidata=whole.wikidata)
            one = one.model_copy(update={"speaker": ref})
        out.append(one.model_dump(mode="json"))
    return out


__all__ = [
    "SpeakerView",
    "add_alias",
    "current_speakers",
    "find_speaker",
    "merge",
    "rename",
    "set_kind",
    "set_wikidata",
    "speaker_view",
    "split",
]
