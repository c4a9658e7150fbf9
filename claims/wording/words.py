"""Values as people read them: days, names, verdicts, claims in a line."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, datetime

from claims.models import Claim, ClaimSpeaker
from claims.vocabulary import TRANSITIONS, Action, SpeakerRelation, Status, Verdict

MONTHS = "January February March April May June July August September October November December".split()
SHORTEST_ID = 8


def spoken(word: str) -> str:
    """A word of the vocabulary as people say it."""
    return word.replace("_", " ")


def day(iso: str | None, *, short: bool = False) -> str:
    """An ISO day or moment as a day; nothing where nothing is known."""
    if not iso:
        return ""
    value = date.fromisoformat(iso[:10])
    month = MONTHS[value.month - 1]
    return f"{value.day} {month[:3] if short else month} {value.year}"


def days(low: str, high: str) -> str:
    """Two ISO days, both included, as briefly as they can be said: "March 2025", "23–25 March 2025"."""
    first, last = date.fromisoformat(low), date.fromisoformat(high)
    if first == last:
        return day(low)
    ends_month = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if first.year != last.year:
        whole_years = ends_month and (first.month, last.month) == (1, 12)
        return f"{first.year}–{last.year}" if whole_years else f"{day(low)} – {day(high)}"
    if ends_month and first.month == last.month:
        return f"{MONTHS[first.month - 1]} {first.year}"
    if ends_month:
        whole_year = (first.month, last.month) == (1, 12)
        return str(first.year) if whole_year else f"{MONTHS[first.month - 1]}–{MONTHS[last.month - 1]} {first.year}"
    if first.month == last.month:
        return f"{first.day}–{last.day} {MONTHS[first.month - 1]} {first.year}"
    return f"{first.day} {MONTHS[first.month - 1]} – {last.day} {MONTHS[last.month - 1]} {first.year}"


def moment(iso: str) -> str:
    """When an act happened, in the time of this machine."""
    local = datetime.fromisoformat(iso).astimezone()
    return f"{local.day} {MONTHS[local.month - 1][:3]} {local.year} {local:%H:%M}"


def short_ids(ids: Sequence[str]) -> dict[str, str]:
    """Starts of the ids that tell them apart, all of one length."""
    length = SHORTEST_ID
    while len({id[:length] for id in ids}) < len(set(ids)):
        length += 1
    return {id: id[:length] for id in ids}


def who(claim: Claim) -> str:
    """Who says it; whom the machine only suspects stands with a question mark."""
    said = [_name(one) for one in claim.speakers if one.relation == SpeakerRelation.SAYS]
    behalf = [_name(one) for one in claim.speakers if one.relation == SpeakerRelation.ON_BEHALF_OF]
    if not said and (guess := [_name(one) for one in claim.speakers if one.relation == SpeakerRelation.CANDIDATE]):
        return f"{guess[0]}?"
    names = ", ".join(dict.fromkeys(said)) or "unknown"
    return f"{names} for {', '.join(behalf)}" if behalf else names


def role(claim: Claim) -> str:
    """The role in which the first speaker is introduced, word for word."""
    return next((one.role for one in claim.speakers if one.relation == SpeakerRelation.SAYS and one.role), "")


def _name(said: ClaimSpeaker) -> str:
    if said.speaker is not None:
        return said.speaker.name
    return f"“{said.mention.text}”" if said.mention else "unknown"


def standing(status: str, verdict: Verdict | None) -> str:
    """Status and verdict: a verified claim is never shown without what was found."""
    return f"{spoken(status)}: {spoken(verdict)}" if verdict else spoken(status)


def next_steps(status: Status) -> str:
    """What people may do with a claim of this status."""
    steps = [spoken(did) for did, came, _ in TRANSITIONS if came == status and did != Action.MARK]
    return ", ".join(steps)


def one_line(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def clipped(text: str, most: int) -> str:
    """The text, cut at a word where it is longer."""
    text = one_line(text)
    if len(text) <= most:
        return text
    cut = text[: most - 2]
    return (cut.rsplit(" ", 1)[0] if " " in cut[most // 2 :] else cut).rstrip(" ,;:") + " …"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: "1 claim", "1,204 claims"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
