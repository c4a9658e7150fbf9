"""Cut a text into words, numbers and marks, each with its place.

The grammars of figures and dates read tokens, never characters: what they find is exact in code points
because tokens are. A list is padded at its end, so that looking a few tokens ahead, or behind the first
(index -1), meets an empty word instead of an error.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

_VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"

# Possessive and bounded repeats: every character is looked at a bounded number of times.
_TOKEN = re.compile(
    r"""
    (?:
      [^\W\d_VULGAR]++(?:['’][^\W\d_VULGAR]++)*+
    | (?=\d)(?:                                              # one look tells whether to try the shapes of numbers
        \d{1,3}(?:,\d{2,3}){0,7},\d{3}(?:\.\d++)?(?![\d])    # 1,200 and 1,97,420.50
      | \d{1,3}(?:\.\d{3}){2,7}(?:,\d++)?(?!\d)              # 1.200.000
      | \d{1,3}(?:['’]\d{3}){1,7}(?:\.\d++)?(?!\d)           # 1'200 as the Swiss write
      | \d{1,3}(?:[\u00a0\u202f\u2009]\d{3}){1,7}(?:[.,]\d++)?(?!\d)
      | \d++\.\d++                                           # 4.2
      | (?<![\d],)\d++,\d{1,2}(?!\d|,\d)                     # 4,2
      | \d++
      )
    | (?<![\d\w.])\.\d++                                    # .5
    | [VULGAR]
    | \S
    )
    """.replace("VULGAR", _VULGAR),
    re.VERBOSE,
)

PADDING = 16

_LONGEST_NUMBER = 40


def _cut(text: str) -> tuple[list[str], list[int], list[int]]:
    """Words in small letters, where they start, and where they end.

    No token holds a blank, so each stretch between blanks is cut by itself: most are one word, or one with a
    comma or a stop behind it, which is told sooner than by a pattern.
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    small = text.lower()
    # A few letters, such as "İ", grow when they are made small, and what follows them would shift.
    even = len(small) == len(text)
    at = 0
    for piece in (small if even else text).split(" "):
        end = at + len(piece)
        if piece.isalpha():
            words.append(piece)
            starts.append(at)
            ends.append(end)
        elif piece[-1:] in _STOPS and piece[:-1].isalpha():
            words += (piece[:-1], piece[-1])
            starts += (at, end - 1)
            ends += (end - 1, end)
        elif piece:
            for match in _TOKEN.finditer(text, at, end):
                first, last = match.span()
                words.append(piece[first - at : last - at])
                starts.append(first)
                ends.append(last)
        at = end + 1
    return (words if even else [word.lower() for word in words]), starts, ends


_STOPS = frozenset({",", "."})


class Tokens:
    """A text as parallel lists: lower-case words, and where each starts and ends."""

    __slots__ = ("ends", "numerals", "size", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        words, starts, ends = _cut(text)
        self.size = len(words)
        self.numerals: dict[int | tuple[int, bool, bool], Any] = {}
        """What ``read_numeral`` found at a token, and how it was asked where that matters: several grammars ask it."""
        if "’" in text:
            words = [word.replace("’", "'") for word in words]
        words += [""] * PADDING
        padding = [len(text)] * PADDING
        starts += padding
        ends += padding
        self.words, self.starts, self.ends = words, starts, ends

    def raw(self, index: int) -> str:
        """The token as it stands in the text."""
        return self.text[self.starts[index] : self.ends[index]]

    def glued(self, index: int) -> bool:
        """Say whether the token touches the one before it."""
        return 0 < index < self.size and self.ends[index - 1] == self.starts[index]

    def capital(self, index: int) -> bool:
        """Say whether the token begins with a capital letter."""
        return 0 <= index < self.size and self.text[self.starts[index]].isupper()

    def is_number(self, index: int) -> bool:
        """Say whether the token is written in digits."""
        word = self.words[index]
        return word[:1].isdecimal() or (word[:1] == "." and len(word) > 1)


def decimal_of(word: str) -> Decimal | None:
    """The value of a token of digits; null for one too long to be a figure."""
    if len(word) > _LONGEST_NUMBER:
        return None
    if word.isdecimal():
        return Decimal(word)
    whole, _, rest = word.partition(".")
    if rest.isdecimal() and whole.isdecimal():
        return Decimal(word)  # "4.2"
    whole = word.replace(",", "")
    if whole.isdecimal() and "," not in word[-3:]:
        return Decimal(whole)  # "1,200"
    word = word.replace("'", "").replace("’", "").replace("\u00a0", "").replace("\u202f", "").replace("\u2009", "")
    commas, points = word.count(","), word.count(".")
    if points > 1:
        word = word.replace(".", "").replace(",", ".")
    elif commas == 1 and not points and len(word) - word.index(",") <= 3:
        word = word.replace(",", ".")
    else:
        word = word.replace(",", "")
    return Decimal(word)
