"""What belongs to a claim in tables of its own: speakers, figures, evidence, labels, flags, anchors.

Each ``set_`` makes the rows be the given list. On a claim that people have touched, triggers refuse
that unless the claim's newest event names the field.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from claims.errors import Ambiguous, NotFound
from claims.ids import canonical_json
from claims.models import Anchor, ClaimSpeaker, Evidence, Figure, Flag, Span
from claims.store import lookup
from claims.store.connection import Store

_FIGURE = tuple(f for f in Figure.model_fields if f != "format_version")
_FIGURE_COLUMNS = (*_FIGURE, "low_value", "high_value")
_SPEAKER = ("place", "speaker", "relation", "mention", "role", "decided_by")
_EVIDENCE = tuple(f for f in Evidence.model_fields if f not in {"format_version", "claim_id"})


def _insert(table: str, columns: Sequence[str]) -> str:
    names = ", ".join(f'"{c}"' for c in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"


_INSERT_EVIDENCE = _insert("evidence", ("claim", *_EVIDENCE))


def spans_json(spans: Sequence[Span]) -> str:
    """Spans as the file keeps them; equal spans give equal text."""
    return canonical_json([span.model_dump(mode="json") for span in spans])


def set_speakers(store: Store, claim: int, speakers: Sequence[ClaimSpeaker]) -> None:
    """Make these the claim's speakers, in this order. Raises NotFound for a speaker that is not in the file."""
    wanted = []
    for place, said in enumerate(speakers):
        speaker = lookup.key(store, "speakers", said.speaker.id) if said.speaker else None
        mention = canonical_json(said.mention.model_dump(mode="json")) if said.mention else None
        wanted.append((place, speaker, str(said.relation), mention, said.role, said.decided_by))
    _become(store, "claim_speakers", _SPEAKER, claim, wanted)


def set_figures(store: Store, claim: int, figures: Sequence[Figure]) -> None:
    """Make these the claim's figures."""
    wanted = []
    for figure in figures:
        values = figure.model_dump(mode="json", exclude={"format_version"})
        numbers = [real(figure.kind, bound) for bound in (figure.low, figure.high)]
        wanted.append((*(values[f] for f in _FIGURE), *numbers))
    _become(store, "figures", _FIGURE_COLUMNS, claim, wanted)


def real(kind: str, bound: str | None) -> float | None:
    """The bound as SQL can compare it; days and times have their own order as text."""
    return float(bound) if bound is not None and kind not in {"date", "time"} else None


def set_evidence(store: Store, claim: int, evidence: Sequence[Evidence]) -> None:
    """Make these the claim's evidence; what was retracted stays among them, in its place."""
    there = {row["id"]: row for row in store.rows("SELECT * FROM evidence WHERE claim = ?", (claim,))}
    kept = {piece.id for piece in evidence}
    for id in there:
        if id not in kept:
            store.conn.execute("DELETE FROM evidence WHERE id = ?", (id,))
    for piece in evidence:
        if piece.id not in there:
            values = piece.model_dump(mode="json", include=set(_EVIDENCE))
            store.conn.execute(_INSERT_EVIDENCE, [claim, *(values[f] for f in _EVIDENCE)])
        elif there[piece.id]["retracted_by"] != piece.retracted_by:
            store.conn.execute("UPDATE evidence SET retracted_by = ? WHERE id = ?", (piece.retracted_by, piece.id))


def set_labels(store: Store, claim: int, labels: Sequence[str]) -> None:
    """Make these the claim's labels."""
    _become(store, "labels", ("label",), claim, [(label,) for label in labels])


def _become(store: Store, table: str, columns: Sequence[str], claim: int, wanted: Sequence[tuple[Any, ...]]) -> None:
    """Take away the rows that are no longer wanted and add those that are missing; the others are not touched."""
    names = ", ".join(f'"{c}"' for c in columns)
    rows = store.rows(f"SELECT pk, {names} FROM {table} WHERE claim = ?", (claim,))
    there = {tuple(row)[1:]: row["pk"] for row in rows}
    for values, pk in there.items():
        if values not in wanted:
            store.conn.execute(f"DELETE FROM {table} WHERE pk = ?", (pk,))
    insert = _insert(table, ("claim", *columns))
    store.conn.executemany(insert, [(claim, *values) for values in wanted if values not in there])


def set_anchor(store: Store, claim: int, revision: int, spans: Sequence[Span], state: str) -> None:
    """Say where the claim stands in a revision; a later look at the same revision replaces it."""
    values = (spans_json(spans), state, claim, revision)
    known = store.conn.execute("UPDATE anchors SET spans = ?, state = ? WHERE claim = ? AND revision = ?", values)
    if not known.rowcount:
        store.conn.execute("INSERT INTO anchors (spans, state, claim, revision) VALUES (?, ?, ?, ?)", values)


def raise_flag(store: Store, claim: int, flag: Flag) -> None:
    """Raise a flag; the same one twice is one."""
    store.conn.execute(
        "INSERT INTO flags (id, claim, kind, reason, raised_at) SELECT ?1, ?2, ?3, ?4, ?5"
        " WHERE NOT EXISTS (SELECT 1 FROM flags WHERE id = ?1)",
        (flag.id, claim, flag.kind, flag.reason, flag.raised_at),
    )


def set_flag_cleared(store: Store, flag: str, by: str | None) -> None:
    """Clear a flag in somebody's name, or raise it again (None)."""
    store.conn.execute("UPDATE flags SET cleared_by = ? WHERE id = ?", (by, flag))


def open_flag(store: Store, start: str) -> Flag:
    """The one flag, not yet cleared, whose id begins so. Raises NotFound or Ambiguous."""
    rows = store.rows(
        "SELECT f.*, c.id AS claim_id FROM flags f JOIN claims c ON c.pk = f.claim"
        " WHERE f.cleared_by IS NULL AND substr(f.id, 1, length(:start)) = :start ORDER BY f.id LIMIT 2",
        {"start": start.strip().lower()},
    )
    if not rows or not start.strip():
        raise NotFound(f"No open flag has an id that starts with {start!r}.", hint="See them: claims list --flagged")
    if len(rows) > 1:
        raise Ambiguous(f"{start} could be {rows[0]['id']} or {rows[1]['id']}.", hint="Type more of it")
    return Flag.model_validate({f: rows[0][f] for f in Flag.model_fields})


def flags(store: Store) -> dict[str, str | None]:
    """Every flag by id, with who cleared it."""
    return {row["id"]: row["cleared_by"] for row in store.rows("SELECT id, cleared_by FROM flags ORDER BY pk")}


def claim_of_evidence(store: Store, evidence: str) -> str:
    """The id of the claim that a piece of evidence belongs to."""
    return str(store.value("SELECT c.id FROM evidence e JOIN claims c ON c.pk = e.claim WHERE e.id = ?", (evidence,)))


class Parts:
    """All that belongs to some claims, read in one go for each table."""

    def __init__(self, store: Store, claims: Sequence[int], names: dict[int, str]) -> None:
        marks = ", ".join("?" * len(claims))
        self.speakers = defaultdict[int, list[ClaimSpeaker]](list)
        for row in store.rows(
            "SELECT cs.*, s.id AS speaker_id, s.name, s.kind, s.wikidata FROM claim_speakers cs"
            " LEFT JOIN speakers own ON own.pk = cs.speaker"
            " LEFT JOIN speakers s ON s.pk = coalesce(own.merged_into, own.pk)"
            f" WHERE cs.claim IN ({marks}) ORDER BY cs.claim, cs.place",
            claims,
        ):
            ref: dict[str, Any] | None = None
            if row["speaker_id"] is not None:
                ref = {f: row[c] for f, c in zip(("id", "name", "kind", "wikidata"), _REF, strict=True)}
            self.speakers[row["claim"]].append(
                ClaimSpeaker.model_validate(
                    {
                        "speaker": ref,
                        "relation": row["relation"],
                        "mention": json.loads(row["mention"]) if row["mention"] else None,
                        "role": row["role"],
                        "decided_by": row["decided_by"],
                    }
                )
            )
        self.figures = defaultdict[int, list[Figure]](list)
        for row in store.rows(f"SELECT * FROM figures WHERE claim IN ({marks}) ORDER BY part, start, pk", claims):
            self.figures[row["claim"]].append(Figure.model_validate({f: row[f] for f in _FIGURE}))
        self.evidence = defaultdict[int, list[Evidence]](list)
        for row in store.rows(f"SELECT * FROM evidence WHERE claim IN ({marks}) ORDER BY pk", claims):
            values = {f: row[f] for f in _EVIDENCE}
            self.evidence[row["claim"]].append(Evidence.model_validate(values | {"claim_id": names[row["claim"]]}))
        self.labels = defaultdict[int, list[str]](list)
        for row in store.rows(f"SELECT * FROM labels WHERE claim IN ({marks}) ORDER BY label", claims):
            self.labels[row["claim"]].append(row["label"])
        self.flags = defaultdict[int, list[Flag]](list)
        for row in store.rows(
            f"SELECT * FROM flags WHERE claim IN ({marks}) AND cleared_by IS NULL ORDER BY pk",
            claims,
        ):
            values = {f: row[f] for f in Flag.model_fields if f != "claim_id"}
            self.flags[row["claim"]].append(Flag.model_validate(values | {"claim_id": names[row["claim"]]}))
        self.anchors: dict[int, Anchor] = {}
        for row in store.rows(f"SELECT * FROM anchors WHERE claim IN ({marks}) ORDER BY revision", claims):
            # The newest revision comes last and stays.
            self.anchors[row["claim"]] = Anchor.model_validate(
                {
                    "claim_id": names[row["claim"]],
                    "revision": row["revision"],
                    "spans": json.loads(row["spans"]),
                    "state": row["state"],
                }
            )


_REF = ("speaker_id", "name", "kind", "wikidata")
