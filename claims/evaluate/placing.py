"""From words to offsets: finds what the annotators typed in the article, and refuses what does not stand there.

Each family of lines is in reading order, headline first, so words that occur several times need no number:

- content, statements, figures: the first place at or behind where the line before began (figures: ended);
- cue: the place nearest to the content, in one of its paragraphs if there is one; source: the place nearest to the cue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pydantic import ValidationError

from claims.errors import InputError
from claims.evaluate.gold import GoldArticle, GoldClaim, GoldFigure
from claims.evaluate.locating import START, Place, Words
from claims.evaluate.notation import ClaimLine, FigureLine, Notes
from claims.models import Article, Figure, Span
from claims.vocabulary import FigureKind, Kind, Part

_DOUBLE = frozenset('"“”«»')
_OPENING = _DOUBLE | frozenset("‘'")
_DIGITS = re.compile(r"\d[\d.,:]*")


def place(notes: Notes, article: Article) -> GoldArticle:
    """Find all words of a file of annotations in their article, and check that they are complete.

    Every digit outside boilerplate and datelines has to be part of a figure or of what is marked ``no figure``, unless
    the figures are said to be unmarked.
    """
    reader = Words(article, notes.name)
    _check_speakers(notes, article)
    claims = _with_nesting(list(_claims(notes, reader)))
    marked: dict[str, list[Span]] = {"no figure": [], "boilerplate": [], "dateline": []}
    for one in notes.places:
        before = marked[one.mark][-1:]
        marked[one.mark].append(
            reader.behind(one.words, one.line, (before[0].part, before[0].end) if before else START)
        )
    figures = tuple(_figures(notes, reader))
    gold = GoldArticle(
        name=notes.name,
        article=article,
        speakers=notes.speakers,
        claims=claims,
        figures=figures,
        boilerplate=tuple(marked["boilerplate"]),
        datelines=tuple(marked["dateline"]),
        figures_marked=notes.figures_marked,
    )
    if notes.figures_marked:
        _check_digits(gold, [span for spans in marked.values() for span in spans])
    return gold


def _claims(notes: Notes, reader: Words) -> Iterator[GoldClaim]:
    at = START
    for typed in notes.claims:
        content = _content(typed, reader, at)
        at = (content[0].part, content[0].start)
        _check_kind(typed, content, reader.name)
        cue: list[Span] = []
        for words in typed.cue:
            cue.append(reader.nearest(words, typed.line, content, [*content, *cue]))
        source: list[Span] = []
        for words in typed.source:
            source.append(reader.nearest(words, typed.line, cue or content, [*content, *cue, *source]))
        yield GoldClaim(
            line=typed.line,
            kind=typed.kind,
            attitude=typed.attitude,
            worth=typed.worth,
            says=typed.says,
            on_behalf=typed.on_behalf,
            candidates=typed.candidates,
            source=tuple(source),
            cue=tuple(cue),
            content=tuple(content),
        )


def _content(typed: ClaimLine, reader: Words, at: Place) -> list[Span]:
    content: list[Span] = []
    for words in typed.content:
        span = reader.behind(words, typed.line, (content[-1].part, content[-1].end) if content else at)
        if content and span.part != content[0].part:
            raise InputError(
                f"{reader.name}, line {typed.line}: the claim stands in the headline and in the text.",
                hint="Make two claims of it.",
            )
        content.append(span)
    return content


def _check_kind(typed: ClaimLine, content: Sequence[Span], name: str) -> None:
    """The kind follows from the marks, so a slip of the pen can be seen."""
    wrong = None
    if typed.kind == Kind.QUOTE and not all(span.text[0] in _OPENING for span in content):
        wrong = "a quote, and a piece of it does not open with a quotation mark"
    elif typed.kind == Kind.MIXED and not any(letter in _OPENING for span in content for letter in span.text):
        wrong = "mixed, and no quotation mark is in it"
    elif typed.kind == Kind.INDIRECT and any(letter in _DOUBLE for span in content for letter in span.text):
        wrong = "indirect, and quotation marks are in it"
    if wrong:
        raise InputError(
            f'{name}, line {typed.line}: "{content[0].text[:40]}" is called {wrong}.',
            hint="All of it in marks is a quote, some of it mixed, none of it indirect.",
        )


def _with_nesting(claims: Sequence[GoldClaim]) -> tuple[GoldClaim, ...]:
    def nested(claim: GoldClaim) -> bool:
        return any(
            all(any(outer.holds(s.start, s.end, s.part) for outer in other.content) for s in claim.content)
            for other in claims
            if other is not claim and other.kind != Kind.STATEMENT and other.content != claim.content
        )

    return tuple(claim.model_copy(update={"nested": nested(claim)}) for claim in claims)


def _figures(notes: Notes, reader: Words) -> Iterator[GoldFigure]:
    at = START
    for typed in notes.figures:
        span = reader.behind(typed.words, typed.line, at)
        at = (span.part, span.end)
        _check_figure(typed, span, notes.name)
        yield GoldFigure(
            line=typed.line,
            span=span,
            kind=typed.kind,
            low=typed.low,
            high=typed.high,
            unit=typed.unit,
            modifier=typed.modifier,
            counted=typed.counted,
            change=typed.change,
        )


def _check_figure(typed: FigureLine, span: Span, name: str) -> None:
    """A gold figure has to be one that ``Figure`` could hold."""
    try:
        Figure(
            id="gold",
            part=span.part,
            text=span.text,
            start=span.start,
            end=span.end,
            core_start=span.start,
            core_end=span.end,
            kind=typed.kind,
            low=typed.low,
            high=typed.high,
            unit=typed.unit,
            unresolved=typed.low is None and typed.high is None and typed.kind == FigureKind.DATE,
        )
    except ValidationError as error:
        wrong = "; ".join(e["msg"].removeprefix("Value error, ") for e in error.errors())
        raise InputError(
            f'{name}, line {typed.line}: the figure "{typed.words}" cannot be: {wrong}.',
            hint="Write the value as 12, 12.., ..12, 30..50, an ISO day, or ? for a date that cannot be resolved.",
        ) from error


def _check_speakers(notes: Notes, article: Article) -> None:
    """Names and roles are words of the article, and every speaker speaks."""
    whole = f"{article.title or ''}\n{article.text}"
    speaking = {key for claim in notes.claims for key in (*claim.says, *claim.on_behalf, *claim.candidates)}
    for speaker in notes.speakers:
        if not any(name in whole for name in (speaker.name, *speaker.also)):
            raise InputError(
                f'{notes.name}: nothing in the article reads "{speaker.name}" ({speaker.key}).',
                hint='Write the name as the article does; other right names go behind "also:".',
            )
        for role in speaker.roles:
            if role not in whole:
                raise InputError(
                    f'{notes.name}: nothing in the article reads "{role}", a role of {speaker.key}.',
                    hint="Copy the role from the text.",
                )
        if speaker.key not in speaking:
            raise InputError(f"{notes.name}: {speaker.key} says nothing.", hint="Leave the line out.")


def _check_digits(gold: GoldArticle, marked: Sequence[Span]) -> None:
    for part in Part:
        words = gold.article.words(part)
        covered = [span for span in (*marked, *(f.span for f in gold.figures)) if span.part == part]
        for found in _DIGITS.finditer(words):
            if not any(span.start < found.end() and found.start() < span.end for span in covered):
                around = words[max(0, found.start() - 25) : found.end() + 25].replace("\n", " ")
                raise InputError(
                    f'{gold.name}: the number in "{around}" is marked as nothing.',
                    hint="Write a line figure ..., or no figure ... where it is part of a name.",
                )
