"""Paragraph and sentence spans: the ground on which everything else is found.

nupunkt proposes where sentences end; what it gets wrong in news is put right here: initials and
titles before a name, a quotation whose closing mark follows the full stop, a lower-case word after
the "end". A sentence never runs over a paragraph break. Spans hold no white space at either end.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claims.extract.reporting import verbs
from claims.extract.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nupunkt import PunktSentenceTokenizer

Range = tuple[int, int]
"""Half-open range of code points."""

LONGEST = 20_000
"""A paragraph longer than this is cut up before it is read: nothing in it is prose."""

# Words whose full stop never ends a sentence when a name follows.
TITLES = listed("""
    mr mrs ms messrs dr prof rev hon sr st gen lt col maj capt cmdr cpl sgt adm brig sen sens rep reps gov govs
    pres supt insp det dep asst atty vs no nos jan feb mar apr jun jul aug sept sep oct nov dec""")
CUE_REACH, CUE_WORDS = 160, 14
"""How far behind a quotation its cue may stand, in characters and in words."""
_WORD = re.compile(r"\w+|[^\w\s]")
AFTER_CUES = listed("in on at to of during after before as when while from through with by about me him her them us")
_CLOSERS = "\"'”’»›)]"
_LAST_WORD = re.compile(r"(?:^|[\s(\[\"'“‘])([A-Za-z]{1,6})\.$")
_MONTHS = listed("jan feb mar apr jun jul aug sept sep oct nov dec no nos vs")


def paragraphs(text: str) -> list[Range]:
    """The lines of a text that hold anything: in canonical text every line break ends a paragraph."""
    found = []
    start = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            first = start + line.index(words[0])
            found.append((first, first + len(words)))
        start += len(line) + 1
    return found


def sentences(text: str) -> list[Range]:
    """All sentences in reading order, none of them over a paragraph break."""
    return [span for paragraph in paragraphs(text) for span in sentences_in(text, paragraph)]


# The tagger, speakers, boilerplate and statements of an article ask for the same paragraphs one after the other.
@lru_cache(maxsize=512)
def sentences_in(text: str, paragraph: Range) -> tuple[Range, ...]:
    """The sentences of one paragraph."""
    spans: list[Range] = []
    for start, end in _proposed(text, paragraph):
        if spans and _belongs_together(text, spans[-1], start):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return tuple(spans)


def _proposed(text: str, paragraph: Range) -> Iterator[Range]:
    start, end = paragraph
    for first in range(start, end, LONGEST):
        piece = text[first : min(first + LONGEST, end)]
        for left, right in _tokenizer().span_tokenize(piece):
            words = piece[left:right].strip()
            if words:
                left += piece[left:right].index(words[0])
                for sentence in _split_after_words(text, (first + left, first + left + len(words))):
                    yield from _split_after_quotations(text, sentence)


@cache
def _tokenizer() -> PunktSentenceTokenizer:
    from nupunkt import load_default_model

    return load_default_model()


# A full stop behind a whole word in lower case ends a sentence, whatever stands before a name elsewhere.
_AFTER_WORD = re.compile(r"(?<=\s)([a-z]{2,})[.!?]\s+(?=[A-Z])")
_SHORTENED = listed("vs cf al ca pp ed eds vol st ft est approx dept incl assn bros univ govt misc orig prof")


def _split_after_words(text: str, span: Range) -> Iterator[Range]:
    """Cut where a sentence surely ends and none was seen: ``against their will. Staff get more.``"""
    start, end = span
    for match in _AFTER_WORD.finditer(text, *span):
        if match.group(1) not in _SHORTENED:
            yield start, match.end(1) + 1
            start = match.end()
    yield start, end


# ``left." Right``: a full stop, its closing mark, and the start of another sentence.
_AFTER_CLOSING = re.compile(r"[.!?…][\"”’»]{1,2}\s+(?=[\"“‘«„]?[A-Z])")


def _split_after_quotations(text: str, span: Range) -> Iterator[Range]:
    """Cut where a quoted sentence ends and a new one begins: ``"We go." The vote is near.``

    A cue after the mark (``"Go!" Halden said``) stays with its quotation.
    """
    start, end = span
    for match in _AFTER_CLOSING.finditer(text, *span):
        if text[match.start()] in "?!" and _followed_by_a_cue(text[match.end() : end]):
            continue
        yield start, match.start() + len(match.group().rstrip())
        start = match.end()
    yield start, end


def _followed_by_a_cue(rest: str) -> bool:
    """Whether the words behind a closing mark say who asked or cried: ``"Why?" Halden wondered.``"""
    table = verbs()
    words = _WORD.findall(rest[:CUE_REACH])[: CUE_WORDS + 1]
    for word, following in zip(words, [*words[1:], "."], strict=True):
        verb = table.get(word)
        if verb and "Q" in verb.frames and verb.form in {"past", "s"}:
            return not following[0].isalnum() or following in AFTER_CUES or following.endswith(("ly", "day"))
    return False


def _belongs_together(text: str, before: Range, start: int) -> bool:
    """Say whether the end that was proposed before ``start`` is none."""
    left = text[before[0] : before[1]]
    right = text[start : start + 2]
    if right[:1].islower() and left[-1] in "?!.…" + _CLOSERS:
        # "Why?" she asked. - and whatever begins in lower case is no new sentence.
        return True
    if left[-1] in _CLOSERS and left[-2:-1] in {"?", "!"} and _followed_by_a_cue(text[start : start + CUE_REACH]):
        return True
    if left[-1] in ",;:—–" and not right[:1].isspace():
        return True
    title = _LAST_WORD.search(left[-10:])
    if title:
        word = title.group(1)
        if word.lower() in _MONTHS:
            return right[:1].isdigit()
        if word.lower() in TITLES or (len(word) == 1 and word.isupper() and word != "I"):
            return right[:1].isupper()
    return left in {'"', "'", "“", "‘", "«"} or (
        len(right) > 0 and set(text[start : start + 2].strip()) <= set("\"'”’»")
    )
