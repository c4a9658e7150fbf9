"""What people are called: forms of address, offices, and nouns for sources without a name.

All lower case. The lists are closed classes of English usage, none of them is a list of names.
"""

from __future__ import annotations

from claims.extract.words import listed

MALE, FEMALE = "male", "female"

# Forms of address; they tell the gender where they can, and are no role.
HONORIFICS: dict[str, str | None] = {
    "mr.": MALE, "mr": MALE, "mrs.": FEMALE, "mrs": FEMALE, "ms.": FEMALE, "ms": FEMALE, "miss": FEMALE,
    "dr.": None, "dr": None, "prof.": None, "sir": MALE, "lord": MALE, "lady": FEMALE, "dame": FEMALE,
    "rev.": None, "st.": None, "king": MALE, "queen": FEMALE, "prince": MALE, "princess": FEMALE, "pope": MALE,
}  # fmt: skip

# Nouns for an office or a trade, capitalised before a name or in lower case anywhere.
OFFICES = listed("""
    president vice-president premier chancellor minister secretary senator sen. rep. gov. representative
    congressman congresswoman governor mayor councillor councilwoman councilman commissioner ambassador envoy
    spokesman spokeswoman spokesperson chairman chairwoman chair chairperson director manager chief head leader
    deputy general gen. colonel col. major maj. captain capt. lieutenant lt. admiral adm. sergeant sgt. commander
    marshal officer sheriff inspector superintendent judge justice prosecutor attorney lawyer solicitor counsel
    professor researcher scientist economist analyst strategist expert historian engineer doctor nurse teacher
    author writer journalist editor columnist reporter founder co-founder owner executive ceo treasurer auditor
    adviser advisor aide official candidate nominee lawmaker legislator mp farmer fisherman worker resident
    coordinator organiser organizer activist campaigner bishop archbishop cardinal imam rabbi pastor speaker
    principal dean rector trustee partner consultant negotiator diplomat delegate ombudsman regulator
    harbourmaster harbormaster driver pilot skipper coach trainer captain player actor actress singer
    businessman businesswoman widow brother sister father mother son daughter husband wife neighbour neighbor
    billionaire mogul host pollster veteran student volunteer victim witness suspect defendant""")

MALE_NOUNS = listed("""
    spokesman chairman congressman councilman businessman actor brother father son husband king
    fisherman""")
FEMALE_NOUNS = listed("""
    spokeswoman chairwoman congresswoman councilwoman businesswoman actress sister mother
    daughter wife widow queen""")
SPEAKS_FOR_OTHERS = listed("spokesman spokeswoman spokesperson")

# Heads of names and phrases for bodies that can speak.
BODIES = listed("""
    capital partners rail energy motors systems electric oil gas steel foods software media studios insurance
    ministry hall palace department council committee commission agency authority office bureau board court parliament
    senate assembly congress house cabinet administration campaign party union association federation league alliance
    coalition confederation bank fund company corporation corp corp. inc inc. ltd ltd. plc group holdings firm
    university college institute school academy hospital centre center foundation trust society service services
    police army navy force forces guard brigade fleet news times post journal herald gazette tribune network radio
    television channel club team airline airlines railway railways port lines works industries institution
    organisation organization bloc secretariat consortium chamber exchange directorate inspectorate watchdog
    regulator museum church diocese prosecutors mission delegation newspaper magazine publisher operator""")
RULING_BODIES = listed("government administration cabinet ministry")

# Heads of phrases for papers that "say" something.
DOCUMENTS = listed("""
    report study poll survey document documents filing lawsuit complaint indictment letter memo memorandum
    statement release audit review analysis transcript records record figures data statistics email e-mail
    affidavit ruling order bulletin census post tweet message notice papers article book paper research
    polls studies surveys reports emails leaflet manifesto sheet estimate estimates findings results""")

# Heads of phrases for people whose names the article keeps to itself.
UNNAMED = listed(
    "source sources official officials person people insider insiders aide aides diplomat diplomats "
    "familiar spokesman spokeswoman spokesperson"
)

# Nouns for more than one person that no plural -s gives away.
GROUPS = listed("people police staff many some others several most both critics few")
