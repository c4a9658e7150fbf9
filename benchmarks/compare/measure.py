"""What comparing costs in a file that make_file.py made.

    python -m benchmarks.compare.measure full FILE     compare all of it: CPU, memory, groups
    python -m benchmarks.compare.measure real FILE     the same with the encoder itself: what ``grow`` should start from
    python -m benchmarks.compare.measure one FILE      compare one article more, as the command does, on one core
    python -m benchmarks.compare.measure grow FILE N   make a compared file N times as large, for ``one``
    python -m benchmarks.compare.measure chain FILE    link each group of a compared file to the next, for ``one``
    python -m benchmarks.compare.measure encode        CPU that the encoder takes for a claim

Encoding takes the same for every claim and is measured by itself: ``full`` makes vectors of the same size from hashed
words, so that all else can be measured at sizes for which there is no patience. ``one`` uses the encoder.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
import zlib
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.compare import make_file
from claims import desk, ids
from claims.compare.encoder import DIMENSIONS, Encoder, MiniLmEncoder, Passage
from claims.compare.grouping import ENOUGH
from claims.store import Store, groups, open_store


class StandIn:
    """Vectors of hashed words under the name of the encoder."""

    def __init__(self) -> None:
        self.model = MiniLmEncoder().model

    def encode(self, passages: Sequence[Passage]) -> NDArray[np.float32]:
        """One row of length one for each passage."""
        rows = np.array([sum(map(_word, one.words.lower().split())) for one in passages], np.float32)
        made: NDArray[np.float32] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return made


@lru_cache(maxsize=200_000)
def _word(word: str) -> NDArray[np.float32]:
    drawn = np.random.default_rng(zlib.crc32(word.encode())).standard_normal(DIMENSIONS, np.float32)
    return drawn * np.float32(min(len(word), 8) / 8)


def main(arguments: Sequence[str]) -> int:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("full", "real", "one", "grow", "chain", "encode"))
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("times", type=int, nargs="?", default=10)
    given = parser.parse_args(arguments)
    if given.what == "encode":
        encode()
    elif given.what == "grow":
        grow(given.file, given.times)
    elif given.what == "chain":
        chain(given.file)
    elif given.what in ("full", "real"):
        full(given.file, StandIn() if given.what == "full" else MiniLmEncoder())
    else:
        one(given.file)
    return 0


def full(path: Path, encoder: Encoder) -> None:
    """Compare the whole file."""
    with open_store(path, create=False) as store:
        before = time.process_time()
        done = desk.compare(store, encoder, again=True)
        cpu = time.process_time() - before
        vectors = int(store.value("SELECT count(*) FROM claim_vectors"))
        links = int(store.value("SELECT count(*) FROM claim_links"))
        print(f"{done.articles:,} articles, {vectors:,} claims: {cpu:.1f} s CPU, {1000 * cpu / vectors:.2f} ms a claim")
        print(f"{links:,} links, {groups.count(store):,} groups, the largest {_largest(store):,} claims")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:,.0f} MB, file {path.stat().st_size / 1e6:,.0f} MB")


def _largest(store: Store) -> int:
    return int(store.value("SELECT max(claims) FROM claim_groups") or 0)


def one(path: Path) -> None:
    """Compare the fourth article on an event whose other three stand in the file, by the command, on one core."""
    told = list(islice(make_file.told(seed=int(time.time())), 4))
    for article in told:
        with open_store(path, create=False) as store:
            make_file.put(store, *article)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [str(Path(sys.executable).parent / "claims"), "compare", article[0].id, "--db", str(path)]
        subprocess.run(command, check=True, env=os.environ | {"OMP_NUM_THREADS": "1"}, stdout=subprocess.DEVNULL)  # noqa: S603
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        print(f"{len(article[1])} claims: {cpu:.2f} s CPU, peak memory {after.ru_maxrss / 1024:,.0f} MB")


COPIED = {
    "articles": ("pk", "id"),
    "revisions": ("pk", "article"),
    "claims": ("pk", "id", "article"),
    "claim_speakers": ("pk", "claim"),
    "figures": ("pk", "id", "claim"),
    "claim_profiles": ("claim", "article"),
    "claim_vectors": ("claim",),
    "claim_links": ("one", "other"),
    "article_matters": ("article",),
    "article_names": ("article", "key"),
    "article_shingles": ("article", "shingle"),
    "claim_groups": ("pk", "id"),
    "group_claims": ("claim", "group"),
    "claim_pairs": ("pk", "group", "one", "other"),
}
"""What is copied to make a file larger, and the columns that then say something else."""
OWNERS = ("pk", "claim", "one", "article")
"""By the first of these that a table has it is told which of its rows are no copies."""

_PROFILE = (
    "json_set(profile"
    + "".join(
        f", '{where}', json_extract(profile, '{where}') || '{{copy}}'"
        for where in ("$.claim", "$.article", "$.order[2]")
    )
    + ")"
)
"""A profile says whose it is."""


def grow(path: Path, times: int) -> None:
    """Copy all that comparing reads, under other keys, names and shingles: events of their own, as it were."""
    with open_store(path, create=False) as store, store.act():
        triggers = store.conn.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            store.conn.execute(f"DROP TRIGGER {name}")
        step = 10_000_000
        for copy in range(1, times):
            # One name in ten stays: what a whole country calls alike.
            key = f'CASE WHEN unicode("key") % 10 = 0 THEN "key" ELSE "key" || \'{copy}\' END'
            for table, changed in COPIED.items():
                columns = [row[1] for row in store.conn.execute(f"PRAGMA table_info({table})")]
                other = {
                    c: f"{c} || '{copy:x}'" if c == "id" else key if c == "key" else f'"{c}" + {copy * step}'
                    for c in changed
                }
                if table == "claim_profiles":
                    other["profile"] = _PROFILE.format(copy=f"{copy:x}")
                names = ", ".join(f'"{c}"' for c in columns)
                values = ", ".join(other.get(c, f'"{c}"') for c in columns)
                first = next(c for c in OWNERS if c in columns)
                store.conn.execute(f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} WHERE {first} < {step}")
        # A group goes by the id of its earliest claim.
        store.conn.create_function("group_id", 1, ids.group_id, deterministic=True)
        store.conn.execute(
            "UPDATE claim_groups SET id = group_id((SELECT c.id FROM group_claims m JOIN claims c ON c.pk = m.claim"
            ' WHERE m."group" = claim_groups.pk AND m.place = 0))'
        )
        for _, sql in triggers:
            store.conn.execute(sql)
        store.conn.execute("INSERT INTO claims_fts (claims_fts) VALUES ('rebuild')")
        store.conn.execute("ANALYZE")
        print(f"{store.value('SELECT count(*) FROM claim_vectors'):,} claims")


def chain(path: Path) -> None:
    """Let all groups hang together: a link between the earliest claims of two, too faint to make them one."""
    with open_store(path, create=False) as store, store.act():
        store.conn.execute(
            "INSERT OR IGNORE INTO claim_links (one, other, strength) SELECT one, other, ? FROM ("
            "  SELECT claim AS one, lead(claim) OVER (ORDER BY claim) AS other FROM group_claims WHERE place = 0)"
            " WHERE other IS NOT NULL",
            (ENOUGH + 0.01,),
        )
        print(f"{store.value('SELECT count(*) FROM claim_links'):,} links")


def encode() -> None:
    """Encode a thousand claims, each behind a sentence, one thread."""
    encoder = MiniLmEncoder()
    sentences = [one for told in islice(make_file.told(), 50) for one in told[1]]
    passages = [Passage(one, before=before) for before, one in pairwise(sentences)]
    encoder.encode(passages[:10])
    began = time.process_time()
    encoder.encode(passages)
    print(f"{1000 * (time.process_time() - began) / len(passages):.2f} ms a claim")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
