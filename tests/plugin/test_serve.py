"""``claims serve``: a real server in a process of its own, signed in by a link, closed to everybody else."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import httpx
import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Bench

CLAIMS = [sys.executable, "-c", "from claims.cli import main; main()"]
PATIENCE = 60
LISTS = ("/claims/-/queries.json", "/-/schema.json", "/-/tables.json", "/-/jump.json", "/-/queries.json")
"""Where 1.0 answers strangers with an empty list."""

Start = Callable[..., "Served"]


class Served:
    """A server, and the link that it printed."""

    def __init__(self, process: subprocess.Popen[str], log: Path) -> None:
        self.process = process
        self.log = log
        deadline = time.monotonic() + PATIENCE
        while not (found := re.search(r"http://\S+token=\S+\n", log.read_text(encoding="utf-8"))):
            assert process.poll() is None, log.read_text(encoding="utf-8")
            assert time.monotonic() < deadline, log.read_text(encoding="utf-8")
            time.sleep(0.1)
        self.link = found.group().strip()
        self.root = self.link.partition("/-/")[0]


@pytest.fixture
def start(bench: Bench, tmp_path: Path) -> Iterator[Start]:
    """Start servers, and end each by its own id."""
    running: list[subprocess.Popen[str]] = []

    def serve(*arguments: str) -> Served:
        log = tmp_path / f"log{len(running)}.txt"
        command = [*CLAIMS, "serve", "--db", str(bench.path), "--as", "mara", "--port", "0", *arguments]
        with log.open("w", encoding="utf-8") as out:
            process = subprocess.Popen(command, cwd=tmp_path, stdout=out, stderr=subprocess.STDOUT, text=True)
        running.append(process)
        return Served(process, log)

    yield serve
    for process in running:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=PATIENCE)


def test_the_link_signs_in_once_and_the_desk_is_private(start: Start, bench: Bench) -> None:
    """Whoever has not followed the link sees nothing; whoever has, reviews under the name that was given."""
    served = start()
    claim = bench.claim("keep every route open")
    with httpx.Client(base_url=served.root) as stranger, httpx.Client(base_url=served.root) as mara:
        for address in (
            "/",
            "/claims",
            "/claims.json",
            "/claims/claims",
            "/claims/claims.csv?_stream=on",
            "/claims/claims/1",
            "/claims?sql=select+1",
            "/claims/-/query?sql=select+1",
            "/claims/who_did_what?days=1",
            "/-/claims",
            "/-/claims.json",
            f"/-/claims/claim/{claim.id}",
            "/-/databases.json",
            "/-/metadata.json",
            "/claims.db",
            # Some of these are addresses of 1.0 only.
            "/claims/-/schema.json",
            "/claims/claims/-/schema.json",
            "/claims/-/queries.json",
            "/claims/claims/-/autocomplete?q=ferry",
            "/claims/-/query/parameters?sql=select+1",
            "/-/schema.json",
            "/-/tables.json",
            "/-/jump.json",
            "/-/queries.json",
        ):
            response = stranger.get(address)
            assert response.status_code in {403, 404} or address in LISTS, (address, response.text)
            assert not any(word in response.text for word in ("Ostmere", "claims_in_words", "who_did_what")), address
        wrong = served.link.partition("=")[0] + "=guessed"
        assert stranger.get(wrong).status_code == 403

        response = mara.get(served.link)
        assert (response.status_code, response.headers["location"]) == (303, "/-/claims")
        cookie = response.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=lax" in cookie
        assert mara.get("/-/claims").status_code == 200
        assert mara.get("/claims/claims").status_code == 200
        assert stranger.get(served.link).status_code == 403

        told = mara.post(f"/-/claims/claim/{claim.id}/tag", json={"version": 0}).json()
        assert told["claim"]["status"] == "tagged"
        assert bench.store.value("SELECT actor FROM events WHERE claim IS NOT NULL") == "mara"


def test_a_strange_page_cannot_reach_the_desk_under_its_own_name(start: Start) -> None:
    """A name of somebody else's that leads to this machine is not answered, whatever is asked."""
    served = start()
    port = served.root.rpartition(":")[2]
    with httpx.Client(base_url=served.root) as client:
        for host in (f"evil.example:{port}", "evil.example", "127.0.0.1", f"127.0.0.1.evil.example:{port}", ""):
            assert client.get("/-/claims", headers={"host": host}).status_code in {400, 421}, host
        assert client.get("/-/claims", headers={"host": f"localhost:{port}"}).status_code == 403


def test_the_secret_stands_in_no_argument_of_the_server(start: Start) -> None:
    """Other users of the machine can read what a process was called with."""
    served = start()
    token = served.link.partition("token=")[2]
    folder = f"/proc/{served.process.pid}"
    if not os.path.exists(folder):
        pytest.skip("this system does not show processes as files")
    with open(f"{folder}/cmdline", encoding="utf-8") as file:
        assert token not in file.read()


def test_further_options_go_through_to_datasette(start: Start) -> None:
    """What stands behind the two dashes is Datasette's affair, and wins over what we set."""
    served = start("--", "--setting", "suggest_facets", "on", "--setting", "default_page_size", "7")
    with httpx.Client(base_url=served.root) as client:
        client.get(served.link)
        told = client.get("/-/settings.json").json()
    assert (told["suggest_facets"], told["default_page_size"]) == (True, 7)


def test_ctrl_c_ends_the_server_and_nothing_stays_behind(start: Start) -> None:
    """The process that was started is the server itself, so a signal reaches it."""
    served = start()
    served.process.send_signal(signal.SIGINT)
    served.process.wait(timeout=PATIENCE)
    with pytest.raises(httpx.ConnectError):
        httpx.get(served.root)


def refused(*arguments: str, folder: Path) -> str:
    """What the command says where it does not start."""
    done = subprocess.run([*CLAIMS, "serve", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr


def test_what_cannot_be_served_is_said_before_anything_starts(bench: Bench, tmp_path: Path) -> None:
    """A port that is taken, an address for strangers, a file that is not there or not ours."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        said = refused("--db", str(bench.path), "--port", port, folder=tmp_path)
    assert f"Port {port} of 127.0.0.1 cannot be used" in said
    assert "--port" in said
    for host in ("0.0.0.0", "::", "example.com", "192.168.1.7"):
        said = refused("--db", str(bench.path), "--host", host, folder=tmp_path)
        assert "no address of this machine for itself" in said
    for option in ("--host", "-h", "--port=80", "--uds"):
        said = refused("--db", str(bench.path), "--", option, "0.0.0.0", folder=tmp_path)
        assert "cannot be passed on" in said
    assert "There is no database" in refused("--db", "nowhere.db", folder=tmp_path)
    (tmp_path / "letter.db").write_text("Dear desk, this is no database at all. " * 40, encoding="utf-8")
    assert "no SQLite database" in refused("--db", "letter.db", folder=tmp_path)


def test_nothing_heavy_is_loaded_before_the_server_takes_over(bench: Bench) -> None:
    """Datasette costs a second or two to import; the command hands over without doing it twice."""
    code = """
import os, sys
from claims.cli import app
def handed(path, arguments):
    heavy = {"datasette", "onnxruntime", "numpy", "sqlite_utils", "trafilatura", "rich.console"} & set(sys.modules)
    print("heavy:", sorted(heavy), "secret:", any("token" in a for a in arguments))
    raise SystemExit
os.execv = handed
app(["serve", "--port", "0", "--db", sys.argv[1]])
"""
    done = subprocess.run([sys.executable, "-c", code, str(bench.path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "heavy: [] secret: False", done.stderr
