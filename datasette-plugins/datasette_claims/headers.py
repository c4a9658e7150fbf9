"""What every response says to the browser: what may run in the page, and who may frame it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from datasette_claims import served
from datasette_claims.compat import Datasette
from datasette_claims.links import is_ours
from datasette_claims.static import CACHE

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Any, Any, Send], Awaitable[None]]

EVERYWHERE = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
}

OURS = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""For our own pages, which have no script or style in them."""

THEIRS = "object-src 'none'; base-uri 'self'; frame-ancestors 'none'"
"""For Datasette's pages and those of other plugins, which do have inline scripts and may load from elsewhere."""


def wrap(datasette: Datasette, app: App) -> App:
    """Add the headers to every response."""

    async def wrapped(scope: Any, receive: Any, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        if not served.knows_host(scope):
            await _refuse(send)
            return
        policy = OURS if is_ours(datasette, scope) else THEIRS

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": _with(message.get("headers", []), policy)}
            await send(message)

        await app(scope, receive, with_headers)

    return wrapped


def _with(headers: list[tuple[bytes, bytes]], policy: str) -> list[tuple[bytes, bytes]]:
    there = {name.lower(): value for name, value in headers}
    # What another plugin has set on its own pages stands.
    added = EVERYWHERE | {"content-security-policy": policy}
    out = [*headers, *((n.encode(), v.encode()) for n, v in added.items() if n.encode() not in there)]
    cache = there.get(CACHE.encode())
    if cache is not None:
        # Datasette takes our files for pages, and those of a signed-in reader for private.
        out = [(name, value) for name, value in out if name.lower() not in _REPLACED]
        out.append((b"cache-control", cache))
    return out


_REPLACED = {b"cache-control", b"vary", CACHE.encode()}


async def _refuse(send: Send) -> None:
    body = b"This desk is served on this machine only, under another name."
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 421, "headers": headers})
    await send({"type": "http.response.body", "body": body})
