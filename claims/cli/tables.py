"""Listings: claims, articles, speakers, history, evidence, numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from claims.cli import cells, styles
from claims.cli.terminal import console, draw
from claims.models import ArticleEntry, ClaimRecord, Evidence, Figure, Segmentation, Speaker, SpeakerEntry, SpeakerRole
from claims.store.search import Stats
from claims.vocabulary import SpeakerKind
from claims.wording import words

if TYPE_CHECKING:
    from claims.desk import Added, Difference, GoldFile, Problem, SpeakerView

WIDE = 100
"""From this width on the figures have a column of their own."""

LONGEST_CLAIM = 280
LONGEST_STATUS = len("misleading")
"""The longest word that stands below the id of a claim."""

MOST_ADDED = 50
TOTALS = ("articles", "speakers", "claims", "figures", "flagged", "events")


def claims(records: Sequence[ClaimRecord]) -> None:
    """Who said what, with which figures, where, and how far the work is."""
    screen = console()
    wide = screen.width >= WIDE
    ids = words.short_ids([record.id for record in records])
    headings = ("Claim", "Who", "Said what", "Figures", "Where") if wide else ("Claim", "Who", "Said what", "Where")
    shown = cells.table(*headings, airy=True)
    shown.columns[0].width = LONGEST_STATUS
    for column, ratio in zip(shown.columns[1:], (3, 7, 5, 4) if wide else (3, 6, 2.4), strict=True):
        column.ratio = int(ratio * 10)
    for record in records:
        flag = Text("flagged", style=styles.WARNING) if record.flags else Text()
        claim = cells.lines(Text(ids[record.id], style=styles.ID), cells.standing(record), flag)
        said = cells.said(record, most=LONGEST_CLAIM)
        said = cells.lines(said, cells.text(record.wording, styles.SOURCE) if record.wording else Text())
        if wide:
            figures = cells.figure_lines(record.figures)
            shown.add_row(claim, cells.who(record), said, figures, cells.where(record, title=screen.width >= 130))
        else:
            said = cells.with_figures(said, cells.figure_lines(record.figures, wording=False))
            shown.add_row(claim, cells.who(record), said, cells.where(record))
    draw(shown, screen=screen)


def proposals(found: Segmentation) -> None:
    """What the machine finds in one article, which stands in no database."""
    screen = console()
    wide = screen.width >= WIDE
    headings = ("Kind", "Who", "Said what", "Figures") if wide else ("Kind", "Who", "Said what")
    shown = cells.table(*headings, airy=True)
    for column, ratio in zip(shown.columns[1:], (3, 8, 5) if wide else (3, 8), strict=True):
        column.ratio = ratio
    for claim in found.claims:
        said, figures = cells.said(claim, most=LONGEST_CLAIM), cells.figure_lines(claim.figures, wording=wide)
        row = (words.spoken(claim.kind), cells.who(claim))
        shown.add_row(*row, *((said, figures) if wide else (cells.with_figures(said, figures),)))
    draw(cells.text(found.article.title or "", styles.HEAD), Text(), shown, screen=screen)


def added(outcomes: Sequence[Added]) -> None:
    """What became of each article that was handed in."""
    ids = words.short_ids([one.article_id for one in outcomes])
    shown = cells.table("Article", "Title", "Outcome", "Claims")
    shown.columns[1].ratio = 1
    shown.columns[3].justify = "right"
    for one in outcomes[:MOST_ADDED]:
        shown.add_row(
            Text(ids[one.article_id], style=styles.ID),
            cells.text(words.one_line(one.title or "without a title")),
            one.outcome + (f", {one.flagged} flagged" if one.flagged else ""),
            f"+{one.claims:,}" + (f" −{one.retired:,}" if one.retired else ""),
        )
    draw(shown)
    if len(outcomes) > MOST_ADDED:
        draw(Text(f"and {len(outcomes) - MOST_ADDED:,} more", style=styles.DIM))


def differences(changes: Sequence[Difference]) -> None:
    """What another run of the segmenter changes: new claims, changed ones, and those it no longer finds."""
    ids = words.short_ids([id for one in changes for id in one.words])
    shown = cells.table("Article", "", "Claim", "Words")
    shown.columns[3].ratio = 1
    for one in changes:
        marked = [("+", one.new), ("~", one.changed), ("−", one.retired)]
        for sign, claim in ((sign, id) for sign, found in marked for id in found):
            shown.add_row(
                Text(one.article_id[:8], style=styles.ID),
                sign,
                Text(ids[claim], style=styles.ID),
                cells.text(words.one_line(one.words[claim])),
            )
    draw(shown)


def problems(found: Sequence[Problem]) -> None:
    """What is off, where, and what to make of it."""
    shown = cells.table("Where", "What is off", "Hint")
    shown.columns[1].ratio = 3
    shown.columns[2].ratio = 2
    for problem in found:
        shown.add_row(cells.text(problem.where, styles.ID), cells.text(problem.what), cells.text(problem.hint or ""))
    draw(shown)


def gold(found: Sequence[GoldFile]) -> None:
    """What became gold, and why the rest did not."""
    ids = words.short_ids([one.article_id for one in found])
    shown = cells.table("Article", "Title", "Claims", "Left out")
    shown.columns[1].ratio = shown.columns[3].ratio = 1
    for one in found:
        shown.add_row(
            Text(ids[one.article_id], style=styles.ID),
            cells.text(words.one_line(one.title or "without a title")),
            f"{one.claims:,}" if one.name else "",
            cells.text(one.left_out or ""),
        )
    draw(shown)


def articles(entries: Sequence[ArticleEntry]) -> None:
    """What was added, the newest first, and how much of it is done."""
    ids = words.short_ids([entry.id for entry in entries])
    shown = cells.table("Article", "Title", "Claims", "Open", "Verified", airy=True)
    shown.columns[1].ratio = 1
    for column in shown.columns[2:]:
        column.justify = "right"
    for entry in entries:
        revised = f"revision {entry.revision}" if entry.revision > 1 else ""
        about = ", ".join(part for part in (entry.publisher, words.day(entry.published, short=True), revised) if part)
        shown.add_row(
            Text(ids[entry.id], style=styles.ID),
            cells.lines(
                cells.text(words.one_line(entry.title or entry.url or "without a title")), cells.text(about, styles.DIM)
            ),
            f"{entry.claims:,}",
            f"{entry.open:,}",
            f"{entry.verified:,}",
        )
    draw(shown)


def speakers(entries: Sequence[SpeakerEntry]) -> None:
    """Who speaks, the most quoted first."""
    ids = words.short_ids([entry.id for entry in entries])
    shown = cells.table("Speaker", "Name", "Kind", "Claims")
    shown.columns[3].justify = "right"
    shown.columns[1].ratio = 1
    for entry in entries:
        known_as = "; ".join({role.casefold(): role for role in (*entry.aliases, *_roles(entry))}.values())
        anonymous = entry.kind == SpeakerKind.ANONYMOUS
        shown.add_row(
            Text(ids[entry.id], style=styles.ID),
            cells.lines(
                cells.text(entry.name, styles.NAME),
                cells.text("" if anonymous else words.clipped(known_as, 160), styles.DIM),
            ),
            words.spoken(entry.kind),
            f"{entry.claims:,}",
        )
    draw(shown)


def speaker_record(speaker: Speaker) -> None:
    """A speaker's names and roles, each role with the article and day that says it."""
    shown = cells.table("Speaker", "Name", "Kind", "Also called", "Roles")
    for column, ratio in zip(shown.columns[1:], (3, 2, 3, 5), strict=True):
        column.ratio = ratio
    item = Text(f" {speaker.wikidata}", style=styles.DIM) if speaker.wikidata else Text()
    shown.add_row(
        Text(speaker.id, style=styles.ID),
        cells.lines(cells.text(speaker.name, styles.NAME), item),
        words.spoken(speaker.kind),
        cells.lines(*(cells.text(alias, styles.DIM) for alias in speaker.aliases)),
        cells.lines(*(cells.text(_dated(role), styles.DIM) for role in speaker.roles)),
    )
    draw(shown)


def _dated(role: SpeakerRole) -> str:
    return f"{role.role} ({role.article_id[:8]}{', ' + role.published[:10] if role.published else ''})"


def speaker(view: SpeakerView) -> None:
    """A speaker as the record is, and what people did to it."""
    speaker_record(view.speaker)
    from claims.cli import page

    if view.history:
        page.history(view.history)


def _roles(entry: SpeakerEntry) -> list[str]:
    return [role.role for role in entry.roles]


def evidence(pieces: Sequence[Evidence], *, of_claims: bool = False) -> None:
    """What speaks for and against; ``of_claims`` says of which claim."""
    ids = words.short_ids([piece.id for piece in pieces])
    shown = cells.table("Evidence", *(["Claim"] if of_claims else []), "Stance", "What", "Origin", "Added by")
    shown.columns[0].no_wrap = True
    shown.columns[3 if of_claims else 2].ratio = 1
    claim_ids = words.short_ids([piece.claim_id for piece in pieces])
    for piece in pieces:
        what = cells.lines(
            cells.text(piece.title or piece.citation or piece.url, styles.NAME),
            cells.text(piece.citation if piece.title and piece.citation else "", styles.DIM),
            cells.text(piece.url if piece.url and (piece.title or piece.citation) else "", styles.DIM),
            cells.text(f"“{piece.excerpt}”" if piece.excerpt else ""),
        )
        remarks = [word for word, holds in (("primary", piece.primary), ("confidential", piece.confidential)) if holds]
        gone = f"retracted by {piece.retracted_by}" if piece.retracted_by else ""
        shown.add_row(
            Text(ids[piece.id], style=styles.ID),
            *([Text(claim_ids[piece.claim_id], style=styles.ID)] if of_claims else []),
            cells.lines(Text(piece.stance, style=styles.STANCE[piece.stance]), Text(gone, style=styles.WARNING)),
            what,
            cells.lines(cells.text(piece.origin or piece.publisher or ""), Text(", ".join(remarks), style=styles.DIM)),
            cells.text(piece.added_by),
        )
    draw(shown)


def figures(found: Sequence[Figure]) -> None:
    """Figures with what they were read as."""
    shown = cells.table("Words", "Value", "Kind", "Unit", "Counted", "Place")
    shown.columns[0].ratio = 1
    for figure in found:
        shown.add_row(
            cells.text(words.one_line(figure.text)),
            cells.figure_lines([figure], wording=False),
            words.spoken(figure.kind),
            cells.text(words.spoken(figure.unit or "")),
            cells.text(words.one_line(figure.counted or "")),
            f"{figure.start}-{figure.end}",
        )
    draw(shown)


def stats(counted: Stats) -> None:
    """How much of everything there is."""
    shown = cells.table("", "")
    shown.show_header = False
    shown.expand = False
    shown.columns[1].justify = "right"
    groups = (
        (
            "",
            {
                name: getattr(counted, name)
                for name in ("articles", "speakers", "claims", "figures", "flagged", "events")
            },
        ),
        ("Status", counted.by_status),
        ("Verdict", counted.by_verdict),
        ("Kind", counted.by_kind),
        ("Publisher", counted.by_publisher),
    )
    for heading, numbers in groups:
        if heading and numbers:
            shown.add_row("", "")
            shown.add_row(Text(heading, style=styles.HEAD), "")
        for name, number in numbers.items():
            named = name if heading == "Publisher" else words.spoken(name)
            shown.add_row(cells.text(named.capitalize() if not heading else f"  {named}"), f"{number:,}")
    draw(shown)
