"""What ``claims serve`` agrees upon with the plugin, by way of the environment.

Where it does, the desk is private: whoever is not signed in sees nothing, and only the machine's own names
for itself are answered. The link that signs in the person at the keyboard is printed once the server answers.
"""

from __future__ import annotations

import json
import os
import secrets
import socket
import threading
import time
import webbrowser
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from datasette_claims.compat import Actor, Datasette
from datasette_claims.links import ROOT

VARIABLE = "CLAIMDESK_SERVE"
"""Holds what ``claims serve`` agreed upon: token, user, host, port, open (a browser or not)."""

PATIENCE = 60
"""Seconds that the link waits for the server to answer."""


@dataclass
class Served:
    """What ``claims serve`` asked for."""

    token: str
    user: str
    host: str
    port: int
    open: bool = False
    hosts: frozenset[str] = field(default_factory=frozenset)


_served: Served | None = None


def begin(datasette: Datasette) -> None:
    """Take over what ``claims serve`` hands over, and print the link once the server answers."""
    global _served
    handed = os.environ.pop(VARIABLE, None)
    if handed is None:
        return
    told = json.loads(handed)
    names = ("localhost", "127.0.0.1", "[::1]", told["host"])
    # Datasette itself asks under the last of these names, which no browser can bring to this port.
    hosts = {*(f"{name}:{told['port']}".lower() for name in names), "localhost"}
    _served = Served(**told, hosts=frozenset(hosts))
    path = datasette.urls.path(f"{ROOT}/sign-in")
    host = f"[{_served.host}]" if ":" in _served.host else _served.host
    link = f"http://{host}:{_served.port}{path}?{urlencode({'token': _served.token})}"
    threading.Thread(target=_announce, args=(_served, link), daemon=True).start()


def _announce(served: Served, link: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            socket.create_connection((served.host, served.port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
            continue
        print(f"Signed in as {served.user} (the link works once):\n{link}", flush=True)
        if served.open:
            webbrowser.open(link)
        return


def is_private(actor: Actor) -> bool:
    """Say whether nothing is to be shown to this actor."""
    return _served is not None and actor is None


def knows_host(scope: Any) -> bool:
    """Say whether the request names this machine: a strange page must not reach it under its own name."""
    if _served is None:
        return True
    host = next((value.decode("latin-1").lower() for name, value in scope["headers"] if name == b"host"), "")
    return host in _served.hosts


def user_of(token: str) -> str | None:
    """Whom a token signs in; it is used up by that."""
    if _served is None or not _served.token or not secrets.compare_digest(token.encode(), _served.token.encode()):
        return None
    _served.token = ""
    return _served.user
