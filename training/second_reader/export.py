"""Writes the trained reader as the program reads it.

Usage: python -m training.second_reader.export MODEL.pt

The weights become an ONNX file whose matrices are 8-bit integers; the tokenizer knows the marks.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from briefing.extraction.second_reader.encoder import FOLDER
from briefing.extraction.second_reader.marks import MARKS
from training.second_reader.model import SecondReader
from training.second_reader.train import tokenizer
from training.tuning import quantised, stored


def main() -> None:
    """Export, quantise, store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("--out", type=Path, default=FOLDER)
    args = parser.parse_args()
    model = stored(SecondReader, args.model)
    args.out.mkdir(parents=True, exist_ok=True)
    ids = torch.ones(2, 9, dtype=torch.long)
    quantised(
        model,
        (ids, ids, torch.ones(2, MARKS, 9)),
        args.out / "model.onnx",
        input_names=["input_ids", "attention_mask", "marks"],
        output_names=["answers"],
        dynamic_axes={
            "input_ids": {0: "texts", 1: "tokens"},
            "attention_mask": {0: "texts", 1: "tokens"},
            "marks": {0: "texts", 2: "tokens"},
            "answers": {0: "texts"},
        },
    )
    words = tokenizer()
    words.no_truncation()
    words.save(str(args.out / "tokenizer.json"))


if __name__ == "__main__":
    main()
