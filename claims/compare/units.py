"""What one unit is in another, as exact decimals."""

from __future__ import annotations

from decimal import Decimal

_TABLE = """
length       metre 1; kilometre 1000; centimetre 0.01; millimetre 0.001; decimetre 0.1; micrometre 0.000001;
             nanometre 0.000000001; picometre 0.000000000001; mile 1609.344; yard 0.9144; foot 0.3048; inch 0.0254;
             nautical mile 1852; light-year 9460730472580800
area         square metre 1; square kilometre 1000000; square centimetre 0.0001; hectare 10000; acre 4046.8564224;
             square foot 0.09290304; square mile 2589988.110336; square yard 0.83612736; square inch 0.00064516
volume       litre 1; millilitre 0.001; cubic metre 1000; cubic centimetre 0.001; gallon 3.785411784;
             barrel 158.987294928; cubic foot 28.316846592; pint 0.473176473; quart 0.946352946; cup 0.2365882365;
             tablespoon 0.01478676478125; teaspoon 0.00492892159375; fluid ounce 0.0295735295625;
             bushel 35.23907016688; cubic yard 764.554857984; cubic kilometre 1000000000000
mass         gram 1; kilogram 1000; milligram 0.001; microgram 0.000001; tonne 1000000; ton 907184.74;
             pound 453.59237; ounce 28.349523125; stone 6350.29318; carat 0.2; kiloton 1000000000;
             megaton 1000000000000
time         second 1; millisecond 0.001; minute 60; hour 3600; day 86400; night 86400; week 604800;
             fortnight 1209600; weekend 172800; month 2629746; quarter 7889238; year 31556952; decade 315569520;
             century 3155695200; millennium 31556952000
power        watt 1; kilowatt 1000; megawatt 1000000; gigawatt 1000000000; terawatt 1000000000000;
             horsepower 745.69987158227022
energy       joule 1; kilowatt-hour 3600000; megawatt-hour 3600000000; gigawatt-hour 3600000000000;
             terawatt-hour 3600000000000000; calorie 4.184; kilocalorie 4184
information  byte 1; bit 0.125; kilobyte 1000; megabyte 1000000; gigabyte 1000000000; terabyte 1000000000000;
             petabyte 1000000000000000; megabit 125000; gigabit 125000000
frequency    hertz 1; kilohertz 1000; megahertz 1000000; gigahertz 1000000000
share        percentage_point 1; basis_point 0.01
"""

DIMENSIONS: dict[str, tuple[str, Decimal]] = {}
"""Unit to what it measures and how many of the first unit of that it is."""

for _line in _TABLE.replace(";\n             ", "; ").strip().splitlines():
    _dimension, _, _units = _line.partition(" ")
    for _entry in _units.split(";"):
        _name, _, _factor = _entry.strip().rpartition(" ")
        DIMENSIONS[_name] = (_dimension, Decimal(_factor))

CELSIUS_OF = {"celsius": (Decimal(0), Decimal(1)), "fahrenheit": (Decimal(32), Decimal(9) / 5),
              "kelvin": (Decimal("273.15"), Decimal(1))}  # fmt: skip
"""What to take away from degrees of a scale, and by what to divide, to come to Celsius."""

VAGUE = frozenset({"month", "quarter", "year", "decade", "century"})
"""Units without one exact length: between them and days a figure is compared with a twentieth to spare."""


def measure(unit: str | None) -> tuple[str, Decimal] | None:
    """What a unit measures, and how many of the first unit of that it is; a rate measures one thing per another."""
    above, _, below = (unit or "").partition("/")
    if not below:
        return DIMENSIONS.get(above)
    # What has no other unit ("1", "USD", "person") is measured in itself.
    first = DIMENSIONS.get(above, (above, Decimal(1)))
    second = DIMENSIONS.get(below, (below, Decimal(1)))
    return f"{first[0]}/{second[0]}", first[1] / second[1]


def vague(unit: str | None) -> bool:
    """Say whether a unit, or either side of a rate, has no one exact length."""
    return not VAGUE.isdisjoint((unit or "").split("/"))


def same_measure(unit: str | None, other: str | None) -> bool:
    """Say whether one unit can be told in the other."""
    a, b = measure(unit), measure(other)
    return unit == other or (a is not None and b is not None and a[0] == b[0])


def in_celsius(number: Decimal, unit: str) -> Decimal:
    """A temperature in degrees Celsius."""
    zero, size = CELSIUS_OF[unit]
    return (number - zero) / size
