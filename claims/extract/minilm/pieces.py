"""What the network reads: the word pieces of a text, the place of each, and what the eye sees beside the letters.

The vocabulary knows no capital letters and a window may begin inside a quotation, so each piece also
carries a *look*: whether it begins with a capital, whether it is all capitals, whether it stands
between quotation marks. Training and run time read texts through this module alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from claims.extract.quotations import quotations

if TYPE_CHECKING:
    from tokenizers import Tokenizer

PADDING, PARAGRAPH, START, END, MASK = 0, 1, 101, 102, 103
"""Pieces with a meaning of their own; the tokenizer drops line breaks, so a spare piece marks a new paragraph."""
SPECIAL = {PADDING: "[PAD]", PARAGRAPH: "[unused0]", START: "[CLS]", END: "[SEP]", MASK: "[MASK]"}
VOCABULARY = 30_522
"""How many pieces the base model knows."""
CASES = 3
"""Small letter or none, capital, two capitals in a row."""
LOOKS = 2 * CASES
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_HALF = re.compile(r"[\ud800-\udfff]")
"""Half of a pair of UTF-16: no character, but Python's strings may hold one. The tokenizer refuses it."""
UNKNOWN = "\ufffd"

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Pieces:
    """One text as the network reads it, piece by piece."""

    ids: Numbers
    looks: Numbers
    starts: Numbers
    ends: Numbers
    """Code points of the text; a paragraph mark has none (start and end are the same)."""
    first: Flags
    """Whether a word begins here: only such pieces get a role."""

    def __len__(self) -> int:
        return len(self.ids)


def load_tokenizer(path: Path) -> Tokenizer:
    """The word piece tokenizer of a file, without cutting and without padding."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def fits(tokenizer: Tokenizer) -> bool:
    """Whether a tokenizer has the pieces that the network learnt with, as far as its size and the special ones tell."""
    same = all(tokenizer.id_to_token(number) == piece for number, piece in SPECIAL.items())
    return same and tokenizer.get_vocab_size() == VOCABULARY


def read_pieces(tokenizer: Tokenizer, text: str) -> Pieces:
    """The pieces of a whole text in reading order, a paragraph mark between its lines."""
    lines = list(_LINE.finditer(text))
    words = [_HALF.sub(UNKNOWN, line.group()) for line in lines]
    encodings = tokenizer.encode_batch(words, add_special_tokens=False)
    ids: list[int] = []
    offsets: list[tuple[int, int]] = []
    first: list[bool] = []
    for number, (line, encoding) in enumerate(zip(lines, encodings, strict=True)):
        at = line.start()
        if number:
            ids.append(PARAGRAPH)
            offsets.append((at, at))
            first.append(False)
        ids.extend(encoding.ids)
        offsets.extend((start + at, end + at) for start, end in encoding.offsets)
        before = None
        for word in encoding.word_ids:
            first.append(word != before)
            before = word
    places = np.array(offsets, np.int64).reshape(-1, 2)
    return Pieces(
        ids=np.array(ids, np.int64),
        looks=_looks(text, places),
        starts=places[:, 0],
        ends=places[:, 1],
        first=np.array(first, bool),
    )


def _looks(text: str, places: Numbers) -> Numbers:
    if not len(places):
        return np.zeros(0, np.int64)
    # One more position than characters: the place behind the last one is asked for as well.
    capital = np.zeros(len(text) + 1, np.int64)
    capital[: len(text)] = np.fromiter(map(str.isupper, text), bool, len(text))
    quoted = np.zeros(len(text) + 1, np.int64)
    for quotation in quotations(text):
        for start, end in quotation.ranges:
            quoted[start:end] = 1
    starts, ends = places[:, 0], places[:, 1]
    case = capital[starts] * (1 + (capital[np.minimum(starts + 1, len(text))] & (ends - starts > 1)))
    return np.asarray((case + CASES * quoted[starts]) * (ends > starts), np.int64)
