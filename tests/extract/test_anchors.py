"""A claim's words in another text of its article: exact, moved, changed, ambiguous or orphaned."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extract.anchors import reanchor
from claims.models import Span
from claims.vocabulary import AnchorState, Part

OLD = (
    "Snow closed the pass on Friday.\n\nThe company will hire 120 drivers by June, Mayor Ida Holm said in Ostmere. "
    "The union asked for more.\n\nTrains run as planned."
)
WORDS = "The company will hire 120 drivers by June"


def _spans(text: str, *words: str, part: Part = Part.TEXT) -> list[Span]:
    starts = [text.index(one) for one in words]
    return [Span(start=at, end=at + len(one), text=one, part=part) for at, one in zip(starts, words, strict=True)]


def _anchored(new: str, *words: str) -> tuple[list[Span], AnchorState]:
    spans, state = reanchor(_spans(OLD, *(words or (WORDS,))), {Part.TEXT: OLD}, {Part.TEXT: new})
    assert all(new[span.start : span.end] == span.text for span in spans)
    return spans, state


@pytest.mark.parametrize("new", [OLD, "Updated.\n\n" + OLD, OLD.replace("Snow closed", "Ice has closed"), WORDS])
def test_the_same_words_are_exact_wherever_they_stand(new: str) -> None:
    """What happens around the words does not matter."""
    spans, state = _anchored(new)
    assert ([span.text for span in spans], state) == ([WORDS], AnchorState.EXACT)


@pytest.mark.parametrize(
    "words",
    [
        "The company will hire 120 drivers, by June",
        "The company will hire 120 drivers – by June",
        "the company will hire 120 drivers by June",
        "The company will hire\n120 drivers by June",
        "A company will hire the 120 drivers by June",
    ],
)
def test_other_punctuation_case_and_articles_are_a_move(words: str) -> None:
    """The claim says the same."""
    spans, state = _anchored(OLD.replace(WORDS, words))
    assert state == AnchorState.MOVED
    assert "hire" in spans[0].text


@pytest.mark.parametrize(
    "words",
    [
        "The company will hire 130 drivers by June",
        "The company will hire 1,20 drivers by June",
        "The company will hire 120 drivers by July",
        "The company will not hire 120 drivers by June",
        "The company will fire 120 drivers by June",
        "The companies will hire 120 drivers by June",
        "Norlink will hire 120 drivers by June",
        "The company will hire $120 drivers by June",
        "The company will hire -120 drivers by June",
        "The company will hire 120 drivers",
    ],
)
def test_another_number_name_or_word_is_a_change(words: str) -> None:
    """However alike it reads: 97 of 100 letters are the same, and the claim is not."""
    _, state = _anchored(OLD.replace(WORDS, words))
    assert state == AnchorState.CHANGED


@pytest.mark.parametrize("new", ["", "Trains run as planned.", "Snow closed the pass on Friday. Trains run."])
def test_words_that_are_gone_are_orphaned(new: str) -> None:
    """Nothing is made up for them."""
    assert _anchored(new) == ([], AnchorState.ORPHANED)


def test_neighbours_tell_which_of_two_places_is_meant() -> None:
    """Where nothing tells, the claim is ambiguous and has no place."""
    new = f"{WORDS}, it was said long ago.\n\n{OLD}"
    spans, state = _anchored(new)
    assert (spans[0].start, state) == (new.rindex(WORDS), AnchorState.EXACT)
    assert _anchored(OLD + "\n\n" + OLD) == ([], AnchorState.AMBIGUOUS)
    assert _anchored(OLD.replace(WORDS, f"{WORDS}, {WORDS}"))[1] == AnchorState.AMBIGUOUS
    changed = OLD.replace("120", "130")
    assert _anchored(changed + changed) == ([], AnchorState.AMBIGUOUS)


def test_a_broken_claim_fares_as_its_worst_piece() -> None:
    """One lost piece leaves the claim without a place; pieces out of order are a change."""
    pieces = ("The company will hire", "120 drivers by June")
    assert _anchored(OLD, *pieces)[1] == AnchorState.EXACT
    assert _anchored(OLD.replace("120", "130"), *pieces)[1] == AnchorState.CHANGED
    spans, state = _anchored(OLD.replace("120 drivers by June", "them"), *pieces)
    assert (spans, state) == ([], AnchorState.ORPHANED)
    spans, state = _anchored("Of 120 drivers by June we know: The company will hire them.", *pieces)
    assert ([span.start for span in spans], state) == ([32, 3], AnchorState.CHANGED)


def test_headlines_are_looked_for_among_headlines() -> None:
    """A claim in a headline is not found in the text, and a headline may be missing."""
    title = "Company to hire 120 drivers"
    spans = _spans(title, title, part=Part.TITLE)
    texts = {Part.TEXT: OLD, Part.TITLE: title}
    assert reanchor(spans, texts, texts) == (spans, AnchorState.EXACT)
    assert reanchor(spans, texts, {Part.TEXT: title, Part.TITLE: ""}) == ([], AnchorState.ORPHANED)
    assert reanchor(spans, texts, {Part.TEXT: OLD}) == ([], AnchorState.ORPHANED)


@given(old=st.text(min_size=1, max_size=60), new=st.text(max_size=80), data=st.data())
def test_any_place_that_is_found_holds_the_words_it_says(old: str, new: str, data: st.DataObject) -> None:
    """Offsets hold in any text, and exact means word for word."""
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    span = Span(start=start, end=end, text=old[start:end])
    spans, state = reanchor([span], {Part.TEXT: old}, {Part.TEXT: new})
    assert all(new[found.start : found.end] == found.text for found in spans)
    assert (state == AnchorState.EXACT) == bool(spans and spans[0].text == span.text)
    assert (not spans) == (state in {AnchorState.AMBIGUOUS, AnchorState.ORPHANED})
    assert span.text not in new or state in {AnchorState.EXACT, AnchorState.AMBIGUOUS}
