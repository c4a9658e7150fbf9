"""Make a file of any size out of invented events: four outlets tell each, in other words and not always alike.

    python -m benchmarks.compare.make_file FILE [--claims 100000]

The same call makes the same claims. Every event has a town, a company and people of its own; one country stands in
most, and first names and kinds of companies come back.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from benchmarks.making import fill, made
from claims import desk, find_figures, ids
from claims.models import Article, Claim, ClaimSpeaker, Extractor, Revision, Span, Speaker, SpeakerRef
from claims.store import Store, articles, claims, clock, speakers
from claims.store import events as log
from claims.vocabulary import Action, Kind, SpeakerKind

OUTLETS = (
    "Calmouth Herald",
    "Tessel Valley Echo",
    "Northmere Gazette",
    "Market Courier",
    "Ostmere Post",
    "Strand Weekly",
)
BEGINNINGS = tuple(
    "Al Ber Cor Dun Es Far Gol Har Il Jor Kel Lin Mor Nor Os Pel Quil Ras Sel Tor Ul Ver Wes Yar Zel".split()
)
MIDDLES = tuple("a be da fen gor ha li mar no pa ri sa ta vo".split())
ENDINGS = tuple("bury by dal den field ford ham holt mere mouth stead ton vale wick".split())
FORENAMES = tuple(
    first + last
    for first in "Ad Bran Cle Dar Edd Finn Gret Hug Ils Jon Klar Lar Min Nil Olg Pet Ros Sten Tild Vinc".split()
    for last in "a an e el in is o on or us".split()
)
TRADES = tuple(
    "Works Mills Foundry Textiles Shipping Freight Dairies Brewery Quarries Timber Glass Paper Cables Engines Tyres"
    " Tools Chemicals Cement Pumps Mining Logistics Airways Railways Ferries Hotels Stores Foods Fisheries Farms Energy"
    " Gas Motors Optics Plastics Ceramics Furniture Printers Salt Steel Software".split()
)
"""Second words of companies: two articles in forty tell of the same trade."""
WHO = ("We", "My neighbours", "The families here", "Our drivers", "The old people", "All of us", "My colleagues")
DID = (
    *("lost the cellar and the stairs", "sat on the roof", "carried sandbags", "heard no siren", "slept in a gym"),
    *("walked to the school", "called the office again", "saw the wall move", "paid for that dyke twice"),
    *("waited for a boat",),
)
WHEN = (
    *("until the milk had gone off", "while the lights were out", "before anybody came", "since the bells rang"),
    *("for the second time", "with two dogs and a piano", "as in my father's day", "and nobody wrote it down"),
    *("until noon", "because the map was wrong"),
)
"""Quotations are put together from these: few events should quote the same words."""
FILLING = tuple(
    "then still late early quite local whole cold grey long new old small large main upper lower first last outer"
    " inner near far dry wet slow quick plain broad narrow deep quiet loud sudden steady common usual rare public"
    " brown green white black pale dark bright dull sharp blunt soft hard rough smooth warm cool mild harsh fresh"
    " stale ripe raw clean dusty muddy sandy rocky stony grassy leafy bare empty full heavy light thick thin tall"
    " short wide steep flat round square curved straight crooked hollow solid loose tight firm weak strong brave"
    " timid calm eager proud humble merry weary idle busy lone twin double single triple former recent modern"
    " ancient distant nearby remote central rural urban coastal inland northerly southerly ordinary curious simple"
    " complex formal casual gentle stern frank tidy neat odd even sour sweet bitter salty frozen molten rusty"
    " wooden woollen brick copper golden silver silent noisy modest lavish sparse dense vast tiny".split()
)
FIRST_DAY = date(2023, 1, 2)
DAYS = 1_000

SENTENCES = (
    "{mayor}, the mayor of {town}, said that at least {dead} people had died in the flood.",
    "{mayor} said that {homes} homes were without power on {day}.",
    "The fire service of {town} said {rescued} people had been taken from rooftops.",
    "“{quote0},” {mayor} told reporters.",
    "{chief}, who leads {company}, said that repairs would cost about {cost} million dollars.",
    "“{quote1},” {chief} said.",
    "{company} employs {staff} people in {town}, and {share} percent of them live in the valley.",
    "According to {company}, the works had made {earned} million dollars last year.",
    "The transport ministry said that {trains} trains had been cancelled.",
    "{union}, who speaks for the dockers of {town}, said {jobs} jobs were at risk.",
    "“{quote2},” said {union}.",
    "{company} will pay {wage} dollars an hour from May, {chief} said.",
    "The hospital of {town} treated {hurt} people, and {grave} of them were in a grave condition.",
    "{mayor} said the council had set aside {fund} million dollars for those who lost their homes.",
    "About {evacuated} people were driven from their homes in {town}, the police said.",
    "The bridge at {town} was built in {built} and had been inspected {times} times.",
    "“{quote3},” {union} said on {day}.",
    "The government of Brennia said that it would send {soldiers} soldiers to {town}.",
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
    return made(__doc__, make, arguments)


def make(store: Store, wanted: int) -> None:
    """Add articles until there are as many claims.

    Each sentence is a claim, and figures are read as always. Who says what is known here, so that nothing is
    searched for: the segmenter would take most of an hour for what it finds again in every article.
    """
    fill(wanted, (put(store, *one) for one in told()))


def put(store: Store, article: Article, sentences: Sequence[str], event: dict[str, str]) -> int:
    """Store an article with its claims; how many those are."""
    with store.act():
        people = {who: _speaker(event, who) for who in ("mayor", "chief", "union")}
        for person in people.values():
            if speakers.get(store, person.id) is None:
                speakers.insert(store, person)
        pk = articles.insert(store, article, clock.now())
        newest = article.revisions[-1]
        text = {"revision": (None, 1), "sha256": (None, newest.sha256), "title": (None, newest.title)}
        said = {f: (None, getattr(article, f)) for f in articles.DESCRIPTION if getattr(article, f)}
        log.append(store, desk.act("intake"), Action.ADD, "article", article.id, said | text)
        articles.add_revision(store, pk, newest, number=1, at=clock.now())
        found = list(_claims(article, sentences, event, people))
        for claim in found:
            claims.insert(store, claim, pk, claims.source_line(article))
    return len(found)


Told = tuple[Article, list[str], dict[str, str]]
"""An article, its sentences, and the event that it tells of."""


def told(seed: int = 20260304) -> Iterator[Told]:
    """Four articles on each event, without end."""
    number = seed
    for event, day, chance in events(seed):
        for at, outlet in enumerate(chance.sample(OUTLETS, 4)):
            number += 1
            yield *_article(chance, event, outlet, day + timedelta(days=at // 2), number), event


def events(seed: int = 20260304) -> Iterator[tuple[dict[str, str], date, random.Random]]:
    """Events with their days, without end."""
    chance = random.Random(seed)  # noqa: S311
    while True:
        yield _event(chance), FIRST_DAY + timedelta(days=chance.randrange(DAYS)), chance


def _speaker(event: dict[str, str], who: str) -> Speaker:
    return Speaker(
        id=ids.speaker_id(ids.digest([event["town"], event["company"], event[who]]), "text", 0),
        name=event[who],
        kind=SpeakerKind.PERSON,
    )


def _claims(
    article: Article, sentences: Sequence[str], event: dict[str, str], people: dict[str, Speaker]
) -> Iterator[Claim]:
    figures = find_figures(article.text, published=article.published)
    for sentence in sentences:
        start = article.text.index(sentence)
        span = Span(start=start, end=start + len(sentence), text=sentence)
        who = next((who for who in people if event[who] in sentence), None)
        kind = Kind.QUOTE if sentence.startswith("“") else Kind.INDIRECT if who else Kind.STATEMENT
        id = ids.claim_id(article.id, kind, sentence, 0)
        ref = people[who] if who else None
        said = ClaimSpeaker(speaker=SpeakerRef(id=ref.id, name=ref.name, kind=ref.kind)) if ref else None
        yield Claim(
            id=id,
            article_id=article.id,
            kind=kind,
            spans=(span,),
            text=sentence,
            speakers=(said,) if said else (),
            figures=tuple(
                figure.model_copy(update={"id": ids.figure_id(id, "text", figure.core_start, figure.core_end)})
                for figure in figures
                if span.holds(figure.start, figure.end, figure.part)
            ),
            extractor=Extractor(tagger="benchmark", version="1"),
        )


def _event(chance: random.Random) -> dict[str, str]:
    name = lambda: chance.choice(BEGINNINGS) + chance.choice(MIDDLES) + chance.choice(ENDINGS)  # noqa: E731
    names = {"town": name(), "company": f"{name()} {chance.choice(TRADES)}"}
    names |= {who: f"{chance.choice(FORENAMES)} {name()}" for who in ("mayor", "chief", "union")}
    for at in range(4):
        names[f"quote{at}"] = _worded(chance, f"{chance.choice(WHO)} {chance.choice(DID)} {chance.choice(WHEN)}")
    names["opening"] = _worded(chance, "{town} was cut off by a flood on {day} and {company} closed its gates.")
    names |= {sentence: _worded(chance, sentence) for sentence in SENTENCES}
    return names | {what: str(chance.randint(*bounds)) for what, bounds in RANGES.items()} | {"day": "Tuesday"}


def _worded(chance: random.Random, sentence: str) -> str:
    """A sentence in words of its own: two events should share no run of five words."""
    words = sentence.split()
    for at in range(len(words) - 1, 0, -2):
        words.insert(at, chance.choice(FILLING))
    return " ".join(words)


def _article(
    chance: random.Random, event: dict[str, str], outlet: str, day: date, number: int
) -> tuple[Article, list[str]]:
    told = dict(event)
    # An outlet in four has a figure that the others have not.
    for what in chance.sample(sorted(RANGES), 3):
        if chance.random() < 0.25:
            told[what] = str(chance.randint(*RANGES[what]))
    sentences = [event[sentence].format(**told) for sentence in chance.sample(SENTENCES, 20)]
    paragraphs = [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
    opening = event["opening"].format(**told)
    text = "\n\n".join((opening, *paragraphs))
    title = f"Flood cuts off {told['town']}"
    url = f"https://outlet{OUTLETS.index(outlet)}.example/{number}"
    revision = Revision(number=1, title=title, text=text, sha256=ids.text_sha256(text), recipe=1)
    article = Article(
        id=ids.article_id(url, text),
        url=url,
        title=title,
        publisher=outlet,
        published=day.isoformat(),
        revisions=(revision,),
    )
    return article, sentences


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
