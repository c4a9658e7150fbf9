"""Gold that is written out of claims is the gold that is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.errors import InputError
from claims.evaluate import evaluate, read_corpus
from claims.evaluate.writing import kind_by_marks, write
from claims.extract import extract
from claims.extract.rules import RuleTagger
from claims.intake import read_path
from claims.models import Article, Claim, Span
from claims.vocabulary import Kind

SAMPLES = sorted((Path(__file__).parents[2] / "annotations" / "sample").glob("*.txt"))


def span(article: Article, words: str, occurrence: int = 0) -> Span:
    """The place of some words."""
    start = -1
    for _ in range(occurrence + 1):
        start = article.text.index(words, start + 1)
    return Span(start=start, end=start + len(words), text=words)


def claim(kind: Kind, *content: Span, source: Span | None = None) -> Claim:
    """A claim with no more than its words."""
    text = " … ".join(one.text for one in content)
    return Claim(id="c", article_id="a", kind=kind, spans=content, text=text, source_spans=(source,) if source else ())


@pytest.fixture
def article(tmp_path: Path) -> Article:
    """A text in which words stand twice, and a quotation runs over paragraphs."""
    path = tmp_path / "a.txt"
    path.write_text(
        "Title: Ferry late\nPublisher: Ostmere Post\n\n"
        "It was late, Ana Brel said. It was late, Ivo Lenz said.\n\n"
        "“We waited all night,” Brel said. “Nobody came.\n\n“Then the lights went on | and off.”\n",
        encoding="utf-8",
    )
    return read_path(path)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_what_the_machine_found_scores_full_marks_against_itself(path: Path, tmp_path: Path) -> None:
    """Every attribution, speaker and statement of a sample survives being written and read."""
    article = read_path(path)
    text, notes = write(article, extract(article, RuleTagger()).claims)
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    (tmp_path / "one.gold").write_text(notes, encoding="utf-8")
    report = evaluate(read_corpus(tmp_path), RuleTagger())
    scores = {score.key: score.value for score in report.scores if score.value is not None}
    assert scores["Attribution: all"] == scores["Attribution, exact span: source"] == 100
    assert scores["Speakers of the claims found: all"] == 100
    assert scores["Statements: all"] == 100
    assert not any(key.startswith("Figures") for key in scores)


def test_words_that_stand_twice_get_their_number(article: Article) -> None:
    """The second of two equal claims is found as the second."""
    text = "It was late"
    _, notes = write(
        article,
        [
            claim(Kind.INDIRECT, span(article, text), source=span(article, "Ana Brel")),
            claim(Kind.INDIRECT, span(article, text, 1), source=span(article, "Ivo Lenz")),
        ],
    )
    assert "indirect ? | Ana Brel | - | It was late #1" in notes
    assert "indirect ? | Ivo Lenz | - | It was late #2" in notes


def test_long_words_are_told_by_their_ends(article: Article) -> None:
    """A quotation over paragraphs, and one that holds a mark of the notation, stand in one line."""
    whole = article.text[article.text.index("“Nobody") :].rstrip()
    _, notes = write(article, [claim(Kind.QUOTE, span(article, whole))])
    assert "“Nobody ... off.”" in notes


def test_what_cannot_be_said_is_an_error(article: Article) -> None:
    """Half a word is no place that an annotator could name."""
    with pytest.raises(InputError, match="cannot be named by its words"):
        write(article, [claim(Kind.INDIRECT, span(article, "t was la"))])


def test_the_kind_is_that_of_the_marks(article: Article) -> None:
    """Gold goes by the marks, whatever a claim was called."""
    quoted, bare = span(article, "“We waited all night,”"), span(article, "It was late")
    assert kind_by_marks(claim(Kind.QUOTE, quoted)) == Kind.QUOTE
    assert kind_by_marks(claim(Kind.QUOTE, quoted, bare)) == Kind.MIXED
    assert kind_by_marks(claim(Kind.MIXED, bare)) == Kind.INDIRECT
