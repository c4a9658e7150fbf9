"""``--tagger``: what finds who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claims.vocabulary import TaggerName

if TYPE_CHECKING:
    from claims.extract import Tagger

UseTagger = Annotated[
    TaggerName | None,
    typer.Option(
        "--tagger",
        help="What finds who said what. By itself, rules step in where minilm cannot be loaded.",
        show_default=TaggerName.MINILM.value,
    ),
]


def chosen_tagger(name: TaggerName | None) -> Tagger | None:
    """The tagger of that name, or none where extraction is to take its own.

    Raises a worded error where the trained one was asked for and cannot be loaded.
    """
    if name is None:
        return None
    from claims.extract import tagger_named

    return tagger_named(name)
