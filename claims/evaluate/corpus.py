"""Gold as it lies on disk: a folder of articles with their annotations, or relations in PolNeAR's format.

``NAME.txt`` is an article as ``claims add`` reads it, ``NAME.gold`` beside it what people marked.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.errors import InputError
from claims.evaluate.events import is_event
from claims.evaluate.gold import GoldArticle
from claims.evaluate.notation import parse
from claims.evaluate.placing import place
from claims.intake import read_path

ARTICLE, NOTES = ".txt", ".gold"
RELATIONS = (".jsonl", ".jsonl.gz")
ROLES = ("source", "cue", "content")
Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Related:
    """A text with its gold attributions as ranges, of PolNeAR's kind: no speakers, no figures."""

    name: str
    text: str
    attributions: tuple[dict[str, Ranges], ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Gold articles and the hash of their files: scores are of this corpus and no other."""

    name: str
    sha256: str
    articles: tuple[GoldArticle, ...] = ()
    relations: tuple[Related, ...] = ()


def read_corpus(path: Path) -> Corpus:
    """Read a folder, one article in it, or a file of relations; everything is checked on the way."""
    if path.is_file() and path.name.endswith(RELATIONS):
        return _relations(path)
    files = _files(path)
    digest = hashlib.sha256()
    for file in files:
        for one in (file, file.with_suffix(NOTES)):
            data = one.read_bytes()
            digest.update(f"{one.relative_to(_root(path)).as_posix()}\0{len(data)}\0".encode())
            digest.update(data)
    return Corpus(path.name, digest.hexdigest(), articles=tuple(_article(file, path) for file in files))


def _root(path: Path) -> Path:
    return path if path.is_dir() else path.parent


def _files(path: Path) -> list[Path]:
    """The articles, each with its annotations beside it."""
    if path.is_file() and path.suffix in {ARTICLE, NOTES}:
        files = [path.with_suffix(ARTICLE)]
    elif path.is_dir():
        marked = (one for end in (ARTICLE, NOTES) for one in path.rglob(f"*{end}") if not is_event(one.parent))
        files = sorted({one.with_suffix(ARTICLE) for one in marked})
    elif path.exists():
        raise InputError(f"{path} is no gold.", hint="Name a folder, an article in it, or a .jsonl or .jsonl.gz file.")
    else:
        raise InputError(f"There is no {path}.", hint="Check the spelling, or try: claims evaluate annotations/gold")
    if not files:
        raise InputError(
            f"{path} holds no gold articles.", hint=f"An article NAME{ARTICLE} has its annotations in NAME{NOTES}."
        )
    for file in files:
        for one, other in ((file, file.with_suffix(NOTES)), (file.with_suffix(NOTES), file)):
            if not one.is_file():
                raise InputError(f"{other} has no {one.name} beside it.", hint=f"Add {one}, or take {other.name} away.")
    return files


def _article(file: Path, path: Path) -> GoldArticle:
    notes = file.with_suffix(NOTES)
    name = notes.relative_to(_root(path)).as_posix()
    try:
        text = notes.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"{notes} is not UTF-8 (byte {error.start}).", hint="Save it as UTF-8.") from error
    return place(parse(text, name), read_path(file))


def _relations(path: Path) -> Corpus:
    data = path.read_bytes()
    try:
        text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be unpacked: {error}.", hint="Fetch or save it again.") from error
    found: dict[str, Related] = {}
    # Split at line feeds only: the texts may hold other characters that split lines.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            one = _related(line, f"{path.name}, line {number}")
            # Several people may have annotated one text; the first is taken.
            found.setdefault(one.name, one)
    if not found:
        raise InputError(f"{path} holds no articles.", hint="Each line is one article as a JSON object.")
    return Corpus(path.name, hashlib.sha256(data).hexdigest(), relations=tuple(found.values()))


def _related(line: str, where: str) -> Related:
    try:
        row: dict[str, Any] = json.loads(line)
        attributions = tuple(
            {role: tuple((int(start), int(end)) for start, end in one.get(role) or ()) for role in ROLES}
            for one in row["attributions"]
        )
        related = Related(str(row["id"]), str(row["text"]), attributions)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(
            f"{where} is no article with attributions: {type(error).__name__} {error}.",
            hint='It needs "id", "text" and "attributions" with source, cue and content as lists of [start, end].',
        ) from error
    _check_ranges(related, where)
    return related


def _check_ranges(related: Related, where: str) -> None:
    ranges: Sequence[tuple[int, int]] = [r for one in related.attributions for role in ROLES for r in one[role]]
    for start, end in ranges:
        if not 0 <= start < end <= len(related.text):
            raise InputError(
                f"{where}: {start}-{end} is no place in a text of {len(related.text)} characters.",
                hint="Offsets count code points of the text, the end behind the last one.",
            )
