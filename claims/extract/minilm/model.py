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
from claims.extract.minilm.pieces import Numbers, load_tokenizer
from claims.extract.minilm.windows import Scores

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

SETTINGS = "claimdesk"
"""Under this key the model file carries what decoding needs, so that one hash names all of it."""
FOLDER = Path(__file__).parent.parent / "model"
MODEL, TOKENIZER = "tagger.onnx", "tokenizer.json"
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
    """The network with its tokenizer, loaded when first asked; one thread unless told otherwise."""

    def __init__(self, folder: Path = FOLDER, threads: int = 1) -> None:
        self.folder = folder
        self.threads = threads

    @cached_property
    def sha256(self) -> str:
        """The hash of the model file, read bit by bit: a copy of it would be a sixth of the memory in use."""
        with self._model_file().open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """The tokenizer that lies beside the model."""
        try:
            return load_tokenizer(self._file(TOKENIZER))
        except ImportError as error:
            raise _unloadable(error) from error

    @cached_property
    def settings(self) -> Settings:
        """What the model file says about decoding."""
        values = self.metadata()
        return Settings(
            version=values["version"],
            bias=tuple(values["bias"]),
            none_bias=values["none_bias"],
            distance=np.asarray(values["distance"], np.float32),
            confidence=values["confidence"],
            threshold=values["threshold"],
        )

    def metadata(self) -> dict[str, Any]:
        """The settings as the file has them."""
        found: dict[str, Any] = json.loads(self._session.get_modelmeta().custom_metadata_map[SETTINGS])
        return found

    def run(self, ids: Numbers, looks: Numbers, mask: Numbers) -> tuple[Scores, Scores, Scores]:
        """Roles, and both sides of the links, for windows of pieces."""
        roles, asks, answers = self._session.run(None, {"ids": ids, "looks": looks, "mask": mask})
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
        try:
            return onnxruntime.InferenceSession(str(self._model_file()), options, providers=["CPUExecutionProvider"])
        except (failures.Fail, failures.InvalidProtobuf, failures.InvalidGraph, failures.NotImplemented) as error:
            what = f"{MODEL} is damaged, or made for another ONNX Runtime: {error}."
            raise ModelMissing(what, hint=INSTEAD) from error

    def _model_file(self) -> Path:
        return self._file(MODEL)

    def _file(self, name: str) -> Path:
        path = self.folder / name
        if not path.is_file():
            raise ModelMissing(f"{name} is missing from the folder of the tagger's model.", hint=INSTEAD)
        return path


def _unloadable(error: ImportError) -> ModelMissing:
    return ModelMissing(f"The tagger's model cannot be run: {error}.", hint=INSTEAD)
