"""One command, one open database; and how an act upon several claims is reported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from claims.cli.group import worded
from claims.cli.terminal import out_array, say

if TYPE_CHECKING:
    from claims.desk import Outcome, Seen
    from claims.models import ClaimRecord
    from claims.store import Store


@contextmanager
def opened(path: Path, *, create: bool = False) -> Iterator[Store]:
    """Open the database for one command; whatever SQLite says meanwhile becomes an error of ours."""
    from claims.store import open_store
    from claims.store.connection import told

    with open_store(path, create=create) as store, told(path):
        yield store


def seen(store: Store, starts: Sequence[str], if_version: int | None = None) -> list[Seen]:
    """The claims that were named, at the version they have now or the one that the person says they looked at."""
    from claims import desk

    found = desk.see(store, starts)
    if if_version is None:
        return found
    if len(found) > 1:
        raise typer.BadParameter("goes with one claim only.", param_hint="'--if-version'")
    return [desk.Seen(id=found[0].id, version=if_version)]


def report(outcome: Outcome, did: str, *, as_json: bool) -> None:
    """Show the claims as they now are, then each that the act failed on; exit 1 where there is one."""
    from claims.wording.words import counted

    show(outcome.done, as_json=as_json)
    if outcome.done:
        say(f"{did} {counted(len(outcome.done), 'claim')}.")
    for _, error in outcome.failed:
        say(worded(error))
    if outcome.failed:
        if outcome.done or len(outcome.failed) > 1:
            say(f"{counted(len(outcome.failed), 'claim')} left as before.")
        raise typer.Exit(1)


def show(records: Sequence[ClaimRecord], *, as_json: bool) -> None:
    """Claims as a JSON array or as a table, which for none of them is nothing."""
    if as_json:
        out_array(records)
    elif records:
        from claims.cli import tables

        tables.claims(records)
