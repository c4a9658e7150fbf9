"""What a tagger is: the one question that extraction asks of any model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from claims.models import Attribution, Extractor


class Tagger(Protocol):
    """Finds who is said by which words to hold what."""

    @property
    def extractor(self) -> Extractor:
        """Name, version and model of this tagger, kept with every claim it proposes."""
        ...

    def attribute(self, texts: Sequence[str]) -> list[list[Attribution]]:
        """For each whole text its attributions, in reading order, with offsets into that text.

        Texts come whole and several at a time, so that an adapter may batch and look around. All
        spans are of the part ``text``; the caller knows which part of an article it passed.
        """
        ...
