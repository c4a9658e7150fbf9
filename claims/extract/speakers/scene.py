"""What an article holds before anybody is asked who speaks: names, noun phrases, who is met where."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from claims.extract.sentences import Range
from claims.extract.speakers.deeds import Deeds
from claims.extract.speakers.descriptions import Descriptions
from claims.extract.speakers.evidence import Evidence
from claims.extract.speakers.genders import learn_genders
from claims.extract.speakers.names import Name
from claims.extract.speakers.namesakes import likelier
from claims.extract.speakers.phrases import Phrase, kind_of_phrase, phrase_of
from claims.extract.speakers.pronouns import PEOPLE, PERSONAL, Discourse, Mention
from claims.extract.speakers.reader import Met, PartReader, coordinated
from claims.extract.speakers.register import Entry, Register
from claims.extract.speakers.sources import role_ranges
from claims.extract.speakers.titles import OFFICES, SPEAKS_FOR_OTHERS, gender_of
from claims.extract.words import words_of
from claims.models import Article, Attribution
from claims.vocabulary import Attitude, Part, SpeakerKind

_WHO = re.compile(r",? who\b[^.;”\"]*?\b(his|her|he|she)\b")
_DIES = re.compile(
    r"(?:, (?:aged )?\d{1,3},)?,? (?:had |has )?(?:died\b|drowned\b"
    r"|was (?:killed|shot dead|found dead|stabbed to death|murdered)\b"
    r"|fell to (?:his|her) death\b|lost (?:his|her) life\b|bled to death\b)"
)
_QUESTIONED = re.compile(
    r"\b(?:asked|questioned|pressed|cross-examined|challenged|interviewed)\s+by\b[^.;\"“]*"
    r"(?<! for )(?<! of )(?<! at )$",
    re.I,
)
_QUESTIONED_REACH = 80
_TOPIC = re.compile(r"\b(?:[Aa]s (?:for|to)) $")
_TOPIC_REACH = 12
FEWEST_TIMES, FAR_MORE_OFTEN = 3, 2
"""Whom an article is about is named so often, and so many times as often as anybody else."""
MANY_MENTIONS = 100
LEAD = 2
"""In the first sentences somebody may be described who is named only behind."""
AHEAD = 3
"""Two legislators may be named one by one within so many sentences."""


class Scene:
    """Everybody and everything that an article names, and where; noun phrases are understood as reading goes on."""

    def __init__(
        self, article: Article, attributions: Sequence[tuple[Part, Attribution]], furniture: Sequence[Range] = ()
    ) -> None:
        self.parts = {part: PartReader(article.words(part), part) for part in Part}
        evidence = Evidence(self.parts[Part.TEXT].lines)
        self.evidence = evidence
        prose: list[Name] = []
        headlines: dict[Part, list[Name]] = {}
        for part, here in self.parts.items():
            names = here.read_names(evidence, furniture if part == Part.TEXT else ())
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
        self._find_main(headlines[Part.TITLE] or [name for name in text.names if name.sentence == 0])
        sources = {part: [(s.start, s.end) for p, a in attributions if p == part for s in a.source] for part in Part}
        self.reported = {part: _reported(part, attributions) for part in Part}
        self.listeners = {part: _listeners(part, attributions) for part in Part}
        self.starts_of_sources = {part: {start for start, _ in sources[part]} for part in Part}
        self.discourse = {
            part: Discourse(self._mentions(part, sources[part]), self.parts[part].openings) for part in Part
        }
        deeds = Deeds(text.text, text.names, self.register.of_name)
        self.descriptions = {part: Descriptions(self.register, self.discourse[part], deeds) for part in Part}
        self.met = {part: self._free_phrases(part, sources[part]) for part in Part}

    def _find_main(self, first: Sequence[Name]) -> None:
        """Whom the article is about: named first, and more often than anybody else."""
        count = Counter(
            id(entries[0]) for entries in self.register.of_name.values() if len(entries) == 1 and not entries[0].phrase
        )
        people = [e for e in self.register.entries if e.kind == SpeakerKind.PERSON]
        often = sorted(people, key=lambda entry: -count[id(entry)])
        firsts = {id(e) for name in first for e in self.register.of_name.get((name.part, name.start), ())}
        rival = count[id(often[1])] if len(often) > 1 else 0
        title = [e for name in first for e in self.register.of_name.get((name.part, name.start), ()) if e in people]
        if len(dict.fromkeys(title)) == 1 and first[0].part == Part.TITLE and title[0].name.split()[0] in first[0].text:
            # "Ana Brel, who mended clocks, dies": a full name in the headline, and nobody else.
            title[0].main = True
        elif often and id(often[0]) in firsts and count[id(often[0])] >= max(FEWEST_TIMES, FAR_MORE_OFTEN * rival):
            often[0].main = True

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
                subject = name.first in starts or (name.subject and not self._told_of(part, name.start))
                subject = (subject or self._topic(here.text, name.first)) and not quoted
                if not quoted and not name.owner and _DIES.match(here.text, name.end):
                    entries[0].dead = True
                by_surname = name.words[-1].lower() == entries[0].name.split()[-1].lower()
                found.append(
                    Mention(
                        name.start, name.sentence, (entries[0],), subject, quoted, owner=name.owner, named=by_surname
                    )
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
                    self._share_title(group, together)
                    start = group[-1].start
                    subject = group[0].subject or group[-1].subject or group[0].first in starts
                    found.append(Mention(start, group[0].sentence, together, subject, here.in_quotation(start)))
        return found

    def _share_title(self, group: Sequence[Name], together: Sequence[Entry]) -> None:
        """``Councillors Ana Brel and Ivo Lenz``: both are."""
        title = group[0].title
        if title and title.lower().endswith("s") and title.lower().split()[-1][:-1] in OFFICES:
            for entry in together:
                self.register.give_role(entry, title)

    def _enters(self, part: Part, met: Met, known: Sequence[Entry]) -> bool:
        """``The dog had cornered a man``: somebody new, and nobody else does anything in the sentence."""
        new = known[0].start == met.start and known[0].kind in PEOPLE and not phrase_of(met.text).plural
        doing = self.discourse[part].subjects(met.sentence, self.parts[part].sentences[met.sentence][1])
        return new and not self._told_of(part, met.start) and not doing

    @staticmethod
    def _topic(text: str, start: int) -> bool:
        """``As for Brel, he``, "Asked by Brel, he": what a sentence is about and who asks are in mind."""
        asks = _QUESTIONED.search(text, max(0, start - _QUESTIONED_REACH), start) is not None
        return asks or _TOPIC.search(text, max(0, start - _TOPIC_REACH), start) is not None

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

    def _goes_on(self, part: Part, met: Met) -> None:
        """``He ran two miles``, "They fined him": whom a pronoun takes stays in mind, though nobody speaks."""
        here, discourse = self.parts[part], self.discourse[part]
        # Whoever does it to him is another one.
        gender = PERSONAL[met.text.lower()]
        doing = [] if met.subject else discourse.subjects(met.sentence, met.start)
        without = [id(entry) for entry in doing]
        found = discourse.antecedents(met.text.lower(), met.start, met.sentence, without=without)
        told = here.in_quotation(met.start) or self._told_of(part, met.start)
        if len(found) == 1 and len(found[0]) == 1 and not told:
            # "The officer asked him whether he had seen them, and he said": of the two, only one is a man.
            if met.subject and _DIES.match(here.text, met.end):
                found[0][0].dead = True
            other = not any(gender in {entry.gender, entry.likely} for entry in doing)
            subject = met.subject or (other and bool(doing))
            discourse.add(Mention(met.start, met.sentence, found[0], subject=subject, pronoun=True))

    def _foreseen(self, part: Part, phrase: Phrase, sentence: int) -> list[Entry]:
        """Who is met as "the two candidates", or in the lead as "a councillor", and named only behind."""
        if part == Part.TITLE:
            return []
        if phrase.plural:
            found = self.descriptions[part].ahead(phrase, self.coming(sentence))
            for entry in found:
                self.register.give_role(entry, phrase.head.removesuffix("s"))
            return found
        if phrase.definite or sentence >= LEAD:
            return []
        return self.descriptions[part].introduced(phrase, self.coming(sentence, subjects=True), lead=False)

    def coming(self, sentence: int, *, subjects: bool = False, ahead: int = AHEAD) -> list[Entry]:
        """The people who are first named within the next sentences of the text."""
        names = self.parts[Part.TEXT].names
        first = self.parts[Part.TEXT].first_of_sentence(sentence + 1)
        found: dict[int, Entry] = {}
        for name in names[first : first + MANY_MENTIONS]:
            if name.sentence > sentence + ahead:
                break
            entries = self.register.of_name.get((Part.TEXT, name.start), [])
            new = len(entries) == 1 and entries[0].kind == SpeakerKind.PERSON and entries[0].start == name.start
            if new and (name.subject or not subjects):
                found[id(entries[0])] = entries[0]
        return list(found.values())

    def _told_of(self, part: Part, at: int) -> bool:
        """Whether a place is in what somebody is reported to say: its subject comes second to whoever says it."""
        reported = self.reported[part]
        k = bisect_right(reported, (at, at + 1_000_000)) - 1
        return k >= 0 and reported[k][0] <= at < reported[k][1]

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
            if met.text.lower() in PERSONAL:
                self._goes_on(part, met)
                continue
            phrase = phrase_of(met.text)
            hint = here.gender_behind(met.end) if met.subject else None
            known = self.descriptions[part].meant(phrase, met.start, met.sentence, hint=hint)
            known = known or self._foreseen(part, phrase, met.sentence)
            kind = kind_of_phrase(met.text)
            gender = gender_of(met.text) or self._told(here, met)
            if len(known) == 1 and known[0].kind in PEOPLE:
                known[0].gender = known[0].gender or gender
                if met.behind:
                    self.register.give_role(known[0], met.behind)
            if not known:
                new = Entry(met.text, kind, part, met.start, phrase=True, gender=gender)
                if phrase_of(met.text).head in SPEAKS_FOR_OTHERS:
                    inside = [
                        self.register.of_name.get((part, n.start), []) for n in here.names_inside(met.start, met.end)
                    ]
                    new.speaks_for = inside[0][0] if len(inside) == 1 and len(inside[0]) == 1 else None
                known = [new]
            if len(known) == 1 or kind == SpeakerKind.GROUP or phrase.plural:
                quoted = here.in_quotation(met.start)
                subject = met.subject and not quoted and not self._told_of(part, met.start)
                subject = (
                    subject or met.start in self.listeners[part] or (not quoted and self._enters(part, met, known))
                )
                discourse.add(Mention(met.start, met.sentence, tuple(known), subject, quoted))


def _listeners(part: Part, attributions: Sequence[tuple[Part, Attribution]]) -> set[int]:
    """Where somebody is named right behind a cue who is to answer or to act: "She wants the vicar to hold it"."""
    turning = {Attitude.INTENTION, Attitude.QUESTION}
    return {span.end + 1 for own, a in attributions if own == part and a.attitude in turning for span in a.cue}


def _reported(part: Part, attributions: Sequence[tuple[Part, Attribution]]) -> list[Range]:
    """Where contents stand behind the words for whoever says them."""
    found: list[Range] = []
    for own, attribution in attributions:
        if own != part or not attribution.source or any(span.text.strip() == ":" for span in attribution.cue):
            continue
        start = attribution.source[0].start
        found += [(span.start, span.end) for span in attribution.content if span.start > start]
    merged: list[Range] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
