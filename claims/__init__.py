"""Claimdesk: find who said what in an article, with which figures, and keep the work on it in one SQLite file.

These four functions are the public API. Offsets in whatever they return count in the string as it was passed:
nothing is normalised on the way. Importing the package loads none of what the functions need; each
loads it when it is first called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from claims.models import Attribution, Claim, Figure
    from claims.store import Store

__all__ = ["find_attributions", "find_figures", "open_store", "segment"]


def segment(
    text: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
    locale: str = "en-US",
) -> list[Claim]:
    """Find the claims of one article, in reading order: who says what, in which words, with which figures.

    ``publisher`` speaks the statements that nobody is quoted for; ``published``, an ISO date or time, is the day
    that "next month" counts from. Raises ``InputError`` where it is neither.
    """
    from pydantic import ValidationError

    from claims import ids
    from claims.errors import InputError
    from claims.extract import extract
    from claims.models import Article, Revision

    # Recipe 0: the text is as the caller gave it, not as intake would have made it.
    revision = Revision(number=1, title=title, text=text, sha256=ids.text_sha256(text), recipe=0)
    try:
        article = Article(
            id=ids.article_id(None, text),
            title=title,
            publisher=publisher,
            published=published,
            revisions=(revision,),
        )
    except ValidationError as error:
        raise InputError(
            f"published={published!r} is no date.", hint="Give an ISO date or time, such as 2025-04-10."
        ) from error
    return list(extract(article, locale=locale).claims)


def find_figures(text: str, *, published: str | None = None, locale: str = "en-US") -> list[Figure]:
    """Find the figures in a text, in reading order, each with its value as an interval."""
    from claims.extract.figures import find_figures

    return list(find_figures(text, published=published, locale=locale))


def find_attributions(text: str) -> list[Attribution]:
    """Find which words of a text are attributed to whom, and by which words."""
    from claims.extract import attributions

    return attributions(text)


def open_store(path: str | Path) -> Store:
    """Open the database of a desk, or start one where there is none; use it in a ``with`` statement."""
    from claims import store

    return store.open_store(path)
