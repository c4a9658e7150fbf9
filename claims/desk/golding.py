"""Gold out of a desk's own work: articles that people have gone through, as annotations to train and to judge by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import Field

from claims.errors import InputError
from claims.evaluate.writing import write
from claims.models import ClaimRecord, Event, Value
from claims.store import Store, articles, claims, events, lookup
from claims.vocabulary import Action, DismissReason, Kind, Status

CONFIRMED = frozenset({Status.TAGGED, Status.IN_REVIEW, Status.DISPUTED, Status.VERIFIED, Status.WITHDRAWN})
"""Somebody has looked at the words, and at whose they are."""
SAID_ALL_THE_SAME = frozenset(
    {DismissReason.OPINION, DismissReason.PREDICTION, DismissReason.DUPLICATE, DismissReason.OUT_OF_SCOPE}
)
"""Not worth the desk's time, and yet somebody says it: to leave it out would teach that nobody does."""


class GoldFile(Value):
    """What became of one article: two texts under one name, or why there are none."""

    article_id: str
    title: str | None = None
    name: str | None = None
    """The files are NAME.txt and NAME.gold."""
    claims: int = 0
    left_out: str | None = None
    """Why the article is no gold."""
    text: str = Field(default="", exclude=True)
    notes: str = Field(default="", exclude=True)


def gold(store: Store, only: Sequence[str] = ()) -> list[GoldFile]:
    """Turn each article that people have gone through from beginning to end into gold; say why others are none.

    An article counts as gone through when none of its claims is merely proposed: each is tagged or further, or
    dismissed. What was dismissed as no claim or as an error of extraction is left out, and so are statements that
    were dismissed at all; other dismissed claims are what somebody said. All of it is of one moment.
    """
    with store.reading():
        ids = [lookup.resolve(store, "articles", start) for start in only] or articles.all_ids(store)
        return [_of_article(store, id) for id in dict.fromkeys(ids)]


def _of_article(store: Store, id: str) -> GoldFile:
    article = articles.get(store, id)
    there = claims.of_article(store, id)
    made = GoldFile(article_id=id, title=article.title)
    untouched = sum(record.status == Status.EXTRACTED for record in there)
    if not there:
        return made.model_copy(update={"left_out": "it has no claims"})
    if untouched:
        why = f"{untouched} of {len(there)} claims are neither tagged nor dismissed"
        return made.model_copy(update={"left_out": why})
    histories = events.of_claims(store, [record.id for record in there])
    kept = [record for record in there if _is_gold(record, histories)]
    for record in kept:
        if not all(
            article.words(span.part)[span.start : span.end] == span.text
            for span in (*record.source_spans, *record.cue_spans, *record.spans)
        ):
            why = f"claim {record.id[:8]} was confirmed in an earlier text of the article"
            return made.model_copy(update={"left_out": why})
    try:
        text, notes = write(article, kept)
    except InputError as error:
        return made.model_copy(update={"left_out": error.message})
    return made.model_copy(update={"name": id, "claims": len(kept), "text": text, "notes": notes})


def _is_gold(record: ClaimRecord, histories: Mapping[str, Sequence[Event]]) -> bool:
    if record.status in CONFIRMED:
        return True
    dismissed = [event for event in histories[record.id] if event.action == Action.DISMISS]
    return record.kind != Kind.STATEMENT and bool(dismissed) and dismissed[-1].reason in SAID_ALL_THE_SAME
