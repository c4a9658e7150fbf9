"""Whether a file is what its events say."""

from __future__ import annotations

import typer

from claims.cli.app import app
from claims.cli.group import ClaimsCommand, examples
from claims.cli.options import DATABASE, AsJson, Db, Limit, rows
from claims.cli.session import opened
from claims.cli.terminal import out_array, say


@app.command("check", cls=ClaimsCommand, epilog=examples("claims check", "claims check --db old.db --json"))
def check(*, limit: Limit = None, as_json: AsJson = False, db: Db = DATABASE) -> None:
    """Check that a database is what its events say.

    Looks at the file, its triggers, all offsets, and replays the events of every claim.
    Nothing is changed. Exit 1 where anything is off.
    """
    from claims import desk
    from claims.store import search
    from claims.wording.words import counted as number

    with opened(db) as store:
        problems = desk.check(store)
        there = search.stats(store)
    shown = problems[: rows(limit, as_json)]
    if as_json:
        out_array(shown)
    elif shown:
        from claims.cli import tables

        tables.problems(shown)
    if not problems:
        held = (number(there.articles, "article"), number(there.claims, "claim"), number(there.events, "event"))
        say(f"All is well: {', '.join(held)}.")
        return
    more = f", {len(shown):,} of them shown" if len(shown) < len(problems) else ""
    say(f"Off: {number(len(problems), 'thing')}{more}.")
    raise typer.Exit(1)
