"""The model's files: what is missing, damaged or made for something else is said, never met as a traceback."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims.compare.encoder import MODEL as ENCODER
from claims.errors import ModelMissing
from claims.extract.minilm.model import FOLDER, MODEL, SETTINGS, TOKENIZER, Model
from claims.extract.minilm.tagger import MiniLMTagger

Change = Callable[[dict[str, Any]], None]


def length(number: int) -> bytes:
    """A length as protocol buffers write it."""
    made = bytearray()
    while number > 127:
        made.append(number & 127 | 128)
        number >>= 7
    return bytes([*made, number])


def field(number: int, value: bytes) -> bytes:
    """A field of protocol buffers that holds bytes."""
    return bytes([number << 3 | 2]) + length(len(value)) + value


def with_settings(words: str) -> bytes:
    """The shipped model with other settings: of two entries the later one counts."""
    entry = field(1, SETTINGS.encode()) + field(2, words.encode())
    return (FOLDER / MODEL).read_bytes() + field(14, entry)


def folder_with(folder: Path, model: bytes | None = None, tokenizer: bytes | None = None) -> Path:
    """The shipped files, one of them replaced."""
    for name, data in ((MODEL, model), (TOKENIZER, tokenizer)):
        if data is None:
            shutil.copyfile(FOLDER / name, folder / name)
        else:
            (folder / name).write_bytes(data)
    return folder


@pytest.mark.parametrize("gone", [MODEL, TOKENIZER])
def test_a_missing_file_is_named_and_the_rules_are_offered(gone: str, tmp_path: Path) -> None:
    """The rules are offered instead."""
    (folder_with(tmp_path) / gone).unlink()
    with pytest.raises(ModelMissing, match=rf"{gone} is missing.*\n?.*--tagger rules"):
        MiniLMTagger(tmp_path).ready()


DAMAGED = {
    "left by a large-file store": b"version https://git-lfs.github.com/spec/v1",
    "empty": b"",
    "cut off": (FOLDER / MODEL).read_bytes()[:1_000_000],
    "scratched": (FOLDER / MODEL).read_bytes()[:90].replace(b"bert", b"\xff\xff\xff\xff"),
}


@pytest.mark.parametrize("model", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_model_is_said(model: bytes, tmp_path: Path) -> None:
    """Whatever ONNX Runtime calls it."""
    with pytest.raises(ModelMissing, match=r"tagger\.onnx is damaged"):
        MiniLMTagger(folder_with(tmp_path, model)).ready()


def test_another_network_is_no_tagger(tmp_path: Path) -> None:
    """It loads, and answers other questions."""
    with pytest.raises(ModelMissing, match="another network"):
        MiniLMTagger(folder_with(tmp_path, ENCODER.read_bytes())).ready()


@pytest.mark.parametrize("words", ["", "{", "[]", "{}"])
def test_a_model_without_settings_is_refused(words: str, tmp_path: Path) -> None:
    """Without them nobody knows what its numbers mean."""
    with pytest.raises(ModelMissing, match="does not say how to read"):
        MiniLMTagger(folder_with(tmp_path, with_settings(words))).ready()


def shorter(settings: dict[str, Any]) -> None:
    """As if there were fewer labels."""
    settings["bias"] = settings["bias"][:3]


def narrower(settings: dict[str, Any]) -> None:
    """As if the network looked less far."""
    settings["distance"] = [row[:9] for row in settings["distance"]]


def unweighed(settings: dict[str, Any]) -> None:
    """As if it had never been fitted."""
    settings["confidence"] = {}


@pytest.mark.parametrize("change", [shorter, narrower, unweighed])
def test_settings_of_another_version_are_refused(change: Change, tmp_path: Path) -> None:
    """When it is loaded, and not in the middle of an article."""
    settings = Model().metadata()
    change(settings)
    with pytest.raises(ModelMissing, match=r"tagger\.onnx"):
        MiniLMTagger(folder_with(tmp_path, with_settings(json.dumps(settings)))).ready()


@pytest.mark.parametrize("tokenizer", [b"", b"{", b"{}", b"\xff\xfe\x00"])
def test_a_damaged_tokenizer_is_said(tokenizer: bytes, tmp_path: Path) -> None:
    """Its library raises whatever it likes."""
    with pytest.raises(ModelMissing, match=r"tokenizer\.json is damaged"):
        MiniLMTagger(folder_with(tmp_path, tokenizer=tokenizer)).ready()


def test_a_tokenizer_with_other_pieces_is_refused(tmp_path: Path) -> None:
    """Its numbers would mean other words to the network, or none."""
    other = json.loads((FOLDER / TOKENIZER).read_bytes())
    other["model"]["vocab"] = {piece: number + 1 for piece, number in other["model"]["vocab"].items()}
    with pytest.raises(ModelMissing, match="not the one that the tagger's model learnt with"):
        MiniLMTagger(folder_with(tmp_path, tokenizer=json.dumps(other).encode())).ready()
