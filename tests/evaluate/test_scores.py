"""What the scores count, on small cases whose answer is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest

from claims.evaluate import Corpus, Report, Score, evaluate
from claims.evaluate.gold import GoldArticle
from claims.evaluate.marked import Marked
from claims.evaluate.relations import Tokens, matched
from claims.evaluate.speaking import Judged, SpeakerTally
from claims.evaluate.stating import StatementTally
from claims.extract import extract
from claims.models import Attribution, Claim, ClaimSpeaker, Extractor, Span, Speaker, SpeakerRef
from claims.vocabulary import Kind, SpeakerKind, SpeakerRelation

if TYPE_CHECKING:
    from tests.evaluate.conftest import Folder

TEXT = "The old stone pier is shut until May, Ada Holm said."


class Silent:
    """A tagger that finds nothing."""

    @property
    def extractor(self) -> Extractor:
        return Extractor(tagger="silent", version="1")

    def attribute(self, texts: Sequence[str]) -> list[list[Attribution]]:
        return [[] for _ in texts]


class AllOf:
    """A tagger that knows the answers of a whole corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self._taggers = [Marked(gold) for gold in corpus.articles]

    @property
    def extractor(self) -> Extractor:
        return Extractor(tagger="all-of", version="1")

    def attribute(self, texts: Sequence[str]) -> list[list[Attribution]]:
        return [next((found for t in self._taggers for found in t.attribute([text]) if found), []) for text in texts]


def row(report: Report, key: str) -> float | None:
    return next(score.value for score in report.scores if score.key == key)


@pytest.mark.parametrize(
    ("content", "source", "right"),
    [
        ((0, 36), (38, 46), True),
        ((8, 36), (38, 41), True),  # most of the words, part of the source
        ((0, 13), (38, 46), False),  # fewer than half of the words
        ((0, 36), (47, 51), False),  # another source
        ((0, 36), None, False),  # no source where there is one
    ],
)
def test_a_relation_needs_half_of_the_words_and_a_word_of_the_source(
    content: tuple[int, int], source: tuple[int, int] | None, right: bool
) -> None:
    """The measure of the published comparisons."""
    tokens = Tokens(TEXT)
    gold = tokens.relation({"content": [(0, 36)], "source": [(38, 46)]})
    guess = tokens.relation({"content": [content], "source": [source] if source else []})
    assert gold is not None
    assert guess is not None
    assert bool(matched([gold], [guess])) is right


def test_two_guesses_for_one_relation_count_once() -> None:
    """One to one, the closer first."""
    tokens = Tokens(TEXT)
    gold = tokens.relation({"content": [(0, 36)], "source": [(38, 46)]})
    near = tokens.relation({"content": [(4, 36)], "source": [(38, 46)]})
    assert gold is not None
    assert near is not None
    assert matched([gold], [near, gold]) == [(0, 1)]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("“The pier is shut.”", Kind.QUOTE),
        ("“The pier is shut”,", Kind.QUOTE),
        ("that it is “shut” now", Kind.MIXED),
        ("that it is shut now", Kind.INDIRECT),
    ],
)
def test_the_kind_of_a_relation_follows_from_its_marks(words: str, kind: Kind) -> None:
    """Where nobody has annotated it."""
    relation = Tokens(words).relation({"content": [(0, len(words))]})
    assert relation is not None
    assert relation.kind == kind


def test_a_tagger_that_knows_the_answers_is_always_right(folder: Folder) -> None:
    """All relations, kinds and attitudes; so the measure itself loses nothing."""
    corpus = folder.read()
    report = evaluate(corpus, AllOf(corpus))
    for name in ("all", "quote", "mixed", "indirect", "attitude of a right relation"):
        assert row(report, f"Attribution: {name}") == 100.0
    assert not [miss for miss in report.misses if miss.row.startswith("Attribution")]


def test_a_tagger_that_finds_nothing_scores_nothing_and_every_miss_is_told(folder: Folder) -> None:
    """Nested claims are left out: six of seven attributions are wanted."""
    report = evaluate(folder.read(), Silent())
    assert row(report, "Attribution: all") == 0.0
    missed = [miss for miss in report.misses if miss.row.startswith("Attribution")]
    assert len(missed) == 6
    assert all(miss.got == "nothing" and miss.article == "pier.gold" and miss.line for miss in missed)


def test_given_the_attributions_the_tagger_does_not_matter(folder: Folder) -> None:
    """Speakers are judged by themselves."""
    corpus = folder.read()
    given = [
        [score for score in evaluate(corpus, tagger).scores if score.group.startswith("Speakers, given")]
        for tagger in (Silent(), AllOf(corpus))
    ]
    assert given[0] == given[1]
    assert given[0][0].wanted == 7


def test_what_stands_in_boilerplate_is_an_alarm(folder: Folder) -> None:
    """A line that is no part of the story makes no claim, whatever it says."""
    quiet = evaluate(folder.read(), Silent())
    line = "boilerplate “We have found £3m,” Holm told the council. “We will need it.”\nboilerplate Read more"
    loud = evaluate(folder.read(("boilerplate Read more", line), ("figure £3m = money 3000000 GBP\n", "")), Silent())
    assert [one.alarms for one in quiet.alarms] == [0, 0]
    assert loud.alarms[1].alarms == 1
    assert [miss.wanted for miss in loud.misses if "boilerplate" in miss.row] == ["nothing: boilerplate"]


def test_figures_need_place_value_and_unit(folder: Folder) -> None:
    """A wrong unit costs the unit only, a wrong value the value too."""
    right = evaluate(folder.read(), Silent())
    unit = evaluate(folder.read(("= money 3000000 GBP", "= money 3000000 USD")), Silent())
    value = evaluate(folder.read(("= money 3000000 GBP", "= money 3 GBP")), Silent())
    assert row(right, "Figures: value and unit") == 100.0
    assert row(unit, "Figures: value") == 100.0
    assert row(unit, "Figures: value and unit") == pytest.approx(100 * 5 / 6)
    assert row(value, "Figures: span") == 100.0
    assert row(value, "Figures: value") == pytest.approx(100 * 5 / 6)
    assert any("money 3000000 USD" in miss.wanted for miss in unit.misses)


def stated(gold: GoldArticle, *words: str) -> Score:
    """The score of these statements."""
    text = gold.article.text
    claims = []
    for one in words:
        span = Span(start=text.index(one), end=text.index(one) + len(one), text=one)
        claims.append(Claim(id=one, article_id=gold.article.id, kind=Kind.STATEMENT, spans=(span,), text=one))
    tally = StatementTally("Statements")
    tally.add(gold, claims)
    return tally.scores()[0]


def test_statements_are_matched_by_half_of_their_words(folder: Folder) -> None:
    """One that ends elsewhere is still found; a second one for the same sentence is a false alarm."""
    (gold,) = folder.read().articles
    assert stated(gold, "It closed in").value == 100.0
    assert stated(gold, "It").value == 0.0
    assert stated(gold, "It closed in 2019", "closed in 2019").precision == 50.0
    assert stated(gold, "The pier at Calmouth will reopen in May").value == 0.0


# Speakers: the claims are made by hand, so that only the records differ.


def speakers(gold: GoldArticle, said: Sequence[Sequence[tuple[str, SpeakerRelation]]]) -> SpeakerTally:
    """Judge the gold claims of an article, led to these records: an id, which is a name with a letter."""
    ideal = extract(gold.article, Marked(gold))
    made = {tuple((s.part, s.start) for s in claim.spans): claim for claim in ideal.claims}
    pairs = []
    for wanted, links in zip(gold.attributed, said, strict=True):
        claim: Claim = made[tuple((s.part, s.start) for s in wanted.content)]
        refs = tuple(
            ClaimSpeaker(
                speaker=SpeakerRef(id=id, name=id.partition("/")[0], kind=SpeakerKind.PERSON), relation=relation
            )
            for id, relation in links
        )
        pairs.append((wanted, claim.model_copy(update={"speakers": refs})))
    ids = {id for links in said for id, _ in links}
    records = [Speaker(id=id, name=id.partition("/")[0], kind=SpeakerKind.PERSON) for id in sorted(ids)]
    tally = SpeakerTally("Speakers")
    tally.add(Judged(gold, pairs, records))
    return tally


SAYS, FOR, OPEN = SpeakerRelation.SAYS, SpeakerRelation.ON_BEHALF_OF, SpeakerRelation.CANDIDATE
RIGHT: list[list[tuple[str, SpeakerRelation]]] = [
    [("Ada Holm", SAYS)],
    [("Ada Holm", SAYS)],
    [("Ada Holm", SAYS)],
    [("Jonas Holm", SAYS)],
    [("spokesman for Pier Watch", SAYS), ("Pier Watch", FOR)],
    [("spokesman for Pier Watch", OPEN), ("Jonas Holm", OPEN)],
    [("Jonas Holm", OPEN), ("spokesman for Pier Watch", OPEN)],
]


def accuracy(folder: Folder, **changes: list[tuple[str, SpeakerRelation]]) -> int:
    """How many of the seven are right after some are changed: ``c3=...`` is the fourth."""
    (gold,) = folder.read().articles
    said = [changes.get(f"c{number}", links) for number, links in enumerate(RIGHT)]
    return speakers(gold, said).scores()[0].wanted_right


def test_right_records_are_right(folder: Folder) -> None:
    """A description may go by most of its words."""
    assert accuracy(folder) == 7


def test_two_people_under_one_record_cost_the_rarer_one(folder: Folder) -> None:
    """Ada and Jonas Holm thrown together: the record is Ada's, who speaks more often."""
    assert accuracy(folder, c3=[("Ada Holm", SAYS)]) == 6


def test_one_person_under_two_records_costs_the_rarer_one(folder: Folder) -> None:
    """The same name is not enough: it has to be the same record."""
    assert accuracy(folder, c2=[("Ada Holm/2", SAYS)]) == 6


def test_a_surname_alone_is_not_the_name(folder: Folder) -> None:
    """The article gives the full one."""
    assert accuracy(folder, c3=[("Holm", SAYS)]) == 6


def test_what_is_unclear_has_to_be_left_open(folder: Folder) -> None:
    """A guess is wrong even if it is one of those who may be meant, and so is half of the candidates."""
    assert accuracy(folder, c5=[("Jonas Holm", SAYS)]) == 6
    assert accuracy(folder, c5=[("Jonas Holm", OPEN)]) == 6


def test_one_speaker_too_many_is_wrong(folder: Folder) -> None:
    """Joint sources are exactly those who speak together."""
    assert accuracy(folder, c0=[("Ada Holm", SAYS), ("Jonas Holm", SAYS)]) == 6
    assert accuracy(folder, c0=[]) == 6


def test_on_whose_behalf_is_a_row_of_its_own(folder: Folder) -> None:
    """The spokesman is right, and for whom he speaks is missed."""
    (gold,) = folder.read().articles
    tally = speakers(gold, [*RIGHT[:4], [("spokesman for Pier Watch", SAYS)], *RIGHT[5:]])
    scores = {score.name: score for score in tally.scores()}
    assert scores["all"].value == 100.0
    assert scores["on whose behalf"].wanted == 1
    assert scores["on whose behalf"].value == 0.0
    assert [miss.got for miss in tally.misses] == ["nobody"]
