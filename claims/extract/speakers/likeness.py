"""How well a description goes with what somebody is said to be: same noun, same office, same walk of life."""

from __future__ import annotations

import re

from claims.extract.speakers.phrases import Phrase, phrase_of
from claims.extract.speakers.register import Entry
from claims.extract.speakers.titles import KIN, OFFICES, POSTS, abbreviated
from claims.extract.words import listed

# Nouns for one office, or near enough that news changes between them.
SAME_HEADS = (
    listed("head chief leader boss director manager executive ceo president"),
    listed("spokesman spokeswoman spokesperson"),
    listed("head headteacher headmaster headmistress principal"),
    listed("chair chairman chairwoman chairperson"),
    listed("lawyer attorney barrister solicitor counsel prosecuting defending"),
    listed("prosecutor prosecuting"),
    listed("owner proprietor boss founder"),
    listed("scientist researcher expert academic professor"),
    listed("minister secretary"),
    listed("legislator lawmaker mp msp mep senator representative congressman congresswoman politician deputy"),
    listed("premier minister"),
    listed("adviser advisor aide"),
    listed("doctor physician surgeon medic"),
    listed("policeman policewoman officer constable"),
    listed("manager coach trainer"),
    listed("captain skipper"),
    listed("goalkeeper keeper"),
    listed("diplomat ambassador envoy consul attaché"),
    listed("author writer novelist"),
    listed("priest father vicar rector reverend pastor canon"),
)
UNION_LEADERS = listed("leader boss chief head")
"""A union's general secretary."""
QUALIFIED = listed("former ex deputy vice acting outgoing incoming assistant shadow")
"""Whoever is called so is not yet, or no longer, what the noun says."""

# Walks of life. A noun of one is never said of somebody who is known to be of another only.
FIELDS = (
    listed("lawyer attorney barrister solicitor counsel advocate prosecutor defender prosecuting defending kc qc"),
    listed("judge justice magistrate coroner recorder"),
    listed("""officer detective inspector superintendent constable sergeant sheriff trooper policeman policewoman
        commander chief commissioner investigator marshal firefighter paramedic"""),
    listed("general colonel major captain lieutenant admiral commander soldier officer marshal brigadier veteran"),
    listed("""politician lawmaker legislator mp mep msp senator representative congressman congresswoman councillor
        councilor councilman councilwoman alderman minister secretary governor mayor president premier chancellor
        democrat republican conservative liberal socialist independent leader whip candidate nominee incumbent
        front-runner frontrunner hopeful contender challenger backbencher peer speaker ambassador diplomat envoy"""),
    listed("""professor researcher scientist expert academic scholar historian economist engineer chemist physicist
        botanist hydrologist author lecturer statistician mathematician curator archivist studies researches
        research"""),
    listed("""doctor surgeon physician medic nurse sister midwife consultant matron psychiatrist pharmacist dentist gp
        paediatrician pediatrician cardiologist oncologist virologist radiologist anaesthetist clinician paramedic"""),
    listed("""player captain midfielder striker goalkeeper defender winger forward coach manager trainer skipper
        batsman bowler pitcher quarterback sprinter runner swimmer cyclist rower champion athlete pundit boxer golfer
        jockey driver rider forward prop keeper"""),
    listed("""executive ceo cfo coo boss chief entrepreneur businessman businesswoman founder co-founder owner director
        chairman chairwoman chair analyst economist banker investor financier manager president magnate tycoon"""),
    listed("bishop archbishop cardinal imam rabbi pastor priest vicar nun canon dean cleric pope minister"),
    listed("""actor actress singer composer conductor producer film-maker filmmaker painter sculptor potter poet writer
        novelist author musician pianist violinist photographer artist dancer playwright director guitarist drummer"""),
    listed("journalist editor columnist reporter correspondent broadcaster presenter host anchor pundit"),
    listed("farmer grower shepherd fisherman skipper sailor trawlerman crofter rancher winemaker beekeeper"),
    listed("witness victim defendant suspect accused plaintiff claimant juror complainant"),
    listed("teacher headteacher headmaster headmistress principal lecturer rector provost dean pupil student"),
)  # fmt: skip
WIDE = listed("""
    lawyer barrister attorney advocate officer soldier politician lawmaker legislator scientist researcher academic
    expert scholar doctor medic player athlete footballer executive boss businessman businesswoman
    entrepreneur cleric artist
    musician performer journalist writer farmer teacher official captain skipper author chief head leader
    director manager consultant veteran candidate""")
"""Nouns for anybody of a walk of life."""
# What may be told of anybody at any time, and sets nobody apart: "the two-term president", "the embattled minister".
PASSING = listed("""
    embattled veteran outspoken popular controversial disgraced beleaguered wealthy billionaire millionaire powerful
    influential fiery colourful colorful softly-spoken soft-spoken mild-mannered bearded visibly emotional angry tearful
    defiant smiling weary long-time longtime longstanding young elderly ageing aging seasoned experienced respected
    beloved celebrated famous renowned famed ambitious rookie exhausted furious""")
_PASSING = re.compile(
    r"(?:\w+-){1,3}(?:terms?|times?|serving|standing|winning|born|haired|spoken|turned|educated|selling|known)"
)
# What anybody may be besides their calling.
STATIONS = WIDE | listed("""
    resident witness victim survivor suspect defendant plaintiff claimant passenger commuter neighbour neighbor
    pensioner retiree villager whistleblower insider shareholder investor stakeholder customer motorist taxpayer tourist
    holidaymaker tenant landlord owner co-owner founder co-founder cofounder billionaire tycoon magnate mogul volunteer
    activist campaigner organiser organizer coordinator opponent rival critic supporter ally candidate nominee worker
    counterpart parent mother father mum dad teenager schoolboy schoolgirl winner member partner client hostage veteran
    chair chairman chairwoman chairperson president secretary treasurer trustee host guide caller signatory boss
    spokesman spokeswoman spokesperson adviser advisor aide star co-author coauthor colleague successor predecessor""")
OTHER_CALLING = 0.5
UNTOLD = 0.3
LAW = 0
OF_ONE_WALK = 2.0
"""What it is worth that a description and a role tell of the same walk of life."""
SCHOLARS = 5
"""Where among them the endings -ologist and -ographer belong."""


def likeness(phrase: Phrase, role: str) -> float:
    """How well a description fits what somebody is said to be; 0 where it does not."""
    other = phrase_of(role)
    words = {abbreviated(w.strip(",").removesuffix("'s").removesuffix("’s")) for w in role.lower().split()}
    head, had = abbreviated(phrase.head).removeprefix("ex-"), abbreviated(other.head).removeprefix("ex-")
    if 1 < len(head) < 5 and head == "".join(word[0] for word in role.lower().split() if word not in {"of", "the"}):
        return 2.0
    if head == had or head == had.removesuffix("s"):
        score = 2.0
    elif head in words:
        score = 1.6
    elif any(head in same and had in same for same in SAME_HEADS):
        score = 1.0 if head in SAME_HEADS[0] else 1.2
    elif head in UNION_LEADERS and had == "secretary" and "general" in words:
        score = 1.2
    else:
        return 0.0
    own = other.owner is not None and other.owner.islower()
    if "prime" in words - phrase.colours and other.head == "minister":
        # "The minister" is rather any other than the prime minister.
        score -= 0.8
    if QUALIFIED & words - phrase.colours - {had} and not phrase.former and not own:
        # "Her former boss" may still be the boss; "the former boss" is not.
        score -= 0.8
    if phrase.former and not other.former and "former" not in words:
        score -= 0.8
    hits = len(phrase.colours & words)
    strange = sum(not passing(word) for word in phrase.colours - words)
    score += hits - 0.7 * strange
    if strange and not hits and other.colours:
        # "the Holm manager" is not "the Tarrick manager".
        return 0.0
    return max(score, 0.0)


def passing(word: str) -> bool:
    """Whether a word that colours a noun sets nobody apart from others of that noun."""
    return word in PASSING or _PASSING.fullmatch(word) is not None


def described(entry: Entry) -> list[str]:
    """All that somebody is said to be."""
    return [*entry.roles, *([entry.name] if entry.phrase else [])]


def likest(phrase: Phrase, entry: Entry) -> float:
    """How well a description fits the best of what somebody is said to be."""
    return max((likeness(phrase, role) for role in described(entry)), default=0.0)


def holds(entry: Entry, noun: str) -> bool:
    """Whether a noun stands in what somebody is said to be."""
    return any(
        noun in (abbreviated(w.strip(",")).removesuffix("s") for w in role.lower().split()) for role in entry.roles
    )


def agrees(asked: frozenset[str], had: frozenset[str]) -> bool:
    """Whether the words that colour a noun may be of one thing."""
    return asked <= had or not asked or not had


def fields_of(words: str) -> set[int]:
    """The walks of life that a description tells; "Ivo Brel, for the defendant," is a lawyer."""
    found = {LAW} if words.startswith("for ") else set()
    for word in words.lower().split():
        noun = abbreviated(word.strip(".,'’\"()").removesuffix("'s").removesuffix("’s"))
        found |= {number for number, field in enumerate(FIELDS) if noun in field or noun.removesuffix("s") in field}
        if noun.endswith(("ologist", "ographer", "onomer")):
            found.add(SCHOLARS)
    return found


def was_once(role: str) -> bool:
    """Whether a role is one that somebody no longer holds."""
    words = set(role.lower().split())
    return bool(words & {"former", "retired", "ex", "predecessor", "late"}) or role.lower().startswith("ex-")


def fits_walk(phrase: Phrase, entry: Entry) -> bool:
    """Whether description and roles tell of the same walk of life."""
    return bool(fields_of(phrase.head) & {number for role in described(entry) for number in fields_of(role)})


def kindred(phrase: Phrase, entry: Entry) -> float:
    """Whether somebody may be meant of whom a description was not yet said: 0 where what is known speaks against it."""
    roles = described(entry)
    head = abbreviated(phrase.head)
    if head in POSTS and not phrase.former and any(abbreviated(phrase_of(role).head) in POSTS for role in roles):
        return 0.0
    asked = set() if phrase.former else fields_of(phrase.head)
    had = {number for role in roles for number in fields_of(role)}
    callings = {abbreviated(phrase_of(role).head) for role in roles} - KIN.keys()
    if phrase.former and any(role.lower().endswith("predecessor") for role in roles):
        return OF_ONE_WALK
    if phrase.former and "retired" not in phrase.words.lower() and fields_of(phrase.head) & had:
        # "The former minister" has rather become a speaker than a brewer.
        return OF_ONE_WALK
    if asked & had:
        # "The chemist" is no biologist; "the scientist" is, and "the zoologist" is who "studies bats".
        named = any(fields_of(calling) & asked for calling in callings - WIDE)
        return OF_ONE_WALK if head in WIDE or not named else OTHER_CALLING
    if asked and had:
        return 0.0
    if not (entry.spoke or entry.main) and head in OFFICES - STATIONS and callings & OFFICES - STATIONS:
        # "The caretaker" is hardly the nurse who has said nothing yet.
        return UNTOLD
    return 0.9 if callings and asked else 1.0
