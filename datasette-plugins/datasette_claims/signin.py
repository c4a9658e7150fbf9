"""Signing in the person at the keyboard, by the link that ``claims serve`` prints; it works once."""

from __future__ import annotations

from datasette_claims import served, serving
from datasette_claims.compat import Datasette, Request, Response
from datasette_claims.links import Links
from datasette_claims.problems import other

_USED = other(
    403,
    "Not signed in",
    "This link has been used, or was never valid.",
    "Start the server again for a new one: claims serve",
)


async def serve(request: Request, datasette: Datasette) -> Response:
    """Sign in whoever brings the token, once."""
    user = served.user_of(request.args.get("token") or "")
    if user is None:
        return await serving.failed(request, datasette, _USED)
    response = Response("", status=303, headers={"location": Links(datasette, None).link()})
    response.set_cookie("ds_actor", datasette.sign({"a": {"id": user}}, "actor"), httponly=True, samesite="lax")
    return response
