"""Makes the model file: ``python -m training.export --weights FILE --out FOLDER``.

ONNX, then int8 with a scale for each channel and a reduced range: one scale for a whole matrix costs
three points, the full range overflows on processors without VNNI. ``training.fit`` must follow.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import ModelProto, TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from claims.extract.minilm.confidence import SIGNS
from claims.extract.minilm.model import INPUTS, MODEL, SETTINGS, TOKENIZER
from training.network import BASE, Network
from training.predict import BIAS, NONE_BIAS, distances, loaded

LARGEST = 25_000_000
OUTPUTS = ("roles", "asks", "answers")
EMBEDDINGS = tuple(f"bert.embeddings.{kind}_embeddings.weight" for kind in ("word", "position", "token_type"))
ROWS, SCALES = "_rows", "_scales"


def to_onnx(network: Network, path: Path) -> float:
    """Write the network as it is; returns how far its outputs are from PyTorch's."""
    network.bert.config._attn_implementation = "eager"
    ids = torch.randint(1000, 2000, (2, 64))
    mask = torch.ones_like(ids)
    mask[1, 40:] = 0
    given = (ids, torch.zeros_like(ids), mask)
    with torch.no_grad():
        # Before the export, which may leave dropout switched on.
        expected = network.eval()(*given)
    axes = {name: {0: "windows", 1: "pieces"} for name in (*INPUTS, *OUTPUTS)}
    torch.onnx.export(
        network, given, str(path), input_names=list(INPUTS), output_names=list(OUTPUTS),
        dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip
    network.eval()
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    made = session.run(None, dict(zip(INPUTS, (x.numpy() for x in given), strict=True)))
    return max(float(np.abs(a[0] - b[0].numpy()).max()) for a, b in zip(made, expected, strict=True))


def quantised(source: Path, target: Path) -> None:
    """The same network in int8: embeddings with a scale for each row, layers with one for each channel.

    The heads stay as they are: they are small, and what they say is compared to the hundredth.
    """
    with tempfile.TemporaryDirectory() as folder:
        tidy = Path(folder) / "tidy.onnx"
        quant_pre_process(str(source), str(tidy), skip_symbolic_shape=True)
        model = onnx.load(str(tidy))
        for name in EMBEDDINGS:
            _row_by_row(model, name)
        heads = [n.name for n in model.graph.node if n.op_type == "MatMul" and n.name.split("/")[1] in OUTPUTS]
        onnx.save(model, str(tidy))
        quantize_dynamic(
            str(tidy),
            str(target),
            op_types_to_quantize=["MatMul"],
            nodes_to_exclude=heads,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
        )


def _row_by_row(model: ModelProto, name: str) -> None:
    """Store a table in int8 with a scale for each row; one scale for all of it would serve its largest row."""
    graph = model.graph
    (table,) = (one for one in graph.initializer if one.name == name)
    rows = numpy_helper.to_array(table)
    scale = np.maximum(np.abs(rows).max(axis=1, keepdims=True) / 127, 1e-12).astype(np.float32)
    whole = np.round(rows / scale).astype(np.int8)
    graph.initializer.remove(table)
    graph.initializer.extend(
        [numpy_helper.from_array(whole, name + ROWS), numpy_helper.from_array(scale, name + SCALES)]
    )
    for at, node in enumerate(list(graph.node)):
        if node.op_type == "Gather" and node.input[0] == name:
            which, out = node.input[1], node.output[0]
            graph.node.remove(node)
            made = [
                helper.make_node("Gather", [name + ROWS, which], [f"{out}/whole"], name=f"{node.name}/rows"),
                helper.make_node(
                    "Cast", [f"{out}/whole"], [f"{out}/cast"], to=TensorProto.FLOAT, name=f"{node.name}/cast"
                ),
                helper.make_node("Gather", [name + SCALES, which], [f"{out}/scale"], name=f"{node.name}/scales"),
                helper.make_node("Mul", [f"{out}/cast", f"{out}/scale"], [out], name=f"{node.name}/product"),
            ]
            for offset, one in enumerate(made):
                graph.node.insert(at + offset, one)


def write_settings(path: Path, settings: dict[str, Any]) -> None:
    """Put into the model file what decoding needs, in the place of what was there."""
    model = onnx.load(str(path))
    del model.metadata_props[:]
    entry = model.metadata_props.add()
    entry.key, entry.value = SETTINGS, json.dumps(settings, sort_keys=True)
    onnx.save(model, str(path))


def first_settings(network: Network, version: str) -> dict[str, Any]:
    """Settings to begin with: ``training.fit`` replaces all but the version and the distances."""
    return {
        "version": version,
        "distance": np.round(distances(network), 4).tolist(),
        "bias": BIAS,
        "none_bias": NONE_BIAS,
        "confidence": dict.fromkeys(SIGNS, 0.0),
        "threshold": 0.0,
    }


def main() -> None:
    """Read the options, export, quantise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", default="1")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    network = loaded(options.weights)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        difference = to_onnx(network, whole)
        quantised(whole, options.out / MODEL)
    write_settings(options.out / MODEL, first_settings(network, options.version))
    shutil.copyfile(BASE / "tokenizer.json", options.out / TOKENIZER)
    size = (options.out / MODEL).stat().st_size
    print(json.dumps({"fp32 difference": difference, "bytes": size}))
    if size > LARGEST:
        raise SystemExit(f"{size} bytes are more than {LARGEST}")


if __name__ == "__main__":
    main()
