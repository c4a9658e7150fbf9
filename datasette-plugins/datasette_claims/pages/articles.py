"""Articles with how much of their claims is done."""

from __future__ import annotations

from claims.models import ArticleEntry, Value
from claims.store import Store, articles
from claims.store.search import stats
from datasette_claims.asked import Asked
from datasette_claims.pages import paging

PATH = r"/articles"
TEMPLATE = "claims_articles.html"

ON_A_PAGE = 50


class Articles(Value):
    """Some of them, the newest publication first."""

    articles: tuple[ArticleEntry, ...]
    total: int
    number: int
    """Of this page, from 1."""
    pages: int


def data(store: Store, asked: Asked) -> Articles:
    """Read one page of the list."""
    total = stats(store).articles
    pages = paging.pages(total, ON_A_PAGE)
    number, _ = paging.number(asked, pages)
    # The order rests on what is counted for all of them, so that skipping in the file would save nothing.
    start = (number - 1) * ON_A_PAGE
    found = articles.entries(store, limit=start + ON_A_PAGE)[start:]
    return Articles(articles=tuple(found), total=total, number=number, pages=pages)
