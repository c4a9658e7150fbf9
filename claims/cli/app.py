"""The root of the command line: what stands before a command."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli.group import ClaimsGroup, examples
from claims.cli.options import DATABASE, Actor, Db
from claims.cli.terminal import use_colour

PACKAGE = "claimdesk"

app = typer.Typer(
    name="claims",
    cls=ClaimsGroup,
    # Plain help costs a third of the time that help with rich markup takes.
    rich_markup_mode=None,
    # An error of ours has a message; any other is a mistake of the program, and its traceback should be whole.
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=examples(
        "claims demo                      look around in sample articles",
        "claims add article.txt           find and store the claims of an article",
        "claims list                      see them",
        "claims show c1a2                 see one in its context",
    ),
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"{PACKAGE} {version(PACKAGE)}")
        raise typer.Exit


@app.callback()
def claims(
    *,
    db: Db = DATABASE,
    actor: Actor,
    colour: Annotated[
        bool, typer.Option("--color/--no-color", help="Use colour on a terminal; the variable NO_COLOR says no, too.")
    ] = True,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_version, help="Say which version this is.")
    ] = False,
) -> None:
    """Find who said what with which figures, check it, and export what is verified."""
    use_colour(colour)
