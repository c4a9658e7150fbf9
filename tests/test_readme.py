"""The README cannot lie: what it tells people to type works as it stands."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import jsonschema_rs
import pytest

import claims
from claims.schemas import schema

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")

STAND_IN = "c1a2"
"""What the README writes for the id of a claim, and what the claim is about."""
SUBJECT = "helicopters"


def typed(block: str) -> list[str]:
    return re.findall(r"^\$ (.+)$", block, re.MULTILINE)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """An empty folder beside which the samples lie as in a checkout."""
    (tmp_path / "annotations").symlink_to(ROOT / "annotations", target_is_directory=True)
    return tmp_path


def run(arguments: list[str], desk: Path) -> subprocess.CompletedProcess[str]:
    quiet = {name: value for name, value in os.environ.items() if not name.startswith("CLAIMS_")}
    command = [sys.executable, "-c", "from claims.cli import main; main()", *arguments]
    return subprocess.run(command, cwd=desk, capture_output=True, text=True, env=quiet | {"CLAIMS_ACTOR": "mara"})


def test_first_walk_leads_to_a_verified_export(desk: Path) -> None:
    """Every `claims` command of the first walk works, in order, and the export at its end validates."""
    walk = README[README.index("## A first walk") : README.index("## From Python")]
    commands = [shlex.split(line)[1:] for line in typed(walk)]
    assert len(commands) >= 9
    for arguments in commands:
        if STAND_IN in arguments:
            found = json.loads(run(["list", "--search", SUBJECT, "--json"], desk).stdout)
            arguments = [found[0]["id"] if argument == STAND_IN else argument for argument in arguments]
        done = run(arguments, desk)
        assert done.returncode == 0, f"claims {shlex.join(arguments)}: {done.stderr}"
    exported = json.loads((desk / "verified.json").read_text(encoding="utf-8"))
    jsonschema_rs.validate(schema("export"), exported)
    (claim,) = exported["claims"]
    assert SUBJECT in claim["text"]
    assert (claim["status"], claim["verdict"]) == ("verified", "supported")
    assert claim["speakers"][0]["speaker"]["name"] == "Idris Vane"


def test_python_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    """The lines of Python do what they say."""
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    text = "The port needs at least 12 cranes, harbour master Ilse Varn said on Tuesday."
    exec(compile(example, "README.md", "exec"), {"text": text})
    assert "Ilse Varn The port needs at least 12 cranes" in capsys.readouterr().out


def test_every_public_function_is_named() -> None:
    """Who reads the README learns of the whole API."""
    assert all(f"claims.{name}" in README for name in claims.__all__)


def test_every_make_target_that_is_named_exists() -> None:
    """`make X` in README and CONTRIBUTING is a target of the Makefile."""
    texts = README + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:`|^\$ )make ([a-z]+)", texts, re.MULTILINE))
    assert {"demo", "test"} <= named <= set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))


def test_files_and_folders_that_are_named_exist() -> None:
    """The map of the repository is that of the repository."""
    table = README[README.index("## Where things are") :]
    named = re.findall(r"^\| (`.+?) \|", table, re.MULTILINE)
    paths = [path for cell in named for path in re.findall(r"`([^`]+)`", cell)]
    assert "claims/" in paths
    assert all((ROOT / path).exists() for path in paths)


def test_every_decision_is_in_the_index() -> None:
    """Nobody finds a decision that is not listed, and none is listed that is not there."""
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\]\(([^)]+)\)", (folder / "README.md").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(path.name for path in folder.glob("*.md") if path.name != "README.md")
