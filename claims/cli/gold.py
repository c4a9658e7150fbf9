"""Gold: what a desk has confirmed, as annotations to train on and to judge by."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli.app import app
from claims.cli.group import ClaimsCommand, ClaimsGroup, examples
from claims.cli.options import DATABASE, AsJson, Db
from claims.cli.session import opened
from claims.cli.terminal import out_array, say
from claims.errors import InputError, Refused

if TYPE_CHECKING:
    from claims.desk import GoldFile

group = typer.Typer(
    cls=ClaimsGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Make annotations of what people have confirmed.",
)
app.add_typer(group, name="gold")


@group.command(
    "make",
    cls=ClaimsCommand,
    epilog=examples(
        "claims gold make our-gold",
        "claims gold make our-gold --article a8f0 --article 77b1",
        "claims evaluate our-gold                  how well the machine would have done",
    ),
)
def make(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Where to write; a new or empty folder.", show_default=False)
    ],
    *,
    article: Annotated[
        list[str] | None,
        typer.Option("--article", metavar="ARTICLE", help="Only this article; may be given several times."),
    ] = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
) -> None:
    """Write the articles that people have gone through as gold.

    An article is gold when each of its claims is tagged or further, or dismissed: what is not marked in gold counts
    as not said. Claims dismissed as not_a_claim or extraction_error are left out, the rest is what somebody said.
    NAME.txt is the article, NAME.gold what people confirmed; other articles are listed with the reason.
    """
    from claims import desk

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused(f"{folder} is no empty folder; nothing was written.", hint="Name a new one.")
    with opened(db) as store:
        found = desk.gold(store, article or ())
    made = [one for one in found if one.name]
    if made:
        _write(folder, made)
    if as_json:
        out_array(found)
    elif found:
        from claims.cli import tables

        tables.gold(found)
    from claims.wording.words import counted

    if not made:
        raise InputError(
            f"None of {counted(len(found), 'article')} has been gone through; nothing was written.",
            hint="Tag or dismiss every claim of an article: claims list --article ID --status extracted",
        )
    left = f"; {counted(len(found) - len(made), 'article')} left out" if len(made) < len(found) else ""
    say(
        f"Wrote {counted(len(made), 'article')} with {counted(sum(one.claims for one in made), 'claim')}"
        f" to {folder}{left}. Score the machine: claims evaluate {folder}"
    )


def _write(folder: Path, made: list[GoldFile]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for one in made:
            (folder / f"{one.name}.txt").write_text(one.text, encoding="utf-8", newline="\n")
            (folder / f"{one.name}.gold").write_text(one.notes, encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(
            f"{folder} cannot be written: {error.strerror}.", hint="Name a folder in a place of yours."
        ) from error
