"""What a cue says about the speaker's mind: do they assert the content, hold it, intend it or ask it?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

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
    intention intentions intent wanna
    plan plans planned planning aim aims aimed goal goals effort efforts attempt attempts
    attempted attempting try tries tried trying seek seeks sought seeking want wants wanted wanting wish wishes wished
    desire desires desired hoping willing unwilling willingness ready eager reluctant reluctance determined
    determination prepared preparing prepares poised refusing refusal vow vows promise promises promising pledge pledges
    threat threats threatening commitment committed commits commit proposal proposals
    proposes proposed proposing demand demands demanding demanded ambition ambitions mission strategy choose chooses
    chose chosen decision decided deciding decides resolved agenda
    push pushes pushed pushing campaign campaigned
    need needs needed order orders ordered ordering request requests requested requesting require requires required
    encourage encourages encouraged encouraging fight fighting working works""")
QUESTION = listed("""
    ask asks asked asking question questions questioned questioning wonder wonders wondered wondering inquire inquired
    query queries queried inquiry unclear unsure curious whether""")
ASSERTION = listed("""
    say says said saying told tells tell telling added adds adding wrote writes write writing tweeted tweet argued
    argues according spoke stated warned""")
MODALS = listed("will would wo shall 'll won't wouldn't")
# Whom they tell *to* do something is given an order.
TELLS = listed("told tells tell telling")
# With "for" they want it.
CALLS = listed("call calls called calling ask asks asked asking looking look looks looked")
# A thing may be offered: an opinion, a glimpse. An act is intended.
OFFERS = listed("offer offers offered offering")
# With an infinitive these want something: ``hopes to win``.
LEANS_FORWARD = ("hop", "expect", "like", "lov", "prefer", "agre")

# "to" and a verb; "to a conclusion", "to the police", "to him" are places and people.
_NO_VERB = r"(?!(?:a|an|the|this|that|these|those|his|her|their|its|my|your|our|be\s+sure|him|them|me|us|it|you)\b)"
_TO = re.compile(rf"\W*(?:not\s+)?to\s+{_NO_VERB}[a-z]", re.IGNORECASE)
_SOMEBODY_TO = re.compile(
    rf"\W*(?!that\b|he\b|she\b|they\b|it\b)(?:[\w'’.-]+\s+){{1,4}}(?:not\s+)?to\s+{_NO_VERB}[a-z]", re.I
)
QUOTES = "\"'“‘«"
_OPEN_QUESTION = re.compile(r"\W*(?:whether|if|who|what|why|how|when|where)\b", re.IGNORECASE)


def attitude_of(cue: str, contents: Sequence[str]) -> Attitude:
    """Read the cue's last telling word: ``has long wanted`` is an intention, ``asked`` a question.

    1. A quoted sentence that asks is a question, whatever the cue.
    2. Telling or asking somebody *to* do something is an intention.
    3. A saying before an intention carries it: ``said he would seek`` stays an assertion.
    4. What is refused or vowed counts, not the deed: ``refused to disclose`` is an intention.
    5. A verb of belief with an infinitive (``hopes to``) is an intention.
    """
    words = [word.lower().replace("’", "'") for word in _WORD.findall(cue)]
    wants_to = bool(contents) and contents[0][0] not in QUOTES and _TO.match(contents[0]) is not None
    if _asks_outright(contents):
        return Attitude.QUESTION
    if words and words[-1] in TELLS and contents and _SOMEBODY_TO.match(contents[0]):
        return Attitude.INTENTION
    if any(word in ASSERTION for word in words):
        return Attitude.ASSERTION
    if any(after == "to" and _known(word) == Attitude.INTENTION for word, after in pairwise(words)):
        return Attitude.INTENTION
    if words and words[-1] in {"for", "on"} and any(word in CALLS for word in words):
        return Attitude.INTENTION
    for word in reversed(words):
        found = _telling(word, contents, wants_to=wants_to)
        if found is not None:
            return found
    if wants_to or (words and words[-1] in MODALS):
        return Attitude.INTENTION
    return Attitude.ASSERTION


def _asks_outright(contents: Sequence[str]) -> bool:
    """One quoted sentence that ends in a question mark."""
    words = " ".join(contents).strip("\"'“”‘’ ")
    return words.endswith("?") and not any(mark in words[:-1] for mark in ".?!") and words[:1].isupper()


def _telling(word: str, contents: Sequence[str], *, wants_to: bool) -> Attitude | None:
    if word in QUESTION:
        return Attitude.INTENTION if wants_to else _asked(word, contents)
    if word in OFFERS:
        return Attitude.INTENTION if wants_to else Attitude.ASSERTION
    known = _known(word)
    if known == Attitude.BELIEF and wants_to and word.startswith(LEANS_FORWARD):
        return Attitude.INTENTION
    return known


def _known(word: str) -> Attitude | None:
    if word in INTENTION:
        return Attitude.INTENTION
    if word in BELIEF:
        return Attitude.BELIEF
    found = verbs().get(word)
    return found.attitude if found else None


def _asked(word: str, contents: Sequence[str]) -> Attitude:
    """``questioned the plan`` doubts it; ``questioned whether`` and ``asked "why?"`` ask."""
    asks = not word.startswith("question") or not contents
    asks = asks or _OPEN_QUESTION.match(contents[0]) is not None or "?" in contents[-1]
    return Attitude.QUESTION if asks else Attitude.BELIEF
