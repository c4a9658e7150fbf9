"""Trains the tagger: ``python -m training.train --corpus FOLDER --out FOLDER``.

Resumable: a run that was stopped goes on from its last whole epoch under the same command. The same
seed, corpus, threads and versions give the same weights on the same machine.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from claims.extract.minilm.pieces import load_tokenizer
from training.batches import Batch, epoch_of, held_out
from training.corpus import ROLES, by_article, read_examples
from training.network import BASE, Network
from training.targets import IGNORE

LINK_WEIGHT = 0.3
NO_DECAY = ("bias", "LayerNorm", "token_type")
SLOWEST = 0.02
"""The share of its rate at which the network still learns at the very end."""
EVERY = 20
"""Steps from one line of the log to the next."""


def outputs(network: Network, batch: Batch, *, half: bool) -> tuple[Tensor, Tensor, Tensor]:
    """Roles, asks and answers; in bfloat16 where the processor multiplies that in hardware (AMX)."""
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
        roles, asks, answers = network(batch.ids, batch.looks, batch.mask)
    return roles.float(), asks.float(), answers.float()


def losses(network: Network, batch: Batch, smoothing: float, *, half: bool) -> tuple[Tensor, Tensor]:
    """How wrong the roles are, and how wrong the links."""
    roles, asks, answers = outputs(network, batch, half=half)
    wrong_roles = F.cross_entropy(
        roles.flatten(0, 1), batch.labels.flatten(), ignore_index=IGNORE, label_smoothing=smoothing
    )
    wrong_links = torch.zeros(())
    for kind, goal in enumerate((batch.cue, batch.source)):
        rows, columns = (goal != IGNORE).nonzero(as_tuple=True)
        if len(rows):
            scores = network.link_scores(asks, answers, batch.mask, rows, columns, kind)
            wrong_links = wrong_links + F.cross_entropy(scores, goal[rows, columns])
    return wrong_roles, wrong_links


def groups(network: Network, rate: float, head_rate: float, layer_decay: float) -> list[dict[str, Any]]:
    """Parameters with their rates: the deeper a layer, the slower it learns."""
    layers = len(network.bert.encoder.layer)
    made: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        if not name.startswith("bert."):
            key = (head_rate, 0.0)
        elif "token_type" in name:
            key = (rate, 0.0)
        else:
            depth = int(name.split(".")[3]) + 1 if "encoder.layer" in name else 0
            key = (rate * layer_decay ** (layers - depth), 0.0 if any(part in name for part in NO_DECAY) else 0.01)
        made.setdefault(key, []).append(parameter)
    return [{"params": found, "lr": lr, "base": lr, "weight_decay": decay} for (lr, decay), found in made.items()]


def evaluate(network: Network, batches: list[Batch], *, half: bool) -> dict[str, float]:
    """F1 of each role by word, and the share of links that are right given the gold words."""
    network.eval()
    counts, right = np.zeros((len(ROLES), 3)), np.zeros((2, 2))
    with torch.no_grad():
        for batch in batches:
            roles, asks, answers = outputs(network, batch, half=half)
            asked = batch.labels != IGNORE
            found, gold = ((labels[asked].numpy() + 1) // 2 for labels in (roles.argmax(-1), batch.labels))
            for role in range(len(ROLES)):
                p, g = found == role + 1, gold == role + 1
                counts[role] += (p & g).sum(), p.sum(), g.sum()
            for kind, goal in enumerate((batch.cue, batch.source)):
                rows, columns = (goal != IGNORE).nonzero(as_tuple=True)
                if len(rows):
                    chosen = network.link_scores(asks, answers, batch.mask, rows, columns, kind).argmax(1)
                    right[kind] += int((chosen == goal[rows, columns]).sum()), len(rows)
    network.train()
    scores = {n: round(200 * c[0] / max(1, c[1] + c[2]), 2) for n, c in zip(ROLES, counts, strict=True)}
    links = {f"link {n}": round(100 * r[0] / max(1, r[1]), 2) for n, r in zip(("cue", "source"), right, strict=True)}
    return scores | links


class Run:
    """One training run: weights, their slow average, the optimiser, and how far it has come."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        torch.set_num_threads(options.threads)
        torch.manual_seed(options.head_seed)
        self.network = Network(options.dropout)
        if options.start:
            self.network.load_state_dict(torch.load(options.start))
        self.average = AveragedModel(self.network, multi_avg_fn=get_ema_multi_avg_fn(options.ema))
        parameters = groups(self.network, options.rate, options.head_rate, options.layer_decay)
        self.optimizer = torch.optim.AdamW(parameters, fused=True)
        self.epoch = self.step = 0
        self.started = time.monotonic()
        options.out.mkdir(parents=True, exist_ok=True)
        self.checkpoint: Path = options.out / "checkpoint.pt"
        if self.checkpoint.exists():
            self._resume()

    def _parts(self) -> dict[str, Any]:
        return {"network": self.network, "average": self.average, "optimizer": self.optimizer}

    def _resume(self) -> None:
        saved = torch.load(self.checkpoint)
        for name, part in self._parts().items():
            part.load_state_dict(saved[name])
        self.epoch, self.step = saved["epoch"], saved["step"]

    def save(self) -> None:
        """Write what is needed to go on, and the average as it is now."""
        states = {name: part.state_dict() for name, part in self._parts().items()}
        torch.save(states | {"epoch": self.epoch, "step": self.step}, self.checkpoint)
        torch.save(self.average.module.state_dict(), self.options.out / f"average-{self.epoch}.pt")

    def learn(self, batches: list[Batch]) -> None:
        """One epoch."""
        options = self.options
        total = len(batches) * options.epochs
        # The same seed gives the same epoch, whether or not the run was stopped before it.
        torch.manual_seed(1000 * options.seed + self.epoch)
        generator = torch.Generator().manual_seed(1000 * options.seed + self.epoch)
        self.network.train()
        seen = [0.0, 0.0]
        for number, batch in enumerate(batches, 1):
            factor = min((self.step + 1) / options.warmup, 1.0) * max(SLOWEST, 1 - self.step / total)
            for group in self.optimizer.param_groups:
                group["lr"] = group["base"] * factor
            wrong = losses(
                self.network, batch.blurred(options.blur, generator), options.smoothing, half=options.half
            )  # fmt: skip
            self.optimizer.zero_grad(set_to_none=True)
            (wrong[0] + LINK_WEIGHT * wrong[1]).backward()
            nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
            self.optimizer.step()
            self.step += 1
            if self.step > options.warmup:
                self.average.update_parameters(self.network)
            seen = [old + float(new.detach()) for old, new in zip(seen, wrong, strict=True)]
            if number % EVERY == 0:
                roles, links = (round(part / EVERY, 4) for part in seen)
                self.log(event="step", epoch=self.epoch, step=self.step, of=total, roles=roles, links=links)
                seen = [0.0, 0.0]
        self.epoch += 1

    def log(self, **values: object) -> None:
        """One line of JSON, on the screen and in the run's log."""
        line = json.dumps(values | {"seconds": round(time.monotonic() - self.started)})
        print(line, flush=True)
        with (self.options.out / "log.jsonl").open("a") as file:
            file.write(line + "\n")


def train(options: argparse.Namespace) -> None:
    """Warm up, decay to nothing, keep a slow average of the weights beside the weights themselves."""
    run = Run(options)
    tokenizer = load_tokenizer(BASE / "tokenizer.json")
    articles = by_article(read_examples(options.corpus / options.train))
    held = held_out(read_examples(options.corpus / options.held), tokenizer)
    while run.epoch < options.epochs:
        rng = random.Random(f"{options.seed}/{run.epoch}")
        run.learn(epoch_of(articles, tokenizer, options.batch, rng))
        run.save()
        for name, network in (("last", run.network), ("average", run.average.module)):
            run.log(event="epoch", epoch=run.epoch, weights=name, **evaluate(network, held, half=options.half))


def parser() -> argparse.ArgumentParser:
    """The options; their defaults are those of the shipped model."""
    made = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--corpus", type=Path, required=True, help="folder with the annotated articles")
    made.add_argument("--train", default="train.jsonl.gz", help="the file in it to learn from")
    made.add_argument("--held", default="dev.jsonl.gz", help="the file in it to judge by")
    made.add_argument("--out", type=Path, required=True)
    made.add_argument("--start", type=Path, help="weights to begin with instead of the base model's")
    made.add_argument("--epochs", type=int, default=5)
    made.add_argument("--batch", type=int, default=10)
    made.add_argument("--rate", type=float, default=2.5e-4)
    made.add_argument("--head-rate", type=float, default=1e-3)
    made.add_argument("--layer-decay", type=float, default=0.9)
    made.add_argument("--warmup", type=int, default=100)
    made.add_argument("--dropout", type=float, default=0.1)
    made.add_argument("--blur", type=float, default=0.08, help="share of pieces that are hidden")
    made.add_argument("--smoothing", type=float, default=0.03)
    made.add_argument("--ema", type=float, default=0.997)
    made.add_argument("--seed", type=int, default=1)
    made.add_argument("--head-seed", type=int, default=1, help="runs that are to be averaged begin with the same heads")
    made.add_argument("--threads", type=int, default=2)
    made.add_argument("--half", action="store_true", help="multiply in bfloat16")
    return made


if __name__ == "__main__":
    train(parser().parse_args())
