"""Makes the encoder of comparison: ``python -m training.encoder --weights WEIGHTS --out FOLDER``.

The network that ``training.likeness`` taught: word pieces in, one vector of length one out, with the mean over the
pieces and the normalisation inside the graph. Then int8 as for the tagger, and a check against the network before.
Without ``--weights`` it is all-MiniLM-L6-v2 as it is.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from claims.compare.encoder import MODEL, TOKENIZER, MiniLmEncoder
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
    axes = {"ids": {0: "texts", 1: "pieces"}, "vectors": {0: "texts"}}
    torch.onnx.export(
        network, (ids,), str(path), input_names=["ids"], output_names=["vectors"],
        dynamic_axes=axes, opset_version=17, dynamo=False,
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
    texts = [template.format(n=n) for template in TEMPLATES for n in (3, 14, 120)]
    target = options.out / MODEL.name
    small = MiniLmEncoder(target)
    with torch.no_grad():
        expected = [network(torch.tensor([small.tokenizer.encode(text).ids])).numpy()[0] for text in texts]
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        to_onnx(network, whole)
        session = onnxruntime.InferenceSession(str(whole), providers=["CPUExecutionProvider"])
        exact = [session.run(None, {"ids": np.array([small.tokenizer.encode(text).ids])})[0][0] for text in texts]
        quantised(whole, target)
    made = small.encode(texts)
    size = target.stat().st_size
    print(
        json.dumps(
            {
                "bytes": size,
                "sha256": hashlib.sha256(target.read_bytes()).hexdigest(),
                "difference before int8": float(np.abs(np.array(exact) - np.array(expected)).max()),
                "least cosine after int8": float((made * np.array(expected)).sum(axis=1).min()),
            }
        )
    )
    if size > LARGEST:
        raise SystemExit(f"{size} bytes are more than {LARGEST}")


if __name__ == "__main__":
    main()
