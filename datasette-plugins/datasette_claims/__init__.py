"""The review in Datasette: pages under ``/-/claims``, and plain Datasette made good for claims.

Only hooks stand here; each leads to the module that does it.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from datasette_claims import compat, desks, headers, links, permissions, plain, routes, served
from datasette_claims.compat import Actor, Datasette, hookimpl


@hookimpl
def startup(datasette: Datasette) -> Any:
    """Make ready what Datasette serves."""
    compat.quiet_tracebacks()
    desks.begin(datasette)
    served.begin(datasette)
    return lambda: compat.tell(datasette, desks.known(datasette).names, plain.metadata(datasette), plain.queries)


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Let Datasette's connections to our files be as our own."""
    desks.prepare(conn)


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    """The pages and the acts."""
    return routes.table()


@hookimpl
def asgi_wrapper(datasette: Datasette) -> Any:
    """Headers for every response."""
    return lambda app: headers.wrap(datasette, app)


@hookimpl
def skip_csrf(datasette: Datasette, scope: Any) -> bool:
    """0.65: our acts look at the token themselves, for Datasette's own refusal loses what was typed."""
    return links.is_ours(datasette, scope)


@hookimpl
def permission_allowed(datasette: Datasette, actor: Actor, action: str) -> bool | None:
    """0.65: yes, no, or no opinion."""
    return permissions.rule(datasette, actor, action)


@hookimpl
def permission_resources_sql(datasette: Datasette, actor: Actor, action: str) -> Any:
    """1.0: the same as rows."""
    return permissions.rules(datasette, actor, action)


@hookimpl
def register_actions() -> list[Any]:
    """1.0: the permission to review."""
    return permissions.actions()


@hookimpl
def get_metadata(datasette: Datasette) -> dict[str, Any]:
    """0.65: words, labels, facets and search for our tables."""
    return plain.metadata(datasette)


@hookimpl
def canned_queries(datasette: Datasette, database: str) -> dict[str, Any]:
    """0.65: what a desk asks again and again."""
    return plain.queries(database, datasette)


@hookimpl
def render_cell(value: object, column: str, database: str, datasette: Datasette) -> Any:
    """Ids lead to our pages."""
    return plain.cell(value, column, database, datasette)


@hookimpl
def menu_links(datasette: Datasette) -> list[dict[str, str]]:
    """The way to the pages, from everywhere."""
    return plain.links(datasette)


@hookimpl
def database_actions(datasette: Datasette, database: str) -> list[dict[str, str]]:
    """The way to the pages, from the database they are about."""
    return plain.links(datasette, database)
