"""Which files a list of paths stands for."""

from __future__ import annotations

import difflib
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from claims.errors import InputError
from claims.intake.sniffing import SUFFIXES

STDIN = Path("-")
"""Stands for standard input, whose bytes the command line reads."""

ABOUT_THE_FOLDER = frozenset(["readme", "license", "licence", "changelog"])
"""Names, without suffix, of files that speak about a folder and are no articles in it."""


def walk(paths: Iterable[str | os.PathLike[str]]) -> list[Path]:
    """Every article file that the paths name, each once: files as named, folders sorted and with all that lies below.

    In a folder only files with a suffix that intake reads count, and hidden ones do not. A file that is named by itself
    counts whatever it is called.
    """
    files: dict[Path, None] = {}
    for path in map(Path, paths):
        if path == STDIN:
            files[path] = None
        elif _is_folder(path):
            files.update(dict.fromkeys(_articles_below(path)))
        else:
            files[path] = None
    return list(files)


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(os.stat(path).st_mode)
    except FileNotFoundError as error:
        raise InputError(f"There is no file or folder {path}.", hint=_near(path)) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{str(path)!r} cannot be read: {reason}.", hint="Check the path.") from error


def _near(path: Path) -> str:
    try:
        names = sorted(entry.name for entry in path.parent.iterdir())
    except OSError:
        return f"There is no folder {path.parent} either."
    near = difflib.get_close_matches(path.name, names, n=1)
    return f"Did you mean {path.parent / near[0]}?" if near else "Check the spelling and the folder."


def _articles_below(folder: Path) -> list[Path]:
    found: list[Path] = []
    # Each open folder with the identities of those above it, so that a link back to one of them is seen.
    waiting: list[tuple[Path, frozenset[tuple[int, int]]]] = [(folder, frozenset())]
    while waiting:
        here, above = waiting.pop()
        try:
            status = here.stat()
            entries = sorted(here.iterdir())
        except OSError as error:
            raise InputError(f"The folder {here} cannot be read: {error.strerror}.", hint="Leave it out.") from error
        identity = (status.st_dev, status.st_ino)
        if identity in above:
            raise InputError(f"The folder {here} leads back to a folder above it.", hint="Remove the link.")
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir():
                waiting.append((entry, above | {identity}))
            elif entry.suffix.lower() in SUFFIXES and entry.stem.lower() not in ABOUT_THE_FOLDER:
                found.append(entry)
    if not found:
        raise InputError(f"The folder {folder} holds no article.", hint=f"Articles end in {', '.join(SUFFIXES)}.")
    return sorted(found)
