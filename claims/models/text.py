"""Articles, their revisions, and spans of their text.

Offsets count Unicode code points of the canonical text (or title) and are half-open;
``text[start:end]`` equals the words beside them.
"""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from claims.models.base import Document, IsoTime, Value
from claims.vocabulary import Part


class Span(Value):
    """Half-open range of code points in an article's text or title, with its words as witness."""

    start: int = Field(ge=0)
    end: int
    text: str
    part: Part = Part.TEXT

    @model_validator(mode="after")
    def _as_long_as_its_words(self) -> Self:
        if self.end <= self.start or self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}-{self.end} cannot hold {self.text!r}")
        return self

    def holds(self, start: int, end: int, part: Part) -> bool:
        """Say whether the range lies inside this span."""
        return part == self.part and self.start <= start and end <= self.end


class Revision(Value):
    """One text that an article has had; revisions are kept for ever."""

    number: int = Field(ge=1)
    title: str | None = None
    text: str
    sha256: str
    """Of the UTF-8 bytes of the text."""
    recipe: int
    """The number of the recipe that made the text canonical."""
    added_at: str | None = None


class Article(Document):
    """What an outlet published: its particulars and every text it has had."""

    id: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: IsoTime | None = None
    language: str | None = None
    revisions: tuple[Revision, ...] = Field(min_length=1)

    @property
    def text(self) -> str:
        """The text of the latest revision."""
        return self.revisions[-1].text

    def as_of(self, revision: int) -> Self:
        """The article as it was when this revision was its newest."""
        revisions = self.revisions[:revision]
        return self.model_copy(update={"revisions": revisions, "title": revisions[-1].title})

    def words(self, part: Part) -> str:
        """The text or the title, whichever a span of that part counts in."""
        return self.text if part == Part.TEXT else self.title or ""
