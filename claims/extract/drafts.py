"""Attributions while they are being found: plain ranges, not yet words."""

from __future__ import annotations

from dataclasses import dataclass, field

from claims.extract.sentences import Range
from claims.models import Attribution, Span
from claims.vocabulary import Attitude


@dataclass(slots=True)
class Draft:
    """One attribution as ranges of the text, with the rule that found it."""

    rule: str
    content: list[Range]
    source: list[Range] = field(default_factory=list)
    cue: list[Range] = field(default_factory=list)
    attitude: Attitude = Attitude.ASSERTION

    @property
    def start(self) -> int:
        """Where its first word stands."""
        return min(start for start, _ in (*self.content, *self.source, *self.cue))


def finished(text: str, draft: Draft, confidence: float) -> Attribution:
    """The draft as a value, its words taken from the text."""
    return Attribution(
        source=_spans(text, draft.source),
        cue=_spans(text, draft.cue),
        content=_spans(text, draft.content),
        attitude=draft.attitude,
        confidence=confidence,
    )


def _spans(text: str, ranges: list[Range]) -> tuple[Span, ...]:
    return tuple(Span(start=start, end=end, text=text[start:end]) for start, end in sorted(ranges))
