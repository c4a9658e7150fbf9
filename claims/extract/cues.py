"""Where a cue stands in a unit, and what it is: a verb group, ``according to``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.extract.grammar import DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS, adverb
from claims.extract.reporting import AUXILIARIES, BE, HAVE, NOUNS_TOO, SUBORDINATE, Verb, verbs
from claims.extract.units import Token

GOES_ON = frozenset({("went", "on"), ("goes", "on"), ("came", "out"), ("seems", "quick"), ("was", "quick")})
"""What may stand before "to say": ``He went on to say``."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb group: ``first`` to ``end`` with its helpers, the verb itself at ``at``."""

    first: int
    at: int
    end: int
    verb: Verb
    subordinate: bool = False
    """``, adding that``: it leans on the clause before it."""


def cues_of(tokens: Sequence[Token]) -> list[Cue]:
    """The reporting verbs of a unit, in order."""
    table = verbs()
    found = []
    for at, token in enumerate(tokens):
        verb = table.get(token.lower)
        if verb is None or token.quotation or (token.capital and at > 0):
            continue
        cue = _group(tokens, at, verb)
        if cue is not None:
            found.append(cue)
    return found


def _group(tokens: Sequence[Token], at: int, verb: Verb) -> Cue | None:
    first = at
    while first > 0 and (tokens[first - 1].lower in AUXILIARIES or adverb(tokens[first - 1])):
        first -= 1
    helpers = {token.lower for token in tokens[first:at]}
    left = tokens[first - 1] if first else None
    if verb.form == "ing":
        if helpers & BE:
            return Cue(first, at, at + 1, verb)
        return _participle(tokens, at, first, verb)
    if verb.form == "past" and helpers & BE and not helpers & HAVE - {"having"}:
        return None
    if verb.form == "past" and helpers & {"been", "be", "being"}:
        return None
    if left is not None and left.lower == "to":
        if first < 3 or (tokens[first - 3].lower, tokens[first - 2].lower) not in GOES_ON:
            return None
        return Cue(first - 3, at, at + 1, verb)
    if tokens[at].lower in NOUNS_TOO and not _used_as_verb(left, helpers, verb):
        return None
    if verb.form == "base" and not helpers & AUXILIARIES and not _plural(left):
        return None
    return Cue(first, at, at + 1, verb)


def _participle(tokens: Sequence[Token], at: int, first: int, verb: Verb) -> Cue | None:
    word = tokens[at].lower
    if word not in SUBORDINATE or tokens[at].capital:
        return None
    return Cue(first, at, at + 1, verb, subordinate=True)


def _used_as_verb(left: Token | None, helpers: set[str], verb: Verb) -> bool:
    """Tell ``the minister claims`` from ``the claims``."""
    if helpers & AUXILIARIES:
        return True
    if left is None or left.quotation:
        return False
    if left.lower in SUBJECT_PRONOUNS or left.mark:
        return left.lower in SUBJECT_PRONOUNS or left.text in {",", ")", "”", '"'}
    if left.lower in DETERMINERS or left.lower in PREPOSITIONS or left.lower in {"and", "or"}:
        return False
    if left.lower.endswith(("'s", "’s")):
        return False
    return left.capital or verb.form in {"s", "past"} or left.lower.endswith("s")


def _plural(left: Token | None) -> bool:
    """Whether a bare verb form may follow: ``officials say``, ``they say``."""
    if left is None or left.quotation:
        return left is not None
    if left.mark:
        return left.text in {",", ")"}
    return left.lower in {"i", "we", "you", "they", "who", "people", "many", "some", "others", "police", "and"} or (
        left.lower.endswith("s")
        and left.lower not in SUBJECT_PRONOUNS | DETERMINERS | PREPOSITIONS
        and not left.lower.endswith(("'s", "’s"))
    )
