"""What a cue says about the speaker's mind: do they assert the content, hold it, intend it or ask it?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.extract.reporting import verbs
from claims.extract.words import listed
from claims.vocabulary import Attitude

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

# What the table of reporting verbs does not hold: nouns, adjectives, and verbs that no rule needs.
BELIEF = listed("""
    belief beliefs believer hope hopes hopeful fear fears afraid view views viewed views opinion opinions confident
    confidence convinced concern concerns concerned worried worries worry worrying skeptical sceptical skepticism doubt
    doubts doubtful doubted suspicion suspicions expectation expectations expected prediction predictions predicted
    forecasts feeling feelings felt sense sensed see sees saw seen seeing seem seems regard regards regarded
    consider considers considered considering deem deems deemed optimistic pessimistic certain sure aware thoughts
    thinking believing hoping fearing like likes liked love loves loved hate hates hated favor favors favored favour
    prefer prefers preferred preference enjoy enjoys enjoyed care cares cared trust trusts trusted understand
    understands understood imagine imagines imagined dream dreams dreamed figured figure figures perceive perceives
    perceived agrees agreed disagree disagrees disagreed wary glad happy proud sorry upset angry frustrated surprised
    pleased disappointed excited anxious nervous outraged embarrassed remember remembers remembered forget forgot
    noticed notice interested guess guesses guessed bet support supports supported supporting oppose opposes opposed
    opposing opposition appreciate appreciates appreciated admire admires admired respect respects dislike dislikes
    dislikes mistrust distrust""")
INTENTION = listed("""
    intention intentions intent plan plans planned planning aim aims aimed goal goals effort efforts attempt attempts
    attempted attempting try tries tried trying seek seeks sought seeking want wants wanted wanting wish wishes wished
    desire desires desired hoping willing unwilling willingness ready eager reluctant reluctance determined
    determination prepared preparing prepares poised refusing refusal vow vows promise promises promising pledge pledges
    threat threats threatening commitment committed commits commit offer offers offering offered proposal proposals
    proposes proposed proposing demand demands demanding demanded ambition ambitions mission strategy choose chooses
    chose chosen decision decided deciding decides resolved agenda push pushes pushed pushing campaign campaigned
    need needs needed order orders ordered ordering request requests requested requesting require requires required
    encourage encourages encouraged encouraging called calling calls fight fighting working works""")
QUESTION = listed("""
    ask asks asked asking question questions questioned questioning wonder wonders wondered wondering inquire inquired
    query queries queried inquiry unclear unsure curious whether""")
ASSERTION = listed("""
    say says said saying told tells tell telling added adds adding wrote writes write writing tweeted tweet argued
    argues according spoke stated warned""")
MODALS = listed("will would wo shall 'll won't wouldn't")
# With an infinitive these want something: ``hopes to win``.
LEANS_FORWARD = ("hop", "expect", "like", "lov", "prefer")

_TO = re.compile(r"\W*(?:not\s+)?to\s+[a-z]", re.IGNORECASE)
_OPEN_QUESTION = re.compile(r"\W*(?:whether|if|who|what|why|how|when|where)\b", re.IGNORECASE)


def attitude_of(cue: str, contents: Sequence[str]) -> Attitude:
    """Read the cue's last telling word: ``has long wanted`` is an intention, ``asked`` a question.

    1. A saying before an intention carries it: ``said he would seek`` stays an assertion.
    2. Asking somebody *to* do something is no question.
    3. A verb of belief with an infinitive (``hopes to``) is an intention.
    """
    words = [word.lower().replace("’", "'") for word in _WORD.findall(cue)]
    wants_to = bool(contents) and _TO.match(contents[0]) is not None
    if any(word in ASSERTION for word in words):
        return Attitude.ASSERTION
    for word in reversed(words):
        found = _telling(word, contents, wants_to=wants_to)
        if found is not None:
            return found
    if wants_to or (words and words[-1] in MODALS):
        return Attitude.INTENTION
    return Attitude.ASSERTION


def _telling(word: str, contents: Sequence[str], *, wants_to: bool) -> Attitude | None:
    if word in QUESTION:
        return Attitude.INTENTION if wants_to else _asked(word, contents)
    if word in INTENTION:
        return Attitude.INTENTION
    known = Attitude.BELIEF if word in BELIEF else verbs()[word].attitude if word in verbs() else None
    if known == Attitude.BELIEF and wants_to and word.startswith(LEANS_FORWARD):
        return Attitude.INTENTION
    return known


def _asked(word: str, contents: Sequence[str]) -> Attitude:
    """``questioned the plan`` doubts it; ``questioned whether`` and ``asked "why?"`` ask."""
    asks = not word.startswith("question") or not contents
    asks = asks or _OPEN_QUESTION.match(contents[0]) is not None or "?" in contents[-1]
    return Attitude.QUESTION if asks else Attitude.BELIEF
