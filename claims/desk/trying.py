"""How good comparing is: a desk in memory takes in the articles of a corpus of events, and is judged by its gold."""

from __future__ import annotations

from collections.abc import Sequence

from claims.compare.encoder import Encoder
from claims.desk.acts import act, see
from claims.desk.adding import add
from claims.desk.comparing import compare
from claims.desk.deciding import Decision, decide
from claims.desk.tagging import mark
from claims.evaluate import FOUND, GIVEN, Answers, ComparisonTally, EventCorpus, Matches, Report
from claims.extract.tagger import Tagger
from claims.models import BROKEN, Claim, Comparison
from claims.store import Store, claims, groups, open_store
from claims.store.events import Act
from claims.vocabulary import Action, DismissReason, Part

BY_MEANING, BY_WORDS = "by meaning", "by words alone"
"""What proposed pairs: scores of the two are never held against each other."""


def try_comparing(corpus: EventCorpus, tagger: Tagger, encoder: Encoder | None) -> Report:
    """Score what comparing makes of a corpus of events.

    1. All articles are added and compared as on any desk.
    2. The same once more, but before comparing somebody marks the gold claims that extraction missed, and dismisses
       what it took of them with wrong bounds: so comparing is judged by itself.
    """
    found = ComparisonTally(corpus, _answers(corpus, tagger, encoder, given=False), FOUND)
    given = ComparisonTally(corpus, _answers(corpus, tagger, encoder, given=True), GIVEN)
    return Report(
        corpus=corpus.name,
        sha256=corpus.sha256,
        articles=len(corpus.articles),
        tagger=f"{tagger.extractor.tagger}, {BY_MEANING if encoder else BY_WORDS}",
        scores=(*found.scores(), *given.scores()),
        pair_misses=(*found.misses, *given.misses),
    )


def _answers(corpus: EventCorpus, tagger: Tagger, encoder: Encoder | None, *, given: bool) -> Answers:
    by = act("annotator")
    with open_store(":memory:") as store:
        for article in corpus.articles:
            add(store, by, article, tagger=tagger, locale=_locale(article.language))
        if given:
            _correct(store, by, corpus)
        compare(store, encoder)
        return Answers(_claims(store, corpus), Comparison(groups=tuple(groups.plain(store))))


def _locale(language: str | None) -> str:
    return language if language and "-" in language else "en-US"


def _claims(store: Store, corpus: EventCorpus) -> Sequence[Claim]:
    return [claim for article in corpus.articles for claim in claims.of_article(store, article.id)]


def _correct(store: Store, by: Act, corpus: EventCorpus) -> None:
    matches = Matches(corpus, _claims(store, corpus))
    wrong = see(store, sorted(matches.touching))
    decide(store, by, wrong, Decision(action=Action.DISMISS, reason=DismissReason.EXTRACTION_ERROR))
    for key, member in corpus.claims.items():
        if key in matches.found_as:
            continue
        first = member.spans[0]
        mark(
            store,
            by,
            member.article,
            BROKEN.join(span.text for span in member.spans),
            start=first.start if first.part == Part.TEXT else None,
        )
