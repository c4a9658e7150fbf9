"""How long the trained tagger takes, side by side in one run with its bare network and with another model.

    CLAIMDESK_JUDGES=... python benchmarks/attribution/speed.py [--threads N] [--articles N] [--beside OTHER.onnx]

Each article is tagged, then its windows are run through the bare network, then through the other model,
and so on to the last article: whatever else the machine does meets all of them alike. With one thread, processor
seconds are counted, which other work disturbs less than those of the clock. Load time and peak memory are those
of this process; the articles are PolNeAR's dev part.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from claims.extract.minilm.model import FOLDER
from claims.extract.minilm.pieces import read_pieces
from claims.extract.minilm.tagger import MiniLMTagger
from claims.extract.minilm.windows import read

Run = Callable[..., Any]


class Watched:
    """A network that keeps what it was asked, so that it can be asked again."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.asked: list[tuple[Any, ...]] = []

    def __call__(self, *given: Any) -> Any:
        self.asked.append(given)
        return self.run(*given)


def other(path: Path, threads: int) -> Run:
    """Another model over the same windows: it takes as many of our inputs as it has."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    names = [given.name for given in session.get_inputs()]

    def run(ids: Any, looks: Any, mask: Any) -> Any:
        values = (ids, mask) if len(names) == 2 else (ids, looks, mask)
        return session.run(None, dict(zip(names, values, strict=True)))

    return run


def main() -> int:
    """Read, time, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, default=FOLDER, help="folder of the model file")
    parser.add_argument("--beside", type=Path, help="another ONNX file with the same pieces as input")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--articles", type=int, default=84)
    chosen = parser.parse_args()
    folder = os.environ.get("CLAIMDESK_JUDGES")
    if not folder:
        print("CLAIMDESK_JUDGES names no folder: no articles to time.", file=sys.stderr)
        return 0
    rows = gzip.decompress((Path(folder) / "polnear" / "dev.jsonl.gz").read_bytes()).decode().strip().split("\n")
    texts = [json.loads(row)["text"] for row in rows[: chosen.articles]]
    began = time.perf_counter()
    tagger = MiniLMTagger(chosen.model, chosen.threads).ready()
    print(f"load {time.perf_counter() - began:.3f} s")
    tagger.attribute(texts[:2])
    print(f"peak memory after two articles {memory():.0f} MB")
    beside = other(chosen.beside, chosen.threads) if chosen.beside else None
    clock = time.process_time if chosen.threads == 1 else time.perf_counter
    spent = {"text to attributions": 0.0, "bare network": 0.0, "other network": 0.0}
    for text in texts:
        spent["text to attributions"] += timed(clock, tagger.attribute, [text])
        watched = Watched(tagger.model.run)
        read(watched, read_pieces(tagger.model.tokenizer, text))
        for given in watched.asked:
            spent["bare network"] += timed(clock, tagger.model.run, *given)
            spent["other network"] += timed(clock, beside, *given) if beside else 0.0
    words = sum(len(text.split()) for text in texts)
    for name, seconds in spent.items():
        if seconds:
            share = seconds / spent["bare network"]
            print(f"{name:22} {seconds:7.2f} s  {words / seconds:7.0f} words/s  {share:.3f} of the bare network")
    print(f"peak memory {memory():.0f} MB")
    return 0


def timed(clock: Callable[[], float], act: Run, *given: Any) -> float:
    """Seconds that one call takes."""
    began = clock()
    act(*given)
    return clock() - began


def memory() -> float:
    """The most that this process has held, in megabytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 if sys.platform != "darwin" else 1024 * 1024)


if __name__ == "__main__":
    raise SystemExit(main())
