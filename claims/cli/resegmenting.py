"""Running the segmenter again over articles that are stored, after it has become better."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli.app import app
from claims.cli.group import ClaimsCommand, examples, worded
from claims.cli.options import DATABASE, Actor, AsJson, Db
from claims.cli.session import opened
from claims.cli.taggers import UseTagger, chosen_tagger
from claims.cli.terminal import out_array, say
from claims.errors import ClaimsError

if TYPE_CHECKING:
    from claims.desk import Difference


@app.command(
    "resegment",
    cls=ClaimsCommand,
    epilog=examples("claims resegment --dry-run", "claims resegment a8f0", "claims resegment --json"),
)
def resegment(
    articles: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ARTICLE...]", help="Ids of articles; without one, all of them.", show_default=False),
    ] = None,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
    locale: Annotated[
        str, typer.Option("--locale", metavar="LOCALE", help="How numbers and dates are meant: en-US, en-GB, en-IN ...")
    ] = "en-US",
    tagger: UseTagger = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
    actor: Actor,
) -> None:
    """Find the claims of stored articles again, and say what that changes.

    What a person has touched is left as it is. Proposals that nobody touched and that are no longer found are hidden,
    and come back under the same id if they are found again.
    """
    from claims import desk
    from claims.store import articles as stored
    from claims.store import lookup

    by, chosen = desk.act(actor), chosen_tagger(tagger)
    changes: list[Difference] = []
    failed: list[ClaimsError] = []
    with opened(db) as store:
        wanted = [lookup.resolve(store, "articles", start) for start in articles or ()] or stored.all_ids(store)
        for id in dict.fromkeys(wanted):
            try:
                changes.append(desk.resegment(store, by, id, tagger=chosen, locale=locale, write=not dry_run))
            except ClaimsError as error:
                failed.append(error)
    if as_json:
        out_array(changes)
    _report(changes, failed, dry_run=dry_run, drawn=not as_json)


def _report(changes: list[Difference], failed: list[ClaimsError], *, dry_run: bool, drawn: bool) -> None:
    from claims.wording.words import counted

    moved = [one for one in changes if one.new or one.changed or one.retired]
    if drawn and moved:
        from claims.cli import tables

        tables.differences(moved)
    for error in failed:
        say(worded(error))
    new, changed, retired = (sum(len(getattr(one, what)) for one in moved) for what in ("new", "changed", "retired"))
    would = "Would bring" if dry_run else "Brought"
    if moved:
        say(f"{would} {new} new, {changed} changed and {retired} hidden claims in {counted(len(moved), 'article')}.")
    else:
        say(f"Nothing changes in {counted(len(changes), 'article')}.")
    if failed:
        raise typer.Exit(1)
