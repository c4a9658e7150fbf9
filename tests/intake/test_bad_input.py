"""Whatever cannot be an article is refused, with what, where and what to try."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import InputError
from claims.intake import MAX_BYTES, Particulars, canonical, read_bytes, read_path, walk
from claims.intake.sniffing import MAGIC

TAGS = [
    "<p>",
    "</p>",
    "<html>",
    "<article>",
    "<table><tr><td>",
    "<!--",
    "-->",
    "<![CDATA[",
    "&amp;",
    "&#0;",
    "<meta charset=",
]
PIECES = [
    *TAGS,
    "Title: ",
    "---\n",
    "\n\n",
    "# ",
    "> ",
    "| a |\n|--|\n",
    "![",
    "](",
    "said",
    "“",
    "\x00",
    "\ud800",
    "{",
    "\ufeff",
]
MESSES = st.one_of(
    st.binary(max_size=80),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=30).map(
        lambda parts: "".join(parts).encode("utf-8", "surrogatepass")
    ),
)


@given(MESSES, st.sampled_from(["x.txt", "x.md", "x.html", "x", "-"]), st.sampled_from([None, "utf-16", "latin-1"]))
@settings(max_examples=600)
def test_any_bytes_are_an_article_or_an_error_of_ours(data: bytes, name: str, encoding: str | None) -> None:
    """No bytes whatever lead to a traceback, and what is read has a canonical text with a letter in it."""
    with suppress(InputError):
        article = read_bytes(data, name, encoding=encoding)
        assert article.text == canonical(article.text)
        assert any(char.isalpha() for char in article.text)
        assert read_bytes(data, name, encoding=encoding) == article


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "nothing but blanks"),
        ("\u00a0\u200b\u00ad".encode(), "holds no words"),
        (b"12 + 3 = 15.", "holds no words"),
        (b"The tug\0sank.", "NUL byte at offset 7"),
        (b"\x01\x02\x03\x04abc", "control characters"),
        (json.dumps({"text": "The tug sank."}).encode(), "is JSON"),
        (b"<?xml version='1.0'?><rss><channel/></rss>", "news feed"),
        (b"<?xml version='1.0'?><notes><note>a</note></notes>", "is XML"),
        (b"From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html>", "web archive"),
    ],
)
def test_what_holds_no_article_is_named(data: bytes, complaint: str) -> None:
    """The message says what the file is instead, and names it."""
    with pytest.raises(InputError, match=complaint) as refused:
        read_bytes(data, "weir.txt")
    assert "weir.txt" in refused.value.message


@pytest.mark.parametrize(("offset", "magic", "kind", "hint"), MAGIC)
def test_binary_files_are_known_by_their_first_bytes(offset: int, magic: bytes, kind: str, hint: str) -> None:
    """Whatever their name says: a PDF called .txt is a PDF."""
    with pytest.raises(InputError) as refused:
        read_bytes(b"." * offset + magic + b"\x00rest", "weir.txt")
    assert f"weir.txt is {kind}" in str(refused.value)
    assert hint in str(refused.value)


def test_nul_in_wide_characters_is_found_too() -> None:
    """In UTF-16 a NUL character is two bytes."""
    with pytest.raises(InputError, match="NUL character"):
        read_bytes("The tug\0sank.".encode("utf-16"), "weir.txt")


def test_the_cap_is_on_the_bytes(tmp_path: Path) -> None:
    """Fifty megabytes are refused without being decoded; a file at the cap is not too large."""
    big = tmp_path / "big.txt"
    with big.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(InputError, match="larger than 20 MB"):
        read_path(big)
    with pytest.raises(InputError, match="holds no words"):
        read_bytes(b"1" * MAX_BYTES, "cap.txt")


def test_paths_that_cannot_be_read_are_said(tmp_path: Path) -> None:
    """Missing, a folder, a link to itself, a name that no file can have."""
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    with pytest.raises(InputError, match="There is no file"):
        read_path(tmp_path / "missing.txt")
    with pytest.raises(InputError, match="is a folder"):
        read_path(tmp_path)
    with pytest.raises(InputError, match="cannot be read"):
        read_path(loop)
    with pytest.raises(InputError, match="cannot be read"):
        read_path("a\0b.txt")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_said(tmp_path: Path) -> None:
    """Somebody else's file is no traceback."""
    secret = tmp_path / "secret.txt"
    secret.write_text("The tug sank.")
    secret.chmod(0)
    with pytest.raises(InputError, match="not allowed to read"):
        read_path(secret)


def test_given_particulars_and_encoding_reach_the_article(tmp_path: Path) -> None:
    """Reading a path is reading its bytes under its name."""
    path = tmp_path / "weir.md"
    path.write_bytes("# Café\n\nThe tug sank.".encode("windows-1252"))
    article = read_path(path, given=Particulars(publisher="Weir Post"), encoding="windows-1252")
    assert (article.title, article.publisher, article.text) == ("Café", "Weir Post", "The tug sank.")


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The tug sank.")


def test_a_folder_stands_for_the_articles_below_it(tmp_path: Path) -> None:
    """Sorted, at any depth; hidden files, other suffixes and files about the folder are passed over."""
    write(tmp_path, "b.txt", "a/z.HTML", "a/y.md", ".hidden.txt", ".git/x.txt", "notes.docx", "README.md", "c.xhtml")
    assert [path.relative_to(tmp_path).as_posix() for path in walk([tmp_path])] == [
        "a/y.md",
        "a/z.HTML",
        "b.txt",
        "c.xhtml",
    ]


def test_a_file_named_by_itself_counts_whatever_it_is_called(tmp_path: Path) -> None:
    """In the order of the command line, each once, ``-`` for standard input among them."""
    write(tmp_path, "story", ".draft.txt", "a.txt")
    paths = [tmp_path / "story", "-", tmp_path, tmp_path / ".draft.txt", tmp_path / "a.txt"]
    assert walk(paths) == [tmp_path / "story", Path("-"), tmp_path / "a.txt", tmp_path / ".draft.txt"]


def test_a_folder_without_an_article_is_said(tmp_path: Path) -> None:
    """The message names the suffixes that count."""
    write(tmp_path, "notes.docx")
    with pytest.raises(InputError, match=r"holds no article.*\.markdown"):
        walk([tmp_path])


def test_a_path_that_does_not_exist_is_said_with_its_neighbour(tmp_path: Path) -> None:
    """A slip of the keyboard is seen at once."""
    write(tmp_path, "harbour.txt")
    with pytest.raises(InputError, match=r"Did you mean .*harbour\.txt"):
        walk([tmp_path / "harbor.txt"])
    with pytest.raises(InputError, match="no folder"):
        walk([tmp_path / "nowhere" / "harbor.txt"])


def test_a_folder_that_leads_back_to_itself_is_said(tmp_path: Path) -> None:
    """A link to a folder above would be followed for ever."""
    write(tmp_path, "a/b/x.txt")
    (tmp_path / "a" / "b" / "up").symlink_to(tmp_path / "a")
    with pytest.raises(InputError, match="leads back"):
        walk([tmp_path])


def test_a_link_to_a_folder_elsewhere_is_followed(tmp_path: Path) -> None:
    """Collections are often put together from links."""
    write(tmp_path, "far/x.txt")
    near = tmp_path / "near"
    near.mkdir()
    (near / "link").symlink_to(tmp_path / "far")
    assert walk([near]) == [near / "link" / "x.txt"]
