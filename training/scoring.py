"""The measure that training looks at, without leaving the process: that of ``claims evaluate``.

An attribution is found if its content shares half of the words with a marked one and the sources share
a word, or both have none; one to one, the best match first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims.evaluate.relations import Relation, Tokens, matched

Row = Mapping[str, Sequence[Sequence[int]]]


def matches(text: str, gold: Sequence[Row], found: Sequence[Row]) -> list[tuple[int, int]]:
    """Pairs of (marked, found) attributions that are the same, by their places in the rows."""
    tokens = Tokens(text)
    marked, made = _relations(tokens, gold), _relations(tokens, found)
    pairs = matched(list(marked.values()), list(made.values()))
    places = list(marked), list(made)
    return [(places[0][one], places[1][other]) for one, other in pairs]


def _relations(tokens: Tokens, rows: Sequence[Row]) -> dict[int, Relation]:
    """The rows that have content, by their places."""
    read = (tokens.relation({role: [(start, end) for start, end in row[role]] for role in row}) for row in rows)
    return {place: one for place, one in enumerate(read) if one}


def relation_f1(hits: int, gold: int, found: int) -> float:
    """In percent; the mean of what was found and what was right."""
    return 200 * hits / (gold + found) if gold + found else 0.0
