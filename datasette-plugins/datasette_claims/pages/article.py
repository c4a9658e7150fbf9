"""An article with its claims set off where they stand, and a form for what was missed."""

from __future__ import annotations

from collections.abc import Mapping

from claims.models import Article, ClaimRecord, Span, Value
from claims.store import Store, articles, claims, lookup
from claims.vocabulary import AnchorState, Part
from datasette_claims.asked import Asked
from datasette_claims.pages.highlight import Mark, Paragraph, paragraphs
from datasette_claims.pages.history import open_to

PATH = r"/article/(?P<id>[^/.]+)"
TEMPLATE = "claims_article.html"


class ArticlePage(Value):
    """The newest text in pieces, and the claims, numbered in reading order."""

    article: Article
    title: tuple[Paragraph, ...]
    text: tuple[Paragraph, ...]
    """Marks bear the ids of claims."""
    claims: tuple[ClaimRecord, ...]
    numbers: Mapping[str, int]
    """Of each claim's id."""
    lost: tuple[str, ...]
    """Ids of claims whose words do not stand in the newest text."""


def data(store: Store, asked: Asked) -> ArticlePage:
    """Read an article by its id, or by any unambiguous start of it."""
    article = articles.get(store, lookup.resolve(store, "articles", asked.ids["id"]))
    found = [open_to(record, reader=asked.reviewer is None) for record in claims.of_article(store, article.id)]
    places = {record.id: place(record, article) for record in found}
    marks = [
        (span.part, Mark(start=span.start, end=span.end, name=id)) for id, spans in places.items() for span in spans
    ]
    return ArticlePage(
        article=article,
        title=paragraphs(article.title or "", [mark for part, mark in marks if part == Part.TITLE]),
        text=paragraphs(article.text, [mark for part, mark in marks if part == Part.TEXT]),
        claims=tuple(found),
        numbers={record.id: number for number, record in enumerate(found, start=1)},
        lost=tuple(id for id, spans in places.items() if not spans),
    )


def place(record: ClaimRecord, article: Article) -> tuple[Span, ...]:
    """Where a claim stands in the newest text; nowhere, if its words were changed or lost."""
    newest = article.revisions[-1].number
    anchor = record.anchor
    if anchor and anchor.revision == newest and anchor.state in {AnchorState.EXACT, AnchorState.MOVED}:
        return anchor.spans
    return record.spans if record.revision == newest else ()
