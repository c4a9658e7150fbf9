"""The acts: each address calls one function of ``desk``, inside one transaction, in the name of whoever asks.

What is refused changes nothing, says why, and gives back everything that was typed.
"""

from __future__ import annotations

import sqlite3
from typing import Any
from urllib.parse import parse_qs, urlsplit

from claims import desk
from claims.errors import ClaimsError, InputError, StaleVersion
from claims.models import ClaimRecord, Event, Value
from claims.store import Store, events
from datasette_claims import compat, inputs, pages, serving
from datasette_claims.acts import ACTS, WebAct
from datasette_claims.asked import Asked
from datasette_claims.compat import Datasette, Request, Response
from datasette_claims.links import Links
from datasette_claims.problems import Problem, other, problem
from datasette_claims.serving import View
from datasette_claims.typed import Typed

CHANNEL = "browser"

__all__ = ["ACTS", "serve"]

NO_GET = other(405, "Only to send", "An act is sent by a form or as JSON; this address shows nothing.")
ELSEWHERE = other(403, "From elsewhere", "This was sent by a page of another site, so nothing was done.")
NO_TOKEN = other(
    403,
    "An old form",
    "Nothing was done: this form was not given out to you just now.",
    "Look at it and send it again.",
)
TOO_MUCH = other(413, "Too much", f"An act may send {inputs.MOST:,} bytes.")
NOT_ALLOWED = other(403, "Not for you", "Nothing was done: you may not review here.", serving.HOW_TO_SIGN_IN)
READ_ONLY = other(409, "Only to read", "This file is served for reading only, so nothing was done.")
UNKNOWN_TYPE = other(415, "Neither form nor JSON", "Send a form (application/x-www-form-urlencoded) or JSON.")

FORM, JSON = "application/x-www-form-urlencoded", "application/json"


class Done(Value):
    """What an act came to: the claim as it then is, if it is about one, and what a person is told."""

    claim: ClaimRecord | None
    told: str


class Refusal(Value):
    """Why an act did not come about; handed back as a value, for Datasette logs every exception of a write."""

    problem: Problem


def serve(act: WebAct) -> View:
    """The view of one act."""

    async def view(request: Request, datasette: Datasette) -> Response:
        if request.method != "POST":
            return await serving.failed(request, datasette, NO_GET)
        if not same_origin(request):
            return await serving.failed(request, datasette, ELSEWHERE)
        name = await serving.desk(request, datasette)
        who = await serving.reviewer(request, datasette, name)
        if who is None:
            return await serving.failed(request, datasette, NOT_ALLOWED)
        database = datasette.get_database(name)
        if not database.is_mutable:
            return await serving.failed(request, datasette, READ_ONLY)
        body = await compat.body(request, inputs.MOST)
        if body is None:
            return await serving.failed(request, datasette, TOO_MUCH)
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in {FORM, JSON}:
            return await serving.failed(request, datasette, UNKNOWN_TYPE)
        asked = serving.asked(request, who)
        if kind == JSON:
            given = inputs.understood(act.takes, inputs.json_fields(body))
            done = await compat.write(database, lambda conn: _do(act, conn, asked, given))
            if isinstance(done, Refusal):
                return serving.refusal(done.problem)
            return serving.as_json({"ok": True, "claim": done.claim.model_dump(mode="json") if done.claim else None})
        return await _by_form(request, datasette, act, name, asked, body)

    return serving.guarded(view)


async def _by_form(
    request: Request, datasette: Datasette, act: WebAct, name: str, asked: Asked, body: bytes
) -> Response:
    fields = inputs.form_fields(body)
    if not compat.has_token(request, next(iter(fields.get("csrftoken", ())), None)):
        return await _again(request, datasette, act, name, asked, NO_TOKEN, Typed(act.name, fields))
    links = Links(datasette, request.url_vars.get("desk") and name)
    try:
        given = inputs.understood(act.takes, inputs.from_form(act.takes, fields))
        done = await compat.write(datasette.get_database(name), lambda conn: _do(act, conn, asked, given, form=True))
    except InputError as error:
        done = Refusal(problem=problem(error))
    if isinstance(done, Refusal):
        return await _again(request, datasette, act, name, asked, done.problem, Typed(act.name, fields))
    datasette.add_message(request, done.told)
    onward = links.local(next(iter(fields.get("next", ())), None))
    there = links.link("claim", done.claim.id) if done.claim else links.link()
    return Response("", status=303, headers={"location": onward or there})


def _do(act: WebAct, conn: sqlite3.Connection, asked: Asked, given: Any, *, form: bool = False) -> Done | Refusal:
    store = Store(conn)
    try:
        # One outer act, so that whatever goes wrong on the way leaves nothing half done.
        with store.act():
            by = desk.act(str(asked.reviewer), channel=CHANNEL)
            record = act.do(store, by, asked.ids, act.plain(store, asked.ids, given) if form else given)
            return Done(claim=record, told=act.done or _told(store, record))
    except ClaimsError as error:
        return Refusal(problem=problem(error, since=_since(store, asked, error)))


def _told(store: Store, record: ClaimRecord | None) -> str:
    """The newest event of the claim in words."""
    history = events.of_claim(store, record.id) if record else []
    if not record or not history:
        return "Done."
    newest = history[-1]
    undone = next((one for one in history if one.seq == newest.undoes), None)
    return pages.wording.done(newest, record.verdict, undone)


def _since(store: Store, asked: Asked, error: ClaimsError) -> tuple[Event, ...]:
    """What happened to the claim after the version that was looked at."""
    if not isinstance(error, StaleVersion):
        return ()
    history = events.of_claim(store, asked.ids["id"])
    return tuple(event for event in history if event.version is not None and event.version >= error.expected)


async def _again(
    request: Request, datasette: Datasette, act: WebAct, name: str, asked: Asked, trouble: Problem, typed: Typed
) -> Response:
    """The page that the form stands on, with what is so now and what was typed."""
    page = pages.named(act.page)
    if page is None or trouble.status == 404:
        return await serving.failed(request, datasette, trouble)
    # The queue that the person walks stands in the address that they came from.
    onward = urlsplit(next(iter(typed.fields.get("next", ())), ""))
    query = {name: tuple(values) for name, values in parse_qs(onward.query).items()}
    shown = Asked(ids=asked.ids, query=query, reviewer=asked.reviewer)
    try:
        value = await datasette.get_database(name).execute_fn(lambda conn: serving.read(page, shown, conn))
    except ClaimsError:
        return await serving.failed(request, datasette, trouble)
    return await serving.page(
        request, datasette, page.TEMPLATE, value, name=name, who=asked.reviewer, trouble=trouble, typed=typed
    )


def same_origin(request: Request) -> bool:
    """Say whether a page of ours, or no browser at all, sent the request: the token of 0.65 guards forms only."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == request.host.lower() != ""
