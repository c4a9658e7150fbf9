"""What training makes of annotated articles: marks stay on their words, whatever an article wears."""

from __future__ import annotations

import random

import pytest

from claims.extract.minilm.labels import LABELS
from claims.extract.minilm.pieces import read_pieces
from training.corpus import ROLES, Example, Marked
from training.scoring import matches, relation_f1
from training.targets import IGNORE, NOWHERE, targets
from training.transforms import TRANSFORMS, varied

TEXT = "The port\n\n“We will pay,” Mira Halden said.\n\nShe said the port is shut, adding that we pay."


def at(words: str, start: int = 0) -> tuple[int, int]:
    """Where words stand in the text."""
    found = TEXT.index(words, start)
    return found, found + len(words)


EXAMPLE = Example(
    "one",
    TEXT,
    (
        Marked((at("Mira Halden"),), (at("said"),), (at("“We will pay,”"),)),
        Marked((at("She"),), (at("said", TEXT.index("She")),), (at("the port is shut"),)),
        Marked((at("She"),), (at("adding"),), (at("that we pay"),)),
    ),
)


def plain(text: str) -> str:
    """Words without what a dress may change."""
    return "".join(letter for letter in text.lower() if letter.isalnum() or letter.isspace())


def words_of(example: Example) -> list[list[str]]:
    """The marked words, one list for each attribution."""
    return sorted([plain(example.text[s:e]) for role in ROLES for s, e in m.of(role)] for m in example.marked)


@pytest.mark.parametrize("name", [name for name in TRANSFORMS if name != "transcript"])
def test_marks_stay_on_their_words(name: str) -> None:
    """Quotation marks, capitals, full stops and datelines change; who says what does not."""
    assert words_of(TRANSFORMS[name](EXAMPLE, random.Random(1))) == words_of(EXAMPLE)


def test_a_quotation_becomes_a_line_of_a_transcript() -> None:
    """``NAME: words`` has a source, a colon and a content; the other paragraphs stay as they are."""
    tries = (TRANSFORMS["transcript"](EXAMPLE, random.Random(seed)) for seed in range(20))
    changed = next(made for made in tries if "MIRA HALDEN:" in made.text)
    assert ["mira halden", "", "we will pay"] in words_of(changed)
    assert ["she", "adding", "that we pay"] in words_of(changed)


def test_the_same_seed_gives_the_same_dress() -> None:
    """Training is repeatable."""
    assert varied(EXAMPLE, random.Random(3)) == varied(EXAMPLE, random.Random(3))


def test_two_cues_share_their_source(tokenizer) -> None:
    """Each cue asks for its source, so that one source may answer twice."""
    pieces = read_pieces(tokenizer, TEXT)
    goal = targets(EXAMPLE, pieces)
    asked = [goal.source[i] for i in range(len(pieces)) if goal.source[i] != IGNORE]
    assert len(asked) == 3
    assert asked[1] == asked[2] != asked[0]


def test_a_cue_without_a_source_asks_for_nobody(tokenizer) -> None:
    """ "It was said that": the answer is "nowhere", which is an answer."""
    text = "said the port is shut"
    example = Example("two", text, (Marked((), ((0, 4),), ((5, 21),)),))
    goal = targets(example, read_pieces(tokenizer, text))
    assert goal.source[0] == NOWHERE
    assert LABELS[goal.labels[0]] == "B-cue"


def test_half_of_the_content_and_a_word_of_the_source_are_enough() -> None:
    """The rule by which an attribution counts as found."""
    text = "Mira Halden said the port is shut"
    gold = [{"source": [[0, 11]], "content": [[17, 33]]}]
    assert matches(text, gold, [{"source": [[5, 11]], "content": [[21, 33]]}]) == [(0, 0)]
    assert matches(text, gold, [{"source": [], "content": [[17, 33]]}]) == []
    assert matches(text, gold, [{"source": [[0, 4]], "content": [[29, 33]]}]) == []
    assert relation_f1(1, 1, 3) == pytest.approx(50)
