"""A quotation with its speaker beside it is never lost."""

from __future__ import annotations

from claims.extract.minilm.net import agreed, bounded, caught
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


def test_a_sentence_quoted_by_itself_is_kept_without_a_speaker() -> None:
    """Who said it may be told farther away; that it was said is sure."""
    (found,) = caught('He looked around the gym. "It beats sleeping in the truck again."', [])
    assert [span.text for span in found.content] == ['"It beats sleeping in the truck again."']
    assert not found.source


def spans(text: str, *words: str) -> tuple[Span, ...]:
    """Words of a text with their places."""
    return tuple(Span(start=text.index(one), end=text.index(one) + len(one), text=one) for one in words)


def test_a_quotation_with_its_speaker_beside_it_takes_nothing_else_along() -> None:
    """Why she would not give her name is no part of what she said."""
    text = '"They knew of it," she said, speaking on condition of anonymity because she works there.'
    glued = Attribution(
        source=spans(text, "she"), cue=spans(text, "said"), content=spans(text, '"They knew of it,"', "she works there")
    )
    (found,) = bounded(text, [glued])
    assert [span.text for span in found.content] == ['"They knew of it,"']
    assert (found.source, found.cue) == (glued.source, glued.cue)


def test_what_goes_on_behind_a_quotation_stays_with_it() -> None:
    """A further quotation does, and so do words in another paragraph or behind another verb."""
    text = '"They knew of it," she said. "All of them."\n\nThe port is shut, she said.'
    both = Attribution(
        source=spans(text, "she"), cue=spans(text, "said"), content=spans(text, '"They knew of it,"', '"All of them."')
    )
    far = both.model_copy(update={"content": spans(text, '"They knew of it,"', "The port is shut")})
    other = both.model_copy(update={"cue": spans(text, "knew")})
    assert bounded(text, [both, far, other]) == [both, far, other]


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
