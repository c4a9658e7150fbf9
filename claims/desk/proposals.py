"""What a run of the machine proposes for an article, laid beside what is there.

A machine never changes what a person has touched. Of its own untouched proposals, those found again
keep their ids, new ones are added, and those that vanished are hidden, to come back if they are found again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from pydantic import Field

from claims import ids
from claims.desk.linking import link, linked
from claims.models import Article, Claim, ClaimRecord, Extraction, Span, Value
from claims.store import Store, claims, events, lookup
from claims.store.events import Act
from claims.vocabulary import Action, AnchorState


class Difference(Value):
    """What a run would change, or has changed in one article: ids of claims."""

    article_id: str
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    """Found again as they were, or touched by a person and so left alone."""
    words: dict[str, str] = Field(default_factory=dict)
    """The words of the claims that are new, changed or retired, by id."""


def propose(store: Store, by: Act, article: Article, extraction: Extraction) -> Difference:
    """Store what a run found in the newest revision of a stored article; one event holds all of it."""
    with store.act():
        same = link(store, extraction.speakers, article.id)
        there = {record.id: record for record in claims.of_article(store, article.id, hidden=True)}
        shown = {record.id for record in claims.of_article(store, article.id)}
        # A mark that was taken back keeps its id; it must not keep the machine from proposing the same words.
        reusable = shown | {id for id, record in there.items() if record.extractor}
        found = _keep_ids(article.id, [linked(claim, same) for claim in extraction.claims], there.values(), reusable)
        new = [claim for claim in found if claim.id not in there]
        again = [claim for claim in found if claim.id in there and there[claim.id].version == 0]
        changed = [c for c in again if c.id not in shown or _dump(c) != _dump(there[c.id])]
        gone = [
            record
            for record in there.values()
            if record.id in shown and record.version == 0 and record.id not in {claim.id for claim in found}
        ]
        if new or changed or gone or not events.of_article(store, article.id)[1:]:
            before = [_dump(there[claim.id]) for claim in changed if claim.id in shown] + [_dump(r) for r in gone]
            after = [_dump(claim) for claim in (*new, *changed)]
            run = events.append(store, by, Action.EXTRACT, "article", article.id, {"claims": (before, after)})
            pk = lookup.key(store, "articles", article.id)
            for claim in new:
                claims.insert(store, claim, pk, claims.source_line(article))
            for claim in changed:
                claims.refresh(store, claim)
            for record in gone:
                claims.retire(store, record.id, run)
    moved = {claim.id for claim in (*new, *changed)}
    return Difference(
        article_id=article.id,
        new=tuple(claim.id for claim in new),
        changed=tuple(claim.id for claim in changed),
        retired=tuple(record.id for record in gone),
        kept=tuple(claim.id for claim in found if claim.id not in moved),
        words={claim.id: claim.text for claim in (*new, *changed, *gone)},
    )


def _dump(claim: Claim) -> dict[str, Any]:
    """A claim as the machine proposed it, without where the work stands."""
    return Claim.model_dump(Claim(**{f: getattr(claim, f) for f in Claim.model_fields}), mode="json")


HALF = 0.5


def _keep_ids(
    article: str, found: Sequence[Claim], there: Iterable[ClaimRecord], reusable: Collection[str]
) -> list[Claim]:
    """Give claims that were found again the ids they have, and mint others around ids that are taken.

    1. What stands exactly where a claim is anchored is that claim.
    2. The id says article, kind, words and occurrence: the same id is the same claim, unless a person has
       worked on it and its words are known to stand elsewhere.
    3. What shares at least half of its words' place with a claim is that claim.
    """
    there = list(there)
    free = {record.id: record for record in there if record.id in reusable}
    kept: dict[int, str] = {}

    def keep(index: int, id: str) -> None:
        kept[index] = id
        del free[id]

    standing = {_place(_anchored(record)): record.id for record in free.values()}
    for index, claim in enumerate(found):
        if (id := standing.get(_place(claim.spans))) in free:
            keep(index, str(id))
    for index, claim in enumerate(found):
        if index not in kept and claim.id in free and not _fixed(free[claim.id]):
            keep(index, claim.id)
    for index, claim in enumerate(found):
        if index not in kept:
            match = max(free, key=lambda id: (overlap(claim.spans, _anchored(free[id])), id), default=None)
            if match is not None and overlap(claim.spans, _anchored(free[match])) >= HALF:
                keep(index, match)
    taken = {record.id for record in there} | set(kept.values())
    out = []
    for index, claim in enumerate(found):
        id, occurrence = kept.get(index) or claim.id, 0
        while index not in kept and id in taken:
            occurrence += 1
            id = ids.claim_id(article, claim.kind, claim.text, occurrence)
        taken.add(id)
        out.append(claim if id == claim.id else _renamed(claim, id))
    return out


def _anchored(record: ClaimRecord) -> tuple[Span, ...]:
    return record.anchor.spans if record.anchor else record.spans


def _place(spans: Sequence[Span]) -> tuple[tuple[str, int, int], ...]:
    return tuple((span.part, span.start, span.end) for span in spans)


def _fixed(record: ClaimRecord) -> bool:
    """Whether a person has worked on the claim and its words stand in the newest revision as they did."""
    return record.version > 0 and record.anchor is not None and record.anchor.state == AnchorState.EXACT


def _renamed(claim: Claim, id: str) -> Claim:
    figures = tuple(
        f.model_copy(update={"id": ids.figure_id(id, f.part, f.core_start, f.core_end)}) for f in claim.figures
    )
    return claim.model_copy(update={"id": id, "figures": figures})


def overlap(a: Sequence[Span], b: Sequence[Span]) -> float:
    """The share of code points that two claims have in common: intersection over union, 0 to 1."""

    common = sum(
        max(0, min(one.end, two.end) - max(one.start, two.start)) for one in a for two in b if one.part == two.part
    )
    every = sum(span.end - span.start for span in (*a, *b)) - common
    return common / every if every else 0.0
