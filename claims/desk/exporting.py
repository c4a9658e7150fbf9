"""What leaves the desk: verified claims with all that they rest on."""

from __future__ import annotations

from collections import Counter

from claims.models import ClaimRecord, Event, Export, ExportedClaim
from claims.store import Store, articles, events, search, settings, speakers
from claims.store.search import ClaimFilter
from claims.vocabulary import Status


def export(store: Store, wanted: ClaimFilter | None = None) -> Export:
    """Gather the claims that fit (the verified ones, unless another status is asked for) with articles and speakers.

    Claims whose words no longer stand in the newest revision as they did are left out, unless
    ``sound_anchor`` says otherwise; ``left_out`` counts them. One reading transaction: all of it is of one moment.
    """
    wanted = wanted or ClaimFilter(sound_anchor=True)
    if not wanted.status:
        wanted = wanted.model_copy(update={"status": (Status.VERIFIED,)})
    with store.reading():
        found = search.find(store, wanted)
        histories = events.of_claims(store, [record.id for record in found])
        return Export(
            policy=settings.policy(store),
            guidelines=settings.guidelines(store),
            events=events.count(store),
            head=events.head(store),
            articles=tuple(articles.get(store, id) for id in dict.fromkeys(record.article_id for record in found)),
            speakers=tuple(
                speakers.many(store, (s.speaker.id for record in found for s in record.speakers if s.speaker))
            ),
            claims=tuple(_exported(record, histories) for record in found),
        )


def _exported(record: ClaimRecord, histories: dict[str, list[Event]]) -> ExportedClaim:
    values = {name: getattr(record, name) for name in ClaimRecord.model_fields}
    return ExportedClaim(**values, history=tuple(histories[record.id]))


def left_out(store: Store, wanted: ClaimFilter) -> int:
    """How many claims fit but for their anchor."""
    if not wanted.status:
        wanted = wanted.model_copy(update={"status": (Status.VERIFIED,)})
    every = wanted.model_copy(update={"sound_anchor": False})
    return search.count(store, every) - search.count(store, wanted)


def summary(exported: Export) -> str:
    """One line: "12 verified: 9 supported, 2 refuted, 1 misleading context"."""
    statuses = Counter(claim.status for claim in exported.claims)
    out = []
    for status, count in sorted(statuses.items(), key=lambda item: list(Status).index(item[0])):
        verdicts = Counter(
            claim.verdict.replace("_", " ") for claim in exported.claims if claim.status == status and claim.verdict
        )
        counted = ", ".join(f"{n} {verdict}" for verdict, n in verdicts.most_common())
        out.append(f"{count} {status.replace('_', ' ')}" + (f": {counted}" if counted else ""))
    return "; ".join(out) or "no claims"
