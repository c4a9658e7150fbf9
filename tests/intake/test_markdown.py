"""Markdown: the words without the marks."""

from __future__ import annotations

from contextlib import suppress

from claims.errors import InputError
from claims.intake import read_bytes

PAGE = """\
# Tugs *ordered*

The board, [its chair](https://weir.example/chair) said, has **ordered** eight
tugs.  \nThey cost &pound;4&nbsp;million.

![The yard](yard.png)

> “We will,” she said.

- eight tugs
- two barges

| Yard  | Tugs |
|-------|------|
| Sunde | 8    |

<div class="ad">Buy now</div>
"""


def test_words_stay_and_marks_go() -> None:
    """Paragraphs, quotations, lists and tables keep their order; pictures and raw tags are no words of the article."""
    article = read_bytes(PAGE.encode(), "tugs.md")
    assert article.title == "Tugs ordered"
    assert article.text.split("\n\n") == [
        "The board, its chair said, has ordered eight tugs.\nThey cost £4\xa0million.",
        "“We will,” she said.",
        "eight tugs",
        "two barges",
        "Yard | Tugs",
        "Sunde | 8",
    ]


def test_front_matter_is_read_and_taken_off() -> None:
    """The keys that site generators write are understood, the others passed over."""
    front = '---\ntitle: "Tugs ordered"\ndate: 2025-03-03\ntags: [harbour]\nauthor: Ana Lund\n---\n'
    article = read_bytes(f"{front}# Tugs ordered\n\nThe board paid.\n".encode(), "tugs.markdown")
    assert (article.title, article.published, article.byline) == ("Tugs ordered", "2025-03-03", "Ana Lund")
    assert article.text == "The board paid."


def test_a_ruler_at_the_top_is_no_front_matter() -> None:
    """Two rulers with prose between them are text."""
    assert "One night" in read_bytes(b"---\nOne night it rained.\n\n---\n\nThe end.\n", "x.md").text


def test_a_header_block_works_in_markdown_too() -> None:
    """The same block as in plain text; a heading that repeats its title is taken off."""
    article = read_bytes(b"Title: Tugs ordered\nPublisher: Weir Post\n\n# Tugs ordered\n\nThe board paid.", "x.md")
    assert (article.title, article.publisher, article.text) == ("Tugs ordered", "Weir Post", "The board paid.")


def test_a_heading_alone_is_title_and_text() -> None:
    """An article has a text; where there is nothing else, its headline is it."""
    article = read_bytes(b"# Tugs ordered", "x.md")
    assert (article.title, article.text) == ("Tugs ordered", "Tugs ordered")
    assert read_bytes(b"# Tugs ordered\n!", "x.md").text == "Tugs ordered\n\n!"


def test_deep_nesting_is_survived() -> None:
    """A thousand levels of quotation are text or an error of ours."""
    for nested in (">" * 5000 + " tugs", "[" * 5000 + "tugs", "- " * 3000 + "tugs", "*" * 9999 + "tugs"):
        with suppress(InputError):
            assert "tugs" in read_bytes(nested.encode(), "x.md").text
