"""Groups, pairs and reprints as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.text import Text

from claims.cli import cells, styles
from claims.cli.terminal import console, draw
from claims.compare.series import Series
from claims.models import Article, ClaimRecord, Pair, Reprint
from claims.store.groups import Elsewhere, GroupRecord
from claims.vocabulary import ClaimRelation
from claims.wording import words
from claims.wording.amounts import amount

WIDE = 100
LONGEST_CLAIM = 280
MOST_PAIRS = 40
MOST_POINTS = 12


def groups(found: Sequence[GroupRecord]) -> None:
    """Groups with how their claims relate, a line or two for each."""
    ids = words.short_ids([one.group.id for one in found])
    shown = cells.table("Group", "About", "Where", "How they relate", airy=True)
    for column, ratio in zip(shown.columns[1:], (6, 4, 4), strict=True):
        column.ratio = ratio
    shown.columns[0].no_wrap = True
    for one in found:
        number = words.counted(len(one.claims), "claim")
        articles = len({claim.article_id for claim in one.claims})
        outlets = dict.fromkeys(claim.source.publisher or "no outlet" for claim in one.claims)
        disputed = Text("disputed", style=styles.WARNING) if one.disputed else Text()
        shown.add_row(
            cells.lines(Text(ids[one.group.id], style=styles.ID), disputed),
            cells.lines(
                cells.text(words.clipped(one.group.about, LONGEST_CLAIM)),
                cells.text(f"{number} in {words.counted(articles, 'article')}", styles.DIM),
            ),
            cells.text(words.clipped(", ".join(outlets), 120)),
            cells.lines(*_relations(one.group.pairs)),
        )
    draw(shown)


def _relations(pairs: Sequence[Pair]) -> Iterator[Text]:
    conflicts = sum(pair.conflict for pair in pairs)
    if conflicts:
        yield Text(f"people disagree on {words.counted(conflicts, 'pair')}", style=styles.WARNING)
    counted = Counter(pair.relation for pair in pairs)
    for relation in (ClaimRelation.CONTRADICTION, *ClaimRelation):
        if number := counted.pop(relation, 0):
            yield Text(f"{number:,} {words.spoken(relation)}", style=styles.RELATION[relation])
    if not pairs:
        yield Text("all in one article", style=styles.DIM)


def group(found: GroupRecord) -> None:
    """One group: who reported what, and where the figures part."""
    screen = console()
    claims, pairs = found.claims, found.group.pairs
    ids = words.short_ids([claim.id for claim in claims])
    head = Text(found.group.id, style=styles.ID)
    if found.disputed:
        head += Text("  disputed", style=styles.WARNING)
    shown = cells.table("Claim", "Where", "Who", "Words", "Figure", "To the first", airy=True)
    for column, ratio in zip(shown.columns[1:], (3, 3, 7, 4, 3), strict=True):
        column.ratio = ratio
    shown.columns[0].no_wrap = True
    to_first = {pair.b: pair for pair in pairs if pair.a == claims[0].id}
    for claim in claims:
        shown.add_row(
            Text(ids[claim.id], style=styles.ID),
            cells.where(claim),
            cells.who(claim),
            cells.said(claim, most=LONGEST_CLAIM),
            cells.figure_lines(claim.figures, wording=screen.width >= WIDE),
            _to_first(claim, claims[0], to_first.get(claim.id)),
        )
    draw(head, Text(), shown, screen=screen)
    if pairs:
        draw(Text(), _pairs(pairs, ids))


def _to_first(claim: ClaimRecord, first: ClaimRecord, pair: Pair | None) -> Text:
    if claim is first:
        return Text("the first", style=styles.DIM)
    return _relation(pair) if pair else Text("same article", style=styles.DIM)


def _relation(pair: Pair) -> Text:
    remark = Text(words.spoken(pair.remark), style=styles.DIM) if pair.remark else Text()
    conflict = Text("people disagree", style=styles.WARNING) if pair.conflict else Text()
    return cells.lines(Text(words.spoken(pair.relation), style=styles.RELATION[pair.relation]), remark, conflict)


def _pairs(pairs: Sequence[Pair], ids: dict[str, str]) -> Text:
    """The reason for each relation, what disagrees first."""
    order = sorted(pairs, key=lambda pair: (not pair.conflict, pair.relation != ClaimRelation.CONTRADICTION))
    lines = []
    for pair in order[:MOST_PAIRS]:
        line = Text(f"{ids[pair.a]} {ids[pair.b]}  ", style=styles.ID)
        line += Text(words.spoken(pair.relation), style=styles.RELATION[pair.relation])
        line += cells.text(f"  {pair.reason}")
        said = "; ".join(f"{one.actor}: {one.decision}" for one in pair.decisions)
        lines.append(line + cells.text(f"  [{said}]" if said else "", styles.DIM))
    if len(order) > MOST_PAIRS:
        lines.append(Text(f"and {len(order) - MOST_PAIRS:,} more pairs", style=styles.DIM))
    return Text("\n").join(lines)


def elsewhere(found: Sequence[Elsewhere]) -> None:
    """The other claims about the same thing, and how each relates to the one that is shown."""
    ids = words.short_ids([one.claim.id for one in found])
    shown = cells.table("Elsewhere", "Where", "Who", "Words", "Relation")
    for column, ratio in zip(shown.columns[1:], (3, 3, 6, 6), strict=True):
        column.ratio = ratio
    for one in found:
        relation = Text("same article", style=styles.DIM)
        if one.pair:
            relation = cells.lines(_relation(one.pair), cells.text(one.pair.reason, styles.DIM))
        shown.add_row(
            Text(ids[one.claim.id], style=styles.ID),
            cells.where(one.claim),
            cells.who(one.claim),
            cells.said(one.claim, most=LONGEST_CLAIM),
            relation,
        )
    draw(Text(), shown)


def reprints(found: Sequence[Reprint], articles: dict[str, Article]) -> None:
    """Articles that carry the same copy, and how much of it."""
    ids = words.short_ids(list(articles))
    shown = cells.table("First in", "Again in", "Share", "Passages", airy=True)
    for column, ratio in zip(shown.columns, (4, 4, 1, 6), strict=True):
        column.ratio = ratio
    for one in found:
        begins = [cells.text(f"“{words.clipped(passage.first.text, 70)}”", styles.DIM) for passage in one.passages[:3]]
        more = len(one.passages) - len(begins)
        shown.add_row(
            _article(articles[one.origin], ids),
            _article(articles[one.article], ids),
            f"{one.share:.0%}",
            cells.lines(*begins, Text(f"and {more} more" if more else "", style=styles.DIM)),
        )
    draw(shown)


def _article(article: Article, ids: dict[str, str]) -> Text:
    about = ", ".join(part for part in (article.publisher, words.day(article.published, short=True)) if part)
    return cells.lines(
        cells.text(words.clipped(article.title or article.url or "without a title", 60)),
        Text(ids[article.id], style=styles.ID) + cells.text(f"  {about}", styles.DIM),
    )


def series(found: Sequence[Series]) -> None:
    """Then and now: the figures that one speaker gave for one measure."""
    shown = cells.table("Then and now", "When", "Figure", "Claim", airy=True)
    shown.columns[0].ratio, shown.columns[2].ratio = 3, 2
    for one in found:
        points = one.points[-MOST_POINTS:]
        ids = words.short_ids([point.claim for point in points])
        shown.add_row(
            cells.text(words.clipped(one.about, LONGEST_CLAIM)),
            cells.lines(*(Text(words.day(point.published, short=True) or "no date") for point in points)),
            cells.lines(*(Text(amount(point.figure), style=styles.VALUE) for point in points)),
            cells.lines(*(Text(ids[point.claim], style=styles.ID) for point in points)),
        )
    draw(Text(), shown)
