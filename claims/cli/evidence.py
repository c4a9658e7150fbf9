"""Evidence: add it, list it, retract it."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli.app import app
from claims.cli.group import ClaimsCommand, ClaimsGroup, examples
from claims.cli.options import DATABASE, Actor, AsJson, ClaimId, Db, IfVersion, Limit, rows
from claims.cli.session import opened, seen
from claims.cli.terminal import out_array, say
from claims.vocabulary import Stance

group = typer.Typer(
    cls=ClaimsGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Add, list and retract what speaks for and against.",
)
app.add_typer(group, name="evidence")


@group.command(
    "add",
    cls=ClaimsCommand,
    epilog=examples(
        "claims evidence add c1a2 --url https://example.org/log --stance supports --primary",
        'claims evidence add c1a2 --citation "Flight log, 3 March" --stance refutes --excerpt "11 aircraft"',
    ),
)
def add(
    claim: ClaimId,
    *,
    stance: Annotated[
        Stance,
        typer.Option("--stance", metavar="STANCE", help=f"What it does: {', '.join(Stance)}.", show_default=False),
    ],
    url: Annotated[str | None, typer.Option("--url", metavar="URL", help="Where it is found.")] = None,
    citation: Annotated[
        str | None, typer.Option("--citation", metavar="WORDS", help="How it is found where it has no URL.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TITLE", help="Its title.")] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="Who published it.")] = None,
    excerpt: Annotated[
        str | None, typer.Option("--excerpt", metavar="WORDS", help="The words in it that count, word for word.")
    ] = None,
    primary: Annotated[bool, typer.Option("--primary", help="First hand: the record itself, no report of it.")] = False,
    origin: Annotated[
        str | None,
        typer.Option(
            "--origin",
            metavar="NAME",
            help="Where it ultimately comes from; two pieces of one origin are one.",
            show_default="the domain of the URL",
        ),
    ] = None,
    confidential: Annotated[bool, typer.Option("--confidential", help="Not to be shown to everybody.")] = False,
    accessed: Annotated[
        str | None, typer.Option("--accessed", metavar="DATE", help="When you looked: an ISO day or moment.")
    ] = None,
    archived: Annotated[
        str | None, typer.Option("--archived", metavar="URL", help="Where a copy of it is kept.")
    ] = None,
    if_version: IfVersion = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
    actor: Actor,
) -> None:
    """Add a piece of evidence to a claim."""
    from claims import desk

    if not url and not citation:
        raise typer.BadParameter("say where it is found.", param_hint="'--url' or '--citation'")
    entry = desk.EvidenceEntry(
        stance=stance,
        url=url,
        citation=citation,
        title=title,
        publisher=publisher,
        excerpt=excerpt,
        primary=primary,
        origin=origin,
        confidential=confidential,
        accessed_at=accessed,
        archived_url=archived,
    )
    with opened(db) as store:
        record = desk.add_evidence(store, desk.act(actor), seen(store, [claim], if_version)[0], entry)
    piece = record.evidence[-1]
    if as_json:
        out_array([piece])
    else:
        from claims.cli import tables

        tables.evidence([piece])
    say(f"Added evidence {piece.id} to claim {record.id}.")


@group.command(
    "list",
    cls=ClaimsCommand,
    epilog=examples("claims evidence list c1a2", "claims evidence list --stance refutes --json"),
)
def list_(
    claim: Annotated[
        str | None, typer.Argument(metavar="[CLAIM]", help="Of this claim only.", show_default=False)
    ] = None,
    *,
    stance: Annotated[
        Stance | None, typer.Option("--stance", metavar="STANCE", help=f"Of this stance: {', '.join(Stance)}.")
    ] = None,
    retracted: Annotated[bool, typer.Option("--retracted", help="What was retracted, too.")] = False,
    limit: Limit = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
) -> None:
    """List evidence, of one claim or of all."""
    from claims.store import claims, lookup, search

    with opened(db) as store:
        records = [claims.record(store, lookup.resolve(store, "claims", claim))] if claim else search.find(store)
    found = [
        piece
        for record in records
        for piece in record.evidence
        if stance in {None, piece.stance} and (retracted or piece.retracted_by is None)
    ]
    shown = found[: rows(limit, as_json)]
    if as_json:
        out_array(shown)
    elif shown:
        from claims.cli import tables

        tables.evidence(shown, of_claims=claim is None)
    if not found:
        say(f"No evidence yet. Add some: claims evidence add {claim or 'CLAIM'} --url URL --stance supports")
    elif len(shown) < len(found):
        say(f"Showing {len(shown):,} of {len(found):,} pieces; --limit 0 shows all.")


@group.command(
    "retract", cls=ClaimsCommand, epilog=examples('claims evidence retract e5c7 --reason "The report was withdrawn"')
)
def retract(
    evidence: Annotated[
        str, typer.Argument(metavar="EVIDENCE", help="The id of the evidence, or a start of it.", show_default=False)
    ],
    *,
    reason: Annotated[str | None, typer.Option("--reason", metavar="WORDS", help="Why.")] = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
    actor: Actor,
) -> None:
    """Retract a piece of evidence; it stays in the file with who retracted it."""
    from claims import desk
    from claims.store import lookup

    with opened(db) as store:
        id = lookup.resolve(store, "evidence", evidence)
        record = desk.retract_evidence(store, desk.act(actor), id, reason=reason)
    if as_json:
        out_array([piece for piece in record.evidence if piece.id == id])
    say(f"Retracted evidence {id} of claim {record.id}.")
