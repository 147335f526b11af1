"""Writes the trained reader as the program reads it.

Usage: python -m training.second_reader.export MODEL.pt

The weights become an ONNX file whose matrices are 8-bit integers; the tokenizer knows the marks.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import BertModel

from briefing.extraction.second_reader.encoder import FOLDER
from briefing.extraction.second_reader.marks import MARKS
from training.second_reader.model import SecondReader
from training.second_reader.train import WEIGHTS, tokenizer


def main() -> None:
    """Export, quantise, store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("--out", type=Path, default=FOLDER)
    args = parser.parse_args()
    encoder = BertModel.from_pretrained(
        WEIGHTS, add_pooling_layer=False, attn_implementation="eager"
    )
    model = SecondReader(encoder)
    model.load_state_dict(torch.load(args.model))
    model.eval()
    args.out.mkdir(parents=True, exist_ok=True)
    example = (
        torch.ones(2, 9, dtype=torch.long),
        torch.ones(2, 9, dtype=torch.long),
        torch.ones(2, MARKS, 9),
    )
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            model,
            example,
            str(whole),
            dynamo=False,
            input_names=["input_ids", "attention_mask", "marks"],
            output_names=["answers"],
            dynamic_axes={
                "input_ids": {0: "texts", 1: "tokens"},
                "attention_mask": {0: "texts", 1: "tokens"},
                "marks": {0: "texts", 2: "tokens"},
                "answers": {0: "texts"},
            },
            opset_version=17,
        )
        quantize_dynamic(
            str(whole), str(args.out / "model.onnx"), weight_type=QuantType.QInt8, per_channel=True
        )
    words = tokenizer()
    words.no_truncation()
    words.save(str(args.out / "tokenizer.json"))


if __name__ == "__main__":
    main()
