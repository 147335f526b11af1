"""The reader: a small encoder, the mean of each country's marks, and one answer a pair."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from briefing.tables import QUADS, STANDING_GROUPS


class SecondReader(nn.Module):
    """Says of each ordered pair of countries how the text has one act towards the other.

    Forward takes `input_ids` and `attention_mask` (texts, tokens), `marks` (texts, slots, tokens),
    1 where a token marks the country of a slot; it returns logits (texts, slots, slots, 20): four
    quad classes, then four groups of standing for each of them.
    """

    def __init__(self, encoder: nn.Module, width: int = 384, inner: int = 256) -> None:
        super().__init__()
        self.encoder = encoder
        self.first = nn.Linear(width, inner)
        self.second = nn.Linear(width, inner)
        self.whole = nn.Linear(width, inner)
        self.drop = nn.Dropout(0.1)
        self.middle = nn.Linear(inner, inner)
        self.answer = nn.Linear(inner, len(QUADS) * (1 + len(STANDING_GROUPS)))

    def forward(self, input_ids: Tensor, attention_mask: Tensor, marks: Tensor) -> Tensor:
        """Answer for every ordered pair of slots."""
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask)[0]
        weight = marks / marks.sum(-1, keepdim=True).clamp(min=1)
        slots = torch.bmm(weight, hidden)
        pair = self.first(slots).unsqueeze(2) + self.second(slots).unsqueeze(1)
        pair = pair + self.whole(hidden[:, 0]).unsqueeze(1).unsqueeze(1)
        inner = torch.relu(self.middle(self.drop(torch.nn.functional.gelu(pair))))
        return self.answer(self.drop(inner))
