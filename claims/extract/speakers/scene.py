"""What an article holds before anybody is asked who speaks: names, noun phrases, who is met where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.extract.sentences import Range
from claims.extract.speakers.descriptions import Descriptions
from claims.extract.speakers.evidence import Evidence
from claims.extract.speakers.genders import learn_genders
from claims.extract.speakers.names import Name
from claims.extract.speakers.phrases import kind_of_phrase, phrase_of
from claims.extract.speakers.pronouns import PEOPLE, PERSONAL, Discourse, Mention
from claims.extract.speakers.reader import Met, PartReader, coordinated
from claims.extract.speakers.register import Entry, Register
from claims.extract.speakers.sources import role_ranges
from claims.extract.speakers.titles import gender_of
from claims.extract.words import words_of
from claims.models import Article, Attribution
from claims.vocabulary import Part, SpeakerKind

_WHO = re.compile(r",? who\b[^.;”\"]*?\b(his|her|he|she)\b")
NEAR = 2
"""Of several bearers of one name, the one met within so many sentences is meant."""
ROUND = 3
"""If no other is met within so many."""
OFTEN = 8
"""Or the one who is met so often, and far more often than any other."""
MANY_MENTIONS = 100
MORE, FAR_MORE = 2, 4
"""So many times as often is more where none of them is near, and far more where several are."""


class Scene:
    """Everybody and everything that an article names, and where; noun phrases are understood as reading goes on."""

    def __init__(self, article: Article, attributions: Sequence[tuple[Part, Attribution]]) -> None:
        self.parts = {part: PartReader(article.words(part), part) for part in Part}
        evidence = Evidence(self.parts[Part.TEXT].lines)
        self.evidence = evidence
        prose: list[Name] = []
        headlines: dict[Part, list[Name]] = {}
        for part, here in self.parts.items():
            names = here.read_names(evidence)
            headlines[part] = [name for name in names if name.sentence in here.headlines]
            prose.extend(name for name in names if name.sentence not in here.headlines)
        self.register = Register(prose, evidence)
        for part, names in headlines.items():
            if names:
                own = [name for name in prose if name.part == part]
                known = self._known_words(self.parts[part].text, names)
                self.parts[part].keep(sorted([*own, *known], key=lambda name: name.start))
        text = self.parts[Part.TEXT]
        learn_genders(text.lines, text.names, self.register, text.quoted)
        sources = {part: [(s.start, s.end) for p, a in attributions if p == part for s in a.source] for part in Part}
        self.discourse = {part: Discourse(self._mentions(part, sources[part])) for part in Part}
        self.descriptions = {part: Descriptions(self.register, self.discourse[part]) for part in Part}
        self.met = {part: self._free_phrases(part, sources[part]) for part in Part}

    def _known_words(self, title: str, headline: Sequence[Name]) -> list[Name]:
        """The names of the text in a headline whose words all begin with capitals."""
        found: list[Name] = []
        for run in headline:
            words = words_of(title, run.start, run.end)
            at = 0
            while at < len(words):
                for end in range(len(words), at, -1):
                    text = title[words[at].start : words[end - 1].end]
                    fitting = self.register.fitting(text)
                    if fitting and not (len(fitting) > 1 and end - at > 1):
                        name = replace(run, start=words[at].start, end=words[end - 1].end, text=text, title=None,
                                       first=words[at].start)  # fmt: skip
                        self.register.of_name[run.part, name.start] = fitting
                        found.append(name)
                        at = end - 1
                        break
                at += 1
        return found

    def _mentions(self, part: Part, sources: Sequence[Range]) -> list[Mention]:
        here = self.parts[part]
        found = []
        starts = {start for start, _ in sources}
        for name in here.names:
            entries = self.register.of_name.get((part, name.start), [])
            if len(entries) == 1:
                quoted = here.in_quotation(name.start)
                subject = (name.subject or name.first in starts) and not quoted
                found.append(
                    Mention(name.start, name.sentence, (entries[0],), subject, quoted, owner=name.owner, named=True)
                )
            elif entries:
                fitting = likelier(entries, name, found[-MANY_MENTIONS:])
                subject = name.subject or name.first in starts
                open_ = len(fitting) > 1
                found.append(Mention(name.start, name.sentence, tuple(fitting), subject, owner=name.owner, open=open_))
        for group in coordinated(here.text, here.names):
            each = [self.register.of_name.get((part, name.start), []) for name in group]
            if all(len(entries) == 1 for entries in each):
                together = tuple(dict.fromkeys(entries[0] for entries in each))
                if len(together) > 1:
                    start = group[-1].start
                    subject = group[0].subject or group[-1].subject or group[0].first in starts
                    found.append(Mention(start, group[0].sentence, together, subject, here.in_quotation(start)))
        return found

    def _free_phrases(self, part: Part, sources: Sequence[Range]) -> list[Met]:
        """The noun phrases that are neither names nor sources, the last first."""
        here = self.parts[part]
        taken = sorted([*sources, *(piece for name in here.names for piece in role_ranges(here, name))])
        found, k = [], 0
        for met in here.phrases():
            while k < len(taken) and taken[k][1] <= met.start:
                k += 1
            if k < len(taken) and taken[k][0] < met.end:
                continue
            found.append(met)
        return found[::-1]

    @staticmethod
    def _told(here: PartReader, met: Met) -> str | None:
        """``A former governor, who asked us not to print her name``: the gender that a clause gives away."""
        clause = _WHO.match(here.text, met.end, here.sentences[met.sentence][1])
        return PERSONAL[clause.group(1).lower()] if clause else None

    def read_to(self, part: Part, at: int) -> None:
        """Understand the noun phrases before a place, in order."""
        waiting = self.met[part]
        here, discourse = self.parts[part], self.discourse[part]
        while waiting and waiting[-1].start < at:
            met = waiting.pop()
            if any(name.kind for name in here.names_inside(met.start, met.core) if name.end == met.core):
                continue
            known = self.descriptions[part].meant(phrase_of(met.text), met.start, met.sentence)
            kind = kind_of_phrase(met.text)
            gender = gender_of(met.text) or self._told(here, met)
            if len(known) == 1 and known[0].kind in PEOPLE:
                known[0].gender = known[0].gender or gender
            if not known:
                new = Entry(met.text, kind, part, met.start, phrase=True, gender=gender)
                known = [new]
            if len(known) == 1 or kind == SpeakerKind.GROUP:
                quoted = here.in_quotation(met.start)
                discourse.add(Mention(met.start, met.sentence, tuple(known), met.subject and not quoted, quoted))


def _just_met(entries: list[Entry], name: Name, mentions: Sequence[Mention]) -> Entry | None:
    """The one bearer who was named just before: "Her husband, Ivo Brel, agreed. Brel said"."""
    met = [
        mention
        for mention in mentions
        if mention.named and mention.start < name.start and name.sentence - mention.sentence <= ROUND
        if not (mention.quoted or mention.owner) and mention.entries[0] in entries
    ]
    found = {id(mention.entries[0]): mention.entries[0] for mention in met}
    subject = any(mention.subject for mention in met)
    return next(iter(found.values())) if len(found) == 1 and subject else None


def likelier(entries: list[Entry], name: Name, mentions: Sequence[Mention]) -> list[Entry]:
    """Of several bearers of a name: by form of address, by nearness, by how often they are met."""
    if name.gender:
        right = [entry for entry in entries if entry.gender == name.gender]
        entries = right or [entry for entry in entries if entry.gender is None] or entries
    if len(entries) < 2:
        return entries
    discourse = Discourse(mentions)
    near = discourse.nearest(name.start, name.sentence, PEOPLE, NEAR, owners=False)
    around = discourse.nearest(name.start, name.sentence, PEOPLE, ROUND, owners=False)
    if (just := _just_met(entries, name, mentions)) is not None:
        return [just]
    here = [entry for entry in entries if entry in near]
    rivals = [entry for entry in entries if entry in around]
    if len(rivals) == 1 and len(here) <= 1:
        return rivals
    counts = [sum(entry in mention.entries for mention in mentions) for entry in entries]
    most = max(range(len(entries)), key=counts.__getitem__)
    more = MORE if not rivals else FAR_MORE
    far_more = all(counts[most] >= more * max(1, count) for k, count in enumerate(counts) if k != most)
    if far_more and (len(rivals) < 2 or counts[most] >= OFTEN):
        return [entries[most]]
    return entries
