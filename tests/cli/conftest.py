"""The command line as people use it: real files, a real database, separate streams."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from typer.testing import CliRunner

from claims.cli import app

ARTICLE = """\
Title: Harbour master asks for cranes before winter
Publisher: The Calmouth Herald
Published: 2026-03-05
URL: https://calmouthherald.example/2026/harbour

“We will not wait for another winter,” harbour master Ilse Varn told reporters on Wednesday.

She said that the port needs at least 12 cranes and that repairs would cost between 30 and 50 million dollars.

Tom Brask, who leads the dockers' union, disagreed. “There are 14 cranes, and all of them work,” Brask said.
"""


class Done(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Desk:
    """A folder, and the command line run in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._runner = CliRunner()

    def run(self, *arguments: str, input: str | bytes | None = None, **env: str) -> Done:
        """Run one command in this process; an exception that is no exit is raised."""
        result = self._runner.invoke(app, arguments, input=input, env=env, prog_name="claims", catch_exceptions=False)
        return Done(result.exit_code, result.stdout, result.stderr)

    def json(self, *arguments: str) -> Any:
        """What a command that has to go well writes as JSON."""
        done = self.run(*arguments, "--json")
        assert done.code == 0, done.err
        return done.json

    def write(self, name: str, content: str | bytes) -> str:
        """Put a file into the folder; returns its name."""
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return name

    def claim(self, words: str) -> dict[str, Any]:
        """The one claim with these words, as it is now."""
        found: list[dict[str, Any]] = self.json("list", "--search", words)
        (claim,) = found
        return claim


Outside = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """An empty folder, with nothing of the tester's own settings."""
    for name in [name for name in os.environ if name.startswith(("CLAIMS_", "UV_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("CLAIMS_ACTOR", "mara")
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path)


@pytest.fixture(scope="session")
def one_article(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a database to which one article was added, for tests to start from."""
    there = Desk(tmp_path_factory.mktemp("template"))
    path = there.folder / there.write("harbour.txt", ARTICLE)
    # Rules, for these tests are about commands: the same claims whatever is trained anew.
    done = there.run("add", str(path), "--tagger", "rules", "--db", str(there.folder / "claims.db"), "--as", "mara")
    assert done.code == 0, done.err
    # The last connection to close has written everything into the one file.
    assert [left.name for left in there.folder.glob("claims.db-*")] == []
    return (there.folder / "claims.db").read_bytes()


@pytest.fixture
def stocked(desk: Desk, one_article: bytes) -> Desk:
    """A folder whose claims.db holds one article."""
    desk.write("harbour.txt", ARTICLE)
    desk.write("claims.db", one_article)
    return desk


@pytest.fixture
def outside(desk: Desk) -> Outside:
    """Run a command in a process of its own."""

    def run(*arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from claims.cli import main; main()", *arguments]
        return subprocess.run(command, cwd=desk.folder, capture_output=True, text=True, env=os.environ | env)

    return run
