"""Options that several commands share, each described once."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Annotated, Any

import typer

DATABASE = Path("claims.db")
UNKNOWN_LOGIN = "unknown"
TYPED = "COMMANDLINE"
"""How Typer calls a value that was typed, as against one of the environment or a default."""


def login_name() -> str:
    """Who is logged in, as far as the system can say."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        # A container may run under a number that no account belongs to.
        return UNKNOWN_LOGIN


def _own_or_global(ctx: typer.Context, param: typer.CallbackParam, value: Any) -> Any:
    """What stands behind the command wins over what stands before it, and that over the environment."""
    root = ctx.find_root()
    name = str(param.name)
    here, there = (str(one.get_parameter_source(name)) for one in (ctx, root))
    return root.params.get(name, value) if here != there and there.endswith(TYPED) else value


def _name(ctx: typer.Context, param: typer.CallbackParam, value: str) -> str:
    name = " ".join(str(_own_or_global(ctx, param, value)).split())
    if not name and not ctx.resilient_parsing:
        raise typer.BadParameter("a name has at least one letter.", param_hint="'--as'")
    return name


def _given_path(ctx: typer.Context, param: typer.CallbackParam, value: Path) -> Path:
    path = Path(_own_or_global(ctx, param, value))
    return path if path.parts[:1] != ("~",) else path.expanduser()


Db = Annotated[
    Path,
    typer.Option(
        "--db",
        envvar="CLAIMS_DB",
        metavar="FILE",
        callback=_given_path,
        help="The database.",
    ),
]
Actor = Annotated[
    str,
    typer.Option(
        "--as",
        envvar="CLAIMS_ACTOR",
        metavar="NAME",
        callback=_name,
        default_factory=login_name,
        show_default="your login name",
        help="Who acts; every act is kept under this name.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON instead of a table.")]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        "-n",
        metavar="N",
        min=0,
        help="Show at most N, 0 for all.",
        show_default="50 in a table, all with --json",
    ),
]
ClaimId = Annotated[
    str,
    typer.Argument(metavar="CLAIM", help="The claim's id, or any start of it that fits no other.", show_default=False),
]
IfVersion = Annotated[
    int | None,
    typer.Option("--if-version", metavar="N", min=0, help="Refuse unless the claim is at this version."),
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]

TABLE_ROWS = 50
"""A screen or two; who wants more says so."""


MOST_ROWS = 2**31
"""More than any file holds, and still a number that SQLite takes."""


def rows(limit: int | None, as_json: bool) -> int | None:
    """How many rows a listing reads; None is all of them."""
    if limit is None:
        return None if as_json else TABLE_ROWS
    return min(limit, MOST_ROWS) or None
