"""What is known about an article besides its text, and who said so.

What the user gave wins over the header block of the file, which wins over the metadata of the page. A mistake of the
user's is an error; a mistake in a page's metadata is left out, because nobody at the desk can mend it.
"""

from __future__ import annotations

import re

from claims.errors import InputError
from claims.intake.canonical import one_line
from claims.intake.dates import as_iso_time, iso_time
from claims.intake.urls import normal_url
from claims.models import Value

DEFAULT_LANGUAGE = "en"

HEADER_KEYS = ("title", "publisher", "published", "url", "byline", "language")
"""The words that may stand before the colon in a header block; also the names of the fields."""

MEANT = {
    "author": "Byline",
    "by": "Byline",
    "date": "Published",
    "headline": "Title",
    "lang": "Language",
    "link": "URL",
    "outlet": "Publisher",
    "source": "Publisher",
}
"""What people write instead of a header key."""

SPELLINGS = {"url": "URL"}
_HEADER_LINE = re.compile(r"\s*(?P<key>[A-Za-z][A-Za-z_-]{0,30})[ ]*:(?P<value>.*)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_BLANK_LINE = re.compile(r"\n[^\S\n]*(?:\n|$)")
_FENCE = "---"


class Particulars(Value):
    """The particulars of an article, each null where nobody has said it."""

    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    byline: str | None = None
    language: str | None = None

    def over(self, other: Particulars) -> Particulars:
        """These particulars, completed by those of ``other``."""
        return Particulars(**{**other.model_dump(exclude_none=True), **self.model_dump(exclude_none=True)})

    def checked(self, where: str) -> Particulars:
        """Bring all fields into their stored form, or say which one cannot be used."""
        return Particulars(
            url=_checked_url(self.url, where),
            title=one_line(self.title),
            publisher=one_line(self.publisher),
            published=iso_time(self.published, where) if self.published and self.published.strip() else None,
            byline=one_line(self.byline),
            language=_checked_language(self.language, where),
        )

    def salvaged(self) -> Particulars:
        """Bring all fields into their stored form and leave out what cannot be used."""
        language = (self.language or "").strip()
        return Particulars(
            url=usable_url(self.url),
            title=one_line(self.title),
            publisher=one_line(self.publisher),
            published=as_iso_time(self.published) if self.published else None,
            byline=one_line(self.byline),
            language=language.replace("_", "-") if _LANGUAGE.fullmatch(language) else None,
        )


def usable_url(url: str | None) -> str | None:
    """The normal form of an address that somebody else wrote, or null."""
    try:
        return normal_url(url) if url else None
    except InputError:
        return None


def take_header(text: str, name: str) -> tuple[Particulars, str]:
    """Take the header block off a text, where it has one.

    A block starts on the first line that is not blank with one of ``HEADER_KEYS`` and a colon, and ends at the first
    blank line. Whoever starts one has to keep to it: a line that does not fit is an error and never silently text.
    """
    rest = text.lstrip("\ufeff \n")
    first = _HEADER_LINE.fullmatch(rest.partition("\n")[0])
    if first is None or first["key"].lower() not in HEADER_KEYS:
        return Particulars(), text
    blank = _BLANK_LINE.search(rest)
    block, body = (rest[: blank.start()], rest[blank.end() :]) if blank else (rest.rstrip("\n"), "")
    found: dict[str, str] = {}
    for number, line in enumerate(block.split("\n"), start=1):
        key, value = _header_line(line, number, name)
        if key in found:
            raise InputError(f'The header block of {name} has two lines "{_spelt(key)}:".', hint="Leave one of them.")
        if value:
            found[key] = value
    if not body.strip():
        raise InputError(f"{name} has a header block and no text below it.", hint="Check that it was saved whole.")
    return Particulars(**found).checked(f" in the header block of {name}"), body


def take_front_matter(text: str) -> tuple[Particulars, str]:
    """Take the front matter between two lines ``---`` off a Markdown text and read the keys that we know."""
    lines = text.lstrip("\ufeff\n").split("\n")
    closing = [number for number, line in enumerate(lines[1:], start=1) if line.rstrip() == _FENCE]
    if lines[0].rstrip() != _FENCE or not closing:
        return Particulars(), text
    block = lines[1 : closing[0]]
    matches = [_HEADER_LINE.fullmatch(line) for line in block]
    if not any(matches):
        return Particulars(), text  # two rulers with prose between them
    found: dict[str, str] = {}
    for match in matches:
        if match and (value := match["value"].strip().strip("\"'")):
            key = match["key"].lower()
            found.setdefault(MEANT.get(key, key).lower(), value)
    known = {key: value for key, value in found.items() if key in HEADER_KEYS}
    return Particulars(**known).salvaged(), "\n".join(lines[closing[0] + 1 :])


def _header_line(line: str, number: int, name: str) -> tuple[str, str]:
    match = _HEADER_LINE.fullmatch(line)
    key = match["key"].lower() if match else ""
    if match and key in HEADER_KEYS:
        return key, match["value"].strip()
    if key in MEANT:
        hint = f'Write "{MEANT[key]}:" instead.'
    elif match:
        hint = f"It may hold {', '.join(f'{_spelt(known)}:' for known in HEADER_KEYS)}, and ends with a blank line."
    else:
        hint = "Leave a blank line between the header block and the text."
    shown = line if len(line) <= 60 else line[:57] + "..."
    raise InputError(f'Line {number} of {name} is no line of a header block: "{shown}".', hint=hint)


def _spelt(key: str) -> str:
    return SPELLINGS.get(key, key.capitalize())


def _checked_url(url: str | None, where: str) -> str | None:
    if url is None or not url.strip():
        return None
    try:
        return normal_url(url)
    except InputError as error:
        raise InputError(f"{error.message[:-1]}{where}.", hint=error.hint) from error


def _checked_language(language: str | None, where: str) -> str | None:
    if language is None or not language.strip():
        return None
    if not _LANGUAGE.fullmatch(language.strip()):
        raise InputError(f'The language "{language}"{where} is no language code.', hint="Write en, en-GB or de.")
    return language.strip().replace("_", "-")
