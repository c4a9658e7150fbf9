"""What things are measured in: names and abbreviations of units, and the unit each one means."""

from __future__ import annotations

NAMES: dict[str, str] = {
    # length
    "kilometre": "kilometre kilometres kilometer kilometers km kms",
    "metre": "metre metres meter meters",
    "centimetre": "centimetre centimetres centimeter centimeters cm cms",
    "millimetre": "millimetre millimetres millimeter millimeters mm",
    "decimetre": "decimetre decimetres decimeter decimeters dm",
    "micrometre": "micrometre micrometres micrometer micrometers micron microns µm μm",
    "nanometre": "nanometre nanometres nanometer nanometers nm",
    "picometre": "picometre picometres picometer picometers",
    "mile": "mile miles mi",
    "yard": "yard yards yd yds",
    "foot": "foot feet ft",
    "inch": "inch inches",
    "light-year": "lightyear lightyears",
    # area
    "hectare": "hectare hectares",
    "acre": "acre acres",
    "square metre": "sqm m2 m² sq.m",
    "square kilometre": "sqkm km2 km²",
    "square foot": "sqft ft2 ft²",
    "square mile": "sqmi",
    "cubic metre": "m3 m³ cbm",
    "cubic centimetre": "cc cm3 cm³",
    # mass
    "tonne": "tonne tonnes",
    "ton": "ton tons",
    "kilogram": "kilogram kilograms kilogramme kilogrammes kilo kilos kg kgs k.g k.gs",
    "gram": "gram grams gramme grammes gm gms gs",
    "milligram": "milligram milligrams mg mgs",
    "microgram": "microgram micrograms mcg µg μg",
    "ounce": "ounce ounces oz",
    "pound": "lb lbs",
    "carat": "carat carats",
    # volume
    "litre": "litre litres liter liters ltr",
    "millilitre": "millilitre millilitres milliliter milliliters ml mls",
    "gallon": "gallon gallons gal",
    "barrel": "barrel barrels bbl bbls",
    "bushel": "bushel bushels",
    "pint": "pint pints",
    "quart": "quart quarts",
    "cup": "cup cups",
    "tablespoon": "tablespoon tablespoons tbsp",
    "teaspoon": "teaspoon teaspoons tsp",
    # temperature and angle
    "celsius": "celsius celcius centigrade degc °c ℃",
    "fahrenheit": "fahrenheit degf farenheit °f ℉",
    "kelvin": "kelvin kelvins",
    "degree": "degree degrees °",
    "radian": "radian radians rad",
    # power and energy
    "watt": "watt watts",
    "kilowatt": "kilowatt kilowatts kw",
    "megawatt": "megawatt megawatts mw",
    "gigawatt": "gigawatt gigawatts gw",
    "terawatt": "terawatt terawatts tw",
    "kilowatt-hour": "kwh kilowatt-hour kilowatt-hours",
    "megawatt-hour": "mwh megawatt-hour megawatt-hours",
    "gigawatt-hour": "gwh",
    "terawatt-hour": "twh",
    "joule": "joule joules",
    "calorie": "calorie calories",
    "kilocalorie": "kcal kilocalorie kilocalories",
    "volt": "volt volts",
    "kilovolt": "kilovolt kilovolts kv",
    "kilopascal": "kilopascal kilopascals kpa",
    "megapascal": "megapascal megapascals mpa",
    "part per million": "ppm",
    "part per billion": "ppb",
    "horsepower": "horsepower hp bhp",
    "newton metre": "nm lb-ft",
    # information
    "bit": "bit bits",
    "byte": "byte bytes",
    "kilobyte": "kilobyte kilobytes kb",
    "megabyte": "megabyte megabytes mb",
    "gigabyte": "gigabyte gigabytes gb",
    "terabyte": "terabyte terabytes tb",
    "petabyte": "petabyte petabytes pb",
    # other
    "hertz": "hertz hz",
    "kilohertz": "kilohertz khz",
    "megahertz": "megahertz mhz",
    "gigahertz": "gigahertz ghz",
    "decibel": "decibel decibels db",
    "megapixel": "megapixel megapixels mp",
    "pixel": "pixel pixels px",
    "kiloton": "kiloton kilotons kilotonne kilotonnes",
    "megaton": "megaton megatons megatonne megatonnes",
    "knot": "knot knots",
    "pascal": "pascal pascals",
    "hectopascal": "hpa",
    "bar": "bar",
    "psi": "psi",
}
"""Canonical name to every spelling that is safe after a number. Longer names are in ``PHRASES``."""

PHRASES: dict[tuple[str, ...], str] = {
    ("square", "kilometres"): "square kilometre", ("square", "kilometre"): "square kilometre",
    ("square", "kilometers"): "square kilometre", ("square", "kilometer"): "square kilometre",
    ("square", "metres"): "square metre", ("square", "metre"): "square metre", ("square", "meters"): "square metre",
    ("square", "meter"): "square metre", ("square", "feet"): "square foot", ("square", "foot"): "square foot",
    ("square", "miles"): "square mile", ("square", "mile"): "square mile", ("square", "yards"): "square yard",
    ("square", "inches"): "square inch", ("sq", "km"): "square kilometre", ("sq", "m"): "square metre",
    ("sq", "ft"): "square foot", ("sq", "miles"): "square mile", ("cubic", "feet"): "cubic foot",
    ("cubic", "foot"): "cubic foot", ("cubic", "metres"): "cubic metre", ("cubic", "metre"): "cubic metre",
    ("cubic", "meters"): "cubic metre", ("cubic", "meter"): "cubic metre",
    ("cubic", "centimetres"): "cubic centimetre", ("cubic", "centimeters"): "cubic centimetre",
    ("cubic", "yards"): "cubic yard", ("cubic", "kilometres"): "cubic kilometre",
    ("metric", "tons"): "tonne", ("metric", "ton"): "tonne", ("metric", "tonnes"): "tonne",
    ("nautical", "miles"): "nautical mile", ("nautical", "mile"): "nautical mile",
    ("light", "years"): "light-year", ("light", "-", "years"): "light-year", ("light", "year"): "light-year",
    ("degrees", "celsius"): "celsius", ("degree", "celsius"): "celsius", ("degrees", "c"): "celsius",
    ("degrees", "centigrade"): "celsius", ("deg", "c"): "celsius", ("°", "celsius"): "celsius", ("°", "c"): "celsius",
    ("deg", ".", "c"): "celsius", ("degrees", "fahrenheit"): "fahrenheit", ("degree", "fahrenheit"): "fahrenheit",
    ("degrees", "farenheit"): "fahrenheit", ("degrees", "f"): "fahrenheit", ("deg", "f"): "fahrenheit",
    ("deg", ".", "f"): "fahrenheit", ("°", "fahrenheit"): "fahrenheit", ("°", "f"): "fahrenheit",
    ("parts", "per", "million"): "part per million", ("parts", "per", "billion"): "part per billion",
    ("deg", "."): "degree", ("deg",): "degree", ("kilowatt", "hours"): "kilowatt-hour",
    ("kilowatt", "-", "hours"): "kilowatt-hour", ("megawatt", "hours"): "megawatt-hour",
    ("megawatt", "-", "hours"): "megawatt-hour", ("gigawatt", "hours"): "gigawatt-hour",
    ("terawatt", "hours"): "terawatt-hour", ("fluid", "ounces"): "fluid ounce", ("fl", "oz"): "fluid ounce",
    ("lb", "-", "ft"): "pound-foot", ("lb", "ft"): "pound-foot",
    ("brake", "horsepower"): "horsepower", ("k", ".", "g", "."): "kilogram", ("<", "kg", ">"): "kilogram",
    ("k", ".", "gs"): "kilogram", ("degrees", "kelvin"): "kelvin",
}  # fmt: skip

GLUED: dict[str, str] = {
    "m": "metre", "g": "gram", "l": "litre", "t": "tonne", "c": "celsius", "f": "fahrenheit", "w": "watt",
    "v": "volt", "lb": "pound", "ha": "hectare", "bpd": "barrel/day",
}  # fmt: skip
"""Abbreviations that are a unit only after digits: they touch them, or stand alone before punctuation."""

SPEEDS: dict[str, str] = {
    "mph": "mile/hour", "kph": "kilometre/hour", "kmh": "kilometre/hour", "km/h": "kilometre/hour",
    "bpd": "barrel/day", "mbps": "megabit/second", "gbps": "gigabit/second", "rpm": "revolution/minute",
    "mpg": "mile/gallon", "fps": "frame/second", "kmph": "kilometre/hour",
}  # fmt: skip
"""Units that are a rate in one word."""

DURATIONS: dict[str, str] = {
    "second": "second", "seconds": "second", "sec": "second", "secs": "second",
    "minute": "minute", "minutes": "minute", "min": "minute", "mins": "minute",
    "hour": "hour", "hours": "hour", "hr": "hour", "hrs": "hour",
    "day": "day", "days": "day", "night": "night", "nights": "night",
    "week": "week", "weeks": "week", "wk": "week", "wks": "week", "weekend": "weekend", "weekends": "weekend",
    "fortnight": "fortnight", "fortnights": "fortnight", "month": "month", "months": "month",
    "quarter": "quarter", "quarters": "quarter", "year": "year", "years": "year", "yr": "year", "yrs": "year",
    "decade": "decade", "decades": "decade", "century": "century", "centuries": "century",
    "millisecond": "millisecond", "milliseconds": "millisecond", "ms": "millisecond",
    "millennium": "millennium", "millennia": "millennium",
}  # fmt: skip

GLUED_DURATIONS: dict[str, str] = {"h": "hour", "s": "second", "d": "day", "y": "year", "yr": "year"}

IN_SMALLER: dict[str, tuple[str, int]] = {
    "minute": ("second", 60), "hour": ("minute", 60), "day": ("hour", 24), "week": ("day", 7),
    "fortnight": ("day", 14), "month": ("day", 30), "year": ("month", 12), "decade": ("year", 10),
    "century": ("year", 100), "mile": ("yard", 1760), "yard": ("foot", 3), "foot": ("inch", 12),
    "kilometre": ("metre", 1000), "metre": ("centimetre", 100), "centimetre": ("millimetre", 10),
    "stone": ("pound", 14), "pound": ("ounce", 16), "kilogram": ("gram", 1000), "tonne": ("kilogram", 1000),
}  # fmt: skip
"""The next smaller unit of a compound ("two hours and 48 minutes")."""

PER: frozenset[str] = frozenset({
    "second", "minute", "hour", "day", "night", "week", "month", "quarter", "year", "decade", "capita", "head",
    "person", "share", "barrel", "gallon", "litre", "liter", "ton", "tonne", "ounce", "kilo", "kilogram", "mile",
    "kilometre", "kilometer", "piece", "unit", "household", "vote", "pupil", "student", "patient", "child",
    "passenger", "acre", "hectare", "ticket", "shift", "game", "match", "episode", "bushel", "employee", "worker",
    "family", "user", "customer", "annum", "millisecond", "ms", "h", "s", "kg", "km", "lb", "gram",
})  # fmt: skip
"""What a rate can be for ("$15 an hour"); after "per" any other word does as well."""

PER_NAMES = {
    "annum": "year", "capita": "person", "head": "person", "liter": "litre", "kilometer": "kilometre", "h": "hour",
    "s": "second", "kg": "kilogram", "km": "kilometre", "lb": "pound", "kilo": "kilogram", "ms": "millisecond",
}  # fmt: skip

SPELLINGS: dict[str, str] = {spelling: name for name, line in NAMES.items() for spelling in line.split()}
