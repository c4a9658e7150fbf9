"""Sources that are no names: "a senior official", "the ministry", "several residents", "the report"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claims.extract.speakers.titles import (
    BODIES,
    BUSINESS,
    COUPLE_NOUNS,
    DOCUMENTS,
    GROUPS,
    KIN,
    OFFICES,
    ONLY_IN_NAMES,
    PERSON_NOUNS,
    RULING_BODIES,
    UNNAMED,
    trade,
)
from claims.extract.words import listed
from claims.vocabulary import SpeakerKind

_WORD = re.compile(r"[\w'’.-]+")
_CLAUSE = re.compile(r",?\s+(?:who|whom|whose|which)\b.*$", re.DOTALL)
_OF_PLURAL = re.compile(r"\b(\w+s)['’] ")
_AGE = re.compile(r"(\d{1,3})-year-old")
_SPLITS = listed("""
    of for in at from with who whom whose which that to on by close familiar seen obtained published released prepared
    about under near among after before since when where into against inside outside there here
""")
_DEFINITE = listed("the this that these those his her its their our my both such said")
_DETERMINERS = _DEFINITE | listed("a an one another some any each every no two three four five six several many most")
_ANYBODY = listed("another one other first second third fourth last")
_OWNERS = listed("his her its their our my")
_EMPTY = listed(
    "the a an of for in at on by to from and with her his its their our who that this former ex late then"
    " current same said former-day old new own"
)
_CALLINGS = OFFICES | KIN.keys() | PERSON_NOUNS
ANONYMITY = ("anonym", "not to be named", "not be named", "not to be identified", "not be identified", "unnamed",
             "declined to be named", "declined to be identified", "without being named", "not authorised",
             "not authorized", "withheld", "asked that")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """A description taken apart."""

    words: str
    head: str
    """The noun it turns on, lower case."""
    colours: frozenset[str]
    """The other words that say something: "harbour" in "the harbour chief"."""
    definite: bool
    plural: bool
    owner: str | None = None
    """Whose: "Brel" in "Brel's husband", "his" in "his wife"."""
    age: int | None = None
    former: bool = False

    @property
    def kind(self) -> SpeakerKind:
        return kind_of_phrase(self.words)


# Asked again for each claim of every role that was met; neither depends on anything but the words.
@lru_cache(maxsize=2048)
def phrase_of(words: str) -> Phrase:
    """Take a description apart."""
    head = head_of(words)
    core = _CLAUSE.sub("", words) or words
    core = core.split(", ", 1)[0] if ", " in core else core
    tokens = [m.group().strip(".-'’") for m in _WORD.finditer(core)]
    lowers = [token.lower() for token in tokens]
    first = lowers[0] if lowers else ""
    # "Patel's owner", not "the owner of Patel's"
    before = core.split(" of ", 1)[0] if head in _WORD.findall(core.lower().split(" of ", 1)[0]) else core
    owners = [m.group() for m in _WORD.finditer(before)]
    owner = next((t[:-2] for t in owners if t.endswith(("'s", "’s"))), None)
    if owner is None and (plural := _OF_PLURAL.search(before)):
        # "Tibbets' widow"
        owner = plural.group(1)
    if owner is None and first in _OWNERS:
        owner = first
    age = _AGE.search(words.lower())
    colours = frozenset(
        re.sub(r"['’]s$", "", low) for low in lowers if low not in _EMPTY and low != head and low not in _DETERMINERS
    )
    return Phrase(
        words,
        head,
        colours,
        first in _DEFINITE or _bare_post(lowers) or (owner is not None and first not in {"a", "an", "one", "another"}),
        plural_noun(head),
        owner,
        int(age.group(1)) if age else None,
        bool({"former", "ex", "late", "then", "retired"} & set(lowers)) or "ex-" in words.lower(),
    )


def _bare_post(lowers: list[str]) -> bool:
    """``Counsel to the inquiry``: there is one, and no article says so."""
    return len(lowers) > 2 and lowers[0] in {"counsel", "leader", "head", "chair"} and lowers[1] in {"to", "for", "of"}


@lru_cache(maxsize=2048)
def head_of(words: str) -> str:
    """The noun that a phrase turns on: the last word before its first preposition, comma or clause."""
    head = ""
    for match in _WORD.finditer(words):
        word = match.group().lower().strip(".-'’")
        known = head in BODIES or head in DOCUMENTS or head in GROUPS or head in UNNAMED or _person(head)
        if head and (word in _SPLITS or (known and word.endswith(("ed", "ing")) and not nameable(word))):
            if head not in _DETERMINERS or word not in {"of", "who", "that"}:
                break
            if word == "of" and head in {"one", "some", "many", "most", "several", "two", "three", "all", "both"}:
                # "one of the officials" turns on the officials, one of them.
                continue
            break
        if head and words[: match.start()].rstrip().endswith((",", "—", "–", "(")):
            break
        if word in {"and", "or", "but", "yesterday", "today"} and head:
            break
        if word in {"last", "next", "this", "earlier", "later"} and known:
            # "a government report last year"
            break
        head = word
    if head == "officer" and "press officer" in words.lower():
        return "press-officer"
    return head


def _person(noun: str) -> bool:
    single = noun.removesuffix("s")
    return noun in OFFICES or noun in KIN or noun in PERSON_NOUNS or single in OFFICES or single in KIN


def plural_noun(noun: str) -> bool:
    """Whether a noun means several."""
    if noun in GROUPS or noun in COUPLE_NOUNS:
        return True
    if noun in BODIES or noun in DOCUMENTS or noun in OFFICES or noun in KIN:
        return False
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is"))


def kind_of_phrase(words: str) -> SpeakerKind:
    """What sort of speaker a phrase without a name speaks of."""
    head = head_of(words)
    single = head.removesuffix("s")
    lowered = words.lower()
    unnamed = any(sign in lowered for sign in ANONYMITY)
    if head in DOCUMENTS or single in DOCUMENTS:
        return SpeakerKind.DOCUMENT
    if unnamed or head in {"source", "sources", "insider", "insiders"}:
        return SpeakerKind.ANONYMOUS
    if head in {"person", "people", "persons"} and (
        " familiar" in lowered or " briefed" in lowered or " close to" in lowered or head == "person"
    ):
        return SpeakerKind.ANONYMOUS
    if head == "government" or head in RULING_BODIES:
        return SpeakerKind.GOVERNMENT
    if head == "police":
        return SpeakerKind.ORGANISATION
    if plural_noun(head) and head not in BODIES:
        return SpeakerKind.GROUP
    if head in BODIES or head in BUSINESS or (head.endswith("ies") and head[:-3] + "y" in BODIES):
        return SpeakerKind.ORGANISATION
    if head in UNNAMED or head == "press-officer" or _person(head) or trade(head) or _AGE.search(lowered):
        return SpeakerKind.ANONYMOUS
    if plural_noun(single) or head.endswith(("folk", "ship", "hood")):
        return SpeakerKind.GROUP
    # "The hotel said": whatever else is definite and says something is a house.
    return SpeakerKind.ORGANISATION if lowered.startswith("the ") and head not in _ANYBODY else SpeakerKind.ANONYMOUS


def definite(words: str) -> bool:
    """Whether a phrase speaks of somebody whom the reader has met: "the minister"."""
    return phrase_of(words).definite


def nameable(head: str) -> bool:
    """Whether a phrase with this head can be met again: people, bodies, papers."""
    body = head in BODIES and head not in ONLY_IN_NAMES
    calling = head.endswith(("man", "woman", "ologist", "ographer", "eer")) and trade(head)
    known = calling or any(head in table for table in (DOCUMENTS, UNNAMED, COUPLE_NOUNS, RULING_BODIES, GROUPS))
    return body or known or _person(head) or plural_person(head) or _AGE.fullmatch(head) is not None


def person_like(words: str) -> bool:
    """Whether a description is of one person: "a fisherman", "the 43-year-old"; not "a raft of rules"."""
    head = head_of(words)
    return (
        head in _ANYBODY
        or _person(head)
        or trade(head)
        or head in UNNAMED
        or head == "press-officer"
        or bool(_AGE.search(words.lower()))
    )


def plural_person(noun: str) -> bool:
    """Whether a noun means several people of a trade: "residents", "ministers"."""
    return noun[-1:] == "s" and noun[:-1] in _CALLINGS
