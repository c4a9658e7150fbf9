"""Checkable assertions in the article's own voice: what nobody is quoted for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extract.boilerplate import TURN, behind_dateline
from claims.extract.furniture import STRONG, orders, signs
from claims.extract.grammar import DETERMINERS, PREPOSITIONS, verb_like
from claims.extract.reporting import verbs
from claims.extract.sentences import Range, paragraphs, sentences
from claims.extract.words import Word, listed, words_of
from claims.extract.worth import EVENTS, Worth, worth_of
from claims.models import Figure
from claims.vocabulary import FigureKind, Part

FEWEST_WORDS = 4
THRESHOLD = 0.1
"""Sentences worth less are not proposed as statements."""
FEWEST_WITH_FIGURE = 3
# The writer's own, the reader's, and what ought to be: "Hikers should carry a beacon".
_NOT_OWN = listed("""
    i i'm i've i'd i’m i’ve i’d my me we we're we've we’re we’ve our us you you're you’re your should ought""")


# Whoever "says" or "wants" in a sentence speaks for themselves, whether the tagger found it or not.
_REPORTS = listed("""
    said says say told tells tell insisted insists believes believe thinks think wants want expects expect hopes hope
    predicts predict argues argue warns warn warned alleged alleges seeks vowed vows pledged pledges accuses
    accused urges urged denied denies deny blames insist assert asserts asserted contends contended complained
    complains doubted""")
# These do other things as well: the plant added 300 jobs, the hospital admitted eight people, a claim was made.
_MAY_REPORT = listed("""
    fears fear estimates estimate claims claim admitted admits suggests suggested blamed doubts added adds
    expected wanted promised promises demanded demands asked asks thought felt""")
_ORDERED = listed("told urged warned")
"""Before "to" a headline means who was told: "Quarry told to stop blasting"."""
_NOUN_BEFORE = DETERMINERS | PREPOSITIONS | listed("is was are were be been being no 's ’s")
_DONE_TO = listed("to for by with a an the three four five six seven eight nine ten hundreds thousands dozens more")
_REPORTED = re.compile(
    r"\baccording to\b|\b(?:puts?|putting)\s+[^.;]{1,80}\sat\s+(?:an?\s+)?(?:[\d£$€“\"‘]|about|around|nearly"
    r"|almost|more|over|some|at|just|no|up|between|close|less|fewer|under|below|half|one|two|three|four|five|six|seven|an?\s)"
    r"|\bputs?\s+it\s+\w+ly\b|\boffer(?:s|ed)?\s+to\b|\bput\s+it\s+to\b|\b(?:are|is|was|were)\s+(?:not\s+|un)convinced\b"
    r"|\bhopes? to\b|:\s*[\"“‘«]"
    r"|,\s[^,;]{3,80}\s(?:heard|found|shows?|showed|suggests?|suggested|reported|reports|(?<=s )estimate|estimates"
    r"|estimated|confirmed"
    r"|announced|indicates?|indicated|reveals?|revealed|has\s+found|have\s+found|was\s+told)(?:\s\w+)?\W*$"
    r"|\b(?:back|out)\sthat\b|\bcall(?:s|ed)\s+(?:it|him|her|them|this)\s+(?!off\b|in\b|up\b|back\b|to\b)\w"
    r"|\b(?:is|are|was|were|been|be)\s+(?:\w+ly\s+)?(?:expected|believed|thought|said|understood|rumou?red|feared|hoped|likely"
    r"|unlikely|supposed|alleged|reported)\s+(?:to|that)\b",
    re.I,
)
_QUOTED = re.compile(r"[\"“‘«]([^\"“”‘’«»]{1,400})[\"”’»]")
_DUE = re.compile(r"(?<!\b[Ii]t )\b(?:is|are)\s+(?:expected|scheduled|due)\s+to\b")
QUOTED_WORDS = 3
"""So many words between quotation marks are somebody's own, fewer may be a title or a nickname."""
_TOPIC = re.compile(
    r"(?:[^:]{2,30}:\s+)?(?:how|why|what|who|where|when|which|whose|inside|meet|welcome|goodbye|review|opinion|letters?|obituary"
    r"|in\s+(?:praise|pictures|search|defen[cs]e|memory)\s+|(?:\d+|five|six|seven|ten)\s+(?:\w+\s+)?(?:ways|things|tips|reasons"
    r"|questions|facts|walks|recipes|ideas)|the\s+(?:art|joy|trouble|case|story|secret|problem|best|cost)s?\s+(?:of|with|for))\b",
    re.I,
)
"""Headlines that name what the article is about instead of saying something."""
_NAME = re.compile(r"(?<=[a-z,] )[A-ZÀ-Þ][\w-]+")
"""A capital behind a word in lower case: in text, not in headlines, that is a name."""
_BULLET = re.compile(r"[•·*▪●‣–—-]\s+")


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence that asserts something, and what it is worth."""

    start: int
    end: int
    part: Part
    worth: Worth


def statements(text: str, part: Part, taken: Sequence[Range], figures: Sequence[Figure]) -> list[Statement]:
    """The sentences that assert something checkable and touch none of ``taken``.

    Left out: questions, headings, instructions, fragments without a verb, the writer's own "I" and "we", what somebody
    seems to say though nobody was found, and what holds nothing that could be looked up. A headline needs no full
    stop, nor do the lines of a list.
    """
    found = []
    closed = _Ranges(taken)
    ordered = sorted(figures, key=lambda figure: figure.start)
    starts = [figure.start for figure in ordered]
    lines = paragraphs(text)
    turns = _Ranges([span for span in lines if TURN.match(text, *span)])
    names = frozenset(_NAME.findall(text))
    bare = _Ranges([] if part == Part.TITLE else _alone(text, lines))
    for opening, end in sentences(text):
        if turns.touch(opening, end) or bare.touch(opening, end):
            continue
        start = _behind_bullet(text, behind_dateline(text, opening, end), end)
        if closed.touch(start, end):
            start, end = _free_clause(text, start, end, closed, part)
        if start >= end:
            continue
        words = text[start:end]
        tokens = [token for token in words_of(words) if not token.mark]
        near = ordered[bisect_left(starts, start) : bisect_left(starts, end)]
        inside = [figure for figure in near if figure.end <= end]
        if not _asserts(words, tokens, part, bool(inside)) or _reports(words, tokens, inside):
            continue
        worth = worth_of(words, inside, names=names, headline=part == Part.TITLE)
        if worth.checkable and worth.score >= THRESHOLD and (part == Part.TITLE or signs(words) < STRONG):
            found.append(Statement(start, _without_full_stop(text, start, end), part, worth))
    return found


def _behind_bullet(text: str, start: int, end: int) -> int:
    found = _BULLET.match(text, start, end)
    return found.end() if found else start


def _alone(text: str, lines: Sequence[Range]) -> list[Range]:
    """Lines that end without a full stop and stand by themselves: headings, captions, links.

    In a list each has a neighbour like it, or a bullet before it.
    """
    bare = [text[start:end].rstrip(_CLOSERS)[-1:] not in set(".!?…:") for start, end in lines]
    listed_ = [bare[k] and _looks_like_prose(words_of(text, start, end)) for k, (start, end) in enumerate(lines)]
    beside = [a or b for a, b in zip([False, *listed_[:-1]], [*listed_[1:], False], strict=True)] if lines else []
    return [
        span
        for span, loose, neighbour in zip(lines, bare, beside, strict=True)
        if loose and not neighbour and not _BULLET.match(text, *span)
    ]


_CLOSERS = "\"”’'»)]"
_RELATIVE = re.compile(r",?\s+(?:that|which|who)\s*$")
_SECOND = re.compile(r"(?:,\s+(?:and|but|while|though|although|yet)|;|\s[—–-])\s*$")
"""Behind these a second independent clause begins."""
_DOING = re.compile(r",\s*$")
_PARTICIPLE = re.compile(r"\w+ing\b")
"""``Orsk Air cut its forecast, blaming the price of fuel``: what stands before the comma was done."""
_ADVERBIAL = re.compile(
    r",?\s+(?:(?:\w+\s+){0,2}(?:hours|days|weeks|months|minutes|shortly|soon|just|partly|only)\s+)?"
    r"(?:after|before|because|as|since|when|while|although|though)\s*$"
)
"""``He resigned hours after an email showed that``: what stands before was done, whatever was said then."""
_SUBORDINATE = listed("when while although though if as after before because since where unless until despite asked")
_HEADLINE_JOINT = re.compile(r"[;:]\s+")
_JOINT = re.compile(r";\s+|\s[—–]\s")


def _free_clause(text: str, start: int, end: int, closed: _Ranges, part: Part) -> Range:
    """The clause of a sentence that nobody is quoted for, or an empty range.

    A headline's clauses are divided by a semicolon or a colon. In a text, a clause before a semicolon, a dash or an
    "and" stands by itself, and so does one before a relative clause that is attributed: "Drivers voted by 91 per cent
    to strike over rosters that they say ...".
    """
    joints = [
        (m.start(), m.end()) for m in (_HEADLINE_JOINT if part == Part.TITLE else _JOINT).finditer(text, start, end)
    ]
    edges = [start, *(b for _, b in joints)], [*(a for a, _ in joints), end]
    free = [(a, b) for a, b in zip(*edges, strict=True) if not closed.touch(a, b)]
    if part == Part.TITLE:
        return max(free, key=lambda piece: piece[1] - piece[0], default=(start, start))
    independent = [piece for piece in free if _independent(text, *piece)] if len(joints) == 1 else []
    if independent:
        return independent[0]
    first = closed.first(start, end)
    for pattern in (_RELATIVE, _SECOND, _DOING, _ADVERBIAL):
        lead = pattern.search(text, start, first) if first > start else None
        if lead and pattern is _DOING and not _PARTICIPLE.match(text, first):
            continue
        if lead and (pattern is _RELATIVE or _independent(text, start, lead.start())):
            return start, lead.start()
    return start, start


def _independent(text: str, start: int, end: int) -> bool:
    """Whether words are a clause of their own: with a verb behind its subject, and nothing that makes it depend."""
    tokens = [token for token in words_of(text, start, end) if not token.mark]
    if len(tokens) < FEWEST_WORDS or tokens[0].lower in _SUBORDINATE or tokens[0].lower in PREPOSITIONS:
        return False
    return not verb_like(tokens[0]) and any(verb_like(token) or token.lower in EVENTS for token in tokens[1:6])


def _reports(words: str, tokens: Sequence[Word], figures: Sequence[Figure]) -> bool:
    """Whether the sentence gives somebody's words, so that it is not the article's own voice."""
    if any(figure.kind == FigureKind.DATE for figure in figures):
        # "She is expected to testify on Thursday": a calendar says so.
        words, due = _DUE.subn("is to", words)
        tokens = [token for token in words_of(words) if not token.mark] if due else tokens
    if _REPORTED.search(words) or any(_spoken(m[1]) for m in _QUOTED.finditer(words)):
        return True
    table = verbs()
    around = zip([None, *tokens[:-1]], tokens, [*tokens[1:], None], strict=True)
    return any(
        (
            token.lower in _REPORTS
            and not (token.lower in _ORDERED and following is not None and following.lower == "to")
            and not (token.lower == "accused" and following is not None and following.lower in {"by", "of"})
        )
        or (following is not None and following.lower == "that" and token.lower in table)
        or (token.lower in _MAY_REPORT and _has_a_say(before, following))
        for before, token, following in around
        if not token.capital
    )


def _spoken(quoted: str) -> bool:
    """Whether words between quotation marks were said; a title or a nickname has capitals throughout."""
    words = quoted.split()
    return len(words) >= QUOTED_WORDS and any(word[0].islower() and word not in _IN_NAMES for word in words)


_IN_NAMES = listed("of the and for in on a an to de la von van with at from")


def _has_a_say(before: Word | None, following: Word | None) -> bool:
    """Whether a word that may report does: somebody stands before it, and no thing or number behind it."""
    if before is None or following is None or before.lower in _NOUN_BEFORE or before.text.endswith(("'s", "’s")):
        return False
    return not following.text[0].isdigit() and following.lower not in _DONE_TO


def _asserts(words: str, tokens: Sequence[Word], part: Part, figure: bool) -> bool:
    if words.endswith(("?", "!", ":", "…", "...", '?"', "?”")):
        return False
    if not tokens or orders(tokens) or any(token.lower in _NOT_OWN for token in tokens):
        return False
    if part == Part.TITLE:
        # Headlines that say something drop their articles.
        topic = tokens[0].lower in {"the", "a", "an", "my", "our", "this"} and not any(verb_like(t) for t in tokens)
        return len(tokens) >= FEWEST_WITH_FIGURE and not topic and not _TOPIC.match(words)
    if not words.rstrip("\"”’'»)]").endswith("."):
        # A clause, or a line of a list.
        return _looks_like_prose(tokens)
    if figure and len(tokens) >= FEWEST_WITH_FIGURE:
        return True
    verb = any(verb_like(token) or token.lower in EVENTS for token in tokens)
    return len(tokens) > FEWEST_WORDS or (len(tokens) == FEWEST_WORDS and verb)


def _looks_like_prose(words: Sequence[Word]) -> bool:
    """A sentence whose full stop got lost still has a verb or a number, and some length; a heading has not."""
    tokens = [token for token in words if not token.mark]
    return len(tokens) >= FEWEST_WORDS and any(
        verb_like(token) or token.text[0].isdigit() or token.lower in EVENTS for token in tokens
    )


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
