"""The canonical form of a text, made once at intake; every offset afterwards counts in it.

Recipe 1, in this order:

1. Every way to end a line (CR LF, CR, VT, FF, NEL, U+2028, U+2029) becomes LF, a tab becomes one space.
2. Other control characters and unpaired surrogates are dropped.
3. Soft hyphens and characters of no width are dropped: zero-width space, word joiner, byte order marks,
   marks of writing direction, tag characters (the whole list is ``INVISIBLE``). The zero-width joiner and
   non-joiner stay, because they change letters and emoji. No-break and thin spaces stay as they are.
4. NFC.
5. Blanks at the end of a line are dropped, a line of blanks only is blank.
6. Runs of blank lines become one blank line; those at the top and the bottom are dropped.

Applying it twice changes nothing. A change to any of this is a new ``RECIPE`` number.
"""

from __future__ import annotations

import re
import unicodedata

RECIPE = 1

LINE_ENDS = "\r\v\f\x85\u2028\u2029"

INVISIBLE: tuple[tuple[int, int], ...] = (
    (0x00AD, 0x00AD),  # soft hyphen
    (0x061C, 0x061C),  # Arabic letter mark
    (0x180E, 0x180E),  # Mongolian vowel separator
    (0x200B, 0x200B),  # zero-width space
    (0x200E, 0x200F),  # left-to-right and right-to-left mark
    (0x202A, 0x202E),  # embeddings and overrides of direction
    (0x2060, 0x206F),  # word joiner, invisible operators, isolates, deprecated format characters
    (0xFEFF, 0xFEFF),  # byte order mark
    (0xFFF9, 0xFFFB),  # interlinear annotation
    (0xE0000, 0xE007F),  # tag characters: whole sentences can hide in them
)
"""Ranges, both ends included, of characters that nobody sees; written out, so that no Unicode version moves them."""

CONTROL: tuple[tuple[int, int], ...] = ((0x00, 0x08), (0x0E, 0x1F), (0x7F, 0x84), (0x86, 0x9F))
SURROGATES = (0xD800, 0xDFFF)

_TRANSLATION: dict[int, str | None] = {
    **dict.fromkeys(map(ord, LINE_ENDS), "\n"),
    ord("\t"): " ",
    **{point: None for low, high in (*INVISIBLE, *CONTROL, SURROGATES) for point in range(low, high + 1)},
}
_BLANK_LINES = re.compile(r"\n{3,}")


def with_line_feeds(text: str) -> str:
    """End every line with LF and drop a byte order mark, nothing else."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def canonical(text: str) -> str:
    """Give the text the form that is stored; idempotent."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(_TRANSLATION))
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", text).strip("\n")


def one_line(text: str | None) -> str | None:
    """Give a title or a name the canonical form, on one line; null where nothing is left."""
    return " ".join(canonical(text).split()) or None if text else None
