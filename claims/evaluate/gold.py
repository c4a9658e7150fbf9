"""What annotators have written down about an article, with every word in its place.

Gold is kept apart from ``Claim``: it has no ids, knows which answers are as good as another ("also"), and
can say that something is unclear.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from claims.models import Article, Attribution, Document, Span, Value
from claims.vocabulary import Attitude, Change, FigureKind, Kind, Modifier, Part, SpeakerKind


class Manner(StrEnum):
    """How a claim's words name its speaker: what makes finding them easy or hard."""

    NAMED = "named"
    ROLE = "by role"
    PRONOUN = "by pronoun"
    ORGANISATION = "organisation"
    """Anybody who is no person: a government, a group and a document, too."""
    ANONYMOUS = "anonymous"
    UNCLEAR = "unclear"
    """More than one could be meant; right is who keeps it open."""
    WORDLESS = "without words"
    """No words name the speaker: a quotation goes on."""


PRONOUNS = frozenset(
    "i we he she it they you who which that one him her them himself herself itself themselves this these those".split()
)


_DESCRIBED = frozenset({SpeakerKind.ANONYMOUS, SpeakerKind.GROUP, SpeakerKind.DOCUMENT})


class GoldSpeaker(Value):
    """Who speaks in an article, under the key that its claims use."""

    key: str
    kind: SpeakerKind
    name: str
    also: tuple[str, ...] = ()
    """Names for the record that are as right."""
    roles: tuple[str, ...] = ()

    @property
    def goes_by_words(self) -> bool:
        """Whether a description stands for the name: "a senior official", "the report"."""
        first = next((letter for letter in self.name if letter.isalpha()), "")
        return self.kind in _DESCRIBED or first.islower()


class GoldClaim(Value):
    """One claim: attributed, or the article's own statement."""

    line: int
    kind: Kind
    attitude: Attitude = Attitude.ASSERTION
    worth: Annotated[int, Field(ge=0, le=3)] | None = None
    says: tuple[str, ...] = ()
    on_behalf: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = Field(min_length=1)
    nested: bool = False
    """Whether it stands in what somebody else is said to have said."""

    @property
    def part(self) -> Part:
        """Where it stands: headline and text are never mixed."""
        return self.content[0].part

    def attribution(self) -> Attribution:
        """The claim as a tagger would have marked it."""

        def in_text(spans: tuple[Span, ...]) -> tuple[Span, ...]:
            # A tagger gets one text at a time and knows of no parts.
            return tuple(span.model_copy(update={"part": Part.TEXT}) for span in spans)

        return Attribution(
            source=in_text(self.source),
            cue=in_text(self.cue),
            content=in_text(self.content),
            attitude=self.attitude,
            confidence=1.0,
        )


class GoldFigure(Value):
    """One figure with what it means."""

    line: int
    span: Span
    kind: FigureKind
    low: str | None = None
    high: str | None = None
    unit: str | None = None
    modifier: Modifier | None = None
    counted: str | None = None
    change: Change | None = None


class GoldArticle(Document):
    """An article and everything that was marked in it, in reading order."""

    name: str
    article: Article
    speakers: tuple[GoldSpeaker, ...] = ()
    claims: tuple[GoldClaim, ...] = ()
    figures: tuple[GoldFigure, ...] = ()
    boilerplate: tuple[Span, ...] = ()
    datelines: tuple[Span, ...] = ()
    figures_marked: bool = True
    """Whether somebody has gone through all figures; else they are not scored."""

    @property
    def attributed(self) -> tuple[GoldClaim, ...]:
        """Who said what."""
        return tuple(claim for claim in self.claims if claim.kind != Kind.STATEMENT)

    @property
    def statements(self) -> tuple[GoldClaim, ...]:
        """What the article says itself."""
        return tuple(claim for claim in self.claims if claim.kind == Kind.STATEMENT)

    def speaker(self, key: str) -> GoldSpeaker:
        """The speaker of a key; the reader of the notation has seen to it that there is one."""
        return next(speaker for speaker in self.speakers if speaker.key == key)

    def manner(self, claim: GoldClaim) -> Manner:
        """How the words of a claim name its speaker."""
        if not claim.says:
            return Manner.UNCLEAR
        if not claim.source:
            return Manner.WORDLESS
        words = {word.strip(".,").lower() for span in claim.source for word in span.text.split()}
        if words <= PRONOUNS:
            return Manner.PRONOUN
        speakers = [self.speaker(key) for key in claim.says]
        if any(speaker.kind == SpeakerKind.ANONYMOUS for speaker in speakers):
            return Manner.ANONYMOUS
        people = [speaker for speaker in speakers if speaker.kind == SpeakerKind.PERSON]
        if not people:
            return Manner.ORGANISATION
        names = {word.lower() for speaker in people for word in speaker.name.split()}
        bare = {word.removesuffix("'s").removesuffix("’s") for word in words}
        return Manner.NAMED if names & bare else Manner.ROLE
