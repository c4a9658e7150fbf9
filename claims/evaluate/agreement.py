"""Two people who annotated the same articles: how far they agree, in the measures that a machine is held to.

The second is scored against the first as if it were a machine. Above what two people reach no score of a machine
means much.
"""

from __future__ import annotations

from claims.errors import InputError
from claims.evaluate.corpus import Corpus
from claims.evaluate.figuring import FigureTally
from claims.evaluate.gold import GoldArticle, GoldClaim, GoldFigure
from claims.evaluate.judging import compare
from claims.evaluate.relations import RelationTally
from claims.evaluate.scores import Report, Tally
from claims.evaluate.speaking import Judged, SpeakerTally
from claims.evaluate.stating import StatementTally
from claims.models import (
    BROKEN,
    Claim,
    ClaimSpeaker,
    Extraction,
    Figure,
    Speaker,
    SpeakerRef,
    SpeakerRole,
)
from claims.vocabulary import FigureKind, SpeakerRelation


def agreement(first: Corpus, second: Corpus) -> Report:
    """Score the second annotator against the first, over the articles of the first."""
    others = {gold.name: gold for gold in second.articles}
    relations, figures, speakers = RelationTally(), FigureTally(), SpeakerTally("Speakers")
    statements = StatementTally("Statements")
    attitude, worth = Tally(accuracy=True), Tally(accuracy=True)
    misses = []
    for gold in first.articles:
        other = others.get(gold.name)
        if other is None or other.article.text != gold.article.text:
            what = "has no annotations of" if other is None else "has another text of"
            raise InputError(f"{second.name} {what} {gold.name}.", hint="Both people annotate the same articles.")
        extraction = as_extraction(other)
        pairs, missed = compare(gold, extraction, relations)
        misses += missed
        speakers.add(Judged(gold, pairs, extraction.speakers))
        stated = statements.add(gold, extraction.claims)
        figures.add(gold, [_figure(figure) for figure in other.figures])
        worths = {_key(claim): claim.worth for claim in other.claims}
        for wanted, claim in [*pairs, *stated]:
            if claim:
                attitude.want(1, int(wanted.attitude == claim.attitude))
                worth.want(1, int(wanted.worth == worths.get(claim.id)))
    return Report(
        corpus=first.name,
        sha256=first.sha256,
        articles=len(first.articles),
        tagger=f"annotators of {second.name}",
        scores=(
            *relations.scores(),
            attitude.score("Attribution", "attitude of a right claim"),
            *relations.scores_of_roles(),
            *speakers.scores(),
            *statements.scores(),
            *figures.scores(),
            worth.score("Checkworthiness", "the same step"),
        ),
        alarms=tuple(statements.alarms()),
        misses=(*misses, *speakers.misses, *statements.misses, *figures.misses),
    )


def as_extraction(gold: GoldArticle) -> Extraction:
    """Gold as a machine would have handed it in."""
    speakers = {
        one.key: Speaker(
            id=one.key,
            name=one.name,
            kind=one.kind,
            aliases=one.also,
            roles=tuple(SpeakerRole(role=role, article_id=gold.article.id) for role in one.roles),
        )
        for one in gold.speakers
    }

    def links(claim: GoldClaim) -> tuple[ClaimSpeaker, ...]:
        return tuple(
            ClaimSpeaker(
                speaker=SpeakerRef(id=key, name=speakers[key].name, kind=speakers[key].kind), relation=relation
            )
            for keys, relation in (
                (claim.says, SpeakerRelation.SAYS),
                (claim.on_behalf, SpeakerRelation.ON_BEHALF_OF),
                (claim.candidates, SpeakerRelation.CANDIDATE),
            )
            for key in keys
        )

    claims = tuple(
        Claim(
            id=_key(one),
            article_id=gold.article.id,
            kind=one.kind,
            spans=one.content,
            text=BROKEN.join(span.text for span in one.content),
            source_spans=one.source,
            cue_spans=one.cue,
            speakers=links(one),
            attitude=one.attitude,
        )
        for one in gold.claims
    )
    return Extraction(claims=claims, speakers=tuple(speakers.values()))


def _key(claim: GoldClaim) -> str:
    return f"line {claim.line}"


def _figure(gold: GoldFigure) -> Figure:
    return Figure(
        id=f"line {gold.line}",
        part=gold.span.part,
        text=gold.span.text,
        start=gold.span.start,
        end=gold.span.end,
        core_start=gold.span.start,
        core_end=gold.span.end,
        kind=gold.kind,
        low=gold.low,
        high=gold.high,
        unit=gold.unit,
        modifier=gold.modifier,
        counted=gold.counted,
        change=gold.change,
        unresolved=gold.kind == FigureKind.DATE and gold.low is None and gold.high is None,
    )
