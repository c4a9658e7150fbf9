"""Whether a name is a person's, a house's, a state's or a place's, by its words and what stands beside it."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extract.grammar import verb_like
from claims.extract.speakers.given import GIVEN
from claims.extract.speakers.phrases import head_of
from claims.extract.speakers.places import GEOGRAPHY, QUARTERS, government
from claims.extract.speakers.roles import Roles
from claims.extract.speakers.titles import BODIES, BUSINESS, OFFICES
from claims.extract.words import Word
from claims.vocabulary import SpeakerKind

_DETERMINED = ("a ", "an ", "the ", "one ")
_QUARTERS = QUARTERS | {"st", "st."}
_NO_OFFICES = (BODIES | BUSINESS) - OFFICES


def of_business(roles: Roles, words: Sequence[Word], at: int) -> bool:
    """``the charity Open Hands``, "Open Hands, a charity": what stands beside the name says that it is a body's."""
    before = words[at - 1] if at else None
    beside = before is not None and not before.capital and before.lower in _NO_OFFICES
    named = [role for role in (roles.front, roles.behind) if role and role.lower().startswith(_DETERMINED)]
    return beside or any(business(role) for role in named)


def business(role: str) -> bool:
    """Whether a role in front of a name is that of a body: "the ferry operator"."""
    head = head_of(role)
    return head in BODIES or head in BUSINESS


def kind_of(
    name: str, words: Sequence[Word], *, titled: bool, house: bool, before: str, words_after: Sequence[Word]
) -> SpeakerKind | None:
    """What sort of name it is, by its own words and by what stands around it; null where they leave it open."""
    if government(name):
        return SpeakerKind.GOVERNMENT
    lowers = [word.lower.removesuffix("'s").removesuffix("’s") for word in words]
    if any(lower in BODIES or (lower[-1:] == "s" and lower[:-1] in BODIES) for lower in lowers) and not titled:
        return SpeakerKind.ORGANISATION
    if titled:
        return SpeakerKind.PERSON
    if len(words) == 1:
        acronym = words[0].text.rstrip("s'’").isupper() and 2 <= len(words[0].text) <= 6
        return SpeakerKind.ORGANISATION if acronym else None
    if house:
        return SpeakerKind.ORGANISATION
    if lowers[-1] in GEOGRAPHY or lowers[0] in _QUARTERS:
        return None
    if "of" in lowers or "&" in lowers or len(words) > 5 or any(w.text.isupper() and len(w.text) > 2 for w in words):
        return SpeakerKind.ORGANISATION
    if before in {"of", "at"} and lowers[-1].endswith("ies") and lowers[0] not in GIVEN:
        return SpeakerKind.ORGANISATION
    if before == "the" and not (words_after and words_after[0].text.islower() and not verb_like(words_after[0])):
        return SpeakerKind.ORGANISATION
    return SpeakerKind.PERSON
