"""Speakers: one record across articles."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from claims.models import Speaker, SpeakerEntry, SpeakerRole
from claims.store.connection import Store


def insert(store: Store, speaker: Speaker) -> None:
    """Store a new speaker with their names; roles follow with ``add_roles``."""
    pk = store.insert(
        "INSERT INTO speakers (id, name, kind, wikidata) VALUES (?, ?, ?, ?)",
        (speaker.id, speaker.name, speaker.kind, speaker.wikidata),
    )
    add_names(store, pk, (speaker.name, *speaker.aliases))


def add_names(store: Store, pk: int, names: Iterable[str]) -> None:
    """Add names that are new."""
    for name in names:
        store.conn.execute("INSERT INTO speaker_names (speaker, name) VALUES (?, ?) ON CONFLICT DO NOTHING", (pk, name))


def add_roles(store: Store, pk: int, article: int, roles: Iterable[SpeakerRole]) -> None:
    """Add roles that are new for the article."""
    for role in roles:
        store.conn.execute(
            "INSERT INTO speaker_roles (speaker, article, role) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            (pk, article, role.role),
        )


def with_name(store: Store, name: str, *, kind: str | None = None) -> list[str]:
    """Ids of the speakers that bear this name or alias, in order of their making; of merged ones, who they became."""
    return [
        row["id"]
        for row in store.rows(
            "SELECT DISTINCT s.pk, s.id FROM speaker_names n JOIN speakers own ON own.pk = n.speaker"
            " JOIN speakers s ON s.pk = coalesce(own.merged_into, own.pk)"
            " WHERE n.name = ? COLLATE NOCASE AND coalesce(?, s.kind) = s.kind ORDER BY s.pk",
            (name, kind),
        )
    ]


def with_entered_name(store: Store, name: str) -> list[str]:
    """Ids of the speakers of whom a person said that they bear this name, and nobody took it back."""
    return [
        row["id"]
        for row in store.rows(
            "SELECT DISTINCT s.pk, s.id FROM events e JOIN speakers own ON own.pk = e.speaker"
            " JOIN speakers s ON s.pk = coalesce(own.merged_into, own.pk)"
            " WHERE lower(json_extract(e.change, '$.alias[1]')) = lower(?) AND e.action = 'edit'"
            " AND NOT EXISTS (SELECT 1 FROM events u WHERE u.undoes = e.seq) ORDER BY s.pk",
            (name,),
        )
    ]


def parts_of(store: Store, id: str) -> list[str]:
    """Ids of the speakers that were merged into this one, in order of their making."""
    return [
        row["id"]
        for row in store.rows(
            "SELECT part.id FROM speakers part JOIN speakers whole ON whole.pk = part.merged_into"
            " WHERE whole.id = ? ORDER BY part.pk",
            (id,),
        )
    ]


def bears(store: Store, id: str, name: str) -> bool:
    """Say whether a record has exactly this name among its own."""
    return (
        store.value(
            "SELECT 1 FROM speaker_names n JOIN speakers s ON s.pk = n.speaker WHERE s.id = ? AND n.name = ?",
            (id, name),
        )
        is not None
    )


def every(store: Store) -> list[Speaker]:
    """All records, merged ones too, without aliases and roles, in order of their making."""
    return [
        Speaker(**dict(row))
        for row in store.rows(
            "SELECT own.id, own.name, own.kind, own.wikidata, whole.id AS merged_into"
            " FROM speakers own LEFT JOIN speakers whole ON whole.pk = own.merged_into ORDER BY own.pk"
        )
    ]


def speaks_in(store: Store, id: str, article: str) -> bool:
    """Say whether any claim of the article is the speaker's."""
    return (
        store.value(
            "SELECT 1 FROM claim_speakers cs JOIN speakers own ON own.pk = cs.speaker"
            " JOIN speakers s ON s.pk = coalesce(own.merged_into, own.pk) JOIN claims c ON c.pk = cs.claim"
            " JOIN articles a ON a.pk = c.article WHERE s.id = ? AND a.id = ?",
            (id, article),
        )
        is not None
    )


def claims_of(store: Store, id: str) -> list[str]:
    """Ids of the claims that a speaker makes, or somebody who was merged into them."""
    return [
        row["id"]
        for row in store.rows(
            "SELECT DISTINCT c.pk, c.id FROM claim_speakers cs JOIN speakers own ON own.pk = cs.speaker"
            " JOIN speakers s ON s.pk = coalesce(own.merged_into, own.pk) JOIN claims c ON c.pk = cs.claim"
            " WHERE s.id = ? AND cs.relation = 'says' ORDER BY c.pk",
            (id,),
        )
    ]


def get(store: Store, id: str) -> Speaker | None:
    """One speaker with names and roles, or None."""
    row = store.row("SELECT * FROM speakers WHERE id = ?", (id,))
    return _speakers(store, [row])[0] if row else None


def standing(store: Store, id: str) -> Speaker | None:
    """The record that speaks for this id: itself, or what it was merged into."""
    speaker = get(store, id)
    return get(store, speaker.merged_into) if speaker and speaker.merged_into else speaker


def many(store: Store, ids: Iterable[str]) -> list[Speaker]:
    """Speakers by id, sorted by name and id."""
    wanted = sorted(set(ids))
    rows = []
    for start in range(0, len(wanted), 500):
        some = wanted[start : start + 500]
        rows += store.rows(f"SELECT * FROM speakers WHERE id IN ({', '.join('?' * len(some))})", some)
    return sorted(_speakers(store, rows), key=lambda s: (s.name, s.id))


def entries(store: Store, *, search: str | None = None, limit: int | None = None) -> list[SpeakerEntry]:
    """Speakers with the number of their claims, the most quoted first."""
    rows = store.rows(
        "SELECT s.*, v.claims FROM speakers_in_words v JOIN speakers s ON s.pk = v.pk"
        " WHERE :search IS NULL OR EXISTS (SELECT 1 FROM speaker_names n JOIN speakers own ON own.pk = n.speaker"
        "   WHERE coalesce(own.merged_into, own.pk) = s.pk AND instr(lower(n.name), lower(:search)))"
        " ORDER BY v.claims DESC, s.name, s.pk LIMIT :limit",
        {"search": search, "limit": -1 if limit is None else limit},
    )
    return [
        SpeakerEntry(**speaker.model_dump(exclude={"format_version"}), claims=row["claims"])
        for speaker, row in zip(_speakers(store, rows), rows, strict=True)
    ]


def _speakers(store: Store, rows: list[sqlite3.Row]) -> list[Speaker]:
    names, roles = defaultdict[int, list[str]](list), defaultdict[int, list[SpeakerRole]](list)
    merged: dict[int, str] = {}
    for row in rows:
        pk = row["pk"]
        # Whoever was merged into a speaker lends them their names and roles.
        for n in store.rows(
            "SELECT n.name FROM speaker_names n JOIN speakers s ON s.pk = n.speaker"
            " WHERE s.pk = ?1 OR s.merged_into = ?1 GROUP BY n.name ORDER BY min(n.pk)",
            (pk,),
        ):
            if n["name"] != row["name"]:
                names[pk].append(n["name"])
        for r in store.rows(
            "SELECT r.role, a.id AS article_id, a.published FROM speaker_roles r JOIN articles a ON a.pk = r.article"
            " JOIN speakers s ON s.pk = r.speaker WHERE s.pk = ?1 OR s.merged_into = ?1"
            " GROUP BY r.role, a.pk ORDER BY min(r.pk)",
            (pk,),
        ):
            roles[pk].append(SpeakerRole(**dict(r)))
        if row["merged_into"] is not None:
            merged[pk] = store.value("SELECT id FROM speakers WHERE pk = ?", (row["merged_into"],))
    return [
        Speaker(
            id=row["id"],
            name=row["name"],
            kind=row["kind"],
            wikidata=row["wikidata"],
            aliases=tuple(names[row["pk"]]),
            roles=tuple(roles[row["pk"]]),
            merged_into=merged.get(row["pk"]),
        )
        for row in rows
    ]
