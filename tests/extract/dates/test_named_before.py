"""Dates that need another day: one that the text named before, the verb, or the end of a period."""

from __future__ import annotations

import pytest

from claims.extract.figures import find_figures

PUBLISHED = "2025-06-18"  # a Wednesday


def days(text: str, published: str | None = PUBLISHED) -> list[tuple[str | None, str | None]]:
    """The days of every date in a text."""
    return [(f.low, f.high) for f in find_figures(text, published=published) if f.kind == "date"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("On 3 March 2024 the boat left; the following day it sank.", "2024-03-04", "2024-03-04"),
        ("On 3 March 2024 the boat left. The night before, it had rained.", "2024-03-02", "2024-03-02"),
        ("He was held on 2 March 2020 and freed a week later.", "2020-03-09", "2020-03-09"),
        ("In 1999 it had 40 members, a decade later 400.", "2009-01-01", "2009-12-31"),
        ("Sales fell in May 2023 from a year earlier.", "2022-05-01", "2022-05-31"),
        ("The law of 1998 was repealed the following year.", "1999-01-01", "1999-12-31"),
        ("On 9 May 2021 he resigned. That day the shares fell.", "2021-05-09", "2021-05-09"),
        ("In March 2020 schools closed; in the same month the port shut.", "2020-03-01", "2020-03-31"),
    ],
)
def test_a_day_is_counted_from_the_one_named_before(text: str, low: str, high: str) -> None:
    """The first date of the text is what the second one is counted from."""
    assert days(text, published=None)[1:] == [(low, high)]


def test_a_day_named_too_long_before_is_not_counted_from() -> None:
    """Beyond the sentence and the one before it "the next day" is told by publication, "that day" by nothing."""
    text = "It burned on 3 March 2024. " + "Nobody knows why it came to that. " * 12
    assert days(text + "On that day he left.") == [("2024-03-03", "2024-03-03")]


def test_a_year_later_is_not_in_the_future_of_a_past_verb() -> None:
    """Where the earlier day's own year was not named, the guess is not built upon."""
    assert days("The pact of 12 May was broken; a year later nobody spoke of it.") == [("2025-05-12", "2025-05-12")]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Talks resume on Friday, the embassy said.", "2025-06-20", "2025-06-20"),
        ("The law takes effect in January.", "2026-01-01", "2026-01-31"),
        ("The plant is to close in May.", "2026-05-01", "2026-05-31"),
        ("He has until 15 September to answer.", "2025-09-15", "2025-09-15"),
        ("The plan was dropped in the autumn.", "2024-09-01", "2024-11-30"),
        ("They will meet again in the autumn.", "2025-09-01", "2025-11-30"),
        ("Rain fell in late spring.", "2025-05-01", "2025-05-31"),
        ("The lake froze in the winter of 1962-63.", "1962-12-01", "1963-02-28"),
        ("If they win in November, he will leave.", "2025-11-01", "2025-11-30"),
        ("Following Monday's debate he left.", "2025-06-16", "2025-06-16"),
        ("It could start this week.", "2025-06-16", "2025-06-22"),
        ("He told them this weekend that it was over.", "2025-06-14", "2025-06-15"),
        ("The court will rule on Monday week.", "2025-06-30", "2025-06-30"),
        ("A week ago Sunday, the pier burned.", "2025-06-08", "2025-06-08"),
        ("The office runs from May to September.", "2025-05-01", "2025-09-30"),
        ("The weekend's violence left scars.", "2025-06-14", "2025-06-15"),
    ],
)
def test_the_verb_says_which_way_a_date_points(text: str, low: str, high: str) -> None:
    """What is set down for a day is told in the present tense; a season without a verb is none."""
    assert days(text) == [(low, high)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("In the 12 months to March 2024 it rained.", "2023-04-01", "2024-03-31"),
        ("In the year ended June 30, 2024, it earned little.", "2023-07-01", "2024-06-30"),
        ("The rest of the year will be tight.", "2025-06-18", "2025-12-31"),
        ("Profit in the year to date is up.", "2025-01-01", "2025-06-18"),
        ("Between 2019 and now nothing was built.", "2019-01-01", "2025-06-18"),
        ("It is week 27 of 2017.", "2017-07-03", "2017-07-09"),
        ("He will stay for 10 days from 18 December.", "2025-12-18", "2025-12-27"),
        ("It was the Friday before Christmas 2024.", "2024-12-20", "2024-12-20"),
        ("It was the third Tuesday after Easter.", "2025-05-06", "2025-05-06"),
        ("It was built in the first half of the 20th century.", "1900-01-01", "1949-12-31"),
        ("During the past decade rents went up.", "2015-06-18", "2025-06-17"),
        ("Ms Brandt took over in March last year.", "2024-03-01", "2024-03-31"),
        ("It will begin on 1 April next year.", "2026-04-01", "2026-04-01"),
        ("Roads were full over Easter weekend 2024.", "2024-03-29", "2024-04-01"),
        ("Ten working days ago it was called off.", "2025-06-04", "2025-06-04"),
        ("In the previous three quarters it lost money.", "2024-07-01", "2025-03-31"),
        ("She was born on January twenty-five, nineteen eighty-six.", "1986-01-25", "1986-01-25"),
        ("He left in the summer of '69.", "1969-06-01", "1969-08-31"),
        ("Net fell in the third quarter ended Sept. 30, 2024.", "2024-07-01", "2024-09-30"),
        ("The week ended Saturday was slow.", "2025-06-08", "2025-06-14"),
        ("It is to finish by year's end.", "2025-12-31", "2025-12-31"),
        ("At year-end 2023 it had debts.", "2023-09-01", "2023-12-31"),
        ("The plunge of last Oct. 13 scared them.", "2024-10-13", "2024-10-13"),
        ("It was shut from 30 May to 2 June 2024.", "2024-05-30", "2024-06-02"),
        ("It was shut 30 December 2024\u20132 January 2025.", "2024-12-30", "2025-01-02"),
        ("It was shut 30 May \u2013 2 June.", "2025-05-30", "2025-06-02"),
        ("It lost money in the last quarter of 2024.", "2024-10-01", "2024-12-31"),
        ("Third-quarter profit fell.", "2024-07-01", "2024-09-30"),
        ("It lost money in FY2023-24.", "2023-01-01", "2024-12-31"),
        ("They met the Sunday before last.", "2025-06-08", "2025-06-08"),
        ("They met the week before last.", "2025-06-02", "2025-06-08"),
        ("He ate at a Fourth of July picnic.", "2024-07-04", "2024-07-04"),
        ("They worked from Monday to Friday.", "2025-06-09", "2025-06-13"),
        ("The yard has been shut 1998-present.", "1998-01-01", "2025-06-18"),
        ("It was Ash Wednesday.", "2025-03-05", "2025-03-05"),
        ("It was Black Friday 2024.", "2024-11-29", "2024-11-29"),
        ("They meet this Friday (June 20).", "2025-06-20", "2025-06-20"),
    ],
)
def test_a_period_is_told_from_one_of_its_ends(text: str, low: str, high: str) -> None:
    """Whole months up to a named end, from publication on, or so many days from one."""
    assert days(text) == [(low, high)]


@pytest.mark.parametrize(
    "text", ["He was born on 31 February 2020.", "It began on 30 February.", "On June 31, it rained."]
)
def test_a_day_that_no_iso_date_can_name_is_unresolved(text: str) -> None:
    """It is meant as a date and disputed as one; its month alone would be a guess."""
    (figure,) = find_figures(text, published=PUBLISHED)
    assert (figure.kind, figure.low, figure.high, figure.unresolved) == ("date", None, None, True)


@pytest.mark.parametrize(
    "text",
    [
        "The sun shone on Friday Harbour.",
        "The baker Jan Marsh won.",
        "The April called for help.",
        "April Dorne fell.",
        "It runs every Saturday.",
        "They sang of Bloody Sunday.",
        "The 9/11 bill passed, and on 9/11 they mourned.",
        "The line is open 24/7.",
        "They felled Christmas trees.",
        "He posted early-morning notes.",
        "Wheat is sown in autumn.",
        "The fall of the wall moved them.",
        "By that time he had left that year behind.",
    ],
)
def test_names_and_what_recurs_are_no_dates(text: str) -> None:
    """People, places and ships may be called after a month; every Saturday is no day."""
    assert days(text) == []
