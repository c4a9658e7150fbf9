"""The one place where errors become text, and how help is laid out.

Typer carries a click of its own, so our errors are caught here, in the group that runs every command:
what is wrong and where, then what to try, on stderr; exit 1. Wrong usage is Typer's own affair: exit 2.
"""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from claims.cli.terminal import plain
from claims.errors import ClaimsError

ORDER = (
    "demo",
    # taking in
    "add",
    "segment",
    "resegment",
    "figures",
    # reading
    "list",
    "show",
    "articles",
    "speakers",
    "stats",
    # comparing
    "compare",
    "groups",
    "pair",
    "reprints",
    # tagging
    "mark",
    "tag",
    "label",
    "clear",
    # reviewing
    "evidence",
    "decide",
    "undo",
    "history",
    "policy",
    "serve",
    # handing on
    "export",
    "schema",
    "check",
    "gold",
    "evaluate",
)
"""The commands in the order in which a claim meets them; help lists them so."""


class ClaimsCommand(TyperCommand):
    """A command whose help names its arguments as people write them: ``CLAIM... ACTION``."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """The options, then each argument."""
        return [str(self.options_metavar), *(name for name, _ in self._arguments(ctx))]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """The arguments, then the options."""
        options = [param.get_help_record(ctx) for param in self.get_params(ctx) if param.param_type_name == "option"]
        for heading, rows in (("Arguments", self._arguments(ctx)), ("Options", [row for row in options if row])):
            if rows:
                with formatter.section(heading):
                    formatter.write_dl(rows)

    def _arguments(self, ctx: Any) -> list[tuple[str, str]]:
        arguments: list[Any] = [p for p in self.get_params(ctx) if p.param_type_name == "argument"]
        return [(str(argument.metavar), str(argument.help)) for argument in arguments]


class ClaimsGroup(TyperGroup):
    """Runs a command and words whatever it refuses."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands in their order."""
        return sorted(super().list_commands(ctx), key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for; an error of ours becomes one message and exit 1."""
        try:
            return super().invoke(ctx)
        except ClaimsError as error:
            typer.echo(worded(error), err=True)
            raise typer.Exit(1) from error


def worded(error: ClaimsError, *, about: str | None = None) -> str:
    """An error as people read it: what and where, then what to try."""
    message = f"{about}: {error.message}" if about else error.message
    stop = "" if message.endswith((".", "?", "!")) else "."
    return plain(f"Error: {message}{stop}{' ' + error.hint if error.hint else ''}")


def examples(*lines: str) -> str:
    """The end of a command's help; ``\\b`` keeps Typer from filling the lines as a paragraph."""
    return "\n  ".join(("\b\nExamples:", *lines))
