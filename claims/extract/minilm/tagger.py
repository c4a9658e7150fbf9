"""The tagger that learnt: from whole texts to attributions, with the rules as a net below."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from claims.extract.attributions import kind_of
from claims.extract.minilm.attitudes import attitude_of
from claims.extract.minilm.cleaning import clean
from claims.extract.minilm.confidence import confidence, signs
from claims.extract.minilm.decoding import Segment, segments
from claims.extract.minilm.linking import Group, groups
from claims.extract.minilm.model import FOLDER, Model
from claims.extract.minilm.net import agreed, bounded, caught
from claims.extract.minilm.pieces import read_pieces
from claims.extract.minilm.windows import read
from claims.extract.reporting import AUXILIARIES
from claims.extract.sentences import Range
from claims.extract.transcripts import with_turns
from claims.models import Attribution, Extractor, Span
from claims.vocabulary import Kind

LONGEST = 200_000
"""Characters that are read at a time. No article is so long; a file of many would need gigabytes of memory at once."""
REACH = 40
"""Characters before a cue in which its "There is" may begin."""
_THERE_IS = re.compile(
    r"\bthere(?:['’]s|(?: \w+)? (?:is|are|was|were|has|have|had|will|may|might))\b[^.,;:!?“\"]*$", re.IGNORECASE
)


@dataclass(slots=True)
class MiniLMTagger:
    """Finds attributions with a small transformer. Loads nothing before it is first asked.

    The same text gives the same attributions, whatever other texts it comes with. ``ready`` raises
    ``ModelMissing`` where the model or ONNX Runtime is not there.
    """

    folder: Path = FOLDER
    threads: int = 1
    model: Model = field(init=False)

    def __post_init__(self) -> None:
        self.model = Model(self.folder, self.threads)

    @property
    def extractor(self) -> Extractor:
        """This tagger, its version, and the sha256 of its model."""
        return Extractor(tagger="minilm", version=self.model.settings.version, model=self.model.sha256)

    def ready(self) -> MiniLMTagger:
        """Load everything now, and say so if something is missing."""
        _ = self.model.settings, self.model.tokenizer
        return self

    def attribute(self, texts: Sequence[str]) -> list[list[Attribution]]:
        """Who is said to hold what, for each text; in reading order."""
        return [[one for part in _parts(text) for one in self._read(text, part)] for text in texts]

    def _read(self, text: str, part: Range) -> list[Attribution]:
        found = self._attribute(text[slice(*part)])
        return [_moved(one, part[0]) for one in found] if part[0] else found

    def _attribute(self, text: str) -> list[Attribution]:
        """1. Pieces. 2. The network. 3. Segments. 4. Links. 5. What only the rules are sure of. 6. Turns."""
        pieces = read_pieces(self.model.tokenizer, text)
        if not len(pieces):
            return []
        settings = self.model.settings
        reading = read(self.model.run, pieces)
        found = segments(reading, settings.bias)
        linked = clean(text, groups(reading, found, settings.distance, settings.none_bias))
        proposed = [attribution(text, group, settings.confidence) for group in linked if _telling(text, group)]
        made = [one for one in proposed if (one.confidence or 0) >= settings.threshold]
        made += agreed(text, [one for one in proposed if (one.confidence or 0) < settings.threshold])
        made = bounded(text, made)
        return with_turns(text, sorted([*made, *caught(text, made)], key=_place))


def _parts(text: str) -> Iterator[Range]:
    """The whole text; a very long one in parts that end where a paragraph ends, or a word if none does."""
    start = 0
    while len(text) - start > LONGEST:
        limit = start + LONGEST
        breaks = (text.rfind(mark, start, limit) + 1 for mark in "\n ")
        end = next((place for place in breaks if place > start), limit)
        yield start, end
        start = end
    yield start, len(text)


def attribution(text: str, group: Group, weights: dict[str, float]) -> Attribution:
    """One group as a value: its words, its attitude, and how likely it is right."""
    content = _spans(text, group.contents)
    cue = _spans(text, [group.cue])
    words = sum(len(span.text.split()) for span in content)
    found = signs(group, words, quoted=kind_of(content) != Kind.INDIRECT)
    return Attribution(
        source=_spans(text, [group.source] if group.source else []),
        cue=cue,
        content=content,
        attitude=attitude_of(cue[0].text, [span.text for span in content]),
        confidence=confidence(weights, found),
    )


def _telling(text: str, group: Group) -> bool:
    """Whether somebody says something: "There is talk of a second bridge", or "are rumours", names nobody who does."""
    words = text[group.cue.start : group.cue.end].lower().replace("’", "'").split()
    first = max(0, group.cue.start - REACH)
    there_is = _THERE_IS.search(text[first : group.cue.end])
    if there_is:
        # "There is a fear among pilots that ...": whoever is named behind it holds it.
        return group.source is not None and group.source.start >= first + there_is.start()
    return group.source is not None or not all(word in AUXILIARIES or word == "there" for word in words)


def _moved(one: Attribution, by: int) -> Attribution:
    def spans(old: Sequence[Span]) -> tuple[Span, ...]:
        return tuple(Span(start=s.start + by, end=s.end + by, text=s.text) for s in old)

    moved = {"source": spans(one.source), "cue": spans(one.cue), "content": spans(one.content)}
    return one.model_copy(update=moved)


def _spans(text: str, found: Iterable[Segment]) -> tuple[Span, ...]:
    ordered = sorted(found, key=lambda segment: segment.start)
    return tuple(Span(start=s.start, end=s.end, text=text[s.start : s.end]) for s in ordered)


def _place(found: Attribution) -> tuple[int, int]:
    spans = (*found.source, *found.cue, *found.content)
    return min(span.start for span in spans), found.content[0].start
