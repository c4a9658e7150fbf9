"""Speakers: list them, show one, and decide who is one and the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli.app import app
from claims.cli.group import ClaimsCommand, ClaimsGroup, examples
from claims.cli.options import DATABASE, Actor, AsJson, Db, Limit, rows
from claims.cli.session import opened, seen
from claims.cli.terminal import out_array, out_object, say
from claims.vocabulary import SpeakerKind

if TYPE_CHECKING:
    from claims.models import Speaker
    from claims.store import Store

group = typer.Typer(
    cls=ClaimsGroup,
    rich_markup_mode=None,
    invoke_without_command=True,
    help="List who speaks, the most quoted first; show one, merge, split, rename.",
    epilog=examples(
        "claims speakers",
        "claims speakers --search vane --json",
        'claims speakers merge "I. Vane" "Idris Vane"',
    ),
)
app.add_typer(group, name="speakers")

Name = Annotated[
    str,
    typer.Argument(
        metavar="SPEAKER",
        help="A name or an alias, or an id or any start of one that fits no other.",
        show_default=False,
    ),
]
Reason = Annotated[str | None, typer.Option("--reason", metavar="WORDS", help="Why; it is kept with the act.")]


@group.callback()
def speakers(
    ctx: typer.Context,
    *,
    search: Annotated[
        str | None, typer.Option("--search", "-s", metavar="NAME", help="With this in a name or an alias.")
    ] = None,
    limit: Limit = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
) -> None:
    """List who speaks, the most quoted first; show one, merge, split, rename."""
    if ctx.invoked_subcommand is not None:
        return
    from claims.store import speakers as stored

    with opened(db) as store:
        found = stored.entries(store, search=search)
    shown = found[: rows(limit, as_json)]
    if as_json:
        out_array(shown)
    elif shown:
        from claims.cli import tables

        tables.speakers(shown)
    if not found:
        say("No speaker fits." if search else "No speakers yet. Add an article: claims add PATH")
    elif len(shown) < len(found):
        say(f"Showing {len(shown):,} of {len(found):,} speakers; --limit 0 shows all.")


@group.command(
    "show",
    cls=ClaimsCommand,
    epilog=examples('claims speakers show "Idris Vane"', "claims speakers show s1a2 --json"),
)
def show_(speaker: Name, *, as_json: AsJson = False, db: Db = DATABASE) -> None:
    """Show a speaker: names, roles with their articles, claims with their figures, what people decided.

    Where claims have been compared, also what they said then and say now: one measure, several figures.
    """
    from claims import desk

    with opened(db) as store:
        view = desk.speaker_view(store, desk.find_speaker(store, speaker).id)
        series = desk.then_and_now(store, view.speaker.id)
    if as_json:
        out_object(view)
        return
    from claims.cli import tables

    tables.speaker(view)
    if view.claims:
        tables.claims(view.claims)
    else:
        say("No claims.")
    if series:
        from claims.cli import gathered

        gathered.series(series)


@group.command(
    "merge",
    cls=ClaimsCommand,
    epilog=examples('claims speakers merge "I. Vane" "Idris Vane"', "claims speakers merge s1a2 s7f0 --reason married"),
)
def merge(
    part: Annotated[str, typer.Argument(metavar="PART", help="Who turned out to be the other.", show_default=False)],
    whole: Annotated[str, typer.Argument(metavar="WHOLE", help="Who stays, under this name.", show_default=False)],
    *,
    reason: Reason = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
    actor: Actor,
) -> None:
    """Make two speakers one: PART lends its names, roles and claims to WHOLE."""
    from claims import desk

    with opened(db) as store:
        one, other = desk.find_speaker(store, part), desk.find_speaker(store, whole)
        merged = desk.merge(store, desk.act(actor), one.id, other.id, reason=reason)
    _tell(merged, f"{one.name} is {merged.name} now.", as_json=as_json)


@group.command(
    "split",
    cls=ClaimsCommand,
    epilog=examples('claims speakers split "A. Brandt" --claims c1a2 --claims c9e0 --name "Anna Brandt"'),
)
def split(
    speaker: Name,
    *,
    of: Annotated[
        list[str],
        typer.Option("--claims", metavar="CLAIM", help="A claim of the new speaker; repeat it.", show_default=False),
    ],
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="The new speaker's name.", show_default="the old one's")
    ] = None,
    reason: Reason = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
    actor: Actor,
) -> None:
    """Give claims of a speaker to a new one, who stays apart from now on."""
    from claims import desk
    from claims.wording.words import counted

    with opened(db) as store:
        old = desk.find_speaker(store, speaker)
        new, moved = desk.split(store, desk.act(actor), old.id, seen(store, of), name=name, reason=reason)
    _tell(new, f"Gave {counted(len(moved), 'claim')} of {old.name} to {new.name} ({new.id}).", as_json=as_json)


@group.command("rename", cls=ClaimsCommand, epilog=examples('claims speakers rename "I. Vane" "Idris Vane"'))
def rename(
    speaker: Name,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name from now on.", show_default=False)],
    *,
    reason: Reason = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
    actor: Actor,
) -> None:
    """Call a speaker by another name; the old one stays an alias."""
    from claims import desk

    _change(
        db, speaker, lambda store, id: desk.rename(store, desk.act(actor), id, name, reason=reason), as_json=as_json
    )


@group.command("alias", cls=ClaimsCommand, epilog=examples('claims speakers alias "Idris Vane" "the Colonel"'))
def alias(
    speaker: Name,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Another name of theirs.", show_default=False)],
    *,
    reason: Reason = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
    actor: Actor,
) -> None:
    """Add a name; later articles that use it mean this speaker."""
    from claims import desk

    _change(
        db, speaker, lambda store, id: desk.add_alias(store, desk.act(actor), id, name, reason=reason), as_json=as_json
    )


@group.command(
    "set-wikidata",
    cls=ClaimsCommand,
    epilog=examples('claims speakers set-wikidata "Idris Vane" Q42', 'claims speakers set-wikidata "Idris Vane" none'),
)
def set_wikidata(
    speaker: Name,
    item: Annotated[str, typer.Argument(metavar="ITEM", help="Such as Q42; none takes it away.", show_default=False)],
    *,
    reason: Reason = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
    actor: Actor,
) -> None:
    """Say which Wikidata item a speaker is."""
    from claims import desk

    wanted = None if item.lower() == "none" else item.upper()
    _change(
        db,
        speaker,
        lambda store, id: desk.set_wikidata(store, desk.act(actor), id, wanted, reason=reason),
        as_json=as_json,
    )


@group.command("set-kind", cls=ClaimsCommand, epilog=examples('claims speakers set-kind "Ostmere Post" organisation'))
def set_kind(
    speaker: Name,
    kind: Annotated[SpeakerKind, typer.Argument(metavar="KIND", help=f"{', '.join(SpeakerKind)}.", show_default=False)],
    *,
    reason: Reason = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
    actor: Actor,
) -> None:
    """Say what sort of speaker somebody is."""
    from claims import desk

    _change(
        db, speaker, lambda store, id: desk.set_kind(store, desk.act(actor), id, kind, reason=reason), as_json=as_json
    )


def _change(db: Path, speaker: str, do: Callable[[Store, str], Speaker], *, as_json: bool) -> None:
    """Do something to the speaker that was named, and show the record as it now is."""
    from claims import desk

    with opened(db) as store:
        before = desk.find_speaker(store, speaker)
        after = do(store, before.id)
    _tell(after, "Changed." if after != before else "It was so already.", as_json=as_json)


def _tell(speaker: Speaker, what: str, *, as_json: bool) -> None:
    if as_json:
        out_object(speaker)
    else:
        from claims.cli import tables

        tables.speaker_record(speaker)
    say(what)
