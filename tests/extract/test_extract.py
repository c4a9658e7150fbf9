"""What holds for every extraction: offsets, order, ids, figures; on any text at all."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import ids
from claims.extract import attributions, extract
from claims.extract.attributions import kind_of
from claims.models import Article, Attribution, Extraction, Extractor, Revision, Span
from claims.vocabulary import Kind

MakeArticle = Callable[..., Article]

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "attribution" / "score_rules.py"
SAMPLES = sorted((Path(__file__).parents[2] / "annotations" / "sample").glob("*.txt"))
PIECES = st.sampled_from(
    [
        "Ana Brel ", "the minister ", "he ", "who ", "said ", "that ", "told ", "adding ", "according to ", "to ",
        '"', "“", "”", "'", "’", "‘", "''", "«", ",", ", ", ". ", ".", ":", "? ", "! ", "\n", "\n\n", "— ", "(", ")",
        "12 people ", "$4.2bn ", "last Tuesday ", "between 3 and 5 ", "Kesten ", "Mr. ", "U.S. ", "a.m. ", "of ",
        "and ", "but ", "was ", "has ", "x", " ", "é", "\u0301", "\U0001f600", "\u00a0", "wants ", "More posts:", "By ",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=120)


def made(text: str, title: str | None = None) -> Article:
    revision = Revision(number=1, title=title, text=text, sha256=ids.text_sha256(text), recipe=1)
    return Article(id=ids.article_id(None, text), title=title, publisher="The Post", revisions=(revision,))


def assert_sound(article: Article, extraction: Extraction) -> None:
    """Offsets hold, ids are unique, every speaker that a claim names is there."""
    known = {speaker.id for speaker in extraction.speakers}
    for claim in extraction.claims:
        mentions = [link.mention for link in claim.speakers if link.mention]
        for span in (*claim.spans, *claim.source_spans, *claim.cue_spans, *mentions):
            assert article.words(span.part)[span.start : span.end] == span.text
        for figure in claim.figures:
            assert article.words(figure.part)[figure.start : figure.end] == figure.text
            assert figure.id == ids.figure_id(claim.id, figure.part, figure.core_start, figure.core_end)
        assert {link.speaker.id for link in claim.speakers if link.speaker} <= known
    assert len({claim.id for claim in extraction.claims}) == len(extraction.claims)
    assert len(known) == len(extraction.speakers)


@given(text=TEXTS, title=st.none() | TEXTS)
def test_any_text_is_read_without_an_error(text: str, title: str | None) -> None:
    """Whatever the text, offsets hold, and reading it twice gives the same."""
    article = made(text, title)
    extraction = extract(article)
    assert_sound(article, extraction)
    assert extract(article) == extraction


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[2] / "annotations" / "sample").glob("*.txt")), ids=lambda path: path.stem
)
def test_every_sample_gives_sound_claims(path: Path) -> None:
    """The sample articles, header block and all, are read with claims in them."""
    article = made(path.read_text(encoding="utf-8"))
    extraction = extract(article)
    assert_sound(article, extraction)
    assert len(extraction.claims) >= 10


def test_the_same_words_twice_are_two_claims(article_of: MakeArticle) -> None:
    """The occurrence tells the ids of equal claims apart."""
    first, second = extract(article_of("Ana Brel said it was late.\n\nIvo Lenz said it was late.")).claims
    assert first.text == second.text
    assert first.id != second.id


def test_a_figure_that_sticks_out_of_its_claim_is_read_again(article_of: MakeArticle) -> None:
    """A figure never reaches beyond the span of the claim that holds it."""
    text = "It took “more than 400” people, Ana Brel said. “We counted 12,” she added of the boats."
    article = article_of(text)
    for claim in extract(article).claims:
        for figure in claim.figures:
            assert any(span.holds(figure.start, figure.end, figure.part) for span in claim.spans)


class Appositions:
    """A tagger that leaves the comma behind an apposition with the source, as some annotators do."""

    extractor = Extractor(tagger="appositions", version="1")

    def attribute(self, texts: Sequence[str]) -> list[list[Attribution]]:
        def span(text: str, words: str) -> Span:
            return Span(start=text.index(words), end=text.index(words) + len(words), text=words)

        found = ("Ana Brel, the mayor,", "said", "that it was late")
        return [
            [Attribution(source=(span(t, found[0]),), cue=(span(t, found[1]),), content=(span(t, found[2]),))]
            if found[0] in t
            else []
            for t in texts
        ]


def test_a_source_ends_before_the_comma_of_its_apposition(article_of: MakeArticle) -> None:
    """Whatever the tagger learnt, the desk sees the words that name the speaker."""
    text = "Ana Brel, the mayor, said that it was late."
    (claim,) = extract(article_of(text), Appositions()).claims
    assert [span.text for span in claim.source_spans] == ["Ana Brel, the mayor"]
    assert [span.text for span in attributions(text, Appositions())[0].source] == ["Ana Brel, the mayor"]


class OneQuotation:
    """A tagger that knows one sentence: any other model fits behind the same two names."""

    @property
    def extractor(self) -> Extractor:
        return Extractor(tagger="one", version="7", model="abc")

    def attribute(self, texts: Sequence[str]) -> list[list[Attribution]]:
        words = "The sea is calm"
        return [
            [Attribution(content=(Span(start=t.index(words), end=t.index(words) + len(words), text=words),))]
            if words in t
            else []
            for t in texts
        ]


def test_any_tagger_serves_and_is_named_on_its_claims(article_of: MakeArticle) -> None:
    """What proposed a claim stands with it."""
    (claim,) = extract(article_of("The sea is calm, they say."), OneQuotation()).claims
    assert claim.text == "The sea is calm"
    assert claim.extractor == Extractor(tagger="one", version="7", model="abc")


KINDS = [
    (["“We will,”", "“not pay.”"], Kind.QUOTE),
    (['"We will."'], Kind.QUOTE),
    (["'We will,'"], Kind.QUOTE),
    (["“We came at dawn.", "“We stayed.”"], Kind.QUOTE),
    (["that it was “premature”"], Kind.MIXED),
    (['"one" and "two"'], Kind.MIXED),
    (["that the criticism was ‘premature and unkind’"], Kind.MIXED),
    (["that the miners' pay rose"], Kind.INDIRECT),
]


@pytest.mark.parametrize(("pieces", "kind"), KINDS)
def test_quotation_marks_decide_the_kind(pieces: list[str], kind: Kind) -> None:
    """Verbatim throughout, in part, or not at all."""
    spans = [Span(start=0, end=len(piece), text=piece) for piece in pieces]
    assert kind_of(spans) == kind


def test_rules_keep_their_score_on_other_peoples_annotations(judges: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Relation F1 on PolNeAR's development part, measured by the benchmark itself, does not fall."""
    spec = importlib.util.spec_from_file_location("score_rules", BENCHMARK)
    assert spec is not None
    assert spec.loader is not None
    benchmark = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, benchmark)
    spec.loader.exec_module(benchmark)
    score = benchmark.score(judges / "polnear" / "dev.jsonl.gz")
    assert score.f1("all") >= 58.0
    assert score.f1("quote") >= 83.5
