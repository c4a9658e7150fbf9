"""Addresses of ours, under whatever prefix Datasette runs and for whichever file is meant."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

from datasette_claims import static
from datasette_claims.compat import Datasette

ROOT = "/-/claims"

DESK = r"(?:/in/(?P<desk>[^/]+))?"
"""Names a file other than the first, as in ``/-/claims/in/archive/queue``."""


def is_ours(datasette: Datasette, scope: Any) -> bool:
    """Say whether a request is for an address of ours, as Datasette's router will read it."""
    path = scope["raw_path"].decode("latin-1") if scope.get("raw_path") else str(scope.get("path", ""))
    root = str(datasette.setting("base_url")).rstrip("/") + ROOT
    path = path.partition("?")[0]
    return path == root or path.startswith((f"{root}/", f"{root}."))


class Links:
    """Makes addresses for the templates: ``link("claim", id)``, ``static("claims.css")``."""

    def __init__(self, datasette: Datasette, desk: str | None) -> None:
        self._urls = datasette.urls
        self._prefix = ROOT + (f"/in/{quote(desk, safe='')}" if desk else "")

    def link(self, *parts: object, **query: object) -> str:
        """The address of a page or an act; of a query, None is left out and a list comes several times."""
        path = "/".join((self._prefix, *(quote(str(part), safe="") for part in parts)))
        asked = [
            (name, str(value))
            for name, values in query.items()
            for value in (values if isinstance(values, list | tuple) else [values])
            if value is not None
        ]
        return str(self._urls.path(path)) + (f"?{urlencode(asked)}" if asked else "")

    def static(self, name: str) -> str:
        """The address of a file of ours, which changes with its content."""
        return str(self._urls.path(f"{ROOT}/static/{static.version(name)}/{name}"))

    def local(self, target: str | None) -> str | None:
        """A place that a form names to go on to, if it is one of our pages."""
        root = str(self._urls.path(ROOT))
        if target and (target == root or target.startswith((f"{root}/", f"{root}?"))) and target.isprintable():
            return None if "\\" in target or "//" in target else target
        return None
