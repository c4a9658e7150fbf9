"""Which groups an address asks for."""

from __future__ import annotations

from collections.abc import Mapping

from claims.store.groups import GroupFilter

from claims.models import Value
from claims.vocabulary import ClaimRelation
from datasette_claims.asked import Asked

KNOWN = frozenset({"relation", "disputed", "undecided", "speaker", "outlet", "article", "search", "page"})
"""The names that may stand in an address."""


class GroupFilters(Value):
    """What is asked for, and how the address spells that."""

    relations: tuple[ClaimRelation, ...] = ()
    disputed: bool = False
    undecided: bool = False
    speaker: str | None = None
    """An id, or words of a name."""
    outlet: str | None = None
    article: tuple[str, ...] = ()
    search: str | None = None
    query: Mapping[str, tuple[str, ...]]
    """What leads to these groups again."""
    ignored: tuple[str, ...] = ()
    """What was asked for and is no word of ours, as it stands in the address."""

    @property
    def narrowed(self) -> bool:
        """Whether anything but the relation is asked for."""
        return bool(set(self.query) - {"relation", "disputed"})

    @property
    def wanted(self) -> GroupFilter:
        """The same as the store takes it."""
        return GroupFilter(
            relation=self.relations,
            disputed=self.disputed,
            undecided=self.undecided,
            speaker=self.speaker,
            outlet=self.outlet,
            article=self.article,
            search=self.search,
        )


def read(asked: Asked) -> GroupFilters:
    """Understand an address. What is no word of the vocabulary is left out, and named."""
    ignored = [f"{name}={value}" for name, values in asked.query.items() if name not in KNOWN for value in values]
    words = {str(relation): relation for relation in ClaimRelation}
    given = dict.fromkeys(asked.every("relation"))
    ignored += [f"relation={value}" for value in given if value not in words]
    relations = tuple(words[value] for value in given if value in words)
    speaker, outlet, search = asked.first("speaker"), asked.first("outlet"), asked.first("search")
    disputed, undecided = asked.first("disputed") is not None, asked.first("undecided") is not None
    query = {
        "relation": tuple(str(relation) for relation in relations),
        "disputed": ("yes",) if disputed else (),
        "undecided": ("yes",) if undecided else (),
        "speaker": _one(speaker),
        "outlet": _one(outlet),
        "article": asked.every("article"),
        "search": _one(search),
    }
    return GroupFilters(
        relations=relations,
        disputed=disputed,
        undecided=undecided,
        speaker=speaker,
        outlet=outlet,
        article=asked.every("article"),
        search=search,
        query={name: values for name, values in query.items() if values},
        ignored=tuple(ignored),
    )


def _one(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()
