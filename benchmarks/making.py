"""What the scripts that make large files have in common: how they are called, and how they fill a file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from claims.store import Store, open_store


def made(about: str | None, make: Callable[[Store, int], None], arguments: Sequence[str]) -> int:
    """Read the command line and make the file, unless it is there."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--claims", type=int, default=100_000)
    given = parser.parse_args(arguments)
    if given.file.exists():
        print(f"{given.file} is there already.", file=sys.stderr)
        return 1
    with open_store(given.file) as store:
        # Nobody would miss this file after a loss of power.
        store.conn.execute("PRAGMA synchronous = OFF")
        make(store, given.claims)
        store.conn.execute("ANALYZE")
    return 0


def fill(wanted: int, added: Iterable[int]) -> None:
    """Let articles be added, each of which brings so many claims, until there are as many claims."""
    there = 0
    for claims in added:
        there += claims
        if there >= wanted:
            return
