"""What comparing knows of claims: as it was kept, or as the claim now is."""

from __future__ import annotations

from collections.abc import Iterable

from claims.compare.candidates import Matter
from claims.compare.profile import Profile, profile
from claims.store import Store, articles, claims, comparing


def known(store: Store, wanted: Iterable[int]) -> dict[int, Profile]:
    """The profiles of claims that have been compared, by key."""
    rows = comparing.profiles(store, set(wanted))
    about = {
        article: Matter.model_validate_json(text)
        for article, text in comparing.matters(store, {row.article for row in rows}).items()
    }
    return {
        row.pk: Profile.model_validate_json(row.profile).model_copy(update=about[row.article].__dict__) for row in rows
    }


def read(store: Store, claim: str) -> Profile:
    """What comparing knows of a claim as it now is."""
    record = claims.record(store, claim)
    article = articles.get(store, record.article_id)
    return profile(record, article.as_of(record.revision), articles.added_at(store, article.id))
