"""Writes the trained reader as the program reads it.

Usage: python -m training.event_reader.export MODEL.pt

The weights become ONNX files; the matrices of the encoder are 8-bit integers.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import BertModel

from briefing.extraction.event_reader.encoder import FOLDER
from training.event_reader.model import EventReader
from training.event_reader.train import WEIGHTS


def main() -> None:
    """Export, quantise, store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("--out", type=Path, default=FOLDER)
    args = parser.parse_args()
    encoder = BertModel.from_pretrained(
        WEIGHTS, add_pooling_layer=False, attn_implementation="eager"
    )
    model = EventReader(encoder)
    model.load_state_dict(torch.load(args.model))
    model.eval()
    args.out.mkdir(parents=True, exist_ok=True)
    ids = torch.ones(1, 9, dtype=torch.long)
    axes = {0: "texts", 1: "tokens"}
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            model,
            (ids, ids),
            str(whole),
            dynamo=False,
            input_names=["input_ids", "attention_mask"],
            output_names=["hidden", "answers"],
            dynamic_axes=dict.fromkeys(("input_ids", "attention_mask", "hidden", "answers"), axes),
            opset_version=17,
        )
        quantize_dynamic(
            str(whole), str(args.out / "model.onnx"), weight_type=QuantType.QInt8, per_channel=True
        )
    torch.onnx.export(
        model.links,
        (torch.ones(2, 384), torch.ones(3, 384)),
        str(args.out / "links.onnx"),
        dynamo=False,
        input_names=["words", "dates"],
        output_names=["links"],
        dynamic_axes={
            "words": {0: "words"},
            "dates": {0: "dates"},
            "links": {0: "words", 1: "dates"},
        },
        opset_version=17,
    )


if __name__ == "__main__":
    main()
