"""Whatever is wrong: one clear message, the right exit status, nothing half-written, no traceback."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

import pytest

from claims.store import open_store
from claims.store.migrations import SCHEMA_VERSION
from claims.vocabulary import DECISIONS, Action

if TYPE_CHECKING:
    from tests.cli.conftest import Desk, Done, Outside

GOOD = "Ilse Varn said on Friday that 14 cranes would be enough.\n"


def refused(done: Done, *expected: str) -> None:
    """An error of ours: exit 1, no data, a message that says what and where, and no traceback."""
    assert done.code == 1
    assert done.out == ""
    assert done.err.startswith("Error: ")
    assert "Traceback" not in done.err
    assert all(word in done.err for word in expected), done.err


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(b"", ["empty"], id="empty"),
        pytest.param(b" \n\n ", ["blanks"], id="blank"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"\0" * 64, ["PNG"], id="image"),
        pytest.param(bytes(range(256)) * 20, ["no text"], id="binary"),
        pytest.param(
            b"Caf\xe9 owners said that all was well.\n", ["UTF-8", "0xE9", "--encoding"], id="wrongly encoded"
        ),
        pytest.param(b"He said\0 that all was well.\n", ["NUL", "7"], id="NUL"),
        pytest.param(b"123 456 - !!\n", ["letter"], id="without a letter"),
        pytest.param(b"He said that it rained.\n" * 2_100_000, ["larger than"], id="50 MB"),
        pytest.param(b"Title: x\nSize: 3\n\nHe said that it rained.\n", ["Size", "line"], id="broken header"),
        pytest.param(b"Published: 5 March\n\nHe said that it rained.\n", ["5 March", "ISO"], id="bad date in header"),
    ],
)
@pytest.mark.parametrize("command", ["add", "segment", "figures"])
def test_file_that_is_no_article_is_refused(desk: Desk, command: str, content: bytes, expected: list[str]) -> None:
    """What is wrong with it, where, and what to try; and not even an empty database is left behind."""
    desk.write("bad.txt", content)
    refused(desk.run(command, "bad.txt"), "bad.txt", *expected)
    assert [path.name for path in desk.folder.iterdir()] == ["bad.txt"]


@pytest.mark.parametrize("command", ["add", "segment", "figures"])
def test_missing_file_is_refused(desk: Desk, command: str) -> None:
    """A misspelt path is named."""
    refused(desk.run(command, "none.txt"), "none.txt")
    assert list(desk.folder.iterdir()) == []


def test_empty_standard_input_is_refused(desk: Desk) -> None:
    """The message says where nothing came from."""
    refused(desk.run("add", "-", input=""), "standard input", "empty")


@pytest.mark.parametrize("command", ["add", "segment", "figures"])
def test_bad_date_is_refused(desk: Desk, command: str) -> None:
    """With the way in which dates are written."""
    desk.write("good.txt", GOOD)
    refused(desk.run(command, "good.txt", "--published", "yesterday"), "yesterday", "2025-04-10")
    assert not (desk.folder / "claims.db").exists()


def test_empty_words_are_never_taken_for_everything(stocked: Desk) -> None:
    """An unset variable in a script neither adds the folder nor lists every speaker's claims."""
    assert stocked.run("add", "").code == 2
    refused(stocked.run("list", "--speaker", ""), "claims speakers")
    refused(stocked.run("list", "--article", ""), "claims articles")
    refused(stocked.run("show", ""), "claims list")
    assert stocked.json("list", "--search", "") == []


def test_limit_beyond_all_numbers_is_all(stocked: Desk) -> None:
    """A limit can be too large for the database and still means what it says."""
    assert stocked.json("list", "--limit", "9" * 25) == stocked.json("list")


def test_bad_url_is_refused(desk: Desk) -> None:
    """An address is an address of the web."""
    desk.write("good.txt", GOOD)
    refused(desk.run("add", "good.txt", "--url", "good.txt"), "good.txt")
    assert not (desk.folder / "claims.db").exists()


READING = (["list"], ["show", "c1"], ["articles"], ["stats"], ["history", "c1"], ["check"], ["export"], ["policy"])
WRITING = (["tag", "c1"], ["decide", "c1", "submit"], ["undo"], ["label", "c1", "x"])


@pytest.mark.parametrize("arguments", [*READING, *WRITING], ids=lambda arguments: arguments[0])
def test_database_that_is_not_there_is_not_made_by_reading(desk: Desk, arguments: list[str]) -> None:
    """Only add makes one; anything else says how to come by it."""
    refused(desk.run(*arguments), "claims.db", "claims add")
    assert list(desk.folder.iterdir()) == []


@pytest.mark.parametrize("arguments", [*READING, *WRITING, ["add", "good.txt"]], ids=lambda arguments: arguments[0])
def test_file_of_something_else_is_left_as_it_is(desk: Desk, arguments: list[str]) -> None:
    """Another program's database, and what is no database at all."""
    desk.write("good.txt", GOOD)
    with closing(sqlite3.connect(desk.folder / "recipes.db")) as conn:
        conn.execute("CREATE TABLE recipes (name TEXT)")
    desk.write("list.db", "Bread, milk, cheese and a good many other things that make this file longer than a header")
    for name in ("recipes.db", "list.db"):
        before = (desk.folder / name).read_bytes()
        refused(desk.run(*arguments, "--db", name), name, "--db")
        assert (desk.folder / name).read_bytes() == before


def test_newer_schema_is_refused(stocked: Desk) -> None:
    """A file that a later version wrote is named with both versions."""
    with closing(sqlite3.connect(stocked.folder / "claims.db")) as conn:
        conn.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    for arguments in (["list"], ["add", "harbour.txt"]):
        refused(stocked.run(*arguments), str(SCHEMA_VERSION), str(SCHEMA_VERSION + 1), "Update")


def test_folder_as_database_is_refused(desk: Desk) -> None:
    """And so is a database in a folder that does not exist."""
    desk.write("good.txt", GOOD)
    refused(desk.run("list", "--db", "."), "folder")
    refused(desk.run("add", "good.txt", "--db", "none/claims.db"), "none")


def test_locked_database_is_said_after_a_while(stocked: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who writes too long is waited for, then named as the reason; reading goes on meanwhile."""
    monkeypatch.setattr("claims.store.open_store", partial(open_store, busy_timeout=50))
    claim = stocked.claim("winter")["id"]
    stocked.write("other.txt", GOOD)
    with closing(sqlite3.connect(stocked.folder / "claims.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        for arguments in (["tag", claim], ["decide", claim, "dismiss", "--reason", "opinion"], ["policy", "newsroom"]):
            refused(stocked.run(*arguments), "locked", "Try again")
        done = stocked.run("add", "other.txt")
        assert (done.code, "locked" in done.err) == (1, True)
        assert stocked.run("list").code == 0
        other.execute("ROLLBACK")
    assert stocked.json("show", claim)["status"] == "extracted"
    assert len(stocked.json("articles")) == 1


@pytest.mark.parametrize(
    "arguments", [["show"], ["history"], ["tag"], ["undo"], ["clear"], ["evidence", "list"], ["label", "x"]]
)
def test_unknown_and_ambiguous_ids_are_told_apart(stocked: Desk, arguments: list[str]) -> None:
    """None fits, or several: then they are named."""
    name, *rest = arguments
    command = ["evidence", "list"] if name == "evidence" else [name]
    after = rest if name == "label" else []
    ids = [claim["id"] for claim in stocked.json("list")]
    refused(stocked.run(*command, "c0ffee0c0ffee", *after), "c0ffee0c0ffee", "claims list")
    refused(stocked.run(*command, "c", *after), ids[0], "Type more")
    refused(stocked.run(*command, "no id!", *after), "no id!")


def test_unknown_article_and_evidence_are_named(stocked: Desk) -> None:
    """With the listing that shows what there is."""
    refused(stocked.run("mark", "afffff", "words"), "afffff", "claims articles")
    refused(stocked.run("show", "https://none.example/"), "https://none.example/", "claims articles")
    refused(stocked.run("evidence", "retract", "e0"), "e0", "claims evidence list")


@pytest.mark.parametrize("action", [action for action in DECISIONS if action != Action.DISMISS])
def test_step_that_the_life_of_a_claim_does_not_have_is_refused(stocked: Desk, action: str) -> None:
    """From extracted a claim can be tagged or dismissed, and the message says what is possible."""
    id = stocked.claim("winter")["id"]
    refused(stocked.run("decide", id, action), id, "extracted", "version 0")
    assert stocked.json("history", id) == []


def test_dismissing_asks_for_one_of_the_agreed_reasons(stocked: Desk) -> None:
    """And lists them."""
    refused(stocked.run("decide", stocked.claim("winter")["id"], "dismiss"), "opinion", "duplicate")


def test_damaged_database_is_said_without_a_traceback(stocked: Desk, outside: Outside) -> None:
    """A file with a hole in it gives a message, whichever page the hole is in."""
    path = stocked.folder / "claims.db"
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = path.read_bytes()
    for start in range(4096, len(whole) - 8192, len(whole) // 6 // 4096 * 4096 or 4096):
        path.write_bytes(whole[:start] + b"\xff" * 8192 + whole[start + 8192 :])
        done = outside("list", "--json")
        assert done.returncode in (0, 1)
        assert "Traceback" not in done.stderr
        assert done.returncode == 0 or done.stderr.startswith("Error: ")
