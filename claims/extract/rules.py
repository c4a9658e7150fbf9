"""The rule tagger: quotation marks, reporting verbs and the order of words.

It needs no model and no network. It is sure of what stands beside a quotation or behind "said
that", and says so in its confidence; of a bare noun phrase behind "denounced" it is not.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.extract.attributions import join
from claims.extract.drafts import Draft, finished
from claims.extract.readings import read_unit
from claims.extract.units import units_of
from claims.models import Attribution, Extractor

VERSION = "1"

# How often a rule's finding was right (content overlaps by half, the same source) in 840 annotated articles.
CONFIDENCE = {
    "quotation before": 0.95,
    "quotation after": 0.9,
    "orphan": 0.4,
    "clause": 0.8,
    "bare clause": 0.7,
    "clause before": 0.8,
    "parenthesis": 0.8,
    "according to": 0.8,
    "colon": 0.8,
    "infinitive": 0.5,
    "preposition": 0.5,
    "object": 0.4,
    "adding": 0.7,
    "label": 0.6,
}


class RuleTagger:
    """Finds attributions by rules alone; linear in the length of the text."""

    @property
    def extractor(self) -> Extractor:
        """Which rules these are."""
        return Extractor(tagger="rules", version=VERSION)

    def attribute(self, texts: Sequence[str]) -> list[list[Attribution]]:
        """Who is said to hold what, for each text; in reading order."""
        return [[finished(text, draft, CONFIDENCE[draft.rule]) for draft in drafts_of(text)] for text in texts]


def drafts_of(text: str) -> list[Draft]:
    """1. Cut the text into units. 2. Read each. 3. Join what runs over several of them."""
    units = units_of(text)
    return join(text, units, [read_unit(unit.tokens) for unit in units])
