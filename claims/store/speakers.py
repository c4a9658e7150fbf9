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
    """Ids of the speakers that stand on their own and bear this name or alias, in order of their making."""
    return [
        row["id"]
        for row in store.rows(
            "SELECT DISTINCT s.pk, s.id FROM speakers s JOIN speaker_names n ON n.speaker = s.pk"
            " WHERE n.name = ? COLLATE NOCASE AND s.merged_into IS NULL AND coalesce(?, s.kind) = s.kind ORDER BY s.pk",
            (name, kind),
        )
    ]


def speaks_in(store: Store, id: str, article: str) -> bool:
    """Say whether any claim of the article is the speaker's."""
    return (
        store.value(
            "SELECT 1 FROM claim_speakers cs JOIN speakers s ON s.pk = cs.speaker JOIN claims c ON c.pk = cs.claim"
            " JOIN articles a ON a.pk = c.article WHERE s.id = ? AND a.id = ?",
            (id, article),
        )
        is not None
    )


def get(store: Store, id: str) -> Speaker | None:
    """One speaker with names and roles, or None."""
    row = store.row("SELECT * FROM speakers WHERE id = ?", (id,))
    return _speakers(store, [row])[0] if row else None


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
        " WHERE :search IS NULL OR EXISTS (SELECT 1 FROM speaker_names n"
        "   WHERE n.speaker = s.pk AND instr(lower(n.name), lower(:search)))"
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
        for n in store.rows("SELECT name FROM speaker_names WHERE speaker = ? ORDER BY pk", (pk,)):
            if n["name"] != row["name"]:
                names[pk].append(n["name"])
        for r in store.rows(
            "SELECT r.role, a.id AS article_id, a.published FROM speaker_roles r JOIN articles a ON a.pk = r.article"
            " WHERE r.speaker = ? ORDER BY r.pk",
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
