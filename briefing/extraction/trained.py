"""Trained readers as ONNX files: how they are opened, and their logits as probabilities."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions

Floats = NDArray[np.float64]


@cache
def session(path: Path) -> InferenceSession:
    """Return the model of a file, opened once a process; it takes one core."""
    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def sigmoid(logits: NDArray[np.float32]) -> Floats:
    """Return the probability that each logit stands for by itself."""
    return np.asarray(1 / (1 + np.exp(-logits.astype(np.float64))))


def softmax(logits: NDArray[np.float32]) -> Floats:
    """Return the probabilities of what the last axis has, which exclude each other."""
    powers = np.exp(logits.astype(np.float64) - logits.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True))


def rounded(probabilities: Floats) -> tuple[float, ...]:
    """Return probabilities to four places, so that a machine's last bits change no table."""
    return tuple(round(p, 4) for p in probabilities.tolist())
