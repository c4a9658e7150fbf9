"""The same claim in several articles: groups, disputed ones first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from claims.models import ClaimRecord, Figure, Group, Pair, Value
from claims.store import Store, groups
from claims.store.groups import GroupRecord
from claims.vocabulary import ClaimRelation
from claims.wording.words import clipped
from datasette_claims.asked import Asked
from datasette_claims.pages import groupfilters, paging
from datasette_claims.pages.group import pressing
from datasette_claims.pages.groupfilters import GroupFilters
from datasette_claims.pages.history import open_to
from datasette_claims.pages.measures import common_figures

PATH = r"/compare"
TEMPLATE = "claims_compare.html"

ON_A_PAGE = 20
SHOWN = 6
"""Members of a group that its row names."""

MOST_WORDS = 220


class Report(Value):
    """One claim of a group, and the figure of it that can be set beside the others'."""

    claim: ClaimRecord
    figure: Figure | None


class GroupRow(Value):
    """One group as the list shows it."""

    group: Group
    about: str
    reports: tuple[Report, ...]
    """The earliest of them."""
    more: int
    """How many are not named."""
    tally: Mapping[ClaimRelation, int]
    """How many pairs of each relation, in the order of the vocabulary."""
    conflict: bool
    """Whether people disagree about a pair."""
    disputed: bool
    worst: Pair | None
    """The first pair that disagrees, or else the first of all."""


class ComparePage(Value):
    """Some groups, and what leads to the rest."""

    filters: GroupFilters
    groups: tuple[GroupRow, ...]
    total: int
    ignored: tuple[str, ...]
    number: int
    """Of this page, from 1."""
    pages: int


def data(store: Store, asked: Asked) -> ComparePage:
    """Read one page of the groups that the address spells."""
    wanted = groupfilters.read(store, asked)
    total = groups.count(store, wanted.wanted)
    pages = paging.pages(total, ON_A_PAGE)
    number, odd = paging.number(asked, pages)
    found = groups.find(store, wanted.wanted, limit=ON_A_PAGE, offset=(number - 1) * ON_A_PAGE)
    return ComparePage(
        filters=wanted,
        groups=tuple(_row(record, reader=asked.reviewer is None) for record in found),
        total=total,
        ignored=(*wanted.ignored, *odd),
        number=number,
        pages=pages,
    )


def _row(record: GroupRecord, *, reader: bool) -> GroupRow:
    group = record.group
    counted = Counter(pair.relation for pair in group.pairs)
    return GroupRow(
        group=group,
        about=clipped(group.about, MOST_WORDS),
        reports=tuple(
            Report(claim=open_to(claim, reader=reader), figure=figure)
            for claim, figure in zip(record.claims[:SHOWN], common_figures(record.claims), strict=False)
        ),
        more=max(0, len(record.claims) - SHOWN),
        tally={relation: counted[relation] for relation in ClaimRelation if counted[relation]},
        conflict=any(pair.conflict for pair in group.pairs),
        disputed=record.disputed,
        worst=min(group.pairs, key=pressing, default=None),
    )
