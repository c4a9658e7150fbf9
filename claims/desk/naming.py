"""The speaker that a person names: one that is known, or a new one."""

from __future__ import annotations

from contextlib import suppress

from claims import ids
from claims.desk.acts import storable
from claims.errors import Ambiguous, NotFound
from claims.models import Article, Speaker, SpeakerRef, SpeakerRole
from claims.store import Store, events, lookup, speakers
from claims.store.events import Act
from claims.vocabulary import Action, SpeakerKind


def named(store: Store, by: Act, name: str, article: Article, *, kind: SpeakerKind | None = None) -> SpeakerRef:
    """The speaker with this id, name or alias; where nobody bears the name, a new record.

    Of several bearers the one who speaks in the article is meant; raises Ambiguous where that is not one.
    """
    storable(name)
    name = " ".join(name.split())
    speaker = known(store, name, article)
    if speaker is None:
        occurrence = 0
        while speakers.get(store, id := ids.speaker_id(article.id, "person", 0, occurrence)):
            occurrence += 1
        speaker = Speaker(id=id, name=name, kind=kind or SpeakerKind.PERSON)
        speakers.insert(store, speaker)
        events.append(
            store, by, Action.ADD, "speaker", speaker.id, {"name": (None, name), "kind": (None, str(speaker.kind))}
        )
    return SpeakerRef(id=speaker.id, name=speaker.name, kind=speaker.kind, wikidata=speaker.wikidata)


def add_role(store: Store, speaker: SpeakerRef, article: Article, role: str | None) -> None:
    """Remember what a speaker was called in an article."""
    if role:
        worded = SpeakerRole(role=role, article_id=article.id, published=article.published)
        keys = lookup.key(store, "speakers", speaker.id), lookup.key(store, "articles", article.id)
        speakers.add_roles(store, *keys, [worded])


def known(store: Store, name: str, article: Article | None = None) -> Speaker | None:
    """The speaker with this id, a start of it, name or alias, or None; of several the one who speaks in the article."""
    bearers = speakers.with_name(store, name)
    # A name has no digits, and whoever copies an id has some; else "Sade" would be whoever's id starts so.
    if not bearers and name.isalnum() and any(letter.isdigit() for letter in name):
        with suppress(NotFound):
            return speakers.get(store, lookup.resolve(store, "speakers", name))
    if len(bearers) > 1:
        here = [id for id in bearers if article and speakers.speaks_in(store, id, article.id)]
        if len(here) != 1:
            listed = ", ".join(f"{id} ({s.name}, {s.kind})" for id in bearers if (s := speakers.get(store, id)))
            raise Ambiguous(f"{name} could be {listed}.", hint="Give the id instead of the name")
        bearers = here
    return speakers.get(store, bearers[0]) if bearers else None
