"""Starting up: what is loaded, what help says, who acts, and in which file."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
import typer
from typer.main import get_command

from claims.cli import app, options
from claims.cli.group import ORDER

if TYPE_CHECKING:
    from tests.cli.conftest import Desk, Outside

HEAVY = {
    "babel",
    "charset_normalizer",
    "courlan",
    "datasette",
    "jsonschema_rs",
    "lxml",
    "markdown_it",
    "numpy",
    "nupunkt",
    "onnxruntime",
    "orjson",
    "sqlite_utils",
    "tld",
    "tokenizers",
    "trafilatura",
}


def loaded(desk: Desk, *arguments: str) -> set[str]:
    """The top-level modules that a command has loaded when it is done."""
    code = (
        "import sys\nsys.argv = ['claims', *sys.argv[1:]]\nfrom claims.cli import main\n"
        "try:\n    main()\nfinally:\n    print('LOADED', *{m.partition('.')[0] for m in sys.modules}, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], cwd=desk.folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.partition("LOADED")[2].split())


@pytest.mark.parametrize("arguments", [["--help"], ["list", "--help"], ["list"], ["list", "--json"], ["show", "ID"]])
def test_reading_loads_nothing_heavy(stocked: Desk, arguments: list[str]) -> None:
    """Help, list and show start at once."""
    id = stocked.claim("winter")["id"]
    assert not loaded(stocked, *(id if argument == "ID" else argument for argument in arguments)) & HEAVY


@pytest.mark.parametrize("arguments", [["--help"], ["list", "--json"]])
def test_tables_are_loaded_where_one_is_drawn(stocked: Desk, arguments: list[str]) -> None:
    """What draws no table does not pay for the drawing of tables."""
    assert "rich" not in loaded(stocked, *arguments)


def commands() -> Iterator[tuple[str, Any]]:
    """Every command with its name."""

    def below(command: Any, context: Any) -> Iterator[tuple[str, Any]]:
        for name, child in command.commands.items():
            if hasattr(child, "commands"):
                yield from below(child, typer.Context(child, info_name=name, parent=context))
            else:
                yield f"{context.command_path} {name}".removeprefix("claims "), child

    root = get_command(app)
    yield from below(root, typer.Context(root, info_name="claims"))


COMMANDS = dict(commands())


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_every_command_has_examples_and_no_bare_option(desk: Desk, name: str) -> None:
    """Help says what a command is for, what each option means, and what to type."""
    done = desk.run(*name.split(), "--help")
    assert done.code == 0
    assert f"claims {name}" in done.out.partition("Examples:")[2]
    assert all(param.help for param in COMMANDS[name].params)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_example_is_accepted_by_its_command(name: str) -> None:
    """What help tells people to type is right usage."""
    command = COMMANDS[name]
    examples = re.findall(r"claims (.*)", command.epilog)
    assert examples
    for example in examples:
        words = shlex.split(re.split(r" {3,}| [|>] ", example)[0])
        if words[: len(name.split())] == name.split():
            command.make_context(name, words[len(name.split()) :])


def test_help_lists_the_commands_in_the_order_of_a_claims_life() -> None:
    """Every command has its place in the order, and no place is empty."""
    assert {name.split()[0] for name in COMMANDS} == set(ORDER)


def test_wrong_usage_exits_2_and_writes_no_data(desk: Desk) -> None:
    """A slip of the keyboard is told apart from a failure."""
    for arguments in (
        ["lst"],
        ["list", "--limit", "-1"],
        ["list", "--status", "done"],
        ["list", "--sort", "size"],
        ["show"],
    ):
        done = desk.run(*arguments)
        assert (done.code, done.out) == (2, ""), arguments
        assert "Error: " in done.err


def test_version_is_the_packages(desk: Desk) -> None:
    """--version names program and version."""
    assert re.fullmatch(r"claimdesk \d+\.\d+\S*\n", desk.run("--version").out)


def test_database_is_option_then_variable_then_the_file_here(stocked: Desk) -> None:
    """--db, before or behind the command, wins over CLAIMS_DB, and that over claims.db in the folder."""
    (stocked.folder / "claims.db").rename(stocked.folder / "other.db")
    assert stocked.run("stats").code == 1
    assert stocked.run("stats", CLAIMS_DB="other.db").code == 0
    assert stocked.run("stats", "--db", "other.db", CLAIMS_DB="none.db").code == 0
    assert stocked.run("--db", "other.db", "stats", CLAIMS_DB="none.db").code == 0
    assert stocked.run("--db", "none.db", "stats", "--db", "other.db").code == 0
    assert stocked.run("--db", "other.db", "evidence", "list").code == 0
    assert not (stocked.folder / "none.db").exists()


def test_actor_is_option_then_variable_then_login(stocked: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """--as, before or behind the command, wins over CLAIMS_ACTOR, and that over the login name."""
    claim = stocked.claim("winter")["id"]
    for arguments in (
        ["--as", "ada", "label", claim, "a"],
        ["--as", "x", "label", claim, "b", "--as", "bo"],
        ["label", claim, "c"],
    ):
        assert stocked.run(*arguments).code == 0
    monkeypatch.delenv("CLAIMS_ACTOR")
    assert stocked.run("label", claim, "d").code == 0
    actors = [event["actor"] for event in stocked.json("history", claim)]
    assert actors == ["ada", "bo", "mara", options.login_name()]


def test_name_without_a_letter_is_no_name(stocked: Desk) -> None:
    """Nobody acts anonymously by a slip."""
    assert stocked.run("tag", stocked.claim("winter")["id"], "--as", " ").code == 2


def test_login_name_has_a_stand_in_where_the_system_knows_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """A container without accounts is no reason to fail."""

    def nobody() -> str:
        raise OSError("no such user")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert options.login_name() == options.UNKNOWN_LOGIN


def test_colour_is_for_terminals_that_want_it(stocked: Desk, outside: Outside) -> None:
    """No escape sequence into a pipe; NO_COLOR and --no-color switch colour off where it would be."""
    assert "\x1b" not in outside("list").stdout
    assert "\x1b[" in outside("list", FORCE_COLOR="1", TERM="xterm").stdout
    assert "\x1b[3" not in outside("list", FORCE_COLOR="1", TERM="xterm", NO_COLOR="1").stdout
    assert "\x1b[3" not in outside("--no-color", "list", FORCE_COLOR="1", TERM="xterm").stdout


def test_shell_completion_stays_on(outside: Outside) -> None:
    """Typing claims l and the tabulator offers list."""
    done = outside(_CLAIMS_COMPLETE="complete_bash", COMP_WORDS="claims l", COMP_CWORD="1")
    assert "list" in done.stdout.split()
