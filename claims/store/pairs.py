"""What people said about two claims: the newest word of each person that stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from claims.models import Decided
from claims.store.connection import Store
from claims.vocabulary import PairDecision

Decisions = dict[tuple[str, str], tuple[Decided, ...]]
"""By the ids of two claims, the smaller first: what each person said, oldest first."""

_BATCH = 500


def decisions(store: Store, claims: Collection[str]) -> Decisions:
    """Everything that stands about pairs with any of these claims."""
    found: dict[int, tuple[tuple[str, str], Decided]] = {}
    wanted = sorted(claims)
    for start in range(0, len(wanted), _BATCH):
        some = wanted[start : start + _BATCH]
        marks = ", ".join("?" * len(some))
        for side in ("one", "other"):
            for row in store.rows(f"SELECT * FROM pair_decisions WHERE {side} IN ({marks})", some):
                said = Decided(actor=row["actor"], decision=row["decision"], at=row["at"], reason=row["reason"])
                found[row["seq"]] = ((row["one"], row["other"]), said)
    return _gathered(found[seq] for seq in sorted(found))


def every(store: Store) -> Decisions:
    """All that stands about any pair."""
    return _gathered(
        (
            (row["one"], row["other"]),
            Decided(actor=row["actor"], decision=row["decision"], at=row["at"], reason=row["reason"]),
        )
        for row in store.rows("SELECT * FROM pair_decisions ORDER BY seq")
    )


def standing(store: Store, pair: str, actor: str) -> PairDecision | None:
    """What somebody's word on a pair is."""
    word = store.value("SELECT decision FROM pair_decisions WHERE pair = ? AND actor = ?", (pair, actor))
    return PairDecision(word) if word else None


def _gathered(said: Iterable[tuple[tuple[str, str], Decided]]) -> Decisions:
    out: Decisions = {}
    for pair, one in said:
        out[pair] = (*out.get(pair, ()), one)
    return out
