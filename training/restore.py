"""Weights from a model file, to train on from: ``python -m training.restore --model tagger.onnx --out weights.pt``.

The shipped file holds int8 numbers with a scale for each channel; multiplied out they are good weights
to begin with. Only files that ``training.export`` made can be read.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import ModelProto, numpy_helper

from claims.extract.minilm.model import SETTINGS
from training.export import EMBEDDINGS, ROWS, SCALES
from training.network import Network


def restored(model: ModelProto) -> dict[str, torch.Tensor]:
    """The weights of the network, by the names that PyTorch gives them."""
    arrays = {array.name: numpy_helper.to_array(array) for array in model.graph.initializer}
    found: dict[str, NDArray[np.float32]] = {name: array for name, array in arrays.items() if not _derived(name)}
    for name in EMBEDDINGS:
        found[name] = arrays[name + ROWS].astype(np.float32) * arrays[name + SCALES]
    for node in model.graph.node:
        if node.op_type == "MatMulInteger":
            # "/bert/encoder/layer.0/output/dense/MatMul_quant" multiplies with the weight of that module.
            module = node.name.removesuffix("/MatMul_quant").strip("/").replace("/", ".")
            found[f"{module}.weight"] = _multiplied_out(arrays, node.input[1].removesuffix("_quantized")).T
        elif node.op_type == "MatMul" and node.input[1] in arrays:
            found[f"{node.name.removesuffix('/MatMul').strip('/').replace('/', '.')}.weight"] = arrays[node.input[1]].T
    settings = json.loads({entry.key: entry.value for entry in model.metadata_props}[SETTINGS])
    found["distance.weight"] = np.asarray(settings["distance"], np.float32).reshape(-1, 1)
    return {name: torch.from_numpy(np.array(array, np.float32)) for name, array in found.items()}


def _derived(name: str) -> bool:
    return name.startswith(("onnx::", "/")) or name.endswith((ROWS, SCALES))


def _multiplied_out(arrays: dict[str, NDArray[np.float32]], name: str) -> NDArray[np.float32]:
    whole = arrays[f"{name}_quantized"].astype(np.float32) - arrays[f"{name}_zero_point"].astype(np.float32)
    return whole * arrays[f"{name}_scale"]


def main() -> None:
    """Read, multiply out, check that every weight is there, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    network = Network()
    expected = network.state_dict()
    weights = {name: value for name, value in restored(onnx.load(str(options.model))).items() if name in expected}
    network.load_state_dict(weights)
    torch.save(network.state_dict(), options.out)


if __name__ == "__main__":
    main()
