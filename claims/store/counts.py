"""How much is where, read from the small tables that triggers keep."""

from __future__ import annotations

from claims.models import Value
from claims.store.connection import Store

COLUMNS = ("publisher", "status", "verdict", "kind")


class Count(Value):
    """How many claims are alike in these respects; None stands for no outlet, and for no verdict yet."""

    publisher: str | None
    status: str
    verdict: str | None
    kind: str
    flagged: bool
    claims: int


def cube(store: Store) -> list[Count]:
    """Every combination that claims have, hidden claims left out."""
    return [
        Count(
            publisher=row["publisher"] or None,
            status=row["status"],
            verdict=row["verdict"] or None,
            kind=row["kind"],
            flagged=bool(row["flagged"]),
            claims=row["claims"],
        )
        for row in store.rows("SELECT * FROM claim_counts WHERE claims <> 0 ORDER BY publisher, status, verdict, kind")
    ]


def totals(store: Store) -> dict[str, int]:
    """How many articles, events, figures and speakers there are; of figures those of claims that are shown."""
    return {row["what"]: row["n"] for row in store.rows("SELECT what, n FROM totals")}


def wrong(store: Store) -> list[str]:
    """Where the small tables say something else than counting says; each as the end of a sentence."""
    out = []
    for table, fresh, columns in (
        ("claim_counts", "claims_recounted", (*COLUMNS, "flagged", "claims")),
        ("totals", "totals_recounted", ("what", "n")),
    ):
        names = ", ".join(columns)
        kept = f"SELECT {names} FROM {table} WHERE {columns[-1]} <> 0"
        counted = f"SELECT {names} FROM {fresh} WHERE {columns[-1]} <> 0"
        off = [*store.rows(f"{counted} EXCEPT {kept}"), *store.rows(f"{kept} EXCEPT {counted}")]
        if off:
            keys = sorted({" ".join(str(value) or "none" for value in tuple(row)[:-1]) for row in off})
            out.append(f"{table} does not say how many there are ({'; '.join(keys[:3])}{' ...' if keys[3:] else ''})")
    return out


def recount(store: Store) -> None:
    """Make the small tables say what counting says."""
    with store.act():
        columns = ", ".join((*COLUMNS, "flagged", "claims"))
        store.conn.execute("DELETE FROM claim_counts")
        store.conn.execute(f"INSERT INTO claim_counts ({columns}) SELECT {columns} FROM claims_recounted")
        store.conn.execute("DELETE FROM totals")
        store.conn.execute("INSERT INTO totals (what, n) SELECT what, n FROM totals_recounted")
