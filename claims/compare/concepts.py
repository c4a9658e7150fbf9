"""Words that mean the same in news, so that "rubbish" meets "waste" and "walked out" meets "strike"."""

from __future__ import annotations

from collections.abc import Iterable

from claims.compare.words import STOP, Token, stem

_GROUPS = """
collapse collapsed crash buckle cave
inspect inspection inspector check examine audit survey
warn warning alert danger letter
rubbish waste garbage trash refuse litter bin
strike walkout stoppage striker
wage pay salary earn earning earner
deal agreement settlement accord pact
buy purchase acquire acquisition takeover buyout bid offer sale sell
factory plant bakery mill works site
close closure shut completion complete
job post position redundancy role layoff
chief boss head leader director chairman
want demand ask seek call
reject spurn decline refuse
cancel scrap abandon
promise pledge vow commit
approve back support favour favor
oppose against
march demonstrate demonstration demonstrator rally protest protester crowd marcher mob
police cop officer
clean disinfect
sick ill sicken sickened case infect infection patient
law bill legislation act reform
vote ballot poll
road street
rail train railway railroad
storm gale hurricane
fire blaze
flood inundate deluge
quake earthquake tremor
home house
trial hearing court
convict guilty conviction
sentence jail prison imprison
price cost worth
rise increase climb jump grow up raise lift
fall drop decline slip down lower
start begin launch
end finish over
company firm business group
saving save synergy
renovate renovation revamp refurbish
build built construct construction open
die dead death kill toll fatal perish
injure injury hurt wound treat
arrest detain nick custody
hospital hospitalise hospitalize
evacuate displace homeless
missing unaccounted
rescue pull pluck
student pupil schoolchild
child boy girl
doctor physician
house home
vehicle car
plane aircraft flight jet
ship vessel boat ferry
money fund cash
debt borrowing loan
profit gain
sales revenue turnover
worker employee staff
people person
passenger traveller commuter
resident villager
government ministry state
employ employment
apology apologise apologize sorry
resign quit
damage destroy
hack breach
data record
virus malware
farmer grower
crop harvest
win victory beat
goal score
match game
"""

CONCEPTS: dict[str, str] = {}
"""Stem to the first word of its group."""
for _line in _GROUPS.strip().splitlines():
    _first, *_rest = _line.split()
    for _word in (_first, *_rest):
        CONCEPTS.setdefault(stem(_word), stem(_first))

PHRASES = {
    tuple(map(stem, phrase.split())): stem(concept)
    for phrase, concept in {
        "walk out": "strike", "walked out": "strike", "gave way": "collapse", "give way": "collapse",
        "came down": "collapse", "come down": "collapse", "fell in": "collapse", "turned down": "reject",
        "laid off": "job", "put off": "delay", "took part": "march", "take part": "march", "taken part": "march",
        "run dry": "empty", "ran dry": "empty", "call off": "cancel", "called off": "cancel", "set up": "start",
        "break out": "start", "shut down": "close", "stand down": "resign", "step down": "resign",
    }.items()
}  # fmt: skip


def concept(found: str) -> str:
    """The group of a stem, or the stem itself."""
    return CONCEPTS.get(found, found)


def concepts(words: Iterable[Token]) -> list[str]:
    """What the words that say something mean, in order; numbers and marks are left out."""
    plain = [(one, stem(one.lower)) for one in words if not one.mark and not one.number]
    found = []
    at = 0
    while at < len(plain):
        two = PHRASES.get((plain[at][1], plain[at + 1][1])) if at + 1 < len(plain) else None
        if two is not None:
            found.append(two)
            at += 2
            continue
        word, base = plain[at]
        if word.lower not in STOP and word.lower not in NUMBERS:
            found.append(concept(base))
        at += 1
    return found


NUMBERS = frozenset(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen
    dozens hundreds thousands millions half third quarter fifth per cent percent
    """.split()
)
"""Words for numbers: figures are compared by their values."""
