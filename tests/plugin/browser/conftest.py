"""A real server and a real browser: pages are driven as people drive them."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from itsdangerous import URLSafeSerializer

from claims import desk
from claims.intake import read_path
from claims.models import ClaimRecord
from claims.resources import resource
from claims.store import claims, open_store, queue
from claims.store.queue import Sort
from claims.store.search import ClaimFilter

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
OPTIONS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
SECRET = "only for tests, and long enough to sign with"
SIZES = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 360, "height": 740}}
PATIENCE = 20_000
"""Milliseconds that a busy machine may take for one step."""

RUN = "from claims.cli import main; main()"
LINK = re.compile(r"http://127\.0\.0\.1:\d+/\S+")


@dataclass
class Desk:
    """A served file: its address, and a store beside the server."""

    path: Path
    url: str
    link: str
    """Signs in the person at the keyboard, once."""

    def claims(self, **wanted: Any) -> list[ClaimRecord]:
        """The claims that fit, in reading order."""
        with open_store(self.path) as store:
            return queue.page(store, ClaimFilter(**wanted), Sort.ARTICLE, limit=10_000)

    def claim(self, id: str) -> ClaimRecord:
        """The claim as it is now."""
        with open_store(self.path) as store:
            return claims.record(store, id)

    def act(self, actor: str, do: Callable[..., Any], id: str, *rest: Any, **named: Any) -> None:
        """Let somebody act upon a claim by another door."""
        with open_store(self.path) as store:
            outcome = do(store, desk.act(actor), desk.see(store, [id]), *rest, **named)
            assert not getattr(outcome, "failed", None), outcome.failed

    def decide(self, actor: str, id: str, action: str, **found: Any) -> None:
        """Let somebody decide by another door."""
        self.act(actor, desk.decide, id, desk.Decision(action=action, **found))

    def in_review(self, id: str, by: str = "mara") -> None:
        """Bring an untouched claim into review."""
        self.act(by, desk.tag, id, desk.Correction())
        self.decide(by, id, "submit")


def samples(path: Path) -> None:
    """Fill a file with the nine sample articles."""
    with open_store(path) as store:
        for article in sorted(resource("annotations/sample").glob("0*.txt")):
            desk.add(store, desk.act("mara"), read_path(article))


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, to be copied."""
    path = tmp_path_factory.mktemp("filled") / "claims.db"
    samples(path)
    with sqlite3.connect(path) as conn:
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    conn.close()
    return path


@pytest.fixture(scope="module")
def served(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The samples behind ``claims serve``, in a process of its own."""
    path = tmp_path_factory.mktemp("desk") / "claims.db"
    shutil.copy(filled, path)
    yield from _serve(path)


def _serve(path: Path) -> Iterator[Desk]:
    command = [sys.executable, "-c", RUN, "serve", "--db", str(path), "--port", "0", "--as", "ada"]
    env = os.environ | {"DATASETTE_SECRET": SECRET, "PYTHONUNBUFFERED": "1"}
    server = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert server.stdout is not None
    said: list[str] = []
    try:
        for line in server.stdout:
            said.append(line)
            if found := LINK.search(line):
                break
        else:
            pytest.fail(f"the server ended: {''.join(said)}")
        # What it says later must go somewhere, or it stops when the pipe is full.
        threading.Thread(target=server.stdout.read, daemon=True).start()
        link = found.group()
        yield Desk(path=path, url=link.partition("/-/")[0], link=link)
    finally:
        server.terminate()
        server.wait(20)
        server.stdout.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A browser for the tests of a module: as long as it is open, nothing else can run an event loop here."""
    if CHROMIUM is None:
        pytest.skip("no Chromium here; on Debian: apt-get install chromium")
    with playwright.sync_playwright() as p:
        browser = p.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield browser
        browser.close()


@dataclass
class Windows:
    """Opens windows of people, and remembers what their consoles complained of."""

    browser: Any
    desk: Desk
    complaints: list[str] = field(default_factory=list)
    _contexts: list[Any] = field(default_factory=list)

    def open(self, actor: str | None = "ada", *, size: str = "desktop", **options: Any) -> Any:
        """A window of a person's own, signed in."""
        context = self.browser.new_context(viewport=SIZES[size], base_url=self.desk.url, **options)
        context.set_default_timeout(PATIENCE)
        if actor is not None:
            signed = URLSafeSerializer(SECRET, "actor").dumps({"a": {"id": actor}})
            context.add_cookies([{"name": "ds_actor", "value": signed, "url": self.desk.url}])
        page = context.new_page()
        page.on("console", lambda said: said.type in {"error", "warning"} and self.complaints.append(said.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self._contexts.append(context)
        return page

    def close(self) -> None:
        """Close them all."""
        for context in self._contexts:
            context.close()


@pytest.fixture
def windows(chromium: Any, served: Desk) -> Iterator[Windows]:
    """Windows onto the served desk; whatever a console complains of fails the test."""
    opened = Windows(chromium, served)
    yield opened
    opened.close()
    assert not opened.complaints
