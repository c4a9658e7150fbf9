"""Transcripts: paragraphs that begin with a name and a colon, and go on in that person's words.

No quotation mark and no verb says that anything is said, so a tagger that learnt from articles sees little of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extract.sentences import Range, paragraphs, sentences_in
from claims.extract.words import listed
from claims.models import Attribution, Span

# ``LENA AARUP, PRESENTER: ...``: a line begins with words in capitals, and something is said behind the colon.
_LABEL = re.compile(r"(?P<name>[^\W\d_a-z][^a-z:\n\"“‘]{1,60}):[ \u00a0]+(?=[^\s\"“‘'])")
FEWEST_SPEAKERS = 2
"""Who has fewer, or where nobody speaks twice, has headings with a colon ("WHEN: ...", "WHERE: ...")."""
GREETINGS = listed("good hello hi hey thanks thank welcome yes no okay ok well right sure")
"""A short sentence that begins so says good morning, or thanks."""
GREETING_WORDS = 4
FIRST_PERSON = listed("i we")
CONFIDENCE = 0.9
"""Nobody has counted: that it is said is sure, and where its claim begins is less so."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One paragraph of a transcript."""

    name: Range
    end: int
    content: Range | None
    """What it claims; nothing where it only greets, asks or hands over."""

    def holds(self, span: Span) -> bool:
        """Whether a span lies in this turn."""
        return self.name[0] <= span.start and span.end <= self.end


def with_turns(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """What a tagger found, and in a transcript each turn as said by the one whose name stands before it.

    Inside a turn stays what somebody else is found to say ("the company says ...").
    """
    said = turns(text)
    if not said:
        return list(found)
    starts = [turn.name[0] for turn in said]

    def replaced(one: Attribution) -> bool:
        near = {bisect_right(starts, span.start) - 1 for span in (*one.source, *one.cue, *one.content)} - {-1}
        return any(_replaces(said[number], one) for number in near)

    kept = [one for one in found if not replaced(one)]
    made = [_attribution(text, turn.name, turn.content) for turn in said if turn.content]
    return sorted([*kept, *made], key=lambda one: min(s.start for s in (*one.source, *one.cue, *one.content)))


def turns(text: str) -> list[Turn]:
    """The turns of a transcript, in order; none where the text is no transcript."""
    found = []
    for start, end in paragraphs(text):
        label = _LABEL.match(text, start, end)
        if label:
            name = (start, label.end("name"))
            found.append(Turn(name, end, _claimed(text, (label.end(), end))))
    surnames = {text[slice(*turn.name)].partition(",")[0].split()[-1] for turn in found}
    return found if FEWEST_SPEAKERS <= len(surnames) < len(found) else []


def _claimed(text: str, words: Range) -> Range | None:
    """The sentences of a turn without greetings before and questions behind; one before a question introduces it."""
    said = sentences_in(text, words)
    while len(said) > 1 and _greets(text[slice(*said[0])].split()):
        said = said[1:]
    asks = bool(said) and text[slice(*said[-1])].endswith("?")
    while said and text[slice(*said[-1])].endswith("?"):
        said = said[:-1]
    if len(said) <= asks:
        return None
    end = said[-1][1]
    return said[0][0], end - 1 if text[end - 1] == "." else end


def _greets(words: Sequence[str]) -> bool:
    return len(words) <= GREETING_WORDS and words[0].strip(",.!").lower() in GREETINGS


def _replaces(turn: Turn, one: Attribution) -> bool:
    """Whether a turn makes an attribution needless: its speaker says it, or it runs into or out of the turn."""
    inside = [turn.holds(span) for span in (*one.source, *one.cue, *one.content)]
    if any(inside) and not all(inside):
        return True
    by_name = any(span.start < turn.name[1] + 1 for span in (*one.source, *one.cue))
    by_pronoun = any(span.text.lower() in FIRST_PERSON for span in one.source)
    return all(inside) and (by_name or by_pronoun)


def _attribution(text: str, name: Range, content: Range) -> Attribution:
    def span(start: int, end: int) -> tuple[Span, ...]:
        return (Span(start=start, end=end, text=text[start:end]),)

    return Attribution(
        source=span(*name), cue=span(name[1], name[1] + 1), content=span(*content), confidence=CONFIDENCE
    )
