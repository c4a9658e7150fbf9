"""What the network reads of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extract.minilm.pieces import CASES, PARAGRAPH, read_pieces


def test_every_piece_stands_where_the_text_has_it(tokenizer) -> None:
    """Offsets count code points of the text as it was passed."""
    text = "  “The port is shut,”\n\n \n Mira Halden said.\n"
    pieces = read_pieces(tokenizer, text)
    words = [text[start:end] for start, end in zip(pieces.starts, pieces.ends, strict=True)]
    assert words == ["“", "The", "port", "is", "shut", ",", "”", "", "Mira", "Halden", "said", "."]


def test_a_line_break_is_one_piece_however_many_blank_lines(tokenizer) -> None:
    """The tokenizer drops line breaks; the network is told of them all the same."""
    pieces = read_pieces(tokenizer, "The port\n\n\n\nis shut")
    assert (pieces.ids == PARAGRAPH).sum() == 1
    assert not pieces.first[pieces.ids == PARAGRAPH].any()


def test_only_the_first_piece_of_a_word_gets_a_role(tokenizer) -> None:
    """A word cannot be half source, half cue."""
    pieces = read_pieces(tokenizer, "Mira paid")
    assert pieces.first.tolist() == [True, True, False, False, False]


def test_a_look_tells_capitals_and_quotation_marks(tokenizer) -> None:
    """The vocabulary knows no capitals, and a window may begin inside a quotation."""
    pieces = read_pieces(tokenizer, 'Mira SAID "we pay" port')
    looks = dict(zip("Mira SAID mark we pay mark port".split(), pieces.looks[pieces.first].tolist(), strict=False))
    assert looks["Mira"] == 1
    assert looks["SAID"] == 2
    assert looks["we"] == looks["pay"] == CASES
    assert looks["port"] == 0


@pytest.mark.parametrize("text", ["", " \n \n", "\u200b"])
def test_a_text_without_words_has_no_words(tokenizer, text: str) -> None:
    """Nothing to read is nothing found, and no error."""
    assert not read_pieces(tokenizer, text).first.any()


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    """Pieces come in order and stay inside the text, whatever the text is."""
    pieces = read_pieces(_plain(), text)
    assert (pieces.starts <= pieces.ends).all()
    assert (pieces.starts[1:] >= pieces.starts[:-1]).all()
    assert not len(pieces) or pieces.ends.max() <= len(text)


def _plain():
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

    made = Tokenizer(models.WordPiece({"[UNK]": 2}, unk_token="[UNK]"))
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made
