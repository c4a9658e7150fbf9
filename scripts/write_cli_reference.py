"""Write docs/cli.md from the commands themselves, or with ``--check`` only say whether it is stale."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import typer
from typer.main import get_command

from claims.cli import app

PAGE = Path(__file__).resolve().parents[1] / "docs" / "cli.md"
WIDTH = 92

INTRODUCTION = """\
# The command line

<!-- Written by `make reference` from the commands; `make fresh` checks it. Do not edit. -->

Standard output is data, standard error is talk. Exit status: 0 where all went well, 1 for an error of Claimdesk (with
what is wrong, where, and what to try), 2 for wrong usage, 130 after Ctrl-C. `--db` and `--as` may stand before or
behind a command. Claims, articles and evidence are named by their id or by any start of it that fits no other. Every
listing takes `--limit`, and with `--json` writes one array; as JSON it is complete unless `--limit` says otherwise.
Colour is used on a terminal only, and not where `NO_COLOR` is set. Shell completion: `claims --install-completion`.
"""


def page() -> str:
    """The whole page: each command as its own help says it."""
    sections = [INTRODUCTION]
    for path, text in commands():
        sections.append(f"{'#' * (len(path.split()) + 1 if path != 'claims' else 2)} {path}\n\n```text\n{text}\n```\n")
    return "\n".join(sections)


def commands() -> Iterator[tuple[str, str]]:
    """Every command with its help, in the order of the help of the root."""
    yield from _below(get_command(app), "claims", None)


def _below(command: Any, name: str, parent: Any) -> Iterator[tuple[str, str]]:
    context = typer.Context(command, info_name=name, parent=parent, terminal_width=WIDTH, **command.context_settings)
    yield context.command_path, context.get_help()
    for child in command.list_commands(context) if hasattr(command, "list_commands") else ():
        yield from _below(command.get_command(context, child), child, context)


def main(arguments: Sequence[str]) -> int:
    """Bring the page in line with the commands."""
    stale = not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page()
    if "--check" in arguments:
        if stale:
            print("docs/cli.md is not what the commands say. Run: make reference", file=sys.stderr)
        return int(stale)
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
