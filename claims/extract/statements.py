"""Checkable assertions in the article's own voice: what nobody is quoted for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.extract.boilerplate import behind_dateline
from claims.extract.grammar import verb_like
from claims.extract.reporting import verbs
from claims.extract.sentences import Range, paragraphs, sentences
from claims.extract.words import listed, words_of
from claims.extract.worth import EVENTS, Worth, worth_of
from claims.models import Figure
from claims.vocabulary import Part

FEWEST_WORDS = 4
THRESHOLD = 0.2
"""Sentences worth less are not proposed as statements."""
_FIRST_PERSON = listed("i i'm i've i'd my we we're we've our you you're your")


# Whoever "says" or "wants" in a sentence speaks for themselves, whether the tagger found it or not.
_REPORTS = listed("""
    said says say told tells tell insisted insists believes believe thinks think wants want expects expect hopes hope
    fears fear predicts predict estimates estimate claims claim argues argue warns warn warned admits admitted alleged
    alleges seeks vows vowed pledged pledges accuses accused urges urged suggests suggested denies denied blames blamed
    insist assert asserts asserted contends contended complained complains doubts doubted added adds""")
_REPORTED = re.compile(
    r"\baccording to\b|\b(?:puts?|putting)\s+(?:[^.;]{1,80})\s(?:at|on)\b|\bhopes? to\b"
    r"|:\s*[\"“‘«]|,\s[^,;]{3,80}\s(?:heard|found|has\s+found|have\s+found|was\s+told)(?:\s\w+)?\W*$"
    r"|\b(?:back|out)\sthat\b",
    re.I,
)
_QUOTED = re.compile(r"[\"“‘«]([^\"“”‘’«»]{1,400})[\"”’»]")
QUOTED_WORDS = 3
"""So many words between quotation marks are somebody's own, fewer may be a title or a nickname."""
_LABEL = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,40}(?:,[^:\n]{2,60})?:\s")
"""``LENA AARUP, PRESENTER:`` - a turn of a transcript is all its speaker's."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence that asserts something, and what it is worth."""

    start: int
    end: int
    part: Part
    worth: Worth


def statements(text: str, part: Part, taken: Sequence[Range], figures: Sequence[Figure]) -> list[Statement]:
    """The sentences that assert something checkable and touch none of ``taken``.

    Left out: questions, headings, fragments without a verb, the writer's own "I" and "we", and what
    holds nothing that could be looked up. A headline needs no final full stop.
    """
    found = []
    closed = _Ranges(taken)
    ordered = sorted(figures, key=lambda figure: figure.start)
    starts = [figure.start for figure in ordered]
    turns = _Ranges([span for span in paragraphs(text) if _LABEL.match(text, *span)])
    for opening, end in sentences(text):
        if turns.touch(opening, end):
            continue
        start = behind_dateline(text, opening, end)
        if closed.touch(start, end):
            start, end = _free_clause(text, start, end, closed, part)
        words = text[start:end]
        if start >= end or not _asserts(words, part) or _reports(words):
            continue
        near = ordered[bisect_left(starts, start) : bisect_left(starts, end)]
        inside = [figure for figure in near if figure.end <= end]
        worth = worth_of(words, inside)
        if worth.checkable and worth.score >= THRESHOLD:
            found.append(Statement(start, _without_full_stop(text, start, end), part, worth))
    return found


_LEADS_ON = re.compile(r",?\s+(?:that|which|who|as|while|and|but)\s*$|[;:,]\s*$")
_HEADLINE_JOINT = re.compile(r"[;:]\s+")


def _free_clause(text: str, start: int, end: int, closed: _Ranges, part: Part) -> Range:
    """The clause of a sentence that nobody is quoted for, or an empty range.

    A headline's clauses are divided by a semicolon or a colon; in a text only the clause before a relative one
    that is attributed stands by itself: "Drivers voted by 91 per cent to strike over rosters that they say ...".
    """
    if part == Part.TITLE:
        joints = [(m.start(), m.end()) for m in _HEADLINE_JOINT.finditer(text, start, end)]
        edges = [start, *(b for _, b in joints)], [*(a for a, _ in joints), end]
        free = [(a, b) for a, b in zip(*edges, strict=True) if not closed.touch(a, b)]
        return max(free, key=lambda piece: piece[1] - piece[0], default=(start, start))
    first = closed.first(start, end)
    lead = _LEADS_ON.search(text, start, first)
    if first <= start or lead is None or not lead.group().strip().startswith(("that", "which", "who")):
        return start, start
    return start, lead.start()


def _reports(words: str) -> bool:
    """Whether the sentence gives somebody's words, so that it is not the article's own voice."""
    if _REPORTED.search(words) or any(len(m[1].split()) >= QUOTED_WORDS for m in _QUOTED.finditer(words)):
        return True
    tokens = [token for token in words_of(words) if not token.mark]
    table = verbs()
    return any(
        token.lower in _REPORTS or (following.lower == "that" and token.lower in table)
        for token, following in pairwise([*tokens, *tokens[-1:]])
        if not token.capital
    )


def _asserts(words: str, part: Part) -> bool:
    if words.endswith(("?", "!", ":", "…", "...", '?"', "?”")):
        return False
    if part == Part.TEXT and not words.rstrip("\"”’'»)]").endswith("."):
        return _looks_like_prose(words)
    tokens = [token for token in words_of(words) if not token.mark]
    if len(tokens) < FEWEST_WORDS or any(token.lower in _FIRST_PERSON for token in tokens):
        return False
    verb = any(verb_like(token) or token.lower in EVENTS for token in tokens)
    return part == Part.TITLE or verb or len(tokens) > FEWEST_WORDS


def _looks_like_prose(words: str) -> bool:
    """A sentence whose full stop got lost still has a verb and some length; a heading has not."""
    tokens = [token for token in words_of(words) if not token.mark]
    return len(tokens) >= 2 * FEWEST_WORDS and any(verb_like(token) for token in tokens)


def _without_full_stop(text: str, start: int, end: int) -> int:
    return end - 1 if text[end - 1] == "." and end - 1 > start else end


class _Ranges:
    """Ranges that may overlap, asked whether they touch another one."""

    def __init__(self, ranges: Sequence[Range]) -> None:
        self.merged: list[Range] = []
        for start, end in sorted(ranges):
            if self.merged and start <= self.merged[-1][1]:
                self.merged[-1] = (self.merged[-1][0], max(end, self.merged[-1][1]))
            else:
                self.merged.append((start, end))
        self._starts = [start for start, _ in self.merged]

    def first(self, start: int, end: int) -> int:
        """Where the first range that shares a character with ``start`` to ``end`` begins."""
        at = max(0, bisect_right(self._starts, start) - 1)
        return next((a for a, b in self.merged[at : at + 3] if b > start and a < end), end)

    def touch(self, start: int, end: int) -> bool:
        """Whether any range shares a character with ``start`` to ``end``."""
        at = bisect_right(self._starts, start) - 1
        if at >= 0 and self.merged[at][1] > start:
            return True
        following = bisect_left(self._starts, start)
        return following < len(self.merged) and self.merged[following][0] < end
