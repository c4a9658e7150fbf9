"""Gold as it lies on disk."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from claims.errors import InputError
from claims.evaluate import read_corpus

if TYPE_CHECKING:
    from tests.evaluate.conftest import Folder

ROW: dict[str, Any] = {
    "id": "a",
    "text": "The pier is shut, Holm said.",
    "attributions": [{"source": [[18, 22]], "cue": [[23, 27]], "content": [[0, 16]]}],
}


def test_the_hash_is_of_the_files_and_not_of_the_folder(folder: Folder, tmp_path: Path) -> None:
    """A copy elsewhere is the same corpus; one letter makes another."""
    first = read_corpus(folder.write())
    copy = tmp_path / "copy"
    copy.mkdir()
    for file in folder.path.iterdir():
        (copy / file.name).write_bytes(file.read_bytes())
    assert read_corpus(copy).sha256 == first.sha256
    (copy / "pier.gold").write_text((copy / "pier.gold").read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
    assert read_corpus(copy).sha256 != first.sha256


def test_one_article_of_a_folder_can_be_read_alone(folder: Folder) -> None:
    """By its text or by its annotations."""
    path = folder.write()
    folder.write(name="quay")
    assert len(read_corpus(path).articles) == 2
    assert len(read_corpus(path / "pier.txt").articles) == len(read_corpus(path / "pier.gold").articles) == 1


def test_folders_within_a_folder_are_read(folder: Folder, tmp_path: Path) -> None:
    """The halves of a corpus are one corpus, and names say in which half an article stands."""
    folder.write()
    assert [gold.name for gold in read_corpus(tmp_path).articles] == ["gold/pier.gold"]


@pytest.mark.parametrize("missing", ["pier.txt", "pier.gold"])
def test_half_of_a_pair_is_an_error(folder: Folder, missing: str) -> None:
    """An article without annotations would count as one without claims."""
    (folder.write() / missing).unlink()
    with pytest.raises(InputError, match=f"no {missing} beside it"):
        read_corpus(folder.path)


def test_an_empty_folder_and_a_missing_one_are_errors(tmp_path: Path) -> None:
    """Nothing to score is no score."""
    with pytest.raises(InputError, match="holds no gold articles"):
        read_corpus(tmp_path)
    with pytest.raises(InputError, match="There is no"):
        read_corpus(tmp_path / "nowhere")
    (tmp_path / "page.html").write_text("<p>")
    with pytest.raises(InputError, match="is no gold"):
        read_corpus(tmp_path / "page.html")


def test_annotations_that_are_not_utf8_are_an_error(folder: Folder) -> None:
    """They are not read wrongly."""
    (folder.write() / "pier.gold").write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match="not UTF-8"):
        read_corpus(folder.path)


def test_relations_are_read_from_lines_packed_or_not(tmp_path: Path) -> None:
    """The format of PolNeAR; a text that several people annotated counts once."""
    lines = "\n".join(json.dumps(row) for row in (ROW, {**ROW, "attributions": []}, {**ROW, "id": "b"})) + "\n"
    plain, packed = tmp_path / "a.jsonl", tmp_path / "a.jsonl.gz"
    plain.write_text(lines, encoding="utf-8")
    packed.write_bytes(gzip.compress(lines.encode()))
    for path in (plain, packed):
        relations = read_corpus(path).relations
        assert [one.name for one in relations] == ["a", "b"]
        assert relations[0].attributions[0]["content"] == ((0, 16),)


@pytest.mark.parametrize(
    "row",
    [
        "{",
        "[]",
        "{}",
        json.dumps({**ROW, "attributions": [{"content": [[0, 99]]}]}),
        json.dumps({**ROW, "attributions": [{"content": [[5, 5]]}]}),
        json.dumps({**ROW, "attributions": [{"content": ["x"]}]}),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, row: str) -> None:
    """With its number, and never as a traceback."""
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(ROW) + "\n" + row + "\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2"):
        read_corpus(path)


def test_what_is_not_packed_is_named(tmp_path: Path) -> None:
    """A file cut short or never packed."""
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b"{}" * 100)[:-9])
    with pytest.raises(InputError, match="cannot be unpacked"):
        read_corpus(path)
    path.write_bytes(b"{}")
    with pytest.raises(InputError, match="cannot be unpacked"):
        read_corpus(path)
    path.with_suffix("").write_text("\n")
    with pytest.raises(InputError, match="holds no articles"):
        read_corpus(path.with_suffix(""))
