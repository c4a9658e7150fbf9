"""What a queue asks for, as it stands in an address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from claims.models import Value
from claims.store import Store, queue
from claims.store.queue import Sort
from claims.store.search import ClaimFilter
from claims.vocabulary import Attitude, Kind, Status, Verdict
from datasette_claims.asked import Asked

OPEN = (Status.EXTRACTED, Status.TAGGED, Status.IN_REVIEW, Status.DISPUTED)
"""Where work waits for somebody."""

UNFINISHED, ANY = "open", "any"
"""Words that may stand for several statuses."""

KNOWN = frozenset(
    {
        *("status", "verdict", "kind", "attitude", "outlet", "speaker", "article", "label"),
        *("figures", "flagged", "search", "sort", "page"),
    }
)
"""The names that may stand in an address."""

E = TypeVar("E", bound=StrEnum)


class Filters(Value):
    """A queue: which claims, in which order, and how its address spells that."""

    wanted: ClaimFilter
    sort: Sort
    status: str
    """``open``, ``any``, or one status; several are joined by blanks."""
    speaker: str | None = None
    """As typed: an id, or words of a name."""
    query: Mapping[str, tuple[str, ...]]
    """What leads to this queue again; nothing for the usual one."""
    ignored: tuple[str, ...] = ()
    """What was asked for and is no word of ours, as it stands in the address: ``status=done``."""

    @property
    def narrowed(self) -> bool:
        """Whether anything but the status is asked for."""
        return bool(set(self.query) - {"status", "sort"})


def read(store: Store, asked: Asked) -> Filters:
    """Understand an address. What is no word of the vocabulary is left out, and named."""
    ignored = [f"{name}={value}" for name, values in asked.query.items() if name not in KNOWN for value in values]
    statuses, status = _statuses(asked, ignored)
    verdicts = _words(asked, "verdict", Verdict, ignored)
    kinds = _words(asked, "kind", Kind, ignored)
    attitudes = _words(asked, "attitude", Attitude, ignored)
    sorts = _words(asked, "sort", Sort, ignored)
    sort = sorts[0] if sorts else Sort.WORTH
    speaker, publisher, search = asked.first("speaker"), asked.first("outlet"), asked.first("search")
    articles, labels = asked.every("article"), asked.every("label")
    figures, flagged = asked.first("figures") is not None, asked.first("flagged") is not None
    query = {
        "status": () if status == UNFINISHED else tuple(statuses) or (ANY,),
        "verdict": tuple(verdicts),
        "kind": tuple(kinds),
        "attitude": tuple(attitudes),
        "outlet": _one(publisher),
        "speaker": _one(speaker),
        "article": articles,
        "label": labels,
        "figures": ("yes",) if figures else (),
        "flagged": ("yes",) if flagged else (),
        "search": _one(search),
        "sort": () if sort == Sort.WORTH else (str(sort),),
    }
    return Filters(
        wanted=ClaimFilter(
            status=tuple(statuses),
            verdict=tuple(verdicts),
            kind=tuple(kinds),
            attitude=tuple(attitudes),
            label=labels,
            speaker=_speakers(store, speaker),
            article=articles,
            publisher=publisher,
            search=search,
            with_figures=figures,
            flagged=flagged,
        ),
        sort=sort,
        status=status,
        speaker=speaker,
        query={name: tuple(str(v) for v in values) for name, values in query.items() if values},
        ignored=tuple(ignored),
    )


def _one(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _statuses(asked: Asked, ignored: list[str]) -> tuple[tuple[Status, ...], str]:
    given = asked.every("status") or (UNFINISHED,)
    if ANY in given:
        return (), ANY
    named = _known("status", [one for one in given if one != UNFINISHED], Status, ignored)
    named += OPEN if UNFINISHED in given else ()
    statuses = tuple(dict.fromkeys(named)) or OPEN
    return statuses, UNFINISHED if set(statuses) == set(OPEN) else " ".join(statuses)


def _words(asked: Asked, name: str, words: type[E], ignored: list[str]) -> list[E]:
    return _known(name, asked.every(name), words, ignored)


def _known(name: str, given: Iterable[str], words: type[E], ignored: list[str]) -> list[E]:
    known = {str(word): word for word in words}
    ignored += [f"{name}={value}" for value in given if value not in known]
    return [known[value] for value in dict.fromkeys(given) if value in known]


def _speakers(store: Store, typed: str | None) -> tuple[str, ...]:
    """The speakers that are meant; an id that nobody has, where none is, so that nothing fits."""
    if typed is None:
        return ()
    return tuple(queue.speakers_meant(store, typed)) or ("nobody",)
