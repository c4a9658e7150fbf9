"""Plain text: which first line is a headline."""

from __future__ import annotations

import pytest

from claims.intake import Particulars, read_bytes

LONG = (
    "The harbour board wants to buy eight tugs from a yard in Sunde before the autumn, its chair told a packed hall on "
    "Monday, and it intends to pay for them in one go."
)
WRAPPED = """\
The harbour board of Weir met for seven hours on Monday evening and
Weir decided to buy eight tugs, its chair told reporters afterwards. The
price is a secret. Nobody on the board voted against it, she said."""


def title_and_start(text: str, **given: str) -> tuple[str | None, str]:
    article = read_bytes(text.encode(), "tugs.txt", given=Particulars(**given))
    return article.title, article.text


def test_headline_subtitle_and_paragraphs_without_blank_lines() -> None:
    """The first line is the title and leaves the text; the subtitle is its first paragraph."""
    subtitle = "The chair of the board will ask the council for money while the yard waits for an order"
    title, text = title_and_start(f"\nHarbour board wants to buy the largest tugs of all\n{subtitle}\n{LONG}\n{LONG}")
    assert title == "Harbour board wants to buy the largest tugs of all"
    assert text.startswith(f"{subtitle}\nThe harbour board wants")


@pytest.mark.parametrize(
    "headline",
    [
        "Board to buy eight tugs",
        "‘Eight is enough’: board buys tugs",
        "Will the tugs ever come?",
        "U.S. yard loses order for $4.2m tugs",
        "“We will not pay”",
    ],
)
def test_a_short_line_before_a_blank_line_is_a_headline(headline: str) -> None:
    """Short, not a sentence, and set apart."""
    assert title_and_start(f"{headline}\n\n{LONG}") == (headline, LONG)


@pytest.mark.parametrize(
    "text",
    [
        f"Eight tugs have been ordered.\n\n{LONG}",
        f"The chair said:\n\n{LONG}",
        f"Tugs\n\n{LONG}",
        f"By Ana Brodie\n\n{LONG}",
        f"https://weir.example/tugs\n\n{LONG}",
        f"----------\n\n{LONG}",
        f"Tugs are ordered. More are to come\n\n{LONG}",
        f"{LONG.rstrip('.')}\n\n{LONG}",
        f"Eight tugs, nobody knows\nwhy, were ordered. {LONG}",
        "Board to buy eight tugs",
        WRAPPED,
    ],
)
def test_anything_doubtful_stays_in_the_text(text: str) -> None:
    """A headline that is missed does no harm, words that are taken away do."""
    assert title_and_start(text) == (None, text)


def test_a_title_that_is_given_is_taken_off_the_text_where_it_stands_there() -> None:
    """A headline counts once, whichever quotation marks it is set in."""
    title, text = title_and_start(f'"Eight is enough", says board.\n\n{LONG}', title="“Eight is enough”, says board.")
    assert (title, text) == ("“Eight is enough”, says board.", LONG)


def test_another_first_line_stays_under_a_title_that_is_given() -> None:
    """Nothing is lost that stands nowhere else."""
    text = f"Board to buy eight tugs\n\n{LONG}"
    assert title_and_start(text, title="Tugs") == ("Tugs", text)
