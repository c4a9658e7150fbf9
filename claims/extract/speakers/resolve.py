"""From the words that name a source to the speaker of a claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.extract.attributions import in_part
from claims.extract.grammar import SUBJECT_PRONOUNS
from claims.extract.sentences import Range
from claims.extract.speakers.behalf import Behalf, Said
from claims.extract.speakers.descriptions import SAME_NOUN, country_of
from claims.extract.speakers.evidence import SOME, common_noun
from claims.extract.speakers.likeness import likest
from claims.extract.speakers.names import Name
from claims.extract.speakers.namesakes import likelier
from claims.extract.speakers.phrases import Phrase, kind_of_phrase, person_like, phrase_of
from claims.extract.speakers.pronouns import FIRST_PERSON, NEUTRAL, PEOPLE, PERSONAL, PLURAL, RELATIVE, Mention
from claims.extract.speakers.register import Entry
from claims.extract.speakers.scene import AHEAD, LEAD, Scene
from claims.extract.speakers.sources import Pieces, pieces_of, plain_name
from claims.extract.speakers.titles import KIN, gender_of
from claims.extract.subjects import simple_subject
from claims.extract.units import Token
from claims.extract.words import listed, words_of
from claims.models import Article, Attribution, Span
from claims.vocabulary import Attitude, Part, SpeakerKind, SpeakerRelation

PRONOUNS = SUBJECT_PRONOUNS | PERSONAL.keys() | PLURAL | FIRST_PERSON
BESIDE_PRONOUNS = listed("himself herself themselves itself also both all too alone each")
CONTINUING = listed("added adds add adding continued continues went goes on concluded concludes also further")
OPENS = frozenset("\"“‘'«„")
REPLYING = listed("replied replies reply answered answers responded responds retorted countered")
ASKING = listed("asked asks ask wondered questioned pressed inquired enquired challenged urged")
CLOSES = "\"”'’» "
NESTED = 8
"""How many of the latest spans of content may hold a source that says "I"."""
ORPHAN_REACH = 3
"""A quotation without a cue may be by who spoke at most so many sentences before."""
ADDRESS = 40


class Resolver(Scene):
    """Finds the speakers of an article's attributions, in reading order: later ones lean on earlier ones."""

    def __init__(
        self, article: Article, attributions: Sequence[tuple[Part, Attribution]], furniture: Sequence[Range] = ()
    ) -> None:
        super().__init__(article, attributions, furniture)
        self._behalf = Behalf(self.register, self.parts, self.discourse, self.descriptions)
        self._last: list[Said] = []
        self._spoke: list[tuple[Entry, ...]] = []
        self._words: list[tuple[tuple[Entry, ...], Attribution]] = []
        self._open: list[tuple[Span, list[Said], bool]] = []
        self._last_at: tuple[Part, int] | None = None
        self._asker: tuple[int, ...] = ()
        self._replier: tuple[int, ...] = ()
        self._listener = False
        self._quoted_question = False
        self._without: tuple[int, ...] = ()

    def speakers_of(self, part: Part, attribution: Attribution) -> list[Said]:
        """Who says it. Ask in reading order."""
        content = attribution.content[0]
        at = attribution.source[0].start if attribution.source else content.start
        self.read_to(part, at)
        cue = {word.strip(":,") for s in attribution.cue for word in s.text.lower().split()}
        asks = bool(cue & ASKING) and self._is_question(attribution)
        replies = bool(cue & REPLYING) or (bool(self._asker) and self._next_turn(part, attribution, cue))
        # Whoever asked does not reply, and whoever replied does not put the next question.
        turned = self._asker if replies else self._replier if asks else ()
        self._without = (*turned, *self._addressed(part, attribution))
        if not attribution.source:
            said = self._continued(part, attribution)
        else:
            continues = bool(cue & CONTINUING)
            own = self._named_in(part, attribution)
            said = [found for span in attribution.source for found in self._of_source(part, span, continues, own)]
        # In a transcript everything behind the colon is in the speaker's own words.
        nested = any(span.holds(at, at + 1, part) for span, _, _ in self._open)
        label = any(span.text.strip() == ":" for span in attribution.cue)
        self._open = [
            *self._open[-NESTED:],
            *((span, said, label) for span in in_part(attribution.content, part)),
        ]
        if any(s.entry for s in said):
            here = self.parts[part]
            says = tuple(dict.fromkeys(s.entry for s in said if s.entry and s.relation == SpeakerRelation.SAYS))
            if not here.in_quotation(at) and not (nested and attribution.source):
                self._last, self._last_at = said, (part, here.sentence(attribution.content[-1].end - 1))
                self._asked(part, attribution, cue, says)
                ids = tuple(id(entry) for entry in says)
                self._replier = ids if replies and turned and not asks else ()
                self._asker = ids if cue & ASKING else ()
                self._quoted_question = asks and attribution.content[0].text[:1] in OPENS
            for entry in says:
                entry.spoke = True
            if says and part == Part.TEXT:
                self._spoke.append(says)
                self._words.append((says, attribution))
            if says and attribution.source:
                quoted = here.in_quotation(at)
                self.discourse[part].add(Mention(at, here.sentence(at), says, not quoted, quoted, spoke=not quoted))
        return said

    @staticmethod
    def _is_question(attribution: Attribution) -> bool:
        """Whether something is asked for an answer: whether and why, or a quotation with its mark."""
        words = attribution.content[0].text
        return attribution.attitude == Attitude.QUESTION or words.rstrip(CLOSES).endswith("?")

    def _next_turn(self, part: Part, attribution: Attribution, cue: set[str]) -> bool:
        """Whether a quotation, or what is said next, answers the question before: its speaker is another one.

        ``"Why now?" he asked. "Because I can," she said``; ``Lenz asked him whether it was late. He said it was.``
        """
        if cue & (ASKING | CONTINUING) or not self._last_at or not attribution.source:
            return False
        if attribution.source[0].text.lower() not in PRONOUNS:
            return False
        here, start = self.parts[part], attribution.content[0].start
        if self._last_at[0] != part or here.sentence(start) - self._last_at[1] > 1:
            return False
        if self._listener:
            return True
        # Within one paragraph somebody asks what they answer themselves: "Who would do that?" she asked. "It is mad."
        end = here.sentences[self._last_at[1]][1]
        return self._quoted_question and attribution.content[0].text[:1] in OPENS and "\n" in here.text[end:start]

    def _addressed(self, part: Part, attribution: Attribution) -> list[int]:
        """Whom the cue speaks to: "He told Brel" is not said by Brel."""
        here = self.parts[part]
        found: list[int] = []
        if not (attribution.source and attribution.cue and attribution.source[0].start < attribution.cue[0].start):
            return found
        for cue in attribution.cue:
            for name in here.names_inside(cue.end, cue.end + ADDRESS):
                if here.text[cue.end : name.first] == " " and not name.owner:
                    found += [id(entry) for entry in self.register.of_name.get((part, name.start), ())]
            described = attribution.source[0].text.lower() not in PRONOUNS
            if described and (listener := here.object_at(cue.end)):
                # "The intruder told her": whoever she is, it is not she who told it.
                start = attribution.source[0].start
                whom = self.discourse[part].antecedents(listener.lower, start, here.sentence(start))
                found += [id(entry) for entries in whom[:1] for entry in entries]
        return found

    def _asked(self, part: Part, attribution: Attribution, cue: set[str], says: tuple[Entry, ...]) -> None:
        """Whoever is asked is in mind, more than whoever asks: "Lenz asked Brel whether it was late. She said"."""
        here = self.parts[part]
        self._listener = False
        for end in [span.end for span in attribution.cue] if cue & ASKING else []:
            if (listener := here.object_at(end)) and self._is_question(attribution):
                self._listener = True
                found = self.discourse[part].antecedents(
                    listener.lower, listener.start, here.sentence(end), without=[id(entry) for entry in says]
                )
                if len(found) == 1:
                    mention = Mention(listener.start, here.sentence(end), found[0], subject=True)
                    self.discourse[part].add(mention)
            for name in here.names_inside(end, end + ADDRESS):
                entries = self._entries(name)
                if here.text[end : name.first] == " " and len(entries) == 1:
                    self._listener = self._is_question(attribution)
                    self.discourse[part].add(Mention(name.start, name.sentence, (entries[0],), subject=True))

    def _named_in(self, part: Part, attribution: Attribution) -> set[int]:
        """Whom the content names before its source: "Brel, she said, had left" is not said by Brel."""
        here = self.parts[part]
        start = attribution.source[0].start
        spans = [span for span in attribution.content if span.end <= start]
        named = {
            id(entry)
            for span in spans
            for name in here.names_inside(span.start, span.end)
            if not name.owner
            for entry in self.register.of_name.get((part, name.start), ())
        }
        described = {
            id(entry)
            for span in spans
            for mention in self.discourse[part].within(span.start, span.end)
            if not mention.owner
            for entry in mention.entries
            if entry.phrase
        }
        return named | described

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
        back = self.parts[part].sentence(content.start) - self._last_at[1]
        if back > ORPHAN_REACH:
            return []
        before = [s for s in self._last if s.entry and s.relation != SpeakerRelation.CANDIDATE]
        if attribution.cue and back <= 0 and before:
            return [Said(s.entry, s.relation) for s in before]
        if not attribution.cue and back <= 1 and before and content.text[:1] in OPENS:
            # A quotation right behind the words of a speaker goes on with them.
            return [Said(s.entry, s.relation) for s in before]
        return [Said(s.entry, SpeakerRelation.CANDIDATE) for s in self._last if s.entry]

    def _of_source(self, part: Part, source: Span, continues: bool, own: set[int]) -> list[Said]:
        (mention,) = in_part([source], part)
        words = source.text.lower().replace(",", " ").split()
        if not words:
            return []
        if words[0] in RELATIVE and len(words) == 1:
            return self._of_relative(part, mention)
        alone = all(word in BESIDE_PRONOUNS for word in words[1:])
        if words[0] in PRONOUNS and alone:
            return self._of_pronoun(part, mention, words[0], continues, own)
        some = "of" in words[1:3] and words[0] in {"one", "some", "several", "many", "most", "both", "all", "two"}
        if some and pieces_of(self.parts[part], mention)[0].name is None:
            return self._of_some(part, mention, words)
        return self._of_phrase(part, mention)

    def _of_pronoun(self, part: Part, mention: Span, pronoun: str, continues: bool, own: set[int]) -> list[Said]:
        around = [(said, label) for span, said, label in self._open if span.holds(mention.start, mention.end, part)]
        if pronoun in FIRST_PERSON:
            # "I" and "we" inside a quotation are whoever is quoted.
            return around[-1][0] if around else [Said(None, SpeakerRelation.SAYS, mention)]
        if pronoun == "you":
            return [Said(None, SpeakerRelation.SAYS, mention)]
        here = self.parts[part]
        if (still := self._still_open(part, mention, pronoun)) and not around:
            return still
        # Whoever is quoted calls nobody "he" who is "I".
        quoted = here.in_quotation(mention.start)
        without = {id(s.entry) for said, label in around if quoted or label for s in said} | set(self._without)
        # "Brel, she said, had left"; but "Orsk Air has grounded its jets, it said".
        without |= set() if pronoun in NEUTRAL else own
        found = self.discourse[part].antecedents(
            pronoun,
            mention.start,
            here.sentence(mention.start),
            continues=continues,
            without=without,
            quoted=quoted,
        )
        if len(found) == 1:
            gender = PERSONAL.get(pronoun)
            for entry in found[0]:
                if entry.kind in PEOPLE and gender and not entry.gender:
                    entry.gender = gender
            behalf = self._behalf.still(part, mention, found[0][0]) if len(found[0]) == 1 else []
            return [Said(entry, SpeakerRelation.SAYS, mention) for entry in found[0]] + behalf
        if not found and (later := self._later(part, mention, pronoun)):
            return [Said(later, SpeakerRelation.SAYS, mention)]
        if found:
            entries = dict.fromkeys(entry for entries in found for entry in entries)
            return [Said(entry, SpeakerRelation.CANDIDATE, mention) for entry in entries]
        return [Said(None, SpeakerRelation.SAYS, mention)]

    def _still_open(self, part: Part, mention: Span, pronoun: str) -> list[Said]:
        """Who spoke just before is one of several, and nobody knows which: "he" is as open."""
        said = [s for s in self._last if s.entry and s.relation == SpeakerRelation.CANDIDATE]
        near = self._last_at and self._last_at[0] == part
        named = all(s.mention and s.mention.text.lower() not in PRONOUNS for s in said)
        if len(said) < 2 or not named or not near or not self._last_at or pronoun not in PERSONAL:
            return []
        if self.parts[part].sentence(mention.start) - self._last_at[1] > 1:
            return []
        gender = PERSONAL[pronoun]
        fitting = [s for s in said if s.entry and s.entry.gender in {None, gender}]
        return [replace(s, mention=mention, role=None) for s in fitting] if len(fitting) > 1 else []

    def _later(self, part: Part, mention: Span, pronoun: str) -> Entry | None:
        """``When he wrote it, Mr Brel was young``: nobody before, so whom the sentence names next."""
        here = self.parts[part]
        gender = PERSONAL.get(pronoun)
        end = here.sentences[here.sentence(mention.start)][1]
        for name in here.names_inside(mention.end, end) if gender and here.sentences else ():
            entries = self.register.of_name.get((part, name.start), [])
            if name.subject and len(entries) == 1 and entries[0].kind == SpeakerKind.PERSON:
                return entries[0] if entries[0].gender in {None, gender} else None
        return None

    def _of_some(self, part: Part, mention: Span, words: list[str]) -> list[Said]:
        """``One of the brothers`` may be either; "several of them" are those who spoke; else somebody new."""
        here = self.parts[part]
        sentence = here.sentence(mention.start)
        whole = " ".join(words[words.index("of") + 1 :])
        if whole in {"them", "these", "those"}:
            found = self.discourse[part].antecedents("they", mention.start, sentence)
            known = [entry for entries in found[:1] for entry in entries]
        else:
            known = self._family(phrase_of(whole).head)
            known = known or self.descriptions[part].meant(phrase_of(whole), mention.start, sentence)
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
        here = self.parts[part]
        start = here.sentences[here.sentence(mention.start)][0]
        tokens = [Token(w.start, w.end, w.text) for w in words_of(here.text, start, mention.start)]
        end = len(tokens)
        while end and tokens[end - 1].mark and tokens[end - 1].text != ")":
            end -= 1
        phrase = simple_subject(tokens, end, 0)
        if phrase is None:
            return [Said(None, SpeakerRelation.SAYS, mention)]
        first, last = tokens[phrase[0]].start, tokens[phrase[1] - 1].end
        return self._of_phrase(part, Span(start=first, end=last, text=here.text[first:last], part=part))

    def _of_phrase(self, part: Part, mention: Span) -> list[Said]:
        pieces = pieces_of(self.parts[part], mention)
        said: list[Said] = []
        for piece in pieces:
            said.extend(self._of_piece(part, mention, piece))
        return said

    def _of_piece(self, part: Part, mention: Span, piece: Pieces) -> list[Said]:
        name = piece.name
        if name is not None and name.kind == SpeakerKind.GROUP and name.opens and len(name.words) == 1:
            name = name if name.text.lower() in self.evidence.proper else None
        if name is not None and not (name.kind is None and self._only_opens(name)):
            family = self.register.family(name.text) if name.before == "the" else []
            if family and name.kind in {None, SpeakerKind.GROUP}:
                return [Said(entry, SpeakerRelation.SAYS, mention) for entry in family]
            if name.kind == SpeakerKind.GROUP and name.before in SOME:
                return self._of_description(part, mention, mention.text)
            return self._of_name(name, mention)
        return self._of_description(part, mention, piece.words)

    def _only_opens(self, name: Name) -> bool:
        return not self.register.fitting(name.text) and common_noun(name, self.evidence)

    def _of_name(self, name: Name, mention: Span) -> list[Said]:
        entries = self.register.of_name.get((name.part, name.start)) or self.register.fitting(name.text)
        if not entries:
            entries = [self.register.enter(name, name.kind or self._guess_kind(name))]
        role = name.role
        if len(entries) > 1:
            entries = self.descriptions[name.part].persons.by_age(entries, name.before)
            entries = likelier(entries, name, self.discourse[name.part].around(name.start))
        if len(entries) == 1:
            if role:
                self.register.give_role(entries[0], role)
            said = [Said(entries[0], SpeakerRelation.SAYS, mention, role)]
            return said + self._behalf.of_name(name.part, mention, role, entries[0])
        return [Said(entry, SpeakerRelation.CANDIDATE, mention, role) for entry in entries]

    def _guess_kind(self, name: Name) -> SpeakerKind:
        """A single word that nothing explains: a person if a he or a she soon follows."""
        text = self.parts[name.part].text[name.end : name.end + 400].lower()
        words = [word.strip(".,\"”'’") for word in text.split()]
        personal = sum(word in PERSONAL for word in words)
        neutral = sum(word in {"it", "its"} for word in words)
        if name.text.lower().endswith("s") and not personal and not neutral:
            return SpeakerKind.GROUP
        return SpeakerKind.PERSON if personal >= max(neutral, 1) else SpeakerKind.ORGANISATION

    def _of_description(self, part: Part, mention: Span, words: str) -> list[Said]:
        phrase = phrase_of(words)
        kind = kind_of_phrase(words)
        here = self.parts[part]
        sentence = here.sentence(mention.start)
        role = words if kind in {SpeakerKind.ANONYMOUS, SpeakerKind.PERSON} else None
        if kind == SpeakerKind.GOVERNMENT and (country := country_of(words, self.register)):
            known = self.register.fitting(country)
            if known and known[0].kind == SpeakerKind.GOVERNMENT:
                known[0].also(words)
                return [Said(known[0], SpeakerRelation.SAYS, mention)]
        descriptions = self.descriptions[part]
        if part == Part.TITLE:
            known = descriptions.in_headline(phrase, self._spoke)
        else:
            hint = here.gender_behind(mention.end)
            known = descriptions.meant(phrase, mention.start, sentence, self._without, hint)
            known = known or descriptions.ahead(phrase, self.coming(sentence))
            if not known and kind == SpeakerKind.ANONYMOUS:
                known = self._introduced(part, phrase, sentence)
            known = known or self._of_the_lead(phrase, sentence)
        if known and phrase.plural and len(known) > 1:
            return [Said(entry, SpeakerRelation.SAYS, mention, role) for entry in known]
        if len(known) > 1:
            return [Said(entry, SpeakerRelation.CANDIDATE, mention, role) for entry in known]
        if known:
            if known[0].phrase:
                known[0].also(plain_name(words))
            elif known[0].kind == SpeakerKind.PERSON:
                known[0].gender = known[0].gender or gender_of(words)
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

    def _introduced(self, part: Part, phrase: Phrase, sentence: int) -> list[Entry]:
        """Who is described here and named only behind."""
        lead = sentence < LEAD and (not phrase.definite or phrase.owner in {"its", "their"})
        coming = self.coming(sentence, subjects=True, ahead=AHEAD if lead and not phrase.definite else 1)
        if phrase.definite:
            starts = self.starts_of_sources[part]
            names = {id(e) for n in self.parts[part].names if n.first in starts for e in self._entries(n)}
            coming = [entry for entry in coming if id(entry) in names]
        return self.descriptions[part].introduced(phrase, coming, lead=lead)

    def _of_the_lead(self, phrase: Phrase, sentence: int) -> list[Entry]:
        """``The Brennian president`` below the headline: whom the article goes on to call just that, if one alone.

        A president of nobody knows where is meant only if the headline names them, and so it is of several.
        """
        if sentence >= LEAD or not phrase.definite or phrase.plural or not person_like(phrase.words):
            return []
        people = [entry for entry in self.register.entries if entry.kind == SpeakerKind.PERSON and not entry.phrase]
        headline = {id(entry) for name in self.parts[Part.TITLE].names for entry in self._entries(name)}
        called = [entry for entry in people if likest(phrase, entry) >= SAME_NOUN]
        named = [entry for entry in called if id(entry) in headline]
        just = [entry for entry in called if not phrase.colours or likest(phrase, entry) > SAME_NOUN]
        return next((found for found in (named, just) if len(found) == 1), [])

    def _entries(self, name: Name) -> list[Entry]:
        return self.register.of_name.get((name.part, name.start), [])


def _bare(words: str) -> str:
    """Words without marks, to find a headline's quotation in the text."""
    return " ".join(word.lower for word in words_of(words) if not word.mark)
