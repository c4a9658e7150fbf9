"""From a value to a response: HTML by a template, or JSON; and every failure as a page of its own."""

from __future__ import annotations

import json
import sqlite3
import traceback
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any
from urllib.parse import unquote

from datasette.utils.asgi import Forbidden

from claims.errors import ClaimsError, NotFound
from claims.models import Value
from claims.store import Store
from datasette_claims import compat, desks
from datasette_claims.asked import Asked
from datasette_claims.compat import Datasette, Request, Response
from datasette_claims.links import Links
from datasette_claims.pages import Page, wording
from datasette_claims.permissions import REVIEW
from datasette_claims.problems import Problem, other, problem
from datasette_claims.typed import Typed

View = Callable[[Request, Datasette], Awaitable[Response]]

HOW_TO_SIGN_IN = "Sign in: with `claims serve` by the link that it prints, elsewhere as this site does it."


def wants_json(request: Request) -> bool:
    """Say whether a program asks: by the address, or by what it sends."""
    path = str(request.path)
    sent = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return path.endswith(".json") or sent == "application/json"


async def desk(request: Request, datasette: Datasette) -> str:
    """The name of the file that an address means: the one it names, or the first. Raises NotFound, Forbidden."""
    there = await desks.names(datasette)
    named = request.url_vars.get("desk")
    name = unquote(named) if named else next(iter(there), None)
    if name is None or name not in there:
        raise NotFound(f"There is no desk {name}." if name else "None of the databases here is a Claimdesk file.")
    await compat.ensure_view(datasette, request.actor, name)
    return name


async def reviewer(request: Request, datasette: Datasette, name: str) -> str | None:
    """The id of the actor if they may act upon the file."""
    actor = request.actor
    if not actor or not actor.get("id") or not await compat.allowed(datasette, actor, REVIEW, name):
        return None
    return str(actor["id"])


def asked(request: Request, who: str | None) -> Asked:
    """The parts of the address, decoded."""
    ids = {name: unquote(value) for name, value in request.url_vars.items() if value is not None and name != "desk"}
    return Asked(ids=ids, query={name: tuple(request.args.getlist(name)) for name in request.args}, reviewer=who)


async def page(
    request: Request,
    datasette: Datasette,
    template: str,
    value: Value | None,
    *,
    name: str | None = None,
    who: str | None = None,
    trouble: Problem | None = None,
    typed: Typed | None = None,
) -> Response:
    """Render a value; the names below are all that a template may rely on."""
    links = Links(datasette, request.url_vars.get("desk") and name)
    status = trouble.status if trouble else 200
    context = {
        "page": value,
        "desk": name,
        "words": wording,
        "link": links.link,
        "static": links.static,
        "reviewer": who,
        "token": compat.form_token(request),
        "problem": trouble,
        "typed": typed or Typed(),
        "here": str(request.full_path),
    }
    html = await datasette.render_template(template, context, request=request, view_name=template.partition(".")[0])
    return Response.html(html, status=status)


def read(page: Page, asked: Asked, conn: sqlite3.Connection) -> Value:
    """What a page shows, all of one moment."""
    store = Store(conn)
    with store.reading():
        return page.data(store, asked)


def as_json(value: Any, *, status: int = 200) -> Response:
    """A value as JSON."""
    body = value.model_dump_json() if isinstance(value, Value) else json.dumps(value)
    return Response(body, status=status, content_type="application/json; charset=utf-8")


async def failed(request: Request, datasette: Datasette, trouble: Problem) -> Response:
    """A failure with no page of its own to stand on."""
    if wants_json(request):
        return refusal(trouble)
    # Where the program itself broke, asking for more could break again.
    who = await _whoever(request, datasette) if trouble.status < 500 else None
    return await page(request, datasette, "claims_problem.html", None, trouble=trouble, who=who)


async def _whoever(request: Request, datasette: Datasette) -> str | None:
    """Who is to be greeted on a page of no desk in particular: whoever may review the one meant, or else the first."""
    there = await desks.names(datasette)
    named = request.url_vars.get("desk")
    name = unquote(named) if named and unquote(named) in there else next(iter(there), None)
    return await reviewer(request, datasette, name) if name else None


def refusal(trouble: Problem) -> Response:
    """A failure as JSON."""
    told = trouble.model_dump(mode="json", exclude={"message", "title"})
    return as_json({"ok": False, "error": trouble.message, **told}, status=trouble.status)


def guarded(view: View) -> View:
    """Answer with a page of ours whatever happens in a view, and never with a traceback."""

    @wraps(view)
    async def safely(request: Request, datasette: Datasette) -> Response:
        try:
            return await view(request, datasette)
        except ClaimsError as error:
            return await failed(request, datasette, problem(error))
        except Forbidden:
            return await failed(request, datasette, other(403, "Not for you", "You may not see this.", HOW_TO_SIGN_IN))
        except Exception:
            # The last door before the browser: the server's log gets the traceback, and the reader a page.
            traceback.print_exc()
            words = "A mistake of the program, not of yours. The server's log says more."
            return await failed(request, datasette, other(500, "Something broke", words))

    return safely
