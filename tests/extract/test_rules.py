"""Each construction of reported speech that the rule tagger reads."""

from __future__ import annotations

import pytest

from claims.extract import attributions
from claims.extract.rules import RuleTagger
from claims.models import Attribution
from claims.vocabulary import Attitude

# text, source, cue, content
READS = [
    ('"The port is shut," Mira Halden said.', "Mira Halden", "said", ['"The port is shut,"']),
    ('"The port is shut," said Mira Halden, who runs it.', "Mira Halden", "said", ['"The port is shut,"']),
    (
        '"The port," she said, "is shut." "It will open in May."',
        "she",
        "said",
        ['"The port,"', '"is shut." "It will open in May."'],
    ),
    ("Mira Halden said that the port is shut.", "Mira Halden", "said", ["that the port is shut"]),
    ("The owners say the port is shut.", "The owners", "say", ["the port is shut"]),
    ("The port is shut, Mira Halden said on Monday.", "Mira Halden", "said", ["The port is shut"]),
    ("The port is shut, said Mira Halden, the harbourmaster.", "Mira Halden, the harbourmaster", "said", None),
    ("The port, officials said, is shut.", "officials", "said", ["The port", "is shut"]),
    ("According to the Sorrel Bank, prices rose by 4%.", "the Sorrel Bank", "According to", ["prices rose by 4%"]),
    ("Prices rose by 4%, according to a study by the Sorrel Bank.", "a study by the Sorrel Bank", None, None),
    ("Ivo Lenz, who ran the port in Orsk, Kesten, until May, said it was full.", "Ivo Lenz", "said", ["it was full"]),
    ("Ivo Lenz, 43, believes the port was full.", "Ivo Lenz", "believes", ["the port was full"]),
    ("Ivo Lenz shook his head and said that he was late.", "Ivo Lenz", "said", ["that he was late"]),
    ("Ivo Lenz told reporters in Brest on Monday that he was late.", "Ivo Lenz", "told", ["that he was late"]),
    ("Officials who met us say the port is shut.", "Officials", "say", ["the port is shut"]),
    ("Ivo Lenz conceded, however, that he was late.", "Ivo Lenz", "conceded", ["that he was late"]),
    ("The ministry insists on a new quay.", "The ministry", "insists on", ["a new quay"]),
    ("The ministry called his number “invented”.", "The ministry", "called", ["his number “invented”"]),
    ("Mira Halden: “We are done here for good.”", "Mira Halden", ":", ["“We are done here for good.”"]),
    ("BRIXHOLM, Jan. 4 — The port is shut, officials said.", "officials", "said", ["The port is shut"]),
    ("Stated Ivo Lenz:\n\n“We are done here for good.”", "Ivo Lenz", "Stated", ["“We are done here for good.”"]),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), READS)
def test_who_by_which_words_said_what(text: str, source: str, cue: str | None, content: list[str] | None) -> None:
    """Source, cue and content of one construction, full stop left out, quotation marks kept."""
    (found,) = attributions(text, RuleTagger())
    assert [span.text for span in found.source] == [source]
    if cue is not None:
        assert [span.text for span in found.cue] == [cue]
    if content is not None:
        assert [span.text for span in found.content] == content


SILENT = [
    "There is also talk of a second bridge.",
    "The claims of the owners filled three files.",
    "The report is on the table.",
    "A man accused of theft was found near Orsk.",
    "More posts:",
    "He went to the port and bought a boat.",
    "The word “smart” stands on the box.",
    "",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_nobody_says_is_no_attribution(text: str) -> None:
    """Nouns that look like cues, passives without a speaker, words in tongs, hearsay."""
    assert attributions(text, RuleTagger()) == []


def texts(found: Attribution) -> list[str]:
    return [span.text for span in found.content]


def test_an_adding_clause_has_the_speaker_of_its_sentence() -> None:
    """``she said, adding that``: two attributions, one source."""
    first, second = attributions('"We pay," Mira Halden said, adding that she would sign in May.', RuleTagger())
    assert texts(first) == ['"We pay,"']
    assert texts(second) == ["that she would sign in May"]
    assert [s.text for s in second.source] == ["Mira Halden"]


def test_two_voices_in_one_sentence_stay_apart() -> None:
    """Content ends where the next one begins to speak."""
    first, second = attributions("Lenz said the port was full, but Halden insisted that it was empty.", RuleTagger())
    assert texts(first) == ["the port was full"]
    assert texts(second) == ["that it was empty"]


def test_a_quotation_over_paragraphs_is_one_attribution() -> None:
    """``X said:`` and a quotation that opens each of its paragraphs."""
    text = "Mira Halden said:\n\n“We came at dawn and saw it.\n\n“We stayed until dusk.”\n\nIt rained."
    (found,) = attributions(text, RuleTagger())
    assert texts(found) == ["“We came at dawn and saw it.", "“We stayed until dusk.”"]
    assert [s.text for s in found.source] == ["Mira Halden"]


def test_a_bare_quotation_carries_on_in_its_paragraph_only_if_it_follows() -> None:
    """The second quotation has no cue of its own; a sentence in between breaks the thread."""
    (whole,) = attributions("“We came at dawn,” Halden said. “We saw nothing at all.”", RuleTagger())
    assert len(whole.content) == 2
    apart = attributions("“We came at dawn,” Halden said. It rained. “We saw nothing at all.”", RuleTagger())
    assert [len(one.content) for one in apart] == [1, 1]
    assert apart[1].source == ()


@pytest.mark.parametrize(
    ("text", "attitude"),
    [
        ("The club plans to build a quay.", Attitude.INTENTION),
        ("The club will seek to build a quay.", Attitude.INTENTION),
        ("The club hopes to build a quay.", Attitude.INTENTION),
        ("The club believes that the quay is safe.", Attitude.BELIEF),
        ("The club asked whether the quay is safe.", Attitude.QUESTION),
        ("The club said that the quay is safe.", Attitude.ASSERTION),
    ],
)
def test_the_verb_gives_the_attitude(text: str, attitude: Attitude) -> None:
    """Wishing, holding, asking and asserting are told apart."""
    (found,) = attributions(text, RuleTagger())
    assert found.attitude == attitude


def test_a_wish_to_stay_unnamed_is_no_claim() -> None:
    """``who asked not to be named`` says something about the source only."""
    (found,) = attributions("One adviser, who did not want to be named, said the alarm had been off.", RuleTagger())
    assert [s.text for s in found.source] == ["One adviser"]
    assert texts(found) == ["the alarm had been off"]


def test_the_surest_constructions_have_the_highest_confidence() -> None:
    """A quotation beside its speaker is surer than an intention."""
    quoted, meant = RuleTagger().attribute(['"We pay," Halden said.', "Halden plans to pay the crew."])
    assert quoted[0].confidence is not None
    assert meant[0].confidence is not None
    assert quoted[0].confidence > meant[0].confidence


def test_the_tagger_says_who_it_is() -> None:
    """Name and version are kept with each claim; rules have no model file."""
    assert (RuleTagger().extractor.tagger, RuleTagger().extractor.model) == ("rules", None)
