"""Times of day: their zone, their range, and the words that say which half of the day."""

from __future__ import annotations

import pytest

from claims.extract.figures import find_figures


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The shop opens at 5 o'clock.", "05:00", "05:00"),
        ("It shuts at ten o'clock in the evening.", "22:00", "22:00"),
        ("The bus leaves at 7 in the evening.", "19:00", "19:00"),
        ("Doors are open 10am-4pm.", "10:00", "16:00"),
        ("Doors are open 6-8pm.", "18:00", "20:00"),
        ("They met between 1 and 3 p.m. there.", "13:00", "15:00"),
        ("Doors are open 11-1pm.", "11:00", "13:00"),
        ("They met between 6pm and 8pm.", "18:00", "20:00"),
        ("The curfew lasts from 9pm to 5am.", "21:00", "05:00"),
        ("The signal was lost at 14:05 UTC+2.", "14:05+02:00", "14:05+02:00"),
        ("The signal was lost at 09:10 GMT+5:30.", "09:10+05:30", "09:10+05:30"),
        ("At 10.15 BST the line went dead.", "10:15+01:00", "10:15+01:00"),
        ("Polls close at 2 p.m. Eastern.", "14:00", "14:00"),
        ("It was 12:00 noon.", "12:00", "12:00"),
        ("The alarm rang at 1430 hours.", "14:30", "14:30"),
    ],
)
def test_a_time_is_read_with_its_zone_and_its_end(text: str, low: str, high: str) -> None:
    """A range of times is one figure; it may end on the next day, and its first hour may lend the half of its last."""
    assert [(f.kind, f.low, f.high) for f in find_figures(text)] == [("time", low, high)]


@pytest.mark.parametrize("text", ["The score was 6-8.", "It fell to 6 to 8 per cent.", "He filmed 1430 hours of rain."])
def test_numbers_without_a_half_of_the_day_are_no_times(text: str) -> None:
    """Scores, shares and lengths keep their kind."""
    assert "time" not in [f.kind for f in find_figures(text)]
