"""What is said of a name right beside it: apposition, relative clause, "who is mayor", age."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.extract.grammar import CONJUNCTIONS, PREPOSITIONS, verb_like
from claims.extract.speakers.titles import AFTER_NAMES, BODIES, KIN, NATIONALS, OFFICES, PERSON_NOUNS, ROLE_VERBS, trade
from claims.extract.words import Word, listed

DETERMINERS = listed("a an the his her its their our my this that another one")
POSSESSIVES = ("'s", "’s")
NAMING = listed("named identified names identifies naming identifying unmasked")
PLEADING = listed("prosecuting defending")
SERVING = listed("""
    resigned resigns retired retires quit quits serves served works worked stands stood steps stepped""")
"""``resigned as treasurer``: behind these an "as" tells the office."""
COPULAS = listed("is was has been became remains be")
AFTER_ROLES = listed("who which for since until when and but from as in")
_OPENING = PREPOSITIONS | CONJUNCTIONS
SMALL = DETERMINERS | CONJUNCTIONS | PREPOSITIONS | listed("not also then now so too both each all some many several")
ROLE_WORDS = 4
"""Among so many words behind "is" an office has to stand."""
APPOSITION = 16
AGES = range(1, 120)


@dataclass(frozen=True, slots=True)
class Roles:
    """What stands in front of a name and behind it, as worded."""

    front: str | None = None
    behind: str | None = None
    age: int | None = None
    acronym: str | None = None
    """A short form in brackets: "(CSB)"."""
    person: bool = False
    """Whether a "who" follows."""


NO_ROLES = Roles()


def lower_title(text: str, words: Sequence[Word], at: int, *, proper: bool) -> tuple[str | None, int]:
    """``harbour spokesman Ivo Lenz``: the office in lower case right before the name, and where it begins.

    ``proper``: the name alone is surely a person's, so that any trade will do.
    """
    if at > 2 and words[at - 1].lower in {"called", "named"}:
        # "a farmer called Ivo Brel"
        trade_before, first = lower_title(text, words, at - 1, proper=proper)
        return (trade_before, first) if trade_before else (None, at)
    if at == 0 or words[at - 1].capital or words[at - 1].mark:
        return None, at
    noun = words[at - 1].lower
    if not (
        noun in OFFICES
        or noun in KIN
        or (proper and trade(noun))
        or (proper and noun[-1:] == "s" and noun[:-1] in OFFICES)
    ):
        return None, at
    first = at - 1
    while first > 0 and at - first < 7:
        before = words[first - 1]
        if before.mark or before.lower in SMALL or verb_like(before):
            break
        if before.lower.endswith(("ed", "ing")) and before.lower not in {"retired", "leading", "acting", "shipping"}:
            break
        first -= 1
    kin = first > 0 and words[first - 1].lower in {"his", "her", "their", "its"}
    if kin:
        first -= 1
    return text[words[first].start : words[at - 1].end], first


def in_front(text: str, words: Sequence[Word], first: int) -> str | None:
    """``The valley's chief engineer, Pia Orsk``: the phrase before the comma, if it names an office."""
    if (
        first + 1 < len(words)
        and words[first + 1].capital
        and first > 2
        and (words[first - 1].lower == "the" and words[first - 2].text == ",")
    ):
        # "Her husband, the painter Ivo Brel"
        first -= 1
    if first > 2 and words[first - 1].lower == "as":
        return _named_as(text, words, first - 1)
    if first < 2 or words[first - 1].text != ",":
        return None
    begin = first - 1
    while begin > 0 and first - begin <= APPOSITION:
        word = words[begin - 1]
        if (word.mark and word.text not in {"'", "’", "-", "&"}) or (verb_like(word) and word.lower != "counsel"):
            break
        begin -= 1
    while begin < first - 1 and words[begin].lower in _OPENING:
        begin += 1
    for k in range(first - 2, begin, -1):
        if words[k - 1].lower in {"and", "or"} and words[k].lower in DETERMINERS:
            begin = k
            break
    inner = words[begin : first - 1]
    if not inner:
        return None
    head = _head(inner)
    determined = inner[0].lower in DETERMINERS or inner[0].capital or inner[0].lower in {"former", "fellow"}
    named = head is not None and (
        trade(head.lower) or head.lower in NATIONALS or text[inner[0].start : inner[-1].end].endswith("opposite number")
    )
    if not determined or head is None or not named or (head.capital and len(inner) == 1):
        return _bare_post(text, inner)
    if _person_name(inner):
        # "the engineer Ana Brel, Ivo Lenz and others": a list, no apposition.
        return None
    return text[inner[0].start : inner[-1].end]


def _bare_post(text: str, inner: Sequence[Word]) -> str | None:
    """``Questioned by counsel for the bank, Ana Brel``: a post without an article, and for whom it is held."""
    for k in range(len(inner) - 2, 0, -1):
        post, before = inner[k], inner[k - 1]
        if post.lower in OFFICES and not post.capital and inner[k + 1].lower in {"for", "of", "at"}:
            return text[post.start : inner[-1].end] if before.lower in _OPENING else None
    return None


def _named_as(text: str, words: Sequence[Word], at: int) -> str | None:
    """``Police named the gunman as Ivo Lenz``: what he was called before he had a name."""
    first = at
    while first > 0 and at - first < ROLE_WORDS and words[first - 1].lower not in NAMING:
        first -= 1
    inner = words[first:at]
    if not inner or not first or words[first - 1].lower not in NAMING or inner[0].lower not in DETERMINERS:
        return None
    head = _head(inner)
    known = head is not None and (trade(head.lower) or head.lower in PERSON_NOUNS)
    return text[inner[0].start : inner[-1].end] if known else None


def _person_name(inner: Sequence[Word]) -> bool:
    """Whether a trade and a name behind it stand there already."""
    last = inner[-1]
    return last.capital and len(inner) > 1 and trade(inner[-2].lower)


def _head(inner: Sequence[Word]) -> Word | None:
    """The noun a phrase turns on: the last word before its first preposition or "who"."""
    head = None
    for word in inner:
        if head is not None and (word.lower in PREPOSITIONS or word.lower in {"who", "that", "which"} or word.mark):
            break
        if not word.mark:
            head = word
    return head


def behind(text: str, words: Sequence[Word], end: int) -> tuple[str | None, int | None, str | None, bool]:
    """What follows a name: its role, age, short form, and whether a "who" shows a person."""
    age: int | None = None
    acronym: str | None = None
    while end + 1 < len(words) and words[end].text == "," and _letters(words, end + 1):
        # "Ana Brel, M.D., head of"
        end += 2
    at = end
    if at + 2 < len(words) and words[at].text == "(" and words[at + 2].text == ")":
        inner = words[at + 1]
        if inner.text.isupper() and 2 <= len(inner.text) <= 8 and inner.text[0] == _first_letter(words, end):
            acronym = inner.text
        elif inner.text.isdigit() and int(inner.text[:4]) in AGES:
            age = int(inner.text[:4])
        at += 3
    if at + 1 < len(words) and words[at].text == ",":
        inner = words[at + 1]
        if inner.text.isdigit() and len(inner.text) < 4 and int(inner.text) in AGES:
            closed = (
                at + 2 >= len(words) or words[at + 2].text in {",", "."} or words[at + 2].lower in {"and", "who", "has"}
            )
            if closed:
                age = int(inner.text)
                at += 2
        elif inner.lower in {"aged", "age"} and at + 2 < len(words) and words[at + 2].text.isdigit():
            age = int(words[at + 2].text[:3])
            at += 3
    follows = words[at + 1].lower if at + 1 < len(words) and words[at].text == "," else ""
    person = follows in {"who", "whose"} or (at < len(words) and words[at].lower in {"himself", "herself"})
    role = (
        _apposition(text, words, at)
        or _relative(text, words, at)
        or _predicate(text, words, at)
        or _as_office(text, words, at)
    )
    return role, age, acronym, person


def _letters(words: Sequence[Word], at: int) -> bool:
    """Whether letters stand behind a name: "Ana Brel, KC,"; but "Ana Brel, MP for Orsk," says what she is."""
    following = words[at + 1].lower if at + 1 < len(words) else ""
    return words[at].text in AFTER_NAMES and following not in {"for", "of"}


def _first_letter(words: Sequence[Word], end: int) -> str:
    """The letter with which the run of capitalised words before ``end`` begins."""
    first = end
    while first > 0 and (words[first - 1].capital or words[first - 1].lower in {"of", "for", "and", "the", "&", "on"}):
        first -= 1
    while (first < end and not words[first].capital) or (first < end - 1 and words[first].lower == "the"):
        first += 1
    return words[first].text[0] if first < end else ""


def _apposition(text: str, words: Sequence[Word], end: int) -> str | None:
    """``Pia Orsk, the valley's chief engineer,``: the words between the commas, if they name an office."""
    if end + 1 >= len(words) or words[end].text != ",":
        return None
    for stop in range(end + 1, min(len(words), end + 1 + APPOSITION)):
        word = words[stop]
        if word.text in {",", ".", ";", "—", "–", ")"} or word.lower in {"who", "whose", "which"}:
            inner = words[end + 1 : stop]
            return _office(text, inner)
        if word.lower == "and" and stop > end + 2 and stop + 1 < len(words) and words[stop + 1].capital:
            inner = words[end + 1 : stop]
            if _full(words, stop + 1):
                return _office(text, inner)
        if word.mark and word.text not in {"'", "’", "-", "&"}:
            return None
    inner = words[end + 1 : end + 1 + APPOSITION]
    return _office(text, inner) if end + 1 + len(inner) == len(words) else None


def _full(words: Sequence[Word], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].capital and not words[at + 1].mark


def _office(text: str, inner: Sequence[Word]) -> str | None:
    if not inner or inner[0].lower in {"and", "who", "but", "whose", "which", "or", "where", "when", "while"}:
        return None
    if inner[0].lower in PLEADING and (len(inner) == 1 or inner[1].lower == "for"):
        # "Ana Brel, prosecuting, said"
        return text[inner[0].start : inner[-1].end]
    if any(verb_like(word) for word in inner[:1]) or inner[0].lower.endswith("ing"):
        return None
    if any(word.lower in {"said", "says", "told"} for word in inner):
        return None
    head = _head(inner)
    if head is None:
        return None
    lower = head.lower.removesuffix("'s").removesuffix("’s")
    determined = inner[0].lower in DETERMINERS or inner[0].lower.endswith(POSSESSIVES)
    held = any(w.lower in OFFICES or w.lower.removesuffix("s") in OFFICES for w in inner)
    if held or trade(lower) or (determined and lower in BODIES):
        if inner[0].capital and not held and not determined:
            return None
        return text[inner[0].start : inner[-1].end]
    return None


def _relative(text: str, words: Sequence[Word], end: int) -> str | None:
    """``Halden, who runs the port,``: what a relative clause says somebody does; "who is mayor" gives the office."""
    if end + 3 >= len(words) or words[end].text != "," or words[end + 1].lower != "who":
        return None
    if words[end + 2].lower not in ROLE_VERBS:
        return None
    stop = next(
        (k for k in range(end + 3, min(len(words), end + 2 + APPOSITION)) if words[k].text in {",", ".", ";", "—"}),
        None,
    )
    if stop is None:
        return None
    first = end + 2
    while first < stop and words[first].lower in COPULAS:
        first += 1
    if first > end + 2:
        inner = words[first:stop]
        held = any(word.lower in OFFICES or trade(word.lower) for word in inner[:ROLE_WORDS])
        return text[inner[0].start : inner[-1].end] if inner and held else None
    return text[words[first].start : words[stop - 1].end]


def _predicate(text: str, words: Sequence[Word], end: int) -> str | None:
    """``Pia Orsk has been mayor of Kesten``: the office that a sentence gives its subject."""
    at = end
    while at < len(words) and words[at].lower in COPULAS:
        at += 1
    if at == end or at >= len(words) or words[at - 1].lower == "has" or verb_like(words[at]):
        return None
    stop = at
    while stop < min(len(words), at + APPOSITION) and not words[stop].mark and words[stop].lower not in AFTER_ROLES:
        stop += 1
    inner = words[at:stop]
    held = any(word.lower in OFFICES for word in inner[:ROLE_WORDS])
    body = bool(inner) and inner[0].lower in {"a", "an", "the"} and inner[-1].lower in BODIES
    return text[inner[0].start : inner[-1].end] if inner and (held or body) else None


def _as_office(text: str, words: Sequence[Word], at: int) -> str | None:
    """``Pia Orsk resigned as treasurer``: the office that a verb gives or takes."""
    if at >= len(words) or words[at].lower not in SERVING:
        return None
    as_ = next((k for k in range(at + 1, min(len(words), at + ROLE_WORDS)) if words[k].lower == "as"), None)
    if as_ is None or any(word.mark for word in words[at:as_]):
        return None
    stop = as_ + 1
    while stop < min(len(words), as_ + APPOSITION) and not words[stop].mark and words[stop].lower not in AFTER_ROLES:
        stop += 1
    inner = words[as_ + 1 : stop]
    return text[inner[0].start : inner[-1].end] if any(w.lower in OFFICES for w in inner[:ROLE_WORDS]) else None
