"""The pieces that tables and pages are made of."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from claims.cli import styles
from claims.cli.terminal import plain
from claims.models import BROKEN, Claim, ClaimRecord, Figure
from claims.vocabulary import Kind, SpeakerKind
from claims.wording import words
from claims.wording.amounts import amount

MOST_FIGURES = 6


def table(*headings: str, airy: bool = False) -> Table:
    """A table without boxes, its headings bold; ``airy`` leaves a line after each row."""
    made = Table(box=None, pad_edge=False, padding=(0, 2, int(airy), 0), header_style=styles.HEAD, expand=True)
    for heading in headings:
        made.add_column(heading, overflow="fold")
    return made


def text(words: object, style: str = "") -> Text:
    """Words of an article or a person: shown, never obeyed."""
    return Text(plain(words), style=style)


def lines(*cells: Text) -> Text:
    """Cells below one another, empty ones left out."""
    return Text("\n").join(cell for cell in cells if cell.plain)


def standing(claim: ClaimRecord) -> Text:
    """Status and verdict, in the colour of what was found."""
    style = styles.VERDICT[claim.verdict] if claim.verdict else styles.STATUS[claim.status]
    return Text(words.standing(claim.status, claim.verdict), style=style)


def said(claim: Claim, *, most: int | None = None) -> Text:
    """The words of a claim with its figures set off, cut where they are longer than ``most``."""
    shown = Text(plain(claim.text).replace("\n", " "))
    base = 0
    for span in claim.spans:
        for figure in claim.figures:
            if span.holds(figure.start, figure.end, figure.part):
                start = base + figure.start - span.start
                shown.stylize(styles.VALUE, start, start + figure.end - figure.start)
        base += len(span.text) + len(BROKEN)
    if most is not None and len(shown) > most:
        cut = shown[: len(words.clipped(shown.plain, most)) - 2]
        shown = cut + Text(" …")
    return _cue(claim) + shown


def _cue(claim: Claim) -> Text:
    """The words that report indirect speech: "denied" turns round what follows."""
    if claim.kind not in {Kind.INDIRECT, Kind.MIXED} or not claim.cue_spans:
        return Text()
    cue = " … ".join(span.text for span in claim.cue_spans)
    return text(words.one_line(cue) + ": ", styles.DIM)


def figure_lines(figures: Iterable[Figure], *, wording: bool = True) -> Text:
    """Each figure's value beside its words."""
    figures = list(figures)
    shown = [_figure(figure, wording) for figure in figures[:MOST_FIGURES]]
    if len(figures) > MOST_FIGURES:
        shown.append(Text(f"and {len(figures) - MOST_FIGURES} more", style=styles.DIM))
    return lines(*shown)


def _figure(figure: Figure, wording: bool) -> Text:
    value = Text(amount(figure), style=styles.VALUE)
    if not wording or value.plain == figure.text:
        return value
    return value + Text("  ") + text(words.one_line(figure.text), styles.DIM)


def with_figures(said: Text, figures: Text) -> Text:
    """The words, and on a line below them what their figures come to."""
    if not figures.plain:
        return said
    return lines(said, Text("→ ", style=styles.DIM) + Text("; ").join(figures.split("\n")))


def who(claim: Claim) -> Text:
    """The speaker, and below the role that the article gives them."""
    name, role = words.who(claim), words.role(claim)
    # An anonymous speaker is known by the role alone.
    named = claim.speaker is not None and claim.speaker.kind != SpeakerKind.ANONYMOUS
    return lines(text(name, styles.NAME), text(words.clipped(role, 60) if named else "", styles.DIM))


def where(claim: ClaimRecord, *, title: bool = False) -> Text:
    """Publisher and day, and the headline where there is room for it."""
    source = claim.source
    name = source.publisher or source.url or words.clipped(source.title or "", 24) or source.article_id
    headline = text(words.clipped(source.title or "", 50), styles.DIM) if title and source.publisher else Text()
    return lines(text(name), text(words.day(source.published, short=True), styles.DIM), headline)
