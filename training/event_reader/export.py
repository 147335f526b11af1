"""Writes the trained reader as the program reads it.

Usage: python -m training.event_reader.export MODEL.pt

The weights become ONNX files; the matrices of the encoder are 8-bit integers.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from briefing.extraction.event_reader.encoder import FOLDER
from training.event_reader.model import EventReader
from training.tuning import exported, quantised, stored


def main() -> None:
    """Export, quantise, store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("--out", type=Path, default=FOLDER)
    args = parser.parse_args()
    model = stored(EventReader, args.model)
    args.out.mkdir(parents=True, exist_ok=True)
    ids = torch.ones(1, 9, dtype=torch.long)
    inputs, outputs = ["input_ids", "attention_mask"], ["hidden", "answers"]
    quantised(
        model,
        (ids, ids),
        args.out / "model.onnx",
        input_names=inputs,
        output_names=outputs,
        dynamic_axes={key: {0: "texts", 1: "tokens"} for key in (*inputs, *outputs)},
    )
    exported(
        model.links,
        (torch.ones(2, 384), torch.ones(3, 384)),
        args.out / "links.onnx",
        input_names=["words", "dates"],
        output_names=["links"],
        dynamic_axes={
            "words": {0: "words"},
            "dates": {0: "dates"},
            "links": {0: "words", 1: "dates"},
        },
    )


if __name__ == "__main__":
    main()
