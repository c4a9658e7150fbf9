"""Finding a claim's words again in another text of its article.

1. The same words: where they stand once, or once with neighbours that tell, they are found (``exact``).
2. Several places that fit about equally well are ``ambiguous``.
3. Else the most similar passage. With the same words in the same order, but for punctuation, case and
   articles, and no other place nearly as good, the claim has ``moved``; with others, its words have ``changed``.
   A similarity cannot tell: "billion" for "million" leaves 97 of 100, and so does a "not".
4. Nothing similar: ``orphaned``.

Similarity is the normalised Indel similarity of rapidfuzz.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from claims.models import Span
from claims.vocabulary import AnchorState, Part

SIMILAR = 75.0
"""Below this similarity, 0 to 100, a passage is another one."""

NEARLY_AS_GOOD = 5.0
"""Two places whose similarities are closer than this cannot be told apart."""

_NEIGHBOURS = 32
"""So many code points before and after a claim's words tell one place from another."""

_TELLING = 8
"""So many more of them have to be the same."""
# What a claim's sense hangs on: numbers with their points and signs, currencies, words.
_WORDS = re.compile(r"(?<!\w)[-−–](?=\d)|\d+(?:[.,:]\d+)*|[^\W\d_]+|[$€£¥₹%‰]")
_MEANINGLESS = frozenset({"a", "an", "the", "that"})


def reanchor(spans: Sequence[Span], old: dict[Part, str], new: dict[Part, str]) -> tuple[list[Span], AnchorState]:
    """Find the spans of one claim, taken from the old texts, in the new ones.

    The state is that of the span that fared worst; where one is lost, the claim has no spans.
    """
    found: list[Span] = []
    worst = AnchorState.EXACT
    for span in spans:
        place, state = _find(span, old.get(span.part, ""), new.get(span.part, ""))
        worst = max(worst, state, key=list(AnchorState).index)
        if place is not None:
            found.append(place)
    in_order = all(a.end <= b.start for a, b in pairwise(found) if a.part == b.part)
    if len(found) == len(spans) and not in_order:
        worst = max(worst, AnchorState.CHANGED, key=list(AnchorState).index)
    if len(found) < len(spans) or worst in {AnchorState.AMBIGUOUS, AnchorState.ORPHANED}:
        return [], worst
    return found, worst


def _find(span: Span, old: str, new: str) -> tuple[Span | None, AnchorState]:
    places = [match.start() for match in re.finditer(re.escape(span.text), new)]
    if len(places) > 1:
        before, after = old[max(0, span.start - _NEIGHBOURS) : span.start], old[span.end : span.end + _NEIGHBOURS]
        fits = [(_common_end(before, new[:at]) + _common_start(after, new[at + len(span.text) :]), at) for at in places]
        best = max(fits)[0]
        places = [at for fit, at in fits if best - fit < _TELLING]
    if len(places) == 1:
        at = places[0]
        return Span(start=at, end=at + len(span.text), text=span.text, part=span.part), AnchorState.EXACT
    if places:
        return None, AnchorState.AMBIGUOUS
    return _similar(span, new)


def _common_start(a: str, b: str) -> int:
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _common_end(a: str, b: str) -> int:
    return _common_start(a[::-1], b[-len(a) :][::-1] if a else "")


def _similar(span: Span, new: str) -> tuple[Span | None, AnchorState]:
    # Loaded here: only a revision whose words differ needs it.
    from rapidfuzz import fuzz

    best = fuzz.partial_ratio_alignment(span.text, new, score_cutoff=SIMILAR)
    if best is None or not new:
        return None, AnchorState.ORPHANED
    start, end = _to_word_ends(new, best.dest_start, best.dest_end)
    rest = new[:start] + "\0" * (end - start) + new[end:]
    other = fuzz.partial_ratio(span.text, rest)
    if best.score - other < NEARLY_AS_GOOD:
        return None, AnchorState.AMBIGUOUS
    words = new[start:end]
    state = AnchorState.MOVED if _sense(span.text) == _sense(words) else AnchorState.CHANGED
    return Span(start=start, end=end, text=words, part=span.part), state


def _sense(words: str) -> list[str]:
    return [word for word in _WORDS.findall(words.casefold()) if word not in _MEANINGLESS]


def _to_word_ends(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a passage that begins or ends inside a word, and trim blanks."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
