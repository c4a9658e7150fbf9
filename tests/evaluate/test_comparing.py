"""What comparing is worth: pairs grouped, kept apart and related, against gold."""

from __future__ import annotations

from pathlib import Path

from claims.evaluate import Answers, ComparisonTally, EventCorpus, Score, read_events
from claims.models import BROKEN, Claim, Comparison, Group, Pair
from claims.vocabulary import ClaimRelation, Kind
from tests.evaluate.test_events import written

UPDATE, CONTRADICTION, SAME = ClaimRelation.UPDATE, ClaimRelation.CONTRADICTION, ClaimRelation.SAME
RELATIONS = {
    ("wire", "herald"): UPDATE,
    ("wire.title", "herald"): UPDATE,
    ("wire.built", "herald.built"): CONTRADICTION,
}
PERFECT = (("wire", "wire.title", "herald"), ("wire.built", "herald.built"))


def corpus(path: Path) -> EventCorpus:
    """The event of the pier."""
    return read_events(written(path))


def claims(gold: EventCorpus) -> list[Claim]:
    """A claim for each gold claim, with the last word of its key as id."""
    return [
        Claim(
            id=key.partition("/")[2],
            article_id=one.article,
            kind=Kind.STATEMENT,
            spans=one.spans,
            text=BROKEN.join(span.text for span in one.spans),
        )
        for key, one in gold.claims.items()
    ]


def compared(
    groups: tuple[tuple[str, ...], ...], relations: dict[tuple[str, str], ClaimRelation] | None = None
) -> Comparison:
    """What a desk would say."""
    said = RELATIONS if relations is None else relations
    return Comparison(
        groups=tuple(
            Group(
                id=f"g{number}",
                about="",
                claims=group,
                pairs=tuple(
                    Pair(a=a, b=b, relation=relation, reason="So it is.")
                    for (a, b), relation in said.items()
                    if {a, b} <= set(group)
                ),
            )
            for number, group in enumerate(groups)
        )
    )


def scored(gold: EventCorpus, comparison: Comparison, found: list[Claim] | None = None) -> dict[str, Score]:
    """The rows by name."""
    tally = ComparisonTally(gold, Answers(found or claims(gold), comparison), "Comparison")
    return {score.name: score for score in tally.scores()}


def test_gold_agrees_with_itself(tmp_path: Path) -> None:
    """So no row loses anything by itself."""
    gold = corpus(tmp_path)
    tally = ComparisonTally(gold, Answers(claims(gold), compared(PERFECT)), "Comparison")
    assert {score.name: score.value for score in tally.scores() if score.value not in (None, 100.0)} == {}
    assert not tally.misses


def test_pairs_within_an_article_count_nowhere(tmp_path: Path) -> None:
    """A headline beside its own text is neither gain nor loss."""
    row = scored(corpus(tmp_path), compared(PERFECT))["pairs in one group"]
    assert (row.wanted, row.found, row.found_right) == (3, 3, 3)


def test_what_nobody_wrote_down_is_wrong_together(tmp_path: Path) -> None:
    """Also for claims that are no gold claims: the groups of an event are complete."""
    gold = corpus(tmp_path)
    (whole,) = [one for one in gold.articles if one.publisher == "The Calmouth Herald"]
    start = whole.text.index("the police said")
    span = (
        gold.claims["01-pier/herald"]
        .spans[0]
        .model_copy(update={"start": start, "end": start + 15, "text": "the police said"})
    )
    other = Claim(id="other", article_id=whole.id, kind=Kind.STATEMENT, spans=(span,), text=span.text)
    rows = scored(gold, compared((*PERFECT, ("wire.built", "other"))), [*claims(gold), other])
    assert (rows["pairs in one group"].found, rows["pairs in one group"].found_right) == (4, 3)


def test_a_hard_negative_in_one_group_costs_its_row(tmp_path: Path) -> None:
    """Counted are those whose claims were both found."""
    gold = corpus(tmp_path)
    row = scored(gold, compared((("wire", "herald", "herald.boats"),)))["hard negatives kept apart"]
    assert (row.wanted, row.wanted_right) == (2, 1)
    without = [claim for claim in claims(gold) if claim.id != "wire.title"]
    assert scored(gold, compared(PERFECT), without)["hard negatives kept apart"].wanted == 1


def test_what_may_also_belong_is_neither_wanted_nor_wrong(tmp_path: Path) -> None:
    """A claim that says two things."""
    row = scored(corpus(tmp_path), compared((PERFECT[0], ("wire.built", "herald.built", "herald.boats"))))
    assert row["pairs in one group"].value == 100.0


def test_any_answer_that_the_gold_gives_is_right(tmp_path: Path) -> None:
    """And a contradiction that could be something else is not missed where it is called that."""
    told = RELATIONS | {("wire.built", "herald.built"): ClaimRelation.COMPATIBLE}
    rows = scored(corpus(tmp_path), compared(PERFECT, told))
    assert rows["relation of a right pair"].value == 100.0
    assert rows["contradictions"].wanted == 0


def test_a_wrong_relation_costs_its_row_alone(tmp_path: Path) -> None:
    """The pair was brought together rightly; what was called a contradiction is one false alarm more."""
    gold = corpus(tmp_path)
    rows = scored(gold, compared(PERFECT, RELATIONS | {("wire", "herald"): CONTRADICTION}))
    assert rows["pairs in one group"].value == 100.0
    assert rows["relation of a right pair"].wanted_right == 2
    assert (rows["contradictions"].found, rows["contradictions"].found_right) == (2, 1)


def test_a_claim_with_half_of_the_words_stands_for_it_and_with_less_for_none(tmp_path: Path) -> None:
    """Overlap of their words, intersection over union."""
    gold = corpus(tmp_path)
    made = {claim.id: claim for claim in claims(gold)}

    def cut(words: int) -> list[Claim]:
        """The herald's claim, its first words alone."""
        text = " ".join(made["herald"].text.split()[:words])
        span = made["herald"].spans[0]
        span = span.model_copy(update={"end": span.start + len(text), "text": text})
        return [*(made | {"herald": made["herald"].model_copy(update={"spans": (span,), "text": text})}).values()]

    assert scored(gold, compared(PERFECT), cut(5))["claims found"].value == 100.0
    rows = scored(gold, compared(PERFECT), cut(3))
    assert rows["claims found"].wanted_right == 5
    assert (rows["pairs in one group"].wanted_right, rows["pairs in one group"].found) == (1, 3)


def test_each_miss_names_both_places(tmp_path: Path) -> None:
    """What was wanted, and what was got with its reason."""
    gold = corpus(tmp_path)
    told = RELATIONS | {("wire", "herald"): SAME}
    tally = ComparisonTally(gold, Answers(claims(gold), compared(PERFECT[:1], told)), "Comparison")
    misses = {(miss.row, miss.wanted, miss.got) for miss in tally.misses}
    assert ("Comparison: relation of a right pair", "update", "same: So it is.") in misses
    assert ("Comparison: pairs in one group", "together (contradiction or compatible)", "apart") in misses
    assert {place.name for miss in tally.misses for place in (miss.a, miss.b)} == {
        "01-pier/wire",
        "01-pier/herald",
        "01-pier/wire.built",
        "01-pier/herald.built",
    }
