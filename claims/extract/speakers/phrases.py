"""Sources that are no names: "a senior official", "the ministry", "several residents", "the report"."""

from __future__ import annotations

import re

from claims.extract.speakers.titles import BODIES, DOCUMENTS, GROUPS, OFFICES, RULING_BODIES, UNNAMED
from claims.extract.words import listed
from claims.vocabulary import SpeakerKind

_WORD = re.compile(r"[\w'’.-]+")
_SPLITS = listed("""
    of for in at from with who which that to on by close familiar seen obtained published released prepared about
    under near among after
""")
_DEFINITE = listed("the this that his her its their our")


def head_of(words: str) -> str:
    """The noun that a phrase turns on: the last word before its first preposition or comma."""
    head = ""
    for match in _WORD.finditer(words):
        word = match.group().lower().strip(".-'’")
        if head and (word in _SPLITS or words[match.start() - 1 : match.start()] == ","):
            break
        if words[: match.start()].rstrip().endswith(",") and head:
            break
        head = word
    return head


def kind_of_phrase(words: str) -> SpeakerKind:
    """What sort of speaker a phrase without a name speaks of."""
    head = head_of(words)
    single = head.removesuffix("s")
    first = words.split(maxsplit=1)[0].lower() if words.split() else ""
    lowered = words.lower()
    if "anonym" in lowered or "not to be named" in lowered or "not be named" in lowered:
        return SpeakerKind.ANONYMOUS
    if head in DOCUMENTS:
        return SpeakerKind.DOCUMENT
    if head in UNNAMED:
        return SpeakerKind.ANONYMOUS
    if head in RULING_BODIES and head == "government":
        return SpeakerKind.GOVERNMENT
    if head in BODIES or (head.endswith("ies") and head[:-3] + "y" in BODIES):
        return SpeakerKind.ORGANISATION
    if head in OFFICES:
        return SpeakerKind.ANONYMOUS
    if head in GROUPS or single in OFFICES or (head.endswith("s") and not head.endswith("ss")):
        return SpeakerKind.GROUP
    if first in {"a", "an", "one", "another"}:
        return SpeakerKind.ANONYMOUS
    return SpeakerKind.GROUP


def definite(words: str) -> bool:
    """Whether a phrase speaks of somebody whom the reader has met: "the minister"."""
    first = words.split(maxsplit=1)
    return bool(first) and first[0].lower() in _DEFINITE
