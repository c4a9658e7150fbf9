"""From the words that name a source to the speaker of a claim."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extract.grammar import SUBJECT_PRONOUNS
from claims.extract.sentences import Range, sentences
from claims.extract.speakers.names import NO_NAMES, Name, names_in
from claims.extract.speakers.phrases import definite, head_of, kind_of_phrase
from claims.extract.speakers.pronouns import FIRST_PERSON, PERSONAL, PLURAL, RELATIVE, Discourse, Mention
from claims.extract.speakers.register import Entry, Register
from claims.extract.speakers.titles import BODIES, GROUPS, OFFICES, SPEAKS_FOR_OTHERS
from claims.extract.subjects import simple_subject
from claims.extract.units import Token
from claims.extract.words import words_of
from claims.models import Article, Attribution, Span
from claims.vocabulary import Part, SpeakerKind, SpeakerRelation

PRONOUNS = SUBJECT_PRONOUNS | PERSONAL.keys() | PLURAL | FIRST_PERSON
NESTED = 8
"""How many of the latest spans of content may hold a source that says "I"."""
ORPHAN_REACH = 3
"""A quotation without a cue may be by who spoke at most so many sentences before."""


@dataclass(frozen=True, slots=True)
class Said:
    """One speaker of one attribution."""

    entry: Entry | None
    relation: SpeakerRelation
    mention: Span | None = None
    role: str | None = None


class _Part:
    """One part of the article with its names, sentences and discourse."""

    def __init__(self, text: str, part: Part, names: Sequence[Name]) -> None:
        self.text = text
        self.part = part
        self.names = [name for name in names if name.part == part]
        self.starts = [name.start for name in self.names]
        self.small = {word.text for word in words_of(text) if word.text.islower()}
        self.sentences = sentences(text)
        self._sentence_starts = [start for start, _ in self.sentences]

    def sentence(self, at: int) -> int:
        return max(0, bisect_right(self._sentence_starts, at) - 1)

    def names_inside(self, span: Range) -> list[Name]:
        return self.names[bisect_left(self.starts, span[0]) : bisect_left(self.starts, span[1])]


class Resolver:
    """Finds the speakers of an article's attributions, in reading order: later ones lean on earlier ones."""

    def __init__(self, article: Article, attributions: Sequence[tuple[Part, Attribution]]) -> None:
        names = [*names_in(article.title or "", Part.TITLE), *names_in(article.text, Part.TEXT)]
        self.register = Register(_consistent(names))
        self._parts = {part: _Part(article.words(part), part, names) for part in Part}
        self._discourse = {part: Discourse(self._mentions(part, attributions)) for part in Part}
        self._last: list[Said] = []
        self._open: list[tuple[Span, list[Said]]] = []
        self._last_at: tuple[Part, int] | None = None

    def _mentions(self, part: Part, attributions: Sequence[tuple[Part, Attribution]]) -> list[Mention]:
        here = self._parts[part]
        sources = [(s.start, s.end) for p, a in attributions if p == part for s in a.source]
        quoted = sorted(
            (s.start, s.end) for p, a in attributions if p == part for s in a.content if s.text[:1] in "\"“'‘«„"
        )
        found = []
        for name in here.names:
            entries = self.register.of_name.get((part, name.start), [])
            if len(entries) == 1:
                subject = name.opens or any(s <= name.start < e for s, e in sources)
                at = bisect_right(quoted, (name.start, 1 << 60)) - 1
                inside = at >= 0 and quoted[at][0] <= name.start < quoted[at][1]
                found.append(Mention(name.start, here.sentence(name.start), entries[0], subject and not inside, inside))
        return found

    def speakers_of(self, part: Part, attribution: Attribution) -> list[Said]:
        """Who says it. Ask in reading order."""
        content = attribution.content[0]
        if not attribution.source:
            said = self._continued(part, content)
        else:
            said = [found for span in attribution.source for found in self._of_source(part, span)]
        self._open = [
            *self._open[-NESTED:],
            *((span.model_copy(update={"part": part}), said) for span in attribution.content),
        ]
        at = attribution.source[0].start if attribution.source else content.start
        if any(s.entry for s in said):
            self._last, self._last_at = said, (part, self._parts[part].sentence(attribution.content[-1].end - 1))
            for one in said:
                if one.entry and one.relation == SpeakerRelation.SAYS:
                    self._discourse[part].add(Mention(at, self._parts[part].sentence(at), one.entry, subject=True))
        return said

    def _continued(self, part: Part, content: Span) -> list[Said]:
        """A quotation without a cue: whoever spoke just before is a candidate, no more."""
        near = self._last_at and self._last_at[0] == part
        if near and self._last_at and self._parts[part].sentence(content.start) - self._last_at[1] <= ORPHAN_REACH:
            return [Said(s.entry, SpeakerRelation.CANDIDATE) for s in self._last if s.entry]
        return []

    def _of_source(self, part: Part, source: Span) -> list[Said]:
        mention = source.model_copy(update={"part": part})
        lower = source.text.lower().strip()
        if lower in RELATIVE:
            return self._of_relative(part, mention)
        if lower in PRONOUNS:
            return self._of_pronoun(part, mention, lower)
        return self._of_phrase(part, mention)

    def _of_pronoun(self, part: Part, mention: Span, pronoun: str) -> list[Said]:
        if pronoun in FIRST_PERSON:
            # "I" and "we" inside a quotation are whoever is quoted.
            around = [said for span, said in self._open if span.holds(mention.start, mention.end, part)]
            return around[-1] if around else [Said(None, SpeakerRelation.SAYS, mention)]
        if pronoun == "you":
            return [Said(None, SpeakerRelation.SAYS, mention)]
        found = self._discourse[part].antecedents(pronoun, mention.start, self._parts[part].sentence(mention.start))
        if len(found) == 1:
            gender = PERSONAL.get(pronoun)
            if found[0].kind == SpeakerKind.PERSON and gender and not found[0].gender:
                found[0].gender = gender
            return [Said(found[0], SpeakerRelation.SAYS, mention)]
        if found:
            return [Said(entry, SpeakerRelation.CANDIDATE, mention) for entry in found]
        return [Said(None, SpeakerRelation.SAYS, mention)]

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
        names = self._speaking_names(part, mention)
        if names:
            return [said for name in names for said in self._of_name(name, mention)]
        return self._of_description(part, mention)

    def _speaking_names(self, part: Part, mention: Span) -> list[Name]:
        """The names in a phrase that speak, not those that only say whose: joint speakers are several."""
        here = self._parts[part]
        inside = [n for n in here.names_inside((mention.start, mention.end)) if n.end <= mention.end]
        if not inside:
            return []
        first = inside[0]
        before = here.text[mention.start : first.first].strip().lower()
        if before not in {"", "the"} and first.title is None and not self._introduces(before, first):
            # "a lawyer for Brel", "the mayor of Orsk": the name only says of whom.
            return []
        if here.text[first.end : first.end + 2] in {"'s", "’s"}:
            beside = [n for n in inside[1:2] if here.text[first.end : n.start].strip() in {"'s", "’s"}]
            if beside and beside[0].kind == SpeakerKind.ORGANISATION:
                return beside
            later = [n for n in inside[1:] if n.kind == SpeakerKind.PERSON and "," in here.text[first.end : n.start]]
            return later[:1]
        if first.start == mention.start and self._only_opens(part, first):
            return []
        if _goes_on_as_phrase(here.text[first.end : mention.end]):
            # "Harbour spokesman Ivo Lenz" against "Orsk officials".
            return [n for n in inside[1:2] if n.title and n.first <= first.start]
        speaking = [first]
        for name in inside[1:]:
            between = here.text[speaking[-1].end : name.first].strip().lower()
            if between in {"and", "and the", "&", ", and"} or (between == "," and name.title):
                speaking.append(name)
            else:
                break
        return speaking

    def _only_opens(self, part: Part, name: Name) -> bool:
        """Whether a single word is a common noun with a capital at the start of its sentence: "Survivors said"."""
        if name.kind is not None or len(name.words) > 1 or not name.opens or self.register.fitting(name.text):
            return False
        lower = name.text.lower()
        return lower in GROUPS or (lower.endswith("s") and not lower.endswith("ss")) or lower in self._parts[part].small

    @staticmethod
    def _introduces(before: str, name: Name) -> bool:
        """``chief engineer Pia Orsk``, ``Kesten-based Sorrel Ltd``: words that only colour the name."""
        words = [word for word in before.rstrip(",").split() if word not in {"the", "a", "an"}]
        last = words[-1] if words else ""
        return last not in {"of", "for", "to", "from", "with", "at", "in", "by", "on", "near"} and (
            before.endswith(",") or last in OFFICES or len(before.split()) <= 4
        )

    def _of_name(self, name: Name, mention: Span) -> list[Said]:
        entries = self.register.of_name.get((name.part, name.start)) or self.register.fitting(name.text)
        if not entries:
            entries = [self.register.enter(name, name.kind or self._guess_kind(name))]
        role = name.role or name.title
        before = self._parts[name.part].text[mention.start : name.first].strip()
        if before.endswith(",") and head_of(before) in OFFICES:
            role = before.rstrip(",")
        if len(entries) == 1:
            if role:
                self.register.give_role(entries[0], role)
            return [Said(entries[0], SpeakerRelation.SAYS, mention, role)]
        titled = [entry for entry in entries if name.gender and entry.gender == name.gender]
        if len(titled) == 1:
            return [Said(titled[0], SpeakerRelation.SAYS, mention, role)]
        return [Said(entry, SpeakerRelation.CANDIDATE, mention, role) for entry in entries]

    def _guess_kind(self, name: Name) -> SpeakerKind:
        """A single word that nothing explains: a person if a he or a she soon follows."""
        text = self._parts[name.part].text[name.end : name.end + 400].lower()
        words = text.split()
        personal = sum(word.strip(".,\"”'’") in PERSONAL for word in words)
        neutral = sum(word.strip(".,\"”'’") in {"it", "its"} for word in words)
        if name.text.lower().endswith("s") and not personal:
            return SpeakerKind.GROUP if not neutral else SpeakerKind.ORGANISATION
        return SpeakerKind.PERSON if personal >= max(neutral, 1) else SpeakerKind.ORGANISATION

    def _of_description(self, part: Part, mention: Span) -> list[Said]:
        words = mention.text
        head = head_of(words)
        kind = kind_of_phrase(words)
        known = self._known(head, kind, part, mention)
        role = words if head in OFFICES or kind == SpeakerKind.ANONYMOUS else None
        if len(known) == 1 and known[0].kind in {SpeakerKind.PERSON, SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT}:
            return [Said(known[0], SpeakerRelation.SAYS, mention, role)]
        if len(known) > 1:
            return [Said(entry, SpeakerRelation.CANDIDATE, mention, role) for entry in known]
        if known:
            return [Said(known[0], SpeakerRelation.SAYS, mention, role)]
        # "A spokesman" here and "a spokesman" there are two; "the report" is one.
        same = None if kind == SpeakerKind.ANONYMOUS else self.register.phrase(words, kind)
        entry = same or self.register.enter_phrase(words, kind, part, mention.start)
        said = [Said(entry, SpeakerRelation.SAYS, mention, role)]
        if head in SPEAKS_FOR_OTHERS:
            said.extend(self._on_behalf(part, mention))
        return said

    def _on_behalf(self, part: Part, mention: Span) -> list[Said]:
        bodies: list[Said] = []
        for name in self._parts[part].names_inside((mention.start, mention.end)):
            if name.end <= mention.end:
                kind = name.kind or SpeakerKind.ORGANISATION
                entries = self.register.of_name.get((part, name.start)) or [self.register.enter(name, kind)]
                bodies.extend(Said(e, SpeakerRelation.ON_BEHALF_OF, mention) for e in entries[:1])
        return bodies[:1]

    def _known(self, head: str, kind: SpeakerKind, part: Part, mention: Span) -> list[Entry]:
        """Whom a description with "the" may mean among those who were met before."""
        if not definite(mention.text) or len(mention.text.split()) > 4:
            return []
        if head in OFFICES:
            held = [e for e in self.register.with_office(head) if e.part != part or e.start < mention.start]
            if held:
                return held
        met = self.register.last_with_head(head, kind)
        if met and met.part == part and kind in {SpeakerKind.ANONYMOUS, SpeakerKind.DOCUMENT}:
            return [met]
        if head in BODIES:
            bodies = self.register.bodies(set(mention.text.lower().split()[1:]))
            return [e for e in bodies if e.part != part or e.start < mention.start]
        return []


def _goes_on_as_phrase(rest: str) -> bool:
    """``Brel supporters``, ``Orsk officials``: a name that only colours the noun behind it."""
    words = rest.split()
    if not words or rest[:1] != " ":
        return False
    return (
        words[0].isalpha()
        and words[0].islower()
        and words[0]
        not in {"and", "of", "for", "in", "at", "from", "himself", "herself", "itself", "who", "or", "with"}
    )


def _consistent(names: Sequence[Name]) -> list[Name]:
    """Leave out single words that only begin a sentence and are written small elsewhere."""
    return [name for name in names if name.text.lower() not in NO_NAMES]
