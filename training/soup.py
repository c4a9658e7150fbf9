"""Averages weights that began alike: ``python -m training.soup --out FILE FILE FILE ...``."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor


def soup(states: Sequence[dict[str, Tensor]], shares: Sequence[float]) -> dict[str, Tensor]:
    """The weighted mean of each weight; whole numbers are taken from the first."""
    total = sum(shares)
    mixed = {}
    for name, first in states[0].items():
        if first.is_floating_point():
            mixed[name] = sum(
                (state[name] * (share / total) for state, share in zip(states, shares, strict=True)), 0 * first
            )
        else:
            mixed[name] = first
    return mixed


def main() -> None:
    """Read, average, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("--shares", type=float, nargs="+", help="one for each; equal without it")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    states = [torch.load(path) for path in options.weights]
    torch.save(soup(states, options.shares or [1.0] * len(states)), options.out)


if __name__ == "__main__":
    main()
