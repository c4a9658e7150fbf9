"""The log that everything follows from: rows are only ever added."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, Literal

from claims import ids
from claims.models import Event, Value
from claims.store import lookup, settings
from claims.store.clock import now
from claims.store.connection import Store, told
from claims.vocabulary import Action

Subject = Literal["claim", "article", "speaker", "setting", "pair"]
Changes = dict[str, tuple[Any, Any]]
"""``{field: (before, after)}``, in plain JSON values."""


class Act(Value):
    """What all events of one command share: who did it, by which door, under which id."""

    actor: str
    channel: str
    act_id: str


def append(
    store: Store,
    act: Act,
    action: Action,
    subject: Subject,
    key: str,
    changes: Changes,
    *,
    version: int | None = None,
    reason: str | None = None,
    undoes: int | None = None,
) -> int:
    """Add one event and return its seq; status, verdict, words and version follow by trigger.

    ``key`` is the subject's id (a setting's name, a pair's two ids); ``version`` the claim's version that the actor
    saw.
    Raises RefusedByFile with a fixed code where the life of a claim does not allow it.
    """
    column: int | str = lookup.key(store, _TABLES[subject], key) if subject in _TABLES else key
    content = {
        "at": now(),
        "actor": act.actor,
        "channel": act.channel,
        "act_id": act.act_id,
        "action": str(action),
        "version": version,
        "change": changes,
        "reason": reason,
        "policy": str(settings.policy(store)),
        "guidelines": settings.guidelines(store),
    }
    previous = _newest_id(store, subject, column)
    undone = store.value("SELECT coalesce(id, seq) FROM events WHERE seq = ?", (undoes,)) if undoes else None
    id = event_id(previous, subject, key, content, undone)
    row = content | {"id": id, subject: column, "change": ids.canonical_json(changes), "undoes": undoes}
    with told():
        return store.insert(
            f"INSERT INTO events ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", list(row.values())
        )


_TABLES: dict[str, lookup.Table] = {"claim": "claims", "article": "articles", "speaker": "speakers"}
_HASHED = ("at", "actor", "channel", "act_id", "action", "version", "change", "reason", "policy", "guidelines")


def event_id(previous: str | None, subject: Subject, key: str, content: dict[str, Any], undone: object) -> str:
    """The hash that chains an event to its subject's previous one."""
    return ids.digest(["event/1", previous, subject, key, {f: content[f] for f in _HASHED}, undone])


def _newest_id(store: Store, subject: Subject, column: int | str) -> str | None:
    found: str | None = store.value(
        f"SELECT id FROM events WHERE {subject} = ? ORDER BY seq DESC LIMIT 1",
        (column,),
    )
    return found


_SELECT = """SELECT e.*, c.id AS claim_id, a.id AS article_id, s.id AS speaker_id
  FROM events e LEFT JOIN claims c ON c.pk = e.claim LEFT JOIN articles a ON a.pk = e.article
  LEFT JOIN speakers s ON s.pk = e.speaker"""


_STANDING = "e.action <> 'undo' AND NOT EXISTS (SELECT 1 FROM events u WHERE u.undoes = e.seq)"


def of_claim(store: Store, id: str) -> list[Event]:
    """A claim's history, oldest first."""
    return of_claims(store, [id])[id]


def of_claims(store: Store, claims: list[str]) -> dict[str, list[Event]]:
    """The histories of many claims, each oldest first."""
    out: dict[str, list[Event]] = {id: [] for id in claims}
    for start in range(0, len(claims), 500):
        some = claims[start : start + 500]
        marks = ", ".join("?" * len(some))
        for row in store.rows(f"{_SELECT} WHERE c.id IN ({marks}) ORDER BY e.seq", some):
            out[row["claim_id"]].append(_event(row))
    return out


def of_pairs_with(store: Store, claim: str) -> list[Event]:
    """What people said about a claim and others, oldest first."""
    rows = store.rows(
        f"{_SELECT} WHERE e.pair IS NOT NULL AND ({_ONE} = ?1 OR {_OTHER} = ?1) ORDER BY e.seq",
        (claim,),
    )
    return [_event(row) for row in rows]


# Spelled as in the indexes of the migration ``m008_pairs``.
_ONE, _OTHER = "substr(e.pair, 1, instr(e.pair, ' ') - 1)", "substr(e.pair, instr(e.pair, ' ') + 1)"


def pair_key(one: str, other: str) -> str:
    """The key of a pair of claims, whichever is named first."""
    return " ".join(sorted((one, other)))


def of_speaker(store: Store, id: str) -> list[Event]:
    """What people did to a speaker's record, oldest first."""
    return [_event(row) for row in store.rows(f"{_SELECT} WHERE s.id = ? ORDER BY e.seq", (id,))]


def of_article(store: Store, id: str) -> list[Event]:
    """What happened to an article itself (added, revised, segmented), oldest first."""
    return [_event(row) for row in store.rows(f"{_SELECT} WHERE a.id = ? ORDER BY e.seq", (id,))]


def of_act(store: Store, act_id: str, *, standing: bool = False) -> list[Event]:
    """Everything that one command did, oldest first; ``standing`` leaves out what was undone, and undoing."""
    condition = f"e.act_id = ? AND {_STANDING}" if standing else "e.act_id = ?"
    return [_event(row) for row in store.rows(f"{_SELECT} WHERE {condition} ORDER BY e.seq", (act_id,))]


def latest(store: Store, *, limit: int) -> list[Event]:
    """What was done last, the newest first."""
    return [_event(row) for row in store.rows(f"{_SELECT} ORDER BY e.seq DESC LIMIT ?", (limit,))]


def every(store: Store) -> list[Event]:
    """The whole log, oldest first."""
    return [_event(row) for row in store.rows(f"{_SELECT} ORDER BY e.seq")]


def readable(store: Store) -> tuple[list[Event], dict[int, str]]:
    """The whole log, oldest first, and by number what cannot be read of it and why."""
    found, unreadable = [], {}
    for row in store.rows(f"{_SELECT} ORDER BY e.seq"):
        try:
            event = _event(row)
            subject_of(event)
        except ValueError as error:
            unreadable[int(row["seq"])] = str(error).replace("\n", " ")
        else:
            found.append(event)
    return found, unreadable


def last(store: Store) -> int:
    """The number of the newest event."""
    return int(store.value("SELECT coalesce(max(seq), 0) FROM events"))


def newest_standing(
    store: Store,
    *,
    claim: str | None = None,
    speaker: str | None = None,
    pair: str | None = None,
    actor: str | None = None,
    speakers: bool = True,
) -> Event | None:
    """The newest event that is neither an undo nor undone: of a claim, a speaker or a pair, by an actor, or both.

    ``speakers=False`` leaves out that somebody became known.
    """
    where, parameters = [] if speakers else ["(e.speaker IS NULL OR e.action <> 'add')"], []
    if claim is not None:
        where.append("c.id = ?")
        parameters.append(claim)
    if speaker is not None:
        where.append("s.id = ?")
        parameters.append(speaker)
    if pair is not None:
        where.append("e.pair = ?")
        parameters.append(pair)
    if actor is not None:
        where.append("e.actor = ?")
        parameters.append(actor)
    row = store.row(
        f"{_SELECT} WHERE {' AND '.join([*where, _STANDING])} ORDER BY e.seq DESC LIMIT 1",
        parameters,
    )
    return _event(row) if row else None


def subject_of(event: Event) -> tuple[Subject, str]:
    """What an event is about, and its id."""
    for subject, key in (
        ("claim", event.claim_id),
        ("article", event.article_id),
        ("speaker", event.speaker_id),
        ("setting", event.setting),
        ("pair", event.pair),
    ):
        if key is not None:
            return subject, key  # type: ignore[return-value]
    raise ValueError(f"event {event.seq} is about nothing")


def gaps(store: Store) -> list[int]:
    """Numbers between the first event and the last that no event bears."""
    return [
        int(row["seq"]) + 1
        for row in store.rows(
            "SELECT seq FROM (SELECT 0 AS seq UNION ALL SELECT seq FROM events) e"
            " WHERE seq < (SELECT coalesce(max(seq), 0) FROM events)"
            " AND NOT EXISTS (SELECT 1 FROM events WHERE seq = e.seq + 1)"
        )
    ]


def count(store: Store) -> int:
    """How many events the file holds."""
    return int(store.value("SELECT count(*) FROM events"))


def head(store: Store) -> str | None:
    """One hash over the whole log: with the count it shows whether a tail was cut off later."""
    running: str | None = None
    for id, seq in store.conn.execute("SELECT id, seq FROM events ORDER BY seq"):
        running = ids.digest([running, id or seq])
    return running


def _event(row: sqlite3.Row) -> Event:
    fields = {name: row[name] for name in Event.model_fields if name not in {"format_version", "change"}}
    return Event(**fields, change=json.loads(row["change"]))
