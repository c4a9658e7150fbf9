"""A small corpus of gold, written as annotators write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.evaluate import Corpus, read_corpus

ARTICLE = """\
Title: Pier to reopen in May, mayor says
Publisher: The Calmouth Herald
Published: 2025-03-05
URL: https://calmouthherald.example/pier
Language: en-GB

By Orla Finch

The pier at Calmouth will reopen in May, Mayor Ada Holm said on Tuesday. It closed in 2019.

“We have found £3m,” Holm told the council. “We will need it.”

Her brother, Jonas Holm, who runs the arcade, said he had lost 14 staff.

A spokesman for Pier Watch said that it was “as thin as paper”.

“I think it will hold,” he added.

Read more: Gulls steal record number of chips
"""

NOTES = """\
# invented, like all of it
@ada person Ada Holm | also: Mayor Holm | roles: Mayor; mayor
@jonas person Jonas Holm | roles: Her brother; runs the arcade
@spokesman anonymous A spokesman for Pier Watch
@watch organisation Pier Watch

indirect @ada 2 | mayor | says | Pier to reopen in May
indirect @ada 2 | Mayor Ada Holm | said | The pier at Calmouth will reopen in May
statement 2 | It closed in 2019
quote @ada 3 | Holm | told | “We have found £3m,” // “We will need it.”
indirect @jonas 1 | Her brother, Jonas Holm, who runs the arcade | said | he had lost 14 staff
mixed @spokesman for @watch 1 | A spokesman for Pier Watch | said | that it was “as thin as paper”
quote ?@spokesman ?@jonas 0 | he | added | “I think it will hold,”
indirect ?@spokesman ?@jonas belief 0 | I | think | it will hold

figure May = date 2025-05-01..2025-05-31
figure May = date 2025-05-01..2025-05-31
figure Tuesday = date 2025-03-04
figure 2019 = date 2019-01-01..2019-12-31
figure £3m = money 3000000 GBP
figure 14 staff = count 14 (staff)
boilerplate By Orla Finch
boilerplate Read more: Gulls steal record number of chips
"""


class Folder:
    """A folder of gold."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, *changes: tuple[str, str], article: str = ARTICLE, notes: str = NOTES, name: str = "pier") -> Path:
        """Write one article with its annotations, some words changed."""
        for old, new in changes:
            assert old in notes, f"{old!r} is not in the annotations"
            notes = notes.replace(old, new, 1)
        self.path.mkdir(parents=True, exist_ok=True)
        (self.path / f"{name}.txt").write_text(article, encoding="utf-8")
        (self.path / f"{name}.gold").write_text(notes, encoding="utf-8")
        return self.path

    def read(self, *changes: tuple[str, str], article: str = ARTICLE, notes: str = NOTES) -> Corpus:
        """The same, read."""
        return read_corpus(self.write(*changes, article=article, notes=notes))


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Somewhere to write gold."""
    return Folder(tmp_path / "gold")
