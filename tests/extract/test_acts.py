"""What was done is no attribution, though a tagger may say so."""

from __future__ import annotations

import pytest

from claims.extract.acts import done
from claims.models import Attribution, Span

DONE = [
    ("The court", "fined", "it $450,000 last year for late repairs"),
    ("The Senate", "approved", "a plan to remove four dams"),
    ("Lena Orsk", "posted a photograph of", "his letter of request"),
    ("", "was also ordered", "to pay costs of £8,216"),
    ("", "has been called", "to 212 grass fires"),
]
SAID = [
    ("Ana Brel", "said", "that four dams would go"),
    ("Ana Brel", "posted", "that four dams would go"),
    ("Ana Brel", "posted", '"Four dams will go."'),
    ("The mayor", "called for", "a plan to remove four dams"),
    ("Reporters", "were told", "to leave the four dams"),
]


def attribution(source: str, cue: str, content: str) -> Attribution:
    """As a tagger finds it: its words one behind the other."""
    spans, at = [], 0
    for words in (source, cue, content):
        spans.append((Span(start=at, end=at + len(words), text=words),) if words else ())
        at += len(words) + 1
    return Attribution(source=spans[0], cue=spans[1], content=spans[2])


@pytest.mark.parametrize("words", DONE)
def test_an_act_is_nobodys_words(words: tuple[str, str, str]) -> None:
    """Who votes, fines or posts a picture has said nothing yet; who is ordered is told so by nobody in particular."""
    assert done(attribution(*words))


@pytest.mark.parametrize("words", SAID)
def test_what_is_told_in_a_clause_or_a_quotation_is_said(words: tuple[str, str, str]) -> None:
    """The same verb before "that" or a quotation mark reports, and so does a passive that names its listener."""
    assert not done(attribution(*words))
