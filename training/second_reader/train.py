"""Trains the second reader.

Usage: python -m training.second_reader.train EXAMPLES.jsonl… --out MODEL.pt

Needs torch and transformers (requirements.txt beside it); the program itself does not.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from transformers import BertModel

from briefing.extraction.second_reader.encoder import LENGTH
from briefing.extraction.second_reader.marks import MARKS, OTHER, Marked, mark_word, written
from briefing.tables import QUADS, STANDING_GROUPS
from training.second_reader.fill import Example, Label
from training.second_reader.model import SecondReader
from training.tuning import WEIGHTS, fine_tune

BATCH = 24
RATE = 1.2e-4
STANDING_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of a few texts; `pairs` is 1 where two slots are countries of the text."""

    input_ids: Tensor
    attention_mask: Tensor
    marks: Tensor
    pairs: Tensor
    quads: Tensor
    standings: Tensor


def tokenizer() -> Tokenizer:
    """Return the encoder's tokenizer; a mark is one token."""
    made = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
    made.add_special_tokens([mark_word(number) for number in range(1, OTHER + 1)])
    made.enable_truncation(LENGTH)
    made.no_padding()
    return made


def encoded(example: Example, words: Tokenizer, rng: random.Random) -> tuple[list[int], list[str]]:
    """Write an example with its countries in a random order of marks."""
    codes = list(dict.fromkeys(code for item in example.marked for code in item.codes))
    rng.shuffle(codes)
    # Countries with a relation go first, so that a long list never loses them.
    busy = {code for label in example.labels for code in (label.source, label.target)}
    codes = sorted(codes, key=lambda code: code not in busy)[:MARKS]
    rng.shuffle(codes)
    order = {code: number for number, code in enumerate(codes, 1)}
    return words.encode(written(example.text, example.marked, order)).ids, codes


def batch_of(examples: list[Example], words: Tokenizer, rng: random.Random) -> Batch:
    """Make the tensors of a few examples."""
    made = [encoded(example, words, rng) for example in examples]
    longest = max(len(ids) for ids, _ in made)
    n = len(made)
    marks_of = {number: words.token_to_id(mark_word(number)) for number in range(1, MARKS + 1)}
    input_ids = torch.zeros(n, longest, dtype=torch.long)
    attention = torch.zeros(n, longest, dtype=torch.long)
    marks = torch.zeros(n, MARKS, longest)
    pairs = torch.zeros(n, MARKS, MARKS)
    quads = torch.zeros(n, MARKS, MARKS, len(QUADS))
    standings = torch.full((n, MARKS, MARKS, len(QUADS)), -100, dtype=torch.long)
    for row, ((ids, codes), example) in enumerate(zip(made, examples, strict=True)):
        input_ids[row, : len(ids)] = torch.tensor(ids)
        attention[row, : len(ids)] = 1
        there = []
        for slot in range(len(codes)):
            for at, token in enumerate(ids):
                if token == marks_of[slot + 1]:
                    marks[row, slot, at] = 1
            there.append(bool(marks[row, slot].sum()))
        for a in range(len(codes)):
            for b in range(len(codes)):
                if a != b and there[a] and there[b]:
                    pairs[row, a, b] = 1
        place = {code: slot for slot, code in enumerate(codes)}
        for label in example.labels:
            if label.source not in place or label.target not in place:
                continue
            a, b, quad = place[label.source], place[label.target], QUADS.index(label.quad)
            ways = [(a, b), (b, a)] if label.mutual else [(a, b)]
            for one, other in ways:
                quads[row, one, other, quad] = 1
                standings[row, one, other, quad] = STANDING_GROUPS.index(label.standing)
    return Batch(input_ids, attention, marks, pairs, quads, standings)


def loss_of(model: SecondReader, batch: Batch) -> Tensor:
    """Return the loss: whether a class holds, and with which standing where it does."""
    out = model(batch.input_ids, batch.attention_mask, batch.marks)
    quad, standing = out[..., : len(QUADS)], out[..., len(QUADS) :]
    held = torch.nn.functional.binary_cross_entropy_with_logits(
        quad, batch.quads, reduction="none"
    ).sum(-1)
    held = (held * batch.pairs).sum() / batch.pairs.sum().clamp(min=1)
    if not bool((batch.standings >= 0).any()):
        return held
    stands = torch.nn.functional.cross_entropy(
        standing.reshape(-1, len(STANDING_GROUPS)), batch.standings.reshape(-1), ignore_index=-100
    )
    return held + STANDING_WEIGHT * stands


def batches(examples: list[Example], rng: random.Random) -> Iterator[list[Example]]:
    """Yield batches of texts of like length, in a random order."""
    order = sorted(examples, key=lambda example: len(example.text) + rng.random() * 40)
    parts = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
    rng.shuffle(parts)
    yield from parts


def train(examples: list[Example], *, epochs: int, seed: int) -> SecondReader:
    """Fine-tune the encoder on examples."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    words = tokenizer()
    model = SecondReader(BertModel.from_pretrained(WEIGHTS, add_pooling_layer=False))
    fine_tune(
        model,
        lambda: (loss_of(model, batch_of(part, words, rng)) for part in batches(examples, rng)),
        rate=RATE,
        fresh_rate=5 * RATE,
        epochs=epochs,
        steps=-(-len(examples) // BATCH),
    )
    return model


def loaded(path: Path) -> list[Example]:
    """Read the examples that prepare wrote."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        marked = [Marked(m[0], m[1], m[2], tuple(m[3])) for m in row["marked"]]
        labels = [Label(*label) for label in row["labels"]]
        found.append(Example(row["text"], marked, labels, row["group"]))
    return found


def main() -> None:
    """Train and store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("examples", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--seed", type=int, default=11)
    args = parser.parse_args()
    examples = [e for path in args.examples for e in loaded(path)]
    model = train(examples, epochs=args.epochs, seed=args.seed)
    torch.save(model.state_dict(), args.out)


if __name__ == "__main__":
    main()
