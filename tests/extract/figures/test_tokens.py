"""A text is cut into tokens at its blanks first: that must be the same as cutting it as a whole."""

from __future__ import annotations

import pytest

from claims.extract.numerals import Tokens
from claims.extract.numerals.tokens import _TOKEN

TEXTS = (
    "The port, which employs 1,200 people, closed.",
    " Two  blanks,\ta tab \n\nand lines. ",
    "İstanbul'da 3½ saat, 1\u202f200 kişi, ΣΑΣ. O’Neill paid $4.2bn (£3.3bn) for .5% ...",
    "a,b.c d. , .e 12.5, 3. x.",
    "",
)


@pytest.mark.parametrize("text", TEXTS)
def test_tokens_are_those_of_the_pattern_over_the_whole_text(text: str) -> None:
    """Blanks separate tokens and belong to none."""
    t = Tokens(text)
    spans = [match.span() for match in _TOKEN.finditer(text)]
    assert list(zip(t.starts[: t.size], t.ends[: t.size], strict=True)) == spans


@pytest.mark.parametrize("text", TEXTS)
def test_words_are_in_small_letters_as_they_stand(text: str) -> None:
    """Letters that grow when they are made small shift no other word."""
    t = Tokens(text)
    small = [t.raw(i).lower().replace("’", "'") for i in range(t.size)]
    assert [word.replace("ς", "σ") for word in t.words[: t.size]] == [word.replace("ς", "σ") for word in small]
