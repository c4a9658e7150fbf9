"""Speakers with the number of their claims."""

from __future__ import annotations

from claims.models import SpeakerEntry, Value
from claims.store import Store, speakers
from claims.store.search import stats
from datasette_claims.asked import Asked
from datasette_claims.pages import paging

PATH = r"/speakers"
TEMPLATE = "claims_speakers.html"

ON_A_PAGE = 50


class Speakers(Value):
    """Some of them, the most quoted first."""

    speakers: tuple[SpeakerEntry, ...]
    total: int
    number: int
    """Of this page, from 1."""
    pages: int


def data(store: Store, asked: Asked) -> Speakers:
    """Read one page of the list."""
    total = stats(store).speakers
    pages = paging.pages(total, ON_A_PAGE)
    number, _ = paging.number(asked, pages)
    # The order rests on what is counted for all of them, so that skipping in the file would save nothing.
    start = (number - 1) * ON_A_PAGE
    found = speakers.entries(store, limit=start + ON_A_PAGE)[start:]
    return Speakers(speakers=tuple(found), total=total, number=number, pages=pages)
