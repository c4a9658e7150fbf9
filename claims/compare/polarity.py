"""Which way a claim points: what is negated, denied, or told with the opposite word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from claims.compare.words import Token, listed, stem, tokens
from claims.models import Claim

NEGATIONS = listed("""
    not no never none nobody nothing neither nor without cannot can't won't don't doesn't didn't isn't aren't wasn't
    weren't hasn't haven't hadn't wouldn't shouldn't couldn't hardly barely scarcely
    """)
DENYING = frozenset(map(stem, listed("deny reject dismiss dispute refute rebut repudiate contest contradict")))
"""Cues that turn what follows them round."""
_REFUSING = frozenset(map(stem, listed("deny refuse reject refute lack unable unaware impossible untrue rule_out")))
"""Words that turn a claim round from inside it."""
_BESIDE = listed("if unless until because who whom whose which although though despite")
"""What is negated behind these is not what the claim says."""
_BOUNDING = listed("more less fewer later earlier sooner longer older younger only doubt wonder just least")
"""Behind a negation these make a bound or a turn of phrase of it: "no more than", "not only"."""

_FAMILIES = """
accept approve agree support favour favor endorse ratify allow permit welcome sign_off signed_off yes
    / reject refuse oppose against decline spurn veto block forbid ban turn_down turned_down throw_out threw_out
      thrown_out thrown_back sent_back
open reopen resume / close closure shut suspend halt
start begin launch / end stop finish cease
win beat victory / lose defeat beaten
convict guilty / acquit innocent clear quash exonerate
jail detain custody arrest imprison cell / free release bail let_go
alive survive / die dead death body
rise increase grow climb jump soar surge higher dearer more / fall drop decline shrink sink slump lower fewer less
      cheaper / unchanged stable flat steady barely_moved hardly_moved
genuine real authentic / fake forge forgery invent fabricate misleading
valid legal legally lawful / invalid illegal illegally unlawful expire void unconstitutional
safe harmless / unsafe dangerous toxic poisonous contaminate
work function intact / broken fail fault defective out_of
proceed go_ahead goes_ahead as_planned take_place go-ahead / cancel scrap abandon postpone put_off call_off called_off
      revoke overturn
keep stay remain / leave abolish scrap withdraw go
resign quit step_down stepped_down stood_down own_accord / dismiss sack oust fired / stay remain
warn aware know knew / unaware first_heard from_the
worst poorest / best finest
voluntary voluntarily accord / force forcibly
demolish pull_down pulled_down / save preserve restore
strengthen / weaken
succeed / fail
hire / fired
true / false untrue
public / private
full / empty
improve / worsen
present / absent
unanimous / divided
early / late
lightning / cigarette / barbecue / power_line pylon cable / arson on_purpose deliberate deliberately arsonist sabotage
    / tractor / short_circuit wiring / drought / rust / brake / heat / fatigue / accident accidental accidentally / mite
    / dust / wave / storm
"""
"""What excludes each other, a family each: a claim with a word of one side stands against one with a word of another.

Where there are two sides, a negation in front of a word is as good as a word of the other side.
"""


def _read() -> tuple[dict[str, list[tuple[int, int]]], list[int]]:
    places: dict[str, list[tuple[int, int]]] = {}
    families = " ".join(one if one.startswith(" ") else f"; {one}" for one in _FAMILIES.strip().splitlines()).split(
        ";"
    )[1:]
    sizes = []
    for number, family in enumerate(families):
        sides = family.split("/")
        sizes.append(len(sides))
        for side, words in enumerate(sides):
            for word in words.split():
                places.setdefault("_".join(map(stem, word.split("_"))), []).append((number, side))
    return places, sizes


_PLACES, _SIZES = _read()
_FLIPPING = 5
"""So many words behind a negation are still under it."""


def negations(words: str, claim: Claim) -> int:
    """How often a claim is turned round: by words of negation, and by a cue that denies it."""
    cues = [one for span in claim.cue_spans for one in tokens(span.text)]
    return len(_negated(words)) + any(stem(one.lower) in DENYING for one in cues)


@lru_cache(maxsize=4096)
def _negated(words: str) -> tuple[int, ...]:
    """Which of the words turn the claim round."""
    lower = [one.lower for one in tokens(words)]
    found = []
    for at, word in enumerate(lower):
        if word in _BESIDE and at > 0:
            break
        following = lower[at + 1 : at + 3]
        phrase = bool(_BOUNDING & set(following[:1])) or following == ["the", "first"]
        refuses = stem(word) in _REFUSING or "_".join(map(stem, lower[at : at + 2])) in _REFUSING
        if refuses or (word in NEGATIONS and not phrase):
            found.append(at)
    return tuple(found)


@lru_cache(maxsize=4096)
def _sides(words: str, turned: bool) -> frozenset[tuple[int, int, bool]]:
    """The families and sides of the words of a claim, and whether they are affirmed."""
    lower = [one.lower for one in tokens(words)]
    bases = [stem(one) for one in lower]
    under = [at for at in _negated(words) if lower[at] in NEGATIONS or bases[at] == "deny"]
    found = set()
    for at, base in enumerate(bases):
        for entry in (base, "_".join(bases[at : at + 2])):
            for family, side in _PLACES.get(entry, ()):
                flips = sum(1 for one in under if 0 < at - one <= _FLIPPING) + turned
                if flips % 2 and _SIZES[family] == 2:
                    found.add((family, 1 - side, True))
                else:
                    found.add((family, side, not flips % 2))
    return frozenset(found)


def opposed(a: str, b: str, turned_a: bool = False, turned_b: bool = False) -> bool | None:
    """Whether the words of two claims exclude each other; nothing where they take no side in the same matter.

    ``turned_a`` and ``turned_b`` say that who reports a claim denies it.
    """
    some, others = _sides(a, turned_a), _sides(b, turned_b)
    against = with_each_other = 0
    for family in {one[0] for one in some} & {one[0] for one in others}:
        x = {(side, yes) for one, side, yes in some if one == family}
        y = {(side, yes) for one, side, yes in others if one == family}
        if x & y:
            with_each_other += 1
        elif all((side, not yes) in y for side, yes in x) or all(yes for _, yes in x | y):
            against += 1
    if not against and not with_each_other:
        return None
    return against > with_each_other


def turned(words: str, count: int) -> bool:
    """Whether a claim that is turned round so often is denied by who reports it, not by its own words."""
    return count > len(_negated(words))


_AGAIN = re.compile(
    r"\b(?:no longer|again|now|after all|so far|already|finally|reopened|ended|lifted|under control)\b", re.IGNORECASE
)
_AHEAD = re.compile(r"\b(?:must|is due|are due|(?:is|are) (?:expected|planned|scheduled))\b", re.IGNORECASE)
_NOT_YET = re.compile(r"^no \w+ (?:has|have|is|are)\b|\b(?:has|have) (?:not|yet)\b|\bnot yet\b", re.IGNORECASE)
_DONE = re.compile(r"\b(?:has|have|had|was|were|is|are|\w+(?:ed|ts|cts|cks))\b", re.IGNORECASE)


def again(words: str) -> bool:
    """Whether words tell of a state that has changed: "open again", "no longer", "ended"."""
    return bool(_AGAIN.search(words))


def ahead(earlier: str, later: str) -> bool:
    """Whether the earlier words look ahead to what the later ones have as done."""
    return bool(_AHEAD.search(earlier)) and not _AHEAD.search(later) and bool(_DONE.search(later))


def not_yet(earlier: str, later: str) -> bool:
    """Whether the earlier words say that something has not come, and the later ones do not."""
    return bool(_NOT_YET.search(earlier)) and not _NOT_YET.search(later)


_GOING_ON = listed("is are has have stands remain remains now still so")


def goes_on(words: Sequence[Token]) -> bool:
    """Whether words tell of something that was not over when they were written."""
    lower = [one.lower for one in words]
    return bool(_GOING_ON & set(lower))
