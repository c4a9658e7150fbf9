"""From bytes to an article, in this order:

1. refuse what is too large, empty or no text;
2. tell the format and decode;
3. read the format, and the header block of a text;
4. settle the particulars: given by the user, then header block, then metadata;
5. make the text canonical and take the headline off it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from claims.errors import InputError
from claims.ids import article_id, text_sha256
from claims.intake.canonical import RECIPE, canonical, one_line, with_line_feeds
from claims.intake.decoding import decode
from claims.intake.found import Found
from claims.intake.markdown import read_markdown
from claims.intake.particulars import DEFAULT_LANGUAGE, Particulars, take_header
from claims.intake.plain import read_plain
from claims.intake.sniffing import Format, sniff
from claims.models import Article, Revision

MAX_BYTES = 20_000_000
"""A long feature has 100,000; beyond this cap a file is something else than an article."""

MOST_CONTROL = 0.1
"""The share of control characters from which on bytes are no text, even if they decode."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")

QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})
"""A headline is recognised whichever quotation marks it is set in."""


def read_path(
    path: str | os.PathLike[str], *, given: Particulars | None = None, encoding: str | None = None
) -> Article:
    """Read the article in a file."""
    name = os.fspath(path)
    try:
        with Path(path).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise InputError(f"There is no file {name}.", hint="Check the spelling and the folder.") from error
    except IsADirectoryError as error:
        raise InputError(f"{name} is a folder, not an article.", hint="Name the files in it.") from error
    except PermissionError as error:
        raise InputError(f"You are not allowed to read {name}.", hint=f"Try: chmod u+r {name}") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{name!r} cannot be read: {reason}.", hint="Copy it elsewhere and try again.") from error
    return read_bytes(data, name, given=given, encoding=encoding)


def read_bytes(
    data: bytes,
    name: str,
    *,
    given: Particulars | None = None,
    encoding: str | None = None,
    found_at: str | None = None,
) -> Article:
    """Read the article in a file's bytes; ``name`` tells the suffix and stands in messages.

    ``found_at`` is the address that the bytes were fetched from: a page's ``rel=canonical`` counts only within its
    site. A URL in ``given`` always wins.
    """
    wanted = (given or Particulars()).checked(f" given for {name}")
    if len(data) > MAX_BYTES:
        hint = "Add the articles in it one by one."
        raise InputError(f"{name} is larger than {MAX_BYTES // 1_000_000} MB.", hint=hint)
    if not data:
        raise InputError(f"{name} is empty.", hint="Check that it was saved.")
    kind = sniff(data, name)
    text = decode(data, name, declares=kind == Format.HTML, encoding=encoding)
    _refuse_no_text(text, name)
    found = _read(text, kind, name, found_at)
    particulars = wanted.over(found.particulars)
    body = canonical(found.text)
    if not _has_words(body):
        raise InputError(f"{name} holds no words.", hint="An article needs at least one letter.")
    return _article(_without_headline(body, particulars.title), particulars)


def _read(text: str, kind: Format, name: str, found_at: str | None) -> Found:
    if kind == Format.HTML:
        from claims.intake.html import read_html

        return read_html(text, name, found_at=found_at)
    header, body = take_header(canonical(text) if kind == Format.PLAIN else with_line_feeds(text), name)
    found = read_plain(canonical(body)) if kind == Format.PLAIN else read_markdown(body)
    return Found(found.text, header.over(found.particulars))


def _refuse_no_text(text: str, name: str) -> None:
    offset = text.find("\0")
    if offset >= 0:
        raise InputError(f"{name} is no text: it holds a NUL character, the {offset + 1}th.", hint="Check --encoding.")
    if not text.strip("\ufeff \t\r\n"):
        raise InputError(f"{name} holds nothing but blanks.", hint="Check that it was saved.")
    control = sum(1 for _ in _CONTROL.finditer(text))
    if control > MOST_CONTROL * len(text):
        raise InputError(f"{name} is no text: {control} of its {len(text)} characters are control characters.")


def _without_headline(text: str, title: str | None) -> str:
    """The text without the line that its title already is; all of it where no words would be left."""
    first, _, rest = text.partition("\n")
    repeated = title is not None and _folded(first) == _folded(title)
    return rest.lstrip("\n") if repeated and _has_words(rest) else text


def _has_words(text: str) -> bool:
    return any(char.isalpha() for char in text)


def _folded(line: str) -> str:
    return (one_line(line) or "").translate(QUOTES).casefold()


def _article(text: str, particulars: Particulars) -> Article:
    revision = Revision(number=1, title=particulars.title, text=text, sha256=text_sha256(text), recipe=RECIPE)
    return Article(
        id=article_id(particulars.url, text),
        url=particulars.url,
        title=particulars.title,
        publisher=particulars.publisher,
        byline=particulars.byline,
        published=particulars.published,
        language=particulars.language or DEFAULT_LANGUAGE,
        revisions=(revision,),
    )
