"""What went wrong, for the person who reads it in a browser and the program that reads it as JSON."""

from __future__ import annotations

import re

from claims.errors import (
    Ambiguous,
    ClaimsError,
    DatabaseBusy,
    InputError,
    NotFound,
    Refused,
    StaleVersion,
)
from claims.models import Event, Value

_STATUS: tuple[tuple[type[ClaimsError], int, str], ...] = (
    (StaleVersion, 412, "Somebody else was faster"),
    (Refused, 409, "Not now"),
    (NotFound, 404, "Not there"),
    (Ambiguous, 400, "Which one?"),
    (InputError, 400, "That cannot be used as it is"),
    (DatabaseBusy, 503, "The file is busy"),
)
"""From the narrow to the wide: the first that fits decides."""

# Errors are worded for the command line; what is to be typed there helps nobody here.
_COMMAND = re.compile(r"\s*\([^()]*(?:--[a-z]|\bclaims [a-z])[^()]*\)")
_COMMAND_HINT = re.compile(r"--[a-z]|\bclaims [a-z]+\b")


class Problem(Value):
    """Why a page or an act did not come about."""

    status: int
    title: str
    message: str
    hint: str | None = None
    expected: int | None = None
    """The version that was looked at, where it is no longer the one in the file."""
    found: int | None = None
    since: tuple[Event, ...] = ()
    """What others did between the two."""


def problem(error: ClaimsError, *, since: tuple[Event, ...] = ()) -> Problem:
    """Word an error of ours."""
    status, title = next(((s, t) for kind, s, t in _STATUS if isinstance(error, kind)), (500, "That did not work"))
    stale = isinstance(error, StaleVersion)
    return Problem(
        status=status,
        title=title,
        message=_COMMAND.sub("", error.message),
        hint=error.hint if error.hint and not _COMMAND_HINT.search(error.hint) else None,
        expected=error.expected if isinstance(error, StaleVersion) else None,
        found=error.found if isinstance(error, StaleVersion) else None,
        since=since if stale else (),
    )


def other(status: int, title: str, message: str, hint: str | None = None) -> Problem:
    """Word something that no error of ours stands for."""
    return Problem(status=status, title=title, message=message, hint=hint)
