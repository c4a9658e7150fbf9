"""Bytes to text, without guessing silently."""

from __future__ import annotations

import pytest

from claims.errors import InputError, UnknownEncoding
from claims.intake import read_bytes

WORDS = "“The café is closed,” Zoë Brodie said, and paid €5 for the tug."
RUSSIAN = "Губернатор сказал, что насосы остановились в полдень. Власти сообщили об этом в понедельник утром."


def html(words: str, declared: str | None) -> str:
    meta = f'<meta charset="{declared}">' if declared else ""
    return f"<html><head>{meta}</head><body><p>{words}</p></body></html>"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_utf8_and_whatever_has_a_byte_order_mark_is_read(codec: str) -> None:
    """A mark says it all and is no part of the text."""
    assert read_bytes(WORDS.encode(codec), "cafe.txt").text == WORDS
    assert read_bytes(html(WORDS, None).encode(codec), "cafe.html").text == WORDS


def test_other_bytes_are_refused_with_place_and_proposal() -> None:
    """The message names the byte and its offset, and the encoding to try."""
    with pytest.raises(UnknownEncoding) as refused:
        read_bytes(f"Weir.\n{WORDS}".encode("windows-1252"), "cafe.txt")
    assert "cafe.txt is not UTF-8: byte 0x93 at offset 6 (line 2)" in refused.value.message
    assert refused.value.hint == "Try again with --encoding windows-1252."


def test_the_proposal_is_no_habit() -> None:
    """Cyrillic bytes could all be windows-1252 too, and are not."""
    with pytest.raises(UnknownEncoding, match="--encoding windows-1251"):
        read_bytes(RUSSIAN.encode("windows-1251"), "weir.txt")


@pytest.mark.parametrize(("words", "codec"), [(WORDS, "windows-1252"), (RUSSIAN, "koi8-r"), (WORDS, "utf-16-le")])
def test_an_encoding_can_be_forced(words: str, codec: str) -> None:
    """Whoever knows better is believed."""
    assert read_bytes(words.encode(codec), "weir.txt", encoding=codec).text == words


def test_a_forced_encoding_that_does_not_fit_is_refused() -> None:
    """Not even a forced encoding replaces bytes."""
    with pytest.raises(UnknownEncoding, match="not ascii"):
        read_bytes(WORDS.encode(), "weir.txt", encoding="ascii")


@pytest.mark.parametrize("encoding", ["klingon", "zlib", "rot13", ""])
def test_an_encoding_that_does_not_exist_is_refused(encoding: str) -> None:
    """Python's codecs that are no text encodings count as unknown."""
    with pytest.raises(InputError, match="no text encoding"):
        read_bytes(b"The tug sank.", "weir.txt", encoding=encoding)


@pytest.mark.parametrize(
    ("declared", "real"),
    [
        ("windows-1252", "windows-1252"),
        ("ISO-8859-1", "windows-1252"),
        ("windows-1252", "utf-8"),
        ("utf-16", "utf-8"),
        ("nonsense", "utf-8"),
        ("utf-8", "utf-8"),
    ],
)
def test_a_page_is_decoded_as_it_is_and_not_as_it_says(declared: str, real: str) -> None:
    """Valid UTF-8 is UTF-8; otherwise the declaration counts, read as browsers read it."""
    assert read_bytes(html(WORDS, declared).encode(real), "cafe.html").text == WORDS


def test_a_page_that_wrongly_declares_utf8_is_refused() -> None:
    """The reverse cannot be settled by looking, so somebody has to say."""
    with pytest.raises(UnknownEncoding, match=r"declared as UTF-8 and is not UTF-8.*--encoding windows-1252"):
        read_bytes(html(WORDS, "utf-8").encode("windows-1252"), "cafe.html")


def test_a_stateful_encoding_is_believed() -> None:
    """ISO-2022-JP is made of ASCII bytes only and would pass for UTF-8."""
    words = "ポンプは正午に止まった、と技師は言った。"
    assert read_bytes(html(words, "iso-2022-jp").encode("iso-2022-jp"), "weir.html").text == words


def test_utf16_without_its_mark_is_named() -> None:
    """Every second byte is NUL, which says what it is."""
    with pytest.raises(UnknownEncoding, match="--encoding utf-16-be"):
        read_bytes("The tug sank at noon.".encode("utf-16-be"), "weir.txt")
