"""How scores, misses and drops look on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.text import Text

from claims.cli import cells, styles
from claims.cli.terminal import console, draw, plain
from claims.evaluate import Corpus, EventCorpus, Miss, PairMiss, Report
from claims.models import Span

OPENS, CLOSES, SOURCE_OPENS, SOURCE_CLOSES = "⟦", "⟧", "⟨", "⟩"
AROUND = 160
"""Characters before and behind what was missed."""


def report(scored: Report) -> None:
    """One table: what was wanted, what was found, and how well they agree, in percent."""
    shown = cells.table("", "wanted", "found", "P", "R", "F1 / right")
    shown.expand = False
    for column in shown.columns[1:]:
        column.justify = "right"
    for group, rows in groupby(scored.scores, key=lambda score: score.group):
        shown.add_row(Text(group, style=styles.HEAD))
        for row in rows:
            accuracy = row.found is None
            shown.add_row(
                f"  {row.name}",
                f"{row.wanted:,}",
                "" if row.found is None else f"{row.found:,}",
                _percent(row.precision),
                "" if accuracy else _percent(row.recall if row.wanted else None),
                Text(_percent(row.value) or "-", style=styles.VALUE),
            )
        for alarm in scored.alarms:
            if alarm.group == group:
                alarms = Text(str(alarm.alarms), style=styles.VALUE)
                shown.add_row(f"  {alarm.name}", f"{alarm.places:,}", "", "", "", alarms)
    draw(shown)


def misses(found: Sequence[Miss], corpus: Corpus) -> None:
    """Each miss where it stands: the words in double brackets, source and cue in angle brackets."""
    articles = {gold.name: gold.article for gold in corpus.articles}
    shown: list[Text] = []
    for row, several in groupby(sorted(found, key=lambda miss: miss.row), key=lambda miss: miss.row):
        shown.append(Text(f"\n{row}", style=styles.HEAD))
        for miss in several:
            place = miss.article + (f", line {miss.line}" if miss.line else "")
            words = articles[miss.article].words(miss.spans[0].part) if miss.spans else ""
            shown += [
                Text(f"\n  {place}", style=styles.ID),
                Text(f"  wanted  {plain(miss.wanted)}"),
                Text(f"  got     {plain(miss.got)}"),
                Text(f"  in      {_in_context(words, miss)}", style=styles.DIM),
            ]
    if shown:
        draw(*shown, screen=console())


def pair_misses(found: Sequence[PairMiss], corpus: EventCorpus) -> None:
    """Each pair that went wrong, with both claims where they stand."""
    articles = {article.id: article for article in corpus.articles}
    shown: list[Text] = []
    for row, several in groupby(sorted(found, key=lambda miss: miss.row), key=lambda miss: miss.row):
        shown.append(Text(f"\n{row}", style=styles.HEAD))
        for miss in several:
            shown.append(Text(f"\n  wanted  {plain(miss.wanted)}"))
            shown.append(Text(f"  got     {plain(miss.got)}"))
            for place in (miss.a, miss.b):
                article = articles[place.article]
                line = f", line {place.line}" if place.line else ""
                where = Text(f"  {place.name}{line}", style=styles.ID)
                where.append(f"  {plain(f'{article.publisher}, {article.published}')}", style=styles.DIM)
                words = article.words(place.spans[0].part)
                shown += [where, Text(f"    {_marked(words, place.spans)}", style=styles.DIM)]
    if shown:
        draw(*shown, screen=console())


def _in_context(words: str, miss: Miss) -> str:
    return _marked(words, miss.spans, miss.source)


def _marked(words: str, spans: Sequence[Span], source: Sequence[Span] = ()) -> str:
    marks: list[tuple[int, str]] = []
    for some, opening, closing in ((spans, OPENS, CLOSES), (source, SOURCE_OPENS, SOURCE_CLOSES)):
        for span in some:
            marks += [(span.start, opening), (span.end, closing)]
    touched: Sequence[Span] = (*spans, *source)
    first, last = min(span.start for span in touched), max(span.end for span in touched)
    start, end = max(0, first - AROUND), min(len(words), last + AROUND)
    made = words[start:end]
    for at, mark in sorted(marks, key=lambda one: (one[0], one[1] in (OPENS, SOURCE_OPENS)), reverse=True):
        made = made[: at - start] + mark + made[at - start :]
    return plain(" ".join(made.split()))


def _percent(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"
