"""Claims as rows, and rows as records."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from typing import Any

from claims.errors import NotFound
from claims.ids import canonical_json
from claims.models import (
    Article,
    Checks,
    Claim,
    ClaimRecord,
    Selector,
    Source,
    Span,
    TextPositionSelector,
    TextQuoteSelector,
)
from claims.store import lookup, parts
from claims.store.connection import Store
from claims.vocabulary import AnchorState, Check

CONTEXT = 32
"""Code points before and after the words in a TextQuoteSelector."""

_BATCH = 500

STANDS = "(c.retired_by_run IS NULL AND (c.extractor IS NOT NULL OR c.marked = 1))"
"""Of ``claims c``: proposed by the machine and not retired, or marked by a person and not taken back."""


def source_line(article: Article) -> str:
    """The plain ``source`` column: publisher and URL."""
    return ", ".join(part for part in (article.publisher, article.url) if part) or "unknown"


def insert(store: Store, claim: Claim, article: int, source: str) -> int:
    """Store a new claim, untouched, with its speakers, figures and anchor; returns its key."""
    columns = _columns(claim) | {"id": claim.id, "article": article, "source": source}
    pk = store.insert(
        f"INSERT INTO claims ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",
        list(columns.values()),
    )
    _set_parts(store, pk, claim)
    return pk


def refresh(store: Store, claim: Claim) -> None:
    """Let a claim that no person has touched be what a later run proposes, back from retirement if need be."""
    columns = _columns(claim) | {"retired_by_run": None}
    store.conn.execute(
        f"UPDATE claims SET {', '.join(f'{c} = ?' for c in columns)} WHERE id = ?",
        [*columns.values(), claim.id],
    )
    _set_parts(store, lookup.key(store, "claims", claim.id), claim)


def retire(store: Store, id: str, run: int) -> None:
    """Hide an untouched claim that the run no longer found."""
    store.conn.execute("UPDATE claims SET retired_by_run = ? WHERE id = ?", (run, id))


def _columns(claim: Claim) -> dict[str, Any]:
    return {
        "revision": claim.revision,
        "kind": claim.kind,
        "text": claim.text,
        "spans": parts.spans_json(claim.spans),
        "source_spans": parts.spans_json(claim.source_spans),
        "cue_spans": parts.spans_json(claim.cue_spans),
        "attitude": claim.attitude,
        "confidence": claim.confidence,
        "checkworthiness": claim.checkworthiness,
        "checkworthiness_reasons": canonical_json(list(claim.checkworthiness_reasons)),
        "extractor": canonical_json(claim.extractor.model_dump(mode="json")) if claim.extractor else None,
    }


def _set_parts(store: Store, pk: int, claim: Claim) -> None:
    parts.set_speakers(store, pk, claim.speakers)
    parts.set_figures(store, pk, claim.figures)
    parts.set_anchor(store, pk, claim.revision, claim.spans, AnchorState.EXACT)


def known_ids(store: Store, article: str) -> set[str]:
    """The ids of every claim of an article, hidden ones too."""
    return {
        row["id"]
        for row in store.rows(
            "SELECT c.id FROM claims c JOIN articles a ON a.pk = c.article WHERE a.id = ?", (article,)
        )
    }


def of_article(store: Store, article: str, *, hidden: bool = False) -> list[ClaimRecord]:
    """The claims of an article in reading order; ``hidden`` adds those that a run retired or a person took back."""
    return records(
        store,
        [
            row["pk"]
            for row in store.rows(
                "SELECT c.pk FROM claims c JOIN articles a ON a.pk = c.article WHERE a.id = ?"
                f" AND (? OR {STANDS})"
                " ORDER BY c.part DESC, c.start, c.pk",
                (article, hidden),
            )
        ],
    )


def record(store: Store, id: str) -> ClaimRecord:
    """One claim with where the work on it stands. Raises NotFound."""
    found = records(store, [lookup.key(store, "claims", id)])
    if not found:
        raise NotFound(f"There is no claim {id}.")
    return found[0]


def words(store: Store, id: str) -> str:
    """A claim's words alone."""
    return str(store.value("SELECT text FROM claims WHERE id = ?", (id,)))


def with_status(store: Store, ids: Collection[str], status: str) -> set[str]:
    """Those of these claims that have a status."""
    wanted, found = sorted(ids), set[str]()
    for start in range(0, len(wanted), _BATCH):
        some = wanted[start : start + _BATCH]
        marks = ", ".join("?" * len(some))
        found |= {
            row["id"]
            for row in store.rows(f"SELECT id FROM claims WHERE status = ? AND id IN ({marks})", [status, *some])
        }
    return found


def records(store: Store, keys: Sequence[int]) -> list[ClaimRecord]:
    """The records of these claims, in the order given."""
    out: list[ClaimRecord] = []
    for start in range(0, len(keys), _BATCH):
        out += _batch(store, keys[start : start + _BATCH])
    return out


def _batch(store: Store, keys: Sequence[int]) -> list[ClaimRecord]:
    rows = {
        row["pk"]: row
        for row in store.rows(
            "SELECT c.*, a.id AS article_id, a.publisher, a.url, a.published, a.revision AS current FROM claims c"
            f" JOIN articles a ON a.pk = c.article WHERE c.pk IN ({', '.join('?' * len(keys))})",
            keys,
        )
    }
    belongings = parts.Parts(store, keys, {pk: row["id"] for pk, row in rows.items()})
    texts = _Texts(store)
    return [_record(rows[pk], belongings, texts) for pk in keys]


class _Texts:
    """Titles and texts of revisions, each read once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[tuple[int, int], sqlite3.Row] = {}

    def __getitem__(self, key: tuple[int, int]) -> sqlite3.Row:
        if key not in self._known:
            self._known[key] = self._store.rows("SELECT * FROM revisions WHERE article = ? AND number = ?", key)[0]
        return self._known[key]


def _record(row: sqlite3.Row, belongings: parts.Parts, texts: _Texts) -> ClaimRecord:
    pk = row["pk"]
    anchor = belongings.anchors.get(pk)
    spans = [Span.model_validate(span) for span in json.loads(row["spans"])]
    # Where the words were found again, the selectors point into the newest revision.
    stands = anchor is not None and anchor.state in {AnchorState.EXACT, AnchorState.MOVED} and bool(anchor.spans)
    revision = texts[row["article"], anchor.revision if stands and anchor else row["revision"]]
    return ClaimRecord(
        id=row["id"],
        article_id=row["article_id"],
        revision=row["revision"],
        kind=row["kind"],
        spans=tuple(spans),
        text=row["text"],
        source_spans=json.loads(row["source_spans"]),
        cue_spans=json.loads(row["cue_spans"]),
        speakers=tuple(belongings.speakers[pk]),
        figures=tuple(belongings.figures[pk]),
        attitude=row["attitude"],
        confidence=row["confidence"],
        checkworthiness=row["checkworthiness"],
        checkworthiness_reasons=tuple(json.loads(row["checkworthiness_reasons"])),
        extractor=json.loads(row["extractor"]) if row["extractor"] else None,
        status=row["status"],
        verdict=row["verdict"],
        checks=Checks(**{str(check): row[f"check_{check}"] for check in Check}),
        rationale=row["rationale"],
        version=row["version"],
        source=Source(
            article_id=row["article_id"],
            publisher=row["publisher"],
            url=row["url"],
            title=revision["title"],
            published=row["published"],
            revision=revision["number"],
            sha256=revision["sha256"],
            selectors=tuple(selector(span, revision) for span in (anchor.spans if stands and anchor else spans)),
        ),
        labels=tuple(belongings.labels[pk]),
        wording=row["wording"],
        evidence=tuple(belongings.evidence[pk]),
        anchor=anchor,
        flags=tuple(belongings.flags[pk]),
    )


def selector(span: Span, revision: sqlite3.Row) -> Selector:
    """Where a span stands in a revision, by its words and by its place."""
    words = revision[span.part] or ""
    return Selector(
        part=span.part,
        quote=TextQuoteSelector(
            exact=span.text,
            prefix=words[max(0, span.start - CONTEXT) : span.start],
            suffix=words[span.end : span.end + CONTEXT],
        ),
        position=TextPositionSelector(start=span.start, end=span.end),
    )
