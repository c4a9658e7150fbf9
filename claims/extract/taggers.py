"""Which tagger does the work: the trained one where it can be loaded, else the rules, which say so."""

from __future__ import annotations

import logging
from functools import cache

from claims.errors import ModelMissing
from claims.extract.rules import RuleTagger
from claims.extract.tagger import Tagger
from claims.vocabulary import TaggerName

log = logging.getLogger(__name__)


def tagger_named(name: TaggerName | str) -> Tagger:
    """The tagger of that name; the trained one raises ``ModelMissing`` where it cannot be loaded."""
    if TaggerName(name) == TaggerName.RULES:
        return RuleTagger()
    try:
        # Heavy, and loaded only by whoever needs it.
        from claims.extract.minilm.tagger import MiniLMTagger
    except ImportError as error:
        raise ModelMissing(
            f"The trained tagger cannot be run: {error}.",
            hint="Install claimdesk again with its dependencies, or use --tagger rules.",
        ) from error
    return MiniLMTagger().ready()


@cache
def default_tagger() -> Tagger:
    """The trained tagger, loaded once; the rules where it cannot be, after one word in the log (standard error).

    Every claim carries the name of the tagger that found it.
    """
    try:
        return tagger_named(TaggerName.MINILM)
    except ModelMissing as error:
        log.warning("%s The rules find the claims instead, and find fewer.", error.message)
        return RuleTagger()
