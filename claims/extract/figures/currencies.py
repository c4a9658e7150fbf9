"""What money is called: symbols, codes and names of all ISO 4217 currencies, and their small change.

Names and codes come from babel; what newspapers write beside them stands in the tables below.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from babel import Locale
from babel.numbers import get_currency_name, list_currencies

SYMBOLS: dict[str, str] = {
    "£": "GBP", "€": "EUR", "¥": "JPY", "￥": "JPY", "₹": "INR", "₨": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS",
    "₺": "TRY", "₴": "UAH", "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND", "₡": "CRC", "₲": "PYG", "₵": "GHS",
    "₸": "KZT", "₾": "GEL", "₿": "XBT", "৳": "BDT", "元": "CNY", "円": "JPY", "₭": "LAK", "₮": "MNT", "₼": "AZN",
}  # fmt: skip
"""A bare "$" is not here: it is the dollar of the outlet's country."""

LETTERED: dict[str, str] = {
    "us": "USD", "u.s.": "USD", "u.s": "USD", "usd": "USD", "c": "CAD", "ca": "CAD", "cdn": "CAD", "cad": "CAD",
    "can": "CAD", "a": "AUD", "au": "AUD", "aud": "AUD", "aus": "AUD", "nz": "NZD", "hk": "HKD", "s": "SGD",
    "sg": "SGD", "nt": "TWD", "r": "BRL", "mx": "MXN", "j": "JMD", "tt": "TTD", "bz": "BZD", "n": "NAD", "z": "ZWL",
    "fj": "FJD", "b": "BBD", "bds": "BBD", "ec": "XCD", "g": "GYD", "l": "LRD", "e": "EUR",
}  # fmt: skip
"""Letters before a dollar sign."""

PREFIXES: dict[str, str] = {
    "rs": "INR", "rm": "MYR", "rp": "IDR", "le": "EGP", "kr": "SEK", "dollar": "USD", "dollars": "USD",
    "taka": "BDT", "naira": "NGN", "rupees": "INR",
    "ringgit": "MYR", "ringgits": "MYR", "sfr": "CHF", "tk": "BDT", "ksh": "KES", "ush": "UGX", "tsh": "TZS",
    "dh": "AED", "dhs": "AED", "php": "PHP", "nkr": "NOK", "skr": "SEK", "dkr": "DKK", "ntd": "TWD", "rmb": "CNY",
}  # fmt: skip
"""Words that stand before the number."""

GLUED_LETTERS: dict[str, str] = {"r": "ZAR", "n": "NGN", "ps": "GBP", "p": "PHP"}
"""Capitals that are a currency where they touch a large number ("R50 000", "N25m"); "PS" is a pound sign in ASCII."""

NOUNS: dict[str, str | None] = {
    "euro": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "rupee": "INR", "ruble": "RUB",
    "rouble": "RUB", "hryvnia": "UAH", "lira": "TRY", "rand": "ZAR", "reai": "BRL", "shekel": "ILS", "baht": "THB",
    "ringgit": "MYR", "zloty": "PLN", "złoty": "PLN", "forint": "HUF", "krona": "SEK", "kronor": "SEK",
    "naira": "NGN", "cedi": "GHS", "dong": "VND", "taka": "BDT", "rupiah": "IDR", "tugrik": "MNT", "leva": "BGN",
    "lei": "RON", "tenge": "KZT", "koruna": "CZK", "bitcoin": "XBT", "sterling": "GBP", "quid": "GBP",
    "geneh": "EGP", "genihat": "EGP", "birr": "ETB", "kwacha": "ZMW", "lari": "GEL", "dram": "AMD", "riel": "KHR",
    "kyat": "MMK", "pula": "BWP", "hryvna": "UAH", "loonie": "CAD", "won": "KRW", "pound": "GBP",
    # Several countries have one, and none of them is meant more often than the others.
    "franc": None, "peso": None, "dinar": None, "riyal": None, "rial": None, "shilling": None, "dirham": "AED",
    "crown": None, "krone": None, "kroner": None, "guilder": None, "markka": "FIM", "mark": None, "drachma": "GRD",
    # The dollar of the outlet's country, which "$" stands for.
    "dollar": "$", "buck": "$",
}  # fmt: skip
"""Words that stand after the number, without their plural "s"."""

CODES_AFTER: dict[str, str] = {
    "kc": "CZK",
    "kč": "CZK",
    "zł": "PLN",
    "le": "EGP",
    "l.e": "EGP",
    "rs": "INR",
    "rm": "MYR",
}

SMALL_CHANGE: dict[str, tuple[str, Decimal]] = {
    "cent": ("$", Decimal("0.01")), "cents": ("$", Decimal("0.01")), "¢": ("$", Decimal("0.01")),
    "c": ("$", Decimal("0.01")), "penny": ("GBP", Decimal("0.01")), "pence": ("GBP", Decimal("0.01")),
    "pennies": ("GBP", Decimal("0.01")), "p": ("GBP", Decimal("0.01")), "paise": ("INR", Decimal("0.01")),
    "paisa": ("INR", Decimal("0.01")), "kopeck": ("RUB", Decimal("0.01")), "kopecks": ("RUB", Decimal("0.01")),
    "kopek": ("RUB", Decimal("0.01")), "kopeks": ("RUB", Decimal("0.01")), "kopiyka": ("UAH", Decimal("0.01")),
    "kopiykas": ("UAH", Decimal("0.01")), "sen": ("MYR", Decimal("0.01")), "sens": ("MYR", Decimal("0.01")),
    "centavo": ("MXN", Decimal("0.01")), "centavos": ("MXN", Decimal("0.01")),
}  # fmt: skip
"""Parts of a currency. Money is always told in the ISO 4217 unit: "60 cents" is 0.6 USD."""

GLUED_CHANGE = frozenset({"c", "p", "¢"})
"""Small change that must touch its number ("164p")."""

ALSO_WORDS = frozenset(
    {"ALL", "TOP", "TRY", "CUP", "MAD", "PEN", "MOP", "BOB", "GEL", "SOS", "COP", "BAM", "AMD", "RON", "STD", "BIF",
     "LAK", "ANG", "LSL", "MRO", "NIO", "ERN", "SIT", "SLL", "WST", "XXX", "XTS", "ECU", "ARE", "ESP", "FIM"}
)  # fmt: skip
"""Codes that are other words or names in capitals: a currency only where they touch the number."""

DOLLARS: dict[str, str] = {
    "US": "USD", "AU": "AUD", "CA": "CAD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", "TW": "TWD", "JM": "JMD",
    "FJ": "FJD", "TT": "TTD", "BB": "BBD", "BS": "BSD", "BZ": "BZD", "NA": "NAD", "GY": "GYD", "LR": "LRD",
    "MX": "MXN", "AR": "ARS", "CL": "CLP", "CO": "COP",
}  # fmt: skip
"""The currency that "$" means in a country."""


def dollar_of(locale: str) -> str:
    """The currency that a bare dollar sign means in that locale."""
    return DOLLARS.get(locale.replace("_", "-").split("-")[-1].upper(), "USD")


@cache
def codes() -> frozenset[str]:
    """Every ISO 4217 code, current and historic."""
    return frozenset(list_currencies())


@cache
def names() -> dict[tuple[str, ...], str]:
    """Names of more than one word, in singular and plural, to codes ("swiss francs": CHF)."""
    english = Locale.parse("en")
    found: dict[tuple[str, ...], str] = dict(_OWN_NAMES)
    for code in sorted(codes()):
        for form in {get_currency_name(code, count=count, locale=english) for count in (1, 2)}:
            words = tuple(form.lower().split())
            if len(words) > 1 and "(" not in form:
                found.setdefault(words, code)
                if not words[-1].endswith("s"):
                    found.setdefault((*words[:-1], words[-1] + "s"), code)
    return found


_OWN_NAMES: dict[tuple[str, ...], str] = {
    ("us", "dollars"): "USD", ("us", "dollar"): "USD", ("u.s", "dollars"): "USD", ("american", "dollars"): "USD",
    ("pounds", "sterling"): "GBP", ("pound", "sterling"): "GBP", ("british", "pounds"): "GBP",
    ("korean", "won"): "KRW", ("danish", "crowns"): "DKK", ("norwegian", "crowns"): "NOK",
    ("swedish", "crowns"): "SEK", ("czech", "crowns"): "CZK", ("swedish", "kronor"): "SEK",
    ("finnish", "markka"): "FIM", ("dutch", "guilders"): "NLG", ("russian", "roubles"): "RUB",
    ("russian", "rouble"): "RUB", ("chinese", "renminbi"): "CNY", ("saudi", "riyals"): "SAR",
    ("malaysia", "ringgit"): "MYR", ("malaysia", "ringgits"): "MYR", ("genihat", "masriya"): "EGP",
    ("brazilian", "reais"): "BRL", ("turkish", "liras"): "TRY", ("emirati", "dirhams"): "AED",
    ("iranian", "rials"): "IRR", ("singapore", "dollars"): "SGD", ("hong", "kong", "dollars"): "HKD",
}  # fmt: skip
