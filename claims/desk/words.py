"""Finding in an article the words that a person typed or copied."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.errors import Ambiguous, NotFound
from claims.models import Article, Span
from claims.vocabulary import Part

# A terminal or another program may have straightened what the article curls, or broken its lines.
_ALIKE = ('"“”„‟«»″', "'‘’‚‛`´′", "-‐‑‒–—−")
# What stands between the pieces of broken words; most keyboards have only full stops.
_GAP = re.compile(r"\s*…\s*|\s+\.\.\.\s+")
_PATTERNS = {letter: f"[{re.escape(group)}]" for group in _ALIKE for letter in group}


def locate(article: Article, words: str, *, near: Sequence[Span] = ()) -> list[Span]:
    """The spans of the newest revision that hold these words, pieces divided by " … " one after another.

    Quotation marks, dashes and blanks may be of another kind than the article's. Of several places the
    one that overlaps ``near`` is taken. Raises NotFound, or Ambiguous where nothing tells them apart.
    """
    pieces = [piece.strip() for piece in _GAP.split(words) if piece.strip()]
    # An article may have the three dots itself.
    if len(pieces) > 1 and any(_places(article, part, words.strip()) for part in Part):
        pieces = [words.strip()]
    if not pieces:
        raise NotFound("No words were given.", hint="Copy them from the article, between quotation marks")
    spans: list[Span] = []
    for piece in pieces:
        spans.append(_locate_one(article, piece, near, after=spans[-1] if spans else None))
    return spans


def _locate_one(article: Article, piece: str, near: Sequence[Span], after: Span | None) -> Span:
    places = [
        span
        for part in (Part.TEXT, Part.TITLE)
        for span in _places(article, part, piece)
        if after is None or (part == after.part and span.start >= after.end)
    ]
    if not places:
        where = " after the words before it" if after else ""
        raise NotFound(
            f"The words {_short(piece)} do not stand in the article{where}.",
            hint=f"Copy them as they are: claims articles, then claims show {article.id}",
        )
    overlapping = [p for p in places if any(p.part == n.part and p.start < n.end and n.start < p.end for n in near)]
    if after is not None or len(places) == 1:
        return places[0]
    if len(overlapping) == 1:
        return overlapping[0]
    in_text = [place for place in places if place.part == Part.TEXT]
    if len(in_text) == 1 and not overlapping:
        return in_text[0]
    raise Ambiguous(
        f"The words {_short(piece)} stand {len(places)} times in the article.",
        hint="Give more of the words around them",
    )


def _places(article: Article, part: Part, piece: str) -> list[Span]:
    pattern = r"\s+".join("".join(_PATTERNS.get(c, re.escape(c)) for c in word) for word in piece.split())
    words = article.words(part)
    return [
        Span(start=found.start(), end=found.end(), text=found.group(), part=part)
        for found in re.finditer(pattern, words)
    ]


def _short(words: str) -> str:
    return f'"{words}"' if len(words) <= 60 else f'"{words[:40]} … {words[-15:]}"'
