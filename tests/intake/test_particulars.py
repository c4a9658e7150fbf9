"""Header blocks, and whose word counts."""

from __future__ import annotations

import pytest

from claims.errors import InputError
from claims.ids import article_id
from claims.intake import Particulars, read_bytes
from claims.models import Article

TEXT = "The pumps failed at noon, said Ana Brodie.\n"


def read(text: str, **given: str) -> Article:
    """Read a text as if it stood in ``pumps.txt``."""
    return read_bytes(text.encode(), "pumps.txt", given=Particulars(**given))


def test_a_header_block_is_taken_off_the_text() -> None:
    """Keys in any case, in any order; the block ends at the first blank line."""
    article = read(
        "TITLE: Pumps fail in Weir\npublisher: Weir Post\nPublished: 2025-03-03 08:30\nByline:Ana Lund\n"
        f"url: https://Weir.example/pumps#top\nLanguage: en_GB\n \n{TEXT}"
    )
    assert article.title == "Pumps fail in Weir"
    assert (article.publisher, article.byline, article.language) == ("Weir Post", "Ana Lund", "en-GB")
    assert article.published == "2025-03-03T08:30"
    assert article.url == "https://weir.example/pumps"
    assert article.text == TEXT.strip()


def test_what_the_user_gave_wins_over_the_header_block() -> None:
    """Somebody who types --publisher has looked."""
    article = read(f"Title: Old\nPublisher: Weir Post\n\n{TEXT}", publisher="Weir Evening Post", language="en-GB")
    assert (article.title, article.publisher, article.language) == ("Old", "Weir Evening Post", "en-GB")


def test_an_empty_line_of_the_block_says_nothing() -> None:
    """``Byline:`` alone is a form that was not filled in."""
    assert read(f"Title: Pumps fail\nByline:\n\n{TEXT}").byline is None


def test_a_text_that_merely_has_a_colon_keeps_it() -> None:
    """Only a known key on the first line opens a block."""
    text = "Weather: rain is expected, said the office.\nPublisher: nobody."
    assert read(text).text == text


def test_the_id_comes_from_the_normal_address() -> None:
    """The same page through another link is the same article."""
    one = read(TEXT, url="https://weir.example/a?utm_source=mail")
    two = read(TEXT, url="https://WEIR.example/a#end")
    assert one.id == two.id == article_id("https://weir.example/a", "")


def test_without_an_address_the_id_comes_from_the_text() -> None:
    """The same words are the same article, however their lines end."""
    assert read(TEXT).id == read(TEXT.replace("\n", "\r\n")).id == article_id(None, TEXT.strip())


def test_the_revision_says_how_its_text_was_made() -> None:
    """One revision, numbered, with hash and recipe; when it was added is the store's to say."""
    (revision,) = read(f"Title: Pumps fail\n\n{TEXT}").revisions
    assert (revision.number, revision.recipe, revision.title, revision.added_at) == (1, 1, "Pumps fail", None)
    assert len(revision.sha256) == 64


@pytest.mark.parametrize(
    ("header", "complaint", "hint"),
    [
        ("Title: A\nAuthor: Ana\n\n", "Line 2 of pumps.txt", "Byline:"),
        ("Title: A\nMood: bad\n\n", "Line 2 of pumps.txt", "Published:"),
        ("Title: A\n", "Line 2 of pumps.txt", "blank line"),
        ("Title: A\nTitle: B\n\n", "two lines", "Leave one"),
        ("Published: 10 April 2025\n\n", '"10 April 2025" in the header block of pumps.txt', "Write 2025-04-10"),
        ("Published: April 10th, 2025\n\n", "no ISO date", "Write 2025-04-10"),
        ("Published: 03/04/2025\n\n", "no ISO date", "2025-04-10T08:30:00+02:00"),
        ("Published: 2025-02-30\n\n", "no ISO date", "2025-04-10T"),
        ("URL: weir.example/a\n\n", "in the header block of pumps.txt", "https://weir.example/a"),
        ("Language: the Queen's\n\n", "language", "en-GB"),
    ],
)
def test_a_mistake_in_a_header_block_is_said_and_never_becomes_text(header: str, complaint: str, hint: str) -> None:
    """Half a block read and half a block in the text would be found out weeks later."""
    with pytest.raises(InputError) as refused:
        read(header + TEXT)
    assert complaint in refused.value.message
    assert hint in (refused.value.hint or "")


@pytest.mark.parametrize("field", ["url", "published", "language"])
def test_a_mistake_in_an_option_is_said(field: str) -> None:
    """What the user gives is checked as a header block is."""
    with pytest.raises(InputError, match=r"given for pumps\.txt"):
        read(TEXT, **{field: "10 April 2025"})


def test_a_header_block_without_a_text_is_refused() -> None:
    """A file that was saved too early."""
    with pytest.raises(InputError, match="no text below"):
        read("Title: Pumps fail\n")
