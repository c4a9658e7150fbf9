"""Groups of claims about the same thing: list them, show one, and decide what belongs together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli import finding
from claims.cli.app import app
from claims.cli.comparing import Reason
from claims.cli.group import ClaimsCommand, ClaimsGroup, examples
from claims.cli.options import DATABASE, Actor, AsJson, Db, Limit, rows
from claims.cli.session import opened
from claims.cli.terminal import out_array, out_object, say
from claims.vocabulary import ClaimRelation

if TYPE_CHECKING:
    from claims.desk import Act
    from claims.store import Store
    from claims.store.groups import GroupRecord

group = typer.Typer(
    cls=ClaimsGroup,
    rich_markup_mode=None,
    invoke_without_command=True,
    help="List claims about the same thing, disagreements first; show a group, confirm, reject, merge, split.",
    epilog=examples(
        "claims groups --disputed",
        "claims groups --search dam --relation contradiction --json",
        "claims groups show g1a2",
        "claims groups split g1a2 c3b4",
    ),
)
app.add_typer(group, name="groups")

GroupId = Annotated[
    str,
    typer.Argument(metavar="GROUP", help="A group's id, or that of a claim in it, or any start.", show_default=False),
]
Claims = Annotated[
    list[str], typer.Argument(metavar="CLAIM...", help="Claims, by ids or starts of them.", show_default=False)
]


@group.callback()
def groups(
    ctx: typer.Context,
    *,
    search: finding.Search = None,
    relation: Annotated[
        list[ClaimRelation] | None,
        typer.Option("--relation", metavar="RELATION", help=f"With claims that relate so: {', '.join(ClaimRelation)}."),
    ] = None,
    article: finding.Articles = None,
    speaker: finding.Speakers = None,
    disputed: Annotated[
        bool, typer.Option("--disputed", help="Only with a contradiction, or where people disagree.")
    ] = False,
    limit: Limit = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
) -> None:
    """List claims about the same thing, disagreements first; show a group, confirm, reject, merge, split."""
    if ctx.invoked_subcommand is not None:
        return
    from claims.store import comparing
    from claims.store import groups as stored

    with opened(db) as store:
        wanted = stored.GroupFilter(
            search=search,
            relation=tuple(relation or ()),
            article=tuple(finding.article_id(store, one) for one in article or ()),
            speaker=tuple(id for name in speaker or () for id in finding.speaker_ids(store, name)),
            disputed=disputed,
        )
        total, most = stored.count(store, wanted), rows(limit, as_json)
        if as_json:
            found = stored.plain(store, wanted, limit=most)
            out_array(found)
            shown = len(found)
        else:
            records = stored.find(store, wanted, limit=most)
            shown = len(records)
            if records:
                from claims.cli import gathered

                gathered.groups(records)
        compared = comparing.recipe(store) is not None
    if not compared:
        say("Nothing has been compared yet: claims compare")
    elif not total:
        say("No group fits. Leave out a condition to see more, or compare what was added since: claims compare")
    elif shown < total:
        say(f"Showing {shown:,} of {total:,} groups; --limit 0 shows all.")


@group.command("show", cls=ClaimsCommand, epilog=examples("claims groups show g1a2", "claims groups show c3b4 --json"))
def show_(which: GroupId, *, as_json: AsJson = False, db: Db = DATABASE) -> None:
    """Show a group side by side: outlet, day, speaker, words, figure, and how each claim relates to the first."""
    from claims.store import groups as stored

    with opened(db) as store:
        found = stored.get(store, stored.resolve(store, which))
    if as_json:
        out_object(found.group)
        return
    from claims.cli import gathered

    gathered.group(found)


@group.command("confirm", cls=ClaimsCommand, epilog=examples("claims groups confirm g1a2"))
def confirm(which: GroupId, *, reason: Reason = None, as_json: AsJson = False, db: Db = DATABASE, actor: Actor) -> None:
    """Say that all claims of a group belong together; they stay so in every later comparison."""
    from claims import desk

    _do(
        db, actor, as_json, "Confirmed.",
        lambda store, by: desk.confirm_group(store, by, _group(store, which), reason=reason),
    )  # fmt: skip


@group.command(
    "reject", cls=ClaimsCommand, epilog=examples('claims groups reject g1a2 --reason "Two different storms"')
)
def reject(which: GroupId, *, reason: Reason = None, as_json: AsJson = False, db: Db = DATABASE, actor: Actor) -> None:
    """Say that no two claims of a group are about the same thing."""
    from claims import desk

    _do(
        db, actor, as_json, "Rejected.",
        lambda store, by: desk.reject_group(store, by, _group(store, which), reason=reason),
    )  # fmt: skip


@group.command("merge", cls=ClaimsCommand, epilog=examples("claims groups merge g1a2 g9f0"))
def merge(
    which: GroupId,
    others: Annotated[
        list[str], typer.Argument(metavar="GROUP...", help="The groups that join it.", show_default=False)
    ],
    *,
    reason: Reason = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
    actor: Actor,
) -> None:
    """Say that the claims of several groups are about the same thing."""
    from claims import desk

    _do(
        db, actor, as_json, "Merged.",
        lambda store, by: desk.merge_groups(
            store, by, _group(store, which), [_group(store, one) for one in others], reason=reason
        ),
    )  # fmt: skip


@group.command(
    "split", cls=ClaimsCommand, epilog=examples("claims groups split g1a2 c3b4 c5d6", "claims groups split c3b4 c3b4")
)
def split(
    which: GroupId,
    claims: Claims,
    *,
    reason: Reason = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
    actor: Actor,
) -> None:
    """Say that some claims of a group are about something else than the rest of it."""
    from claims import desk

    _do(
        db, actor, as_json, "Split.",
        lambda store, by: desk.split_group(store, by, _group(store, which), _claims(store, claims), reason=reason),
    )  # fmt: skip


@group.command("move", cls=ClaimsCommand, epilog=examples("claims groups move g9f0 c3b4"))
def move(
    which: GroupId,
    claims: Claims,
    *,
    reason: Reason = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
    actor: Actor,
) -> None:
    """Move claims into a group, away from the one that they are in."""
    from claims import desk

    _do(
        db, actor, as_json, "Moved.",
        lambda store, by: desk.move_claims(store, by, _claims(store, claims), _group(store, which), reason=reason),
    )  # fmt: skip


def _group(store: Store, typed: str) -> str:
    from claims.store import groups as stored

    return stored.resolve(store, typed)


def _claims(store: Store, typed: Sequence[str]) -> list[str]:
    from claims.store import lookup

    return list(dict.fromkeys(lookup.resolve(store, "claims", one) for one in typed))


def _do(db: Path, actor: str, as_json: bool, did: str, act: Callable[[Store, Act], list[GroupRecord]]) -> None:
    """Act upon groups, and show those that hold the claims concerned now."""
    from claims import desk

    with opened(db) as store:
        found = act(store, desk.act(actor))
    if as_json:
        out_array(record.group for record in found)
    else:
        from claims.cli import gathered

        for record in found:
            gathered.group(record)
    say(f"{did} To take it back: claims undo" if found else f"{did} The claims stand alone now. Back: claims undo")
