"""A tokenizer small enough to read, for what does not need the real one."""

from __future__ import annotations

import string

import pytest
import tokenizers

WORDS = "the port is shut mira halden said we will pay . , ! \" “ ” ‘ ’ ' — : ?"


@pytest.fixture(scope="session")
def tokenizer() -> tokenizers.Tokenizer:
    """Whole words of a few sentences; everything else falls into letters."""
    vocabulary = ["[PAD]", "[unused0]", "[UNK]", *WORDS.split()]
    letters = [*string.ascii_lowercase, *string.digits]
    vocabulary += [piece for letter in letters for piece in (letter, f"##{letter}") if piece not in vocabulary]
    model = tokenizers.models.WordPiece({word: at for at, word in enumerate(vocabulary)}, unk_token="[UNK]")
    made = tokenizers.Tokenizer(model)
    made.normalizer = tokenizers.normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = tokenizers.pre_tokenizers.BertPreTokenizer()
    return made
