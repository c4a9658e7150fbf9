"""The command line: one module for each family of commands, each command an adapter.

A command parses what was typed, hands it to ``desk`` or reads through ``store``, and prints. Nothing heavy is
imported before a command needs it; a test sees to that.
"""

from __future__ import annotations

import sys

from claims.cli import (
    articles,
    checking,
    comparing,
    deciding,
    demo,
    evaluate,
    evidence,
    exporting,
    figures,
    gold,
    groups,
    listing,
    resegmenting,
    serve,
    speakers,
    tagging,
)
from claims.cli.app import app

FAMILIES = (
    demo, articles, resegmenting, listing, speakers, comparing, groups, tagging, evidence, deciding, serve,
    exporting, checking, evaluate, gold, figures,
)  # fmt: skip
"""Each registers its commands with the root by being imported."""


INTERRUPTED = 130
"""The exit code that shells expect after Ctrl-C."""


def main() -> None:
    """Run the command line: what the entry point ``claims`` calls."""
    try:
        app(prog_name="claims")
    except KeyboardInterrupt:
        # Where the command line is still being put together, nobody else catches it.
        sys.exit(INTERRUPTED)


__all__ = ["FAMILIES", "app", "main"]
