"""claims demo: the main job in one command, in a file of its own."""

from __future__ import annotations

import shlex
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claims.resources import resource

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

FILE = "claims-demo.db"


@pytest.fixture
def shown(desk: Desk) -> Desk:
    """A folder in which the demo ran."""
    assert desk.run("demo").code == 0
    return desk


def test_demo_stores_every_sample_and_shows_every_claim(desk: Desk) -> None:
    """Who, said what, figures and where, as a table; then what to type next."""
    done = desk.run("demo")
    assert done.code == 0
    claims = desk.json("list", "--db", FILE)
    assert len(desk.json("articles", "--db", FILE)) == len(list(resource("annotations/sample").glob("0*.txt"))) >= 8
    assert all(claim["id"][:8] in done.out for claim in claims)
    for expected in ("Idris Vane", "400", "Meridian Wire", "Mar 2025"):
        assert expected in done.out
    assert f"{len(claims)} claims" in done.err
    assert "What to do next" in done.err


def test_commands_that_the_demo_proposes_work_in_their_order(shown: Desk) -> None:
    """A new user who types them ends with a verified export."""
    proposed = [line.strip() for line in shown.run("demo").err.splitlines() if "--db" in line]
    assert len(proposed) >= 6
    for line in proposed:
        done = shown.run(*shlex.split(line)[1:])
        assert done.code == 0, (line, done.err)
    assert "1 verified: 1 supported" in shown.run("export", "--db", FILE).err


def test_demo_again_adds_nothing_and_keeps_the_work(shown: Desk) -> None:
    """It says so, and shows the claims as they now are."""
    claim = shown.json("list", "--db", FILE)[0]["id"]
    shown.run("tag", claim, "--db", FILE)
    before = (shown.json("list", "--db", FILE), shown.json("stats", "--db", FILE))
    done = shown.run("demo")
    assert done.code == 0
    assert "nothing was added" in done.err
    assert (shown.json("list", "--db", FILE), shown.json("stats", "--db", FILE)) == before


def test_demo_keeps_to_its_own_file_whatever_db_says(desk: Desk) -> None:
    """--db and CLAIMS_DB name the desk's file, which the demo leaves alone."""
    assert desk.run("--db", "mine.db", "demo", CLAIMS_DB="other.db").code == 0
    assert sorted(path.name for path in desk.folder.glob("*.db")) == [FILE]


def test_reset_starts_anew_without_asking_where_nobody_worked(shown: Desk) -> None:
    """The machine's own claims can always be made again."""
    first = shown.json("stats", "--db", FILE)
    assert shown.run("demo", "--reset").code == 0
    assert shown.json("stats", "--db", FILE) == first


def test_reset_asks_where_people_have_worked(shown: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """No, or nobody to answer, leaves the work; yes or --yes starts anew."""
    claim = shown.json("list", "--db", FILE)[0]["id"]

    def tagged() -> bool:
        return bool(shown.json("list", "--db", FILE, "--status", "tagged"))

    shown.run("tag", claim, "--db", FILE, "--as", "ada")
    done = shown.run("demo", "--reset")
    assert done.code == 1
    assert "1 act of ada" in done.err
    assert "--yes" in done.err
    assert tagged()
    monkeypatch.setattr("claims.cli.demo.is_interactive", lambda: True)
    assert shown.run("demo", "--reset", input="n\n").code == 1
    assert tagged()
    assert shown.run("demo", "--reset", input="y\n").code == 0
    assert not tagged()
    shown.run("tag", claim, "--db", FILE)
    assert shown.run("demo", "--reset", "--yes").code == 0
    assert not tagged()


def a_desk_of_its_own(path: Path, desk: Desk) -> None:
    article = desk.write("one.txt", "Ilse Varn said on Friday that 14 cranes would be enough.\n")
    assert desk.run("add", article, "--db", str(path)).code == 0


def another_programs_database(path: Path, desk: Desk) -> None:
    with sqlite3.connect(path) as conn:
        conn.execute("CREATE TABLE recipes (name TEXT)")
    conn.close()


def no_database(path: Path, desk: Desk) -> None:
    path.write_text("Shopping list")


@pytest.mark.parametrize("make", [a_desk_of_its_own, another_programs_database, no_database])
@pytest.mark.parametrize("options", [[], ["--reset", "--yes"]])
def test_demo_never_touches_a_file_that_is_not_its_own(
    desk: Desk, make: Callable[[Path, Desk], None], options: list[str]
) -> None:
    """Whatever lies under its name and was not made by it stays as it is, byte for byte."""
    path = desk.folder / FILE
    make(path, desk)
    before = path.read_bytes()
    done = desk.run("demo", *options)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("Error: ")
    assert path.read_bytes() == before


def test_demo_as_json_is_one_array_of_claims(desk: Desk) -> None:
    """The same as the listing of its file."""
    assert desk.json("demo") == desk.json("list", "--db", FILE)
