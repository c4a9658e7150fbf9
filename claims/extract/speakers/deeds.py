"""Who is called by what they did: "the driver" is who drove, "the chair of the inquiry" who chairs it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from claims.extract.speakers.names import Name
from claims.extract.speakers.register import Entry
from claims.extract.words import listed
from claims.vocabulary import Part

# Nouns whose verb no ending gives away.
OTHER_VERBS: Mapping[str, frozenset[str]] = {
    "driver": listed("drove drives driving driven"),
    "winner": listed("won wins winning"),
    "loser": listed("lost loses losing"),
    "founder": listed("founded founds started co-founded established"),
    "owner": listed("owns owned bought"),
    "buyer": listed("bought buys buying"),
    "seller": listed("sold sells selling"),
    "coach": listed("coached coaches coaching"),
    "chair": listed("chaired chairs chairing"),
    "head": listed("headed heads heading"),
    "boss": listed("runs ran running heads headed leads led"),
    "leader": listed("leads led leading heads headed heading"),
    "lawyer": listed("defending represents representing represented defends"),
    "solicitor": listed("defending represents representing represented defends"),
    "barrister": listed("defending represents representing represented defends"),
    "teacher": listed("teaches taught teaching"),
    "writer": listed("wrote writes writing written"),
    "author": listed("wrote writes writing written"),
    "singer": listed("sang sings singing"),
    "runner": listed("ran runs running"),
    "rider": listed("rode rides riding"),
    "swimmer": listed("swam swims swimming"),
    "survivor": listed("survived survives"),
    "scorer": listed("scored scores"),
    "captain": listed("captained captains captaining"),
    "caller": listed("called rang phoned"),
    "finder": listed("found finds"),
    "host": listed("hosts hosted hosting"),
    "candidate": listed("standing running stands"),
    "chairman": listed("chaired chairs chairing"),
    "chairwoman": listed("chaired chairs chairing"),
    "keeper": listed("keeps kept keeping"),
    "defendant": listed("pleaded pleads denies denied admitted admits charged accused"),
}  # fmt: skip
COUNSEL = listed("lawyer solicitor barrister")
"""Whoever defends her is hers."""
ENDINGS = listed("ed d es s ing e")
SHORTEST = 3
"""Of so many letters at least is what stands before the -er."""
_DOES = re.compile(
    r"(?:, \d{1,3})?(?:,? who)?(?: (?:is|was|has|had|been|now|then|also|first|once|later|still)){0,3} ([a-z][a-z-]+)"
)
_DONE_BY = re.compile(r"\b([a-z-]+) by $")
_BY_REACH = 20


class Deeds:
    """What each person of a text does right behind their name; read once, when first asked for."""

    def __init__(self, text: str, names: Sequence[Name], entries: Mapping[tuple[Part, int], list[Entry]]) -> None:
        self._text = text
        self._names = names
        self._entries = entries
        self._verbs: dict[int, set[str]] | None = None

    def of(self, entry: Entry, noun: str) -> bool:
        """Whether somebody did what a noun calls them by."""
        if self._verbs is None:
            self._verbs = self._read()
        done = self._verbs.get(id(entry), set())
        if noun in OTHER_VERBS:
            return bool(done & OTHER_VERBS[noun])
        stem = noun.removesuffix("er").removesuffix("or")
        if stem == noun or len(stem) < SHORTEST:
            return False
        return any(verb.startswith(stem) and verb[len(stem) :] in ENDINGS for verb in done)

    def _read(self) -> dict[int, set[str]]:
        found: dict[int, set[str]] = {}
        for name in self._names:
            entries = self._entries.get((name.part, name.start), ())
            if len(entries) != 1 or name.owner:
                continue
            verbs = found.setdefault(id(entries[0]), set())
            if does := _DOES.match(self._text, name.end):
                verbs.add(does.group(1))
            if done := _DONE_BY.search(self._text, max(0, name.first - _BY_REACH), name.first):
                verbs.add(done.group(1))
        return found
