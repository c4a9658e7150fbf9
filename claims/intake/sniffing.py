"""Which format a file has, told by its first bytes, its name and its content, in this order.

Whatever is no text at all is refused here, by name, with a word on how to get at the text in it.
"""

from __future__ import annotations

import codecs
import json
import re
from enum import StrEnum
from pathlib import PurePath

from claims.errors import InputError


class Format(StrEnum):
    """The formats that intake reads."""

    PLAIN = "plain text"
    MARKDOWN = "Markdown"
    HTML = "HTML"


SUFFIXES = {
    ".txt": Format.PLAIN,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
}

AS_TEXT = "Save the article as text or HTML and add that."
UNPACK = "Unpack it and add the articles in it."

MAGIC: tuple[tuple[int, bytes, str, str], ...] = (
    (0, b"%PDF-", "a PDF document", AS_TEXT),
    (0, b"SQLite format 3\x00", "an SQLite database", "To work in it, name it with --db."),
    (0, b"PK\x03\x04", "a ZIP archive (Word, OpenDocument and EPUB files are such archives too)", AS_TEXT),
    (0, b"PK\x05\x06", "an empty ZIP archive", AS_TEXT),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Office document", AS_TEXT),
    (0, b"{\\rtf", "an RTF document", AS_TEXT),
    (0, b"%!PS", "a PostScript file", AS_TEXT),
    (0, b"\x1f\x8b", "a gzip archive", UNPACK),
    (0, b"BZh", "a bzip2 archive", UNPACK),
    (0, b"\xfd7zXZ\x00", "an xz archive", UNPACK),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", UNPACK),
    (0, b"Rar!\x1a\x07", "a RAR archive", UNPACK),
    (0, b"\x28\xb5\x2f\xfd", "a zstd archive", UNPACK),
    (257, b"ustar", "a tar archive", UNPACK),
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image", AS_TEXT),
    (0, b"\xff\xd8\xff", "a JPEG image", AS_TEXT),
    (0, b"GIF87a", "a GIF image", AS_TEXT),
    (0, b"GIF89a", "a GIF image", AS_TEXT),
    (0, b"II*\x00", "a TIFF image", AS_TEXT),
    (0, b"MM\x00*", "a TIFF image", AS_TEXT),
    (8, b"WEBP", "a WebP image", AS_TEXT),
    (8, b"WAVE", "a sound file", AS_TEXT),
    (0, b"OggS", "a sound or film file", AS_TEXT),
    (0, b"ID3\x03", "a sound file", AS_TEXT),
    (0, b"ID3\x04", "a sound file", AS_TEXT),
    (4, b"ftyp", "a film file", AS_TEXT),
    (0, b"\x1aE\xdf\xa3", "a film file", AS_TEXT),
    (0, b"\x7fELF", "a program", AS_TEXT),
    (0, b"MZ\x90\x00", "a program", AS_TEXT),
)
"""Offset, bytes, what the file is then, and what to do about it."""

LOOK = 4096
"""How many bytes from the start are looked at to tell text formats apart."""

_HTML_START = re.compile(
    rb"<(?:!doctype html|html|head|body|title|meta|article|main|section|div|h1|p)\b", re.IGNORECASE
)
_BEFORE_HTML = ((b"<!--", b"-->"), (b"<?xml", b"?>"))
_HTML_ANYWHERE = re.compile(rb"<html\b", re.IGNORECASE)
_TAG = re.compile(rb"<[a-zA-Z!/?]")
_WEB_ARCHIVE = re.compile(rb"^(?:MIME-Version:|Content-Type:\s*multipart/)", re.IGNORECASE | re.MULTILINE)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)\b")


def sniff(data: bytes, name: str) -> Format:
    """Tell the format of a file that holds an article, or refuse what can hold none."""
    for offset, magic, kind, hint in MAGIC:
        if data.startswith(magic, offset):
            raise InputError(f"{name} is {kind}, not an article as text.", hint=hint)
    # Without NUL bytes the tags of a UTF-16 page can be read here too; decoding looks at them properly.
    start = _without_bom(data[:LOOK]).replace(b"\0", b"").lstrip()
    _refuse_other_text(data, start, name)
    by_suffix = SUFFIXES.get(PurePath(name).suffix.lower())
    if by_suffix == Format.HTML:
        return Format.HTML if _TAG.search(data.replace(b"\0", b"")) else Format.PLAIN
    if by_suffix == Format.MARKDOWN:
        return Format.MARKDOWN
    return Format.HTML if _HTML_START.match(_first_element(start)) else Format.PLAIN


def _refuse_other_text(data: bytes, start: bytes, name: str) -> None:
    if start.startswith(b"<?xml") and not _HTML_ANYWHERE.search(start):
        if _FEED.search(start):
            raise InputError(f"{name} is a news feed, not an article.", hint="Add the articles that it links to.")
        raise InputError(f"{name} is XML, and not the XML of a web page.", hint=AS_TEXT)
    if _WEB_ARCHIVE.search(start.partition(b"\r\n\r\n")[0].partition(b"\n\n")[0]):
        hint = 'Save the page as "HTML only" and add that.'
        raise InputError(f"{name} is a web archive (MHTML) or a mail.", hint=hint)
    if start[:1] in (b"{", b"[") and _is_json(data):
        raise InputError(f"{name} is JSON, not an article.", hint=AS_TEXT)


def _first_element(start: bytes) -> bytes:
    """The start without the comments and declarations that may stand before a page."""
    # A loop and no pattern: where several comments follow each other, a pattern tries every way to divide them.
    found = True
    while found:
        found = False
        for opening, closing in _BEFORE_HTML:
            if start.startswith(opening):
                _, found_closing, start = start.partition(closing)
                start, found = start.lstrip(), bool(found_closing)
    return start


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True


def _without_bom(data: bytes) -> bytes:
    for bom in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        if data.startswith(bom):
            return data[len(bom) :]
    return data
