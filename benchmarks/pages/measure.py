"""Time our pages against Datasette's own, on the same file, in one run.

    python -m benchmarks.pages.measure FILE [--repeats 15] [--json]

The table page is Datasette's of the table ``claims`` without facets and with ``suggest_facets`` off, as the settings
of ``claims serve`` have it. A page may cost 1.5 times as much, the claim page 4 times its row page, and pages of what
comparing found, of which Datasette has no like, 100 ms. Measured is the processor time of the whole process, all its
threads, from request to response, signed in as a reviewer: no network, no browser, and what else the machine does
counts little. Pages take turns. Desks are made by ``make_desk.py``, compared files by ``benchmarks/compare``.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from claims.store import Store, open_store

TABLE, ROW = "table page", "row page"
GOALS = {TABLE: 1.5, ROW: 4.0}
MOST = 100
"""Milliseconds that a page may cost which is held against none."""
PLUGINS = Path(__file__).resolve().parents[2] / "datasette-plugins"


class Page(NamedTuple):
    """A page to be timed, and what it is held against."""

    name: str
    address: str
    against: str | None = None


def pages(store: Store, name: str) -> list[Page]:
    """Every page of which the file has something to show."""
    some = store.value("SELECT pk FROM claims ORDER BY pk LIMIT 1")
    return [
        Page(TABLE, f"/{name}/claims?_nofacet=1"),
        Page(ROW, f"/{name}/claims/{some}"),
        *_of_a_desk(store),
        *_of_what_was_compared(store),
    ]


def _of_what_was_compared(store: Store) -> list[Page]:
    """The largest group and one of middling size, and the claim pages that show them."""
    groups = store.rows("SELECT pk, id FROM claim_groups ORDER BY claims, pk")
    if not groups:
        return []
    largest, middling = groups[-1], groups[len(groups) // 2]
    claim = store.value(
        'SELECT c.id FROM group_claims m JOIN claims c ON c.pk = m.claim WHERE m."group" = ? LIMIT 1', (largest["pk"],)
    )
    compare = "/-/claims/compare"
    return [
        Page("compare", compare),
        Page("compare, disputed", f"{compare}?disputed=yes"),
        Page("compare, updates", f"{compare}?relation=update"),
        Page("compare, a common word", f"{compare}?search=people"),
        Page("compare, page 100", f"{compare}?page=100"),
        Page("group", f"/-/claims/group/{middling['id']}"),
        Page("group, the largest", f"/-/claims/group/{largest['id']}"),
        Page("claim of the largest group", f"/-/claims/claim/{claim}"),
    ]


def _of_a_desk(store: Store) -> list[Page]:
    """Pages with what they have most trouble with: the deepest queue, the most quoted speaker."""
    claim = store.row(
        "SELECT c.pk, c.id, a.id AS article FROM events e JOIN claims c ON c.pk = e.claim"
        " JOIN articles a ON a.pk = c.article WHERE e.action = 'approve' ORDER BY e.seq DESC LIMIT 1"
    )
    speakers = store.rows(
        "SELECT s.id, count(*) AS n FROM claim_speakers cs JOIN speakers s ON s.pk = cs.speaker"
        " GROUP BY s.pk ORDER BY n"
    )
    outlet = store.value("SELECT publisher FROM articles ORDER BY pk LIMIT 1")
    if claim is None:
        return []
    queue = "/-/claims/queue"
    return [
        Page("overview", "/-/claims", TABLE),
        Page("queue", queue, TABLE),
        Page("queue, in review", f"{queue}?status=in_review", TABLE),
        Page("queue, verified", f"{queue}?status=verified", TABLE),
        Page("queue, one outlet", f"{queue}?outlet={outlet.replace(' ', '+')}", TABLE),
        Page("queue, a label", f"{queue}?label=harbour", TABLE),
        Page("queue, with figures", f"{queue}?figures=1", TABLE),
        Page("queue, a rare word", f"{queue}?search=pension", TABLE),
        Page("queue, a common word", f"{queue}?search=people", TABLE),
        Page("queue, page 100", f"{queue}?page=100", TABLE),
        Page("article", f"/-/claims/article/{claim['article']}", TABLE),
        Page("speaker", f"/-/claims/speaker/{speakers[len(speakers) // 2]['id']}", TABLE),
        Page("speaker, the most quoted", f"/-/claims/speaker/{speakers[-1]['id']}", TABLE),
        Page("claim", f"/-/claims/claim/{claim['id']}", ROW),
        Page("claim, within a queue", f"/-/claims/claim/{claim['id']}?status=verified", ROW),
        Page("claim, within a search", f"/-/claims/claim/{claim['id']}?status=any&search=people", ROW),
    ]


async def timed(file: Path, repeats: int) -> dict[str, list[float]]:
    """Milliseconds of each page, in turns."""
    from datasette.app import Datasette

    datasette: Any = Datasette([str(file)], plugins_dir=str(PLUGINS), settings={"suggest_facets": False})
    await datasette.invoke_startup()
    headers = {"cookie": f"ds_actor={datasette.sign({'a': {'id': 'ana'}}, 'actor')}"}
    with open_store(file) as store:
        wanted = pages(store, next(name for name in datasette.databases if not name.startswith("_")))
    took: dict[str, list[float]] = {page.name: [] for page in wanted}
    for turn in range(repeats + 1):
        for page in wanted:
            began = time.process_time()
            response = await datasette.client.get(page.address, headers=headers)
            spent = (time.process_time() - began) * 1000
            if response.status_code != 200:
                raise SystemExit(f"{page.address}: {response.status_code}")
            # The first turn warms what is read once.
            if turn:
                took[page.name].append(spent)
    return took


def main(arguments: Sequence[str]) -> int:
    """Measure, print a table, and exit 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--repeats", type=int, default=15)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(arguments)
    took = asyncio.run(timed(given.file, given.repeats))
    with open_store(given.file) as store:
        against = {page.name: page.against for page in pages(store, "x")}
        claims = store.value("SELECT count(*) FROM claims")
    middle = {name: statistics.median(times) for name, times in took.items()}
    rows, missed = [], []
    for name, other in against.items():
        ratio = middle[name] / middle[other] if other else None
        rows.append({"page": name, "ms": round(middle[name], 1), "against": other, "ratio": ratio and round(ratio, 2)})
        if ratio > GOALS[other] if other and ratio else middle[name] > MOST and name not in GOALS:
            missed.append(name)
    if given.json:
        print(json.dumps({"claims": claims, "repeats": given.repeats, "pages": rows, "missed": missed}, indent=2))
    else:
        print(f"{claims:,} claims, median of {given.repeats}\n")
        print("| page | ms | against | ratio | goal |\n|---|--:|---|--:|--:|")
        for row in rows:
            goal = GOALS[str(row["against"])] if row["against"] else "" if row["page"] in GOALS else f"{MOST} ms"
            print(f"| {row['page']} | {row['ms']} | {row['against'] or ''} | {row['ratio'] or ''} | {goal} |")
        print("\nEvery goal is met." if not missed else f"\nMissed: {', '.join(missed)}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
