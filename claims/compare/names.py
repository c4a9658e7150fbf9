"""Names in an article, read from capitals alone: enough to tell one incident, place or company from another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from claims.compare.concepts import NUMBERS
from claims.compare.words import STOP, listed, stem, tokens

COMMON = listed("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december jan feb mar apr jun jul aug sep sept oct nov dec today yesterday easter christmas
    mr mrs ms dr prof professor sir dame lord lady president prime minister governor mayor general colonel captain major
    sergeant senator representative secretary chief chair chairman chairwoman director judge justice king queen prince
    the new north south east west northern southern eastern western central upper lower great old saint st mount
    street road avenue square lane bridge river lake valley island bay port hill
    service authority ministry union association federation university institute college school court council committee
    commission department office agency bureau police fire party parliament senate house government national public
    royal international federal state group company bank board society chamber hospital centre center club league
    day nobody everybody everyone labour teachers schools
    news radio times herald wire gazette post tribune press daily echo courier i english
    """)
"""Capitalised words that many incidents share: by them alone none is known again."""

LOCATIVE = listed("in at near outside from across around throughout inside off along around")
_CAPITAL = re.compile(r"[A-Z][^\W_]*(?:['’-][^\W_]+)*")


def key(word: str) -> str:
    """A word of a name without its possessive, in lower case."""
    return word.lower().replace("’", "'").removesuffix("'s").rstrip("'")


BEGINNING = 4
"""Words that are alike have so many letters at their beginning in common, or are the same."""


def alike(a: str, b: str) -> bool:
    """Whether two words of names are one: the same, or a place and its people (Brennia, Brennian)."""
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    return len(short) >= 5 and len(long) - len(short) <= 3 and long.startswith(short[:-1]) and long[-1] in "nseh"


def shared(some: Iterable[str], others: Iterable[str]) -> frozenset[str]:
    """Those of the first words that are among the others, too."""
    rest = tuple(others)
    # Words that are alike begin alike: most are never set against each other.
    beginning = _beginning(rest)
    return frozenset(
        one
        for one in some
        if (begin := beginning.get(one[:BEGINNING])) and (one in begin or any(alike(one, other) for other in begin))
    )


@lru_cache(maxsize=4096)
def _beginning(words: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        found[word[:BEGINNING]] = (*found.get(word[:BEGINNING], ()), word)
    return found


def name_words(text: str, lower_case: frozenset[str]) -> list[tuple[int, str]]:
    """Places and keys of the words of names; a capital at the start of a sentence counts if the word is never small."""
    found = []
    for match in _CAPITAL.finditer(text):
        word = key(match.group())
        if word in COMMON or word in STOP or len(word) < 2 or word.split("-")[0] in NUMBERS:
            continue
        if _opens(text, match.start()) and (word in lower_case or stem(word) in lower_case):
            continue
        found.append((match.start(), word))
    return found


def _opens(text: str, at: int) -> bool:
    """Whether a sentence, a line or a quotation begins here."""
    before = text[:at].rstrip(" “\"'‘(")
    return not before or before[-1] in ".!?:\n" or text[at - 1] in "“\"‘'"


@lru_cache(maxsize=64)
def lower_words(text: str) -> frozenset[str]:
    """The words that stand somewhere in small letters, and their stems."""
    small = {one.lower for one in tokens(text) if one.text[0].islower()}
    return frozenset(small | {stem(word) for word in small})


@lru_cache(maxsize=64)
def counted_names(text: str, lower_case: frozenset[str]) -> Counter[str]:
    """How often each word of a name stands in a text."""
    return Counter(word for _, word in name_words(text, lower_case))


def located(text: str, start: int, end: int, lower_case: frozenset[str]) -> frozenset[str]:
    """Words of the names that a stretch says something happened at: "in Fennick", "across Upper Tessel"."""
    stretch = text[start:end]
    found: set[str] = set()
    for at, word in name_words(stretch, lower_case):
        before = [one.lower for one in tokens(stretch[:at]) if not one.mark][-4:]
        behind = [w for w in before if w not in COMMON or w in LOCATIVE]
        if any(w in LOCATIVE for w in behind[-2:]):
            found.add(word)
    return frozenset(found)
