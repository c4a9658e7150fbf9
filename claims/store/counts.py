"""How much is where, read from the small tables that triggers keep."""

from __future__ import annotations

from collections.abc import Sequence

from claims.models import Value
from claims.store.connection import Store

COLUMNS = ("publisher", "status", "verdict", "kind")


class Outlet(Value):
    """How far the work on one outlet's claims is."""

    name: str | None
    """Null for articles that name none."""
    claims: int
    open: int
    verified: int


def by(store: Store, column: str) -> dict[str, int]:
    """How many claims have each value of one of ``COLUMNS``, the most first; hidden claims are left out."""
    if column not in COLUMNS:
        raise ValueError(f"claims are not counted by {column}")
    rows = store.rows(
        f"SELECT {column} AS value, sum(claims) AS n FROM claim_counts WHERE {column} <> '' GROUP BY 1 HAVING n <> 0"
        " ORDER BY 2 DESC, 1"
    )
    return {row["value"]: row["n"] for row in rows}


def number(
    store: Store,
    *,
    status: Sequence[str] = (),
    verdict: Sequence[str] = (),
    kind: Sequence[str] = (),
    publisher: str | None = None,
    flagged: bool = False,
) -> int:
    """How many claims fit; of several values of one respect any, and an outlet in whatever case."""
    where, parameters = ["1"], list[str]()
    for column, values in (("status", status), ("verdict", verdict), ("kind", kind)):
        if values:
            where.append(f"{column} IN ({', '.join('?' * len(values))})")
            parameters += [str(value) for value in values]
    if publisher:
        where.append("publisher = ? COLLATE NOCASE")
        parameters.append(publisher)
    if flagged:
        where.append("flagged")
    return int(
        store.value(f"SELECT coalesce(sum(claims), 0) FROM claim_counts WHERE {' AND '.join(where)}", parameters)
    )


def outlets(store: Store, *, limit: int) -> list[Outlet]:
    """The outlets with the most claims, and how many of those wait or are finished."""
    return [
        Outlet(name=row["publisher"] or None, claims=row["claims"], open=row["open"], verified=row["verified"])
        for row in store.rows(
            "SELECT publisher, sum(claims) AS claims,"
            " total(claims) FILTER (WHERE status IN ('extracted', 'tagged', 'in_review', 'disputed')) AS open,"
            " total(claims) FILTER (WHERE status = 'verified') AS verified"
            " FROM claim_counts GROUP BY publisher HAVING sum(claims) <> 0 ORDER BY 2 DESC, 1 LIMIT ?",
            (limit,),
        )
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
