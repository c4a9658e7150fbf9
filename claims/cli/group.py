"""The one place where errors become text, and how help is laid out.

Typer carries a click of its own, so our errors are caught here, in the group that runs every command:
what is wrong and where, then what to try, on stderr; exit 1. Wrong usage is Typer's own affair: exit 2.
"""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

from claims.cli.terminal import plain
from claims.errors import ClaimsError


class ClaimsGroup(TyperGroup):
    """Runs a command and words whatever it refuses."""

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
