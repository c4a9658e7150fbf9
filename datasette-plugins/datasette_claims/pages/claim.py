"""One claim with everything known about it, and the acts that are allowed now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims.desk.deciding import destination
from claims.desk.policy import copies, unmet
from claims.models import Article, ClaimRecord, Event, Span, Value
from claims.store import Store, articles, claims, events, lookup, queue, settings
from claims.store.queue import Neighbours
from claims.vocabulary import (
    DECISIONS,
    TRANSITIONS,
    Action,
    AnchorState,
    Part,
    Policy,
    SpeakerRelation,
    Status,
    Verdict,
)
from datasette_claims.asked import Asked
from datasette_claims.pages import filters, wording
from datasette_claims.pages.filters import Filters
from datasette_claims.pages.highlight import Mark, Paragraph, paragraphs
from datasette_claims.pages.history import Entry, entries, newest_standing, open_to

PATH = r"/claim/(?P<id>[^/.]+)"
TEMPLATE = "claims_claim.html"

AROUND = 1
"""Paragraphs that are shown before and after those of the claim."""

# What stands in the words of a claim; of two marks of one length the later lies inside.
_CLAIM, _SOURCE, _CUE, _FIGURE = "claim", "source", "cue", "figure"


class Step(Value):
    """A decision, and whether it may be taken now."""

    action: Action
    leads_to: Status | None = None
    """Null where it may not."""
    why_not: str | None = None


class Undoable(Value):
    """The act that undoing would take back."""

    action: Action
    actor: str
    at: str
    own: bool
    """Whether whoever looks did it; others must say why they undo it."""


class ClaimPage(Value):
    """The claim, where it stands, what was done to it and what can be done."""

    claim: ClaimRecord
    article: str
    """The article's title, or what stands for one."""
    headline: bool
    """Whether the claim stands in the title."""
    context: tuple[Paragraph, ...]
    """Marks are ``claim``, ``source``, ``cue`` and ``figure``."""
    placed: bool
    """Whether the context is of the newest text."""
    can_tag: bool
    tags_again: bool
    """Whether correcting takes the claim back from review."""
    steps: tuple[Step, ...]
    policy: Policy
    needs: tuple[str, ...]
    """What the policy still asks for whatever the verdict; only while the claim is in review."""
    needs_for: Mapping[Verdict, tuple[str, ...]]
    """What it asks for besides, verdict by verdict."""
    undo: Undoable | None
    history: tuple[Entry, ...]
    """The newest first."""
    queue: Filters
    neighbours: Neighbours


def data(store: Store, asked: Asked) -> ClaimPage:
    """Read a claim by its id, or by any unambiguous start of it."""
    record = claims.record(store, lookup.resolve(store, "claims", asked.ids["id"]))
    article = articles.get(store, record.article_id)
    log = events.of_claim(store, record.id)
    reader = asked.reviewer is None
    wanted = filters.read(store, asked)
    context, placed = _context(record, article)
    policy = settings.policy(store)
    every = _needs(store, policy, record, asked.reviewer, log)
    common = tuple(need for need in every[Verdict.SUPPORTED] if all(need in needs for needs in every.values()))
    return ClaimPage(
        claim=open_to(record, reader=reader),
        article=article.title or article.url or article.id,
        headline=record.spans[0].part == Part.TITLE,
        context=context,
        placed=placed,
        can_tag=destination(record.status, Action.TAG) is not None,
        tags_again=record.status == Status.IN_REVIEW,
        steps=tuple(_step(record.status, action) for action in DECISIONS),
        policy=policy,
        needs=common,
        needs_for={verdict: tuple(n for n in needs if n not in common) for verdict, needs in every.items()},
        undo=_undoable(log, asked.reviewer),
        history=tuple(reversed(entries(log, reader=reader))),
        queue=wanted,
        neighbours=queue.neighbours(store, wanted.wanted, wanted.sort, record.id),
    )


def _step(status: Status, action: Action) -> Step:
    leads_to = destination(status, action)
    if leads_to is not None:
        return Step(action=action, leads_to=leads_to)
    sources = dict.fromkeys(wording.spoken(came) for did, came, _ in TRANSITIONS if did == action)
    return Step(action=action, why_not=f"only a claim that is {' or '.join(sources)}")


def _needs(
    store: Store, policy: Policy, record: ClaimRecord, reviewer: str | None, log: Sequence[Event]
) -> dict[Verdict, tuple[str, ...]]:
    if reviewer is None or destination(record.status, Action.APPROVE) is None:
        return dict.fromkeys(Verdict, ())
    undone = {event.undoes for event in log}
    standing = [event for event in log if event.seq not in undone and event.action != Action.UNDO]
    same = copies(store, record)
    return {
        verdict: tuple(
            wording.plain_needs(need) for need in unmet(policy, record, verdict, reviewer, standing, None, same)
        )
        for verdict in Verdict
    }


def _undoable(log: Sequence[Event], reviewer: str | None) -> Undoable | None:
    newest = newest_standing(log)
    if newest is None:
        return None
    return Undoable(action=newest.action, actor=newest.actor, at=newest.at, own=newest.actor == reviewer)


def _context(record: ClaimRecord, article: Article) -> tuple[tuple[Paragraph, ...], bool]:
    """The paragraphs of the claim with those around them, of the newest text where the words stand there."""
    anchor = record.anchor
    newest = article.revisions[-1].number
    found = anchor and anchor.spans and anchor.state in {AnchorState.EXACT, AnchorState.MOVED}
    spans, number = (anchor.spans, anchor.revision) if anchor and found else (record.spans, record.revision)
    revision = article.revisions[number - 1]
    part = spans[0].part
    text = revision.text if part == Part.TEXT else revision.title or ""
    cut = paragraphs(text, _marks(record, spans, part, own=number == record.revision))
    holding = [i for i, one in enumerate(cut) if any(s.start < one.end and one.start < s.end for s in spans)]
    if not holding:
        return (), False
    return cut[max(0, holding[0] - AROUND) : holding[-1] + 1 + AROUND], number == newest


def _marks(record: ClaimRecord, spans: Sequence[Span], part: Part, *, own: bool) -> list[Mark]:
    """What is set off; speaker, cue and figures only where their offsets count in the text that is shown."""
    out = [Mark(start=span.start, end=span.end, name=_CLAIM) for span in spans if span.part == part]
    shift = _shift(record.spans, spans) if not own else 0
    if shift is None:
        return out
    said = [one.mention for one in record.speakers if one.mention and one.relation == SpeakerRelation.SAYS]
    for name, rank, marked in ((_SOURCE, 1, (*record.source_spans, *said)), (_CUE, 2, record.cue_spans)):
        if own:
            out += [Mark(start=s.start, end=s.end, name=name, rank=rank) for s in marked if s.part == part]
    out += [
        Mark(start=f.start + shift, end=f.end + shift, name=_FIGURE, rank=3) for f in record.figures if f.part == part
    ]
    return out


def _shift(old: Sequence[Span], new: Sequence[Span]) -> int | None:
    """By how much an unbroken claim moved as it is; None where the words inside it may have moved apart."""
    if len(old) == len(new) == 1 and old[0].text == new[0].text:
        return new[0].start - old[0].start
    return None
