"""Copies are known again, whole and in part."""

from __future__ import annotations

from claims.compare.reprints import shared, shingles
from claims.ids import article_id, text_sha256
from claims.models import Article, Revision

COPY = (
    "The ferry Lorn ran aground off Skene Point on Tuesday night with 214 people on board, the coastguard said. "
    "All of them were taken off by six in the morning, and nobody was badly hurt. The master told the owners that a "
    "light on the headland had been out for three days and that he had reported it twice without an answer."
)
OWN = "Our reporter met some of the passengers in the school hall, where there was tea. They had slept little."


def _article(text: str, published: str) -> Article:
    revision = Revision(number=1, text=text, sha256=text_sha256(text), recipe=0)
    return Article(id=article_id(None, text + published), published=published, revisions=(revision,))


def test_the_shared_passage_is_shown_in_both_texts() -> None:
    """The earlier article is the origin; the spans hold the words of either."""
    first = _article(COPY, "2025-05-06T08:00:00Z")
    again = _article(f"{OWN}\n\n{COPY}", "2025-05-06T09:00:00Z")
    found = shared(again, first)
    assert found is not None
    assert (found.origin, found.article, found.share) == (first.id, again.id, 1.0)
    (passage,) = found.passages
    assert passage.first.text == passage.again.text == COPY.rstrip(".")
    assert again.text[passage.again.start : passage.again.end] == passage.again.text


def test_a_changed_word_does_not_break_a_passage() -> None:
    """A slip of the scanner inside stays inside."""
    found = shared(_article(COPY, "2025-05-06"), _article(COPY.replace("headland", "hcadland"), "2025-05-07"))
    assert found is not None
    assert len(found.passages) == 1


def test_a_common_phrase_makes_no_reprint() -> None:
    """Two reports of one event that share half a sentence were both written."""
    other = f"{OWN} The ferry Lorn ran aground off Skene Point on Tuesday night, and it is still there."
    assert shared(_article(COPY, "2025-05-06"), _article(other, "2025-05-07")) is None


def test_shingles_see_words_and_nothing_else() -> None:
    """Case, marks and line breaks change nothing; they fit SQLite's integers."""
    assert shingles(COPY) == shingles(COPY.upper().replace(" ", "\n").replace(",", ""))
    assert all(-(2**63) <= one < 2**63 for one in shingles(COPY))
