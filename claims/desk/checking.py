"""Whether a file is what its events say: ``claims check``."""

from __future__ import annotations

from collections.abc import Iterator

from claims import ids
from claims.desk.acts import state
from claims.desk.replay import Proposals, replayed
from claims.models import Article, ClaimRecord, Event, Span, Value
from claims.store import Store, articles, claims, counts, events, integrity, settings


class Problem(Value):
    """Something that is off: where, what, and what to make of it."""

    where: str
    what: str
    hint: str | None = None


def check(store: Store) -> list[Problem]:
    """Look at the file, its triggers and search index, offsets, the chain of events, and the replay of all claims.

    Nothing is changed. An empty list means that everything agrees.
    """
    log = events.every(store)
    return [*_file(store), *_chain(store, log), *_settings(store, log), *_claims(store, log)]


def _file(store: Store) -> Iterator[Problem]:
    for what in integrity.damage(store):
        yield Problem(where="file", what=what, hint="Restore a backup, or recover it with: sqlite3 FILE .recover")
    for name, what in integrity.schema_differences(store):
        yield Problem(where=name, what=what, hint="Somebody changed the schema; the rules may not have held since")
    for table in integrity.stale_indexes(store):
        yield Problem(
            where=table,
            what="the search index does not fit the words",
            hint="Rebuild it: " + integrity.rebuild(table),
        )
    for what in counts.wrong(store):
        yield Problem(
            where="counts", what=what, hint="The pages show wrong numbers; the claims themselves are not touched"
        )


def _chain(store: Store, log: list[Event]) -> Iterator[Problem]:
    newest: dict[tuple[str, str], str | None] = {}
    known = {event.seq: event for event in log}
    for event in log:
        subject, key = events.subject_of(event)
        where = f"event {event.seq}"
        if event.id is None:
            yield Problem(
                where=where,
                what=f"was written by other hands ({event.actor}, {event.channel}): {event.action} of {key}",
                hint="Rows that were not written by Claimdesk have no id",
            )
        else:
            undone = known.get(event.undoes) if event.undoes else None
            expected = events.event_id(
                newest.get((subject, key)),
                subject,
                key,
                event.model_dump(mode="json"),
                (undone.id or undone.seq) if undone else None,
            )
            if expected != event.id:
                yield Problem(
                    where=where, what="its id does not fit its content", hint="It, or one before it, was changed"
                )
        newest[subject, key] = event.id
    for seq in events.gaps(store):
        yield Problem(where=f"event {seq}", what="is missing", hint="Somebody deleted it")


def _settings(store: Store, log: list[Event]) -> Iterator[Problem]:
    said = {event.setting: event.change["value"][1] for event in log if event.setting and "value" in event.change}
    for name, value in said.items():
        if settings.get(store, name) != value:
            yield Problem(where=f"setting {name}", what=f"is {settings.get(store, name)}, and its events say {value}")


def _claims(store: Store, log: list[Event]) -> Iterator[Problem]:
    proposals = Proposals(log)
    histories: dict[str, list[Event]] = {}
    for event in log:
        if event.claim_id:
            histories.setdefault(event.claim_id, []).append(event)
    retired = integrity.retired(store)
    for entry in articles.entries(store):
        article = articles.get(store, entry.id)
        yield from _texts(article)
        for record in claims.of_article(store, article.id, hidden=True):
            where = f"claim {record.id}"
            yield from _offsets(article, record)
            history = histories.get(record.id, [])
            told = replayed(record.id, history, proposals)
            if told is None:
                yield Problem(where=where, what="stands in no event", hint="Somebody inserted it by hand")
                continue
            rows = state(record)
            for name in sorted(told):
                if told[name] != rows[name]:
                    yield Problem(
                        where=where, what=f"{name} is {_short(rows[name])}, and its events say {_short(told[name])}"
                    )
            if record.version != len(history):
                yield Problem(where=where, what=f"is at version {record.version}, and has {len(history)} events")
            if retired.get(record.id) != proposals.retired.get(record.id):
                yield Problem(where=where, what="is hidden or shown against what the runs say")


def _texts(article: Article) -> Iterator[Problem]:
    for revision in article.revisions:
        if ids.text_sha256(revision.text) != revision.sha256:
            yield Problem(
                where=f"article {article.id}", what=f"the text of revision {revision.number} does not fit its sha256"
            )


def _offsets(article: Article, record: ClaimRecord) -> Iterator[Problem]:
    own = article.revisions[record.revision - 1]
    spans: list[tuple[str, Span]] = [("words", s) for s in (*record.spans, *record.source_spans, *record.cue_spans)]
    spans += [("speaker", said.mention) for said in record.speakers if said.mention]
    spans += [("figure", Span(start=f.start, end=f.end, text=f.text, part=f.part)) for f in record.figures]
    for what, span in spans:
        words = own.text if span.part == "text" else own.title or ""
        if words[span.start : span.end] != span.text and what != "speaker":
            yield Problem(
                where=f"claim {record.id}",
                what=f"{what} {span.start}-{span.end} should read {_short(span.text)}"
                f" and the article has {_short(words[span.start : span.end])}",
            )
    if record.anchor and record.anchor.spans:
        there = article.revisions[record.anchor.revision - 1]
        for span in record.anchor.spans:
            words = there.text if span.part == "text" else there.title or ""
            if words[span.start : span.end] != span.text:
                yield Problem(where=f"claim {record.id}", what=f"its anchor {span.start}-{span.end} has other words")


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 80 else text[:77] + "..."
