"""The annotator's acts: mark what the machine missed, correct and confirm, label, note."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from claims import ids
from claims.desk import figuring
from claims.desk.acts import Outcome, Seen, apply, change, current, each, not_now, state
from claims.desk.anchoring import follow_words
from claims.desk.deciding import UNJUDGED, destination
from claims.desk.linking import link
from claims.desk.naming import named
from claims.desk.proposals import overlap
from claims.desk.words import locate
from claims.errors import InputError, NotFound, Refused
from claims.extract.attributions import kind_of
from claims.extract.speakers import publisher_of
from claims.models import BROKEN, Article, Claim, ClaimRecord, ClaimSpeaker, Span, Value
from claims.store import Store, articles, claims, lookup, parts
from claims.store.events import Act
from claims.vocabulary import Action, Kind, SpeakerKind, SpeakerRelation, Status


class Correction(Value):
    """What an annotator changes about a claim; None leaves a field as it is, an empty speaker or wording clears it."""

    speaker: str | None = None
    speaker_kind: SpeakerKind | None = None
    text: str | None = None
    kind: Kind | None = None
    wording: str | None = None
    figures: tuple[figuring.FigureCorrection, ...] = ()
    add_figures: tuple[figuring.FigureCorrection, ...] = ()
    """Figures that were missed; ``id`` holds their words."""
    drop_figures: tuple[str, ...] = ()
    note: str | None = None

    @property
    def of_words(self) -> bool:
        """Whether words, kind, speaker or figures change, as against what is written beside them."""
        return any((self.speaker is not None, self.text, self.kind, self.figures, self.add_figures, self.drop_figures))


def mark(
    store: Store,
    by: Act,
    article: str,
    words: str,
    *,
    start: int | None = None,
    speaker: str | None = None,
    speaker_kind: SpeakerKind | None = None,
    kind: Kind | None = None,
) -> ClaimRecord:
    """Make a claim of words in an article's newest revision that the machine missed; it is tagged by being marked.

    ``start`` tells the place of words that stand in the text several times. Raises NotFound or Ambiguous where
    the words do not stand there, Refused where they are a claim already.
    """
    with store.act():
        source = articles.get(store, lookup.resolve(store, "articles", article))
        spans = tuple(locate(source, words, near=_at(source, start)))
        _not_yet(store, source, spans)
        kind = kind or (kind_of(spans) if speaker else _plain_kind(spans))
        text = BROKEN.join(span.text for span in spans)
        known, occurrence = claims.known_ids(store, source.id), 0
        while (id := ids.claim_id(source.id, kind, text, occurrence)) in known:
            occurrence += 1
        claim = Claim(
            id=id, article_id=source.id, revision=source.revisions[-1].number, kind=kind, spans=spans, text=text
        )
        claims.insert(store, claim, lookup.key(store, "articles", source.id), claims.source_line(source))
        said = []
        if speaker:
            ref = named(store, by, speaker, source, kind=speaker_kind)
            said = [ClaimSpeaker(speaker=ref, decided_by=by.actor)]
        elif kind == Kind.STATEMENT and (publisher := publisher_of(source)):
            # A statement is in the article's own voice.
            said = [ClaimSpeaker(speaker=link(store, [publisher], source.id)[publisher.id])]
        record = claims.record(store, id)
        changes: dict[str, tuple[Any, Any]] = {
            "marked": (None, 1),
            "claim": (None, claim.model_dump(mode="json")),
            "status": (str(record.status), str(Status.TAGGED)),
            "speakers": ([], [s.model_dump(mode="json") for s in said]),
            "figures": ([], [f.model_dump(mode="json") for f in figuring.read(source, id, spans)]),
        }
        return apply(store, by, Action.MARK, record, changes)


def _at(article: Article, start: int | None) -> tuple[Span, ...]:
    """One code point of the text, to be near to."""
    if start is None or not 0 <= start < len(article.text):
        return ()
    return (Span(start=start, end=start + 1, text=article.text[start]),)


def _plain_kind(spans: Sequence[Span]) -> Kind:
    """Words that nobody is named for are the article's own, unless they are quoted."""
    kind = kind_of(spans)
    return Kind.STATEMENT if kind == Kind.INDIRECT else kind


def _not_yet(store: Store, article: Article, spans: Sequence[Span]) -> None:
    for record in claims.of_article(store, article.id):
        places = record.anchor.spans if record.anchor else record.spans
        if overlap(places, spans) == 1:
            raise Refused(
                f"These words are claim {record.id} already.", hint=f"Correct it instead: claims tag {record.id}"
            )


def tag(store: Store, by: Act, seen: Sequence[Seen], correction: Correction) -> Outcome:
    """Correct and confirm claims; without a correction, confirm them as they are.

    A wording or a note alone leaves the status of a claim that is past tagging; changed words, speakers
    or figures of a claim in review take it back to tagged.
    """
    if len(seen) > 1 and (correction.text or correction.figures or correction.add_figures or correction.drop_figures):
        raise InputError("Words and figures are corrected one claim at a time.")
    return each(store, seen, lambda one: _tag(store, by, one, correction))


_JUDGED = {"kind", "text", "spans", "speakers", "figures"}
"""What a verdict speaks about."""


def _tag(store: Store, by: Act, one: Seen, correction: Correction) -> ClaimRecord:
    record = current(store, one)
    beside = not correction.of_words and (correction.wording is not None or correction.note)
    if beside and destination(record.status, Action.TAG) != record.status and record.status != Status.EXTRACTED:
        if correction.wording is not None:
            record = change(store, by, Action.EDIT, one, {"wording": correction.wording or None})
    else:
        leads_to = destination(record.status, Action.TAG)
        if leads_to is None or (record.status == Status.IN_REVIEW and not correction.of_words):
            raise not_now(Action.TAG, record)
        before = state(record)
        after = {"status": str(leads_to)} | _after(store, by, record, correction)
        changed = {name for name, value in after.items() if before[name] != value}
        if changed & _JUDGED:
            after |= UNJUDGED
        # Confirming what is confirmed is no act.
        if changed:
            record = change(store, by, Action.TAG, one, after)
        if "spans" in changed:
            follow_words(store, record)
    return note(store, by, Seen(id=one.id), correction.note) if correction.note else claims.record(store, one.id)


def _after(store: Store, by: Act, record: ClaimRecord, correction: Correction) -> dict[str, Any]:
    """What the fields become, as plain JSON values."""
    newest = articles.get(store, record.article_id)
    # Figures stand in the revision that the claim's words were taken from, new words are looked for in the newest.
    source = newest.as_of(record.revision)
    after: dict[str, Any] = {}
    figures = list(record.figures)
    for id in correction.drop_figures:
        figures = figuring.dropped(figures, id)
    if correction.text is not None:
        source = newest
        near = record.anchor.spans if record.anchor and record.anchor.spans else record.spans
        spans = locate(source, correction.text, near=near)
        after |= {
            "spans": [span.model_dump(mode="json") for span in spans],
            "text": BROKEN.join(span.text for span in spans),
        }
        if record.revision != source.revisions[-1].number:
            # The words of speaker and cue were found in another revision, where their offsets stay behind.
            after |= {"revision": source.revisions[-1].number, "source_spans": [], "cue_spans": []}
            unplaced = tuple(s.model_copy(update={"mention": None}) for s in record.speakers)
            record = record.model_copy(update={"speakers": unplaced})
            after["speakers"] = [s.model_dump(mode="json") for s in unplaced]
        kept = record.model_copy(update={"figures": tuple(figures)})
        figures = figuring.carried(kept, source, spans)
        record = record.model_copy(update={"spans": tuple(spans)})
    for figure in correction.figures:
        figures = figuring.corrected(figures, figure, by.actor)
    for figure in correction.add_figures:
        figures = figuring.added(figures, record, source, figure, by.actor)
    after["figures"] = [figure.model_dump(mode="json") for figure in figures]
    if correction.kind:
        after["kind"] = str(correction.kind)
    if correction.wording is not None:
        after["wording"] = correction.wording or None
    if correction.speaker is not None:
        after["speakers"] = _speakers(store, by, record, source, correction)
    return after


def _speakers(
    store: Store, by: Act, record: ClaimRecord, source: Article, correction: Correction
) -> list[dict[str, Any]]:
    """The named speaker says it; on whose behalf is left, candidates have had their day."""
    others = [s for s in record.speakers if s.relation == SpeakerRelation.ON_BEHALF_OF]
    if not (correction.speaker or "").strip():
        return [s.model_dump(mode="json") for s in others]
    ref = named(store, by, str(correction.speaker), source, kind=correction.speaker_kind)
    says = [s for s in record.speakers if s.relation == SpeakerRelation.SAYS]
    same = next((s for s in says if s.speaker and s.speaker.id == ref.id), None)
    mention = says[0].mention if says else None
    new = ClaimSpeaker(speaker=ref, mention=mention, role=same.role if same else None, decided_by=by.actor)
    return [s.model_dump(mode="json") for s in (new, *others)]


def label(store: Store, by: Act, seen: Sequence[Seen], labels: Sequence[str], *, remove: bool = False) -> Outcome:
    """Give claims labels, or take them off; their status stays. A label that is there already is no event."""
    clean = [" ".join(one.split()) for one in labels]
    if not all(clean):
        raise InputError("A label needs at least one letter.")
    return each(store, seen, lambda one: _label(store, by, one, clean, remove=remove))


def _label(store: Store, by: Act, one: Seen, labels: Sequence[str], *, remove: bool) -> ClaimRecord:
    record = current(store, one)
    absent = [one for one in labels if one not in record.labels]
    if remove and absent:
        raise NotFound(f"Claim {record.id} has no label {', '.join(absent)}.")
    after = sorted(set(record.labels) - set(labels)) if remove else sorted(set(record.labels) | set(labels))
    if after == list(record.labels):
        return record
    return change(store, by, Action.UNLABEL if remove else Action.LABEL, one, {"labels": after})


def note(store: Store, by: Act, one: Seen, text: str) -> ClaimRecord:
    """Write a note into a claim's history."""
    with store.act():
        return apply(store, by, Action.NOTE, current(store, one), {"note": (None, text)})


def clear_flag(
    store: Store, by: Act, flag: str, *, reason: str | None = None, version: int | None = None
) -> ClaimRecord:
    """Clear a flag: somebody has looked. Raises StaleVersion where its claim is no longer at a given ``version``."""
    with store.act():
        found = parts.open_flag(store, flag)
        current(store, Seen(id=found.claim_id, version=version))
        record = claims.record(store, found.claim_id)
        apply(store, by, Action.CLEAR_FLAG, record, {"cleared_flag": (None, found.id)}, reason=reason)
        parts.set_flag_cleared(store, found.id, by.actor)
        return claims.record(store, found.claim_id)
