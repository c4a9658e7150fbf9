"""What was said: how far the words reach that a cue introduces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.extract.cues import Cue
from claims.extract.grammar import (
    DETERMINERS,
    ENDS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    adverb,
    starts_phrase,
    times,
    verb_like,
)
from claims.extract.reporting import CLAUSE_OPENERS, RECIPIENTS, SAYING_PLACES, SUBORDINATE
from claims.extract.units import Token

REACH = 16
"""How many words may stand between a verb and its clause: ``told reporters in Brest on Monday that``."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Where content begins behind a cue, how it is built, and how far the cue itself reaches."""

    at: int
    rule: str
    cue_end: int


def opening_after(tokens: Sequence[Token], cue: Cue, at: int, end: int) -> Opening | None:
    """Find what the words behind a verb group introduce, if the verb can introduce it."""
    frames = cue.verb.frames
    if at >= end:
        return None
    for preposition in cue.verb.prepositions:
        if tokens[at].lower == preposition:
            return _after_preposition(tokens, preposition, at, end, frames)
    place = _past_circumstances(tokens, cue, at, end)
    token = tokens[place]
    if token.quotation:
        return Opening(place, "quotation", cue.end) if "Q" in frames else None
    if token.text == ":" and "Q" in frames and place + 1 < end:
        return Opening(place + 1, "colon", cue.end)
    if token.text == "," and place + 1 < end and tokens[place + 1].quotation and "Q" in frames:
        return Opening(place + 1, "quotation", cue.end)
    if token.lower in CLAUSE_OPENERS and ("T" in frames or "C" in frames):
        return Opening(place, "clause", cue.end)
    if token.lower == "to" and ("I" in frames or ("R" in frames and place > at)) and place + 1 < end:
        return Opening(place, "infinitive", cue.end)
    if "C" in frames and _clause_like(tokens, place, end):
        return Opening(place, "bare clause", cue.end)
    if "O" in frames and place == at and (starts_phrase(token) or _object_like(token)):
        return Opening(place, "object", cue.end)
    return None


def _after_preposition(tokens: Sequence[Token], word: str, at: int, end: int, frames: str) -> Opening | None:
    if at + 1 >= end:
        return None
    following = tokens[at + 1]
    if word == "out" and following.lower not in CLAUSE_OPENERS and not following.quotation:
        return None
    if following.mark and not following.quotation:
        return None
    return Opening(at + 1, "clause" if word == "out" else "preposition", at + 1)


def _past_circumstances(tokens: Sequence[Token], cue: Cue, at: int, end: int) -> int:
    """Skip to whom, when and where it was said; stay where nothing shows that the content comes later."""
    limit = min(end, at + REACH)
    start = at
    while start < limit and (times(tokens[start]) or adverb(tokens[start])):
        start += 1
    if start >= end:
        return end - 1
    token = tokens[start]
    if token.quotation or token.text in {":", ","} or token.lower in CLAUSE_OPENERS or token.lower == "to":
        return start
    recipient = "R" in cue.verb.frames
    if not recipient and token.lower not in SAYING_PLACES:
        return start
    for k in range(start, limit):
        here = tokens[k]
        if (
            here.lower in {"that", "whether"}
            or here.text == ":"
            or (here.lower == "to" and recipient and k > start and _infinitive(tokens, k, end))
        ):
            return k
        if here.quotation:
            return k
        if here.text in ENDS or here.text in {";", "—"} or (k > start and verb_like(here)):
            break
    return _after_recipient(tokens, start, limit) if recipient else _after_place(tokens, start, limit)


def _infinitive(tokens: Sequence[Token], at: int, end: int) -> bool:
    following = tokens[at + 1] if at + 1 < end else None
    return following is not None and not following.mark and not starts_phrase(following)


def _after_recipient(tokens: Sequence[Token], start: int, limit: int) -> int:
    """``told reporters the port``: behind a pronoun, a name or a well-known plural."""
    token = tokens[start]
    if token.lower in RECIPIENTS:
        return min(start + 1, limit - 1)
    if token.lower in {"the", "a", "an"}:
        start += 1
    k = start
    while k < limit and tokens[k].capital:
        k += 1
    return min(k, limit - 1) if k > start else start


def _after_place(tokens: Sequence[Token], start: int, limit: int) -> int:
    """``said on Monday the port``, ``said in a statement the port``: behind the phrase of time or place."""
    k = start + 1
    while k < limit and (tokens[k].lower in {"a", "an", "the", "his", "her", "its", "their"} or times(tokens[k])):
        k += 1
    if k > start + 1 and times(tokens[k - 1]):
        return min(k, limit - 1)
    return min(k + 1, limit - 1) if k < limit else start


def _clause_like(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a bare clause begins here: a noun phrase with a verb to come."""
    token = tokens[at]
    if token.mark or token.lower in PREPOSITIONS - {
        "in",
        "at",
        "on",
        "with",
        "under",
        "for",
        "as",
        "after",
        "by",
        "if",
    }:
        return False
    if token.lower in {"and", "or", "but", "him", "them", "himself", "herself", "themselves", "nothing"}:
        return False
    reach = tokens[at + 1 : min(end, at + 30)]
    return any(
        verb_like(word) or word.lower in {"s", "n't"} or word.lower.endswith(("'s", "’s", "’re", "'re", "’ll"))
        for word in reach
    )


def _object_like(token: Token) -> bool:
    return not token.mark and token.lower not in PREPOSITIONS and token.lower not in {"and", "or", "but", "as", "to"}


def content_end(tokens: Sequence[Token], at: int, end: int, stops: frozenset[int]) -> int:
    """How far a clause reaches that begins at ``at``: to the end of its sentence, or to the next voice."""
    stop = end
    for k in range(at + 1, end):
        token = tokens[k]
        if k in stops:
            stop = k
            break
        if token.text == "," and k + 1 < end:
            following = tokens[k + 1].lower
            if following in SUBORDINATE or (following == "according" and k + 2 < end and tokens[k + 2].lower == "to"):
                stop = k
                break
        if token.text == ";" or (token.text in {"—", "–"} and k + 1 < end and tokens[k + 1].lower in {"but", "and"}):
            stop = k
            break
    while stop > at and tokens[stop - 1].mark and tokens[stop - 1].text in ".,;:!?…—–-":
        stop -= 1
    while stop > at + 1 and tokens[stop - 1].lower in {"and", "but", "while", "although"}:
        stop -= 1
        if tokens[stop - 1].text == ",":
            stop -= 1
    return stop


def tail_of_cue(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether nothing but time and place follows: ``..., Halden said on Monday.``"""
    k = at
    words = 0
    while k < end:
        token = tokens[k]
        if token.text in ENDS or token.text in {",", ";"}:
            return True
        if token.quotation or token.text == ":" or token.lower == "that" or words > REACH:
            return False
        if token.lower in SUBJECT_PRONOUNS - {"it"} or (verb_like(token) and words < 1):
            return False
        if words == 0 and not (
            times(token)
            or adverb(token)
            or token.lower in SAYING_PLACES | RECIPIENTS
            or token.lower in DETERMINERS
            or token.capital
        ):
            return False
        words += 1
        k += 1
    return True
