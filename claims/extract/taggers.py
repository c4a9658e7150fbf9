"""Which tagger does the work: the trained one where it can be loaded, else the rules, which say so."""

from __future__ import annotations

import logging
from functools import cache
from importlib.util import find_spec

from claims.extract.rules import RuleTagger
from claims.extract.tagger import Tagger
from claims.vocabulary import TaggerName

log = logging.getLogger(__name__)
NEEDED = ("numpy", "onnxruntime", "tokenizers")


def tagger_named(name: TaggerName | str) -> Tagger:
    """The tagger of that name; the trained one raises ``ModelMissing`` where it cannot be loaded."""
    if TaggerName(name) == TaggerName.RULES:
        return RuleTagger()
    # Heavy, and not there at all where the rules must do.
    from claims.extract.minilm.tagger import MiniLMTagger

    return MiniLMTagger().ready()


@cache
def default_tagger() -> Tagger:
    """The trained tagger, loaded once; the rules where it cannot be, after a word in the log.

    Every claim carries the name of the tagger that found it.
    """
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        log.warning("The trained tagger needs %s: the rules find the claims instead.", ", ".join(missing))
        return RuleTagger()
    from claims.extract.minilm.model import ModelMissing

    try:
        return tagger_named(TaggerName.MINILM)
    except ModelMissing as error:
        log.warning("%s The rules find the claims instead.", error.message)
        return RuleTagger()
