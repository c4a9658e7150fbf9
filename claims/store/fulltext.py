"""What a person types into a search box, made safe for FTS5."""

from __future__ import annotations

import re

_PHRASE_OR_WORD = re.compile(r'"([^"]*)"?|(\S+)')


def match(words: str) -> str:
    """An FTS5 query that finds every word, and phrases in double quotes as phrases.

    A last ``*`` of a word stands for any ending. Nothing else is an operator, so no text is an error.
    """
    terms = []
    for phrase, word in _PHRASE_OR_WORD.findall(words.replace("\0", " ")):
        text = phrase or word
        prefix = not phrase and text.endswith("*")
        text = text.rstrip("*") if prefix else text
        if any(letter.isalnum() for letter in text):
            terms.append('"' + text.replace('"', '""') + '"' + ("*" if prefix else ""))
    # A query without a term matches nothing, rather than everything.
    return " ".join(terms) or '""'
