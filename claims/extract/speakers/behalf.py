"""Who speaks for whom: a spokeswoman for her house, for the whole article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from claims.extract.grammar import PREPOSITIONS
from claims.extract.speakers.descriptions import Descriptions
from claims.extract.speakers.phrases import Phrase, kind_of_phrase, phrase_of
from claims.extract.speakers.pronouns import NEUTRAL, PERSONAL, Discourse
from claims.extract.speakers.reader import PartReader
from claims.extract.speakers.register import Entry, Register
from claims.extract.speakers.titles import BODIES, SPEAKS_FOR_OTHERS
from claims.models import Span
from claims.vocabulary import Part, SpeakerKind, SpeakerRelation

STEM, FAR = 6, 100
_WHOSE = re.compile(r"((?:the|his|her|their|its) [\w -]+)['’]s? \w+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """One speaker of one attribution."""

    entry: Entry | None
    relation: SpeakerRelation
    mention: Span | None = None
    role: str | None = None


class Behalf:
    """Finds on whose behalf somebody speaks."""

    def __init__(
        self,
        register: Register,
        parts: Mapping[Part, PartReader],
        discourse: Mapping[Part, Discourse],
        descriptions: Mapping[Part, Descriptions],
    ) -> None:
        self.register = register
        self.parts = parts
        self.discourse = discourse
        self.descriptions = descriptions

    def of_phrase(self, part: Part, mention: Span, words: str, head: str, speaker: Entry) -> list[Said]:
        if head not in SPEAKS_FOR_OTHERS:
            return self.still(part, mention, speaker)
        said = self._for_whom(part, mention, words, mention.start, mention.end, speaker)
        return said or self.still(part, mention, speaker)

    def still(self, part: Part, mention: Span, speaker: Entry) -> list[Said]:
        """Whoever is a body's spokeswoman stays so through the article, wherever that was said."""
        if not speaker.speaks_for:
            for role in () if speaker.phrase else speaker.roles:
                at = self.parts[part].text.find(role) if phrase_of(role).head in SPEAKS_FOR_OTHERS else -1
                if 0 <= at < mention.start:
                    self._for_whom(part, mention, role, at, at + len(role), speaker)
        return [Said(speaker.speaks_for, SpeakerRelation.ON_BEHALF_OF, mention)] if speaker.speaks_for else []

    def of_name(self, part: Part, mention: Span, role: str | None, speaker: Entry) -> list[Said]:
        if not role or speaker.kind != SpeakerKind.PERSON or phrase_of(role).head not in SPEAKS_FOR_OTHERS:
            return self.still(part, mention, speaker)
        here = self.parts[part]
        start, end = here.sentences[here.sentence(mention.start)]
        at = here.text.find(role, start, end)
        said = self._for_whom(part, mention, role, at, at + len(role), speaker) if at >= 0 else []
        return said or self.still(part, mention, speaker)

    def _for_whom(self, part: Part, mention: Span, words: str, start: int, end: int, speaker: Entry) -> list[Said]:
        """The body, or the person, that a spokesman speaks for, now and later."""
        said = self._whom(part, mention, words, start, end, speaker)
        if said and said[0].entry is not speaker:
            speaker.speaks_for = said[0].entry
        return said

    def _whom(self, part: Part, mention: Span, words: str, start: int, end: int, speaker: Entry) -> list[Said]:
        for name in self.parts[part].names_inside(start, end):
            entries = self.register.of_name.get((part, name.start)) or self.register.fitting(name.text)
            if not entries and not name.title:
                entries = [self.register.enter(name, name.kind or SpeakerKind.ORGANISATION)]
            if len(entries) == 1 and entries[0] is not speaker:
                return [Said(entries[0], SpeakerRelation.ON_BEHALF_OF, mention)]
        if owner := self._owner(part, words, start):
            return [Said(owner, SpeakerRelation.ON_BEHALF_OF, mention)] if owner is not speaker else []
        body = self._body_in(words)
        sentence = self.parts[part].sentence(mention.start)
        if body:
            phrase = phrase_of("the " + body)
            known = self.descriptions[part].meant(phrase, mention.start, sentence)
            kind = kind_of_phrase(body)
            entry = known[0] if len(known) == 1 else self.register.phrase(body, kind)
            entry = entry or self.register.enter_phrase(body, kind, part, mention.start)
            return [Said(entry, SpeakerRelation.ON_BEHALF_OF, mention)]
        bare = words.lower() in SPEAKS_FOR_OTHERS
        if bare or (len(words.split()) <= 3 and words.lower().startswith(("a ", "an ", "one "))):
            # "A spokesman" right behind a body that spoke is its own.
            near = self.discourse[part].nearest(mention.start, sentence, {SpeakerKind.ORGANISATION}, 3)
            if akin := self._akin(phrase_of(words), part, mention.start, sentence):
                return [Said(akin, SpeakerRelation.ON_BEHALF_OF, mention)]
            return [Said(near[0], SpeakerRelation.ON_BEHALF_OF, mention)] if near else []
        return []

    def _akin(self, phrase: Phrase, part: Part, start: int, sentence: int) -> Entry | None:
        """``A diocesan spokesman`` speaks for the diocese."""
        stems = {word[:STEM] for word in phrase.colours if len(word) > STEM}
        bodies = {SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT}
        for entry in self.discourse[part].nearest(start, sentence, bodies, FAR):
            if any(word[:STEM] in stems for word in entry.name.lower().split()):
                return entry
        return None

    def _owner(self, part: Part, words: str, start: int) -> Entry | None:
        """Whose spokesman somebody is: "his spokesman", "her husband's spokeswoman"."""
        phrase = phrase_of(words)
        sentence = self.parts[part].sentence(start)
        whose = _WHOSE.match(words)
        if whose:
            known = self.descriptions[part].meant(phrase_of(whose.group(1)), start, sentence)
            return known[0] if len(known) == 1 else None
        if phrase.owner is None or phrase.owner.lower() not in PERSONAL.keys() | NEUTRAL:
            return None
        found = self.discourse[part].antecedents(phrase.owner.lower(), start, sentence)
        return found[0][0] if len(found) == 1 and len(found[0]) == 1 else None

    @staticmethod
    def _body_in(words: str) -> str | None:
        """``the ministry`` in "the ministry's spokeswoman", "a spokesman for the ministry", "ministry spokesman"."""
        tokens = words.split()
        for k, token in enumerate(tokens):
            noun = token.lower().strip(",.").removesuffix("'s").removesuffix("’s")
            if noun in BODIES or noun == "government":
                first = k
                while first > 0 and tokens[first - 1].lower() not in PREPOSITIONS and tokens[first - 1].lower() not in {
                    "a", "an", "one", "and", "spokesman", "spokeswoman", "spokesperson"
                }:  # fmt: skip
                    first -= 1
                return " ".join([*tokens[first:k], token.strip(",.").removesuffix("'s").removesuffix("’s")])
        return None
