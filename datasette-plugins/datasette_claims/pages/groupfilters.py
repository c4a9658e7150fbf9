"""Which groups an address asks for."""

from __future__ import annotations

from collections.abc import Mapping

from claims.models import Value
from claims.store import Store, queue
from claims.store.groups import GroupFilter
from claims.vocabulary import ClaimRelation
from datasette_claims.asked import Asked

KNOWN = frozenset({"relation", "disputed", "speaker", "article", "search", "page"})
"""The names that may stand in an address."""


class GroupFilters(Value):
    """What is asked for, and how the address spells that."""

    wanted: GroupFilter
    speaker: str | None = None
    """As typed: an id, or words of a name."""
    query: Mapping[str, tuple[str, ...]]
    """What leads to these groups again; nothing for all of them."""
    ignored: tuple[str, ...] = ()
    """What was asked for and is no word of ours, as it stands in the address."""

    @property
    def narrowed(self) -> bool:
        """Whether anything but the relation is asked for."""
        return bool(set(self.query) - {"relation", "disputed"})


def read(store: Store, asked: Asked) -> GroupFilters:
    """Understand an address. What is no word of the vocabulary is left out, and named."""
    ignored = [f"{name}={value}" for name, values in asked.query.items() if name not in KNOWN for value in values]
    words = {str(relation): relation for relation in ClaimRelation}
    given = tuple(dict.fromkeys(asked.every("relation")))
    ignored += [f"relation={value}" for value in given if value not in words]
    relations = tuple(words[value] for value in given if value in words)
    speaker, search = asked.first("speaker"), asked.first("search")
    disputed = asked.first("disputed") is not None
    query = {
        "relation": tuple(str(relation) for relation in relations),
        "disputed": ("yes",) if disputed else (),
        "speaker": (speaker,) if speaker else (),
        "article": asked.every("article"),
        "search": (search,) if search else (),
    }
    return GroupFilters(
        wanted=GroupFilter(
            relation=relations,
            disputed=disputed,
            # An id that nobody has, where nobody is meant, so that nothing fits.
            speaker=(tuple(queue.speakers_meant(store, speaker)) or ("nobody",)) if speaker else (),
            article=asked.every("article"),
            search=search,
        ),
        speaker=speaker,
        query={name: values for name, values in query.items() if values},
        ignored=tuple(ignored),
    )
