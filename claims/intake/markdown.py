"""Markdown to plain text: the words in reading order, one paragraph after the other, without the marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.intake.found import Found
from claims.intake.particulars import Particulars, take_front_matter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

WORDS = ("text", "text_special", "code_inline")
"""Inline tokens whose content is words of the article; pictures and raw tags are none."""

BLANKS = {"softbreak": " ", "hardbreak": "\n"}


def read_markdown(text: str) -> Found:
    """Take front matter and marks off a Markdown text; its first block is the headline if it is a heading."""
    from markdown_it import MarkdownIt

    front, body = take_front_matter(text)
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(body)
    blocks = [block for block in _blocks(tokens) if block.strip()]
    headline = blocks[0] if blocks and tokens[0].type == "heading_open" else None
    return Found("\n\n".join(blocks), front.over(Particulars(title=headline)))


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    """The paragraphs, headings, table rows and code blocks, each as its words."""
    row: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield " | ".join(row)
            row = None
        elif token.type == "inline":
            words = _words(token.children or ())
            if row is None:
                yield words
            else:
                row.append(words)
        elif token.type in ("fence", "code_block"):
            yield token.content


def _words(tokens: Sequence[Token]) -> str:
    return "".join(BLANKS.get(token.type, token.content) for token in tokens if token.type in (*WORDS, *BLANKS))
