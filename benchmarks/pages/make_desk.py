"""Make a desk of any size out of the sample articles: other numbers, other people, other outlets, other days.

    python -m benchmarks.pages.make_desk FILE [--claims 100000]

The same call makes the same claims. Some of them are worked on, as at a desk where the machine is ahead of the people.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from benchmarks.making import fill, made
from claims import desk, ids, intake
from claims.extract import extract
from claims.models import Article, Flag, Revision
from claims.resources import resource
from claims.store import Store, parts
from claims.vocabulary import Action, SpeakerKind, Stance, Status, Verdict

OUTLETS = tuple(
    f"{town} {paper}"
    for town in ("Calmouth", "Tessel", "Northmere", "Ostmere", "Brennia", "Lindow", "Harrowgate", "Strand")
    for paper in ("Herald", "Echo", "Gazette", "Courier", "Post")
)
ENDINGS = tuple(
    a + b for a in ("al", "be", "cor", "den", "ester", "fen", "gan", "hol") for b in ("", "by", "ton", "wick")
)
LABELS = ("budget", "harbour", "health", "rail", "strike", "weather")
FIRST_DAY = date(2024, 1, 1)
DAYS = 700
WORKED = 0.04
"""The share of claims that people have touched."""
FLAGGED = 0.002


def main(arguments: Sequence[str]) -> int:
    """Make the file, unless it is there."""
    return made(__doc__, make, arguments)


def make(store: Store, wanted: int) -> None:
    """Add articles until there are as many claims, then let people work."""
    chance = random.Random(20260304)  # noqa: S311
    fill(wanted, (desk.add(store, desk.act("intake"), article).claims for article in articles(chance)))
    work(store, chance)


def articles(chance: random.Random) -> Iterator[Article]:
    """Variations of the samples, without end."""
    samples = [intake.read_path(path) for path in sorted(resource("annotations/sample").glob("*.txt"))]
    names = {
        speaker.name
        for sample in samples
        for speaker in extract(sample).speakers
        if speaker.kind == SpeakerKind.PERSON and " " in speaker.name
    }
    surnames = re.compile(r"\b(" + "|".join(sorted({re.escape(name.split()[-1]) for name in names})) + r")\b")
    number = 0
    while True:
        for sample in samples:
            number += 1
            ending = chance.choice(ENDINGS)
            shift = chance.randrange(1, 9)

            def vary(text: str, ending: str = ending, shift: int = shift) -> str:
                text = surnames.sub(lambda found: found.group() + ending, text)
                # The first digit of a number stays: no number begins with a nought, and a year stays a year.
                return re.sub(r"(?<=\d)\d", lambda found: str((int(found.group()) + shift) % 10), text)

            newest = sample.revisions[-1]
            text, title = vary(newest.text), vary(newest.title or "")
            url = f"https://outlet{number % len(OUTLETS)}.example/{number}"
            yield sample.model_copy(
                update={
                    "id": ids.article_id(url, text),
                    "url": url,
                    "title": title,
                    "publisher": chance.choice(OUTLETS),
                    "published": (FIRST_DAY + timedelta(days=chance.randrange(DAYS))).isoformat(),
                    "revisions": (
                        Revision(number=1, title=title, text=text, sha256=ids.text_sha256(text), recipe=newest.recipe),
                    ),
                }
            )


def work(store: Store, chance: random.Random) -> None:
    """Let two people tag, label, find evidence and decide, some claims further than others; and raise flags."""
    everything = [(row["pk"], row["id"]) for row in store.rows("SELECT pk, id FROM claims_in_words")]
    for _, id in chance.sample(everything, int(len(everything) * WORKED)):
        seen, steps = [desk.Seen(id=id)], chance.randrange(5)
        desk.tag(store, desk.act("ana"), seen, desk.Correction())
        if steps >= 1:
            desk.label(store, desk.act("ana"), seen, [chance.choice(LABELS)])
        if steps >= 2:
            stance = chance.choice((Stance.SUPPORTS, Stance.REFUTES))
            url = f"https://record{chance.randrange(50)}.example/{id}"
            desk.add_evidence(store, desk.act("ana"), seen[0], desk.EvidenceEntry(stance=stance, url=url))
        if steps >= 3:
            desk.decide(store, desk.act("ana"), seen, desk.Decision(action=Action.SUBMIT))
        if steps >= 4:
            verdict = Verdict.SUPPORTED if stance == Stance.SUPPORTS else Verdict.REFUTED
            approved = desk.decide(store, desk.act("rosa"), seen, desk.Decision(action=Action.APPROVE, verdict=verdict))
            assert approved.done[0].status == Status.VERIFIED  # noqa: S101
    for pk, id in chance.sample(everything, int(len(everything) * FLAGGED)):
        flag = Flag(id=ids.digest(["bench", id])[:16], claim_id=id, kind="test", reason="Look.", raised_at="2026-03-04")
        parts.raise_flag(store, pk, flag)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
