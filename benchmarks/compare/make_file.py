"""Make a file of any size out of invented events: four outlets tell each, in other words and not always alike.

    python benchmarks/compare/make_file.py FILE [--claims 100000]

The same call makes the same claims. Every event has a town, a company and people of its own; one country, its
ministers and its wire agency stand in many.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from claims import desk, ids
from claims.models import Article, Revision
from claims.store import Store, open_store

OUTLETS = ("Calmouth Herald", "Tessel Valley Echo", "Northmere Gazette", "Market Courier", "Ostmere Post", "Strand Weekly")
BEGINNINGS = tuple("Al Ber Cor Dun Es Far Gol Har Il Jor Kel Lin Mor Nor Os Pel Quil Ras Sel Tor Ul Ver Wes Yar Zel".split())
MIDDLES = tuple("a be da fen gor ha li mar no pa ri sa ta vo".split())
ENDINGS = tuple("bury by dal den field ford ham holt mere mouth stead ton vale wick".split())
FORENAMES = tuple("Ada Bram Cleo Dario Edda Finn Greta Hugo Ilse Jonas Klara Lars Mina Nils Olga Petra Rosa Sten".split())
FIRST_DAY = date(2023, 1, 2)
DAYS = 1_000

SENTENCES = (
    "{mayor}, the mayor of {town}, said that at least {dead} people had died in the flood.",
    "{mayor} said that {homes} homes were without power on {day}.",
    "The fire service of {town} said {rescued} people had been taken from rooftops.",
    "“We have never seen the water rise so fast in {town},” {mayor} told reporters.",
    "{chief}, who leads {company}, said that repairs would cost about {cost} million dollars.",
    "“Not one of our {staff} people will lose their job,” {chief} said.",
    "{company} employs {staff} people in {town}, and {share} percent of them live in the valley.",
    "According to {company}, the works had made {earned} million dollars last year.",
    "The transport ministry of Brennia said that {trains} trains had been cancelled.",
    "{union}, who speaks for the dockers of {town}, said {jobs} jobs were at risk.",
    "“This is a bad day for {town},” said {union}.",
    "{company} will pay {wage} dollars an hour from May, {chief} said.",
    "The hospital of {town} treated {hurt} people, and {grave} of them were in a grave condition.",
    "{mayor} said the council had set aside {fund} million dollars for those who lost their homes.",
    "About {evacuated} people were driven from their homes in {town}, the police said.",
    "The bridge at {town} was built in {built} and had been inspected {times} times.",
    "“The bridge was sound,” {chief} said. “I would have walked across it with my own children.”",
    "Prime Minister Elin Storr said that Brennia would send {soldiers} soldiers to {town}.",
    "{union} said that a strike of {strike} days would follow.",
    "The river stood {level} meters above its usual level in {town}, the weather service said.",
    "{company} fell {fell} percent on the exchange after the news.",
    "{mayor} denied that the warning had come {late} minutes late.",
)
"""What can be told of an event; an article tells most of it, in an order of its own."""
RANGES = {
    "dead": (3, 40), "homes": (400, 9_000), "rescued": (50, 600), "cost": (20, 900), "staff": (300, 9_000),
    "share": (20, 80), "earned": (5, 200), "trains": (10, 90), "jobs": (50, 900), "wage": (14, 30), "hurt": (20, 300),
    "grave": (2, 19), "fund": (2, 60), "evacuated": (500, 9_000), "built": (1890, 1990), "times": (3, 12),
    "soldiers": (100, 900), "strike": (2, 9), "level": (2, 9), "fell": (2, 19), "late": (10, 50),
}  # fmt: skip
"""The figures of an event, from and to."""


def main(arguments: Sequence[str]) -> int:
    """Make the file, unless it is there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--claims", type=int, default=100_000)
    given = parser.parse_args(arguments)
    if given.file.exists():
        print(f"{given.file} is there already.", file=sys.stderr)
        return 1
    with open_store(given.file) as store:
        make(store, given.claims)
    return 0


def make(store: Store, wanted: int) -> None:
    """Add articles until there are as many claims."""
    # Nobody would miss this file after a loss of power.
    store.conn.execute("PRAGMA synchronous = OFF")
    added = 0
    for article in articles():
        added += desk.add(store, desk.act("intake"), article).claims
        if added >= wanted:
            break
    store.conn.execute("ANALYZE")


def articles(seed: int = 20260304) -> Iterator[Article]:
    """Four articles on each event, without end."""
    chance = random.Random(seed)  # noqa: S311
    number = 0
    while True:
        event = _event(chance)
        day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        for at, outlet in enumerate(chance.sample(OUTLETS, 4)):
            number += 1
            yield _article(chance, event, outlet, day + timedelta(days=at // 2), number)


def _event(chance: random.Random) -> dict[str, str]:
    name = lambda: chance.choice(BEGINNINGS) + chance.choice(MIDDLES) + chance.choice(ENDINGS)  # noqa: E731
    names = {"town": name(), "company": f"{name()} Works"}
    names |= {who: f"{chance.choice(FORENAMES)} {name()}" for who in ("mayor", "chief", "union")}
    return names | {what: str(chance.randint(*bounds)) for what, bounds in RANGES.items()} | {"day": "Tuesday"}


def _article(chance: random.Random, event: dict[str, str], outlet: str, day: date, number: int) -> Article:
    told = dict(event)
    # An outlet in four has a figure that the others have not.
    for what in chance.sample(sorted(RANGES), 3):
        if chance.random() < 0.25:
            told[what] = str(chance.randint(*RANGES[what]))
    sentences = [sentence.format(**told) for sentence in chance.sample(SENTENCES, 17)]
    paragraphs = [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
    opening = f"{told['town']} was cut off by a flood on {told['day']}, and {told['company']} closed its gates."
    text = "\n\n".join((opening, *paragraphs))
    title = f"Flood cuts off {told['town']}"
    url = f"https://outlet{OUTLETS.index(outlet)}.example/{number}"
    revision = Revision(number=1, title=title, text=text, sha256=ids.text_sha256(text), recipe=1)
    return Article(
        id=ids.article_id(url, text),
        url=url,
        title=title,
        publisher=outlet,
        published=day.isoformat(),
        revisions=(revision,),
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
