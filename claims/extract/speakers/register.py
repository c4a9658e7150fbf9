"""The speakers of one article: every name that means the same one, under one record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from claims.extract.speakers.names import Name
from claims.extract.speakers.phrases import head_of
from claims.extract.speakers.places import SPEAKS_FOR, government
from claims.extract.speakers.titles import OFFICES
from claims.vocabulary import Part, SpeakerKind

MOST = 50
"""More holders of one office than this are no list of candidates but a crowd."""


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

    def learn(self, name: Name) -> None:
        """Take over what another mention says."""
        if name.text != self.name and name.text not in self.aliases:
            self.aliases.append(name.text)
        self.gender = self.gender or name.gender
        if (self.part, name.part) == (Part.TEXT, Part.TITLE) or (self.part == name.part and name.start < self.start):
            self.part, self.start = name.part, name.start


class Register:
    """All that could be a speaker, by name."""

    def __init__(self, names: Iterable[Name]) -> None:
        self.entries: list[Entry] = []
        self.of_name: dict[tuple[Part, int], list[Entry]] = {}
        self._by_text: dict[str, list[Entry]] = {}
        self._by_last: dict[str, list[Entry]] = {}
        self._by_first: dict[str, list[Entry]] = {}
        self._by_office: dict[str, list[Entry]] = {}
        self._by_word: dict[str, list[Entry]] = {}
        self._phrases: dict[tuple[str, SpeakerKind], Entry] = {}
        self._last_with_head: dict[tuple[str, SpeakerKind], Entry] = {}
        known = list(names)
        for name in sorted(known, key=lambda n: (n.part == Part.TITLE, n.start)):
            if self._tells_itself(name):
                self.enter(name)
        for name in known:
            if not self._tells_itself(name):
                fitting = self.fitting(name.text)
                if fitting:
                    self.of_name[name.part, name.start] = fitting
                    if len(fitting) == 1:
                        self._learn(fitting[0], name)
                elif name.kind == SpeakerKind.PERSON:
                    self.enter(name)

    @staticmethod
    def _tells_itself(name: Name) -> bool:
        return name.kind is not None and (len(name.words) > 1 or name.kind != SpeakerKind.PERSON)

    def enter(self, name: Name, kind: SpeakerKind | None = None) -> Entry:
        """The record of a name that says enough; a new one where there is none."""
        country = government(name.text) if name.kind == SpeakerKind.GOVERNMENT else None
        key = (country or name.text).lower()
        entry = next(iter(self._by_text.get(key, ())), None)
        if entry is None:
            shown = country if country and name.text.lower() in SPEAKS_FOR else name.text
            entry = Entry(shown, kind or name.kind or SpeakerKind.PERSON, name.part, name.start)
            self._file(entry, key)
        self._learn(entry, name)
        self.of_name[name.part, name.start] = [entry]
        return entry

    def enter_phrase(self, words: str, kind: SpeakerKind, part: Part, start: int) -> Entry:
        """The record of a speaker that has no name of its own: "a senior official"."""
        entry = Entry(words, kind, part, start, phrase=True)
        self.entries.append(entry)
        self._phrases.setdefault((words.lower(), kind), entry)
        self._last_with_head[head_of(words), kind] = entry
        if kind == SpeakerKind.ORGANISATION:
            self._file_words(entry)
        return entry

    def phrase(self, words: str, kind: SpeakerKind) -> Entry | None:
        """Who went by just this description before."""
        return self._phrases.get((words.lower(), kind))

    def last_with_head(self, head: str, kind: SpeakerKind) -> Entry | None:
        """Who was last described by a phrase that turns on a noun: "the official" after "a senior official"."""
        return self._last_with_head.get((head, kind))

    def bodies(self, words: set[str]) -> list[Entry]:
        """The organisations whose names hold all of the words, those with a name of their own if there are any."""
        rarest = min((self._by_word.get(word, []) for word in words), key=len, default=[])
        found = [entry for entry in rarest[-MOST:] if words <= set(entry.name.lower().split())]
        return [entry for entry in found if not entry.phrase] or found[-1:]

    def give_role(self, entry: Entry, role: str) -> None:
        """Remember what somebody was called, and the office in it."""
        if role not in entry.roles:
            entry.roles.append(role)
        for word in role.split():
            office = word.strip(".,").lower()
            holders = self._by_office.setdefault(office, []) if office in OFFICES else [entry]
            if entry not in holders[-MOST:]:
                holders.append(entry)

    def _learn(self, entry: Entry, name: Name) -> None:
        entry.learn(name)
        for role in (name.title, name.role):
            if role:
                self.give_role(entry, role)

    def _file_words(self, entry: Entry) -> None:
        for word in set(entry.name.lower().split()):
            self._by_word.setdefault(word, []).append(entry)

    def fitting(self, text: str) -> list[Entry]:
        """Whom a name may mean: the same name, else the same surname, else the same first name."""
        lower = text.lower()
        return list(self._by_text.get(lower) or self._by_last.get(lower) or self._by_first.get(lower) or ())

    def with_office(self, head: str) -> list[Entry]:
        """Everybody who is said to hold an office."""
        return self._by_office.get(head, [])[:MOST]

    def _file(self, entry: Entry, key: str) -> None:
        self.entries.append(entry)
        self._by_text.setdefault(key, []).append(entry)
        if entry.name.lower() != key:
            self._by_text.setdefault(entry.name.lower(), []).append(entry)
        if entry.kind == SpeakerKind.ORGANISATION:
            self._file_words(entry)
        if entry.kind == SpeakerKind.PERSON:
            words = entry.name.lower().split()
            if len(words) > 1:
                self._by_last.setdefault(words[-1], []).append(entry)
                self._by_first.setdefault(words[0], []).append(entry)
