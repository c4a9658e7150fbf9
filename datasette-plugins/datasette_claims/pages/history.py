"""What happened, in words; a reader who may not review learns nothing of confidential evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from claims.models import ClaimRecord, Event, Value
from claims.store import Store, articles, claims, speakers
from claims.vocabulary import Action
from claims.wording.changes import changes
from claims.wording.words import clipped

MOST_WORDS = 120


class Entry(Value):
    """One event of a history."""

    seq: int
    at: str
    actor: str
    channel: str
    action: Action
    lines: tuple[str, ...]
    """What changed, each field in words."""
    reason: str | None = None
    undone: bool = False
    """Whether a later event takes it back."""
    by_hand: bool = False
    """Whether somebody wrote it past Claimdesk."""


class Happening(Entry):
    """An event beside what it is about."""

    claim: str | None = None
    article: str | None = None
    speaker: str | None = None
    said: str | None = None
    """The claim's words, the article's title or the speaker's name, cut where they are long."""


def entries(events: Sequence[Event], *, reader: bool) -> tuple[Entry, ...]:
    """A claim's history as it was given."""
    undone = {event.undoes for event in events}
    return tuple(Entry(**_told(event, reader=reader), undone=event.seq in undone) for event in events)


def newest_standing(events: Sequence[Event]) -> Event | None:
    """The event that undoing would take back: the newest that is neither undone nor an undoing."""
    undone = {event.undoes for event in events}
    standing = [event for event in events if event.action != Action.UNDO and event.seq not in undone]
    return standing[-1] if standing else None


def happening(store: Store, event: Event, *, reader: bool) -> Happening:
    """An event with the words of its claim, or the name of what else it is about."""
    said: str | None = None
    if event.claim_id:
        said = claims.words(store, event.claim_id)
    elif event.article_id:
        article = articles.get(store, event.article_id)
        said = article.title or article.url or article.id
    elif event.speaker_id:
        speaker = speakers.get(store, event.speaker_id)
        said = speaker.name if speaker else event.speaker_id
    return Happening(
        **_told(event, reader=reader),
        claim=event.claim_id,
        article=event.article_id,
        speaker=event.speaker_id,
        said=clipped(said, MOST_WORDS) if said else None,
    )


def open_to(record: ClaimRecord, *, reader: bool) -> ClaimRecord:
    """The claim as it may be shown: to a reader without evidence that is confidential."""
    if not reader:
        return record
    return record.model_copy(update={"evidence": tuple(piece for piece in record.evidence if not piece.confidential)})


def _told(event: Event, *, reader: bool) -> dict[str, Any]:
    if reader and "evidence" in event.change:
        before, after = (_without_confidential(pieces) for pieces in event.change["evidence"])
        event = event.model_copy(update={"change": event.change | {"evidence": (before, after)}})
        lines = changes(event) or ["confidential evidence"]
    else:
        lines = changes(event)
    return {
        "seq": event.seq,
        "at": event.at,
        "actor": event.actor,
        "channel": event.channel,
        "action": event.action,
        "lines": tuple(lines),
        "reason": event.reason,
        "by_hand": event.id is None,
    }


def _without_confidential(pieces: Iterable[dict[str, Any]] | None) -> list[dict[str, Any]]:
    return [piece for piece in pieces or () if not piece.get("confidential")]
