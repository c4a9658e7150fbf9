"""Finding a thing by its id, by any unambiguous start of it, or (a speaker) by its name."""

from __future__ import annotations

from typing import Literal

from claims.errors import Ambiguous, NotFound
from claims.store.connection import Store

Table = Literal["claims", "articles", "speakers", "evidence", "figures", "claim_groups"]

_SINGULAR = {
    "claims": "claim",
    "articles": "article",
    "speakers": "speaker",
    "evidence": "piece of evidence",
    "figures": "figure",
    "claim_groups": "group",
}
_LISTING = {
    "claims": "claims list",
    "articles": "claims articles",
    "speakers": "claims speakers",
    "evidence": "claims evidence list",
    "figures": "claims list --with-figures",
    "claim_groups": "claims groups",
}
_SHOWN = 5


def resolve(store: Store, table: Table, start: str) -> str:
    """The one id that begins so. Raises NotFound or Ambiguous, naming what it could be."""
    start = start.strip().lower()
    noun, listing = _SINGULAR[table], _LISTING[table]
    if not start.isalnum() or not start.isascii():
        raise NotFound(f"{start!r} is no id of a {noun}.", hint=f"See them with: {listing}")
    found = [
        row["id"]
        for row in store.rows(
            f"SELECT id FROM {table} WHERE id >= ? AND id < ? ORDER BY id LIMIT {_SHOWN + 1}",
            (start, start + "~"),
        )
    ]
    if not found:
        raise NotFound(f"No {noun} has an id that starts with {start}.", hint=f"See them with: {listing}")
    if start in found:
        return start
    if len(found) > 1:
        shown = ", ".join(found[:_SHOWN]) + (", ..." if len(found) > _SHOWN else "")
        raise Ambiguous(f"{start} could be {shown}.", hint="Type more of it")
    return str(found[0])


def key(store: Store, table: Table, id: str) -> int:
    """The integer key of the row with this id. Raises NotFound."""
    pk = store.value(f"SELECT pk FROM {table} WHERE id = ?", (id,))
    if pk is None:
        raise NotFound(f"There is no {_SINGULAR[table]} {id}.", hint=f"See them with: {_LISTING[table]}")
    return int(pk)
