"""``--tagger``: what finds who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claims.vocabulary import TaggerName

if TYPE_CHECKING:
    from claims.extract import Tagger

UseTagger = Annotated[TaggerName, typer.Option("--tagger", help="What finds who said what.")]


def tagger_named(name: TaggerName) -> Tagger:
    """The tagger of that name. Raises a worded error where the trained one cannot be loaded."""
    from claims.extract.taggers import tagger_named

    return tagger_named(name)
