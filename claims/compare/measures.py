"""What a figure measures: the dead or the injured, the price or the debt, the turnout or the vote.

Two figures of the same unit in alike sentences often measure different things, so this is looked up by words: the one
that stands nearest to the figure in its clause names the measure.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.compare import units
from claims.compare.words import Token, listed, stem
from claims.models import Figure
from claims.vocabulary import FigureKind

_TABLE = """
deaths      die dead death kill fatality corpse perish body deceased drown toll
injured     injure injury wound hurt treat
critical    intensive serious critical
hospital    hospital hospitalised hospitalized
missing     missing unaccounted untraced disappear
displaced   evacuate evacuee displace displacement homeless flee forced shelter uprooted
rescued     rescue lifted airlifted plucked
trapped     trapped stranded
arrested    nick arrest detain detainee custody
infected    infect infection ill sicken sickened case sick
tested      test tested screened
vaccinated  vaccinate vaccine dose
cuts        redundancy layoff redundant dismiss axe slash sack
hired       hire recruit
attended    crowd mob attend march rally demonstrate protest protester demonstrator spectator attendance marcher
signed      petition signature sign
powerless   outage blackout powerless
homes       destroy flatten demolish gone
progress    contain contained complete finished secured
firefighters firefighter
price       price buy purchase acquire acquisition takeover buyout buyback
bid         bid offer
damage      damage
debt        debt owe liability borrow borrowing loan
fine        fine fined penalty
savings     saving synergy
profit      profit
loss        loss lose deficit shortfall
revenue     revenue sale turnover
aid         aid relief donate donation grant
invest      invest investment
compensate  compensation settlement payout compensate
ransom      ransom
wage        wage salary raise pay earn
budget      budget
fare        fare ticket
tax         tax levy tariff
rent        rent
turnout     turnout
vote        vote ballot
poll        poll survey
inflation   inflation
jobless     unemployment jobless
growth      gdp
shares      share stock
punctual    punctual punctuality
insured     insure insurance
interest    mortgage
rain        rain rainfall
snow        snow snowfall
wind        wind gust
magnitude   magnitude
depth       depth deep
burnt       burn burnt hectare acre
sentence    sentence jail prison imprison
warning     warn warning siren alarm
delay       delay late
passengers  passenger carry ridership
records     record account customer
"""

MEASURES: dict[str, str] = {}
"""Stem to the measure that it names."""
for _line in _TABLE.strip().splitlines():
    _name, *_words = _line.split()
    MEASURES.update({stem(_word): _name for _word in _words})

WEAK = listed("""
    vote poll records sentence fare price bid passengers tested attended loss homes progress firefighters signed delay
    warning shares insured hired growth
    """)
"""Measures that are also what the whole matter is about: their absence says little, so they never part two figures."""

RUNNING = listed("""
    deaths injured missing displaced rescued trapped arrested infected vaccinated damage critical hospital burnt
    powerless signed homes records aid progress firefighters
    """)
"""Totals that are carried on while a matter lasts."""

SINKING = frozenset({"missing", "critical", "hospital", "trapped", "powerless", "displaced"})
"""Of these, numbers that go down by themselves as time passes."""

PEOPLE = frozenset(map(stem, listed("""
    people person resident inhabitant individual human victim man adult citizen local casualty life body soul villager
    townspeople
    """)))  # fmt: skip
"""Nouns for people of any sort."""

SORTS_OF_PEOPLE = frozenset(map(stem, listed("""
    child boy girl woman student pupil teacher nurse doctor patient soldier officer firefighter worker miner fisherman
    passenger sailor crew tourist farmer employee staff driver pensioner prisoner refugee migrant journalist member
    civilian police pilot rescuer volunteer baby infant teenager tenant voter customer guest supporter fan hiker
    """)))  # fmt: skip
"""Nouns for people of one sort: a part of the people, or all of them by another word."""

SYNONYMS: dict[str, str] = {
    stem(word): group.split()[0]
    for group in (
        "job post position role",
        "home house dwelling",
        "worker employee staff",
        "child pupil schoolchild",
        "train service",
        "firm company business",
        "passenger journey traveller traveler rider trip commuter",
        "protester demonstrator marcher",
        "flight plane",
        "soldier troop",
        "car vehicle",
        "record account customer user",
        "ship vessel boat",
    )
    for word in group.split()
}


def measure_of(figure: Figure, words: Sequence[Token], others: Sequence[Figure]) -> str | None:
    """The measure whose word stands nearest to a figure in the words given, or nothing.

    A word behind the figure is nearer than one before it, and whatever lies between them (a comma, another figure, a
    conjunction) pushes it away.
    """
    if figure.kind in (FigureKind.DATE, FigureKind.TIME, FigureKind.ORDINAL, FigureKind.AGE):
        return None
    best: tuple[float, str] | None = None
    for direction in (1, -1):
        distance = 0.0
        ordered = words if direction == 1 else list(reversed(words))
        for word in ordered:
            if direction == 1 and word.end <= figure.core_start:
                continue
            if direction == -1 and word.start >= figure.core_start:
                continue
            distance += _step(word, others, figure) * (1 if direction == 1 else 1.4)
            name = None if word.number or word.mark else MEASURES.get(stem(word.lower))
            if name is not None:
                if best is None or distance < best[0]:
                    best = (distance, name)
                break
            if distance > FARTHEST:
                break
    return best[1] if best and best[0] <= FARTHEST else None


FARTHEST = 14
"""A word farther away than this names the measure of something else."""
_PUSHING = {",": 3.0, ";": 8.0, ":": 3.0, "—": 4.0, "–": 3.0, " - ": 4.0, "and": 3.0, "but": 6.0, "while": 6.0,
            "as": 3.0, "when": 3.0, "after": 2.0, "with": 2.0, "including": 5.0, "plus": 3.0}  # fmt: skip


def _step(word: Token, others: Sequence[Figure], figure: Figure) -> float:
    for other in others:
        if other is not figure and other.core_start <= word.start < other.core_end:
            return 5.0 if other.kind not in (FigureKind.DATE, FigureKind.TIME) else 1.0
    return _PUSHING.get(word.lower, 1.0)


def thing_of(figure: Figure) -> str | None:
    """The head of what is counted, as a stem."""
    if not figure.counted:
        return None
    phrase = figure.counted.replace("’", "'").split(" of ")[0].split(" in ")[0]
    words = [word.strip(".,'\"") for word in phrase.split()]
    head = next((word for word in reversed(words) if word.isalpha()), None)
    if head is None:
        return None
    found = stem(head)
    return SYNONYMS.get(found, found)


def dimension(figure: Figure) -> str:
    """What kind of amount it is: only figures of one dimension can be told against each other."""
    kind = figure.kind
    if kind == FigureKind.RATE:
        above, _, below = (figure.unit or "").partition("/")
        return f"{_above(above)}/{below}"
    if kind == FigureKind.QUANTITY:
        measured = units.measure(figure.unit)
        return measured[0] if measured else f"{kind}:{figure.unit}"
    if kind in (FigureKind.DURATION, FigureKind.AGE):
        return "time"
    if kind in (FigureKind.PERCENT, FigureKind.PERCENTAGE_POINTS, FigureKind.RATIO):
        return "share"
    return str(kind)


def _above(unit: str) -> str:
    if len(unit) == 3 and unit.isupper():
        return "money"
    measured = units.measure(unit)
    return "count" if unit == "1" else measured[0] if measured else f"quantity:{unit}"
