"""What a speaker said then, and what they say now."""

from __future__ import annotations

from claims.compare.series import Series, series
from claims.desk.profiles import known
from claims.store import Store, comparing, speakers


def then_and_now(store: Store, speaker: str) -> list[Series]:
    """The measures for which a speaker, by id, gave several figures as time went by; from what has been compared."""
    with store.reading():
        ids = speakers.claims_of(store, speaker)
        keys = comparing.keys(store, ids)
        profiles = known(store, keys.values())
        names = {pk: id for id, pk in keys.items()}
        links = [(names[one], names[other], strength) for one, other, strength in comparing.links(store, profiles)]
        return series(list(profiles.values()), links)
