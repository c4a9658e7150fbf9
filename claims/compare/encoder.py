"""What turns claims into vectors: a small sentence encoder, run here and by nobody else.

Nearness of two vectors proposes that claims may be about the same thing. It never decides: changing the number in a
sentence, or negating it, hardly moves its vector.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

log = logging.getLogger(__name__)

MODEL = Path(__file__).parent / "model" / "encoder.onnx"
TOKENIZER = Path(__file__).parent.parent / "extract" / "model" / "tokenizer.json"
"""The tagger's: both networks have the vocabulary of one base model."""
NEEDED = ("numpy", "onnxruntime", "tokenizers")
DIMENSIONS = 384
LONGEST = 128
"""Word pieces of a text that are read, its marks of start and end included; the model learnt on so many."""
AT_ONCE = 4096
"""Texts are cut into word pieces in portions of so many: it bounds memory."""


class Encoder(Protocol):
    """Texts to vectors."""

    @property
    def model(self) -> str:
        """What made the vectors: those of two models are never compared."""
        ...

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length one for each text; a row depends on its own text alone."""
        ...


class MiniLmEncoder:
    """all-MiniLM-L6-v2 in int8 by ONNX Runtime. Loads nothing before it is first asked."""

    def __init__(self, path: Path = MODEL, threads: int = 1) -> None:
        self.path = path
        self.threads = threads

    @cached_property
    def model(self) -> str:
        """The sha256 of the model file."""
        return hashlib.sha256(self.path.read_bytes()).hexdigest()

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length one for each text, in the order given."""
        import numpy as np

        rows = np.zeros((len(texts), DIMENSIONS), np.float32)
        for start in range(0, len(texts), AT_ONCE):
            pieces = self.tokenizer.encode_batch(list(texts[start : start + AT_ONCE]))
            for at, one in enumerate(pieces, start):
                # One text at a time. In int8 the scale of a layer's input is that of the whole batch: together with
                # others a text would come out a little different (cosine 0.985), and so would its groups.
                (made,) = self._session.run(None, {"ids": np.array([one.ids], np.int64)})
                rows[at] = made[0]
        return rows

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """The word piece tokenizer, cutting at what the model reads."""
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(TOKENIZER))
        tokenizer.no_padding()
        tokenizer.enable_truncation(LONGEST)
        return tokenizer

    @cached_property
    def _session(self) -> InferenceSession:
        import onnxruntime

        options: Any = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self.threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Memory that is kept for the largest batch so far is memory that a long run never gives back.
        options.enable_cpu_mem_arena = False
        return onnxruntime.InferenceSession(str(self.path), options, providers=["CPUExecutionProvider"])


def default_encoder() -> Encoder | None:
    """The encoder, or nothing where it cannot be loaded, after a word in the log: then shared words propose."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        log.warning("Comparing by meaning needs %s: claims are compared by their words alone.", ", ".join(missing))
        return None
    absent = [path.name for path in (MODEL, TOKENIZER) if not path.is_file()]
    if absent:
        log.warning("%s is missing: claims are compared by their words alone.", ", ".join(absent))
        return None
    return MiniLmEncoder()
