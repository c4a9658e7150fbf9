"""Whom a description means among those who were met: "the director", "her husband", "the company"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from claims.extract.speakers.deeds import Deeds
from claims.extract.speakers.evidence import key_of
from claims.extract.speakers.likeness import agrees, described, fields_of, fits_walk, holds, kindred, likeness, likest
from claims.extract.speakers.persons import Persons
from claims.extract.speakers.phrases import ANONYMITY, Phrase, head_of, person_like, phrase_of
from claims.extract.speakers.places import government
from claims.extract.speakers.pronouns import FAINT, PEOPLE, Discourse, Mention
from claims.extract.speakers.register import Entry, Register
from claims.extract.speakers.titles import (
    BODIES,
    BUSINESS,
    BUSINESS_NAMES,
    COUPLE_NOUNS,
    DOCUMENTS,
    KIN,
    ONLY_IN_NAMES,
    PERSON_NOUNS,
    RULING_BODIES,
    SAME_BODIES,
    SAME_DOCUMENTS,
    TRADING,
    gender_of,
    trade,
)
from claims.extract.words import listed
from claims.vocabulary import SpeakerKind

TEAMS = listed("researchers scientists authors engineers investigators academics doctors")
SINGULARS = {
    "men": "man",
    "women": "woman",
    "people": "person",
    "children": "child",
    "companies": "company",
    "parties": "party",
    "agencies": "agency",
    "universities": "university",
    "charities": "charity",
}
LATELY = 0.4
"""How much a body has to be in mind of which nothing was said."""
SAME_NOUN = 1.3
MAY_BE = listed(
    "club team charity ngo network broadcaster magazine newspaper airline school museum theatre startup bank"
    " festival orchestra operator retailer publisher campaign party union movement"
)
"""Nouns for bodies whose names often do not tell what they are."""
NO_KIND = listed("paper daily body")
"""Words that tell a newspaper in a description, and paper or nothing in a name."""
GENERIC = listed("organisation organization group body agency company firm business outlet paper newspaper watchdog")
"""By these a body is called that was called something else before."""
_PLAIN = BUSINESS | GENERIC
_ANY_HOUSE = _PLAIN | {"house", "side"}
_TRADES = BUSINESS | TRADING
_UNTOLD = GENERIC | MAY_BE
_KINDS_OF_BODY = BODIES - BUSINESS_NAMES - ONLY_IN_NAMES
OWNERS = listed("his her its their our my")
REACH = 6
"""A description without any word in common means somebody of at most so many sentences before."""


class Descriptions:
    """Finds whom a phrase means; asked in reading order."""

    def __init__(self, register: Register, discourse: Discourse, deeds: Deeds) -> None:
        self.register = register
        self.discourse = discourse
        self.persons = Persons(register, discourse, deeds)

    def meant(
        self,
        phrase: Phrase,
        start: int,
        sentence: int,
        without: Collection[int] = (),
        hint: str | None = None,
    ) -> list[Entry]:
        """Those whom a phrase may mean: one if it is clear, several if they tie, none for somebody new.

        ``without``: who is out of the question, by ``id``; ``hint``: the gender that the words behind it tell.
        """
        if not phrase.definite or not phrase.head:
            return []
        if phrase.head == "government" or phrase.head in RULING_BODIES:
            return self._state(phrase, start, sentence)
        if phrase.head in COUPLE_NOUNS:
            return self._two(phrase, start, sentence)
        if phrase.head in DOCUMENTS:
            return self._paper(phrase, start, sentence)
        if phrase.plural:
            return self._many(phrase, start, sentence)
        if trade(phrase.head) or phrase.head in PERSON_NOUNS or phrase.age:
            if phrase.head in TRADING and (house := self._house(phrase, start, sentence)):
                return house
            held = self.persons.meant(phrase, start, sentence, without, hint)
            if held or (phrase.head not in BODIES and phrase.head not in BUSINESS):
                return held
        if phrase.head in BODIES or phrase.head in BUSINESS:
            return self._body(phrase, start, sentence)
        return self._same_words(phrase, start, sentence)

    def _same_words(self, phrase: Phrase, start: int, sentence: int) -> list[Entry]:
        """Whatever else was described by the same noun: "the jury" after "a jury"."""
        for entry in self.discourse.nearest(start, sentence, frozenset(SpeakerKind), 10_000):
            other = phrase_of(entry.name)
            if entry.phrase and other.head == phrase.head and agrees(phrase.colours, other.colours):
                return [entry]
        return []

    def in_headline(self, phrase: Phrase, spoke: Iterable[tuple[Entry, ...]]) -> list[Entry]:
        """Whom a headline means by "president" or "study": the first who spoke in the text and is called so."""
        single = phrase.head.removesuffix("s")
        for entries in spoke:
            if phrase.plural:
                kin = all(entry.kind in PEOPLE for entry in entries) and any(holds(e, single) for e in entries)
                if len(entries) > 1 and kin:
                    return list(entries)
            if len(entries) != 1:
                continue
            entry = entries[0]
            other = phrase_of(entry.name)
            if entry.kind in PEOPLE and not phrase.plural:
                if likest(phrase, entry) >= 1:
                    return [entry]
            elif entry.phrase and (other.head == phrase.head or any(
                phrase.head in same and other.head in same for same in SAME_DOCUMENTS
            ) or (phrase.head in other.colours and phrase.head in BODIES)):  # fmt: skip
                if agrees(phrase.colours, other.colours):
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
        fits = [any(likeness(one, role) > 0 for role in entry.roles) or fits_walk(one, entry) for entry in named]
        return named if any(fits) and all(entry.roles for entry in named) else []

    def introduced(self, phrase: Phrase, coming: Sequence[Entry], *, lead: bool) -> list[Entry]:
        """Who is described first and named in the next sentences.

        1. ``a former inspector said``, in the lead: whoever is named next, if nothing speaks against it.
        2. Behind the lead, and of those further on: only whoever is said to be just that.
        3. ``the port's lawyer said``: whoever speaks next and is said to be nothing at all.
        """
        thing = phrase.head in BODIES or phrase.head in DOCUMENTS or phrase.head in BUSINESS
        if thing or phrase.plural or any(s in phrase.words.lower() for s in ANONYMITY):
            return []
        gender = gender_of(phrase.words)
        fitting = [entry for entry in coming if not gender or entry.gender in {None, gender}]
        if phrase.definite:
            fitting = fitting if person_like(phrase.words) else []
            if lead and fitting and fitting[0] is coming[0] and kindred(phrase, fitting[0]):
                # "Its leader said", and the next to speak is named: nobody else was introduced.
                return fitting[:1]
            return [entry for entry in fitting[:1] if not entry.roles and not entry.age and entry is coming[0]]
        just = [entry for entry in fitting if likest(phrase, entry) >= SAME_NOUN and not _one_of_many(entry)]
        if just or not lead:
            return just[:1]
        return [e for e in fitting[:1] if likest(phrase, e) > 0 or not e.roles or fits_walk(phrase, e)]

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
                if other.head in same and agrees(phrase.colours, other.colours):
                    return [entry]
        return []

    def _many(self, phrase: Phrase, start: int, sentence: int) -> list[Entry]:
        for entry in self._met(start, sentence, {SpeakerKind.GROUP, SpeakerKind.ANONYMOUS}):
            other = phrase_of(entry.name)
            if other.head == phrase.head and agrees(phrase.colours, other.colours):
                return [entry]
        single = SINGULARS.get(phrase.head, phrase.head.removesuffix("s"))
        called = [entry for entry in self.register.entries if single in entry.roles and not entry.phrase]
        if len(called) > 1:
            return called
        if single in BODIES | BUSINESS:
            return list(self.discourse.last_pair(start, sentence, {SpeakerKind.ORGANISATION}, REACH))
        together = self.discourse.last_pair(start, sentence, PEOPLE, REACH)
        if together and trade(single) and all(holds(entry, single) for entry in together):
            return list(together)
        if phrase.words.lower().startswith(("the two ", "both ", "these two ", "the pair ")):
            return self._two(phrase, start, sentence)
        return []

    def _two(self, phrase: Phrase, start: int, sentence: int) -> list[Entry]:
        """``the couple``, "the two lawmakers": who were met together, else the last two who may be that."""
        together = self.discourse.last_pair(start, sentence, PEOPLE, REACH)
        if len(together) == 2:
            return list(together)
        single = SINGULARS.get(phrase.head, phrase.head.removesuffix("s"))
        anybody = phrase.head in COUPLE_NOUNS or single in PERSON_NOUNS
        one, fields = phrase_of(f"the {single}"), fields_of(single)
        found = []
        for entry in self.discourse.nearest(start, sentence, PEOPLE, REACH, owners=False):
            theirs = {field for role in described(entry) for field in fields_of(role)}
            if not entry.phrase and (anybody or likest(one, entry) > 0 or fields & theirs):
                found.append(entry)
        return found[1::-1] if len(found) > 1 else []

    def _body(self, phrase: Phrase, start: int, sentence: int) -> list[Entry]:
        """Which body is meant: the one whose name or kind fits best, of several the one more in mind."""
        if phrase.head == "team":
            groups = self._met(start, sentence, {SpeakerKind.GROUP})
            if team := [e for e in groups if phrase_of(e.name).head in TEAMS][:1]:
                return team
        bodies = self.discourse.weighed(start, sentence, _one_body, least=FAINT)
        scored = [(self._body_fit(phrase, e, weight), weight, e) for (e, *_), weight in bodies]
        found = [one for one in scored if one[0]]
        return [max(found, key=lambda one: one[:2])[2]] if found else []

    def _house(self, phrase: Phrase, start: int, sentence: int) -> list[Entry]:
        """``the brewer``: a house, unless somebody is said to be one."""
        if any(likest(phrase, entry) > 0 for entry, _ in self.discourse.people(start, sentence)):
            return []
        return self._body(phrase, start, sentence)

    def _body_fit(self, phrase: Phrase, entry: Entry, weight: float) -> float:
        """How well a body goes with a description; 0 where it cannot."""
        own = set(key_of(entry.name).split()) - (set() if entry.phrase else NO_KIND)
        words = {*own, *(w.strip(",.") for role in entry.roles for w in role.lower().split())}
        if phrase.owner in OWNERS and phrase.head not in words:
            # "Their association" is none that was named already, unless it is said to be one.
            return 0.0
        if phrase.colours | {phrase.head} <= words:
            plain = phrase.head in _PLAIN and not phrase.colours
            # "The company" is rather a house with a name than "the company that runs the port".
            return (1.4 if plain else 3.0) if entry.phrase else 3.5
        if phrase.colours and phrase.head in _ANY_HOUSE and phrase.colours <= words:
            # "The securities house" is Brel Securities.
            return 2.5
        classes = [same for same in SAME_BODIES if words & same]
        alike = any(phrase.head in same for same in classes) and (not entry.phrase or phrase.head in GENERIC)
        if alike and agrees(phrase.colours, frozenset(words)):
            return 1.5 if phrase.head in BUSINESS else 2.0
        if entry.phrase or (classes and not any(phrase.head in same for same in classes)):
            return 0.0
        known = bool(words & _KINDS_OF_BODY)
        proper = {word for word in phrase.colours & self.register.evidence.proper if not word.endswith("-based")}
        if phrase.head in _TRADES and not proper and not known:
            return 1.5
        may_be = phrase.head in _UNTOLD or entry.name.isupper()
        if may_be and not phrase.colours and not known and weight >= LATELY:
            # "The newspaper" behind the Selby Echo: a name that says nothing of what it names.
            return 1.0
        return 0.0


def _one_of_many(entry: Entry) -> bool:
    """Whether somebody is introduced as one more of a kind: "Ana Brel, a neighbour"."""
    return any(role.lower().startswith(("a ", "an ", "another ", "one ")) for role in entry.roles)


def _one_body(mention: Mention) -> float:
    return 1.0 if len(mention.entries) == 1 and mention.entries[0].kind == SpeakerKind.ORGANISATION else 0.0


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
