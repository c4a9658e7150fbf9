"""Which names stand for a government: countries, their capitals, and the houses that rule them.

Countries come from CLDR by way of babel; capitals and houses are a table of our own.
"""

from __future__ import annotations

from functools import cache

from claims.extract.words import listed

# Capital or house -> the country it speaks for, by the English name that CLDR gives.
SPEAKS_FOR = {
    "kyiv": "Ukraine", "kiev": "Ukraine", "moscow": "Russia", "the kremlin": "Russia", "kremlin": "Russia",
    "washington": "United States",
    # Houses that newsrooms keep apart from the country.
    "the white house": "White House", "white house": "White House", "the pentagon": "Pentagon", "pentagon": "Pentagon",
    "london": "United Kingdom", "downing street": "United Kingdom", "whitehall": "United Kingdom",
    "paris": "France", "the élysée": "France", "berlin": "Germany", "rome": "Italy", "madrid": "Spain",
    "lisbon": "Portugal", "dublin": "Ireland", "vienna": "Austria", "bern": "Switzerland", "warsaw": "Poland",
    "prague": "Czechia", "bratislava": "Slovakia", "budapest": "Hungary", "bucharest": "Romania",
    "sofia": "Bulgaria", "athens": "Greece", "ankara": "Türkiye", "copenhagen": "Denmark", "oslo": "Norway",
    "stockholm": "Sweden", "helsinki": "Finland", "reykjavik": "Iceland", "tallinn": "Estonia", "riga": "Latvia",
    "vilnius": "Lithuania", "minsk": "Belarus", "chisinau": "Moldova", "belgrade": "Serbia", "zagreb": "Croatia",
    "sarajevo": "Bosnia & Herzegovina", "skopje": "North Macedonia", "tirana": "Albania", "pristina": "Kosovo",
    "tbilisi": "Georgia", "yerevan": "Armenia", "baku": "Azerbaijan", "beijing": "China", "tokyo": "Japan",
    "seoul": "South Korea", "pyongyang": "North Korea", "taipei": "Taiwan", "new delhi": "India", "delhi": "India",
    "islamabad": "Pakistan", "kabul": "Afghanistan", "dhaka": "Bangladesh", "kathmandu": "Nepal",
    "colombo": "Sri Lanka", "bangkok": "Thailand", "hanoi": "Vietnam", "manila": "Philippines",
    "jakarta": "Indonesia", "kuala lumpur": "Malaysia", "canberra": "Australia", "wellington": "New Zealand",
    "ottawa": "Canada", "mexico city": "Mexico", "havana": "Cuba", "caracas": "Venezuela", "bogotá": "Colombia",
    "lima": "Peru", "la paz": "Bolivia", "santiago": "Chile", "buenos aires": "Argentina", "brasília": "Brazil",
    "cairo": "Egypt", "tripoli": "Libya", "tunis": "Tunisia", "algiers": "Algeria", "rabat": "Morocco",
    "khartoum": "Sudan", "addis ababa": "Ethiopia", "nairobi": "Kenya", "abuja": "Nigeria", "accra": "Ghana",
    "pretoria": "South Africa", "harare": "Zimbabwe", "kinshasa": "Congo - Kinshasa", "kigali": "Rwanda",
    "tehran": "Iran", "baghdad": "Iraq", "damascus": "Syria", "beirut": "Lebanon", "riyadh": "Saudi Arabia",
    "doha": "Qatar", "abu dhabi": "United Arab Emirates", "amman": "Jordan", "jerusalem": "Israel",
    "ramallah": "Palestinian Territories",
}  # fmt: skip

# What news calls a country other than CLDR does.
OTHER_NAMES = {
    "the united states": "United States", "us": "United States", "u.s.": "United States", "usa": "United States",
    "america": "United States", "uk": "United Kingdom", "u.k.": "United Kingdom", "britain": "United Kingdom",
    "great britain": "United Kingdom", "the united kingdom": "United Kingdom", "turkey": "Türkiye",
    "czech republic": "Czechia", "the netherlands": "Netherlands", "holland": "Netherlands",
    "burma": "Myanmar (Burma)", "myanmar": "Myanmar (Burma)", "ivory coast": "Côte d’Ivoire",
}  # fmt: skip

# Last words of places that are no persons, and first words of parts of a country.
GEOGRAPHY = listed("""
    valley bay river lake sea island islands mount mountain mountains hill hills peninsula strait gulf coast beach
    forest street road avenue square bridge county province district region city town village harbour harbor port
    airport station dam canal desert delta plateau pass peak point cape creek falls park garden gardens quarter
    sands moor loch firth mere ness fen
    heights highway route tunnel quay dock docks pier tower building plaza stadium arena cathedral castle estuary
    reservoir basin glacier fjord archipelago republic kingdom states emirates federation territory prefecture
    township borough parish canton oblast""")
QUARTERS = listed(
    "north south east west northern southern eastern western central upper lower new old greater inner"
    " outer port fort san santa saint st. los las el rio great little mount lake united"
)

# Nouns that only a state has ("Brennia's foreign minister"), and before "of" ("the government of Brennia").
STATE_NOUNS = listed("""
    government president premier parliament capital army navy military troops border borders embassy ambassador
    constitution king queen monarch foreign-minister independence sovereignty territory airspace currency economy
    armed foreign defence defense prime interior finance supreme central coastguard coast citizens exports imports
    neighbours neighbors allies airforce ruling intelligence territorial elections voters regime kingdom republic""")
OF_STATES = listed(
    "government president republic kingdom ministers minister people parliament premier king queen"
    " ambassador ambassadors capital governments presidents leaders state federation principality"
)
WITHIN = listed("in across throughout near inside outside to from toward towards around between into via")

# Names of countries that are as often the names of people or of other places.
NOT_ALONE = listed("jersey guernsey world chad jordan georgia")


NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
"""Codes of CLDR for what has no government of its own."""


@cache
def _countries() -> dict[str, str]:
    from babel import Locale

    names = {}
    for code, name in Locale("en").territories.items():
        if code.isalpha() and len(code) == 2 and code not in NO_COUNTRIES:
            names[str(name).lower()] = str(name)
    return names


def government(name: str) -> str | None:
    """The country for which a name speaks, or nothing."""
    lower = name.lower().removesuffix("'s").removesuffix("’s")
    if lower in NOT_ALONE:
        return None
    if lower in SPEAKS_FOR:
        return SPEAKS_FOR[lower]
    return OTHER_NAMES.get(lower) or _countries().get(lower)
