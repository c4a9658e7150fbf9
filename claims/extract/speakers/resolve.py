"""From the words that name a source to the speaker of a claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.extract.grammar import SUBJECT_PRONOUNS
from claims.extract.sentences import Range
from claims.extract.speakers.behalf import Behalf, Said
from claims.extract.speakers.descriptions import Descriptions, country_of
from claims.extract.speakers.evidence import SOME, Evidence, common_noun
from claims.extract.speakers.genders import learn_genders
from claims.extract.speakers.names import Name
from claims.extract.speakers.phrases import kind_of_phrase, phrase_of
from claims.extract.speakers.pronouns import FIRST_PERSON, PEOPLE, PERSONAL, PLURAL, RELATIVE, Discourse, Mention
from claims.extract.speakers.reader import Met, PartReader, coordinated
from claims.extract.speakers.register import Entry, Register
from claims.extract.speakers.sources import Pieces, pieces_of, plain_name, role_ranges
from claims.extract.speakers.titles import KIN, gender_of
from claims.extract.subjects import simple_subject
from claims.extract.units import Token
from claims.extract.words import listed, words_of
from claims.models import Article, Attribution, Span
from claims.vocabulary import Part, SpeakerKind, SpeakerRelation

PRONOUNS = SUBJECT_PRONOUNS | PERSONAL.keys() | PLURAL | FIRST_PERSON
BESIDE_PRONOUNS = listed("himself herself themselves itself also both all too alone each")
CONTINUING = listed("added adds add adding continued continues went goes on concluded concludes also further")
NESTED = 8
"""How many of the latest spans of content may hold a source that says "I"."""
ORPHAN_REACH = 3
"""A quotation without a cue may be by who spoke at most so many sentences before."""
AHEAD = 3
NEAR = 2
"""Of several bearers of one name, the one met within so many sentences is meant."""
ROUND = 7
"""If no other is met within so many."""
MANY_MENTIONS = 100
FAR_MORE = 4
"""Or the one who is met so many times as often as any other."""


class Resolver:
    """Finds the speakers of an article's attributions, in reading order: later ones lean on earlier ones."""

    def __init__(self, article: Article, attributions: Sequence[tuple[Part, Attribution]]) -> None:
        self._parts = {part: PartReader(article.words(part), part) for part in Part}
        evidence = Evidence(self._parts[Part.TEXT].lines)
        self._evidence = evidence
        prose: list[Name] = []
        headlines: dict[Part, list[Name]] = {}
        for part, here in self._parts.items():
            names = here.read_names(evidence)
            headlines[part] = [name for name in names if name.sentence in here.headlines]
            prose.extend(name for name in names if name.sentence not in here.headlines)
        self.register = Register(prose, evidence)
        for part, names in headlines.items():
            if names:
                own = [name for name in prose if name.part == part]
                known = self._known_words(self._parts[part].text, names)
                self._parts[part].keep(sorted([*own, *known], key=lambda name: name.start))
        text = self._parts[Part.TEXT]
        learn_genders(text.lines, text.names, self.register, text.quoted)
        sources = {part: [(s.start, s.end) for p, a in attributions if p == part for s in a.source] for part in Part}
        self._discourse = {part: Discourse(self._mentions(part, sources[part])) for part in Part}
        self._descriptions = {part: Descriptions(self.register, self._discourse[part]) for part in Part}
        self._met = {part: self._free_phrases(part, sources[part]) for part in Part}
        self._behalf = Behalf(self.register, self._parts, self._discourse, self._descriptions)
        self._last: list[Said] = []
        self._spoke: list[tuple[Entry, ...]] = []
        self._words: list[tuple[tuple[Entry, ...], Attribution]] = []
        self._open: list[tuple[Span, list[Said], bool]] = []
        self._last_at: tuple[Part, int] | None = None

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
        here = self._parts[part]
        found = []
        starts = {start for start, _ in sources}
        for name in here.names:
            entries = self.register.of_name.get((part, name.start), [])
            if len(entries) == 1:
                quoted = here.in_quotation(name.start)
                subject = (name.subject or name.first in starts) and not quoted
                found.append(Mention(name.start, name.sentence, (entries[0],), subject, quoted, owner=name.owner))
            elif entries:
                likelier = self._likelier(entries, name, found[-MANY_MENTIONS:])
                subject = name.subject or name.first in starts
                open_ = len(likelier) > 1
                found.append(Mention(name.start, name.sentence, tuple(likelier), subject, owner=name.owner, open=open_))
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
        here = self._parts[part]
        taken = sorted([*sources, *(piece for name in here.names for piece in role_ranges(here, name))])
        found, k = [], 0
        for met in here.phrases():
            while k < len(taken) and taken[k][1] <= met.start:
                k += 1
            if k < len(taken) and taken[k][0] < met.end:
                continue
            found.append(met)
        return found[::-1]

    def _read_to(self, part: Part, at: int) -> None:
        """Understand the noun phrases before a place, in order."""
        waiting = self._met[part]
        here, discourse = self._parts[part], self._discourse[part]
        while waiting and waiting[-1].start < at:
            met = waiting.pop()
            if any(name.kind for name in here.names_inside(met.start, met.core) if name.end == met.core):
                continue
            known = self._descriptions[part].meant(phrase_of(met.text), part, met.start, met.sentence)
            kind = kind_of_phrase(met.text)
            if not known:
                new = Entry(met.text, kind, part, met.start, phrase=True, gender=gender_of(met.text))
                known = [new]
            if len(known) == 1 or kind == SpeakerKind.GROUP:
                quoted = here.in_quotation(met.start)
                discourse.add(Mention(met.start, met.sentence, tuple(known), met.subject and not quoted, quoted))

    def speakers_of(self, part: Part, attribution: Attribution) -> list[Said]:
        """Who says it. Ask in reading order."""
        content = attribution.content[0]
        at = attribution.source[0].start if attribution.source else content.start
        self._read_to(part, at)
        if not attribution.source:
            said = self._continued(part, attribution)
        else:
            continues = any(word in CONTINUING for s in attribution.cue for word in s.text.lower().split())
            own = self._named_in(part, attribution)
            said = [found for span in attribution.source for found in self._of_source(part, span, continues, own)]
        # In a transcript everything behind the colon is in the speaker's own words.
        label = any(span.text.strip() == ":" for span in attribution.cue)
        self._open = [
            *self._open[-NESTED:],
            *((span.model_copy(update={"part": part}), said, label) for span in attribution.content),
        ]
        if any(s.entry for s in said):
            here = self._parts[part]
            says = tuple(dict.fromkeys(s.entry for s in said if s.entry and s.relation == SpeakerRelation.SAYS))
            if not here.in_quotation(at):
                self._last, self._last_at = said, (part, here.sentence(attribution.content[-1].end - 1))
            if says and part == Part.TEXT:
                self._spoke.append(says)
                self._words.append((says, attribution))
            if says and attribution.source:
                quoted = here.in_quotation(at)
                self._discourse[part].add(Mention(at, here.sentence(at), says, not quoted, quoted, spoke=not quoted))
        return said

    def _named_in(self, part: Part, attribution: Attribution) -> set[int]:
        """Whom the content names before its source: "Brel, she said, had left" is not said by Brel."""
        here = self._parts[part]
        start = attribution.source[0].start
        return {
            id(entry)
            for span in attribution.content
            if span.end <= start
            for name in here.names_inside(span.start, span.end)
            if not name.owner
            for entry in self.register.of_name.get((part, name.start), ())
        }

    def _continued(self, part: Part, attribution: Attribution) -> list[Said]:
        """Nobody is named: whoever spoke just before is meant if the sentence or the quotation goes on."""
        content = attribution.content[0]
        if part == Part.TITLE:
            words = _bare(content.text)
            for says, other in self._words:
                if any(words in _bare(span.text) for span in other.content):
                    return [Said(entry, SpeakerRelation.SAYS) for entry in says]
            return []
        if not self._last_at or self._last_at[0] != part:
            return []
        back = self._parts[part].sentence(content.start) - self._last_at[1]
        if back > ORPHAN_REACH:
            return []
        before = [s for s in self._last if s.entry and s.relation != SpeakerRelation.CANDIDATE]
        if attribution.cue and back <= 0 and before:
            return [Said(s.entry, s.relation) for s in before]
        return [Said(s.entry, SpeakerRelation.CANDIDATE) for s in self._last if s.entry]

    def _of_source(self, part: Part, source: Span, continues: bool, own: set[int]) -> list[Said]:
        mention = source.model_copy(update={"part": part})
        words = source.text.lower().replace(",", " ").split()
        if not words:
            return []
        if words[0] in RELATIVE and len(words) == 1:
            return self._of_relative(part, mention)
        alone = all(word in BESIDE_PRONOUNS for word in words[1:])
        if words[0] in PRONOUNS and alone:
            return self._of_pronoun(part, mention, words[0], continues, own)
        some = "of" in words[1:3] and words[0] in {"one", "some", "several", "many", "most", "both", "all", "two"}
        if some and pieces_of(self._parts[part], mention)[0].name is None:
            return self._of_some(part, mention, words)
        return self._of_phrase(part, mention)

    def _of_pronoun(self, part: Part, mention: Span, pronoun: str, continues: bool, own: set[int]) -> list[Said]:
        around = [(said, label) for span, said, label in self._open if span.holds(mention.start, mention.end, part)]
        if pronoun in FIRST_PERSON:
            # "I" and "we" inside a quotation are whoever is quoted.
            return around[-1][0] if around else [Said(None, SpeakerRelation.SAYS, mention)]
        if pronoun == "you":
            return [Said(None, SpeakerRelation.SAYS, mention)]
        here = self._parts[part]
        # Whoever is quoted calls nobody "he" who is "I".
        quoted = here.in_quotation(mention.start)
        without = {id(s.entry) for said, label in around if quoted or label for s in said} | own
        found = self._discourse[part].antecedents(
            pronoun, mention.start, here.sentence(mention.start), continues=continues, without=without
        )
        if len(found) == 1:
            gender = PERSONAL.get(pronoun)
            for entry in found[0]:
                if entry.kind in PEOPLE and gender and not entry.gender:
                    entry.gender = gender
            behalf = self._behalf.still(mention, found[0][0]) if len(found[0]) == 1 else []
            return [Said(entry, SpeakerRelation.SAYS, mention) for entry in found[0]] + behalf
        if found:
            entries = dict.fromkeys(entry for entries in found for entry in entries)
            return [Said(entry, SpeakerRelation.CANDIDATE, mention) for entry in entries]
        return [Said(None, SpeakerRelation.SAYS, mention)]

    def _of_some(self, part: Part, mention: Span, words: list[str]) -> list[Said]:
        """``One of the brothers`` may be either; "several of them" are those who spoke; else somebody new."""
        here = self._parts[part]
        sentence = here.sentence(mention.start)
        whole = " ".join(words[words.index("of") + 1 :])
        if whole in {"them", "these", "those"}:
            found = self._discourse[part].antecedents("they", mention.start, sentence)
            known = [entry for entries in found[:1] for entry in entries]
        else:
            known = self._descriptions[part].meant(phrase_of(whole), part, mention.start, sentence)
            known = known or self._family(phrase_of(whole).head)
        several = len(known) > 1 and all(entry.kind in PEOPLE for entry in known)
        if words[0] == "one" and several:
            return [Said(entry, SpeakerRelation.CANDIDATE, mention) for entry in known]
        spoke = any(entry is s.entry for s in self._last for entry in known)
        if words[0] != "one" and known and (several or spoke):
            return [Said(entry, SpeakerRelation.SAYS, mention) for entry in known]
        kind = SpeakerKind.ANONYMOUS if words[0] == "one" else SpeakerKind.GROUP
        entry = self.register.enter_phrase(plain_name(mention.text), kind, part, mention.start)
        return [Said(entry, SpeakerRelation.SAYS, mention, mention.text if words[0] == "one" else None)]

    def _family(self, head: str) -> list[Entry]:
        """``the brothers``: the people of one surname, if there is only one such pair."""
        if head.removesuffix("s") not in KIN:
            return []
        families = self.register.families()
        return families[0] if len(families) == 1 else []

    def _of_relative(self, part: Part, mention: Span) -> list[Said]:
        """``who``: the phrase right before it."""
        here = self._parts[part]
        start = here.sentences[here.sentence(mention.start)][0]
        tokens = [Token(w.start, w.end, w.text, w.lower) for w in words_of(here.text, start, mention.start)]
        end = len(tokens)
        while end and tokens[end - 1].mark and tokens[end - 1].text != ")":
            end -= 1
        phrase = simple_subject(tokens, end, 0)
        if phrase is None:
            return [Said(None, SpeakerRelation.SAYS, mention)]
        first, last = tokens[phrase[0]].start, tokens[phrase[1] - 1].end
        return self._of_phrase(part, Span(start=first, end=last, text=here.text[first:last], part=part))

    def _of_phrase(self, part: Part, mention: Span) -> list[Said]:
        pieces = pieces_of(self._parts[part], mention)
        said: list[Said] = []
        for piece in pieces:
            said.extend(self._of_piece(part, mention, piece))
        return said

    def _of_piece(self, part: Part, mention: Span, piece: Pieces) -> list[Said]:
        name = piece.name
        if name is not None and name.kind == SpeakerKind.GROUP and name.opens and len(name.words) == 1:
            name = name if name.text.lower() in self._evidence.proper else None
        if name is not None and not (name.kind is None and self._only_opens(name)):
            family = self.register.family(name.text) if name.before == "the" else []
            if family and name.kind in {None, SpeakerKind.GROUP}:
                return [Said(entry, SpeakerRelation.SAYS, mention) for entry in family]
            if name.kind == SpeakerKind.GROUP and name.before in SOME:
                return self._of_description(part, mention, mention.text)
            return self._of_name(name, mention)
        return self._of_description(part, mention, piece.words)

    def _only_opens(self, name: Name) -> bool:
        return not self.register.fitting(name.text) and common_noun(name, self._evidence)

    def _of_name(self, name: Name, mention: Span) -> list[Said]:
        entries = self.register.of_name.get((name.part, name.start)) or self.register.fitting(name.text)
        if not entries:
            entries = [self.register.enter(name, name.kind or self._guess_kind(name))]
        role = name.role
        if len(entries) > 1:
            entries = self._likelier(entries, name, self._discourse[name.part].mentions)
        if len(entries) == 1:
            if role:
                self.register.give_role(entries[0], role)
            said = [Said(entries[0], SpeakerRelation.SAYS, mention, role)]
            return said + self._behalf.of_name(name.part, mention, role, entries[0])
        return [Said(entry, SpeakerRelation.CANDIDATE, mention, role) for entry in entries]

    @staticmethod
    def _likelier(entries: list[Entry], name: Name, mentions: Sequence[Mention]) -> list[Entry]:
        """Of several bearers of a name: by form of address, by nearness, by how often they are met."""
        if name.gender:
            right = [entry for entry in entries if entry.gender == name.gender]
            entries = right or [entry for entry in entries if entry.gender is None] or entries
        if len(entries) < 2:
            return entries
        discourse = Discourse(mentions)
        near = discourse.nearest(name.start, name.sentence, PEOPLE, NEAR, owners=False)
        around = discourse.nearest(name.start, name.sentence, PEOPLE, ROUND, owners=False)
        here = [entry for entry in entries if entry in near]
        rivals = [entry for entry in entries if entry in around]
        if len(here) == 1 and len(rivals) == 1:
            return here
        if len(rivals) < 2:
            counts = [sum(entry in mention.entries for mention in mentions) for entry in entries]
            most = max(range(len(entries)), key=counts.__getitem__)
            if all(counts[most] >= FAR_MORE * max(1, c) for k, c in enumerate(counts) if k != most):
                return [entries[most]]
        return entries

    def _guess_kind(self, name: Name) -> SpeakerKind:
        """A single word that nothing explains: a person if a he or a she soon follows."""
        text = self._parts[name.part].text[name.end : name.end + 400].lower()
        words = [word.strip(".,\"”'’") for word in text.split()]
        personal = sum(word in PERSONAL for word in words)
        neutral = sum(word in {"it", "its"} for word in words)
        if name.text.lower().endswith("s") and not personal and not neutral:
            return SpeakerKind.GROUP
        return SpeakerKind.PERSON if personal >= max(neutral, 1) else SpeakerKind.ORGANISATION

    def _of_description(self, part: Part, mention: Span, words: str) -> list[Said]:
        phrase = phrase_of(words)
        kind = kind_of_phrase(words)
        here = self._parts[part]
        sentence = here.sentence(mention.start)
        role = words if kind in {SpeakerKind.ANONYMOUS, SpeakerKind.PERSON} else None
        if kind == SpeakerKind.GOVERNMENT and (country := country_of(words, self.register)):
            known = self.register.fitting(country)
            if known and known[0].kind == SpeakerKind.GOVERNMENT:
                known[0].also(words)
                return [Said(known[0], SpeakerRelation.SAYS, mention)]
        descriptions = self._descriptions[part]
        if part == Part.TITLE:
            known = descriptions.in_headline(phrase, self._spoke)
        else:
            known = descriptions.meant(phrase, part, mention.start, sentence)
            known = known or descriptions.ahead(phrase, self._coming(sentence))
        if known and phrase.plural and len(known) > 1:
            return [Said(entry, SpeakerRelation.SAYS, mention, role) for entry in known]
        if len(known) > 1:
            return [Said(entry, SpeakerRelation.CANDIDATE, mention, role) for entry in known]
        if known:
            if known[0].phrase:
                known[0].also(plain_name(words))
            elif known[0].kind == SpeakerKind.PERSON:
                self.register.give_role(known[0], plain_name(words))
            said = [Said(known[0], SpeakerRelation.SAYS, mention, role)]
            return said + self._behalf.of_phrase(part, mention, words, phrase.head, known[0])
        # "A spokesman" here and "a spokesman" there are two; "the report" is one.
        shown = plain_name(words)
        same = None if kind == SpeakerKind.ANONYMOUS else self.register.phrase(shown, kind)
        entry = same or self.register.enter_phrase(shown, kind, part, mention.start)
        entry.gender = entry.gender or gender_of(words)
        said = [Said(entry, SpeakerRelation.SAYS, mention, role)]
        return said + self._behalf.of_phrase(part, mention, words, phrase.head, entry)

    def _coming(self, sentence: int) -> list[Entry]:
        """The people who are first named within the next sentences of the text."""
        names = self._parts[Part.TEXT].names
        first = self._parts[Part.TEXT].first_of_sentence(sentence + 1)
        found: dict[int, Entry] = {}
        for name in names[first : first + MANY_MENTIONS]:
            if name.sentence > sentence + AHEAD:
                break
            entries = self.register.of_name.get((Part.TEXT, name.start), [])
            if len(entries) == 1 and entries[0].kind == SpeakerKind.PERSON and entries[0].start == name.start:
                found[id(entries[0])] = entries[0]
        return list(found.values())


def _bare(words: str) -> str:
    """Words without marks, to find a headline's quotation in the text."""
    return " ".join(word.lower for word in words_of(words) if not word.mark)
