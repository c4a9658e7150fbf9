"""The pages, one module each.

A page module has ``PATH`` (a pattern for the address below ``/-/claims``), ``TEMPLATE``, and
``data(store, asked)``, which reads and returns a frozen value. The template gets that value as ``page``;
the same value is the JSON at the address with ``.json`` behind it.
"""

from __future__ import annotations

from typing import Protocol

from claims.models import Value
from claims.store import Store
from datasette_claims.asked import Asked
from datasette_claims.pages import article, articles, claim, compare, group, overview, queue, speaker, speakers


class Page(Protocol):
    """What ``routes`` needs to know of a page module."""

    PATH: str
    TEMPLATE: str

    def data(self, store: Store, asked: Asked) -> Value:
        """Read what the page shows."""


PAGES: tuple[Page, ...] = (overview, queue, article, articles, claim, speaker, speakers, compare, group)


def named(name: str) -> Page | None:
    """The page whose module has this name."""
    return next((page for page in PAGES if getattr(page, "__name__", "").endswith(f".{name}")), None)
