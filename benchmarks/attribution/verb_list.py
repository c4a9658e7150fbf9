"""Regular expressions and a list of verbs: the least that could be done, to see what everything else is worth.

The first verb of the list outside quotation marks is the cue of a sentence; sentences that a quotation ties together
are one. Its source are the words before it, back to a mark, or else those behind it. The content are the quotations of
the sentence, and those that follow in the paragraph by themselves; without one, what stands before the source at the
end of a sentence ("..., she said") or behind the cue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extract.sentences import paragraphs, sentences_in
from claims.models import Attribution, Extractor, Span

VERB = re.compile(
    r"\b(?:said|says?|told|tells?|added|adds?|adding|wrote|writes?|argued|argues?|claimed|claims?|stated|states?|warned|warns?"
    r"|noted|notes?|announced|announces?|insisted|insists?|suggested|suggests?|explained|explains?|believed?|believes|thinks?"
    r"|thought|asked|asks?|tweeted|called|calls|denied|denies|acknowledged|argues|predicted|promised|declared|replied"
    r"|responded|reported|accused|criticized|praised|saying|according to)\b",
    re.IGNORECASE,
)
QUOTATION = re.compile(r"[“\"][^”\"\n]+[”\"]|[“\"][^”\"\n]+$")
BEFORE = re.compile(r"(?:[\w.'’$-]+ ){0,7}[\w.'’-]+(?= ?$)")
BEHIND = re.compile(r"^ ?(?P<words>(?:[\w.'’-]+ ){0,4}[\w'’-]+)")
SAID_AT_THE_END = re.compile(r"^[^\w]*$|^ (?:on|in|at|to) [^,]{0,60}$")
MARKS = " ,.;:—–"
Range = tuple[int, int]


class VerbListTagger:
    """One attribution for each sentence with a verb of the list."""

    extractor = Extractor(tagger="verb list", version="2")

    def attribute(self, texts: Sequence[str]) -> list[list[Attribution]]:
        """Who is said to hold what, for each text; in reading order."""
        return [[one for start, end in paragraphs(text) for one in _of_a_paragraph(text, start, end)] for text in texts]


@dataclass(slots=True)
class Found:
    """One attribution as ranges of the text."""

    source: list[Range]
    cue: list[Range]
    content: list[Range]


def _of_a_paragraph(text: str, start: int, end: int) -> list[Attribution]:
    found: list[Found] = []
    quoted = [(m.start() + start, m.end() + start) for m in QUOTATION.finditer(text[start:end])]
    for first, last in _tied(sentences_in(text, (start, end)), quoted):
        words = text[first:last]
        inside = [(a - first, b - first) for a, b in quoted if first <= a < last]
        cue = next((m for m in VERB.finditer(words) if not any(a <= m.start() < b for a, b in inside)), None)
        if cue is None:
            if found and len(inside) == 1 and not (words[: inside[0][0]] + words[inside[0][1] :]).strip(MARKS):
                found[-1].content.append((first, last))
            continue
        source = _source(words, cue.span(), inside)
        content = inside or _content(words, cue.span(), source)
        if content:
            found.append(
                Found(
                    source=[(first + source[0], first + source[1])] if source else [],
                    cue=[(first + cue.start(), first + cue.end())],
                    content=[(first + a, first + b) for a, b in content],
                )
            )
    return _finished(text, found)


def _tied(spans: Sequence[Range], quoted: Sequence[Range]) -> list[Range]:
    """Sentences joined where a quotation runs from one into the next."""
    tied: list[Range] = []
    for start, end in spans:
        if tied and any(a < start < b for a, b in quoted):
            tied[-1] = (tied[-1][0], end)
        else:
            tied.append((start, end))
    return tied


def _finished(text: str, found: Sequence[Found]) -> list[Attribution]:
    def spans(ranges: Sequence[Range]) -> tuple[Span, ...]:
        return tuple(Span(start=a, end=b, text=text[a:b]) for a, b in ranges)

    return [Attribution(source=spans(o.source), cue=spans(o.cue), content=spans(o.content)) for o in found]


def _source(words: str, cue: Range, quoted: Sequence[Range]) -> Range | None:
    according = words[slice(*cue)].lower() == "according to"
    first = max([b for _, b in quoted if b <= cue[0]], default=0)
    found = None if according else BEFORE.search(words[first : cue[0]])
    if found:
        return first + found.start(), first + found.end()
    last = min([a for a, _ in quoted if a >= cue[1]], default=len(words))
    found = BEHIND.search(words[cue[1] : last])
    return (cue[1] + found.start("words"), cue[1] + found.end("words")) if found else None


def _content(words: str, cue: Range, source: Range | None) -> list[Range]:
    first = min(cue[0], source[0] if source else cue[0])
    last = max(cue[1], source[1] if source and source[0] > cue[1] else cue[1])
    before, behind = (0, len(words[:first].rstrip(MARKS))), (last, len(words.rstrip(MARKS)))
    if SAID_AT_THE_END.search(words[last:]) or words[slice(*cue)].lower() == "according to":
        found = before if before[1] else behind
    else:
        found = behind
    start = found[0] + len(words[found[0] : found[1]]) - len(words[found[0] : found[1]].lstrip(MARKS))
    return [(start, found[1])] if start < found[1] else []
