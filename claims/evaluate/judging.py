"""Runs a tagger, and all that stands behind it, against gold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.evaluate.corpus import Corpus, Related
from claims.evaluate.figuring import FigureTally
from claims.evaluate.gold import GoldArticle, GoldClaim
from claims.evaluate.marked import Marked
from claims.evaluate.ordering import OrderTally
from claims.evaluate.relations import Relation, RelationTally, Tokens, matched
from claims.evaluate.scores import Alarms, Miss, Report, Score, Tally
from claims.evaluate.speaking import Judged, SpeakerTally
from claims.evaluate.stating import StatementTally
from claims.extract import Tagger, default_tagger, extract
from claims.extract.figures import find_figures
from claims.models import Attribution, Claim, Extraction, Figure, Span
from claims.vocabulary import Kind, Part

GIVEN = "Speakers, given the gold attributions"
FOUND = "Speakers of the claims found"
STATED = "Statements"
STATED_GIVEN = "Statements, given the gold attributions"


def evaluate(corpus: Corpus, tagger: Tagger | None = None) -> Report:
    """Score a tagger, and with it everything that follows from its attributions.

    1. Articles go through ``extract`` as they would on a desk: attributions, their speakers, statements.
    2. They go through it again with the gold attributions in the tagger's place, so that speakers and statements
       are judged by themselves.
    3. Figures are read from headline and text.
    4. Texts with relations alone, as PolNeAR has them, meet the bare tagger.
    """
    tagger = tagger or default_tagger()
    rows = _of_articles(corpus.articles, tagger) if corpus.articles else _of_relations(corpus.relations, tagger)
    scores, alarms, misses = rows
    return Report(
        corpus=corpus.name,
        sha256=corpus.sha256,
        articles=len(corpus.articles) + len(corpus.relations),
        tagger=tagger.extractor.tagger,
        scores=tuple(scores),
        alarms=tuple(alarms),
        misses=tuple(misses),
    )


Rows = tuple[list[Score], list[Alarms], list[Miss]]


def _of_articles(articles: Sequence[GoldArticle], tagger: Tagger) -> Rows:
    relations, figures, order = RelationTally(), FigureTally(), OrderTally()
    given, found = SpeakerTally(GIVEN), SpeakerTally(FOUND)
    statements, statements_given = (
        StatementTally("Statements"),
        StatementTally("Statements, given the gold attributions"),
    )
    attitudes, misses = Tally(accuracy=True), []
    for gold in articles:
        locale = gold.article.language or ""
        locale = locale if "-" in locale else "en-US"
        extraction = extract(gold.article, tagger, locale=locale)
        ideal = extract(gold.article, Marked(gold), locale=locale)
        pairs, missed = compare(gold, extraction, relations)
        misses += missed
        found.add(Judged(gold, pairs, extraction.speakers))
        given.add(Judged(gold, _same_words(gold, ideal), ideal.speakers))
        for wanted, claim in pairs:
            if claim:
                attitudes.want(1, int(wanted.attitude == claim.attitude))
        stated = statements.add(gold, extraction.claims)
        statements_given.add(gold, ideal.claims)
        order.add([*pairs, *stated])
        figures.add(gold, list(_figures(gold, locale)))
    scores = [
        *relations.scores(),
        attitudes.score("Attribution", "attitude of a right relation"),
        *relations.scores_of_roles(),
        *given.scores(),
        *found.scores(),
        *statements.scores(),
        *statements_given.scores(),
        *figures.scores(),
        order.score(),
    ]
    misses += [*given.misses, *found.misses, *statements.misses, *statements_given.misses, *figures.misses]
    return scores, [*statements.alarms(), *statements_given.alarms()], misses


def _figures(gold: GoldArticle, locale: str) -> Iterator[Figure]:
    for part in Part:
        text = gold.article.words(part)
        yield from find_figures(text, published=gold.article.published, locale=locale, part=part)


def compare(
    gold: GoldArticle, extraction: Extraction, tally: RelationTally
) -> tuple[list[tuple[GoldClaim, Claim | None]], list[Miss]]:
    """Gold attributions with the claims that found them, headline and text apart, and what was missed.

    What is nested in other people's words is neither wanted nor wrong: taggers may leave it out.
    """
    pairs: list[tuple[GoldClaim, Claim | None]] = []
    misses: list[Miss] = []
    for part in Part:
        tokens = Tokens(gold.article.words(part))
        wanted = [claim for claim in gold.attributed if claim.part == part]
        claims = [c for c in extraction.claims if c.kind != Kind.STATEMENT and c.spans[0].part == part]
        want = [_relation(tokens, one.source, one.cue, one.content, one.kind) for one in wanted]
        have = [_relation(tokens, one.source_spans, one.cue_spans, one.spans, one.kind) for one in claims]
        linked = matched(want, have)
        pairs += [(wanted[w], claims[f]) for w, f in linked]
        nested = {w for w, one in enumerate(wanted) if one.nested}
        ignored = {f for w, f in linked if w in nested}
        keep_w = [w for w in range(len(wanted)) if w not in nested]
        keep_f = [f for f in range(len(claims)) if f not in ignored]
        left = [(keep_w.index(w), keep_f.index(f)) for w, f in linked if w not in nested]
        tally.add([want[w] for w in keep_w], [have[f] for f in keep_f], left)
        hit, hits = {w for w, _ in linked}, {f for _, f in linked}
        missed = [w for w in keep_w if w not in hit]
        alarms = [f for f in keep_f if f not in hits]
        misses += [
            _missed(gold, wanted[w], [claims[f] for f in alarms if want[w].content & have[f].content]) for w in missed
        ]
        misses += [
            _alarm(gold, claims[f]) for f in alarms if not any(want[w].content & have[f].content for w in missed)
        ]
    return pairs, misses


def _relation(
    tokens: Tokens, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span], kind: Kind
) -> Relation:
    ranges = {
        role: [(span.start, span.end) for span in spans]
        for role, spans in (("source", source), ("cue", cue), ("content", content))
    }
    relation = tokens.relation(ranges, kind)
    return relation or Relation(dict.fromkeys(ranges, ()), frozenset(), frozenset(), frozenset(), kind)


def _missed(gold: GoldArticle, wanted: GoldClaim, near: Sequence[Claim]) -> Miss:
    got = " + ".join(f"{_words(claim.source_spans) or 'no source'}: {claim.text}" for claim in near)
    return Miss(
        article=gold.name,
        line=wanted.line,
        row=f"Attribution: {wanted.kind}",
        spans=wanted.content,
        source=(*wanted.source, *wanted.cue),
        wanted=f"{_words(wanted.source) or 'no source'}: {_words(wanted.content)}",
        got=got or "nothing",
    )


def _alarm(gold: GoldArticle, claim: Claim) -> Miss:
    return Miss(
        article=gold.name,
        row=f"Attribution: {claim.kind}",
        spans=claim.spans,
        source=(*claim.source_spans, *claim.cue_spans),
        wanted="nothing",
        got=f"{_words(claim.source_spans) or 'no source'}: {claim.text}",
    )


def _words(spans: Sequence[Span]) -> str:
    return " … ".join(span.text for span in spans)


def _same_words(gold: GoldArticle, ideal: Extraction) -> list[tuple[GoldClaim, Claim | None]]:
    """Gold attributions with the claims that were made of them, which have the same words."""
    made = {
        tuple((span.part, span.start, span.end) for span in claim.spans): claim
        for claim in ideal.claims
        if claim.kind != Kind.STATEMENT
    }
    return [(one, made.get(tuple((s.part, s.start, s.end) for s in one.content))) for one in gold.attributed]


def _of_relations(texts: Sequence[Related], tagger: Tagger) -> Rows:
    tally = RelationTally()
    for one, found in zip(texts, tagger.attribute([one.text for one in texts]), strict=True):
        tokens = Tokens(one.text)
        wanted = [relation for ranges in one.attributions if (relation := tokens.relation(ranges))]
        have = [relation for guess in found if (relation := tokens.relation(_ranges(guess)))]
        tally.add(wanted, have, matched(wanted, have))
    return [*tally.scores(), *tally.scores_of_roles()], [], []


def _ranges(one: Attribution) -> dict[str, list[tuple[int, int]]]:
    spans = {"source": one.source, "cue": one.cue, "content": one.content}
    return {role: [(span.start, span.end) for span in found] for role, found in spans.items()}
