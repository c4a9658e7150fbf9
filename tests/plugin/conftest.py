"""Datasette as a visitor meets it: a real file, the real plugin, requests with cookies as a browser sends them."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest
from datasette.app import Datasette
from datasette.version import __version__

from claims.models import ClaimRecord

if TYPE_CHECKING:
    from httpx import Response

    from tests.conftest import Bench

ROOT = Path(__file__).resolve().parents[2]
PLUGINS = ROOT / "datasette-plugins"
NEXT = int(str(__version__).partition(".")[0]) >= 1

TOKEN_COOKIE = "ds_csrftoken"


class Site:
    """One server with its files; what it is asked runs in one event loop, as in a server."""

    def __init__(self, *files: Path, **options: Any) -> None:
        self.loop = asyncio.new_event_loop()
        self.datasette = Datasette([str(file) for file in files], plugins_dir=str(PLUGINS), **options)
        self.run(self.datasette.invoke_startup())

    def run(self, coroutine: Any) -> Any:
        """Wait for something."""
        return self.loop.run_until_complete(coroutine)

    def close(self) -> None:
        """Let go of the files."""
        for database in self.datasette.databases.values():
            database.close()
        self.run(self.loop.shutdown_default_executor())
        if self.datasette.executor is not None:
            self.datasette.executor.shutdown()
        self.loop.close()

    def as_(self, actor: str | None) -> Visitor:
        """A browser in which somebody is signed in, or nobody."""
        return Visitor(self, actor)


class Visitor:
    """A browser: it keeps cookies and knows the token of its forms."""

    def __init__(self, site: Site, actor: str | None) -> None:
        self.site = site
        self.cookies: dict[str, str] = {}
        if actor is not None:
            signed = site.datasette.sign({"a": {"id": actor}}, "actor")
            self.cookies["ds_actor"] = str(signed)

    def request(self, method: str, path: str, *, headers: Mapping[str, str] | None = None, **more: Any) -> Response:
        """Send a request, and keep what cookies come back."""
        sent = dict(headers or {})
        if self.cookies:
            sent["cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        client = self.site.datasette.client
        response: Response = self.site.run(getattr(client, method)(path, headers=sent, **more))
        for name, value in response.cookies.items():
            self.cookies[name] = value
        return response

    def get(self, path: str, **more: Any) -> Response:
        """Look at a page."""
        return self.request("get", path, **more)

    def post(self, path: str, fields: Mapping[str, object], *, token: str | None = "", **more: Any) -> Response:
        """Send a form with its token; ``token`` None leaves it out, and another text takes its place."""
        sent = dict(fields)
        if token is not None:
            sent["csrftoken"] = token or self.token()
        headers = {"content-type": "application/x-www-form-urlencoded"} | dict(more.pop("headers", {}))
        return self.request("post", path, content=urlencode(sent, doseq=True), headers=headers, **more)

    def send(self, path: str, fields: object, **more: Any) -> Response:
        """Send JSON, as a script of ours does."""
        headers = {"content-type": "application/json"} | dict(more.pop("headers", {}))
        return self.request("post", path, content=json.dumps(fields), headers=headers, **more)

    def token(self) -> str:
        """What the forms of this browser carry."""
        if not NEXT and TOKEN_COOKIE not in self.cookies:
            self.get("/-/claims/nowhere")
        return self.cookies.get(TOKEN_COOKIE, "none")


MakeSite = Callable[..., Site]


@pytest.fixture
def make_site() -> Iterator[MakeSite]:
    """Start servers, and end them with the test."""
    made: list[Site] = []

    def make(*files: Path, **options: Any) -> Site:
        made.append(Site(*files, **options))
        return made[-1]

    yield make
    for site in made:
        site.close()


@pytest.fixture
def site(bench: Bench, make_site: MakeSite) -> Site:
    """A server with one file in it."""
    return make_site(bench.path)


@pytest.fixture
def mara(site: Site) -> Visitor:
    """A reviewer's browser."""
    return site.as_("mara")


@pytest.fixture
def nobody(site: Site) -> Visitor:
    """The browser of somebody who is not signed in."""
    return site.as_(None)


@pytest.fixture
def claim(bench: Bench) -> ClaimRecord:
    """A claim that nobody has touched."""
    return bench.claim("keep every route open")
