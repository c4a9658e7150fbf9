"""What waits for somebody, by whatever is asked for."""

from __future__ import annotations

from collections.abc import Mapping

from claims.models import ClaimRecord, Value
from claims.store import Store
from claims.store import queue as queues
from claims.store.search import Stats, stats
from claims.vocabulary import Status
from datasette_claims.asked import Asked
from datasette_claims.pages import filters, paging
from datasette_claims.pages.filters import Filters
from datasette_claims.pages.history import open_to

PATH = r"/queue"
TEMPLATE = "claims_queue.html"

ON_A_PAGE = 30
COUNTED = 10_000
"""Nobody reads a longer queue, so nobody waits for it to be counted."""


class Tab(Value):
    """One status, or several under one name, with the number of all their claims."""

    status: str
    name: str
    claims: int


class Queue(Value):
    """Some claims of a queue, and what leads to the rest."""

    filters: Filters
    claims: tuple[ClaimRecord, ...]
    total: int
    more: bool
    """Whether there are more than were counted."""
    ignored: tuple[str, ...]
    """What the address asks for and there is not, as it stands there."""
    number: int
    """Of this page, from 1."""
    pages: int
    tabs: tuple[Tab, ...]
    outlets: tuple[str, ...]
    labels: tuple[str, ...]
    speakers: Mapping[str, str]
    """Names of the speakers that are asked for by id."""


def data(store: Store, asked: Asked) -> Queue:
    """Read one page of the queue that the address spells."""
    wanted = filters.read(store, asked)
    counted = stats(store)
    total = queues.count(store, wanted.wanted, most=COUNTED + 1)
    pages = paging.pages(min(total, COUNTED), ON_A_PAGE)
    number, odd = paging.number(asked, pages)
    found = queues.page(store, wanted.wanted, wanted.sort, limit=ON_A_PAGE, offset=(number - 1) * ON_A_PAGE)
    return Queue(
        filters=wanted,
        claims=tuple(open_to(record, reader=asked.reviewer is None) for record in found),
        total=min(total, COUNTED),
        more=total > COUNTED,
        ignored=(*wanted.ignored, *odd),
        number=number,
        pages=pages,
        tabs=_tabs(counted),
        outlets=tuple(sorted(counted.by_publisher, key=str.casefold)),
        labels=tuple(queues.labels(store)),
        speakers=queues.speaker_names(store, wanted.wanted.speaker),
    )


def _tabs(counted: Stats) -> tuple[Tab, ...]:
    by = counted.by_status
    every = [Tab(status=status, name=status.replace("_", " "), claims=by.get(status, 0)) for status in Status]
    unfinished = Tab(status=filters.UNFINISHED, name="open", claims=sum(by.get(status, 0) for status in filters.OPEN))
    return (unfinished, *every, Tab(status=filters.ANY, name="all", claims=counted.claims))
