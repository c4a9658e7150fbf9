"""Speakers: from the words that name a source to one record for each who speaks in an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims import ids
from claims.extract.sentences import Range
from claims.extract.speakers.register import Entry
from claims.extract.speakers.resolve import Resolver
from claims.models import Article, Attribution, ClaimSpeaker, Speaker, SpeakerRef, SpeakerRole
from claims.vocabulary import Part, SpeakerKind

__all__ = ["Cast", "cast_of", "publisher_of"]


@dataclass(frozen=True, slots=True)
class Cast:
    """The speakers of an article's attributions: one list for each, and all records."""

    of_attribution: tuple[tuple[ClaimSpeaker, ...], ...]
    speakers: tuple[Speaker, ...]


def cast_of(
    article: Article, attributions: Sequence[tuple[Part, Attribution]], furniture: Sequence[Range] = ()
) -> Cast:
    """Find who speaks, for attributions in reading order.

    Names take their roles from the whole article, a later surname alone its full name, pronouns and
    descriptions the last fitting one. What stays unclear has several candidates, or no speaker.
    ``furniture``: the lines of the text that are no part of the story; nobody named there is met.
    """
    resolver = Resolver(article, attributions, furniture)
    # The headline sums up: who "president" is stands in the text.
    order = sorted(range(len(attributions)), key=lambda k: attributions[k][0] == Part.TITLE)
    by_place = {k: resolver.speakers_of(*attributions[k]) for k in order}
    found = [by_place[k] for k in range(len(attributions))]
    used: dict[int, Entry] = {id(said.entry): said.entry for one in found for said in one if said.entry}
    records = _records(article, list(used.values()))
    of_attribution = []
    for one in found:
        links = []
        for said in one:
            record = records[id(said.entry)] if said.entry else None
            ref = SpeakerRef(id=record.id, name=record.name, kind=record.kind) if record else None
            link = ClaimSpeaker(speaker=ref, relation=said.relation, mention=said.mention, role=said.role)
            if link not in links:
                links.append(link)
        of_attribution.append(tuple(links))
    return Cast(tuple(of_attribution), tuple(records.values()))


def _records(article: Article, entries: list[Entry]) -> dict[int, Speaker]:
    """One value for each speaker, in the order of their first mention."""
    records: dict[int, Speaker] = {}
    taken: dict[tuple[Part, int], int] = {}
    for entry in sorted(entries, key=lambda e: (e.part != Part.TITLE, e.start, e.name)):
        occurrence = taken.get((entry.part, entry.start), 0)
        taken[entry.part, entry.start] = occurrence + 1
        records[id(entry)] = Speaker(
            id=ids.speaker_id(article.id, entry.part, entry.start, occurrence),
            name=entry.name,
            kind=entry.kind,
            aliases=tuple(entry.aliases),
            roles=tuple(
                SpeakerRole(role=role, article_id=article.id, published=article.published) for role in entry.roles
            ),
        )
    return records


def publisher_of(article: Article) -> Speaker | None:
    """The publisher as a speaker: whose voice a statement is."""
    if not article.publisher:
        return None
    return Speaker(id=ids.speaker_id(article.id, "publisher", 0), name=article.publisher, kind=SpeakerKind.ORGANISATION)
