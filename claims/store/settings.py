"""Settings; each change is an event, and triggers see to it."""

from __future__ import annotations

from claims.store.connection import Store
from claims.vocabulary import Policy


def get(store: Store, name: str) -> str | None:
    """The value of a setting, or None."""
    value: str | None = store.value('SELECT value FROM settings WHERE "key" = ?', (name,))
    return value


def every(store: Store) -> dict[str, str]:
    """All settings."""
    return {row["key"]: row["value"] for row in store.rows('SELECT "key", value FROM settings ORDER BY "key"')}


def policy(store: Store) -> Policy:
    """What ``verified`` asks for in this file."""
    return Policy(get(store, "policy") or Policy.SOLO)


def guidelines(store: Store) -> str:
    """The version of the annotation guidelines that the desk works by."""
    return get(store, "guidelines") or "1"
