"""Plain text: the headline, where the first line is clearly one.

Nothing marks a headline in plain text, and a wrong guess takes words away from the text. So the first line is one only
if it is short, does not end as a sentence or a part of one does, and stands apart from what follows: by a blank line,
or by a line break that no wrapping at a fixed width would have made.
"""

from __future__ import annotations

import re

from claims.intake.found import Found
from claims.intake.particulars import Particulars

LONGEST_HEADLINE = 160
MOST_WORDS = 28

WIDEST_WRAP = 100
"""Texts with longer lines are not wrapped."""

NOT_AT_THE_END = ".,;:-–—…"
"""A headline may end in a question or an exclamation mark, not in these."""

CLOSING = "\"'”’»)]"
OPENING = "\"'“‘«„([¿¡—–-"

_TWO_SENTENCES = re.compile(rf"[a-z]{{3,}}\.[{re.escape(CLOSING)}]*\s+\S")
_NO_HEADLINE = re.compile(r"(?:by|from)\s+[A-Z]\S*(?:\s+[A-Z]\S*){0,3}|\S*://\S*|[*#=_-]+.*", re.IGNORECASE)


def read_plain(text: str) -> Found:
    """Find the headline of a canonical plain text."""
    return Found(text, Particulars(title=headline(text)))


def headline(text: str) -> str | None:
    """The first line of a canonical text, if it is clearly a headline."""
    first, _, rest = text.partition("\n")
    if not rest.strip() or not _reads_as_headline(first.strip()):
        return None
    if rest.startswith("\n"):
        return first.strip()
    return first.strip() if _starts_anew(first, rest) else None


def _reads_as_headline(line: str) -> bool:
    return (
        any(char.isalpha() for char in line)
        and len(line) <= LONGEST_HEADLINE
        and 2 <= len(line.split()) <= MOST_WORDS
        and line.rstrip(CLOSING)[-1:] not in NOT_AT_THE_END
        and not _TWO_SENTENCES.search(line)
        and not _NO_HEADLINE.fullmatch(line)
    )


def _starts_anew(first: str, rest: str) -> bool:
    """Say whether the line after the first one starts a paragraph, and does not continue a wrapped line."""
    second = rest.split("\n", 1)[0].strip()
    start = second.lstrip(OPENING)[:1]
    if not (start.isupper() or start.isdigit() or (start.isalpha() and not start.islower())):
        return False
    width = max(map(len, rest.split("\n")))
    # Whoever wraps at a width would have put the next word on the first line if it fitted; hands wrap less exactly.
    room = width if width > WIDEST_WRAP else width * 0.7
    return len(first) + 1 + len(second.split(" ", 1)[0]) <= room
