"""A claim where it stands: the paragraphs around it, its words set off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rich.text import Text

from claims.cli import styles
from claims.cli.terminal import plain
from claims.models import Article, ClaimRecord, Revision, Span
from claims.vocabulary import AnchorState, Part

OPENS, CLOSES = "⟦", "⟧"
"""Set off the words where there is no colour."""

MOST_AROUND = 400
"""Characters of a neighbouring paragraph that are shown."""

_PARAGRAPH = re.compile(r"[^\n]+")


def place(claim: ClaimRecord, article: Article) -> tuple[Revision, tuple[Span, ...], bool]:
    """The revision and the spans where the claim stands now, or where it stood; says whether they are its own spans."""
    anchor = claim.anchor
    if anchor and anchor.spans and anchor.state in {AnchorState.EXACT, AnchorState.MOVED}:
        own = anchor.revision == claim.revision
        return article.revisions[anchor.revision - 1], anchor.spans, own
    return article.revisions[claim.revision - 1], claim.spans, True


def in_context(claim: ClaimRecord, article: Article, *, colour: bool) -> Text:
    """The paragraphs that hold the claim, with what stands before and after them."""
    revision, spans, own = place(claim, article)
    part = spans[0].part
    whole = revision.text if part == Part.TEXT else revision.title or ""
    source = [*claim.source_spans, *claim.cue_spans] if own else []
    holding = [span for span in (*spans, *source) if span.part == part]
    paragraphs = [found.span() for found in _PARAGRAPH.finditer(whole)]
    inside = [i for i, (start, end) in enumerate(paragraphs) if any(s.start < end and start < s.end for s in holding)]
    first, last = inside[0], inside[-1]
    shown = [_highlighted(whole, a, b, spans, source, colour=colour) for a, b in paragraphs[first : last + 1]]
    if first > 0:
        before = plain(whole[slice(*paragraphs[first - 1])])
        shown.insert(0, Text(("… " if len(before) > MOST_AROUND else "") + before[-MOST_AROUND:], style=styles.DIM))
    if last + 1 < len(paragraphs):
        after = plain(whole[slice(*paragraphs[last + 1])])
        shown.append(Text(after[:MOST_AROUND] + (" …" if len(after) > MOST_AROUND else ""), style=styles.DIM))
    return Text("\n\n").join(shown)


def whole_article(article: Article, claims: Sequence[ClaimRecord], *, colour: bool) -> Text:
    """The newest text with every claim in it set off."""
    spans = [span for claim in claims for span in place(claim, article)[1] if span.part == Part.TEXT]
    text = article.text
    paragraphs = (found.span() for found in _PARAGRAPH.finditer(text))
    return Text("\n\n").join(_highlighted(text, *place, spans, (), colour=colour) for place in paragraphs)


def _highlighted(
    whole: str, start: int, end: int, spans: Sequence[Span], source: Iterable[Span], *, colour: bool
) -> Text:
    shown = Text(plain(whole[start:end]))
    for span in source:
        shown.stylize(styles.SOURCE, max(0, span.start - start), max(0, span.end - start))
    for span in spans:
        shown.stylize(styles.CLAIM, max(0, span.start - start), max(0, span.end - start))
    if colour:
        for span in spans:
            shown.stylize("underline", max(0, span.start - start), max(0, span.end - start))
        return shown
    # From the end, so that earlier places stay where they are.
    marks = sorted(
        ((at - start, mark) for span in spans for at, mark in ((span.start, OPENS), (span.end, CLOSES))), reverse=True
    )
    for at, mark in marks:
        if 0 <= at <= end - start:
            shown = shown[:at] + Text(mark) + shown[at:]
    return shown
