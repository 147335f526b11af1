"""Trains the reader of events.

Usage: python -m training.event_reader.train EXAMPLES.jsonl… --out MODEL.pt

Needs torch and transformers (training/second_reader/requirements.txt); the program does not.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional
from transformers import BertModel

from briefing.extraction.event_reader.encoder import STANDINGS, TENSES
from briefing.extraction.event_reader.windows import MARKS, Dated, Window, windows
from training.event_reader.model import EventReader
from training.tuning import WEIGHTS, fine_tune

BATCH = 20
RATE = 1.5e-4
FRESH_RATE = 6e-4
NONE = -1


@dataclass(frozen=True, slots=True)
class Word:
    """What a word of a window tells: place, event, tense, standing and weight, NONE for unknown."""

    place: int
    event: int
    tense: int
    standing: int
    main: int


@dataclass(frozen=True, slots=True)
class Example:
    """A window with what its words tell, and which dates are which words'."""

    ids: list[int]
    words: list[Word]
    pairs: list[tuple[int, int, int]]


def tokenizer() -> Tokenizer:
    """Return the encoder's tokenizer; a mark of a date is one token."""
    made = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
    made.add_special_tokens(list(MARKS.values()))
    made.no_truncation()
    made.no_padding()
    return made


def examples(row: dict[str, Any], words: Tokenizer) -> Iterator[Example]:
    """Yield the windows of a line that prepare wrote."""
    dates = [Dated(*date) for date in row["dates"]]
    sentences = [(start, end) for start, end in row["sentences"]]
    for window in windows(row["text"], sentences, dates, words):
        told = [_told(window, *word[:5]) for word in row["words"] if word[0] in window.words]
        pairs = [
            (window.words[word[0]], place, int(number in word[5]))
            for word in row["words"]
            if word[5] is not None and word[0] in window.words
            for number, place in window.dates.items()
        ]
        yield Example(window.ids, told, pairs)


def _told(
    window: Window, at: int, event: int, tense: str | None, standing: str | None, main: bool | None
) -> Word:
    return Word(
        window.words[at],
        event,
        TENSES.index(tense) if tense else NONE,
        STANDINGS.index(standing) if standing else NONE,
        int(main) if main is not None else NONE,
    )


def padded(batch: list[Example]) -> tuple[Tensor, Tensor]:
    """Return the token numbers of a few examples, and which of them are tokens."""
    longest = max(len(example.ids) for example in batch)
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    there = torch.zeros(len(batch), longest, dtype=torch.long)
    for row, example in enumerate(batch):
        ids[row, : len(example.ids)] = torch.tensor(example.ids)
        there[row, : len(example.ids)] = 1
    return ids, there


def loss_of(model: EventReader, batch: list[Example]) -> Tensor:
    """Return the loss: is it an event; then its tense, standing and weight; and which dates."""
    hidden, answers = model(*padded(batch))
    rows = [row for row, example in enumerate(batch) for _ in example.words]
    words = [word for example in batch for word in example.words]
    out = answers[rows, [word.place for word in words]]
    event = torch.tensor([float(word.event) for word in words])
    first, second = 1 + len(TENSES), 1 + len(TENSES) + len(STANDINGS)
    loss = 2 * functional.binary_cross_entropy_with_logits(out[:, 0], event)
    for part, known in (
        (out[:, 1:first], [word.tense for word in words]),
        (out[:, first:second], [word.standing for word in words]),
    ):
        if any(one != NONE for one in known):
            loss = loss + 0.5 * functional.cross_entropy(
                part, torch.tensor(known), ignore_index=NONE
            )
    weighed = [number for number, word in enumerate(words) if word.main != NONE]
    if weighed:
        main = torch.tensor([float(words[number].main) for number in weighed])
        weight = functional.binary_cross_entropy_with_logits(out[weighed, second], main)
        loss = loss + 0.2 * weight
    pairs = [(row, pair) for row, example in enumerate(batch) for pair in example.pairs]
    if pairs:
        at = [row for row, _ in pairs]
        logits = model.links.of_pairs(
            hidden[at, [pair[0] for _, pair in pairs]], hidden[at, [pair[1] for _, pair in pairs]]
        )
        linked = torch.tensor([float(pair[2]) for _, pair in pairs])
        loss = loss + 0.5 * functional.binary_cross_entropy_with_logits(logits, linked)
    return loss


def batches(found: list[Example], rng: random.Random) -> Iterator[list[Example]]:
    """Yield batches of windows of like length, in a random order."""
    order = sorted(found, key=lambda example: len(example.ids) + rng.random() * 20)
    parts = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
    rng.shuffle(parts)
    yield from (part for part in parts if any(example.words for example in part))


def train(found: list[Example], *, epochs: int, seed: int) -> EventReader:
    """Fine-tune the encoder on examples."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    model = EventReader(BertModel.from_pretrained(WEIGHTS, add_pooling_layer=False))
    fine_tune(
        model,
        lambda: (loss_of(model, part) for part in batches(found, rng)),
        rate=RATE,
        fresh_rate=FRESH_RATE,
        epochs=epochs,
        steps=-(-len(found) // BATCH),
    )
    return model


def main() -> None:
    """Train and store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("examples", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=11)
    args = parser.parse_args()
    words = tokenizer()
    lines = [line for path in args.examples for line in path.read_text("utf-8").splitlines()]
    found = [example for line in lines for example in examples(json.loads(line), words)]
    sys.stdout.write(f"{len(found)} windows\n")
    torch.save(train(found, epochs=args.epochs, seed=args.seed).state_dict(), args.out)


if __name__ == "__main__":
    main()
