"""Whether a file is what its events say: ``claims check``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from claims import ids
from claims.desk.acts import state
from claims.desk.gathering import gather_all
from claims.desk.replay import Proposals, replayed
from claims.desk.speakers import current_speakers
from claims.extract.anchors import reanchor
from claims.models import Anchor, Article, Claim, ClaimRecord, Event, Span, Speaker, Value
from claims.store import (
    Store,
    articles,
    claims,
    comparing,
    counts,
    events,
    groups,
    integrity,
    parts,
    settings,
    speakers,
)
from claims.vocabulary import Action, AnchorState, Part


class Problem(Value):
    """Something that is off: where, what, and what to make of it."""

    where: str
    what: str
    hint: str | None = None


def check(store: Store) -> list[Problem]:
    """Look at the file, its triggers and search index, offsets, the chain of events, and the replay of all rows.

    Nothing is changed. An empty list means that everything agrees. A row that was made unreadable is a problem
    like another; only a file that cannot be read at all is an error.
    """
    found = list(_file(store))
    with store.reading():
        log, unreadable = events.readable(store)
        found += [
            Problem(where=f"event {seq}", what=f"cannot be read: {why}", hint="Somebody changed it")
            for seq, why in unreadable.items()
        ]
        found += chain(
            _chain(store, log),
            _settings(store, log),
            _speakers(store, log),
            _articles(store, log),
            _claims(store, log),
            _flags(store, log),
            _groups(store),
        )
    return found


def _file(store: Store) -> Iterator[Problem]:
    for what in integrity.damage(store):
        yield Problem(where="file", what=what, hint="Restore a backup, or recover it with: sqlite3 FILE .recover")
    for name, what in integrity.schema_differences(store):
        yield Problem(where=name, what=what, hint="Somebody changed the schema; the rules may not have held since")
    if integrity.transitions_differ(store):
        yield Problem(where="transitions", what="is not the life of a claim as Claimdesk knows it")
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
    given = integrity.last_number(store)
    if given != (last := events.last(store)):
        yield Problem(
            where="events",
            what=f"the file has given out the numbers up to {given}, and its last event is {last}",
            hint="Somebody cut off the newest events, or changed the table sqlite_sequence",
        )


def _settings(store: Store, log: list[Event]) -> Iterator[Problem]:
    said = dict(integrity.SETTINGS)
    for event in log:
        if event.setting and "value" in event.change:
            said[event.setting] = event.change["value"][1]
    there = settings.every(store)
    for name in sorted(said.keys() | there.keys()):
        if there.get(name) != said.get(name):
            yield Problem(
                where=f"setting {name}", what=f"is {there.get(name)}, and its events say {said.get(name) or 'nothing'}"
            )


def _speakers(store: Store, log: list[Event]) -> Iterator[Problem]:
    """A speaker is called as whoever met them first said, or as people have decided since."""
    said: dict[str, dict[str, Any]] = {}
    for event in log:
        for claim in event.change.get("claims", ((), ()))[1] if event.action == Action.EXTRACT else ():
            for ref in (one["speaker"] for one in claim["speakers"] if one["speaker"]):
                said.setdefault(ref["id"], {"name": ref["name"], "kind": ref["kind"]})
        if event.speaker_id:
            now = said.setdefault(event.speaker_id, {})
            now |= {name: after for name, (_, after) in event.change.items()}
    for record in speakers.every(store):
        told = {"wikidata": None, "merged_into": None} | said.get(record.id, {})
        there: dict[str, str | None] = {"name": record.name, "kind": str(record.kind)}
        there |= {"wikidata": record.wikidata, "merged_into": record.merged_into}
        for name, value in there.items():
            if name in told and told[name] != value:
                yield Problem(
                    where=f"speaker {record.id}",
                    what=f"{name} is {_short(value)}, and its events say {_short(told[name])}",
                )
        if (alias := told.get("alias")) and not speakers.bears(store, record.id, alias):
            yield Problem(where=f"speaker {record.id}", what=f"lacks the name {_short(alias)} that its events say")


def _articles(store: Store, log: list[Event]) -> Iterator[Problem]:
    said: dict[str, dict[str, Any]] = {}
    revised: dict[str, list[tuple[object, object]]] = {}
    for event in log:
        if event.article_id and event.action != Action.EXTRACT:
            now = said.setdefault(event.article_id, {})
            now |= {name: after for name, (_, after) in event.change.items()}
            if "revision" in event.change:
                revised.setdefault(event.article_id, []).append((now.get("title"), now.get("sha256")))
    for id in articles.all_ids(store):
        where = f"article {id}"
        try:
            article = articles.get(store, id)
        except ValueError as error:
            yield Problem(where=where, what=f"cannot be read: {_reason(error)}")
            continue
        rows = {f: getattr(article, f) for f in ("title", *articles.DESCRIPTION)}
        if id not in said:
            yield Problem(where=where, what="stands in no event", hint="Somebody inserted it by hand")
            continue
        for name, value in rows.items():
            if value != said[id].get(name):
                yield Problem(
                    where=where, what=f"{name} is {_short(value)}, and its events say {_short(said[id].get(name))}"
                )
        if [(revision.title, revision.sha256) for revision in article.revisions] != revised.get(id):
            yield Problem(where=where, what="its texts and headlines are not those that its events speak of")
        for revision in article.revisions:
            if ids.text_sha256(revision.text) != revision.sha256:
                yield Problem(where=where, what=f"the text of revision {revision.number} does not fit its sha256")


def _claims(store: Store, log: list[Event]) -> Iterator[Problem]:
    for what in integrity.strays(store):
        yield Problem(where="claims", what=what)
    proposals = Proposals(log)
    histories: dict[str, list[Event]] = {}
    for event in log:
        if event.claim_id:
            histories.setdefault(event.claim_id, []).append(event)
    shown = integrity.shown(store)
    people = {speaker.id: speaker for speaker in speakers.every(store)}
    for id in articles.all_ids(store):
        try:
            article = articles.get(store, id)
        except ValueError:
            continue  # Named already.
        for record in _records(store, id):
            if isinstance(record, Problem):
                yield record
                continue
            where = f"claim {record.id}"
            if not 1 <= record.revision <= len(article.revisions):
                yield Problem(where=where, what=f"its words are of revision {record.revision}, which there is not")
                continue
            yield from _offsets(article, record)
            yield from _anchor(article, record)
            history = histories.get(record.id, [])
            yield from _replay(record, history, proposals, people)
            marked = [event.change["marked"][1] for event in history if "marked" in event.change]
            if shown.get(record.id) != (proposals.retired.get(record.id), marked[-1] if marked else None):
                yield Problem(where=where, what="is hidden or shown against what the events say")


def _records(store: Store, article: str) -> Iterator[ClaimRecord | Problem]:
    try:
        yield from claims.of_article(store, article, hidden=True)
        return
    except (ValueError, LookupError):
        pass  # One of them cannot be read, and spoils the batch.
    for id in sorted(claims.known_ids(store, article)):
        try:
            yield claims.record(store, id)
        except (ValueError, LookupError) as error:
            yield Problem(where=f"claim {id}", what=f"cannot be read: {_reason(error)}")


def _replay(
    record: ClaimRecord, history: list[Event], proposals: Proposals, people: Mapping[str, Speaker]
) -> Iterator[Problem]:
    where = f"claim {record.id}"
    try:
        proposal = proposals.of(record.id, history)
        told = replayed(record.id, history, proposals)
    except ValueError as error:
        yield Problem(where=where, what=f"its events cannot be replayed: {_reason(error)}")
        return
    if told is None or proposal is None:
        yield Problem(where=where, what="stands in no event", hint="Somebody inserted it by hand")
        return
    rows = state(record)
    values = record.model_dump(mode="json")
    for name in sorted(set(Claim.model_fields) - rows.keys()):
        rows[name], told[name] = values[name], proposal[name]
    # Events name speakers as they were then; merging and renaming are events of the speakers themselves.
    told["speakers"] = current_speakers(people, told["speakers"])
    for name in sorted(told):
        if told[name] != rows[name]:
            yield Problem(where=where, what=f"{name} is {_short(rows[name])}, and its events say {_short(told[name])}")
    if record.version != len(history):
        yield Problem(where=where, what=f"is at version {record.version}, and has {len(history)} events")


def _offsets(article: Article, record: ClaimRecord) -> Iterator[Problem]:
    own = article.revisions[record.revision - 1]
    spans: list[tuple[str, Span]] = [("words", s) for s in (*record.spans, *record.source_spans, *record.cue_spans)]
    spans += [("speaker", said.mention) for said in record.speakers if said.mention]
    spans += [("figure", Span(start=f.start, end=f.end, text=f.text, part=f.part)) for f in record.figures]
    for what, span in spans:
        words = own.text if span.part == Part.TEXT else own.title or ""
        if words[span.start : span.end] != span.text:
            yield Problem(
                where=f"claim {record.id}",
                what=f"{what} {span.start}-{span.end} should read {_short(span.text)}"
                f" and the article has {_short(words[span.start : span.end])}",
            )


_SOUND = {AnchorState.EXACT, AnchorState.MOVED}


def _anchor(article: Article, record: ClaimRecord) -> Iterator[Problem]:
    where, own, newest = f"claim {record.id}", article.revisions[record.revision - 1], article.revisions[-1]
    there = record.anchor
    if there is None or there.revision != newest.number:
        yield Problem(where=where, what=f"nothing says where it stands in revision {newest.number}")
        return
    found, state = list(record.spans), AnchorState.EXACT
    if own.number != newest.number:
        texts = [{Part.TEXT: one.text, Part.TITLE: one.title or ""} for one in (own, newest)]
        found, state = reanchor(record.spans, *texts)
    # How alike is alike enough may differ between versions of a library; whether the words stand there may not.
    if (there.state in _SOUND) != (state in _SOUND) or (state in _SOUND and list(there.spans) != found):
        yield Problem(where=where, what=f"is anchored as {_where(there)}, and its words are {_where(found, state)}")


def _where(anchor: Anchor | list[Span], state: AnchorState | None = None) -> str:
    spans, state = (anchor.spans, anchor.state) if isinstance(anchor, Anchor) else (anchor, state)
    return f"{state} at {', '.join(f'{s.start}-{s.end}' for s in spans) or 'no place'}"


def _flags(store: Store, log: list[Event]) -> Iterator[Problem]:
    cleared: dict[str, str | None] = {}
    for event in log:
        before, after = event.change.get("cleared_flag", (None, None))
        if after or before:
            cleared[after or before] = event.actor if after else None
    for id, by in parts.flags(store).items():
        if by != cleared.get(id):
            yield Problem(
                where=f"flag {id}",
                what=f"was cleared by {by or 'nobody'}, and the events say {cleared.get(id) or 'nobody'}",
            )


_AGAIN = "What comparing found can be made anew: claims compare --again"


def _groups(store: Store) -> Iterator[Problem]:
    """Groups are what links and people's decisions make of them, save where they wait to be formed anew."""
    for id in groups.split_up(store):
        yield Problem(where=f"group {id}", what="has lost its claims, or counts them wrongly", hint=_AGAIN)
    waits = comparing.waits(store)
    seen: set[int] = set()
    for key in comparing.tied(store):
        if key in seen:
            continue
        try:
            formed = gather_all(store, [key])
        except ValueError as error:
            seen.add(key)
            yield Problem(where="comparison", what=f"cannot be read: {_reason(error)}", hint=_AGAIN)
            continue
        seen |= formed.keys
        if formed.keys & waits:
            continue
        wanted = {group.id: group for group in formed.groups}
        there = {group.id: group for group in groups.of_keys(store, formed.keys)}
        for id in sorted(id for id in wanted.keys() | there.keys() if wanted.get(id) != there.get(id)):
            yield Problem(where=f"group {id}", what="is not what its links and people's decisions make", hint=_AGAIN)


def _reason(error: Exception) -> str:
    return _short(str(error).replace("\n", " "), bare=True)


def _short(value: object, *, bare: bool = False) -> str:
    text = str(value) if bare else repr(value)
    return text if len(text) <= 80 else text[:77] + "..."
