"""The public formats: their schemas are fresh, sound, and hold for what the models write."""

from __future__ import annotations

import json
from typing import Any

import jsonschema_rs
import pytest

from claims import ids
from claims.errors import InputError
from claims.models import (
    Article,
    Attribution,
    Claim,
    ClaimRecord,
    ClaimSpeaker,
    Comparison,
    Decided,
    Document,
    Event,
    Evidence,
    Export,
    ExportedClaim,
    Extractor,
    Figure,
    Group,
    Pair,
    Passage,
    Reprint,
    Revision,
    Segmentation,
    Selector,
    Source,
    Span,
    Speaker,
    SpeakerRef,
    SpeakerRole,
    TextPositionSelector,
    TextQuoteSelector,
)
from claims.resources import resource
from claims.schemas import DIALECT, FORMATS, schema, schema_text
from claims.vocabulary import (
    Action,
    ClaimRelation,
    FigureKind,
    Kind,
    Modifier,
    PairDecision,
    PairRemark,
    Policy,
    SpeakerKind,
    Stance,
    Status,
    Verdict,
)

TEXT = "The port needs at least 12 cranes, harbour master Ilse Varn said."
WORDS = "The port needs at least 12 cranes"
WHEN = "2026-03-04T09:30:00+01:00"


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words), text=words)


def written() -> dict[str, Document]:
    """One value of each public format, as full as the format allows."""
    article = Article(
        id=ids.article_id(None, TEXT),
        url="https://calmouth-herald.example/cranes",
        title="Port short of cranes",
        publisher="Calmouth Herald",
        byline="Tomas Reed",
        published="2026-03-04",
        language="en",
        revisions=(Revision(number=1, text=TEXT, sha256=ids.text_sha256(TEXT), recipe=1, added_at=WHEN),),
    )
    mention = span("Ilse Varn")
    varn = SpeakerRef(
        id=ids.speaker_id(article.id, mention.part, mention.start),
        name=mention.text,
        kind=SpeakerKind.PERSON,
        wikidata="Q1",
    )
    figure = Figure(
        id=ids.figure_id(article.id, "text", 24, 33),
        text="at least 12 cranes",
        start=15,
        end=33,
        core_start=24,
        core_end=33,
        kind=FigureKind.COUNT,
        low="12",
        modifier=Modifier.AT_LEAST,
        counted="cranes",
    )
    claim = Claim(
        id=ids.claim_id(article.id, Kind.INDIRECT, WORDS, 0),
        article_id=article.id,
        kind=Kind.INDIRECT,
        spans=(span(WORDS),),
        text=WORDS,
        source_spans=(span("harbour master Ilse Varn"),),
        cue_spans=(span("said"),),
        speakers=(ClaimSpeaker(speaker=varn, mention=mention, role="harbour master"),),
        figures=(figure,),
        confidence=0.9,
        checkworthiness=0.5,
        checkworthiness_reasons=("a count",),
        extractor=Extractor(tagger="rules", version="1"),
    )
    evidence = Evidence(
        id=ids.evidence_id(claim.id, ["register"], 0),
        claim_id=claim.id,
        citation="Port register, page 4",
        stance=Stance.SUPPORTS,
        accessed_at=WHEN,
        added_by="mara",
    )
    event = Event(
        seq=1,
        at=WHEN,
        actor="mara",
        channel="cli",
        act_id="1",
        action=Action.TAG,
        claim_id=claim.id,
        version=0,
        change={"status": ("extracted", "tagged"), "labels": ([], ["port"]), "rationale": (None, "seen")},
        policy=Policy.SOLO,
    )
    place = span(WORDS)
    source = Source(
        article_id=article.id,
        revision=1,
        sha256=article.revisions[0].sha256,
        selectors=(
            Selector(
                part=place.part,
                quote=TextQuoteSelector(exact=place.text, suffix=", harbour"),
                position=TextPositionSelector(start=place.start, end=place.end),
            ),
        ),
    )
    held: dict[str, Any] = {name: getattr(claim, name) for name in Claim.model_fields}
    stands: dict[str, Any] = {
        "status": Status.VERIFIED,
        "verdict": Verdict.SUPPORTED,
        "version": 3,
        "source": source,
        "labels": ("port",),
        "evidence": (evidence,),
    }
    speaker = Speaker(
        id=varn.id,
        name=varn.name,
        kind=varn.kind,
        aliases=("Varn",),
        roles=(SpeakerRole(role="harbour master", article_id=article.id, published=article.published),),
    )
    exported = ExportedClaim(**held, **stands, history=(event,))
    said = Decided(actor="mara", decision=PairDecision.CONTRADICTS, at=WHEN, reason="seen")
    pair = Pair(
        a=claim.id,
        b=ids.claim_id(article.id, Kind.QUOTE, WORDS, 1),
        relation=ClaimRelation.CONTRADICTION,
        remark=PairRemark.SCALE_SLIP,
        reason="Both cannot hold.",
        decided_by="mara",
        decisions=(said,),
    )
    copy = ids.article_id("https://bellhaven-post.example/cranes", TEXT)
    comparison = Comparison(
        groups=(Group(id=ids.group_id(pair.a), about=WORDS, claims=(pair.a, pair.b), pairs=(pair,)),),
        reprints=(Reprint(origin=article.id, article=copy, share=0.5, passages=(Passage(first=place, again=place),)),),
    )
    return {
        "article": article,
        "attribution": Attribution(source=claim.source_spans, cue=claim.cue_spans, content=claim.spans, confidence=0.9),
        "claim": claim,
        "claim-record": ClaimRecord(**held, **stands),
        "event": event,
        "comparison": comparison,
        "evidence": evidence,
        "export": Export(
            policy=Policy.SOLO, guidelines="1", events=1, articles=(article,), speakers=(speaker,), claims=(exported,)
        ),
        "figure": figure,
        "segmentation": Segmentation(article=article, claims=(claim,), speakers=(speaker,)),
        "speaker": speaker,
    }


@pytest.mark.parametrize("name", FORMATS)
def test_schema_file_is_what_the_models_say(name: str) -> None:
    """Generated files are fresh: `make schemas` would change nothing."""
    assert (resource("schemas") / f"{name}.json").read_text(encoding="utf-8") == schema_text(name)


def test_no_schema_file_is_left_over() -> None:
    """One file for each public format, and no other."""
    assert {path.name for path in resource("schemas").iterdir()} == {f"{name}.json" for name in FORMATS}


@pytest.mark.parametrize("name", FORMATS)
def test_schema_is_valid_json_schema_with_an_id_of_its_own(name: str) -> None:
    """Each schema is JSON Schema 2020-12 and can be told apart without a host that we do not own."""
    described = schema(name)
    jsonschema_rs.meta.validate(described)
    assert described["$schema"] == DIALECT
    assert described["$id"] == f"urn:claimdesk:{name}:1"
    assert described["title"] == FORMATS[name].__name__


@pytest.mark.parametrize("name", FORMATS)
def test_schema_accepts_what_the_model_writes(name: str) -> None:
    """Whatever a model writes validates, and reading it back gives an equal value."""
    value = written()[name]
    text = value.model_dump_json()
    jsonschema_rs.validate(schema(name), json.loads(text))
    assert FORMATS[name].model_validate_json(text) == value


@pytest.mark.parametrize("name", FORMATS)
def test_schema_refuses_a_missing_and_an_unknown_field(name: str) -> None:
    """Every field is always there, `format_version` included, and nothing else is."""
    value = written()[name].model_dump(mode="json")
    validator = jsonschema_rs.validator_for(schema(name))
    for field in value:
        assert not validator.is_valid({key: kept for key, kept in value.items() if key != field}), field
    assert not validator.is_valid(value | {"sentiment": 0.5})


@pytest.mark.parametrize("name", FORMATS)
def test_schema_refuses_another_format_version(name: str) -> None:
    """A reader can rely on the version that a document names."""
    value = written()[name].model_dump(mode="json")
    assert not jsonschema_rs.is_valid(schema(name), value | {"format_version": 2})


def test_schema_refuses_a_date_that_is_none() -> None:
    """Days and moments are ISO 8601 in the schema as in the models."""
    article = written()["article"].model_dump(mode="json")
    assert not jsonschema_rs.is_valid(schema("article"), article | {"published": "4 March 2026"})


def test_schema_carries_the_remarks_of_the_models() -> None:
    """What a docstring says about a field, inherited ones included, reaches those who read only the JSON."""
    fields = schema("claim-record")["properties"]
    assert fields["wording"]["description"] == "An editor's own formulation, apart from the words in the article."
    assert fields["extractor"]["description"] == "Null for a claim that a person marked."


def test_schema_of_an_unknown_format_names_the_known_ones() -> None:
    """An error says what to try."""
    with pytest.raises(InputError, match=r"no format called 'tweet'\. .*segmentation"):
        schema("tweet")
