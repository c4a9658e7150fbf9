"""Whatever differs between Datasette 0.65 and 1.0, so that no other module has to know.

0.65 asks a hook about each permission, sends a token with each form and opens no transaction; 1.0 asks for
SQL rules, looks at the headers of each request and opens one.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar, cast

import datasette as _datasette
from datasette import hookimpl as _hookimpl
from datasette.utils.asgi import Forbidden
from datasette.version import __version__

NEXT = int(str(__version__).partition(".")[0]) >= 1
"""Whether this is the 1.0 line."""

Actor = Mapping[str, Any] | None
Datasette = Any
Request = Any
Database = Any
Response = _datasette.Response

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")


def hookimpl(function: F) -> F:
    """Mark a hook; one that the other line does not know is no error."""
    return cast("F", _hookimpl(optionalhook=True)(function))


async def allowed(datasette: Datasette, actor: Actor, action: str, database: str) -> bool:
    """Say whether the actor may do that in the database."""
    if NEXT:
        from datasette.resources import DatabaseResource

        return bool(await datasette.allowed(action=action, resource=DatabaseResource(database), actor=actor))
    return bool(await datasette.permission_allowed(actor, action, resource=database, default=False))


async def ensure_view(datasette: Datasette, actor: Actor, database: str) -> None:
    """Raise Forbidden unless the actor may see the database."""
    if NEXT:
        if not await allowed(datasette, actor, "view-database", database):
            raise Forbidden("view-database")
    else:
        await datasette.ensure_permissions(actor, [("view-database", database), "view-instance"])


async def write(database: Database, act: Callable[[Any], T]) -> T:
    """Run an act, which opens its own transaction, on the connection that all writing shares."""

    def alone(conn: Any) -> T:
        # What an earlier write of somebody else left half done must not become part of this one.
        if conn.in_transaction:
            conn.rollback()
        return act(conn)

    if NEXT:
        return cast("T", await database.execute_write_fn(alone, transaction=False))
    return cast("T", await database.execute_write_fn(alone))


async def body(request: Request, most: int) -> bytes | None:
    """All that was sent, or None where it is more than ``most`` bytes; 0.65 itself sets no limit."""
    out = bytearray()
    more = True
    while more:
        message = await request.receive()
        out += message.get("body", b"")
        more = message.get("more_body", False)
        if len(out) > most:
            return None
    return bytes(out)


def form_token(request: Request) -> str:
    """What a form of ours must bring back; 1.0 looks at headers instead and ignores it."""
    token = request.scope.get("csrftoken")
    return str(token()) if token else ""


def has_token(request: Request, typed: str | None) -> bool:
    """Say whether a form brings the token that 0.65 gave out with it; a request without a cookie needs none."""
    if NEXT or not request.headers.get("cookie"):
        return True
    return secrets.compare_digest((typed or "").encode(), form_token(request).encode())


def quiet_tracebacks() -> None:
    """Keep Datasette from printing a rich traceback, with cookies in it, for every page that is not there."""
    from datasette import handle_exception

    # Typer always brings rich along; without this a 404 costs seconds, and some end as a 500.
    handle_exception.rich = None


_CONFIGURED = ("facets", "label_column", "sort_desc", "fts_table", "fts_pk", "hidden")
"""What 1.0 takes from its configuration; what is left of metadata are words."""


async def tell(
    datasette: Datasette,
    desks: Sequence[str],
    metadata: Mapping[str, Any],
    queries: Callable[[str, Datasette], Mapping[str, Mapping[str, Any]]],
) -> None:
    """For 1.0, which asks no hook: write down what 0.65 asks for; what the site itself says stands."""
    if not NEXT:
        return
    if datasette.config is None:
        datasette.config = {}
    for desk in desks:
        configured = datasette.config.setdefault("databases", {}).setdefault(desk, {}).setdefault("tables", {})
        for table, said in metadata["databases"][desk]["tables"].items():
            own = configured.setdefault(table, {})
            for key in _CONFIGURED:
                if key in said:
                    own.setdefault(key, said[key])
            if "description" in said and not (await datasette.get_resource_metadata(desk, table)).get("description"):
                await datasette.set_resource_metadata(desk, table, "description", said["description"])
            for column, words in said["columns"].items():
                if not (await datasette.get_column_metadata(desk, table, column)).get("description"):
                    await datasette.set_column_metadata(desk, table, column, "description", words)
        for name, query in queries(desk, datasette).items():
            await datasette.add_query(
                desk,
                name,
                query["sql"],
                title=query["title"],
                description=query["description"],
                parameters=query["params"],
                source="claimdesk",
            )
