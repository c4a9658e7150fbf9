"""Claims as an article makes them: who says what, in which words."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from claims.models.base import MACHINE, Document, IsoTime, Share, Value
from claims.models.figure import Figure
from claims.models.text import Span
from claims.vocabulary import Attitude, Kind, SpeakerKind, SpeakerRelation

BROKEN = " … "
"""Joins the words of a claim that the article breaks: ``"We will," she said, "not pay."``"""


class SpeakerRef(Value):
    """A speaker as a claim names them; the whole record is ``Speaker``."""

    id: str
    name: str
    kind: SpeakerKind
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9]\d*$")] | None = None


class SpeakerRole(Value):
    """What a speaker was called in one article ("Ukraine's chief defense advisor")."""

    role: str
    article_id: str
    published: IsoTime | None = None


class Speaker(Document, SpeakerRef):
    """Whoever can say something: one record across articles."""

    aliases: tuple[str, ...] = ()
    roles: tuple[SpeakerRole, ...] = ()
    merged_into: str | None = None


class ClaimSpeaker(Value):
    """What ties one speaker to one claim, and the words that say so."""

    speaker: SpeakerRef | None = None
    """Null where the words name nobody who could be told apart."""
    relation: SpeakerRelation = SpeakerRelation.SAYS
    mention: Span | None = None
    role: str | None = None
    decided_by: str = MACHINE


class Attribution(Document):
    """What the tagger finds: who (source) is said by which words (cue) to hold what (content)."""

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = Field(min_length=1)
    attitude: Attitude = Attitude.ASSERTION
    confidence: Share | None = None


class Extractor(Value):
    """Which machine proposed a claim."""

    tagger: str
    version: str
    model: str | None = None
    """The sha256 of the model file, where there is one."""


class Claim(Document):
    """What was said or asserted in one article, with everything known about the saying of it."""

    id: str
    article_id: str
    revision: int = Field(default=1, ge=1)
    """The revision whose text the spans count in."""
    kind: Kind
    spans: tuple[Span, ...] = Field(min_length=1)
    text: str
    source_spans: tuple[Span, ...] = ()
    cue_spans: tuple[Span, ...] = ()
    speakers: tuple[ClaimSpeaker, ...] = ()
    figures: tuple[Figure, ...] = ()
    attitude: Attitude = Attitude.ASSERTION
    confidence: Share | None = None
    checkworthiness: Share | None = None
    checkworthiness_reasons: tuple[str, ...] = ()
    extractor: Extractor | None = None
    """Null for a claim that a person marked."""

    @property
    def speaker(self) -> SpeakerRef | None:
        """The first speaker that says it."""
        return next((s.speaker for s in self.speakers if s.relation == SpeakerRelation.SAYS and s.speaker), None)

    @model_validator(mode="after")
    def _words_from_the_spans(self) -> Self:
        if self.text != BROKEN.join(span.text for span in self.spans):
            raise ValueError(f"the words of claim {self.id} are not those of its spans")
        for figure in self.figures:
            if not any(span.holds(figure.start, figure.end, figure.part) for span in self.spans):
                raise ValueError(f"figure {figure.text!r} lies outside claim {self.id}")
        return self


class Extraction(Value):
    """What one run found in one article, in reading order."""

    claims: tuple[Claim, ...] = ()
    speakers: tuple[Speaker, ...] = ()
