"""Words with their places: the rules read sentences word by word, never by one large pattern."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Abbreviated titles keep their full stop, initials theirs; a hyphen or an apostrophe stays inside its word.
_WORD = re.compile(
    r"(?:[A-Z]\.){1,6}(?![a-z])"
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Rev|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Sen|Sens|Rep|Reps|Gov|St|Jr|Sr)\."
    r"|[ap]\.m\."
    r"|\d+(?:[.,:]\d+)*\w*(?:-\w+)*"
    r"|\w+(?:[-'’]\w+)*"
    r"|''|``"
    r"|[^\w\s]"
)


def listed(words: str) -> frozenset[str]:
    """A table of words as it is typed: divided by blanks and line breaks."""
    return frozenset(words.split())


# Not frozen, and without a generated __init__: an article has thousands of words, and each would be four times as dear.
@dataclass(slots=True, init=False)
class Word:
    """One word or one mark; nobody changes it."""

    start: int
    end: int
    text: str
    lower: str
    capital: bool
    """Whether the word begins like a name."""
    mark: bool
    """Whether this is punctuation."""

    def __init__(self, start: int, end: int, text: str) -> None:
        first = text[0]
        self.start = start
        self.end = end
        self.text = text
        self.lower = text.lower()
        self.capital = first.isupper()
        self.mark = not (first.isalnum() or first == "_")


def texts_of(text: str) -> list[str]:
    """The words and marks themselves, in order, for whoever needs no places."""
    return _WORD.findall(text)


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words and marks of a stretch of text, in order."""
    stop = len(text) if end is None else end
    return [Word(*m.span(), m.group()) for m in _WORD.finditer(text, start, stop)]
