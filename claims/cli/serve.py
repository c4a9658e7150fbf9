"""The review in the browser: Datasette on this machine, with the person at the keyboard signed in."""

from __future__ import annotations

import ipaddress
import json
import os
import secrets
import socket
import sys
from pathlib import Path
from typing import Annotated

import typer

from claims.cli.app import app
from claims.cli.group import ClaimsCommand, examples
from claims.cli.options import DATABASE, Actor, Db
from claims.cli.session import opened
from claims.cli.terminal import say
from claims.errors import InputError

HANDED_OVER = "CLAIMDESK_SERVE"
"""The variable that carries the secret of the link to the plugin: other users can read a process's arguments."""

PLUGINS = Path(__file__).resolve().parents[2] / "datasette-plugins"
"""Where a checkout that was never installed keeps the plugin."""

OURS = ("--host", "-h", "--port", "-p", "--uds")
"""Options of Datasette that may not go through: they would let strangers in, or make the link wrong."""

Further = Annotated[
    list[str] | None,
    typer.Argument(metavar="[-- OPTIONS OF DATASETTE]", help="Passed on to datasette serve.", show_default=False),
]


@app.command(
    "serve",
    cls=ClaimsCommand,
    epilog=examples(
        "claims serve --open",
        "claims serve --db archive.db --port 0",
        "claims serve --as mara -- --setting default_page_size 50",
    ),
)
def serve(
    further: Further = None,
    *,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes any that is free.")] = 8001,
    host: Annotated[str, typer.Option(help="An address of this machine for itself.")] = "127.0.0.1",
    open_: Annotated[bool, typer.Option("--open", help="Open a browser once the server answers.")] = False,
    actor: Actor,
    db: Db = DATABASE,
) -> None:
    """Review claims in the browser, on this machine only.

    Prints a link that signs you in; it works once. Whoever is not signed in sees nothing. Stop with Ctrl+C.
    """
    further = further or []
    kept = next((option for option in further if option.partition("=")[0] in OURS), None)
    if kept:
        raise InputError(f"{kept} cannot be passed on to Datasette.", hint="Give --host and --port before the --")
    loopback(host)
    with opened(db):
        pass
    port = free_port(host, port)
    handed = {"token": secrets.token_urlsafe(32), "user": actor, "host": host, "port": port, "open": open_}
    os.environ[HANDED_OVER] = json.dumps(handed)
    say(f"Starting Datasette with {db} at port {port}; Ctrl+C stops it.")
    # The process becomes the server, so that signals reach it. -P: no module of the current folder comes first.
    command = [sys.executable, "-P", "-m", "datasette", "serve", str(db.resolve()), "--host", host, "--port", str(port)]
    os.execv(sys.executable, [*command, "--setting", "suggest_facets", "off", *_plugin(), *further])  # noqa: S606


def loopback(host: str) -> None:
    """Raise InputError unless the address leads back to this machine."""
    try:
        fits = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        fits = False
    if not fits:
        raise InputError(
            f"{host} is no address of this machine for itself.",
            hint="Use 127.0.0.1, or set up Datasette with logins of its own to serve others",
        )


def free_port(host: str, port: int) -> int:
    """The port, or any free one for 0. Raises InputError where another program has it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        # As the server itself does: a port that was left a moment ago is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise InputError(
                f"Port {port} of {host} cannot be used ({error.strerror}).",
                hint="Another program may have it; take another with --port, or any free one with --port 0",
            ) from error
        return int(probe.getsockname()[1])


def _plugin() -> list[str]:
    from importlib.metadata import entry_points

    installed = any(entry.name == "claims" for entry in entry_points(group="datasette"))
    return [] if installed or not PLUGINS.is_dir() else ["--plugins-dir", str(PLUGINS)]
