"""Whom a description means among those who were met: "the director", "her husband", "the company"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claims.extract.speakers.evidence import key_of
from claims.extract.speakers.phrases import Phrase, head_of, phrase_of
from claims.extract.speakers.places import government
from claims.extract.speakers.pronouns import PEOPLE, PERSONAL, Discourse
from claims.extract.speakers.register import Entry, Register
from claims.extract.speakers.titles import (
    BODIES,
    BUSINESS,
    BUSINESS_NAMES,
    COUNTERPARTS,
    COUPLE_NOUNS,
    DOCUMENTS,
    KIN,
    ONLY_IN_NAMES,
    PERSON_NOUNS,
    RANKS,
    RULING_BODIES,
    SAME_BODIES,
    SAME_DOCUMENTS,
    gender_of,
    trade,
)
from claims.extract.words import listed
from claims.vocabulary import Part, SpeakerKind

SAME_HEADS = (
    listed("head chief leader boss director manager executive ceo"),
    listed("spokesman spokeswoman spokesperson"),
    listed("chair chairman chairwoman chairperson"),
    listed("lawyer attorney barrister solicitor counsel"),
    listed("owner proprietor boss"),
    listed("scientist researcher expert academic professor"),
    listed("minister secretary"),
    listed(
        "rep rep. sen sen. legislator lawmaker mp senator representative congressman congresswoman politician deputy"
    ),
    listed("premier minister"),
    listed("adviser advisor aide"),
    listed("doctor physician surgeon"),
    listed("policeman policewoman officer constable"),
)
QUALIFIED = listed("former ex deputy vice acting outgoing incoming assistant shadow")
"""Whoever is called so is not yet, or no longer, what the noun says."""
TEAMS = listed("researchers scientists authors engineers investigators academics doctors")
# Bodies that are called what they are in their names.
OWN_NAMES = listed("""
    court police ministry department council hospital university school college government jury army navy parliament
    senate assembly committee commission cabinet office embassy union party campaign administration""")
REACH = 6
"""A description without any word in common means somebody of at most so many sentences before."""


class Descriptions:
    """Finds whom a phrase means; asked in reading order."""

    def __init__(self, register: Register, discourse: Discourse) -> None:
        self.register = register
        self.discourse = discourse

    def meant(self, phrase: Phrase, part: Part, start: int, sentence: int) -> list[Entry]:
        """Those whom a phrase may mean: one if it is clear, several if they tie, none for somebody new."""
        if not phrase.definite or not phrase.head:
            return []
        if phrase.head == "government" or phrase.head in RULING_BODIES:
            return self._state(phrase, start, sentence)
        if phrase.head in COUPLE_NOUNS:
            return list(self.discourse.last_pair(start, sentence, PEOPLE, REACH))
        if phrase.head in DOCUMENTS:
            return self._paper(phrase, start, sentence)
        if phrase.plural:
            return self._many(phrase, start, sentence)
        if trade(phrase.head) or phrase.head in PERSON_NOUNS or phrase.age:
            held = self._person(phrase, part, start, sentence) or self._vague(phrase, start, sentence)
            if held or (phrase.head not in BODIES and phrase.head not in BUSINESS):
                return held
        if phrase.head in BODIES or phrase.head in BUSINESS:
            return self._body(phrase, start, sentence)
        return self._same_words(phrase, start, sentence)

    def _same_words(self, phrase: Phrase, start: int, sentence: int) -> list[Entry]:
        """Whatever else was described by the same noun: "the jury" after "a jury"."""
        for entry in self.discourse.nearest(start, sentence, frozenset(SpeakerKind), 10_000):
            other = phrase_of(entry.name)
            if entry.phrase and other.head == phrase.head and _agrees(phrase.colours, other.colours):
                return [entry]
        return []

    def in_headline(self, phrase: Phrase, spoke: Iterable[tuple[Entry, ...]]) -> list[Entry]:
        """Whom a headline means by "president" or "study": the first who spoke in the text and is called so."""
        single = phrase.head.removesuffix("s")
        for entries in spoke:
            if phrase.plural:
                kin = all(entry.kind in PEOPLE for entry in entries) and any(_holds(e, single) for e in entries)
                if len(entries) > 1 and kin:
                    return list(entries)
            if len(entries) != 1:
                continue
            entry = entries[0]
            other = phrase_of(entry.name)
            if entry.kind in PEOPLE and not phrase.plural:
                if max((_likeness(phrase, role) for role in _described(entry)), default=0.0) >= 1:
                    return [entry]
            elif entry.phrase and (other.head == phrase.head or any(
                phrase.head in same and other.head in same for same in SAME_DOCUMENTS
            ) or (phrase.head in other.colours and phrase.head in BODIES)):  # fmt: skip
                if _agrees(phrase.colours, other.colours):
                    return [entry]
            elif not entry.phrase and phrase.head in key_of(entry.name).split():
                return [entry]
        return []

    def ahead(self, phrase: Phrase, coming: Iterable[Entry]) -> list[Entry]:
        """``two legislators``, named one by one in the next sentences."""
        lowered = phrase.words.lower()
        number = 2 if lowered.startswith(("two ", "the two ", "both ")) or " and " in lowered else 3
        named = list(coming)
        single = phrase.head.removesuffix("s")
        if not phrase.plural or len(named) != number or not (trade(single) or single in KIN):
            return []
        one = phrase_of(f"the {single}")
        fits = [any(_likeness(one, role) > 0 for role in entry.roles) for entry in named]
        return named if any(fits) and all(entry.roles for entry in named) else []

    def _met(self, start: int, sentence: int, kinds: Iterable[SpeakerKind]) -> list[Entry]:
        return self.discourse.nearest(start, sentence, frozenset(kinds), 10_000)

    def _state(self, phrase: Phrase, start: int, sentence: int) -> list[Entry]:
        for word in sorted(phrase.colours | ({phrase.owner.lower()} if phrase.owner else set())):
            country = self.register.evidence.country(word)
            known = self.register.fitting(country or word)
            if known and known[0].kind == SpeakerKind.GOVERNMENT:
                return known[:1]
        if phrase.colours:
            return []
        return [e for e in self._met(start, sentence, {SpeakerKind.GOVERNMENT}) if e.phrase][:1]

    def _paper(self, phrase: Phrase, start: int, sentence: int) -> list[Entry]:
        papers = self._met(start, sentence, {SpeakerKind.DOCUMENT})
        for same in (frozenset({phrase.head}), *(s for s in SAME_DOCUMENTS if phrase.head in s)):
            for entry in papers:
                other = phrase_of(entry.name)
                if other.head in same and _agrees(phrase.colours, other.colours):
                    return [entry]
        return []

    def _many(self, phrase: Phrase, start: int, sentence: int) -> list[Entry]:
        for entry in self._met(start, sentence, {SpeakerKind.GROUP, SpeakerKind.ANONYMOUS}):
            other = phrase_of(entry.name)
            if other.head == phrase.head and _agrees(phrase.colours, other.colours):
                return [entry]
        single = phrase.head.removesuffix("s")
        together = self.discourse.last_pair(start, sentence, PEOPLE, REACH)
        if together and trade(single) and all(_holds(entry, single) for entry in together):
            return list(together)
        return []

    def _person(self, phrase: Phrase, part: Part, start: int, sentence: int) -> list[Entry]:
        """Who is said to be that: the most words in common win, then the nearest."""
        people = self._met(start, sentence, PEOPLE)
        later = [e for e in self.register.entries if e.kind in PEOPLE and not e.phrase and e.roles and e not in people]
        later.sort(key=lambda entry: entry.start)
        gender = gender_of(phrase.words)
        if compared := {"elder", "older", "eldest", "oldest", "younger", "youngest"} & phrase.colours:
            aged = [entry for entry in people if entry.age]
            if len(aged) > 1:
                oldest = compared & {"elder", "older", "eldest", "oldest"}
                return [(max if oldest else min)(aged[:4], key=lambda entry: entry.age or 0)]
        if phrase.head in COUNTERPARTS and phrase.owner:
            return self._other(phrase, start, sentence, people)
        if phrase.age:
            aged = [entry for entry in people if entry.age == phrase.age]
            if aged:
                return aged[:1]
        lands = {word: country for word in phrase.colours if (country := self.register.evidence.country(word))}
        if lands:
            # "The Veldish premier" is Veldland's.
            colours = frozenset(lands.get(word, word) for word in phrase.colours)
            phrase = replace(phrase, colours=colours)
        scored: list[tuple[float, int, Entry]] = []
        for place, entry in enumerate([*people, *later[:REACH]]):
            if gender and entry.gender not in {None, gender}:
                continue
            score = max((_likeness(phrase, role) for role in _described(entry)), default=0.0)
            if entry in later and score < 1.2:
                continue
            if score > 0:
                scored.append((score, place, entry))
        if not scored:
            return []
        best = max(score for score, _, _ in scored)
        equal = [entry for score, _, entry in scored if score > best - 0.5]
        if phrase.owner and phrase.head in KIN:
            return equal[:1]
        if len(equal) > 1:
            near = self.discourse.nearest(start, sentence, PEOPLE, 2)
            here = [entry for entry in equal if entry in near]
            if len(here) == 1:
                return here
            if all(entry in later for entry in equal) or all(entry.phrase for entry in equal):
                return equal[:1]
        return equal

    def _body(self, phrase: Phrase, start: int, sentence: int) -> list[Entry]:
        bodies = self._met(start, sentence, {SpeakerKind.ORGANISATION})
        wanted = phrase.colours | {phrase.head}
        words = {e: set(key_of(e.name).split()) | {w for r in e.roles for w in r.lower().split()} for e in bodies}
        named = [e for e in bodies if wanted <= words[e]]
        if named:
            return sorted(named, key=lambda e: e.phrase)[:1] if not named[0].phrase else named[:1]
        for same in SAME_BODIES:
            if phrase.head not in same:
                continue
            alike = [e for e in bodies if words[e] & same and _agrees(phrase.colours, frozenset(words[e]))]
            if alike:
                return alike[:1]
        if phrase.head == "team":
            groups = self._met(start, sentence, {SpeakerKind.GROUP})
            return [e for e in groups if phrase_of(e.name).head in TEAMS][:1]
        proper = {word for word in phrase.colours & self.register.evidence.proper if not word.endswith("-based")}
        if phrase.head in BUSINESS and not proper:
            others = BODIES - BUSINESS_NAMES - ONLY_IN_NAMES
            plain = [e for e in bodies if not e.phrase and not words[e] & others]
            return plain[:1]
        if phrase.head not in OWN_NAMES and not phrase.colours:
            # "The newspaper" behind the Selby Echo: a name that says nothing of what it names.
            near = self.discourse.nearest(start, sentence, {SpeakerKind.ORGANISATION}, REACH)
            return [e for e in near if not e.phrase and not words.get(e, set()) & (BODIES - ONLY_IN_NAMES)][:1]
        return []

    def _other(self, phrase: Phrase, start: int, sentence: int, people: list[Entry]) -> list[Entry]:
        """``his rival``: the other of the two whom the article is about."""
        if phrase.owner in PERSONAL:
            found = self.discourse.antecedents(str(phrase.owner), start, sentence)
            owners = [entry for entries in found[:1] for entry in entries]
        else:
            owners = self.register.fitting(phrase.owner or "")
        kin = [entry for entry in people if any(phrase_of(role).head in KIN for role in entry.roles)]
        others = [entry for entry in people if entry not in owners and entry not in kin and not entry.phrase]
        count = {id(e): sum(e in m.entries for m in self.discourse.mentions) for e in others}
        often = sorted(others, key=lambda e: -count[id(e)])
        clear = len(often) == 1 or (len(often) > 1 and count[id(often[0])] >= 1.5 * count[id(often[1])])
        return often[:1] if owners and clear else []

    def _vague(self, phrase: Phrase, start: int, sentence: int) -> list[Entry]:
        """``the 43-year-old``, "the engineer" of whom it was not yet said: who was just spoken of, if one fits."""
        if phrase.owner or phrase.former:
            return []
        pronoun = {"male": "he", "female": "she"}.get(gender_of(phrase.words) or "", "")
        found = self.discourse.antecedents(pronoun, start, sentence)
        just = self.discourse.nearest(start, sentence, PEOPLE, 1)
        if len(found) != 1 or len(found[0]) != 1 or found[0][0] not in just:
            return []
        entry = found[0][0]
        if phrase.head in PERSON_NOUNS or phrase.age:
            return [entry]
        ranked = phrase.head in RANKS and any(phrase_of(role).head in RANKS for role in entry.roles)
        return [] if entry.phrase or ranked else [entry]


def _same_noun(phrase: Phrase, other: Phrase) -> bool:
    """Whether a headline's noun is that of a description, or of a body in it: "court" for "a jury at Orsk Court"."""
    alike = any(phrase.head in same and other.head in same for same in SAME_DOCUMENTS)
    return phrase.head == other.head or alike or (phrase.head in other.colours and phrase.head in BODIES)


def _described(entry: Entry) -> list[str]:
    return [*entry.roles, *([entry.name] if entry.phrase else [])]


def _holds(entry: Entry, noun: str) -> bool:
    return any(noun in (w.strip(".,").removesuffix("s") for w in role.lower().split()) for role in entry.roles)


def _agrees(asked: frozenset[str], had: frozenset[str]) -> bool:
    return asked <= had or not asked or not had


def _likeness(phrase: Phrase, role: str) -> float:
    """How well a description fits what somebody is said to be; 0 where it does not."""
    other = phrase_of(role)
    words = {w.strip(".,").removesuffix("'s").removesuffix("’s") for w in role.lower().split()}
    if 1 < len(phrase.head) < 5 and phrase.head == "".join(word[0] for word in role.lower().split() if word != "of"):
        return 2.0
    if phrase.head == other.head or phrase.head == other.head.removesuffix("s"):
        score = 2.0
    elif phrase.head in words:
        score = 1.6
    elif any(phrase.head in same and (other.head in same) for same in SAME_HEADS):
        score = 1.2
    else:
        return 0.0
    if QUALIFIED & words - phrase.colours and not phrase.former:
        score -= 0.8
    if phrase.former and not other.former and "former" not in words:
        score -= 0.8
    hits = len(phrase.colours & words)
    strange = len(phrase.colours - words)
    score += hits - 0.7 * strange
    if strange and not hits and other.colours:
        # "the Holm manager" is not "the Tarrick manager".
        return 0.0
    return max(score, 0.0)


def country_of(phrase: str, register: Register) -> str | None:
    """The country whose government a phrase names: "the government of Brennia"."""
    for word in phrase.split():
        key = key_of(word.strip(",.")).strip()
        if register.evidence.country(key):
            return register.evidence.country(key)
        if government(key) or register.evidence.state[key]:
            return key
    return None


__all__ = ["Descriptions", "country_of", "head_of"]
