"""Bytes to text, without guessing silently.

The order: the encoding that the user forces; a byte order mark; UTF-8; for a web page the encoding that it declares.
UTF-8 comes before the declaration because other encodings hardly ever make valid UTF-8 by chance, while a page that
was saved as UTF-8 often keeps its old declaration. Whatever fits none is refused, with the byte, its place and the
likeliest encoding.
"""

from __future__ import annotations

import codecs
import re

from claims.errors import InputError, UnknownEncoding

BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is the start of this one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

AS_BROWSERS_READ = {
    "ascii": "windows-1252",
    "us-ascii": "windows-1252",
    "iso-8859-1": "windows-1252",
    "iso8859-1": "windows-1252",
    "latin1": "windows-1252",
    "latin-1": "windows-1252",
    "iso-8859-9": "windows-1254",
    "latin5": "windows-1254",
    "tis-620": "windows-874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "big5": "big5hkscs",
}
"""Declared names that browsers read as a larger encoding; pages are written for browsers."""

WESTERN_SIGNS = frozenset("‘’‚“”„–—…•‹›«»€£¥¢§©®™°·×½¼¾¡¿ªº\xa0\xad")
"""What windows-1252 has besides letters and Western news uses. Powers, fractions of letters and the like mean that the
text was another code page."""

LIKELY = ("cp1251", "cp1250", "cp1252", "cp932", "gb18030", "big5", "cp949")
"""Preferred where the guesser finds several encodings that fit equally: the ones that old systems wrote."""

WINDOW = 32_768
"""How many bytes on either side of a bad byte the guess looks at."""

_DECLARED = re.compile(
    rb"<meta\b[^>]{0,400}?charset\s{0,20}=\s{0,20}[\"']?\s{0,20}([A-Za-z0-9_.:-]{1,40})"
    rb"|<\?xml\b[^>]{0,200}?encoding=[\"']([A-Za-z0-9_.:-]{1,40})",
    re.IGNORECASE,
)


def decode(data: bytes, name: str, *, declares: bool = False, encoding: str | None = None) -> str:
    """Decode the bytes of a file; ``declares`` says that it is a web page and may name its own encoding."""
    if encoding is not None:
        return _forced(data, name, encoding)
    for bom, codec in BOMS:
        if data.startswith(bom):
            return _strict(data, name, codec, "marked")
    declared = _declared(data) if declares else None
    if declared and declared.startswith("iso-2022") and b"\x1b" in data:
        return _strict(data, name, declared, "declared")  # every byte of it is ASCII, so UTF-8 would fit and be wrong
    _refuse_nul(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if declared and not _is_utf8(declared):
            return _strict(data, name, declared, "declared")
        what = "declared as UTF-8 and is not UTF-8" if declared else "not UTF-8"
        raise _unknown(data, name, error, what) from error


def _forced(data: bytes, name: str, encoding: str) -> str:
    try:
        codec = codecs.lookup(encoding).name
        text = data.decode(codec)
    except (LookupError, ValueError) as error:
        if isinstance(error, UnicodeDecodeError):
            raise _unknown(data, name, error, f"not {encoding}") from error
        hint = "Well-known ones are utf-8, windows-1252, windows-1251 and utf-16."
        raise InputError(f'There is no text encoding "{encoding}".', hint=hint) from error
    return text


def _strict(data: bytes, name: str, codec: str, by: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise _unknown(data, name, error, f"{by} as {codec} and is not {codec}") from error


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:4096])
    if match is None:
        return None
    name = (match[1] or match[2]).decode("ascii").lower()
    # A page whose declaration can be read byte by byte is not UTF-16, whatever it says.
    name = "utf-8" if name.startswith("utf-16") else AS_BROWSERS_READ.get(name, name)
    try:
        "".encode(name)  # refuses codecs that are not for text
    except (LookupError, ValueError):
        return None
    return name


def _is_utf8(name: str) -> bool:
    return codecs.lookup(name).name == "utf-8"


def _refuse_nul(data: bytes, name: str) -> None:
    offset = data.find(b"\0")
    if offset < 0:
        return
    sample = data[:WINDOW]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if len(sample) >= 16 and max(even, odd) > len(sample) / 4 > 4 * min(even, odd):
        codec = "utf-16-be" if even > odd else "utf-16-le"
        raise UnknownEncoding(
            f"{name} looks like UTF-16 without its byte order mark (first NUL byte at offset {offset}).",
            hint=f"Try again with --encoding {codec}.",
        )
    hint = "Save the article as text or HTML and add that."
    raise InputError(f"{name} is no text: it holds a NUL byte at offset {offset}.", hint=hint)


def _unknown(data: bytes, name: str, error: UnicodeDecodeError, what: str) -> UnknownEncoding:
    line = data.count(b"\n", 0, error.start) + 1
    byte = data[error.start]
    guess = _guess(data, error.start)
    return UnknownEncoding(
        f"{name} is {what}: byte 0x{byte:02X} at offset {error.start} (line {line}) does not fit.",
        hint=f"Try again with --encoding {guess}." if guess else "Save it as UTF-8 in the program that wrote it.",
    )


def _guess(data: bytes, offset: int) -> str | None:
    """The encoding that the bytes around the offset are most likely in, if it decodes all of them."""
    if _is_western(data):
        return "windows-1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[max(0, offset - WINDOW) : offset + WINDOW]).best()
    if best is None:
        return None
    fitting = {best.encoding, *best.could_be_from_charset}
    names = [*(name for name in LIKELY if name in fitting), best.encoding]
    return next((_spelt(name) for name in names if not _is_utf8(name) and _decodes(data, name)), None)


def _is_western(data: bytes) -> bool:
    """Say whether the bytes read well as windows-1252: the guesser cannot tell from a handful of accents and quotes."""
    if not _decodes(data, "cp1252"):
        return False
    text = data.decode("cp1252")
    beyond = [char for char in text if char > "\x7f"]
    return len(beyond) * 5 < len(text) and all(char.isalpha() or char in WESTERN_SIGNS for char in beyond)


def _decodes(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _spelt(name: str) -> str:
    return f"windows-{name[2:]}" if name.startswith("cp125") else name.replace("_", "-")
