"""Whose words they are: the noun phrase before a cue, or behind it where the order is turned round."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extract.grammar import (
    CONJUNCTIONS,
    DETERMINERS,
    ENDS,
    OPENING_WORDS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    adverb,
    starts_phrase,
    times,
    verb_like,
)
from claims.extract.units import Token
from claims.extract.words import listed

Phrase = tuple[int, int]
"""Half-open range of word positions in a unit."""

OBJECT_PRONOUNS = listed("me us him them himself herself themselves")
NO_HEADS = listed("according out run it's it’s that's that’s there's there’s here's here’s let's what's what’s")
"""Words with which no subject begins."""
LONGEST = 24
"""No subject of a reporting verb has more words than this."""


def subject_before(tokens: Sequence[Token], at: int, floor: int) -> Phrase | None:
    """The phrase that ends right before the verb group at ``at``, apposition included."""
    last = at - 1
    if last < floor:
        return None
    if tokens[last].text == ",":
        described = _described_subject(tokens, last, floor)
        if described is not None:
            return described
        opening = _comma_before(tokens, last, floor)
        if opening is None or opening == floor:
            return None
        head = simple_subject(tokens, opening, floor)
        if head is None:
            return None
        inner = tokens[opening + 1 : last]
        return (head[0], last) if _appositive(inner) else head
    beside = simple_subject(tokens, at, floor)
    if beside is None:
        head = subject_at(tokens, floor, at)
        return head if head is not None and tokens[head[1]].lower == "who" else None
    if beside[0] > floor and tokens[beside[0] - 1].lower in {"who", "which"}:
        # "economists who favour a tax agree": what stands beside the verb is the end of a relative clause.
        head = subject_at(tokens, floor, beside[0] - 1)
        return head if head is not None and head[1] == beside[0] - 1 else beside
    return beside


def _described_subject(tokens: Sequence[Token], last: int, floor: int) -> Phrase | None:
    """The subject that opens the clause and is described up to the comma at ``last``, commas and all.

    ``Ana Brel, who ran the port in Orsk, Kesten, until May, said``
    """
    head = subject_at(tokens, floor, last)
    if head is None or head[1] + 1 >= last or tokens[head[1]].text != ",":
        return None
    inner = tokens[head[1] + 1 : last]
    if (
        inner[0].lower in {"who", "whose"}
        or inner[0].text.isdigit()
        or (inner[0].lower == "which" and len(inner) <= LONGEST)
    ):
        return head
    commas = sum(token.text == "," for token in inner)
    if commas and _appositive(inner) and not any(token.lower in {"and", "but"} or verb_like(token) for token in inner):
        return head[0], last
    return None


def subject_of_pair(tokens: Sequence[Token], at: int) -> Phrase | None:
    """The subject of a clause whose second verb stands at ``at``: ``Brel shook her head and said``."""
    for k in range(at - 2, max(-1, at - 3 * LONGEST), -1):
        if (
            k == -1
            or tokens[k].text in {",", ";", ":", "—", "–", "-"}
            or tokens[k].lower in {"that", "when", "while", "as"}
        ):
            found = subject_at(tokens, k + 1, at)
            if found and found[0] == k + 1 and found[1] < at - 1 and verb_like(tokens[found[1]]):
                return found
    return subject_at(tokens, 0, at)


def simple_subject(tokens: Sequence[Token], end: int, floor: int) -> Phrase | None:
    """The noun phrase that ends right before ``end``, without an apposition."""
    last = end - 1
    if last < floor or tokens[last].quotation:
        return None
    if tokens[last].text == ")":
        opening = next((k for k in range(last - 1, max(floor, last - 8), -1) if tokens[k].text == "("), None)
        if opening is None:
            return None
        inner = simple_subject(tokens, opening, floor)
        return (inner[0], end) if inner else None
    if tokens[last].lower in SUBJECT_PRONOUNS:
        return last, end
    first = end
    while first > max(floor, end - LONGEST):
        token = tokens[first - 1]
        if token.quotation or _boundary(tokens, first - 1, floor):
            break
        first -= 1
    first = _trimmed(tokens, first, end)
    return (first, end) if first < end and _plausible(tokens[first:end]) else None


def subject_at(tokens: Sequence[Token], floor: int, end: int) -> Phrase | None:
    """The subject of the clause that begins at ``floor``: up to its first verb."""
    first = floor
    while first < end and (tokens[first].lower in OPENING_WORDS or tokens[first].text == ","):
        first += 1
    if first < end and tokens[first].lower in PREPOSITIONS | {"when", "while", "after", "if"}:
        comma = next((k for k in range(first, min(end, first + LONGEST)) if tokens[k].text == ","), None)
        if comma is None:
            return None
        first = comma + 1
    stop = first
    while stop < min(end, first + LONGEST):
        token = tokens[stop]
        if token.quotation or token.text in {",", ":", ";", "—", "–", "("} or verb_like(token):
            break
        if token.lower in {"who", "which", "that"} or (adverb(token) and stop > first):
            break
        stop += 1
    return (first, stop) if first < stop and _plausible(tokens[first:stop]) else None


def subject_after(tokens: Sequence[Token], at: int, end: int) -> Phrase | None:
    """The phrase that begins at ``at``, behind its verb: ``said Mira Halden, who runs the port``."""
    if at >= end or tokens[at].quotation or not _may_open(tokens[at]):
        return None
    if tokens[at].lower in SUBJECT_PRONOUNS:
        return at, at + 1
    stop = _phrase_end(tokens, at, end)
    if stop == at:
        return None
    if stop + 1 < end and tokens[stop].text == ",":
        closing = next(
            (k for k in range(stop + 1, min(end, stop + 1 + LONGEST)) if tokens[k].text in {",", ".", ";"}), end
        )
        if _appositive(tokens[stop + 1 : closing]):
            stop = closing
    return at, stop


def _may_open(token: Token) -> bool:
    return starts_phrase(token) or (
        not token.mark
        and not verb_like(token)
        and token.lower not in PREPOSITIONS
        and token.lower not in CONJUNCTIONS
        and not adverb(token)
    )


def _phrase_end(tokens: Sequence[Token], at: int, end: int) -> int:
    stop = at
    while stop < min(end, at + LONGEST):
        token = tokens[stop]
        if token.quotation or (token.mark and token.text not in {"&", "'", "’", "/"}):
            break
        lower = token.lower
        if lower in {"who", "which", "whose", "when", "while", "as", "because", "but", "that", "if", "where"}:
            break
        if lower in PREPOSITIONS and lower != "of" and not _names_continue(tokens, stop, end):
            break
        if times(token) or (verb_like(token) and stop > at) or adverb(token):
            break
        stop += 1
    return stop


def _names_continue(tokens: Sequence[Token], at: int, end: int) -> bool:
    """``minister for the Interior``, ``director at Sorrel Bank``: the phrase goes on with its place."""
    word = tokens[at].lower
    if word not in {"for", "at", "from", "with", "in"} or at + 1 >= end:
        return False
    following = tokens[at + 1 : at + 4]
    return any(t.capital and not times(t) for t in following[:2]) and word in {"for", "at", "from", "with"}


def _boundary(tokens: Sequence[Token], at: int, floor: int) -> bool:
    """Whether a subject cannot reach over the word at ``at``."""
    token = tokens[at]
    if token.mark:
        return token.text not in {"&", "'", "’", "/", "$", "%", "(", ")"}
    if token.lower in {"and", "or"}:
        return not _joins_phrases(tokens, at, floor)
    if token.lower in {"as", "before", "after", "since"} or token.lower in CONJUNCTIONS:
        return True
    return verb_like(token) and not _participle(tokens, at)


def _participle(tokens: Sequence[Token], at: int) -> bool:
    """``the elected mayor``: an -ed form between a determiner and its noun is no verb."""
    return tokens[at].lower.endswith("ed") and at > 0 and tokens[at - 1].lower in DETERMINERS


def _joins_phrases(tokens: Sequence[Token], at: int, floor: int) -> bool:
    if at - 1 < floor or at + 1 >= len(tokens):
        return False
    left, right = tokens[at - 1], tokens[at + 1]
    return left.capital and not times(left) and (right.capital or right.lower in DETERMINERS)


def _trimmed(tokens: Sequence[Token], first: int, end: int) -> int:
    """Leave out what opens the clause before its subject: ``But on Monday the minister``."""
    while first < end and (tokens[first].lower in OPENING_WORDS or (adverb(tokens[first]) and end - first > 1)):
        first += 1
    while first < end and times(tokens[first]):
        first += 1
    if first < end and tokens[first].lower in PREPOSITIONS:
        for at in range(first + 2, end):
            before = tokens[at - 1]
            settled = (
                times(before)
                or before.text[0].isdigit()
                or (not before.capital and before.lower not in PREPOSITIONS and before.lower not in DETERMINERS)
            )
            if settled and starts_phrase(tokens[at]):
                return at
        return end
    return first


def _plausible(phrase: Sequence[Token]) -> bool:
    if all(token.mark for token in phrase):
        return False
    head = phrase[0]
    if len(phrase) == 1 and head.lower in OBJECT_PRONOUNS:
        return False
    if head.lower in NO_HEADS or (len(phrase) > 1 and head.lower.endswith("ing") and not head.capital):
        return False
    if head.lower in PREPOSITIONS or head.lower in CONJUNCTIONS - SUBJECT_PRONOUNS - {"that"}:
        return False
    return any(starts_phrase(t) for t in phrase) or (len(phrase) <= 4 and phrase[-1].lower.endswith("s"))


def _comma_before(tokens: Sequence[Token], at: int, floor: int) -> int | None:
    for k in range(at - 1, max(floor - 1, at - 1 - LONGEST), -1):
        if tokens[k].text == ",":
            return k
        if tokens[k].quotation or tokens[k].text in {";", ":"} or tokens[k].text in ENDS:
            return None
    return None


def _appositive(inner: Sequence[Token]) -> bool:
    """Whether words between two commas say what somebody is, not what he does."""
    if not inner or len(inner) > LONGEST or inner[0].lower in {"who", "which", "whose", "where", "when"}:
        return False
    if inner[0].lower in PREPOSITIONS or adverb(inner[0]) or inner[0].lower in CONJUNCTIONS:
        return False
    if any(verb_like(t) and t.lower.endswith("ing") for t in inner[:1]):
        return False
    for token in inner:
        if token.lower in {"who", "which", "that", "whose"}:
            break
        if token.quotation or (verb_like(token) and not token.lower.endswith(("ed", "ing"))):
            return False
    return not (len(inner) <= 2 and all(adverb(t) for t in inner))
