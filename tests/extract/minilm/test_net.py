"""A quotation with its speaker beside it is never lost."""

from __future__ import annotations

from claims.extract.minilm.net import agreed, caught
from claims.models import Attribution, Span

TEXT = 'The port is old. "We will shut it in May," Mira Halden said. Nobody was told.'
QUOTATION = '"We will shut it in May,"'


def test_a_quotation_that_was_not_found_is_caught() -> None:
    """The rules are sure of a quotation, a verb of saying and a name side by side."""
    (found,) = caught(TEXT, [])
    assert [span.text for span in found.content] == [QUOTATION]
    assert [span.text for span in found.source] == ["Mira Halden"]


def test_what_was_found_is_left_alone() -> None:
    """Any overlap counts: the network's reading stands."""
    start = TEXT.index("shut")
    span = Span(start=start, end=start + 4, text="shut")
    assert caught(TEXT, [Attribution(content=(span,))]) == []


def test_words_at_arms_length_are_not_caught() -> None:
    """A nickname in quotation marks is nobody's statement."""
    assert caught('Mira "the Tide" Halden said nothing.', []) == []


def test_what_the_network_doubts_stays_if_the_rules_read_it_alike() -> None:
    """Two ways of reading that agree are worth more than the doubt of one."""
    text = "Pilots are rare, engineer Pia Strand said."

    def span(words: str) -> tuple[Span, ...]:
        start = text.index(words)
        return (Span(start=start, end=start + len(words), text=words),)

    right = Attribution(source=span("Pia Strand"), cue=span("said"), content=span("Pilots are rare"), confidence=0.3)
    wrong = Attribution(source=span("Pilots"), cue=span("are"), content=span("engineer"), confidence=0.3)
    assert agreed(text, [right, wrong]) == [right]
    assert agreed(text, []) == []


def test_offsets_are_those_of_the_whole_text() -> None:
    """Only one paragraph is read; its words keep their place in the text."""
    text = "A first line.\n\n" + TEXT
    for found in caught(text, []):
        for span in (*found.source, *found.cue, *found.content):
            assert text[span.start : span.end] == span.text
