"""The model file behind one call: the only module that knows ONNX Runtime."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from claims.errors import ModelMissing
from claims.extract.minilm.confidence import SIGNS
from claims.extract.minilm.labels import FARTHEST, LABELS
from claims.extract.minilm.pieces import Numbers, fits, load_tokenizer
from claims.extract.minilm.windows import Scores

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

SETTINGS = "claimdesk"
"""Under this key the model file carries what decoding needs, so that one hash names all of it."""
FOLDER = Path(__file__).parent.parent / "model"
MODEL, TOKENIZER = "tagger.onnx", "tokenizer.json"
INPUTS = ("ids", "looks", "mask")
INSTEAD = "Install claimdesk again with its dependencies, or use --tagger rules."


@dataclass(frozen=True, slots=True)
class Settings:
    """What was fitted after training and travels inside the model file."""

    version: str
    bias: tuple[float, ...]
    none_bias: float
    distance: Scores
    confidence: dict[str, float]
    threshold: float
    """What is less likely right than this is not proposed at all."""


class Model:
    """The network with its tokenizer, loaded when first asked; one thread unless told otherwise.

    Whatever is missing, damaged or made for something else raises ``ModelMissing``, which says what it is.
    """

    def __init__(self, folder: Path = FOLDER, threads: int = 1) -> None:
        self.folder = folder
        self.threads = threads

    @cached_property
    def sha256(self) -> str:
        """The hash of the model file, read in parts: a copy of it would be a sixth of the memory in use."""
        with self._model_file().open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """The tokenizer that lies beside the model."""
        path = self._file(TOKENIZER)
        try:
            tokenizer = load_tokenizer(path)
        except ImportError as error:
            raise _unloadable(error) from error
        # The library knows no narrower error for a file that it cannot read.
        except Exception as error:
            raise ModelMissing(f"{TOKENIZER} is damaged: {error}.", hint=INSTEAD) from error
        if not fits(tokenizer):
            raise ModelMissing(f"{TOKENIZER} is not the one that the tagger's model learnt with.", hint=INSTEAD)
        return tokenizer

    @cached_property
    def settings(self) -> Settings:
        """What the model file says about decoding."""
        try:
            values = self.metadata()
            found = Settings(
                version=str(values["version"]),
                bias=tuple(map(float, values["bias"])),
                none_bias=float(values["none_bias"]),
                distance=np.asarray(values["distance"], np.float32),
                confidence={name: float(values["confidence"][name]) for name in SIGNS},
                threshold=float(values["threshold"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise ModelMissing(f"{MODEL} does not say how to read what it finds.", hint=INSTEAD) from error
        if len(found.bias) != len(LABELS) or found.distance.shape != (2, 2 * FARTHEST + 1):
            raise ModelMissing(f"{MODEL} was made for another version of the tagger.", hint=INSTEAD)
        return found

    def metadata(self) -> dict[str, Any]:
        """The settings as the file has them; ``KeyError`` or ``ValueError`` where it has none."""
        found: dict[str, Any] = json.loads(self._session.get_modelmeta().custom_metadata_map[SETTINGS])
        return found

    def run(self, ids: Numbers, looks: Numbers, mask: Numbers) -> tuple[Scores, Scores, Scores]:
        """Roles, and both sides of the links, for windows of pieces."""
        roles, asks, answers = self._session.run(None, dict(zip(INPUTS, (ids, looks, mask), strict=True)))
        return roles, asks, answers

    @cached_property
    def _session(self) -> InferenceSession:
        try:
            import onnxruntime
            from onnxruntime.capi import onnxruntime_pybind11_state as failures
        except ImportError as error:
            raise _unloadable(error) from error
        options: Any = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self.threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        damaged = (
            *(failures.Fail, failures.InvalidArgument, failures.InvalidGraph, failures.InvalidProtobuf),
            *(failures.NoSuchFile, failures.NotImplemented, failures.RuntimeException),
        )
        path = str(self._model_file())
        try:
            session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        except damaged as error:
            what = f"{MODEL} is damaged, or made for another ONNX Runtime: {error}."
            raise ModelMissing(what, hint=INSTEAD) from error
        if tuple(given.name for given in session.get_inputs()) != INPUTS:
            raise ModelMissing(f"{MODEL} is another network and no tagger.", hint=INSTEAD)
        return session

    def _model_file(self) -> Path:
        return self._file(MODEL)

    def _file(self, name: str) -> Path:
        path = self.folder / name
        if not path.is_file():
            raise ModelMissing(f"{name} is missing from the folder of the tagger's model.", hint=INSTEAD)
        return path


def _unloadable(error: ImportError) -> ModelMissing:
    return ModelMissing(f"The tagger's model cannot be run: {error}.", hint=INSTEAD)
