"""Teaches the encoder what is about the same thing: ``python -m training.likeness --texts FILE --out FOLDER``.

It learns on told events (``training/told``): within an event the claims of one group are to be nearer to each other
than to all that the event's other claims say, however many words they share. Each claim is a query in turn, each other
claim of its group an answer set against every claim of another group: a contrastive loss with the hardest negatives
there are, the same event's. So that the network goes on seeing what texts are about, claims of different events, and
sentences of other texts (``--texts``), have to stay as near to each other as the base model has them.

Every tenth event is kept apart, and its mean average precision printed after each epoch.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn

from claims.compare.encoder import LONGEST, TOKENIZER
from training.sentences import Sentence
from training.told import TOLD, ToldClaim, read_told

TEMPERATURE = 0.07
KEEPING = 30.0
"""What it costs to move texts of different matters nearer or farther: a mean of squares, so a large number."""
FROZEN = 2
"""The lowest layers stay as they are, and the word vectors below them."""
HELD = 10
"""Every so many events one is kept apart."""
ARTICLES, OF_EACH = 6, 8
"""Other texts in a step, and sentences of each."""
WARMUP = 20
SLOWEST = 0.02
_END = re.compile(r"(?<=[.!?])\s+|\n")


class Texts:
    """Texts as word pieces, padded side by side."""

    def __init__(self) -> None:
        self._tokenizer = Tokenizer.from_file(str(TOKENIZER))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST)

    def batch(self, texts: Sequence[str]) -> tuple[Tensor, Tensor]:
        """Ids and mask."""
        rows = [one.ids for one in self._tokenizer.encode_batch(list(texts))]
        ids = torch.zeros(len(rows), max(map(len, rows)), dtype=torch.long)
        mask = torch.zeros_like(ids)
        for at, row in enumerate(rows):
            ids[at, : len(row)] = torch.tensor(row)
            mask[at, : len(row)] = 1
        return ids, mask


def standing_out(vectors: Tensor, groups: Tensor) -> Tensor:
    """The mean, over every two claims of a group, of how little the second stands out from what is in other groups.

    Other claims of the same group are no negatives. Rows have length one; ``groups`` are numbers across all events.
    """
    likeness = vectors @ vectors.T / TEMPERATURE
    together = groups[:, None] == groups[None, :]
    against = torch.logsumexp(likeness.masked_fill(together, -1e9), 1, keepdim=True)
    wanted = together & ~torch.eye(len(groups), dtype=torch.bool)
    return -(likeness - torch.logaddexp(likeness, against))[wanted].mean()


def average_precision(vectors: NDArray[np.float32], groups: Sequence[int]) -> float:
    """How far up the pairs of one group stand among all pairs of an event, by likeness: 1 if they come first."""
    first, second = np.triu_indices(len(groups), 1)
    numbers = np.array(groups)
    together = numbers[first] == numbers[second]
    ranked = together[np.argsort(-(vectors[first] * vectors[second]).sum(1), kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return float(precision[ranked].mean())


def other_texts(path: Path, rng: random.Random) -> list[list[str]]:
    """A few sentences of each article of a file: lines of JSON with ``text``, packed or not."""
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as file:
        articles = [json.loads(line)["text"] for line in file]
    found = []
    for text in articles:
        sentences = [one.strip() for one in _END.split(text) if 5 <= len(one.split()) <= 40]
        if len(sentences) >= OF_EACH:
            found.append(rng.sample(sentences, OF_EACH))
    return found


class Run:
    """One run: the network, what the base model made of all texts, and the optimiser."""

    def __init__(self, options: argparse.Namespace) -> None:
        torch.manual_seed(options.seed)
        torch.set_num_threads(options.threads)
        self.options, self.rng = options, random.Random(options.seed)
        events = list(read_told(options.told).values())
        self.held = events[::HELD]
        self.learning = [event for at, event in enumerate(events) if at % HELD]
        self.others = other_texts(options.texts, self.rng)
        self.texts, self.network = Texts(), Sentence()
        told = [claim.words for event in self.learning for claim in event]
        every = list(dict.fromkeys([*told, *(one for article in self.others for one in article)]))
        self.base = dict(zip(every, self.vectors(every), strict=True))
        if options.start:
            self.network.load_state_dict(torch.load(options.start))
        for part in (self.network.bert.embeddings, *self.network.bert.encoder.layer[:FROZEN]):
            part.requires_grad_(requires_grad=False)
        learns = [one for one in self.network.parameters() if one.requires_grad]
        self.optimizer = torch.optim.AdamW(learns, lr=options.rate, weight_decay=0.01)
        steps = options.epochs * math.ceil(len(self.learning) / options.batch)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer, lambda step: min(1.0, (step + 1) / WARMUP) * max(SLOWEST, 1 - step / steps)
        )

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Rows for texts, as the network is now."""
        self.network.eval()
        order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
        made = np.zeros((len(texts), 384), np.float32)
        with torch.no_grad():
            for start in range(0, len(order), 64):
                some = order[start : start + 64]
                made[some] = self.network.vectors(*self.texts.batch([texts[at] for at in some])).numpy()
        return made

    def batches(self) -> Iterator[list[tuple[str, int, int]]]:
        """The words of several whole events, each with the numbers of group and event."""
        self.rng.shuffle(self.learning)
        for start in range(0, len(self.learning), self.options.batch):
            yield [
                (claim.words, number * 1000 + claim.group, number)
                for number, event in enumerate(self.learning[start : start + self.options.batch])
                for claim in event
            ]

    def epoch(self) -> dict[str, float]:
        """Learn on every event once; the means of both losses."""
        self.network.train()
        losses = []
        for chosen in self.batches():
            told = [words for words, _, _ in chosen]
            groups, events = (torch.tensor([one[at] for one in chosen]) for at in (1, 2))
            made = self.network.vectors(*self.texts.batch(told))
            others = [one for article in self.rng.sample(self.others, ARTICLES) for one in article]
            moved = self._moved(made, told, events[:, None] != events[None, :]) + self._moved(
                self.network.vectors(*self.texts.batch(others)), others, torch.ones(len(others), len(others)).bool()
            )
            apart = standing_out(made, groups)
            self.optimizer.zero_grad()
            (apart + KEEPING * moved).backward()
            nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
            self.optimizer.step()
            self.schedule.step()
            losses.append((float(apart.detach()), float(moved.detach())))
        standing, moving = np.mean(losses, axis=0)
        return {"standing out": round(float(standing), 4), "moved": round(float(moving), 5)}

    def _moved(self, made: Tensor, texts: Sequence[str], which: Tensor) -> Tensor:
        base = torch.from_numpy(np.stack([self.base[one] for one in texts]))
        return (made @ made.T - base @ base.T)[which].pow(2).mean()

    def judged(self, events: Sequence[list[ToldClaim]]) -> float:
        """The mean of the average precisions of events."""
        return float(
            np.mean(
                [
                    average_precision(self.vectors([one.words for one in event]), [one.group for one in event])
                    for event in events
                ]
            )
        )


def main() -> None:
    """Read the options, train, write the weights of each epoch and a line of JSON about it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--told", type=Path, default=TOLD, help="folder of told events")
    parser.add_argument("--texts", type=Path, required=True, help="articles in lines of JSON, such as PolNeAR's")
    parser.add_argument("--start", type=Path, help="weights to begin with instead of the base model's")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--batch", type=int, default=4, help="events at once")
    parser.add_argument("--rate", type=float, default=8e-5)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    run = Run(options)
    began = time.monotonic()
    for epoch in range(1, options.epochs + 1):
        learnt = run.epoch()
        torch.save(run.network.state_dict(), options.out / f"weights-{epoch}.pt")
        kept = round(run.judged(run.held), 4)
        seconds = round(time.monotonic() - began)
        print(json.dumps({"epoch": epoch, **learnt, "precision, kept apart": kept, "seconds": seconds}), flush=True)


if __name__ == "__main__":
    main()
