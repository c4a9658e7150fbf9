"""The sample articles of the demo are read as they are meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.intake import canonical, read_path, walk

SAMPLES = sorted((Path(__file__).parents[2] / "annotations" / "sample").glob("*.txt"))


def test_there_are_two_events_in_several_outlets() -> None:
    """At least eight articles, in the order of publication."""
    articles = [read_path(path) for path in SAMPLES]
    assert len(articles) >= 8
    published = [article.published or "" for article in articles]
    assert published == sorted(published)
    assert len({article.id for article in articles}) == len(articles)
    assert len({article.publisher for article in articles}) >= 4


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_each_sample_says_where_it_comes_from(path: Path) -> None:
    """Title, publisher, date and an address that nobody can own; a text of the usual length in canonical form."""
    article = read_path(path)
    assert article.title
    assert article.publisher
    assert article.published
    assert ".example/" in (article.url or "")
    assert 250 <= len(article.text.split()) <= 450
    assert article.text == canonical(article.text)
    assert not article.text.startswith(article.title)


def test_the_folder_of_samples_holds_nothing_but_articles() -> None:
    """Its README speaks about the folder and is none."""
    assert walk([SAMPLES[0].parent]) == SAMPLES
