"""Pipes that close, keys that interrupt, terminals that watch."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

CLAIMS = [sys.executable, "-c", "from claims.cli import main; main()"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and terminals of Unix")


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_reader_that_has_seen_enough_is_no_error(stocked: Desk, options: list[str]) -> None:
    """`claims list | head -1` ends without a word on stderr."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([*CLAIMS, "list", *options], stdout=writing, stderr=subprocess.PIPE, cwd=stocked.folder)
    os.close(writing)
    assert done.stderr == b""


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [["list"], ["list", "--json"], ["export"], ["schema"], ["show", "ID"]])
def test_full_disk_is_said_without_a_traceback(stocked: Desk, arguments: list[str]) -> None:
    """Whoever redirects into a file that cannot grow is told."""
    id = stocked.claim("winter")["id"]
    command = [*CLAIMS, *(id if argument == "ID" else argument for argument in arguments)]
    with open("/dev/full", "wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=stocked.folder)
    assert done.returncode == 1
    assert done.stderr.startswith(b"Error: The output cannot be written")
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


def test_interrupt_is_quiet_and_leaves_nothing_behind(desk: Desk) -> None:
    """Ctrl-C while a command waits for its input: exit 130, no traceback, no database."""
    # It says when it has started: the signal must not meet an interpreter that is still loading.
    # A run in the background has its children ignore the signal, which is theirs to undo.
    heeding = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    started = f"{heeding}; from claims.cli import main; print('started', flush=True); main()"
    with subprocess.Popen(
        [sys.executable, "-c", started, "add", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=desk.folder,
    ) as running:
        assert running.stdout
        running.stdout.readline()
        # Long enough for a busy machine to have come to the reading.
        time.sleep(3)
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=30)
    assert running.returncode == 130
    assert b"Traceback" not in err
    assert list(desk.folder.iterdir()) == []


def test_progress_is_shown_to_a_terminal_only(desk: Desk) -> None:
    """Many files show a bar where somebody watches, and none in a log."""
    for n in range(3):
        desk.write(f"news/{n}.txt", f"Ilse Varn said on Friday that {n + 2} cranes would be enough.\n")
    main, terminal = pty.openpty()
    done = subprocess.run([*CLAIMS, "add", "news"], stdout=subprocess.PIPE, stderr=terminal, cwd=desk.folder)
    os.close(terminal)
    seen = os.read(main, 10_000)
    os.close(main)
    assert done.returncode == 0
    assert b"Reading" in seen
    assert b"Reading" not in done.stdout
    assert b"\x1b" not in done.stdout
    again = subprocess.run([*CLAIMS, "add", "news"], capture_output=True, cwd=desk.folder)
    assert again.stderr == b"3 unchanged.\n"


def test_output_that_cannot_be_encoded_is_no_traceback(stocked: Desk) -> None:
    """JSON is UTF-8 whatever the terminal says; a table shows what it can."""
    env = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    as_json = subprocess.run([*CLAIMS, "list", "--json"], capture_output=True, cwd=stocked.folder, env=env)
    assert "“We will not wait".encode() in as_json.stdout
    table = subprocess.run([*CLAIMS, "list"], capture_output=True, cwd=stocked.folder, env=env)
    assert table.returncode == 0
    assert b"Ilse Varn" in table.stdout
