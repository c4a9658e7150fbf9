"""One speaker: what they said over time, with figures."""

from __future__ import annotations

from claims import desk
from claims.compare.series import Series
from claims.models import ClaimRecord, Speaker, Value
from claims.store import Store, lookup, queue, speakers
from datasette_claims.asked import Asked
from datasette_claims.pages import paging
from datasette_claims.pages.history import open_to
from datasette_claims.pages.numberline import NumberLine, number_line

PATH = r"/speaker/(?P<id>[^/.]+)"
TEMPLATE = "claims_speaker.html"

ON_A_PAGE = 50


class Drawn(Value):
    """Figures of one measure over time, and their places on one line, where they share one."""

    series: Series
    line: NumberLine | None


class SpeakerPage(Value):
    """Who they are, and what they said, the earliest publication first."""

    speaker: Speaker
    then_and_now: tuple[Drawn, ...]
    """The measures for which they gave different figures as time went by."""
    claims: tuple[ClaimRecord, ...]
    total: int
    number: int
    """Of this page, from 1."""
    pages: int


def data(store: Store, asked: Asked) -> SpeakerPage:
    """Read a speaker by id, or by any unambiguous start of it; a merged one leads to who they are now."""
    speaker = speakers.many(store, [lookup.resolve(store, "speakers", asked.ids["id"])])[0]
    if speaker.merged_into:
        speaker = speakers.many(store, [speaker.merged_into])[0]
    total = queue.said_by(store, speaker.id)
    pages = paging.pages(total, ON_A_PAGE)
    number, _ = paging.number(asked, pages)
    said = queue.words_of(store, speaker.id, limit=ON_A_PAGE, offset=(number - 1) * ON_A_PAGE)
    return SpeakerPage(
        speaker=speaker,
        then_and_now=tuple(
            Drawn(series=one, line=number_line([point.figure for point in one.points]))
            for one in desk.then_and_now(store, speaker.id)
        ),
        claims=tuple(open_to(record, reader=asked.reviewer is None) for record in said),
        total=total,
        number=number,
        pages=pages,
    )
