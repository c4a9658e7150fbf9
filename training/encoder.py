"""Makes the encoder of comparison: ``python -m training.encoder --weights WEIGHTS --out FOLDER``.

The network that ``training.likeness`` taught: word pieces in, one vector of length one out, with the mean over the
claim's own pieces and the normalisation inside the graph. Then int8 as for the tagger, and a check against the network
before. Without ``--weights`` it is all-MiniLM-L6-v2 as it is.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from itertools import pairwise
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from claims.compare.encoder import MODEL, TOKENIZER, MiniLmEncoder, Passage, Pieces, pieces
from training.export import LARGEST, quantised
from training.sentences import BASE, Sentence

TEMPLATES = (
    "At least {n} people were killed when the roof of the market hall came down, the fire service said.",
    "The council will spend ${n} million on a new bridge over the Arrel.",
    "No ferry left the island for {n} days.",
    "Unemployment in the province fell to {n} per cent.",
)
"""Sentences to compare both networks by."""


def to_onnx(network: Sentence, path: Path) -> None:
    """Write the network as it is."""
    ids = torch.randint(1000, 2000, (2, 16))
    kinds = torch.zeros_like(ids)
    kinds[:, 6:] = 1
    axes = {name: {0: "texts", 1: "pieces"} for name in Pieces._fields}
    torch.onnx.export(
        network, (ids, kinds, kinds), str(path), input_names=list(Pieces._fields), output_names=["vectors"],
        dynamic_axes=axes | {"vectors": {0: "texts"}}, opset_version=17, dynamo=False,
    )  # fmt: skip


def main() -> None:
    """Read the options, export, quantise, compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, help="what training.likeness or training.soup wrote")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    if (BASE / "tokenizer.json").read_bytes() != TOKENIZER.read_bytes():
        raise SystemExit("the tagger's tokenizer is not that of the base model")
    network = Sentence().eval()
    if options.weights:
        network.load_state_dict(torch.load(options.weights))
    told = [template.format(n=n) for template in TEMPLATES for n in (3, 14, 120)]
    passages = [Passage(one) for one in told] + [
        Passage(one, before=before, lead="He said that ") for before, one in pairwise(told)
    ]
    target = options.out / MODEL.name
    small = MiniLmEncoder(target)
    cut = list(pieces(small.tokenizer, passages))
    with torch.no_grad():
        expected = np.array([network(*(torch.tensor([numbers]) for numbers in one)).numpy()[0] for one in cut])
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        to_onnx(network, whole)
        session = onnxruntime.InferenceSession(str(whole), providers=["CPUExecutionProvider"])
        inputs = ({name: np.array([numbers]) for name, numbers in one._asdict().items()} for one in cut)
        exact = np.array([session.run(None, one)[0][0] for one in inputs])
        quantised(whole, target)
    made = small.encode(passages)
    size = target.stat().st_size
    print(
        json.dumps(
            {
                "bytes": size,
                "sha256": hashlib.sha256(target.read_bytes()).hexdigest(),
                "difference before int8": float(np.abs(exact - expected).max()),
                "least cosine after int8": float((made * expected).sum(axis=1).min()),
            }
        )
    )
    if size > LARGEST:
        raise SystemExit(f"{size} bytes are more than {LARGEST}")


if __name__ == "__main__":
    main()
