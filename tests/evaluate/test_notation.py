"""What annotators type, and where it is found in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.errors import InputError
from claims.evaluate.gold import Manner
from claims.vocabulary import Attitude, Kind, Part

if TYPE_CHECKING:
    from tests.evaluate.conftest import Folder


def test_every_word_gets_its_place(folder: Folder) -> None:
    """Offsets are the truth, and the words stand there."""
    (gold,) = folder.read().articles
    spans = [s for c in gold.claims for s in (*c.source, *c.cue, *c.content)] + [f.span for f in gold.figures]
    assert len(spans) > 20
    assert all(gold.article.words(span.part)[span.start : span.end] == span.text for span in spans)


def test_lines_are_found_in_reading_order(folder: Folder) -> None:
    """The same words in headline and text are told apart by the order of the lines."""
    (gold,) = folder.read().articles
    assert [figure.span.part for figure in gold.figures[:2]] == [Part.TITLE, Part.TEXT]
    assert gold.claims[0].part == Part.TITLE


def test_cue_and_source_are_the_nearest(folder: Folder) -> None:
    """ "said" stands three times in the text; each claim gets its own."""
    (gold,) = folder.read().articles
    said = [claim.cue[0].start for claim in gold.claims if claim.cue and claim.cue[0].text == "said"]
    assert len(said) == len(set(said)) == 3


def test_a_cue_of_the_same_paragraph_comes_first(folder: Folder) -> None:
    """In a transcript the colon of the next turn may be nearer than the turn's own."""
    article = (
        "Title: Talk\n\nANN OLM: Good morning to everybody in the north. The pier is shut\n\nBO EK: Is it really?\n"
    )
    notes = "@ann person Ann Olm | also: ANN OLM\nindirect @ann | ANN OLM | : | The pier is shut\n"
    (gold,) = folder.read(article=article, notes=notes).articles
    assert gold.claims[0].cue[0].start == len("ANN OLM")


def test_dots_stand_for_words_left_out(folder: Folder) -> None:
    """``first ... last`` is everything in between."""
    (gold,) = folder.read(("The pier at Calmouth will reopen in May", "The pier ... in May")).articles
    assert gold.claims[1].content[0].text == "The pier at Calmouth will reopen in May"


def test_a_number_names_the_place(folder: Folder) -> None:
    """``words #2`` overrules the order."""
    (gold,) = folder.read(("| Holm | told", "| Holm #3 | told")).articles
    text = gold.article.text
    places = [i for i in range(len(text)) if text.startswith("Holm", i)]
    assert gold.claims[3].source[0].start == places[2]


def test_words_are_found_whole(folder: Folder) -> None:
    """ "he" is not found in "the"."""
    (gold,) = folder.read().articles
    assert gold.claims[6].source[0].text == "he"
    assert not gold.article.text[gold.claims[6].source[0].end].isalpha()


def test_a_claim_within_a_claim_is_nested(folder: Folder) -> None:
    """What somebody says of their own thinking stands inside what they say."""
    (gold,) = folder.read().articles
    assert [claim.line for claim in gold.claims if claim.nested] == [gold.claims[-1].line]
    assert gold.claims[-1].attitude == Attitude.BELIEF


def test_manner_tells_how_a_speaker_is_named(folder: Folder) -> None:
    """Name, role, pronoun, organisation, anonymous, unclear: what makes a speaker easy or hard to find."""
    (gold,) = folder.read().articles
    manners = [gold.manner(claim) for claim in gold.attributed]
    assert manners == [
        Manner.ROLE, Manner.NAMED, Manner.NAMED, Manner.NAMED, Manner.ANONYMOUS, Manner.UNCLEAR, Manner.UNCLEAR,
    ]  # fmt: skip


def test_statements_have_no_speaker(folder: Folder) -> None:
    """They are the article's own."""
    (gold,) = folder.read().articles
    assert [claim.kind for claim in gold.statements] == [Kind.STATEMENT]
    assert not gold.statements[0].says


@pytest.mark.parametrize(
    ("old", "new", "wrong", "hint"),
    [
        ("It closed in 2019", "It closed in 2018", "does not stand in the article", "Copy the words"),
        ("| told |", "| shouted |", "does not stand in the article", "Copy the words"),
        ("2 | Mayor Ada Holm | said", "2 | Mayor Ada Holm #2 | said", "stands 1 times", "Count the headline"),
        ("indirect @ada 2 | mayor", "indirect @eda 2 | mayor", "nobody has the key @eda", "Describe the speaker"),
        ("indirect @ada 2 | mayor", "indirect 2 | mayor", "nobody says it", "Write @key"),
        ("indirect @ada 2 | mayor", "indirect @ada sure | mayor", '"sure" is no speaker', "Write @key"),
        ("| mayor | says |", "| mayor says |", "has 2 fields", "Write: indirect"),
        ("@jonas person", "@jonas human", "no speaker can be read", "one of person"),
        ("@jonas person", "@ada person", "is there already", "Leave one"),
        ("roles: Mayor; mayor", "rank: Mayor", "is no field of a speaker", "roles:"),
        ("roles: Mayor; mayor", "roles: Governor", '"Governor", a role of @ada', "Copy the role"),
        ("person Ada Holm | also: Mayor Holm", "person Ida Holm | also: Mayor Holm", 'reads "Ida Holm"', "also:"),
        ("organisation Pier Watch", "organisation Pier Watch\n@x group staff", "@x says nothing", "Leave the line out"),
        ("= count 14 (staff)", "= crowd 14", "no figure can be read", "Write: figure"),
        ("= count 14 (staff)", "= count fourteen", "cannot be", "Write the value as"),
        ("= count 14 (staff)", "= count 14 boat ship", "second unit", "Modifiers are"),
        ("figure 14 staff = count 14 (staff)\n", "", "marked as nothing", "no figure"),
        ("statement 2 | It", "sentence 2 | It", "begins like no line", "begins with one of"),
        ("quote @ada 3", "indirect @ada 3", "is called indirect", "All of it in marks"),
        ("mixed @spokesman for", "quote @spokesman for", "is called a quote", "All of it in marks"),
        ("indirect @jonas 1", "mixed @jonas 1", "is called mixed", "All of it in marks"),
        ("figure £3m = ", "figure Tuesday = date 2025-03-04\nfigure £3m = ", "stands only before", "reading order"),
    ],
)  # fmt: skip
def test_a_slip_is_named_with_its_line(folder: Folder, old: str, new: str, wrong: str, hint: str) -> None:
    """What is wrong, where, and what to try."""
    with pytest.raises(InputError) as caught:
        folder.read((old, new))
    assert wrong in caught.value.message
    assert "pier.gold" in caught.value.message
    assert hint in (caught.value.hint or "")
