"""Articles for the tests of extraction: made here, of invented people and places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims import ids
from claims.models import Article, Revision

MakeArticle = Callable[..., Article]


@pytest.fixture(scope="session")
def article_of() -> MakeArticle:
    """Make an article of a text, as intake would."""

    def make(text: str, *, title: str | None = None, publisher: str | None = "The Kesten Post") -> Article:
        revision = Revision(number=1, title=title, text=text, sha256=ids.text_sha256(text), recipe=1)
        return Article(
            id=ids.article_id(None, text),
            title=title,
            publisher=publisher,
            published="2025-05-06",
            revisions=(revision,),
        )

    return make
