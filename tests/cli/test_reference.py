"""docs/cli.md says what the commands say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from claims.cli.group import ORDER

ROOT = Path(__file__).resolve().parents[2]


def test_reference_is_what_the_commands_say_wherever_it_is_written() -> None:
    """Neither the width of a terminal nor who is logged in nor the environment stands in the page."""
    command = [sys.executable, "scripts/write_cli_reference.py", "--check"]
    env = {"COLUMNS": "57", "CLAIMS_DB": "mine.db", "CLAIMS_ACTOR": "ada", "USER": "bo", "FORCE_COLOR": "1"}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_every_command_has_its_section() -> None:
    """Nothing can be typed that the reference does not know."""
    headings = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8").splitlines()
    assert all(f"### claims {name}" in headings for name in ORDER)
