"""Dates: absolute, partial, relative to publication, and those that cannot be told."""

from __future__ import annotations

import pytest

from claims.extract.figures import find_figures

PUBLISHED = "2025-05-06"  # a Tuesday


def days(text: str, **options: str) -> list[tuple[str | None, str | None]]:
    """The days of every date in a text."""
    return [(f.low, f.high) for f in find_figures(text, **options) if f.kind == "date"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("They met on 6 June 2024.", "2024-06-06", "2024-06-06"),
        ("They met on February 24, 2022.", "2022-02-24", "2022-02-24"),
        ("They met on 2024-06-12.", "2024-06-12", "2024-06-12"),
        ("They met on 10/31/1974.", "1974-10-31", "1974-10-31"),
        ("They met on 31.10.1974.", "1974-10-31", "1974-10-31"),
        ("They met in October 2014.", "2014-10-01", "2014-10-31"),
        ("They met in 2024.", "2024-01-01", "2024-12-31"),
        ("They met in the 1990s.", "1990-01-01", "1999-12-31"),
        ("They met in the first quarter of 2024.", "2024-01-01", "2024-03-31"),
        ("They met in Q3 2024.", "2024-07-01", "2024-09-30"),
        ("They met in mid-June.", "2024-06-11", "2024-06-20"),
        ("They met in the summer of 2023.", "2023-06-01", "2023-08-31"),
        ("They will finish by 2030.", "2030-01-01", "2030-12-31"),
        ("They have until the end of 2025 to pay.", "2025-12-31", "2025-12-31"),
        ("Between March 23 and 25, several rounds were held.", "2025-03-23", "2025-03-25"),
        ("From 10 to 14 June, ministers will meet.", "2025-06-10", "2025-06-14"),
        ("They governed from May 2001 to June 2003.", "2001-05-01", "2003-06-30"),
        ("They met yesterday.", "2025-05-05", "2025-05-05"),
        ("They met last Tuesday.", "2025-04-29", "2025-04-29"),
        ("They met on Thursday.", "2025-05-01", "2025-05-01"),
        ("They will meet on Thursday.", "2025-05-08", "2025-05-08"),
        ("On Thursday, ministers will meet.", "2025-05-08", "2025-05-08"),
        ("They will meet next month.", "2025-06-01", "2025-06-30"),
        ("They met earlier this month.", "2025-05-01", "2025-05-05"),
        ("They met three weeks ago.", "2025-04-15", "2025-04-15"),
        ("They met two years ago.", "2023-05-06", "2023-05-06"),
        ("They will meet in two weeks.", "2025-05-20", "2025-05-20"),
        ("They met in December.", "2024-12-01", "2024-12-31"),
        ("They will meet in December.", "2025-12-01", "2025-12-31"),
        ("They met two days after Christmas 2024.", "2024-12-27", "2024-12-27"),
        ("They will meet the day after tomorrow.", "2025-05-08", "2025-05-08"),
        ("They met on the first Monday of October 2024.", "2024-10-07", "2024-10-07"),
        ("In the first eight months of this year they met twice.", "2025-01-01", "2025-08-31"),
        ("Harbour schools will stay closed until June 10.", "2025-06-10", "2025-06-10"),
        ("Ilse Marn said the sale would be completed by June 30.", "2025-06-30", "2025-06-30"),
        ("She said the sale would have been completed in June.", "2024-06-01", "2024-06-30"),
        ("He warned that the bread would run out by Thursday.", "2025-05-08", "2025-05-08"),
        ("He has asked to see the ledgers by the end of August.", "2025-08-31", "2025-08-31"),
        ("The harbour must be dredged by Friday.", "2025-05-09", "2025-05-09"),
        ("The ferry comes back in two days from today.", "2025-05-08", "2025-05-08"),
        ("Saturday's vote was close.", "2025-05-03", "2025-05-03"),
        ("It is more than last year's profit.", "2024-01-01", "2024-12-31"),
        ("They sang on New Year\u2019s Eve.", "2024-12-31", "2024-12-31"),
        ("Thursday", "2025-05-08", "2025-05-08"),
        ("They met on last week's Wednesday.", "2025-04-30", "2025-04-30"),
        ("It was the Wednesday from last week.", "2025-04-30", "2025-04-30"),
        ("They met on Saturday 26.", "2025-04-26", "2025-04-26"),
        ("Profits are due by EOY.", "2025-12-31", "2025-12-31"),
        ("The pier was begun on 18/06/38.", "1938-06-18", "1938-06-18"),
        ("in a week", "2025-05-13", "2025-05-13"),
    ],
)
def test_a_date_is_its_first_to_its_last_day(text: str, low: str, high: str) -> None:
    """Both ends included; a past weekday or month is the latest one, one with a future verb the next."""
    assert days(text, published=PUBLISHED) == [(low, high)]


@pytest.mark.parametrize(
    "text", ["They met on Tuesday.", "They met last month.", "They met on 6 June.", "It was yesterday."]
)
def test_without_a_day_of_publication_a_relative_date_is_unresolved(text: str) -> None:
    """Nothing is guessed: both bounds are null and the figure says so."""
    (figure,) = find_figures(text)
    assert (figure.low, figure.high, figure.unresolved) == (None, None, True)


def test_the_day_after_something_unknown_is_unresolved() -> None:
    """What it counts from stands outside the text."""
    (figure,) = find_figures("The day after the meeting, they left.", published=PUBLISHED)
    assert figure.kind == "date"
    assert figure.unresolved


@pytest.mark.parametrize(("locale", "day"), [("en-US", "2025-03-04"), ("en-GB", "2025-04-03"), ("en-AU", "2025-04-03")])
def test_the_locale_orders_day_and_month(locale: str, day: str) -> None:
    """Americans write the month first."""
    assert days("They met on 3/4/2025.", locale=locale) == [(day, day)]


@pytest.mark.parametrize(
    "text", ["They may go.", "They march on.", "The 31 June 2024 ferry", "In the last few days it rained.", "May I go?"]
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    """Verbs are no months, and days that no calendar has are no days."""
    assert not [found for found in days(text, published=PUBLISHED) if found == ("2024-06-31", "2024-06-31")]
    assert "31 June" in text or not days(text, published=PUBLISHED)


def test_over_the_past_three_years_is_a_length_of_time() -> None:
    """After a preposition that asks how long, a run of units is a duration."""
    (figure,) = find_figures("Exports grew over the past three years.", published=PUBLISHED)
    assert (figure.kind, figure.low, figure.unit) == ("duration", "3", "year")


def test_a_year_at_the_end_of_the_calendar_is_no_error() -> None:
    """Counting past what a calendar holds gives no date rather than an exception."""
    find_figures("It will end in 900 decades, next century and 4000 years ago.", published="9999-12-31")
    find_figures("It ended last year and a century ago, last week.", published="0001-01-01")


def test_what_a_date_owns_is_no_part_of_it() -> None:
    """The figure of "last year's" ends before the "'s", and a number behind it is another figure."""
    figures = find_figures("October's 5 votes against last year\u2019s two", published=PUBLISHED)
    assert [(f.text, f.kind) for f in figures] == [
        ("October", "date"), ("5 votes", "count"), ("last year", "date"), ("two", "count"),
    ]  # fmt: skip
