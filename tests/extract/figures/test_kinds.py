"""Each kind of figure, with its value and unit, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.models import Figure

Read = Callable[..., list[Figure]]

PUBLISHED = "2025-05-06"

CASES = [
    # money
    ("The harbour will cost $4.2bn.", "money", "4200000000", "4200000000", "USD"),
    ("They asked for between 30 and 50 billion dollars.", "money", "30000000000", "50000000000", "USD"),
    ("A grant of $1.2-1.5m was promised.", "money", "1200000", "1500000", "USD"),
    ("Orlesk fined the yard £10m.", "money", "10000000", "10000000", "GBP"),
    ("The bridge cost Rs 2 lakh crore.", "money", "2000000000000", "2000000000000", "INR"),
    ("The state spent 1,97,420 crore rupees.", "money", "1974200000000", "1974200000000", "INR"),
    ("The loan of CHF 300,000 was repaid.", "money", "300000", "300000", "CHF"),
    ("The mayor paid 7.5 million Danish crowns.", "money", "7500000", "7500000", "DKK"),
    ("A ticket costs 60 cents.", "money", "0.6", "0.6", "USD"),
    ("The paper costs 85 pence.", "money", "0.85", "0.85", "GBP"),
    ("They sold it for a pound.", "money", "1", "1", "GBP"),
    ("It took half a million euros.", "money", "500000", "500000", "EUR"),
    ("The fee is A$110m.", "money", "110000000", "110000000", "AUD"),
    ("The fund holds ¥2 trillion.", "money", "2000000000000", "2000000000000", "JPY"),
    # shares
    ("Turnout reached 12.5 per cent.", "percent", "12.5", "12.5", "percent"),
    ("It rose by 4 percentage points.", "percentage_points", "4", "4", "percentage_point"),
    ("The bank added 25 basis points.", "percentage_points", "25", "25", "basis_point"),
    ("One in five boats sank.", "ratio", "0.2", "0.2", None),
    ("Three-quarters of them stayed.", "ratio", "0.75", "0.75", None),
    ("A two-thirds majority is needed.", "ratio", "0.666666666667", "0.666666666667", None),
    # counts
    ("A million and a half people fled.", "count", "1500000", "1500000", None),
    ("A dozen trawlers left.", "count", "12", "12", None),
    ("A couple of guards slept.", "count", "2", "2", None),
    ("Twenty-one thousand and eleven voters came.", "count", "21011", "21011", None),
    ("Some 1.2m people live there.", "count", "1200000", "1200000", None),
    # measures
    ("The tunnel is 1,500km long.", "quantity", "1500", "1500", "kilometre"),
    ("It grew to 200 square miles.", "quantity", "200", "200", "square mile"),
    ("It was 49.9C in the shade.", "quantity", "49.9", "49.9", "celsius"),
    ("The sea was 2.14degF warmer.", "quantity", "2.14", "2.14", "fahrenheit"),
    ("Flats are sold from 450 sq ft up to 900 sq ft.", "quantity", "450", "900", "square foot"),
    ("It lasted two hours and 48 minutes.", "duration", "168", "168", "minute"),
    ("It lasted one year and two days.", "duration", "367", "367", "day"),
    ("It lasted two years and three months.", "duration", "27", "27", "month"),
    ("A 30-day truce began.", "duration", "30", "30", "day"),
    ("The 30-year-old was freed.", "age", "30", "30", "year"),
    ("Ilse Marn, 45, a pilot, was there.", "age", "45", "45", "year"),
    ("The port ships 1.2m barrels a day.", "rate", "1200000", "1200000", "barrel/day"),
    ("Guards earn $15 an hour.", "rate", "15", "15", "USD/hour"),
    ("It flew at 60 miles per hour.", "rate", "60", "60", "mile/hour"),
    # the rest
    ("Exports saw a five-fold rise.", "multiple", "5", "5", None),
    ("Rents have tripled.", "multiple", "3", "3", None),
    ("Twice as many ships came.", "multiple", "2", "2", None),
    ("Kesten beat Orlesk 2-1.", "score", "2", "1", None),
    ("It was their third win.", "ordinal", "3", "3", None),
    ("The train left at 17:22 GMT.", "time", "17:22+00:00", "17:22+00:00", None),
    ("The doors open at 6pm.", "time", "18:00", "18:00", None),
    ("Crews had freed them by 6pm, the mayor said.", "time", "18:00", "18:00", None),
    ("It was gone by half past nine.", "time", "09:30", "09:30", None),
    ("The ferry sank at a quarter past five.", "time", "05:15", "05:15", None),
    ("The ferry sank at quarter to three p.m.", "time", "14:45", "14:45", None),
    ("They saved a boy of six.", "age", "6", "6", "year"),
]


@pytest.mark.parametrize(("text", "kind", "low", "high", "unit"), CASES)
def test_a_figure_has_its_kind_value_and_unit(
    read: Read, text: str, kind: str, low: str, high: str, unit: str | None
) -> None:
    """Money in ISO 4217, units singular, a compound in its smallest unit, decimals throughout."""
    figures = read(text, published=PUBLISHED)
    assert [(f.kind, f.low, f.high, f.unit) for f in figures] == [(kind, low, high, unit)]


@pytest.mark.parametrize(
    ("text", "modifier", "low", "high"),
    [
        ("At least 10 systems came.", "at_least", "10", None),
        ("No fewer than 10 systems came.", "at_least", "10", None),
        ("More than 400 ships came.", "more_than", "400", None),
        ("Upwards of 400 ships came.", "more_than", "400", None),
        ("Up to 600,000 tonnes came.", "at_most", None, "600000"),
        ("As many as 70 ships came.", "at_most", None, "70"),
        ("Fewer than 30 ships came.", "less_than", None, "30"),
        ("Nearly 3,000 people came.", "nearly", "3000", "3000"),
        ("Barely 40 people came.", "nearly", "40", "40"),
        ("An estimated 300 people came.", "about", "300", "300"),
        ("Some 300 people came.", "about", "300", "300"),
        ("30 people or so came.", "about", "30", "30"),
        ("Dozens of people came.", "magnitude", "24", None),
        ("Tens of thousands of people came.", "magnitude", "20000", None),
        ("Six to eight weeks passed.", "between", "6", "8"),
        ("The rate moved from 3% to 5%.", "from_to", "3", "5"),
        ("Sales fell from $3.1 billion to $2.8 billion.", "from_to", "3100000000", "2800000000"),
        ("More than 10 but fewer than 20 ships came.", "between", "10", "20"),
    ],
)
def test_a_modifier_bounds_its_figure(read: Read, text: str, modifier: str, low: str | None, high: str | None) -> None:
    """Null stands on the side that the words leave open; a change keeps the order of the text."""
    assert [(f.modifier, f.low, f.high) for f in read(text)] == [(modifier, low, high)]


@pytest.mark.parametrize(
    "text",
    [
        "A Boeing 737 landed.",
        "An F-16 crashed.",
        "The G7 met.",
        "Covid-19 spread.",
        "Article 5 was invoked.",
        "The 5G network failed.",
        "Traffic on Route 66 stopped.",
        "He lives at 10 Downing Street.",
        "The 9/11 attacks were recalled.",
        "The shop is open 24/7.",
        "One of the boats sank.",
        "The first lady spoke.",
        "It may rain, and they march on.",
        "Call +44-20-7946-0958 now.",
        "See https://example.org/2024/06/12?page=7 for more.",
        "The S&P 500 closed lower.",
        "1. Open the lid\n2. Take the key",
    ],
)
def test_a_name_that_holds_a_number_is_no_figure(read: Read, text: str) -> None:
    """Names, codes, telephone numbers, addresses, list numbers and the pronoun "one" are left alone."""
    assert read(text, published=PUBLISHED) == []


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Orlesk sent 39 armoured vehicles to the border.", ["armoured vehicles"]),
        ("One in five children lives there.", ["children"]),
        ("A third of the budget was lost.", ["budget"]),
        ("Orlesk wants seven batteries, but only one or two are free.", ["batteries", "batteries"]),
        ("Deaths fell to 120 a day.", ["Deaths"]),
        ("Up to 600,000 tonnes of grain a month were shipped.", ["grain"]),
    ],
)
def test_what_is_counted_is_named_word_for_word(read: Read, text: str, counted: list[str]) -> None:
    """From the figure's own words, or from earlier in the sentence where a number stands alone."""
    assert [f.counted for f in read(text)] == counted


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Shares rose 3%.", "up"),
        ("Turnout was up 4 percentage points.", "up"),
        ("Sales saw a 9.7 percent decline.", "down"),
        ("The union will cut output by 1.2m barrels a day.", "down"),
        ("Inflation eased to 12.5 per cent.", None),
    ],
)
def test_a_change_has_a_direction_and_a_level_has_none(read: Read, text: str, change: str | None) -> None:
    """ "rose 3%" is up; what follows "to" is where it came to rest."""
    assert [f.change for f in read(text)] == [change]


@pytest.mark.parametrize(("locale", "unit"), [("en-US", "USD"), ("en-AU", "AUD"), ("en-CA", "CAD"), ("en-GB", "USD")])
def test_a_bare_dollar_is_that_of_the_outlets_country(read: Read, locale: str, unit: str) -> None:
    """The locale says what "$" means, and a country without a dollar means the American one."""
    assert read("It cost $40.", locale=locale)[0].unit == unit


def test_the_widest_reading_holds_modifier_and_noun(read: Read) -> None:
    """``text`` is "at least 10 units", the core "10"."""
    text = "They will deliver at least 10 units of it."
    figure = read(text)[0]
    assert figure.text == "at least 10 units"
    assert text[figure.core_start : figure.core_end] == "10"


@pytest.mark.parametrize(
    "text",
    [
        "My first duty is to the harbour.",
        "The flood reached the first houses.",
        "Orlesk had first asked for a boat.",
        "The ferry cost more than the mayor first said.",
    ],
)
def test_first_without_a_number_in_mind_is_no_figure(read: Read, text: str) -> None:
    """The foremost, the earliest and "at first" rank nothing that somebody could count."""
    assert read(text) == []


def test_the_noun_after_an_ordinal_may_have_adjectives(read: Read) -> None:
    """ "Automatic" is not what is counted."""
    assert [f.counted for f in read("The first automatic alarm was silent.")] == ["automatic alarm"]


def test_a_number_below_a_byline_is_no_part_of_the_name(read: Read) -> None:
    """The lead of a report counts: "By Anselm Kray", and on the next line "Twelve people died"."""
    assert [one.text for one in read("By Anselm Kray\n\nTwelve people died.")] == ["Twelve people"]
