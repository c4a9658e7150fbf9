"""The speakers of one article: every name that means the same one, under one record."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from claims.extract.speakers.evidence import Evidence, key_of
from claims.extract.speakers.given import usual_gender
from claims.extract.speakers.names import PARTICLES, POSSESSIVES, Name
from claims.extract.speakers.phrases import phrase_of
from claims.extract.speakers.places import OTHER_NAMES, SPEAKS_FOR, government
from claims.extract.speakers.titles import BODIES, BUSINESS, BUSINESS_NAMES, KIN, TRADING
from claims.vocabulary import Part, SpeakerKind

_OF_NAME = re.compile(r" of ([A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3})")
_BODIES_ALONE = BODIES - BUSINESS_NAMES
PRONOUN_GENDERS = {"his": "male", "her": "female", "their": None, "my": None, "our": None, "its": None}
KIN_REACH = 6
"""Among so many people met before, whose husband somebody is has to be found."""
_LIVING = frozenset({SpeakerKind.PERSON, SpeakerKind.ANONYMOUS, SpeakerKind.GROUP})
MOST = 50
"""More bearers of one word than this are no list of candidates but a crowd."""


@dataclass(slots=True, eq=False)
class Entry:
    """One speaker while the article is being read."""

    name: str
    kind: SpeakerKind
    part: Part
    start: int
    """Where it was first met."""
    aliases: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    gender: str | None = None
    phrase: bool = False
    """Whether it goes by a description rather than a name."""
    age: int | None = None
    speaks_for: Entry | None = None
    spoke: bool = False
    dead: bool = False
    """Whether the article tells of their death: others are spoken of as the survivor, or the victim's friend."""
    main: bool = False
    """Whether the article is about them."""
    likely: str | None = None
    """The gender that its given name makes likely."""
    met: list[tuple[Part, int]] = field(default_factory=list)

    def learn(self, name: Name) -> None:
        """Take over what another mention says."""
        self.also(name.text)
        self.gender = self.gender or name.gender
        self.age = self.age or name.roles.age
        if name.roles.acronym:
            self.also(name.roles.acronym)
        if (self.part, name.part) == (Part.TEXT, Part.TITLE) or (self.part == name.part and name.start < self.start):
            self.part, self.start = name.part, name.start

    def also(self, text: str) -> None:
        """Remember another name."""
        if text != self.name and text not in self.aliases:
            self.aliases.append(text)


class Register:
    """All that could be a speaker, by name."""

    def __init__(self, names: Iterable[Name], evidence: Evidence) -> None:
        self.entries: list[Entry] = []
        self.of_name: dict[tuple[Part, int], list[Entry]] = {}
        self.evidence = evidence
        self._by_text: dict[str, list[Entry]] = {}
        self._by_last: dict[str, list[Entry]] = {}
        self._by_first: dict[str, list[Entry]] = {}
        self._by_kin: dict[str, list[Entry]] = {}
        self._kin: list[tuple[Entry, Entry]] = []
        self._by_word: dict[str, list[Entry]] = {}
        self._phrases: dict[tuple[str, SpeakerKind], Entry] = {}
        known = [name for name in names if name.part == Part.TEXT]
        headline = [name for name in names if name.part == Part.TITLE]
        for name in sorted(known, key=lambda n: (_short_form(n), n.text.isupper(), len(n.words), n.start)):
            house = name.text.endswith(POSSESSIVES)
            if self._tells_itself(name) and (house or not (_short_form(name) and self.fitting(name.text))):
                self.enter(name)
        self._relate_kin(known)
        for name in (*known, *headline):
            if (name.part, name.start) in self.of_name:
                continue
            fitting = self._of_gender(self.fitting(name.text), name)
            if name.honoured:
                # "Lord Brel" is not Brel Marine.
                fitting = [entry for entry in fitting if entry.kind in _LIVING and _may_be_called(entry, name)]
            if fitting:
                self.of_name[name.part, name.start] = fitting
                if len(fitting) == 1:
                    self._learn(fitting[0], name)
            elif name.kind == SpeakerKind.PERSON or self._tells_itself(name):
                self.enter(name)
        for entry in self.entries:
            if entry.kind == SpeakerKind.PERSON:
                entry.likely = usual_gender(entry.name)

    @staticmethod
    def _tells_itself(name: Name) -> bool:
        if name.kind == SpeakerKind.GROUP and name.opens and len(name.words) == 1:
            return False
        return name.kind is not None and (len(name.words) > 1 or name.kind != SpeakerKind.PERSON)

    def enter(self, name: Name, kind: SpeakerKind | None = None) -> Entry:
        """The record of a name that says enough; a new one where there is none."""
        sort = kind or name.kind or SpeakerKind.PERSON
        key = self.country_key(name.text) if sort == SpeakerKind.GOVERNMENT else name.text.lower()
        entry = next((e for e in self._by_text.get(key, ()) if e.kind == sort), None) or next(
            iter(self._by_text.get(key, ())), None
        )
        if entry is None and sort == SpeakerKind.PERSON:
            entry = self._same_person(name)
        if entry is None:
            entry = Entry(name.text, sort, name.part, name.start)
            self._file(entry, key)
        elif sort == SpeakerKind.GOVERNMENT and key == name.text.lower() and entry.name.lower() != key:
            # The country itself outranks its capital as a name.
            entry.also(entry.name)
            entry.aliases = [alias for alias in (entry.name, *entry.aliases) if alias != name.text]
            entry.name = name.text
        self._learn(entry, name)
        self.of_name[name.part, name.start] = [entry]
        return entry

    def country_key(self, text: str) -> str:
        """One key for a country, its capital and the house that rules it."""
        key = key_of(text).removeprefix("the ")
        known = government(key) or government("the " + key)
        return (known or self.evidence.capital.get(key) or key).lower()

    def _same_person(self, name: Name) -> Entry | None:
        """``Donald J. Brel`` is ``Donald Brel``; ``D. W. Brel`` and ``D. H. Brel`` are two."""
        words = name.text.lower().split()
        if len(words) < 3:
            return None
        found = [
            entry
            for entry in self._by_last.get(words[-1], [])
            if (had := entry.name.lower().split())[0] == words[0] and (len(had) == 2 or had[1:-1] == words[1:-1])
        ]
        if len(found) != 1:
            return None
        self._by_text.setdefault(name.text.lower(), []).append(found[0])
        return found[0]

    def enter_phrase(self, words: str, kind: SpeakerKind, part: Part, start: int) -> Entry:
        """The record of a speaker that has no name of its own: "a senior official"."""
        entry = Entry(words, kind, part, start, phrase=True)
        self.entries.append(entry)
        self._phrases.setdefault((words.lower(), kind), entry)
        return entry

    def phrase(self, words: str, kind: SpeakerKind) -> Entry | None:
        """Who went by just this description before."""
        return self._phrases.get((words.lower(), kind))

    def give_role(self, entry: Entry, role: str) -> None:
        """Remember what somebody was called."""
        if role not in entry.roles:
            entry.roles.append(role)

    def _learn(self, entry: Entry, name: Name) -> None:
        entry.learn(name)
        if name.roles.acronym:
            self._file_text(name.roles.acronym.lower(), entry)
        for role in (name.roles.front, name.title, name.roles.behind):
            if role:
                self.give_role(entry, role)

    def _file_text(self, key: str, entry: Entry) -> None:
        filed = self._by_text.setdefault(key, [])
        if entry not in filed[:MOST]:
            filed.append(entry)

    def fitting(self, text: str) -> list[Entry]:
        """Whom a name may mean: the same name, else the same surname or short form, else the same first name."""
        lower = key_of(text)
        found = (
            self._by_text.get(text.lower()) or self._by_text.get(lower) or self._by_text.get(lower.removeprefix("the "))
        )
        if found is None and self._by_text.get(self.country_key(text)):
            found = self._by_text[self.country_key(text)]
        found = found or self._by_last.get(lower) or self._by_first.get(lower) or self._short(lower)
        return list((found or ())[:MOST])

    def _of_gender(self, entries: list[Entry], name: Name) -> list[Entry]:
        """``Mr Brel`` is neither Ana nor whoever was called Mrs; he may be her husband Martin."""
        if name.title and name.title.lower() in BUSINESS | TRADING and len(name.words) == 1:
            # "Brewer Haldane" is the house, not its founder.
            house = [e for e in self._by_word.get(name.text.lower(), ()) if e.kind == SpeakerKind.ORGANISATION]
            return house or entries
        if not name.gender or len(name.words) > 1:
            return entries
        # "Mr Brel" before anybody has heard of his brother Ivo is not Ivo.
        kin = [entry for entry in self._by_kin.get(name.text.lower(), ()) if entry.start < name.start or not entries]
        entries = [*entries, *kin]
        fitting = [entry for entry in entries if entry.gender in {None, name.gender}]
        sure = [entry for entry in fitting if name.gender in {entry.gender, entry.gender or usual_gender(entry.name)}]
        return sure or fitting

    def _relate_kin(self, names: list[Name]) -> None:
        """``Her husband, Martin``: he bears her surname too, should anybody be called so."""
        before: list[Entry] = []
        for name in names:
            role = name.roles.front or name.title or name.roles.behind
            phrase = phrase_of(role) if role and name.kind == SpeakerKind.PERSON else None
            entry = next(iter(self.of_name.get((name.part, name.start), ())), None)
            of = _OF_NAME.search(role) if role and phrase and phrase.head in KIN else None
            owner = of.group(1) if of else phrase.owner if phrase else None
            if phrase and phrase.head in KIN and owner:
                known = [] if entry else [e for e in self.fitting(name.text) if e.name.startswith(name.text + " ")]
                if len(known) == 1:
                    entry = known[0]
                    self.of_name[name.part, name.start] = known
                    self._learn(entry, name)
                entry = entry or self.enter(name)
                wanted = PRONOUN_GENDERS.get(owner)
                kin = [e for e, _ in self._kin]
                owners = (
                    [e for e in reversed(before[-KIN_REACH:]) if e is not entry
                     and wanted in {None, e.gender or usual_gender(e.name) or wanted}]
                    if owner in PRONOUN_GENDERS
                    else self.fitting(owner)
                )  # fmt: skip
                # "Her daughter, Signe ... Her son, Erik": both are hers, neither is the other's.
                owners = [e for e in owners if e not in kin] or owners
                sure = [e for e in owners if wanted and wanted in {e.gender, usual_gender(e.name)}]
                if owners:
                    self.relate(entry, (sure or owners)[0])
                    if not sure:
                        owners[0].gender = owners[0].gender or wanted
            if entry and entry.kind == SpeakerKind.PERSON and not name.owner:
                before.append(entry)

    def relate(self, entry: Entry, owner: Entry) -> None:
        """Let somebody who goes by a given name alone be found by the surname of their kin, too."""
        self._kin.append((entry, owner))
        last = owner.name.split()[-1].lower()
        holders = self._by_kin.setdefault(last, [])
        if len(entry.name.split()) == 1 and len(owner.name.split()) > 1 and entry not in holders[:MOST]:
            holders.append(entry)
            self._by_text.setdefault(f"{entry.name} {last}".lower(), []).append(entry)

    def kin_of(self, owner: Entry) -> list[Entry]:
        """Who is said to be kin of somebody: "her husband"."""
        return [entry for entry, other in self._kin if other is owner]

    def kin_to(self, entry: Entry) -> list[Entry]:
        """Whose kin somebody is said to be."""
        return [owner for one, owner in self._kin if one is entry]

    def namesakes(self, entry: Entry) -> list[Entry]:
        """Everybody else of one's surname."""
        words = key_of(entry.name).split()
        return [e for e in self._by_last.get(words[-1], ())[:MOST] if e is not entry and len(words) > 1]

    def families(self) -> list[list[Entry]]:
        """Everybody who shares a surname, by surname."""
        return [holders for holders in self._by_last.values() if 1 < len(holders) <= MOST]

    def family(self, text: str) -> list[Entry]:
        """``the Brels``: everybody with the surname."""
        lower = text.lower()
        return list(self._by_last.get(lower[:-1], ())[:MOST]) if lower.endswith("s") else []

    def _short(self, lower: str) -> list[Entry]:
        """``Sorrel`` for Sorrel Ltd, ``Harbour Authority`` for Kesten Harbour Authority."""
        words = lower.split()
        if len(words) == 1 and words[0] in _BODIES_ALONE:
            return []
        same = [
            entry
            for entry in self._by_word.get(words[-1], [])[:MOST]
            if entry.kind == SpeakerKind.ORGANISATION and _within(words, key_of(entry.name).split())
        ]
        return same if len(same) == 1 else []

    def _file(self, entry: Entry, key: str) -> None:
        self.entries.append(entry)
        self._file_text(key, entry)
        self._file_text(entry.name.lower(), entry)
        words = key_of(entry.name).split()
        if entry.kind == SpeakerKind.ORGANISATION:
            for word in dict.fromkeys(words):
                self._by_word.setdefault(word, []).append(entry)
            initials = "".join(word[0] for word in entry.name.split() if word[0].isupper()).lower()
            if len(initials) > 2:
                self._by_text.setdefault(initials, []).append(entry)
        if entry.kind == SpeakerKind.PERSON and len(words) > 1:
            self._by_last.setdefault(words[-1], []).append(entry)
            if len(words) > 2:
                self._by_last.setdefault(" ".join(words[1:]), []).append(entry)
            self._by_first.setdefault(words[0], []).append(entry)


def _short_form(name: Name) -> bool:
    """Whether a name may well be short for a longer one: "CSB", "Sorrel"."""
    one = len(name.words) == 1 and name.kind == SpeakerKind.ORGANISATION
    return name.text.isupper() or one or name.words[0].lower() in PARTICLES


def _may_be_called(entry: Entry, name: Name) -> bool:
    """Whether a name with "Mr" or "Lord" is somebody's: by its last word, or by a given name ("Sir Ivo")."""
    words = entry.name.lower().split()
    return words[-1] == name.words[-1].lower() or len(words) == 1 or usual_gender(entry.name) is not None


def _within(words: list[str], name: list[str]) -> bool:
    """Whether a name begins or ends with the words."""
    return len(words) < len(name) and (name[: len(words)] == words or name[-len(words) :] == words)


__all__ = ["OTHER_NAMES", "SPEAKS_FOR", "Entry", "Register"]
