"""What turns claims into vectors: a small encoder, run here and by nobody else.

It reads a claim where it stands, so that "it" and "they" and half sentences mean something, and makes the vector of the
claim's own words. Nearness of two vectors proposes that claims may be about the same thing. It never decides: changing
the number in a sentence, or negating it, hardly moves its vector.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from claims.errors import ModelMissing

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
LONGEST = 96
"""Word pieces of a claim that are read; the model learnt on so many."""
BEFORE, LEAD, REST = 48, 48, 24
"""Word pieces that are read of what stands around it: the last ones before it, the first ones behind it."""
START, END = 101, 102
"""The marks around a text, as the vocabulary numbers them."""
INSTEAD = "Install claimdesk anew. Or compare by words alone: claims compare --by-words --again"
AT_ONCE = 1024
"""Passages are cut into word pieces in portions of so many: it bounds memory."""


class Passage(NamedTuple):
    """A claim and what stands around it; all but its own words may be unknown."""

    words: str
    before: str = ""
    """The sentence before."""
    lead: str = ""
    """What its sentence says before it, and in ``rest`` behind it."""
    rest: str = ""


class Pieces(NamedTuple):
    """A passage as word pieces, as the network reads it."""

    ids: list[int]
    kinds: list[int]
    """1 for a piece of the claim where something stands around it, otherwise 0."""
    counted: list[int]
    """1 for what the vector is the mean of: the claim's own pieces and the mark of the start."""


class Encoder(Protocol):
    """Texts to vectors."""

    @property
    def model(self) -> str:
        """What made the vectors: those of two models are never compared."""
        ...

    def encode(self, passages: Sequence[Passage]) -> NDArray[np.float32]:
        """One row of length one for each passage; a row depends on its own passage alone."""
        ...


class MiniLmEncoder:
    """all-MiniLM-L6-v2, taught to read claims in their sentences, in int8 by ONNX Runtime.

    Loads nothing before it is first asked. Raises ``ModelMissing`` then where a file is damaged.
    """

    def __init__(self, path: Path = MODEL, threads: int = 1) -> None:
        self.path = path
        self.threads = threads

    @cached_property
    def model(self) -> str:
        """The sha256 of the model file."""
        return hashlib.sha256(self.path.read_bytes()).hexdigest()

    def encode(self, passages: Sequence[Passage]) -> NDArray[np.float32]:
        """One row of length one for each passage, in the order given."""
        import numpy as np

        rows = np.zeros((len(passages), DIMENSIONS), np.float32)
        for start in range(0, len(passages), AT_ONCE):
            for at, one in enumerate(pieces(self.tokenizer, passages[start : start + AT_ONCE]), start):
                # One passage at a time. In int8 the scale of a layer's input is that of the whole batch: together with
                # others a text would come out a little different (cosine 0.985), and so would its groups.
                inputs = {name: np.array([numbers], np.int64) for name, numbers in one._asdict().items()}
                (made,) = self._session.run(None, inputs)
                rows[at] = made[0]
        return rows

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """The word piece tokenizer; it cuts nothing off, and adds no marks where it is not asked to."""
        from tokenizers import Tokenizer

        try:
            tokenizer = Tokenizer.from_file(str(TOKENIZER))
        except Exception as error:  # it raises nothing more particular
            raise ModelMissing(f"{TOKENIZER.name} is damaged: {error}.", hint=INSTEAD) from error
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return tokenizer

    @cached_property
    def _session(self) -> InferenceSession:
        import onnxruntime
        from onnxruntime.capi import onnxruntime_pybind11_state as failures

        damaged = (
            *(failures.Fail, failures.InvalidArgument, failures.InvalidGraph, failures.InvalidProtobuf),
            *(failures.NoSuchFile, failures.NotImplemented, failures.RuntimeException),
        )
        options: Any = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self.threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Memory that is kept for the largest batch so far is memory that a long run never gives back.
        options.enable_cpu_mem_arena = False
        try:
            session = onnxruntime.InferenceSession(str(self.path), options, providers=["CPUExecutionProvider"])
        except damaged as error:
            what = f"{self.path.name} is damaged, or made for another ONNX Runtime: {error}."
            raise ModelMissing(what, hint=INSTEAD) from error
        if tuple(given.name for given in session.get_inputs()) != Pieces._fields:
            raise ModelMissing(f"{self.path.name} is another network and no encoder.", hint=INSTEAD)
        return session


def pieces(tokenizer: Tokenizer, passages: Sequence[Passage]) -> Iterator[Pieces]:
    """The word pieces of passages: the sentence before and a mark, then the claim's own, with the claim told apart."""
    texts = [text for passage in passages for text in passage]
    cut = iter(tokenizer.encode_batch(texts, add_special_tokens=False))
    for _ in passages:
        words, before, lead, rest = (next(cut).ids for _ in Passage._fields)
        words, before, lead, rest = words[:LONGEST], before[-BEFORE:], lead[-LEAD:], rest[:REST]
        front = [START, *before, *([END] if before else []), *lead]
        ids = [*front, *words, *rest, END]
        own = [0] * len(front) + [1] * len(words) + [0] * (len(rest) + 1)
        alone = len(ids) == len(words) + 2
        yield Pieces(ids, [0] * len(ids) if alone else own, [1, *own[1:]])


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
