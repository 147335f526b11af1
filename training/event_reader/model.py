"""The reader: a small encoder, some answers a word, and one a word and date."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from briefing.extraction.event_reader.encoder import ANSWERS


class EventReader(nn.Module):
    """Says of each word whether it tells an event, its tense, standing and weight."""

    def __init__(self, encoder: nn.Module, width: int = 384, inner: int = 256) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(0.1)
        self.first = nn.Linear(width, inner)
        self.answer = nn.Linear(inner, ANSWERS)
        self.links = Links(width)

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return the hidden states (texts, tokens, width) and the answers (…, ANSWERS)."""
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask)[0]
        inner = torch.relu(self.first(self.drop(hidden)))
        return hidden, self.answer(self.drop(inner))


class Links(nn.Module):
    """Says of each word and each date whether the date is the event's."""

    def __init__(self, width: int = 384, inner: int = 192) -> None:
        super().__init__()
        self.drop = nn.Dropout(0.1)
        self.first = nn.Linear(3 * width, inner)
        self.answer = nn.Linear(inner, 1)

    def forward(self, words: Tensor, dates: Tensor) -> Tensor:
        """Return logits (words, dates) for hidden states of words and of marks of dates."""
        one = words.unsqueeze(1).expand(-1, dates.shape[0], -1)
        other = dates.unsqueeze(0).expand(words.shape[0], -1, -1)
        return self.of_pairs(one, other)

    def of_pairs(self, words: Tensor, dates: Tensor) -> Tensor:
        """Return logits for words and dates that stand pair by pair."""
        both = torch.cat([words, dates, words * dates], -1)
        logits: Tensor = self.answer(self.drop(torch.relu(self.first(self.drop(both)))))
        return logits.squeeze(-1)
