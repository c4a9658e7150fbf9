"""Reprints: articles that carry the same copy, whole or in part.

A sample of five-word shingles says which articles to look at; the words themselves say what they share.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.compare.profile import moment
from claims.models import Article, Passage, Reprint, Span
from claims.vocabulary import Part

SIZE = 5
"""Words in a shingle."""
SAMPLED = 8
"""One shingle in so many is kept: the one whose hash is a multiple."""
FEWEST_SHARED = 1
"""Articles that share fewer sampled shingles are not looked at."""
LONGEST_STEP = 8
"""So many words may differ inside a passage that both share: a slip of the scanner, a changed name."""
SHORTEST = 20
"""A shorter stretch of the same words is a quotation or a phrase, no copy."""
SHARE = 0.12
"""So much of the shorter text must be in the other for both to carry one copy ..."""
LONG = 30
"""... or so many words in one run: three sentences of somebody else's report inside a long one."""
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def shingles(text: str) -> frozenset[int]:
    """A sample of the five-word shingles of a text as hashes, the same for the same words."""
    words = [match.group().lower().replace("’", "'") for match in _WORD.finditer(text)]
    hashes = (_hash(words[at : at + SIZE]) for at in range(len(words) - SIZE + 1))
    return frozenset(one for one in hashes if one % SAMPLED == 0)


def _hash(words: Sequence[str]) -> int:
    # Signed, so that it fits an integer of SQLite.
    found = hashlib.blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(found, "big", signed=True)


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    key: str


def _words(text: str) -> list[_Word]:
    return [_Word(m.start(), m.end(), m.group().lower().replace("’", "'")) for m in _WORD.finditer(text)]


def shared(a: Article, b: Article) -> Reprint | None:
    """The copy that two articles share, or nothing; the origin is the one that was published first."""
    first, again = sorted((a, b), key=_order)
    x, y = _words(first.text), _words(again.text)
    runs = _runs([one.key for one in x], [one.key for one in y])
    passages = tuple(
        Passage(
            first=_span(first.text, x[i].start, x[i + n - 1].end),
            again=_span(again.text, y[j].start, y[j + m - 1].end),
        )
        for i, n, j, m in runs
    )
    shorter = min(len(x), len(y))
    common = min(sum(n for _, n, _, _ in runs), sum(m for _, _, _, m in runs))
    if not shorter or not passages:
        return None
    share = min(1.0, common / shorter)
    if share < SHARE and max(n for _, n, _, _ in runs) < LONG:
        return None
    return Reprint(origin=first.id, article=again.id, share=round(share, 4), passages=passages)


def _order(article: Article) -> tuple[str, str]:
    added = article.revisions[0].added_at or "~"
    return moment(article.published), f"{added} {article.id}"


def _span(text: str, start: int, end: int) -> Span:
    return Span(start=start, end=end, text=text[start:end], part=Part.TEXT)


Run = tuple[int, int, int, int]
"""From word i of one text n words, from word j of the other m words."""


def _runs(x: Sequence[str], y: Sequence[str]) -> list[Run]:
    """Stretches of the same words, in the order of the first text; small differences inside are passed over."""
    places: dict[tuple[str, ...], list[int]] = {}
    for j in range(len(y) - SIZE + 1):
        places.setdefault(tuple(y[j : j + SIZE]), []).append(j)
    exact: list[Run] = []
    i = 0
    while i <= len(x) - SIZE:
        best, at = 0, 0
        for j in places.get(tuple(x[i : i + SIZE]), ()):
            n = SIZE
            while i + n < len(x) and j + n < len(y) and x[i + n] == y[j + n]:
                n += 1
            if n > best:
                best, at = n, j
        if best:
            exact.append((i, best, at, best))
            i += best
        else:
            i += 1
    joined: list[Run] = []
    for run in exact:
        if joined:
            i, n, j, m = joined[-1]
            if 0 <= run[0] - (i + n) <= LONGEST_STEP and 0 <= run[2] - (j + m) <= LONGEST_STEP:
                joined[-1] = (i, run[0] + run[1] - i, j, run[2] + run[3] - j)
                continue
        joined.append(run)
    return [run for run in joined if run[1] >= SHORTEST]
