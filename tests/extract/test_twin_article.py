"""One whole article with every construction that the first real one had, about a country that does not exist."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.extract import extract, tagger_named
from claims.models import Article, Claim, Extraction
from claims.vocabulary import Attitude, Kind, Modifier, Part, SpeakerKind, TaggerName

MakeArticle = Callable[..., Article]

TITLE = "Ostrand hopes to lease the biggest icebreaker fleet of its history"
TEXT = """\
The Veldish premier will seek to lease 'Polarn' icebreakers while the northern states plan a patrol on their own
On May 9, the coastal states will gather at the League's house in Sundhavn to talk about a patrol of the northern route.
The session will be chaired by the transport ministers of Ardenmark, Lise Korvald, and Teland, Owen Thrale.
France insists on the need for a common patrol that covers ships, pilots, and harbours as a guard against further raids.

Premier Tomas Ostrand has stressed the weight of such a patrol including fuel depots and a plain chain of command. He \
also noted that he expects firmer promises on its budget next month.
Ilmar Sodder, Veldland's senior shipping envoy, indicated that around a dozen states would be ready to join this \
patrol. There is also talk of a part for two inland republics.
However, several neighbours, including Teland, are wary of sending pilots without the backing of the Union.

Norway, meanwhile, has warned that any armed convoy without the League's consent would be illegal.
The day after the session, the League will also host the Harbour Forum.
Ostrand stated that Veldland is prepared to pay for the vessels and has told Chairman Brunner of its wish to lease at \
least 14 hulls.
"We are not asking for alms," he declared, adding that Veldland would be prepared to raise between 20 and 40 billion \
dollars for a complete northern fleet.

Between April 14 and 16, several meetings were held in Lydia Bay. The envoys of Veldland and the Union discussed the \
terms of a 45-day halt to inspections at coal terminals.
Ostrand has told his envoys to press for new yards.

More posts:
"""


@pytest.fixture(scope="module")
def article(article_of: MakeArticle) -> Article:
    return article_of(TEXT.strip(), title=TITLE)


@pytest.fixture(scope="module", params=list(TaggerName))
def extraction(request: pytest.FixtureRequest, article: Article) -> Extraction:
    """As the network reads it, and as the rules do."""
    return extract(article, tagger_named(request.param))


def claim_with(extraction: Extraction, words: str) -> Claim:
    """The one claim that holds the words."""
    found = [claim for claim in extraction.claims if words in claim.text]
    assert len(found) == 1, [claim.text for claim in found]
    return found[0]


def test_a_role_in_apposition_goes_with_its_name(extraction: Extraction) -> None:
    """``Name, role, indicated that``: speaker, role and the counted figure."""
    claim = claim_with(extraction, "around a dozen states")
    assert claim.speaker is not None
    assert claim.speaker.name == "Ilmar Sodder"
    assert claim.speaker.kind == SpeakerKind.PERSON
    assert claim.speakers[0].role == "Veldland's senior shipping envoy"
    (figure,) = claim.figures
    assert (figure.low, figure.high, figure.modifier) == ("12", "12", Modifier.ABOUT)


def test_a_later_surname_is_the_full_name(extraction: Extraction) -> None:
    """``Ostrand`` alone is Tomas Ostrand, and one record."""
    claim = claim_with(extraction, "least 14 hulls")
    assert claim.speaker is not None
    assert claim.speaker.name == "Tomas Ostrand"
    (figure,) = claim.figures
    assert (figure.low, figure.high, figure.modifier) == ("14", None, Modifier.AT_LEAST)
    assert [speaker.name for speaker in extraction.speakers if "Ostrand" in speaker.name] == ["Tomas Ostrand"]


def test_a_pronoun_behind_a_quotation_takes_the_subject_before_it(extraction: Extraction) -> None:
    """The chairman is named last, but the premier is the one who spoke."""
    claim = claim_with(extraction, "alms")
    assert claim.kind == Kind.QUOTE
    assert claim.text == '"We are not asking for alms,"'
    assert claim.speaker is not None
    assert claim.speaker.name == "Tomas Ostrand"


def test_an_adding_clause_is_a_claim_of_the_same_speaker(extraction: Extraction) -> None:
    """``he declared, adding that ...``: a second claim with its own figure."""
    claim = claim_with(extraction, "northern fleet")
    assert claim.kind == Kind.INDIRECT
    assert claim.speaker is not None
    assert claim.speaker.name == "Tomas Ostrand"
    (figure,) = claim.figures
    assert (figure.low, figure.high, figure.unit) == ("20000000000", "40000000000", "USD")
    assert figure.modifier == Modifier.BETWEEN


def test_a_country_that_speaks_is_a_government(extraction: Extraction) -> None:
    """``Norway, meanwhile, has warned that``."""
    claim = claim_with(extraction, "would be illegal")
    assert claim.speaker is not None
    assert (claim.speaker.name, claim.speaker.kind) == ("Norway", SpeakerKind.GOVERNMENT)
    assert [span.text for span in claim.cue_spans] == ["has warned"]


def test_stressing_something_is_an_attribution(extraction: Extraction) -> None:
    """``has stressed the weight of``: content without a clause."""
    claim = claim_with(extraction, "the weight of such a patrol")
    assert claim.speaker is not None
    assert claim.speaker.name == "Tomas Ostrand"


def test_he_also_noted_goes_on_with_the_speaker(extraction: Extraction) -> None:
    """A pronoun at the start of the next sentence."""
    claim = claim_with(extraction, "firmer promises")
    assert [span.text for span in claim.source_spans] == ["He"]
    assert claim.speaker is not None
    assert claim.speaker.name == "Tomas Ostrand"


def test_what_nobody_said_is_a_statement_of_the_publisher(extraction: Extraction) -> None:
    """Dates and durations outside any attribution."""
    talks = claim_with(extraction, "Lydia Bay")
    halt = claim_with(extraction, "45-day")
    for claim in (talks, halt):
        assert claim.kind == Kind.STATEMENT
        assert claim.speaker is not None
        assert claim.speaker.name == "The Kesten Post"
    assert [(f.low, f.high) for f in talks.figures] == [("2025-04-14", "2025-04-16")]
    assert [(f.low, f.unit) for f in halt.figures] == [("45", "day")]


def test_wishes_are_intentions(extraction: Extraction) -> None:
    """``will seek to`` is no assertion, and lists can leave it out."""
    assert claim_with(extraction, "Polarn").attitude == Attitude.INTENTION


def test_headings_and_hearsay_are_no_claims(extraction: Extraction) -> None:
    """The last line is boilerplate; "there is talk" names nobody."""
    assert not any("More posts" in claim.text for claim in extraction.claims)
    assert not any("two inland republics" in claim.text for claim in extraction.claims)


def test_no_attribution_reaches_over_a_sentence(article: Article, extraction: Extraction) -> None:
    """Nothing is glued: no span of an attribution holds a full stop before a capital."""
    for claim in extraction.claims:
        for span in claim.spans:
            assert "\n" not in span.text
            assert ". " not in span.text, span.text


def test_the_headline_counts_in_its_own_part(article: Article, extraction: Extraction) -> None:
    """``part: title`` spans count in the title and come first."""
    first = extraction.claims[0]
    assert first.spans[0].part == Part.TITLE
    assert article.words(Part.TITLE)[first.spans[0].start : first.spans[0].end] == first.spans[0].text
    assert first.speaker is not None
    assert first.speaker.name == "Tomas Ostrand"


def test_all_claims_stand_in_reading_order_once(extraction: Extraction) -> None:
    """Headline first, then by place, without a repetition."""
    places = [(c.spans[0].part == Part.TEXT, c.spans[0].start) for c in extraction.claims]
    assert places == sorted(places)
    assert len({c.id for c in extraction.claims}) == len(extraction.claims)
    assert len({c.spans for c in extraction.claims}) == len(extraction.claims)
