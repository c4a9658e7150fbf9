"""From the words that name a source to the speaker of a claim."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.extract import extract
from claims.extract.rules import RuleTagger
from claims.models import Article, Claim, ClaimSpeaker
from claims.vocabulary import SpeakerKind, SpeakerRelation

MakeArticle = Callable[..., Article]
# What stands behind attribution is tested, on attributions that no training changes.
RULES = RuleTagger()


@pytest.fixture(scope="module")
def last(article_of: MakeArticle) -> MakeLast:
    """The last claim of a text that is attributed to somebody."""
    return MakeLast(article_of)


class MakeLast:
    """Reads a text and gives its last attributed claim."""

    def __init__(self, article_of: MakeArticle) -> None:
        self.article_of = article_of

    def __call__(self, text: str) -> Claim:
        claims = extract(self.article_of(text), RULES).claims
        return [claim for claim in claims if claim.source_spans or not claim.cue_spans][-1]

    def link(self, text: str) -> ClaimSpeaker:
        """The first speaker of that claim."""
        return self(text).speakers[0]


NAMED = [
    ("Defence Minister Ana Brel said the wall is safe.", "Ana Brel", "Defence Minister"),
    ("Harbour spokesman Ivo Lenz said the wall is safe.", "Ivo Lenz", "Harbour spokesman"),
    ("Pia Orsk, the valley's chief engineer, said the wall is safe.", "Pia Orsk", "the valley's chief engineer"),
    ("The valley's chief engineer, Pia Orsk, said the wall is safe.", "Pia Orsk", "The valley's chief engineer"),
    ("Counsel to the inquiry, Pia Orsk, said the wall is safe.", "Pia Orsk", "Counsel to the inquiry"),
    ("Colonel Idra Venn of the Coast Guard said the wall is safe.", "Idra Venn", "Colonel"),
    ("Pia Orsk, 43, who built it, said the wall is safe.", "Pia Orsk", None),
]


@pytest.mark.parametrize(("text", "name", "role"), NAMED)
def test_a_role_beside_a_name_is_kept_as_worded(last: MakeLast, text: str, name: str, role: str | None) -> None:
    """Titles before a name, appositions before and behind it."""
    link = last.link(text)
    assert link.speaker is not None
    assert (link.speaker.name, link.speaker.kind, link.role) == (name, SpeakerKind.PERSON, role)
    assert link.relation == SpeakerRelation.SAYS


KINDS = [
    ("The Kesten Port Authority said the wall is safe.", "Kesten Port Authority", SpeakerKind.ORGANISATION),
    ("Residents said the wall is safe.", "Residents", SpeakerKind.GROUP),
    ("Several allies warned that the wall is weak.", "Several allies", SpeakerKind.GROUP),
    ("A senior official said the wall is safe.", "A senior official", SpeakerKind.ANONYMOUS),
    ("The report said the wall is safe.", "The report", SpeakerKind.DOCUMENT),
    ("Norway said the wall is safe.", "Norway", SpeakerKind.GOVERNMENT),
    ("The Kremlin said the wall is safe.", "Kremlin", SpeakerKind.GOVERNMENT),
    ("The government said the wall is safe.", "The government", SpeakerKind.GOVERNMENT),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_every_sort_of_source_gets_its_kind(last: MakeLast, text: str, name: str, kind: SpeakerKind) -> None:
    """Organisations, groups, governments by country or house, documents, sources without a name."""
    link = last.link(text)
    assert link.speaker is not None
    assert (link.speaker.name, link.speaker.kind) == (name, kind)


FOUND_AGAIN = [
    ("Ana Brel came. Brel said the wall is safe.", "Ana Brel"),
    ("Ana Brel met the envoy Ivo Lenz. She said the wall is safe.", "Ana Brel"),
    ("Ana Brel has been mayor of Orsk for years. The mayor said the wall is safe.", "Ana Brel"),
    ("The Orsk Water Authority met. The authority said the wall is safe.", "Orsk Water Authority"),
    ("A senior official called. It rained. The official said the wall is safe.", None),
    ("Ana Brel said it was late. She added that the wall is safe.", "Ana Brel"),
    ("Ivo Lenz met Ana Brel, 17. The teenager said the wall is safe.", "Ana Brel"),
    ("Ivo Lenz left. Mia Orsk, M.D., came. The doctor said the wall is safe.", "Mia Orsk"),
]


@pytest.mark.parametrize(("text", "name"), FOUND_AGAIN)
def test_later_mentions_lead_to_the_first(last: MakeLast, text: str, name: str | None) -> None:
    """A surname, a pronoun, an office or a body alone means who was named before."""
    link = last.link(text)
    assert link.speaker is not None
    if name is not None:
        assert link.speaker.name == name


def test_two_of_one_surname_are_candidates(last: MakeLast) -> None:
    """A bare surname that fits two people is left to a person."""
    claim = last("Ana Brel and Tor Brel came together. Brel said the wall is safe.")
    assert {link.speaker.name for link in claim.speakers if link.speaker} == {"Ana Brel", "Tor Brel"}
    assert {link.relation for link in claim.speakers} == {SpeakerRelation.CANDIDATE}
    assert claim.speaker is None


def test_a_form_of_address_tells_two_of_one_surname_apart(last: MakeLast) -> None:
    """``Mr Brel`` is the one who was called Mr before."""
    link = last.link("Ms Ana Brel and Mr Tor Brel came. Mr Brel said the wall is safe.")
    assert link.speaker is not None
    assert link.speaker.name == "Tor Brel"


def test_a_pronoun_without_anybody_has_no_speaker(last: MakeLast) -> None:
    """Nobody was named: nobody is guessed."""
    assert last("He said the wall is safe.").speakers[0].speaker is None


def test_a_quotation_without_a_cue_has_only_a_candidate(last: MakeLast) -> None:
    """Who spoke just before may have said it, and may not."""
    claim = last("Ana Brel said the wall is safe. It rained. “We will all be here tomorrow.”")
    assert [link.relation for link in claim.speakers] == [SpeakerRelation.CANDIDATE]


def test_a_spokeswoman_speaks_for_her_house(last: MakeLast) -> None:
    """The unnamed person says it, on behalf of the organisation."""
    claim = last("A spokeswoman for the Orsk Water Authority said the wall is safe.")
    assert [(link.relation, link.speaker and link.speaker.kind) for link in claim.speakers] == [
        (SpeakerRelation.SAYS, SpeakerKind.ANONYMOUS),
        (SpeakerRelation.ON_BEHALF_OF, SpeakerKind.ORGANISATION),
    ]


def test_joint_speakers_are_several(last: MakeLast) -> None:
    """``Brel and Lenz said``: both say it."""
    claim = last("Ana Brel and Ivo Lenz said the wall is safe.")
    assert [link.speaker and link.speaker.name for link in claim.speakers] == ["Ana Brel", "Ivo Lenz"]


def test_two_unnamed_spokesmen_are_not_one(article_of: MakeArticle) -> None:
    """The same words for a source without a name need not mean the same person."""
    text = "A spokesman said the wall is safe. In Orsk, a spokesman said the road is shut."
    first, second = extract(article_of(text), RULES).claims
    assert first.speaker is not None
    assert second.speaker is not None
    assert first.speaker.id != second.speaker.id


def test_one_record_holds_aliases_and_roles(article_of: MakeArticle) -> None:
    """A speaker of an article is one value, named in full."""
    text = "Minister Ana Brel said the wall is safe. Brel, the former mayor of Orsk, added that the road is shut."
    article = article_of(text)
    (speaker,) = [s for s in extract(article, RULES).speakers if s.kind == SpeakerKind.PERSON]
    assert speaker.name == "Ana Brel"
    assert speaker.aliases == ("Brel",)
    assert [role.role for role in speaker.roles] == ["Minister", "the former mayor of Orsk"]
    assert {role.article_id for role in speaker.roles} == {article.id}


BELOW_THE_HEADLINE = [
    # One alone is said to be just that.
    ("Ferries to be bought", "Ana Brel, the Brennian president, spoke. President Ivo Lenz listened.", "Ana Brel"),
    # The headline names one.
    ("Brel to buy ferries", "President Ana Brel spoke. President Ivo Lenz listened.", "Ana Brel"),
    # Two, and nobody knows which.
    ("Ferries to be bought", "President Ana Brel spoke. President Ivo Lenz listened.", "The Brennian president"),
    # One, who may be another country's.
    ("Ferries to be bought", "President Ana Brel spoke. Ivo Lenz, a pilot, listened.", "The Brennian president"),
    # None.
    ("Ferries to be bought", "Ana Brel spoke. Ivo Lenz, a pilot, listened.", "The Brennian president"),
]


@pytest.mark.parametrize(("title", "behind", "name"), BELOW_THE_HEADLINE)
def test_a_description_below_the_headline_means_whom_the_article_goes_on_to_call_that(
    article_of: MakeArticle, title: str, behind: str, name: str
) -> None:
    """If there is one alone, or one alone whom the headline names."""
    lead = "The Brennian president said the ferries are needed."
    text = f"{lead}\nThe quay was shut.\nIt rained all day.\nNobody came.\n{behind}"
    claims = extract(article_of(text, title=title), RULES).claims
    said = next(claim for claim in claims if claim.text == "the ferries are needed")
    assert [link.speaker and link.speaker.name for link in said.speakers] == [name]
