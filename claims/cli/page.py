"""One claim, or one article, with everything known about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claims.cli import cells, context, styles
from claims.cli.terminal import console, draw
from claims.models import Article, ClaimRecord, Event
from claims.vocabulary import Action, AnchorState, Check, CheckResult, Modifier, SpeakerRelation
from claims.wording import words
from claims.wording.changes import changes

LONGEST_LINE = 100
"""Running text that is wider than this is hard to read."""


def claim(record: ClaimRecord, article: Article, history: Sequence[Event]) -> None:
    """The claim in its context, then what is known about it, field by field."""
    screen = _page()
    heading = Text(record.id, style=styles.ID) + Text("  ") + cells.standing(record)
    heading += Text(f"  {words.spoken(record.kind)}, version {record.version}", style=styles.DIM)
    fields = Table.grid(padding=(0, 2, 0, 0))
    fields.add_column(style=styles.HEAD, no_wrap=True)
    fields.add_column()
    for name, value in _fields(record, history):
        if value.plain:
            fields.add_row(name, value)
    shown = Padding(context.in_context(record, article, colour=_coloured(screen)), (1, 0, 1, 2))
    draw(heading, shown, fields, screen=screen)


def article(entry: Article, claims: Sequence[ClaimRecord]) -> None:
    """The text of an article with its claims set off."""
    screen = _page()
    about = " · ".join(part for part in (entry.publisher, entry.byline, words.day(entry.published), entry.url) if part)
    revised = f", revision {len(entry.revisions)}" if len(entry.revisions) > 1 else ""
    draw(
        cells.text(entry.title or entry.url or "Without a title", styles.HEAD),
        cells.text(about, styles.DIM),
        Text(entry.id, style=styles.ID) + Text(revised, style=styles.DIM),
        Padding(context.whole_article(entry, claims, colour=_coloured(screen)), (1, 0, 1, 2)),
        screen=screen,
    )


def _coloured(screen: Console) -> bool:
    return screen.color_system is not None and not screen.no_color


def history(events: Sequence[Event]) -> None:
    """Who did what and when, oldest first."""
    shown = cells.table("When", "Who", "Did", "What changed")
    shown.columns[0].no_wrap = True
    shown.columns[3].ratio = 1
    undone = {event.undoes for event in events if event.undoes is not None}
    for event in events:
        said = Text("\n").join(cells.text(line) for line in changes(event))
        reason = cells.text(f"reason: {event.reason}" if event.reason else "", styles.DIM)
        by_hand = Text("written by other hands", style=styles.WARNING) if event.id is None else Text()
        did = Text(words.spoken(event.action), style=styles.DIM if event.seq in undone else styles.HEAD)
        shown.add_row(
            words.moment(event.at),
            cells.text(event.actor),
            cells.lines(did, Text("undone" if event.seq in undone else "", style=styles.DIM)),
            cells.lines(said, reason, by_hand),
        )
    draw(shown)


def _page() -> Console:
    screen = console()
    screen.width = min(screen.width, LONGEST_LINE)
    return screen


def _fields(record: ClaimRecord, history: Sequence[Event]) -> Iterator[tuple[str, Text]]:
    source = record.source
    yield "Who", _speakers(record)
    yield "Figures", cells.lines(*_figures(record))
    yield "Wording", cells.text(record.wording or "")
    place = ", ".join(part for part in (source.publisher, words.day(source.published)) if part)
    yield (
        "Where",
        cells.lines(
            cells.text(source.title or "", styles.HEAD),
            cells.text(place),
            cells.text(source.url or ""),
            cells.text(f"article {source.article_id}", styles.DIM),
        ),
    )
    yield "Checks", _checks(record)
    yield "Rationale", cells.text(record.rationale or "")
    yield "Evidence", cells.lines(*_evidence(record))
    yield "Labels", cells.text(", ".join(record.labels))
    yield "Notes", cells.lines(*_notes(history))
    yield "Flags", cells.lines(*(cells.text(flag.reason, styles.WARNING) for flag in record.flags))
    if record.anchor and record.anchor.state != AnchorState.EXACT:
        state = f"{words.spoken(record.anchor.state)} in revision {record.anchor.revision} of the article"
        yield "Anchor", Text(state, style=styles.WARNING)
    yield "Found by", _finder(record)
    yield "Next", cells.text(words.next_steps(record.status))


def _speakers(record: ClaimRecord) -> Text:
    shown = []
    for one in record.speakers:
        name = one.speaker.name if one.speaker else one.mention.text if one.mention else "unknown"
        remarks = [one.speaker.kind if one.speaker and one.speaker.kind != "person" else None, one.role]
        if one.relation != SpeakerRelation.SAYS:
            remarks.insert(0, words.spoken(one.relation))
        if one.speaker and one.mention and one.mention.text != name:
            remarks.append(f"here “{one.mention.text}”")
        remark = ", ".join(remark for remark in remarks if remark)
        shown.append(cells.text(name, styles.NAME) + cells.text(f"  {remark}" if remark else "", styles.DIM))
    return cells.lines(*shown) if shown else Text("unknown", style=styles.DIM)


def _figures(record: ClaimRecord) -> Iterator[Text]:
    ids = words.short_ids([figure.id for figure in record.figures])
    for figure in record.figures:
        unit = figure.unit if figure.unit and figure.unit not in {figure.kind, "USD"} else None
        blurred = figure.modifier if figure.modifier in {Modifier.MAGNITUDE, Modifier.NEARLY} else None
        remarks = [words.spoken(word) for word in (figure.kind, unit, blurred) if word]
        if figure.counted:
            remarks.append(f"of “{figure.counted}”")
        yield (
            Text(ids[figure.id], style=styles.ID)
            + Text("  ")
            + cells.figure_lines([figure])
            + cells.text(f"  {', '.join(remarks)}", styles.DIM)
        )


def _checks(record: ClaimRecord) -> Text:
    answers = [(check, getattr(record.checks, check)) for check in Check]
    if all(answer == CheckResult.NOT_CHECKED for _, answer in answers):
        return Text()
    return Text(", ").join(
        Text(f"{check} ") + Text(words.spoken(answer), style=styles.CHECK[answer]) for check, answer in answers
    )


def _evidence(record: ClaimRecord) -> Iterator[Text]:
    for piece in record.evidence:
        if piece.retracted_by is None:
            name = cells.text(piece.title or piece.citation or piece.url or "")
            remark = ", ".join(word for word in ("primary" if piece.primary else "", piece.origin or "") if word)
            stance = Text(f"{piece.stance}  ", style=styles.STANCE[piece.stance])
            yield stance + name + cells.text(f"  {remark}" if remark else "", styles.DIM)


def _notes(history: Sequence[Event]) -> Iterator[Text]:
    undone = {event.undoes for event in history}
    for event in history:
        if event.action == Action.NOTE and event.seq not in undone:
            by = f"  {event.actor}, {words.moment(event.at)}"
            yield cells.text(event.change["note"][1]) + cells.text(by, styles.DIM)


def _finder(record: ClaimRecord) -> Text:
    if record.extractor is None:
        return Text("a person", style=styles.DIM)
    sure = f", {record.confidence:.0%} sure" if record.confidence is not None else ""
    return cells.text(f"{record.extractor.tagger} {record.extractor.version}{sure}", styles.DIM)
