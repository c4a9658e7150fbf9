"""Then and now: what one speaker gave for one measure, as time went by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.compare.grouping import Link
from claims.compare.kinship import aligned
from claims.compare.profile import Measured, Profile
from claims.compare.relating import SURE
from claims.models import Figure, Value


class Point(Value):
    """A figure that a speaker gave, and when that was published."""

    claim: str
    published: str | None = None
    figure: Figure


class Series(Value):
    """Figures of one measure, the earliest first."""

    about: str
    """The words of the earliest claim."""
    points: tuple[Point, ...]


def series(profiles: Sequence[Profile], links: Iterable[Link]) -> list[Series]:
    """What one speaker's claims give for the same measure on different days, where not all of it is one value.

    ``profiles`` are those of one speaker; ``links`` say which of them are about the same thing. The measure with the
    most figures comes first.
    """
    by_id = {one.claim: one for one in profiles}
    # Figures that measure the same, each by its id, gather in one list.
    lists: dict[str, list[tuple[Profile, Measured]]] = {}
    for a, b, _ in sorted(links):
        if a in by_id and b in by_id:
            for pair in aligned(by_id[a], by_id[b]):
                if pair.strength >= SURE:
                    _join(lists, (by_id[a], pair.a), (by_id[b], pair.b))
    found = []
    for gathered in {id(one): one for one in lists.values()}.values():
        points = sorted(gathered, key=lambda point: (point[0].order, point[0].claim))
        values = {(one.figure.low, one.figure.high) for _, one in points}
        days = {profile.day for profile, _ in points}
        if len(values) > 1 and len(days) > 1:
            found.append(
                Series(
                    about=points[0][0].words,
                    points=tuple(
                        Point(claim=profile.claim, published=profile.published, figure=one.figure)
                        for profile, one in points
                    ),
                )
            )
    return sorted(found, key=lambda one: (-len(one.points), one.points[0].published or "", one.points[0].claim))


def _join(
    lists: dict[str, list[tuple[Profile, Measured]]], one: tuple[Profile, Measured], other: tuple[Profile, Measured]
) -> None:
    first = lists.setdefault(one[1].figure.id, [one])
    second = lists.setdefault(other[1].figure.id, [other])
    if first is not second:
        first += second
        for _, measured in second:
            lists[measured.figure.id] = first
