"""What the links cannot see: sentences, and quotations over paragraphs."""

from __future__ import annotations

import time
from itertools import count

from claims.extract.minilm.cleaning import clean
from claims.extract.minilm.decoding import Segment
from claims.extract.minilm.labels import CONTENT, CUE, SOURCE
from claims.extract.minilm.linking import Group


def group(text: str, cue: str, *contents: str) -> Group:
    """A cue with what the network would have linked to it."""

    def segment(role: str, words: str) -> Segment:
        start = text.index(words)
        return Segment(role, start, start, start + len(words), 0.0, 0.0)

    return Group(segment(CUE, cue), [segment(CONTENT, words) for words in contents])


def cleaned(text: str, *groups: Group) -> list[tuple[str, ...]]:
    """The contents that are left to each group, as words."""
    return [tuple(text[s.start : s.end] for s in one.contents) for one in clean(text, groups)]


def test_what_nobody_quotes_ends_with_its_sentence() -> None:
    """Beside a quotation, too: the sentence before it is not part of what she said."""
    text = "Nothing moves in the harbour. “Nobody wants to learn it,” she said."
    assert cleaned(text, group(text, "said", "Nothing moves in the harbour", "“Nobody wants to learn it,”")) == [
        ("“Nobody wants to learn it,”",)
    ]


def test_a_quotation_may_go_on_behind_its_sentence() -> None:
    """``"We came," she said. "We stayed."``: both are hers."""
    text = "“We came,” she said. “We stayed all night.”"
    both = ("“We came,”", "“We stayed all night.”")
    assert cleaned(text, group(text, "said", *both)) == [both]


def test_a_quotation_behind_another_sentence_is_a_claim_of_its_own() -> None:
    """What the article tells in between parts them, unless it still says who speaks."""
    text = "“We came,” said a man called Earl. He looked around the gym. “We stayed all night.”"
    both = ("“We came,”", "“We stayed all night.”")
    assert cleaned(text, group(text, "said", *both)) == [("“We came,”",)]
    text = "“We came,” said Rep. G. K. Halden (P-N.C.), head of the caucus. “We stayed all night.”"
    told = group(text, "said", *both)
    start = text.index("Rep.")
    told.source = Segment(SOURCE, start, start, text.index(". “We stayed"), 0.0, 0.0)
    assert cleaned(text, told) == [both]


def test_a_quotation_beyond_the_next_paragraph_is_somebody_elses() -> None:
    """What stands between says that the article has moved on."""
    text = "The guild said fares must rise.\n\nThe ferries sailed all winter.\n\n“I miss the old boats,” Lenz wrote."
    assert cleaned(text, group(text, "said", "fares must rise", "“I miss the old boats,”")) == [("fares must rise",)]


def test_paragraph_by_paragraph_a_quotation_may_go_far() -> None:
    """Each of them is next to one that is hers."""
    text = "“We came at dawn,” Halden said.\n\n“Nobody was there.”\n\n“Then the lights went on.”"
    parts = ("“We came at dawn,”", "“Nobody was there.”", "“Then the lights went on.”")
    assert cleaned(text, group(text, "said", *parts)) == [parts]


def test_behind_a_colon_words_may_go_on() -> None:
    """A turn of a transcript holds several sentences."""
    text = "HALDEN: We came at dawn. Nobody was there."
    both = ("We came at dawn", "Nobody was there")
    assert cleaned(text, group(text, ":", *both)) == [both]


def test_a_quotation_over_paragraphs_is_said_by_who_began_it() -> None:
    """However near the next cue is to its last paragraph."""
    text = (
        "“We came at dawn,” Halden said. “Nobody was there.\n\n“Then the lights went on.”\n\n"
        "The quay is old, according to Lenz."
    )
    first = group(text, "said", "“We came at dawn,”", "“Nobody was there.")
    second = group(text, "according to", "“Then the lights went on.”", "The quay is old")
    assert cleaned(text, first, second) == [
        ("“We came at dawn,”", "“Nobody was there.", "“Then the lights went on.”"),
        ("The quay is old",),
    ]


def test_a_paragraph_with_a_cue_of_its_own_keeps_it() -> None:
    """Opening marks alone do not prove that a quotation runs on."""
    text = "“We came at dawn, Halden said.\n\n“Then the lights went on,” Lenz said later."
    first = group(text, "Halden said", "“We came at dawn")
    second = group(text, "said later", "“Then the lights went on,”")
    assert cleaned(text, first, second) == [("“We came at dawn",), ("“Then the lights went on,”",)]


def test_cleaning_a_long_text_looks_at_each_paragraph_once() -> None:
    """For each of some thousand attributions the whole text was cut into paragraphs anew: that took minutes."""
    paragraph = "Nothing moves. “Nobody wants it,” she said. “We will not pay.”\n\n"
    many = 3000
    pieces = count()

    def segment(role: str, words: str, start: int) -> Segment:
        at = start + paragraph.index(words)
        return Segment(role, next(pieces), at, at + len(words), 0.0, 0.0)

    groups = [
        Group(
            segment(CUE, "said", start),
            [segment(CONTENT, words, start) for words in ("Nothing moves", "“Nobody wants it,”", "“We will not pay.”")],
        )
        for start in range(0, many * len(paragraph), len(paragraph))
    ]
    began = time.process_time()
    assert all(len(group.contents) == 2 for group in clean(paragraph * many, groups))
    assert time.process_time() - began < LIMIT


LIMIT = 10.0
"""Seconds of a processor; about one is needed."""
