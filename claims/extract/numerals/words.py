"""The words of English that stand for numbers, as tables."""

from __future__ import annotations

from decimal import Decimal

SMALL: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen".split()
    )
} | {"nought": 0, "naught": 0, "nil": 0}
"""One token, below twenty."""

TENS: dict[str, int] = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
} | {"fourty": 40}

SCALES: dict[str, int] = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
    "quintillion": 10**18,
    # South Asian
    "lakh": 10**5,
    "lac": 10**5,
    "lkh": 10**5,
    "crore": 10**7,
    "krore": 10**7,
    "koti": 10**7,
}
"""Multiplies what stands before it; a second one multiplies again ("2 lakh crore")."""

ABBREVIATED: dict[str, int] = {
    "bn": 10**9,
    "bln": 10**9,
    "mn": 10**6,
    "mln": 10**6,
    "mil": 10**6,
    "tn": 10**12,
    "trn": 10**12,
    "cr": 10**7,
}
"""Scales that are safe after digits, whatever follows: "1.2bn", "3 mln"."""

GLUED_ONLY: dict[str, int] = {"k": 10**3, "K": 10**3, "M": 10**6, "B": 10**9, "T": 10**12, "MM": 10**6}
"""Scales only where they touch the digits, and only in this case of letters: "10M", "300k"."""

WITH_MONEY: dict[str, int] = {"m": 10**6, "b": 10**9, "t": 10**12, "k": 10**3, "mm": 10**6}
"""Scales only where the number is known to be money or people: elsewhere "m" is metre."""

DOZENS: dict[str, int] = {"dozen": 12, "dozens": 12, "dz": 12, "dzs": 12}

MAGNITUDES: dict[str, int] = {
    "dozens": 12,
    "scores": 20,
    "tens": 10,
    "hundreds": 100,
    "thousands": 10**3,
    "millions": 10**6,
    "billions": 10**9,
    "trillions": 10**12,
    "lakhs": 10**5,
    "crores": 10**7,
}
"""Plurals that say only how large: at least two of them."""

ONLY_WITH_OF = frozenset({"tens", "scores"})
"""Magnitudes that are something else without "of" ("scores twice", "in the low tens")."""

PLURAL_SCALES: dict[str, int] = {
    **{word + "s": value for word, value in SCALES.items()},
    "hundreds": 100,
}

ORDINALS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
        start=1,
    )
} | {"nineth": 9, "twelveth": 12}

TENTHS: dict[str, int] = {
    word: 10 * value
    for value, word in enumerate(
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split(), start=2
    )
}

HIGH_ORDINALS: dict[str, int] = {
    "hundredth": 100,
    "thousandth": 10**3,
    "millionth": 10**6,
    "billionth": 10**9,
    "trillionth": 10**12,
}

FUSED: dict[str, int] = {
    tens + unit: TENS[tens] + value for tens in TENS for unit, value in SMALL.items() if 0 < value < 10
}
"""Tens and units written as one word ("thirtythree")."""

FUSED_ORDINALS: dict[str, int] = {
    tens + unit: TENS[tens] + value for tens in TENS for unit, value in ORDINALS.items() if value < 10
}

DENOMINATORS: dict[str, int] = {"half": 2, "third": 3, "quarter": 4, "fourth": 4} | {
    word: value for word, value in (ORDINALS | TENTHS | HIGH_ORDINALS).items() if value > 4
}
"""What a numerator of one takes: "one fifth"."""

PLURAL_DENOMINATORS: dict[str, int] = {"halves": 2} | {
    word + "s": value for word, value in DENOMINATORS.items() if word not in ("half", "second")
}
"""What a larger numerator takes: "two fifths"."""

VULGAR: dict[str, Decimal] = {
    character: Decimal(numerator) / Decimal(denominator)
    for character, numerator, denominator in (
        ("½", 1, 2), ("⅓", 1, 3), ("⅔", 2, 3), ("¼", 1, 4), ("¾", 3, 4), ("⅕", 1, 5), ("⅖", 2, 5), ("⅗", 3, 5),
        ("⅘", 4, 5), ("⅙", 1, 6), ("⅚", 5, 6), ("⅐", 1, 7), ("⅛", 1, 8), ("⅜", 3, 8), ("⅝", 5, 8), ("⅞", 7, 8),
        ("⅑", 1, 9), ("⅒", 1, 10),
    )
}  # fmt: skip

SLASH_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 25, 32, 50, 64, 100, 128, 1000})
"""Below a stroke these make a fraction ("10 1/2", "3/4")."""

WORN = frozenset(
    "trousers pants jeans shorts tights leggings pyjamas pajamas glasses sunglasses spectacles goggles scissors pliers"
    " binoculars shoes boots sneakers trainers socks gloves mittens sandals slippers eyes hands hips legs the his her"
    " their my your our its".split()
)
"""A pair of these is one thing."""

SIGNS = frozenset({"-", "−", "minus", "negative"})
HYPHENS = frozenset({"-", "‐", "‑", "–", "—"})
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
