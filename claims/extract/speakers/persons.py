"""Which person a description means: "the director", "the 43-year-old", "his mother", "the former mayor"."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from claims.extract.speakers.deeds import COUNSEL, Deeds
from claims.extract.speakers.likeness import described, kindred, likest, was_once
from claims.extract.speakers.phrases import ANONYMITY, Phrase, person_like, phrase_of
from claims.extract.speakers.pronouns import PEOPLE, PERSONAL, Discourse
from claims.extract.speakers.register import Entry, Register
from claims.extract.speakers.titles import (
    COUNTERPARTS,
    INVERSE_KIN,
    KIN,
    PERSON_NOUNS,
    POSTS,
    RANKS,
    abbreviated,
    gender_of,
)
from claims.extract.words import listed

_COMPLETED = re.compile(r"[^,]*\b(?:who|whose|that|of (?!two|three|four|five|six|seven|eight|nine|ten|\d))\b")
"""``the driver of the van``, "the man who fell": the words themselves say who is meant, nobody is spoken of again."""
_OF_WHOM = re.compile(r" (?:for|of|to) (?:(?:Mr|Mrs|Ms|Dr|Miss)\.? )?(?:[A-Z][\w’'-]+ )?([A-Z][\w’'-]+)\b")
_FOR_NAME = re.compile(r" for (?:the )?[A-Z]")
WEAKLY = 0.9
OLDER, YOUNGER = listed("elder older eldest oldest"), listed("younger youngest")
_PRONOUNS = listed("its their our my your")
DESCENDANTS = listed("son daughter grandson granddaughter nephew niece stepson stepdaughter")
FOREBEARS = listed("father mother grandfather grandmother uncle aunt stepfather stepmother dad mum mom")
AGES_OF = {
    "teenager": (13, 19), "youngster": (8, 25), "schoolboy": (5, 18), "schoolgirl": (5, 18), "pensioner": (60, 120),
    "octogenarian": (80, 89), "nonagenarian": (90, 99), "centenarian": (100, 120), "septuagenarian": (70, 79),
}  # fmt: skip
"""Nouns that tell how old somebody is."""
COUNTERPART = 1.4
OWN, SAME_WORD = 1.1, 1.6
UNLIKE = 0.4
"""How much of their weight is left to whoever the words behind a description speak against."""
RIVALS = 0.6
"""Two who bear one office stay both open where the second is so much in mind as the first, or more."""
CLEARLY = 0.5
"""So much better a description has to fit one person than another."""
NOT_MET_YET = 6
"""So many people who are only named later are looked at, too."""
ONLY_LATER = 1.9
"""Whoever is named only later has to bear just that office."""
JUST = 3.2
"""What a description of which nothing was said yet asks of whoever it shall mean: subject of the last sentence."""
ALONE = 1.9
"""Less is asked of the only one who is in mind."""
LATELY = 1.2
"""What is asked where nothing but "the 43-year-old" is said, or where the walk of life agrees."""


class Persons:
    """Finds the one person whom a definite description means; asked in reading order."""

    def __init__(self, register: Register, discourse: Discourse, deeds: Deeds) -> None:
        self.register = register
        self.discourse = discourse
        self.deeds = deeds

    def meant(
        self,
        phrase: Phrase,
        start: int,
        sentence: int,
        without: Collection[int] = (),
        hint: str | None = None,
    ) -> list[Entry]:
        """One if it is clear, several if they tie, none for somebody new.

        1. Kin and counterparts are found by whose they are.
        2. Then whoever was said to be that: the most words in common win, then whoever is more in mind.
        3. Then whoever is in mind and of whom nothing speaks against it.
        """
        people = [
            (entry, weight * (UNLIKE if hint and {entry.gender or entry.likely} - {None, hint} else 1))
            for entry, weight in self.discourse.people(start, sentence, without)
        ]
        if len({entry.age for entry, _ in people if entry.age}) > 1:
            aged = [entry for entry, _ in people if entry.age][:4]
            if phrase.colours & OLDER:
                return [max(aged, key=lambda entry: entry.age or 0)]
            if phrase.colours & YOUNGER:
                return [min(aged, key=lambda entry: entry.age or 0)]
        if theirs := set(_OF_WHOM.findall(phrase.words)):
            # "Counsel for Mr Brel" is not he.
            people = [(entry, weight) for entry, weight in people if entry.name.split()[-1] not in theirs]
        if phrase.head in COUNTERPARTS and phrase.owner:
            return self._other(phrase, start, sentence, [entry for entry, _ in people])
        if phrase.head in KIN and phrase.owner and (kin := self._kin(phrase, start, sentence)):
            return kin
        if phrase.age:
            aged = [entry for entry, _ in people if entry.age == phrase.age]
            if aged:
                return aged[:1]
        if phrase.head in AGES_OF:
            # "The teenager" behind "Ana Brel, 17".
            youngest, oldest = AGES_OF[phrase.head]
            of_age = [one for one in people if one[0].age and youngest <= one[0].age <= oldest]
            if of_age:
                return [max(of_age, key=lambda one: one[1])[0]]
            people = [one for one in people if not one[0].age]
        gender = gender_of(phrase.words)
        fitting = [
            (entry, weight)
            for entry, weight in people
            if (not gender or entry.gender in {None, gender})
            and not (gender and entry.gender is None and entry.likely not in {None, gender})
            and not (phrase.age and entry.age)
        ]
        if any(sign in phrase.words.lower() for sign in ANONYMITY):
            # Whoever asked not to be named is not named.
            fitting = [one for one in fitting if one[0].phrase]
        said = self._said_of(phrase, fitting, gender)
        did = any(self.deeds.of(entry, phrase.head) for entry in said)
        if said and not did and max(self._likest(phrase, entry) for entry in said) < WEAKLY:
            return self._in_mind(phrase, [one for one in fitting if one[0] not in said]) or said
        near = any(weight >= ALONE for entry, weight in fitting if entry in said)
        once = any(was_once(role) for entry in said for role in described(entry))
        if phrase.former and said and not near and not once:
            # "The retired sheriff" is not the sheriff.
            return self._in_mind(phrase, [one for one in fitting if one[0] not in said]) or said
        return said or self._in_mind(phrase, fitting)

    def by_age(self, entries: list[Entry], word: str) -> list[Entry]:
        """``the younger Brel``: of several of one surname, by their ages or by whose son or mother they are."""
        aged = [entry for entry in entries if entry.age]
        if word not in OLDER | YOUNGER:
            return entries
        if len(aged) == len(entries):
            pick = max if word in OLDER else min
            return [pick(aged, key=lambda entry: entry.age or 0)]
        heads = {id(e): {phrase_of(role).head for role in e.roles} for e in entries}
        young = [e for e in entries if heads[id(e)] & DESCENDANTS]
        old = [e for e in entries if heads[id(e)] & FOREBEARS]
        wanted, others = (old, young) if word in OLDER else (young, old)
        rest = [entry for entry in entries if entry not in others]
        return wanted if len(wanted) == 1 else rest if len(rest) == 1 else entries

    def _said_of(self, phrase: Phrase, people: list[tuple[Entry, float]], gender: str | None) -> list[Entry]:
        known = {id(entry) for entry, _ in people}
        later = [
            entry
            for entry in self.register.entries
            if entry.kind in PEOPLE and not entry.phrase and entry.roles and id(entry) not in known
            and (not gender or entry.gender in {None, gender})
        ]  # fmt: skip
        later.sort(key=lambda entry: entry.start)
        phrase = self._of_country(phrase)
        doers = people if _whoever_did(phrase) else []
        if phrase.owner in PERSONAL and phrase.head not in KIN:
            # "His manager" is not just any director.
            people = [(entry, weight) for entry, weight in people if _is_somebodys(phrase, entry)]
            later = []
        scored = [(score, weight, entry) for entry, weight in people if (score := self._likest(phrase, entry)) > 0]
        if not scored:
            did = [(weight, entry) for entry, weight in doers if not entry.phrase and self.deeds.of(entry, phrase.head)]
            if did:
                return [max(did, key=lambda one: one[0])[1]]
        if not scored:
            found = [(score, 0.0, entry) for entry in later[:NOT_MET_YET] if (score := likest(phrase, entry)) > 0]
            scored = [one for one in found if one[0] >= ONLY_LATER]
        if not scored:
            return []
        if all(entry.phrase and not entry.spoke for _, _, entry in scored):
            # The lead says "a night nurse", the text names her; then "the nurse" is she.
            akin = [(weight, entry) for entry, weight in people if not entry.phrase and kindred(phrase, entry) > 1]
            if akin and max(akin, key=lambda one: one[0])[0] >= JUST:
                return [max(akin, key=lambda one: one[0])[1]]
        best = max(score for score, _, _ in scored)
        equal = [(weight, entry) for score, weight, entry in scored if score > best - CLEARLY]
        if phrase.owner and phrase.head in KIN:
            return [equal[0][1]]
        if len(equal) > 1:
            most = max(weight for weight, _ in equal)
            equal = [(weight, entry) for weight, entry in equal if weight >= most * RIVALS]
            named = [(weight, entry) for weight, entry in equal if not entry.phrase]
            equal = named or equal[:1]
            if all(weight == 0 for weight, _ in equal):
                equal = equal[:1]
        return [entry for _, entry in equal]

    @staticmethod
    def _likest(phrase: Phrase, entry: Entry) -> float:
        """What is said of somebody; whoever is an office's counterpart holds such an office, too."""
        score = likest(phrase, entry)
        ends = ("counterpart", "opposite number", "successor", "predecessor")
        plain = not phrase.colours or likest(phrase, entry) > 0
        if not score and plain and phrase.head in POSTS and any(role.lower().endswith(ends) for role in entry.roles):
            return COUNTERPART
        return score

    def _of_country(self, phrase: Phrase) -> Phrase:
        """``the Veldish premier`` is Veldland's."""
        lands = {word: country for word in phrase.colours if (country := self.register.evidence.country(word))}
        return replace(phrase, colours=frozenset(lands.get(word, word) for word in phrase.colours)) if lands else phrase

    def _in_mind(self, phrase: Phrase, people: list[tuple[Entry, float]]) -> list[Entry]:
        """``the 43-year-old``, "the zoologist" of whom it was not yet said: whoever is in mind and may be that."""
        whose = phrase.owner is not None
        if whose:
            return []
        if _COMPLETED.match(phrase.words) and phrase.head not in POSTS:
            words = set(phrase.words.lower().split())
            people = [one for one in people if words & {w for n in one[0].name.lower().split() for w in (n, n + "'s")}]
        people = [one for one in people if one[0].spoke or one[0].main or not one[0].dead]
        people = [one for one in people if not _of_another(phrase, one[0])]
        if phrase.former:
            # "The former mayor" is not "her successor".
            people = [one for one in people if not any(role.lower().endswith("successor") for role in one[0].roles)]
        plain = phrase.head in PERSON_NOUNS or phrase.age is not None or phrase.head in KIN
        scored: list[tuple[float, Entry]] = []
        near: list[tuple[float, Entry]] = []
        for entry, weight in people:
            fit = 1.0 if plain else kindred(phrase, entry)
            if entry.phrase and phrase_of(entry.name).head not in PERSON_NOUNS | (KIN.keys() if plain else set()):
                # "The engineer" is not "the driver" who goes by no name, but "a man" may turn out to be one.
                fit *= 0.5 if plain else 0
            wanted = LATELY if plain or fit > 1 else JUST
            if abbreviated(phrase.head) in RANKS and fit <= 1 and entry.roles and not phrase.former:
                continue
            if fit and weight * fit >= wanted:
                scored.append((weight * fit, entry))
            elif fit and (entry.spoke or entry.roles or entry.gender or entry.likely):
                near.append((weight * fit, entry))
        if not scored and near:
            # Nobody else is in mind.
            best = max(near, key=lambda one: one[0])
            rivals = [
                entry
                for entry, weight in people
                if entry is not best[1] and weight >= RIVALS * best[0] and (entry.spoke or not entry.phrase)
            ]
            return [] if rivals or best[0] < ALONE else [best[1]]
        return [max(scored, key=lambda one: one[0])[1]] if scored else []

    def _owners(self, phrase: Phrase, start: int, sentence: int) -> list[Entry]:
        if phrase.owner in PERSONAL:
            found = self.discourse.antecedents(str(phrase.owner), start, sentence)
            return [entry for entries in found for entry in entries]
        return self.register.fitting(phrase.owner or "")

    def _owners_of_kin(self, phrase: Phrase, start: int, sentence: int) -> list[Entry]:
        """Whose kin may be meant: whoever has such kin comes before whoever is more in mind."""
        owners = self._owners(phrase, start, sentence)
        if phrase.owner not in PERSONAL:
            return owners[:1]
        gender = PERSONAL[str(phrase.owner)]
        people = sorted(self.discourse.people(start, sentence), key=lambda one: -one[1])
        others = [e for e, weight in people if weight >= JUST and gender in {e.gender, e.likely} and e not in owners]
        return [*owners, *others][:NOT_MET_YET]

    def _kin(self, phrase: Phrase, start: int, sentence: int) -> list[Entry]:
        """``his mother``: who is said to be his mother, or whose son he is said to be."""
        gender = gender_of(phrase.words)
        for owner in self._owners_of_kin(phrase, start, sentence):
            for entry in self.register.kin_of(owner):
                if likest(phrase, entry) > 0 and entry.gender in {None, gender or entry.gender}:
                    return [entry]
            for other in self.register.kin_to(owner):
                roles = {phrase_of(role).head for role in owner.roles}
                turned = phrase.head in {back for role in roles for back in INVERSE_KIN.get(role, ())}
                if turned and other.gender in {None, gender or other.gender}:
                    return [other]
            namesakes = [e for e in self.register.namesakes(owner) if e.gender in {None, gender or e.gender}]
            if len(namesakes) == 1:
                return namesakes
        return []

    def _other(self, phrase: Phrase, start: int, sentence: int, people: list[Entry]) -> list[Entry]:
        """``his rival``: the other of the two whom the article is about."""
        said = [entry for entry in people if likest(phrase, entry) >= ONLY_LATER and not entry.phrase]
        if said:
            return said[:1]
        owners = self._owners(phrase, start, sentence)
        kin = [entry for entry in people if any(phrase_of(role).head in KIN for role in entry.roles)]
        others = [entry for entry in people if entry not in owners and entry not in kin and not entry.phrase]
        count = {id(e): sum(e in m.entries for m in self.discourse.mentions) for e in others}
        often = sorted(others, key=lambda e: -count[id(e)])
        clear = len(often) == 1 or (len(often) > 1 and count[id(often[0])] >= 1.5 * count[id(often[1])])
        return often[:1] if len(owners) == 1 and clear else []


def _whoever_did(phrase: Phrase) -> bool:
    """Whether a description may be told by a verb: "the driver", "the firm's founder"; not "his driver"."""
    if phrase.owner in PERSONAL:
        return phrase.head in COUNSEL
    return phrase.owner is None or (
        phrase.owner.islower() and phrase.owner not in _PRONOUNS and not person_like(phrase.owner)
    )


def _of_another(phrase: Phrase, entry: Entry) -> bool:
    """``the Labour candidate``: not whoever is called the Conservative one."""
    roles = [phrase_of(role) for role in entry.roles] if phrase.colours else []
    return any(r.head == phrase.head and r.colours and not r.colours & phrase.colours for r in roles)


def _is_somebodys(phrase: Phrase, entry: Entry) -> bool:
    """``his solicitor``: who was called just that, or near enough and is nobody else's: "counsel for Mr Lenz"."""
    score = likest(phrase, entry)
    return score >= SAME_WORD or (score >= OWN and not any(_FOR_NAME.search(role) for role in described(entry)))
