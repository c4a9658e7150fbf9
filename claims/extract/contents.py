"""What was said: how far the words reach that a cue introduces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.extract.cues import Cue
from claims.extract.grammar import (
    COMMON_VERBS,
    ENDS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    adverb,
    starts_phrase,
    times,
    verb_like,
)
from claims.extract.reporting import AUXILIARIES, CLAUSE_OPENERS, RECIPIENTS, SAYING_PLACES, SUBORDINATE
from claims.extract.units import Token
from claims.extract.words import listed

NAMING = listed("call dub label pronounce")
"""Verbs that give a quotation as a name; nothing behind it is said."""
TAKES_BARE_CLAUSES = listed("say tell suggest argue claim insist hope announce")
"""Verbs whose object is nearly always a clause."""
ASIDE = 5
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
    if cue.verb.lemma in NAMING and not token.quotation:
        return _naming(tokens, at, min(end, at + 8), cue)
    if token.quotation:
        return Opening(place, "quotation", cue.end) if "Q" in frames else None
    if token.text == ":" and "Q" in frames and place + 1 < end:
        return Opening(place + 1, "colon", cue.end)
    if token.text == "," and place + 1 < end and tokens[place + 1].quotation and "Q" in frames:
        return Opening(place + 1, "quotation", cue.end)
    if token.lower in CLAUSE_OPENERS and ("T" in frames or "C" in frames):
        return Opening(place, "clause", cue.end)
    if token.lower == "to" and place + 1 < end:
        if "R" in frames and place > at:
            # Whom something is asked of belongs to what is asked: "urged the members to vote".
            return Opening(at, "infinitive", cue.end)
        if "I" in frames:
            return Opening(place, "infinitive", cue.end)
    if "C" in frames and _clause_like(tokens, place, end, strict=cue.verb.lemma not in TAKES_BARE_CLAUSES):
        return Opening(place, "bare clause", cue.end)
    if "O" in frames and place == at and (starts_phrase(token) or _object_like(token)):
        return Opening(place, "object", cue.end)
    return None


def _naming(tokens: Sequence[Token], at: int, end: int, cue: Cue) -> Opening | None:
    """``called the plan "a farce"``: what is named, and the name."""
    for k in range(at, end):
        if tokens[k].quotation:
            return Opening(at, "object", cue.end)
        if tokens[k].mark or verb_like(tokens[k]):
            return None
    return None


def _after_preposition(tokens: Sequence[Token], word: str, at: int, end: int, frames: str) -> Opening | None:
    if at + 1 >= end:
        return None
    following = tokens[at + 1]
    if word == "out":
        behind = at + 2 if following.text == "," and at + 2 < end else at + 1
        if tokens[behind].quotation:
            return Opening(behind, "quotation", at + 1)
        if following.lower not in CLAUSE_OPENERS:
            return None
    if following.mark and not following.quotation:
        return None
    return Opening(at + 1, "clause" if word == "out" else "preposition", at + 1)


def _past_circumstances(tokens: Sequence[Token], cue: Cue, at: int, end: int) -> int:
    """Skip to whom, when and where it was said; stay where nothing shows that the content comes later."""
    limit = min(end, at + REACH)
    start = _past_aside(tokens, at, limit)
    while start < limit and (times(tokens[start]) or adverb(tokens[start])):
        start += 1
    if start >= end:
        return end - 1
    token = tokens[start]
    if token.quotation or token.text in {":", ","} or token.lower in CLAUSE_OPENERS or token.lower == "to":
        return start
    recipient = "R" in cue.verb.frames
    if token.mark or token.text[0].isdigit():
        return start
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
        if here.text in ENDS or here.text in {";", "—"} or (k > start and (verb_like(here) or _contracted(here))):
            break
    return _after_recipient(tokens, start, limit) if recipient else _after_place(tokens, start, limit)


def _past_aside(tokens: Sequence[Token], at: int, limit: int) -> int:
    """``conceded, however, that``: behind an aside of a few words between commas."""
    if tokens[at].text != ",":
        return at
    for k in range(at + 1, min(limit - 1, at + 1 + ASIDE)):
        if tokens[k].text == "," and tokens[k + 1].lower in CLAUSE_OPENERS:
            return k + 1
        if tokens[k].quotation or verb_like(tokens[k]):
            break
    return at


def _contracted(token: Token) -> bool:
    """``he's``, ``they'll``: a pronoun with its verb."""
    head, mark, _ = token.lower.replace("’", "'").partition("'")
    return bool(mark) and head in SUBJECT_PRONOUNS


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


def _clause_like(tokens: Sequence[Token], at: int, end: int, *, strict: bool) -> bool:
    """Whether a bare clause begins here: a noun phrase with a verb to come.

    Strictly, for verbs that as often take a mere object: the verb comes soon and cannot be a participle.
    """
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
    if token.lower in {"it", "you"} and reach and not (verb_like(reach[0]) or adverb(reach[0])):
        return False
    if strict and token.lower not in SUBJECT_PRONOUNS | {"there"}:
        for word in reach:
            if word.mark or word.lower in {"who", "which", "that"}:
                return False
            if verb_like(word):
                return word.lower in AUXILIARIES or word.lower in COMMON_VERBS
        return False
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
            if following == "of" and k + 2 < end and tokens[k + 2].lower in {"which", "whom"}:
                stop = k
                break
            if following in SUBORDINATE or (following == "according" and k + 2 < end and tokens[k + 2].lower == "to"):
                stop = k
                break
        if (
            token.text == "."
            and k + 1 < end
            and (tokens[k + 1].quotation or (tokens[k + 1].capital and _word_before_a_stop(tokens[k - 1])))
        ):
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


def _word_before_a_stop(token: Token) -> bool:
    """Whether a full stop behind the word surely ends a sentence, rather than an abbreviation."""
    return len(token.text) > 4 and token.text.islower()


def tail_of_cue(tokens: Sequence[Token], at: int, end: int, *, recipient: bool) -> bool:
    """Whether nothing but time and place follows: ``..., Halden said on Monday.``"""
    k = at
    words = 0
    while k < end:
        token = tokens[k]
        if token.text in ENDS or token.text in {",", ";"}:
            return not (k + 1 < end and tokens[k + 1].quotation)
        if token.quotation or token.text == ":" or token.lower == "that" or words > REACH:
            return False
        if token.lower in SUBJECT_PRONOUNS - {"it", "you"} or (verb_like(token) and words < 1):
            return False
        told = recipient or token.lower in RECIPIENTS
        if words == 0 and not (times(token) or adverb(token) or token.lower in SAYING_PLACES or told):
            return False
        words += 1
        k += 1
    return True
