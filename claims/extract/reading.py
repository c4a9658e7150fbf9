"""One unit while it is being read: its words, its cues, and what is taken as content."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extract.cues import Cue, cues_of
from claims.extract.drafts import Draft
from claims.extract.sentences import Range
from claims.extract.subjects import Phrase, simple_subject, subject_at, subject_before, subject_of_pair
from claims.extract.units import Token
from claims.extract.words import listed
from claims.vocabulary import Attitude

PAPERS = listed("statement letter email e-mail message response tweet post release memo note speech report article")
"""What somebody issues: ``released a statement saying`` is said by who released it."""
DATELINE = 14
"""A dateline ("BRIXHOLM, Jan. 4 —") has no more words and marks."""


class Reading:
    """The state of reading one unit: its words, and which of them are taken as content."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.end = _without_final_marks(tokens)
        self.taken = [False] * len(tokens)
        self.drafts: list[Draft] = []
        self.cues = cues_of(tokens)
        self.subjects = {cue.at: subject_before(tokens, cue.first, 0) for cue in self.cues if not cue.subordinate}
        self.stops = frozenset(self._voices())

    def _voices(self) -> list[int]:
        """Where, behind a comma, another subject begins to speak: ", but Halden said"."""
        found = []
        for subject in self.subjects.values():
            if subject is None or subject[0] < 2:
                continue
            before = subject[0] - 1
            if self.tokens[before].lower in {"and", "but", "while", "although", "though", "whereas"}:
                before -= 1
            if self.tokens[before].text in {",", ";", "—", "–"}:
                found.append(before)
        return found

    def free(self, first: int, end: int) -> bool:
        """Whether none of the words are content already."""
        return not any(self.taken[first:end])

    def take(self, rule: str, cue: Phrase, source: Phrase | None, contents: Sequence[Phrase], verb: Cue | None) -> None:
        """Keep one attribution."""
        for first, end in contents:
            self.taken[first:end] = [True] * (end - first)
        draft = Draft(rule=rule, content=[self.range(piece) for piece in contents], cue=[self.range(cue)])
        if source:
            draft.source = [self.range(source)]
        if verb:
            wish = rule == "infinitive" and verb.verb.attitude == Attitude.BELIEF
            draft.attitude = Attitude.INTENTION if wish else verb.verb.attitude
        self.drafts.append(draft)

    def range(self, phrase: Phrase) -> Range:
        """The characters of a phrase."""
        return self.tokens[phrase[0]].start, self.tokens[phrase[1] - 1].end

    def source_of(self, cue: Cue) -> Phrase | None:
        """Whose the cue is: its subject, else that of the clause it leans on."""
        tokens = self.tokens
        if not cue.subordinate:
            found = self.subjects.get(cue.at)
            if found is not None:
                return found
            if cue.first == 0 or tokens[cue.first - 1].lower not in {"and", "but", "or", ","}:
                return None
        if cue.subordinate and cue.first and not tokens[cue.first - 1].mark:
            beside = simple_subject(tokens, cue.first, 0)
            if beside is not None and tokens[cue.first - 1].lower not in PAPERS:
                return beside
        earlier = [draft for draft in self.drafts if draft.source and draft.cue[0][0] < tokens[cue.at].start]
        if earlier:
            return _phrase_of(tokens, earlier[-1].source[0])
        return subject_at(tokens, 0, cue.first) if cue.subordinate else subject_of_pair(tokens, cue.first)


def _phrase_of(tokens: Sequence[Token], place: Range) -> Phrase:
    first = next(k for k, token in enumerate(tokens) if token.start == place[0])
    end = next(k for k, token in enumerate(tokens) if token.end == place[1])
    return first, end + 1


def behind_opening(tokens: Sequence[Token], end: int) -> int:
    """Where what is said begins: behind a dateline and a leading "But"."""
    dash = next((k for k in range(min(DATELINE, end)) if tokens[k].text in {"—", "–"}), None)
    first = dash + 1 if dash is not None and tokens[0].text.isupper() else 0
    while first < end and tokens[first].lower in {"but", "and", "still", "yet"}:
        first += 1
    return first


def _without_final_marks(tokens: Sequence[Token]) -> int:
    end = len(tokens)
    while end and tokens[end - 1].mark and not tokens[end - 1].quotation and tokens[end - 1].text in ".!?…,;:":
        end -= 1
    return end
