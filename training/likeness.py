"""Teaches the encoder what is about the same thing: ``python -m training.likeness --texts FILE --out FOLDER``.

It learns on told events (``training/told``): within an event the claims of one group are to be nearer to each other
than to all that the event's other claims say, however many words they share. Each claim is a query in turn, each other
claim of its group an answer set against every claim of another group: a contrastive loss with the hardest negatives
there are, the same event's.

A claim is read where it stands. Where a told event gives the sentence before, that is read with it; elsewhere another
claim of the event often takes its place, and now and then its sentence goes on before or behind it: so the network
learns to take from the surroundings what "it" stands for, and nothing else.

So that it goes on seeing what texts are about, claims of different events, and sentences of other texts (``--texts``),
have to stay as near to each other as the base model has them when it reads them alone.

Every twelfth event is kept apart, and its mean average precision printed after each epoch.
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
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from claims.compare.encoder import MiniLmEncoder, Passage, Pieces, pieces
from training.sentences import Sentence
from training.told import TOLD, ToldClaim, read_told

TEMPERATURE = 0.07
KEEPING = 30.0
"""What it costs to move texts of different matters nearer or farther: a mean of squares, so a large number."""
FROZEN = 1
"""The lowest layers stay as they are, and the word vectors below them."""
HELD = 12
"""Every so many events one is kept apart."""
ARTICLES, OF_EACH = 4, 6
"""Other texts in a step, and sentences of each."""
TOGETHER = 24
"""Passages of like length that go through the network together."""
WARMUP = 20
SLOWEST = 0.02
_END = re.compile(r"(?<=[.!?])\s+|\n")

BESIDE = 0.6
"""How often another claim of the event stands before a claim of which the sentence before is not told."""
CREDITED, JOINED, REPORTED = 0.12, 0.12, 0.08
"""How often words of who says it follow, another claim is in the same sentence, or a "he said that" goes before."""
CREDITS = (
    ", police said", ", officials said on Tuesday", ", the company said in a statement", ", she told reporters",
    ", he said", ", according to a spokesman", ", the ministry said", ", sources close to the talks say", ".",
)  # fmt: skip
BEFORE_IT = (", and ", ", while ", "; ", ", he said, adding that ", ", but ")
BEHIND_IT = (", and ", ", while ", "; ", " as ")
REPORTS = (
    "The mayor said ", "Police said on Monday ", "It was not true, the firm said, ", "Witnesses told local radio ",
)  # fmt: skip


def placed(claim: ToldClaim, event: Sequence[ToldClaim], rng: random.Random) -> Passage:
    """A told claim as it could stand in an article of its event."""
    before, lead, rest = claim.before, "", ""
    if not before and rng.random() < BESIDE:
        before = _another(claim, event, rng)
    chance = rng.random()
    if chance < CREDITED:
        rest = rng.choice(CREDITS)
    elif chance < CREDITED + JOINED:
        if other := _another(claim, event, rng):
            if rng.random() < 0.5:
                lead = other.rstrip(".") + rng.choice(BEFORE_IT)
            else:
                rest = rng.choice(BEHIND_IT) + other
    elif chance < CREDITED + JOINED + REPORTED:
        lead = rng.choice(REPORTS)
    return Passage(claim.words, before=before, lead=lead, rest=rest)


def _another(claim: ToldClaim, event: Sequence[ToldClaim], rng: random.Random) -> str:
    other = rng.choice(event)
    return other.words if other.group != claim.group else ""


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


def other_texts(path: Path, rng: random.Random) -> list[list[Passage]]:
    """A few sentences of each article of a file, each with the one before: lines of JSON with ``text``, or packed."""
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as file:
        articles = [json.loads(line)["text"] for line in file]
    found = []
    for text in articles:
        every = ["", *(one.strip() for one in _END.split(text))]
        sentences = [Passage(one, before=before) for before, one in pairwise(every) if 5 <= len(one.split()) <= 40]
        if len(sentences) >= OF_EACH:
            found.append(rng.sample(sentences, OF_EACH))
    return found


class Run:
    """One run: the network, what the base model made of all texts, and the optimiser."""

    def __init__(self, options: argparse.Namespace) -> None:
        torch.manual_seed(options.seed)
        torch.set_num_threads(options.threads)
        self.options, self.rng = options, random.Random(options.seed)
        events = [event for _, event in sorted(read_told(options.told).items())]
        self.held = events[::HELD]
        self.learning = [event for at, event in enumerate(events) if at % HELD]
        self.others = other_texts(options.texts, self.rng)
        self.tokenizer, self.network = MiniLmEncoder().tokenizer, Sentence()
        told = [claim.words for event in self.learning for claim in event]
        every = list(dict.fromkeys([*told, *(one.words for article in self.others for one in article)]))
        self.base = dict(zip(every, self.vectors([Passage(one) for one in every]), strict=True))
        if options.start:
            self.network.load_state_dict(torch.load(options.start))
        bert = self.network.bert
        for part in (
            bert.embeddings.word_embeddings, bert.embeddings.position_embeddings, *bert.encoder.layer[:FROZEN],
        ):  # fmt: skip
            part.requires_grad_(requires_grad=False)
        learns = [one for one in self.network.parameters() if one.requires_grad]
        self.optimizer = torch.optim.AdamW(learns, lr=options.rate, weight_decay=0.01)
        steps = options.epochs * math.ceil(len(self.learning) / options.batch)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer, lambda step: min(1.0, (step + 1) / WARMUP) * max(SLOWEST, 1 - step / steps)
        )

    def made(self, passages: Sequence[Passage]) -> Tensor:
        """Rows for passages, as the network is now: those of like length together, for padding is work, too."""
        cut = list(pieces(self.tokenizer, passages))
        order = sorted(range(len(cut)), key=lambda at: len(cut[at].ids))
        rows = []
        for start in range(0, len(order), TOGETHER):
            some = [cut[at] for at in order[start : start + TOGETHER]]
            rows.append(self.network.vectors(*_padded(some)))
        place = torch.empty(len(order), dtype=torch.long)
        place[torch.tensor(order)] = torch.arange(len(order))
        return torch.cat(rows)[place]

    def vectors(self, passages: Sequence[Passage]) -> NDArray[np.float32]:
        """The same, with nothing learnt from it."""
        self.network.eval()
        with torch.no_grad():
            made: NDArray[np.float32] = self.made(passages).numpy()
        return made

    def batches(self) -> Iterator[list[tuple[Passage, int, int]]]:
        """The claims of several whole events, each with the numbers of group and event."""
        self.rng.shuffle(self.learning)
        for start in range(0, len(self.learning), self.options.batch):
            yield [
                (placed(claim, event, self.rng), number * 1000 + claim.group, number)
                for number, event in enumerate(self.learning[start : start + self.options.batch])
                for claim in event
            ]

    def epoch(self) -> dict[str, float]:
        """Learn on every event once; the means of both losses."""
        self.network.train()
        losses = []
        for chosen in self.batches():
            told = [passage for passage, _, _ in chosen]
            groups, events = (torch.tensor([one[at] for one in chosen]) for at in (1, 2))
            others = [one for article in self.rng.sample(self.others, ARTICLES) for one in article]
            made = self.made([*told, *others])
            mine, rest = made[: len(told)], made[len(told) :]
            apart = standing_out(mine, groups)
            moved = self._moved(mine, told, events[:, None] != events[None, :]) + self._moved(
                rest, others, ~torch.eye(len(others), dtype=torch.bool)
            )
            self.optimizer.zero_grad()
            (apart + KEEPING * moved).backward()
            nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
            self.optimizer.step()
            self.schedule.step()
            losses.append((float(apart.detach()), float(moved.detach())))
        standing, moving = np.mean(losses, axis=0)
        return {"standing out": round(float(standing), 4), "moved": round(float(moving), 5)}

    def _moved(self, made: Tensor, passages: Sequence[Passage], which: Tensor) -> Tensor:
        base = torch.from_numpy(np.stack([self.base[one.words] for one in passages]))
        return (made @ made.T - base @ base.T)[which].pow(2).mean()

    def judged(self, events: Sequence[list[ToldClaim]]) -> float:
        """The mean of the average precisions of events, with the sentence before where it is told."""
        return float(
            np.mean(
                [
                    average_precision(
                        self.vectors([Passage(one.words, before=one.before) for one in event]),
                        [one.group for one in event],
                    )
                    for event in events
                ]
            )
        )


def _padded(cut: Sequence[Pieces]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Ids, kinds, what is counted, and a mask of what is there."""
    longest = max(len(one.ids) for one in cut)
    rows = [[numbers + [0] * (longest - len(numbers)) for numbers in (*one, [1] * len(one.ids))] for one in cut]
    ids, kinds, counted, mask = torch.tensor(rows).unbind(dim=1)
    return ids, kinds, counted, mask


def main() -> None:
    """Read the options, train, write the base model, the weights of each epoch and a line of JSON about it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--told", type=Path, default=TOLD, help="folder of told events")
    parser.add_argument("--texts", type=Path, required=True, help="articles in lines of JSON, such as PolNeAR's")
    parser.add_argument("--start", type=Path, help="weights to begin with instead of the base model's")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--batch", type=int, default=3, help="events at once")
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(Sentence().state_dict(), options.out / "base.pt")
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
