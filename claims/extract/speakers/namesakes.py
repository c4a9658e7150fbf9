"""Of several bearers of one name, the one who is meant."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extract.speakers.names import Name
from claims.extract.speakers.pronouns import PEOPLE, Discourse, Mention
from claims.extract.speakers.register import Entry

NEAR = 2
"""Of several bearers of one name, the one met within so many sentences is meant."""
ROUND = 3
"""If no other is met within so many."""
OFTEN = 8
"""Or the one who is met so often, and far more often than any other."""
MORE, FAR_MORE = 2, 4
"""So many times as often is more where none of them is near, and far more where several are."""


def _just_met(entries: list[Entry], name: Name, mentions: Sequence[Mention]) -> Entry | None:
    """The one bearer who was named just before: "Her husband, Ivo Brel, agreed. Brel said"."""
    met = [
        mention
        for mention in mentions
        if mention.named and mention.start < name.start and name.sentence - mention.sentence <= ROUND
        if not (mention.quoted or mention.owner) and mention.entries[0] in entries
    ]
    found = {id(mention.entries[0]): mention.entries[0] for mention in met}
    if not found and (main := [entry for entry in entries if entry.main]):
        return main[0]
    subject = any(mention.subject for mention in met)
    return next(iter(found.values())) if len(found) == 1 and subject else None


def likelier(entries: list[Entry], name: Name, mentions: Sequence[Mention]) -> list[Entry]:
    """Of several bearers of a name: by form of address, by nearness, by how often they are met."""
    if name.gender:
        right = [entry for entry in entries if entry.gender == name.gender]
        entries = right or [entry for entry in entries if entry.gender is None] or entries
    if len(entries) < 2:
        return entries
    discourse = Discourse(mentions)
    near = discourse.nearest(name.start, name.sentence, PEOPLE, NEAR, owners=False)
    around = discourse.nearest(name.start, name.sentence, PEOPLE, ROUND, owners=False)
    if (just := _just_met(entries, name, mentions)) is not None:
        return [just]
    here = [entry for entry in entries if entry in near]
    rivals = [entry for entry in entries if entry in around]
    if len(rivals) == 1 and len(here) <= 1:
        return rivals
    counts = [sum(entry in mention.entries for mention in mentions) for entry in entries]
    most = max(range(len(entries)), key=counts.__getitem__)
    more = MORE if not rivals else FAR_MORE
    far_more = all(counts[most] >= more * max(1, count) for k, count in enumerate(counts) if k != most)
    if far_more and (len(rivals) < 2 or counts[most] >= OFTEN):
        return [entries[most]]
    return entries
