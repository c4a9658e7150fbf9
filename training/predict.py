"""Attributions from weights that are not yet a model file, the way the tagger will make them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from claims.extract.attributions import kind_of
from claims.extract.minilm.cleaning import clean
from claims.extract.minilm.confidence import confidence, signs
from claims.extract.minilm.decoding import segments
from claims.extract.minilm.labels import FARTHEST
from claims.extract.minilm.linking import Group, groups
from claims.extract.minilm.pieces import Numbers, load_tokenizer, read_pieces
from claims.extract.minilm.windows import Reading, Scores, read
from claims.models import Span
from claims.vocabulary import Kind
from training.corpus import Example
from training.network import BASE, Network

BIAS = (0.0, 0.8, 0.8, 0.6, 0.6, 0.0, 0.0)
NONE_BIAS = 0.0


def loaded(weights: Path) -> Network:
    """A network with the weights of a file, ready to be asked."""
    network = Network(hidden_dropout=0.0)
    network.load_state_dict(torch.load(weights))
    return network.eval()


def distances(network: Network) -> Scores:
    """The bias for the distance: one line for each kind of link."""
    return network.distance.weight.detach().numpy().reshape(2, 2 * FARTHEST + 1).copy()


def readings(network: Network, examples: Sequence[Example]) -> list[Reading]:
    """All examples as the network reads them."""

    def run(ids: Numbers, looks: Numbers, mask: Numbers) -> tuple[Scores, Scores, Scores]:
        with torch.inference_mode():
            outputs = network(*(torch.from_numpy(x) for x in (ids, looks, mask)))
        roles, asks, answers = (output.float().numpy() for output in outputs)
        return roles, asks, answers

    tokenizer = load_tokenizer(BASE / "tokenizer.json")
    return [read(run, read_pieces(tokenizer, example.text)) for example in examples]


def decoded(
    reading: Reading, distance: Scores, bias: Sequence[float] = BIAS, none_bias: float = NONE_BIAS
) -> list[Group]:
    """The groups that a reading gives."""
    return groups(reading, segments(reading, bias), np.asarray(distance, np.float32), none_bias)


def proposed(example: Example, reading: Reading, distance: Scores, fit: dict[str, Any]) -> list[Group]:
    """The groups that are sure enough."""
    found = clean(example.text, decoded(reading, distance, fit["bias"], fit["none_bias"]))
    return [g for g in found if confidence(fit["confidence"], signs_of(example, g)) >= fit["threshold"]]


def signs_of(example: Example, group: Group) -> dict[str, float]:
    """What speaks for and against a group, as the tagger sees it."""
    spans = [Span(start=s.start, end=s.end, text=example.text[s.start : s.end]) for s in group.contents]
    words = sum(len(span.text.split()) for span in spans)
    return signs(group, words, quoted=kind_of(spans) != Kind.INDIRECT)


def as_row(example: Example, found: Sequence[Group]) -> dict[str, object]:
    """One line for the scorer."""
    return {
        "id": example.id,
        "attributions": [
            {
                "source": [[group.source.start, group.source.end]] if group.source else [],
                "cue": [[group.cue.start, group.cue.end]],
                "content": sorted([s.start, s.end] for s in group.contents),
            }
            for group in found
        ],
    }
