"""Standard output is data, standard error is talk; both without anything that a terminal would obey."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer

from claims.errors import ClaimsError

if TYPE_CHECKING:
    from pydantic import BaseModel
    from rich.console import Console, RenderableType

_state = {"colour": True}


def use_colour(wanted: bool) -> None:
    """Switch colour off for all that follows, or leave it to the terminal and NO_COLOR."""
    _state["colour"] = wanted


def console() -> Console:
    """Where tables are laid out. Loaded only then: listings as JSON and help do without it."""
    from rich.console import Console

    # What articles and people say is never markup, and what looks like a number or a path gets no colour of its own.
    # None lets rich decide: no terminal or NO_COLOR means no colour.
    return Console(markup=False, highlight=False, emoji=False, no_color=None if _state["colour"] else True)


def draw(*things: RenderableType, screen: Console | None = None) -> None:
    """Write tables and texts, one below the other, without the blanks that fill their lines."""
    screen = screen or console()
    # Rich touches the output even where it only captures.
    with _output(), screen.capture() as captured:
        for thing in things:
            screen.print(thing)
    lines = captured.get().rstrip("\n").split("\n")
    # Whether there is colour was settled when the lines were drawn.
    _write("\n".join(line.rstrip() for line in lines) + "\n")


def say(message: str) -> None:
    """Talk to the person at the keyboard."""
    typer.echo(plain(message), err=True)


def out(text: str) -> None:
    """Write a line of data, in UTF-8 whatever the terminal says."""
    _write(f"{text}\n".encode("utf-8", "backslashreplace"))


def out_bytes(data: bytes) -> None:
    """Write a document of data as it is."""
    _write(data)


def out_array(values: Iterable[BaseModel]) -> None:
    """Write values as one JSON array, one value after another."""
    first = True
    for value in values:
        text = value.model_dump_json(indent=2).replace("\n", "\n  ")
        _write(f"{'[' if first else ','}\n  {text}".encode())
        first = False
    _write(b"[]\n" if first else b"\n]\n")


def out_object(value: BaseModel) -> None:
    """Write one value as a JSON object."""
    out(value.model_dump_json(indent=2))


def _write(text: str | bytes) -> None:
    with _output():
        typer.echo(text, nl=False, color=True)


@contextmanager
def _output() -> Iterator[None]:
    """Around all that reaches standard output: a full disk is an error of ours, a reader that has left is Typer's."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise
        # What is still buffered would be tried again at the end, and fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise ClaimsError(
            f"The output cannot be written: {error.strerror}.", hint="Is there room where it goes?"
        ) from error


def is_interactive() -> bool:
    """Whether somebody can answer a question."""
    return sys.stdin is not None and sys.stdin.isatty()


def plain(text: Any) -> str:
    """The text without control characters: what a file or an article says must not steer the terminal."""
    return "".join(letter if not _steers(letter) else " " if letter == "\t" else "�" for letter in str(text))


def _steers(letter: str) -> bool:
    return (letter < " " and letter != "\n") or "\x7f" <= letter <= "\x9f"
