"""One speaker across articles: the machine links what bears the same full name, or a name that a person entered."""

from __future__ import annotations

from collections.abc import Iterable

from claims import ids
from claims.models import Claim, Speaker, SpeakerRef
from claims.store import Store, lookup, speakers
from claims.vocabulary import SpeakerKind

_NAMED = {SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT}


def link(store: Store, found: Iterable[Speaker], article: str) -> dict[str, SpeakerRef]:
    """Store the speakers of one article; returns which stored speaker each of them is.

    A person's full name, or the name of an organisation or a government, joins the record that has it, and so
    does any name that a person has entered as an alias; a surname alone, a group, a document or an anonymous
    source stays with its article otherwise. Whoever was merged is met as who they became.
    """
    same: dict[str, SpeakerRef] = {}
    pk = lookup.key(store, "articles", article)
    for speaker in found:
        known = _known(store, speaker)
        if known is None:
            known = _unused(store, speaker, article)
            speakers.insert(store, known)
        same[speaker.id] = SpeakerRef(id=known.id, name=known.name, kind=known.kind, wikidata=known.wikidata)
        stored = lookup.key(store, "speakers", known.id)
        speakers.add_names(store, stored, speaker.aliases)
        speakers.add_roles(store, stored, pk, speaker.roles)
    return same


def _known(store: Store, speaker: Speaker) -> Speaker | None:
    # The id says a place, and at one place another run may read another name.
    if (stored := speakers.get(store, speaker.id)) and _names(stored) & _names(speaker):
        return speakers.standing(store, speaker.id)
    full_name = speaker.kind in _NAMED or (speaker.kind == SpeakerKind.PERSON and " " in speaker.name.strip())
    wanted = (speaker.name, *speaker.aliases) if speaker.kind == SpeakerKind.GOVERNMENT else (speaker.name,)
    for name in wanted:
        bearers = speakers.with_name(store, name, kind=speaker.kind) if full_name else []
        bearers = bearers or speakers.with_entered_name(store, name)
        # Of two records with one name nobody can tell which is meant; a person decides.
        if bearers:
            return speakers.get(store, bearers[0]) if len(bearers) == 1 else None
    return None


def _names(speaker: Speaker) -> set[str]:
    return {name.casefold() for name in (speaker.name, *speaker.aliases)}


def _unused(store: Store, speaker: Speaker, article: str) -> Speaker:
    """The speaker under an id that no other record has."""
    id, occurrence = speaker.id, 0
    while speakers.get(store, id):
        id = ids.speaker_id(article, speaker.id, 0, occurrence)
        occurrence += 1
    return speaker.model_copy(update={"id": id})


def linked(claim: Claim, same: dict[str, SpeakerRef]) -> Claim:
    """The claim with the stored speakers in place of those that the article's run minted."""
    said = tuple(
        s.model_copy(update={"speaker": same[s.speaker.id]}) if s.speaker and s.speaker.id in same else s
        for s in claim.speakers
    )
    return claim.model_copy(update={"speakers": said})
