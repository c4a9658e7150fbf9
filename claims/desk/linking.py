"""One speaker across articles: the machine links only what bears the same full name."""

from __future__ import annotations

from collections.abc import Iterable

from claims.models import Claim, Speaker, SpeakerRef
from claims.store import Store, lookup, speakers
from claims.vocabulary import SpeakerKind

_NAMED = {SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT}


def link(store: Store, found: Iterable[Speaker], article: str) -> dict[str, SpeakerRef]:
    """Store the speakers of one article; returns which stored speaker each of them is.

    A person's full name, or the name of an organisation or a government, joins the record that has it;
    a surname alone, a group, a document or an anonymous source stays with its article.
    """
    same: dict[str, SpeakerRef] = {}
    pk = lookup.key(store, "articles", article)
    for speaker in found:
        known = _known(store, speaker)
        if known is None:
            speakers.insert(store, speaker)
            known = speaker
        same[speaker.id] = SpeakerRef(id=known.id, name=known.name, kind=known.kind, wikidata=known.wikidata)
        stored = lookup.key(store, "speakers", known.id)
        speakers.add_names(store, stored, speaker.aliases)
        speakers.add_roles(store, stored, pk, speaker.roles)
    return same


def _known(store: Store, speaker: Speaker) -> Speaker | None:
    if stored := speakers.get(store, speaker.id):
        return stored
    full_name = speaker.kind in _NAMED or (speaker.kind == SpeakerKind.PERSON and " " in speaker.name.strip())
    if not full_name:
        return None
    bearers = speakers.with_name(store, speaker.name, kind=speaker.kind)
    # Of two records with one name nobody can tell which is meant; a person decides.
    return speakers.get(store, bearers[0]) if len(bearers) == 1 else None


def linked(claim: Claim, same: dict[str, SpeakerRef]) -> Claim:
    """The claim with the stored speakers in place of those that the article's run minted."""
    said = tuple(
        s.model_copy(update={"speaker": same[s.speaker.id]}) if s.speaker and s.speaker.id in same else s
        for s in claim.speakers
    )
    return claim.model_copy(update={"speakers": said})
