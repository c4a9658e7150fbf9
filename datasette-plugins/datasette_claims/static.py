"""Style and script, served by a route of ours: Datasette's own address for them differs by the way of loading."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from datasette_claims.compat import Datasette, Request, Response

FOLDER = Path(__file__).resolve().parent / "static"

CACHE = "x-claims-cache"
"""Becomes ``cache-control`` once Datasette has had its say (see ``headers``)."""

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
}


def _known(name: str) -> Path | None:
    # Only what lies in the folder is looked for, so no name can lead out of it.
    return next((path for path in FOLDER.iterdir() if path.name == name and path.suffix in TYPES), None)


@cache
def _version(path: Path, changed: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def version(name: str) -> str:
    """A short hash of the file's content, which stands in its address."""
    path = _known(name)
    return _version(path, path.stat().st_mtime_ns) if path else "0"


async def serve(request: Request, datasette: Datasette) -> Response:
    """One file; a browser may keep what it got under the right hash for ever."""
    path = _known(request.url_vars["name"])
    if path is None:
        return Response.text("There is no such file.", status=404)
    headers = {CACHE: "no-cache"}
    if request.url_vars["version"] == version(path.name):
        headers[CACHE] = "public, max-age=31536000, immutable"
    return Response(path.read_bytes(), headers=headers, content_type=TYPES[path.suffix])
