"""One group: its claims side by side, their figures on one line, how they relate, and what people decide."""

from __future__ import annotations

from collections.abc import Sequence

from claims.desk.policy import COPY
from claims.models import ClaimRecord, Figure, Group, Pair, Value
from claims.store import Store, groups, reprints
from claims.vocabulary import ClaimRelation
from claims.wording.words import day
from datasette_claims.asked import Asked
from datasette_claims.pages import groupfilters
from datasette_claims.pages.groupfilters import GroupFilters
from datasette_claims.pages.history import open_to
from datasette_claims.pages.measures import common_figures
from datasette_claims.pages.numberline import NumberLine, Stretch, Tick, number_line
from datasette_claims.pages.worddiff import Run, word_diff

PATH = r"/group/(?P<id>[^/.]+)"
TEMPLATE = "claims_group.html"

WALKED = 500
"""Groups of a list that lead from one to the next."""


class Member(Value):
    """A claim of the group, the figure of it that the group is about, and its place on the line."""

    claim: ClaimRecord
    figure: Figure | None
    stretch: Stretch | None
    copy_of: str | None
    """The outlet whose copy its article carries, where that is in the group too."""


class PairRow(Value):
    """How two claims relate, in words."""

    pair: Pair
    first: str
    """Outlet and day of the earlier claim."""
    second: str
    left: tuple[Run, ...] = ()
    """The earlier quotation, cut where the other parts from it; empty where no words are compared."""
    right: tuple[Run, ...] = ()
    mine: bool
    """Whether whoever looks has said something about the pair."""
    asked: bool
    """Whether the address is about this pair."""


class GroupPage(Value):
    """A group with everything that a decision about it needs."""

    group: Group
    members: tuple[Member, ...]
    """The earliest first."""
    articles: int
    independent: int
    """Articles that carry no copy of one another's text."""
    lined: bool
    """Whether at least two figures share a line."""
    ticks: tuple[Tick, ...]
    pairs: tuple[PairRow, ...]
    """Those that disagree first."""
    filters: GroupFilters
    before: str | None
    after: str | None


def pressing(pair: Pair | None) -> int:
    """What is looked at first: where people disagree, then where articles do."""
    if pair is None:
        return 3
    return 0 if pair.conflict else 1 if pair.relation == ClaimRelation.CONTRADICTION else 2


def data(store: Store, asked: Asked) -> GroupPage:
    """Read a group by its id, by the id of any claim in it, or by an unambiguous start of either."""
    found = groups.get(store, groups.resolve(store, asked.ids["id"]))
    group = found.group
    records = [open_to(record, reader=asked.reviewer is None) for record in found.claims]
    figures = common_figures(records)
    line = number_line(figures)
    copied = _copies(store, records)
    wanted = groupfilters.read(store, asked)
    row = groups.ids(store, wanted.wanted, limit=WALKED)
    at = row.index(group.id) if group.id in row else None
    articles = {record.article_id for record in records}
    return GroupPage(
        group=group,
        members=_members(records, figures, line, copied),
        articles=len(articles),
        independent=len({copied.get(article, article) for article in articles}),
        lined=line is not None,
        ticks=line.ticks if line else (),
        pairs=_pairs(group, {record.id: record for record in records}, asked),
        filters=wanted,
        before=row[at - 1] if at else None,
        after=row[at + 1] if at is not None and at + 1 < len(row) else None,
    )


def _members(
    records: Sequence[ClaimRecord],
    figures: Sequence[Figure | None],
    line: NumberLine | None,
    copied: dict[str, str],
) -> tuple[Member, ...]:
    places = line.stretches if line else [None] * len(records)
    outlet = {record.article_id: _outlet(record) for record in reversed(records)}
    return tuple(
        Member(claim=record, figure=figure, stretch=place, copy_of=outlet.get(copied.get(record.article_id, "")))
        for record, figure, place in zip(records, figures, places, strict=True)
    )


def _copies(store: Store, records: Sequence[ClaimRecord]) -> dict[str, str]:
    """Of each article whose text is for the most part another's, that other; only among these claims' articles."""
    there = {record.article_id for record in records}
    found = [one for one in reprints.find(store, sorted(there)) if one.share >= COPY]
    return {one.article: one.origin for one in reversed(found) if {one.article, one.origin} <= there}


def _pairs(group: Group, records: dict[str, ClaimRecord], asked: Asked) -> tuple[PairRow, ...]:
    return tuple(_pair(pair, records[pair.a], records[pair.b], asked) for pair in sorted(group.pairs, key=pressing))


def _pair(pair: Pair, a: ClaimRecord, b: ClaimRecord, asked: Asked) -> PairRow:
    left, right = word_diff(a.text, b.text) if pair.relation == ClaimRelation.QUOTE_VARIANT else ((), ())
    return PairRow(
        pair=pair,
        first=_dated(a),
        second=_dated(b),
        left=left,
        right=right,
        mine=any(one.actor == asked.reviewer for one in pair.decisions),
        asked=(asked.ids.get("a"), asked.ids.get("b")) == (pair.a, pair.b),
    )


def _outlet(record: ClaimRecord) -> str:
    return record.source.publisher or "unknown outlet"


def _dated(record: ClaimRecord) -> str:
    published = day(record.source.published, short=True)
    return f"{_outlet(record)}, {published}" if published else _outlet(record)
