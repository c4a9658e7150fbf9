"""Signs of furniture: what a sentence that speaks of its page looks like."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.extract import furniture
from claims.extract.furniture import signs
from claims.extract.sentences import sentences

GOLD = Path(__file__).parents[2] / "annotations" / "gold" / "dev"
SIGNS = {
    "address": [
        "Write to desk@orskecho.example by Friday.",
        "The plan is at https://orsk.example/plan for all to read.",
        "The plan is at www.orsk for all to read.",
        "The plan is at orsk.org/plan for all to read.",
        "For more information the council has a desk.",
        "For further details there is a desk.",
    ],
    "self": [
        "A version of this article appears in print on Sunday.",
        "An earlier version of this story misstated the age of Ivo Brel.",
        "This website uses them.",
        "The programme was first broadcast in March.",
        "The conversation has been condensed.",
        "We wrongly named Ana Brel.",
        "In Monday's paper, we printed another name.",
        "Some prices in the report were old.",
        "Some names have been changed.",
        "Reading time: 4 minutes.",
    ],
    "rights": [
        "All rights reserved.",
        "© Orsk Echo.",
        "(c) 2019 Orsk Echo.",
        "Copyright of the Orsk Echo.",
        "The shop may earn a small commission.",
        "Data are delayed by 15 minutes.",
        "The views expressed are those of Ivo Brel.",
        "It may not be published, broadcast, rewritten or redistributed.",
        "Essential cookies stay.",
        "Orsk Aid is a registered charity.",
    ],
    "telephone": [
        "The office is on +44 20 7946 0000.",
        "The office is on 555-555-0100.",
        "Or call 555-0100 in office hours.",
    ],
    "maker": [
        "Callie Redfern is a senior writer.",
        "Callie Redfern is the paper's bureau chief.",
        "Callie Redfern covers city hall for the Courier.",
        "Callie Redfern can be reached in Orsk.",
        "Additional research by Ivo Brel.",
        "Ivo Brel contributed.",
        "With files from Orsk.",
        "Material from Meridian Wire went into it.",
        "Her latest novel, of two sisters, is published in May.",
        "The columnist owns a boat.",
    ],
    "rules": [
        "Privacy policy.",
        "Terms of service.",
        "External links open a window.",
        "Third-party content is another's.",
        "Market data by Orsk.",
        "Forward-looking as ever.",
        "House rules.",
        "Company number 12345.",
        "Press complaints.",
        "Personalised adverts.",
        "Advertising choices.",
    ],
    "pictures": [
        "The quay in this picture.",
        "Ana Brel, pictured here.",
        "Ivo Brel (left) with Ana Lenz.",
        "Ana Brel, left, and Ivo Lenz, her brother, right.",
        "Aerial view of Orsk.",
        "A handout photo of the quay.",
        "Divers stand on the quay on Tuesday, March 3.",
        "Divers are seen on the quay in 2019.",
    ],
    "house": ["Orsk Marine is the leading supplier.", "Orsk is a world-class ferry operator and maker."],
    "weather": [
        "Sunny spells by noon.",
        "Highs of 12.",
        "Mostly dry.",
        "Heavy showers in the west.",
        "Sunshine and showers.",
    ],
    "listing": [
        "Tickets cost 8.",
        "Open daily.",
        "Box office in the foyer.",
        "Doors open late.",
        "Admission is free.",
        "In cinemas in May.",
        "On general release.",
        "The show runs until Friday.",
    ],
    "handle": ["Ana Brel is @anabrel there."],
}


@pytest.mark.parametrize("words", [words for all_ in SIGNS.values() for words in all_])
def test_a_sentence_about_the_page_bears_a_sign(words: str) -> None:
    """Each way in which a page speaks of itself, its makers and its owner is seen."""
    assert signs(words) > 0


def test_no_sign_is_overlooked_for_want_of_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pattern is searched for only where one of its words stands, and finds whatever it finds anywhere."""
    articles = [file.read_text(encoding="utf-8") for file in sorted(GOLD.glob("*.txt"))]
    told = [text[start:end] for text in articles for start, end in sentences(text)]
    told += [words for all_ in SIGNS.values() for words in all_]
    found = [signs(words) for words in told]
    runs = furniture._RUNS

    class Everything:
        """Finds whatever any pattern needs."""

        @staticmethod
        def findall(words: str) -> list[str]:
            needed = [sign[1] for sign in (*furniture._STRONG_SIGNS, *furniture._WEAK_SIGNS, furniture._POSES)]
            return [*runs.findall(words), *frozenset().union(*needed, furniture._OF_WEATHER)]

    monkeypatch.setattr(furniture, "_RUNS", Everything)
    assert [signs(words) for words in told] == found
