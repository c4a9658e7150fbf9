"""Where claims stand in the newest revision; looking there never changes a claim or its version."""

from __future__ import annotations

from claims import ids
from claims.extract.anchors import reanchor
from claims.models import Article, ClaimRecord, Flag
from claims.store import Store, articles, claims, lookup, parts
from claims.store.clock import now
from claims.vocabulary import AnchorState, Part

_REASONS = {
    AnchorState.CHANGED: "The article was revised (revision {n}) and the words or figures of this claim changed.",
    AnchorState.AMBIGUOUS: "The article was revised (revision {n}) and the words of this claim now fit several places.",
    AnchorState.ORPHANED: "The article was revised (revision {n}) and the words of this claim are gone.",
}


def follow_revision(store: Store, article: Article) -> int:
    """Anchor every claim of an article in its newest revision; returns how many flags that raised.

    A claim that people have touched and whose words are not there as they were is flagged.
    """
    flagged = 0
    for record in claims.of_article(store, article.id, hidden=True):
        state = _anchor(store, article, record)
        if state in _REASONS and record.version > 0:
            number = article.revisions[-1].number
            flag = Flag(
                id=ids.digest(["flag/1", "anchor", record.id, number])[: ids.ID_LENGTH],
                claim_id=record.id,
                kind=f"anchor_{state}",
                reason=_REASONS[state].format(n=number),
                raised_at=now(),
            )
            parts.raise_flag(store, lookup.key(store, "claims", record.id), flag)
            flagged += 1
    return flagged


def follow_words(store: Store, record: ClaimRecord) -> None:
    """Anchor one claim anew after its own spans were changed."""
    _anchor(store, articles.get(store, record.article_id), record)


def _anchor(store: Store, article: Article, record: ClaimRecord) -> AnchorState:
    newest = article.revisions[-1]
    own = article.revisions[record.revision - 1]
    if own.number == newest.number:
        spans, state = list(record.spans), AnchorState.EXACT
    else:
        spans, state = reanchor(
            record.spans,
            {Part.TEXT: own.text, Part.TITLE: own.title or ""},
            {Part.TEXT: newest.text, Part.TITLE: newest.title or ""},
        )
    parts.set_anchor(store, lookup.key(store, "claims", record.id), newest.number, spans, state)
    return state
