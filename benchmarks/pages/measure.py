"""Time our pages against Datasette's own, on the same file, in one run.

    python -m benchmarks.pages.measure FILE [--repeats 15] [--json]

The table page is Datasette's of the table ``claims`` without facets and with ``suggest_facets`` off, as the settings
of ``claims serve`` have it. A page may cost 1.5 times as much, the claim page 4 times its row page. Measured is the
processor time of the whole process, all its threads, from request to response, signed in as a reviewer: no network, no
browser, and what else the machine does counts little. Pages take turns.
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
PLUGINS = Path(__file__).resolve().parents[2] / "datasette-plugins"


class Page(NamedTuple):
    """A page to be timed, and what it is held against."""

    name: str
    address: str
    against: str | None = None


def pages(store: Store, name: str) -> list[Page]:
    """Every page, with what it has most trouble with: the deepest queue, the most quoted speaker."""
    claim = store.row(
        "SELECT c.pk, c.id, a.id AS article FROM events e JOIN claims c ON c.pk = e.claim"
        " JOIN articles a ON a.pk = c.article WHERE e.action = 'approve' ORDER BY e.seq DESC LIMIT 1"
    )
    speakers = store.rows(
        "SELECT s.id, count(*) AS n FROM claim_speakers cs JOIN speakers s ON s.pk = cs.speaker"
        " GROUP BY s.pk ORDER BY n"
    )
    outlet = store.value("SELECT publisher FROM articles ORDER BY pk LIMIT 1")
    assert claim is not None  # noqa: S101
    queue = "/-/claims/queue"
    return [
        Page(TABLE, f"/{name}/claims?_nofacet=1"),
        Page(ROW, f"/{name}/claims/{claim['pk']}"),
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
        if other and ratio and ratio > GOALS[other]:
            missed.append(name)
    if given.json:
        print(json.dumps({"claims": claims, "repeats": given.repeats, "pages": rows, "missed": missed}, indent=2))
    else:
        print(f"{claims:,} claims, median of {given.repeats}\n")
        print("| page | ms | against | ratio | goal |\n|---|--:|---|--:|--:|")
        for row in rows:
            goal = GOALS[str(row["against"])] if row["against"] else ""
            print(f"| {row['page']} | {row['ms']} | {row['against'] or ''} | {row['ratio'] or ''} | {goal} |")
        print("\nEvery goal is met." if not missed else f"\nMissed: {', '.join(missed)}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
