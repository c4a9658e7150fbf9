"""How much is where, what a machine noticed first."""

from __future__ import annotations

from claims.models import ClaimRecord, Value
from claims.store import Store, counts, queue, settings
from claims.store.events import latest
from claims.store.queue import Sort
from claims.store.search import ClaimFilter, Stats, stats
from claims.vocabulary import Policy, Status
from datasette_claims.asked import Asked
from datasette_claims.pages.filters import OPEN
from datasette_claims.pages.history import Happening, happening, open_to

PATH = r""
TEMPLATE = "claims_overview.html"

MOST_FLAGGED = 5
MOST_LATELY = 8
MOST_OUTLETS = 12


class Next(Value):
    """Where somebody could go on: what waits, and the claim at the head of it."""

    status: Status
    waiting: int
    claim: str


class Overview(Value):
    """Flags, counts, what waits, and what happened lately."""

    policy: Policy
    stats: Stats
    flagged: tuple[ClaimRecord, ...]
    """The first few claims with an open flag."""
    next: tuple[Next, ...]
    outlets: tuple[counts.Outlet, ...]
    """Those with the most claims first."""
    lately: tuple[Happening, ...]
    """What people did last, the newest first."""


def data(store: Store, asked: Asked) -> Overview:
    """Count what the file holds, and see where work waits."""
    counted = stats(store)
    flagged = queue.page(store, ClaimFilter(flagged=True), Sort.WORTH, limit=MOST_FLAGGED) if counted.flagged else []
    waiting = []
    # What is nearest to being finished comes first.
    for status in sorted(OPEN, key=_nearness):
        number = counted.by_status.get(status, 0)
        head = queue.first(store, ClaimFilter(status=(status,)), Sort.WORTH) if number else None
        if head:
            waiting.append(Next(status=status, waiting=number, claim=head))
    reader = asked.reviewer is None
    return Overview(
        policy=settings.policy(store),
        stats=counted,
        flagged=tuple(open_to(record, reader=reader) for record in flagged),
        next=tuple(waiting),
        outlets=tuple(counts.outlets(store, limit=MOST_OUTLETS)),
        lately=tuple(happening(store, event, reader=reader) for event in latest(store, limit=MOST_LATELY)),
    )


_NEAREST = (Status.IN_REVIEW, Status.DISPUTED, Status.TAGGED, Status.EXTRACTED)


def _nearness(status: Status) -> int:
    return _NEAREST.index(status)
