"""The shipped model, end to end."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import ModelMissing
from claims.extract.minilm.model import FOLDER, MODEL
from claims.extract.minilm.tagger import MiniLMTagger
from claims.models import Attribution
from claims.vocabulary import Attitude

LARGEST = 25_000_000

ARTICLE = """\
The northern port will stay shut until May, harbour minister Tilda Brandt said on Tuesday.

“We will not open a quay that may fall into the sea,” Brandt told reporters in Ostmere, adding that the state \
would pay for the repairs.

Shipowners want the government to lease a second quay. There is also talk of a third one further south.

"Nobody asked us," said Ivo Lenz, who runs the pilots' guild. "We could have told them years ago."

According to a report by the Sorrel Bank, the closure costs 4 million crowns a week. Lenz wondered whether the money \
would ever come back.
"""


@pytest.fixture(scope="module")
def tagger() -> MiniLMTagger:
    return MiniLMTagger().ready()


@pytest.fixture(scope="module")
def found(tagger: MiniLMTagger) -> list[Attribution]:
    return tagger.attribute([ARTICLE])[0]


def about(found: list[Attribution], words: str) -> Attribution:
    """The one attribution whose content holds the words."""
    (one,) = [a for a in found if any(words in span.text for span in a.content)]
    return one


def words_of(one: Attribution) -> tuple[str, str]:
    """Source and cue, as the article has them."""
    return " ".join(s.text for s in one.source), " ".join(s.text for s in one.cue)


SAID = [
    ("will stay shut until May", "harbour minister Tilda Brandt", "said"),
    ("We will not open a quay", "Brandt", "told"),
    ("the state would pay", "Brandt", "adding"),
    ("Nobody asked us", "Ivo Lenz", "said"),
    ("the closure costs", "a report by the Sorrel Bank", "According to"),
    ("whether the money", "Lenz", "wondered"),
]


@pytest.mark.parametrize(("content", "source", "cue"), SAID)
def test_who_said_what_in_an_article(found: list[Attribution], content: str, source: str, cue: str) -> None:
    """Sources, cues and contents of six kinds of reported speech."""
    spoken, by = words_of(about(found, content))
    assert source in spoken
    assert cue in by


def test_a_quotation_that_its_cue_breaks_is_one_attribution(found: list[Attribution]) -> None:
    """Both halves belong to the one who said the first."""
    assert [span.text.strip() for span in about(found, "Nobody asked us").content][-1].startswith('"We could')


def test_nobody_is_made_to_say_that_there_is_talk(found: list[Attribution]) -> None:
    """ "There is talk" has no speaker and no statement."""
    assert not [one for one in found if "third one" in " ".join(span.text for span in one.content)]


@pytest.mark.parametrize(
    "sentence",
    [
        "There is also talk of a second bridge over the Orsk.",
        "There has been talk of a strike among the pilots of Brixholm.",
        "There is speculation that the ferry company will be sold to Sorrel Ltd.",
        "There are rumours of a third quay in the north.",
        "There were calls for a new inquiry into the flood.",
    ],
)
def test_what_there_is_talk_of_nobody_says(tagger: MiniLMTagger, sentence: str) -> None:
    """Talk, rumours and calls that merely exist have no speaker; the sentence before keeps its own."""
    text = f"Ivo Lenz said that the quay would open in May. {sentence}"
    (one,) = tagger.attribute([text])[0]
    assert [span.text for span in one.source] == ["Ivo Lenz"]
    assert [span.text for span in one.content] == ["that the quay would open in May"]


def test_wishes_and_questions_are_told_apart_from_assertions(found: list[Attribution]) -> None:
    """Lists and queues can leave them out."""
    assert about(found, "lease a second quay").attitude == Attitude.INTENTION
    assert about(found, "whether the money").attitude == Attitude.QUESTION
    assert about(found, "the closure costs").attitude == Attitude.ASSERTION


def test_no_content_runs_over_a_paragraph_or_a_sentence_that_is_not_quoted(found: list[Attribution]) -> None:
    """What nobody put between quotation marks ends with its sentence."""
    spans = [span.text for one in found for span in one.content if span.text[0] not in '“"']
    assert spans
    assert not [words for words in spans if ". " in words or "\n" in words]


def test_a_text_is_read_alike_whatever_it_comes_with(tagger: MiniLMTagger, found: list[Attribution]) -> None:
    """Batches hold windows of one text only, and the second time is as the first."""
    other = "The bridge is safe, engineers said. " * 40
    assert tagger.attribute([other, ARTICLE])[1] == found
    assert tagger.attribute([ARTICLE])[0] == found


def test_the_model_is_named_by_its_hash_and_no_larger_than_promised(tagger: MiniLMTagger) -> None:
    """A claim says which file found it."""
    data = (FOLDER / MODEL).read_bytes()
    assert tagger.extractor.model == hashlib.sha256(data).hexdigest()
    assert len(data) <= LARGEST


def test_nothing_is_loaded_before_it_is_needed(tmp_path: Path) -> None:
    """Making a tagger costs nothing; only asking does, and here there is nothing to load."""
    tagger = MiniLMTagger(tmp_path)
    with pytest.raises(ModelMissing):
        tagger.attribute(["The port is shut."])


ODD = {
    "one letter": "a",
    "one mark": "“",
    "only marks": "“\"‘’”'" * 60,
    "only opening marks, line by line": "“\n" * 200,
    "no blanks": "said" * 900,
    "control characters": "“The port\x00 is\x07 shut,”\x1b Mira\x7f Halden said.\x0c",
    "right to left": "قالت ميرا هالدن: «الميناء مغلق». \u202e“We wait,”\u202c Mira Halden said.",
    "half of a pair": "“The port is \ud83d shut,” Mira Halden said.",
    "several code points to a letter": "“The port is\u0301\u0301 shut,” said M\u0301ira 👩‍👩‍👧 Halden.",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts_are_tagged_without_error_and_in_place(tagger: MiniLMTagger, text: str) -> None:
    """What comes from the web is not always prose."""
    for one in tagger.attribute([text])[0]:
        for span in (*one.source, *one.cue, *one.content):
            assert text[span.start : span.end] == span.text != ""


def test_a_character_that_is_none_does_not_hide_who_speaks(tagger: MiniLMTagger) -> None:
    """Python's strings may hold half of a surrogate pair; the words around it are read all the same."""
    (one,) = tagger.attribute([ODD["half of a pair"]])[0]
    assert words_of(one) == ("Mira Halden", "said")


def test_a_very_long_text_is_read_in_parts(tagger: MiniLMTagger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory does not grow with the text; nothing is lost between two parts, and offsets are those of the whole."""
    monkeypatch.setattr("claims.extract.minilm.tagger.LONGEST", len(SAYING) + 40)
    text = SAYING * 5
    found = tagger.attribute([text])[0]
    assert [one.content[0].start for one in found] == [text.index("“", at * len(SAYING)) for at in range(5)]
    assert all(text[s.start : s.end] == s.text for one in found for s in (*one.source, *one.cue, *one.content))


def test_a_very_long_line_is_cut_between_words_or_anywhere(
    tagger: MiniLMTagger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a paragraph break in reach, and even without a blank, the rest is still read."""
    monkeypatch.setattr("claims.extract.minilm.tagger.LONGEST", 100)
    for filling in ("word " * 100, "x" * 500):
        (one,) = tagger.attribute([f"{filling}\n{SAYING}"])[0]
        assert words_of(one) == ("Mira Halden", "said")


SAYING = "“The port is shut until May,” Mira Halden said.\n\n"


@given(st.text(alphabet="aB said,.“”\"'\n\t\u00a0é日:-", max_size=300))
@settings(max_examples=25)
def test_any_text_is_tagged_without_error_and_in_place(text: str) -> None:
    """Spans hold the words of the text, whatever the text is."""
    for one in _SHARED.attribute([text])[0]:
        for span in (*one.source, *one.cue, *one.content):
            assert text[span.start : span.end] == span.text != ""
        assert 0 <= (one.confidence or 0) <= 1


_SHARED = MiniLMTagger()
