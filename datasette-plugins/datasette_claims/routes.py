"""Which address leads where: one table of pages, one of acts."""

from __future__ import annotations

from datasette_claims import serving, signin, static, writes
from datasette_claims.compat import Datasette, Request, Response
from datasette_claims.links import DESK, ROOT
from datasette_claims.pages import PAGES, Page
from datasette_claims.problems import other
from datasette_claims.serving import View


def table() -> list[tuple[str, View]]:
    """All routes of ours, the one that catches the rest last."""
    return [
        (rf"^{ROOT}/static/(?P<version>[0-9a-f]+)/(?P<name>[^/]+)$", static.serve),
        (rf"^{ROOT}/sign-in$", serving.guarded(signin.serve)),
        *((rf"^{ROOT}{DESK}{one.PATH}(?:\.json)?$", _serve(one)) for one in PAGES),
        *((rf"^{ROOT}{DESK}{one.path}(?:\.json)?$", writes.serve(one)) for one in writes.ACTS),
        (rf"^{ROOT}(?:[/.].*)?$", serving.guarded(_nowhere)),
    ]


def _serve(page: Page) -> View:
    async def view(request: Request, datasette: Datasette) -> Response:
        if request.method not in {"GET", "HEAD"}:
            return await serving.failed(request, datasette, _READ_ONLY)
        name = await serving.desk(request, datasette)
        who = await serving.reviewer(request, datasette, name)
        asked = serving.asked(request, who)
        value = await datasette.get_database(name).execute_fn(lambda conn: serving.read(page, asked, conn))
        if serving.wants_json(request):
            return serving.as_json(value)
        return await serving.page(request, datasette, page.TEMPLATE, value, name=name, who=who)

    return serving.guarded(view)


_READ_ONLY = other(405, "Only to read", "This address shows a page; nothing can be sent to it.")


async def _nowhere(request: Request, datasette: Datasette) -> Response:
    words = "There is no such page of the desk."
    return await serving.failed(request, datasette, other(404, "Not there", words))
