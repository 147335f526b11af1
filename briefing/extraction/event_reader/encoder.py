"""The trained reader itself: ONNX files that answer for every word of a window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer

from briefing.extraction.event_reader.windows import MARKS, Dated, Window, windows
from briefing.extraction.second_reader.encoder import FOLDER as SECOND_READER

FOLDER = Path(__file__).parents[3] / "data" / "models" / "event_reader"

TENSES = ("past", "ongoing", "upcoming")
STANDINGS = ("fact", "expected", "claim", "open", "not")
"""What is ahead by plan is apart from what may be: groups of standing otherwise."""
ANSWERS = 1 + len(TENSES) + len(STANDINGS) + 1
"""Answers a word: whether it tells an event, its tense, its standing, whether it is a main one."""

LINKED = 0.05
"""Words that are less likely to tell an event are not asked for their dates."""


@dataclass(frozen=True, slots=True)
class Held:
    """What it holds of one word.

    Attributes:
        event: Probability that the word tells an event that belongs on a timeline.
        tense: Probabilities of TENSES, seen from the article's day.
        standing: Probabilities of STANDINGS.
        main: Probability that it is one of the article's main events.
        dates: Of each time expression near it, by number, the probability that it dates the event.
    """

    event: float
    tense: tuple[float, ...]
    standing: tuple[float, ...]
    main: float
    dates: Mapping[int, float]


@cache
def _words() -> Tokenizer:
    words = Tokenizer.from_file(str(SECOND_READER / "tokenizer.json"))
    words.add_special_tokens(list(MARKS.values()))
    words.no_truncation()
    words.no_padding()
    return words


@cache
def _session(name: str) -> InferenceSession:
    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return InferenceSession(str(FOLDER / name), options, providers=["CPUExecutionProvider"])


def held(
    text: str, sentences: Sequence[tuple[int, int]], dates: Sequence[Dated]
) -> dict[int, Held]:
    """Return what it holds of every word, by the offset of the word's first sign.

    Windows are read one by one: in company the 8-bit weights would answer a little otherwise, and
    the same article must always have the same tables.

    Args:
        text: The article.
        sentences: First and last offset of each sentence.
        dates: Its time expressions, in order.
    """
    found: dict[int, Held] = {}
    for window in windows(text, sentences, dates, _words()):
        found.update(_of_window(window))
    return found


def _of_window(window: Window) -> dict[int, Held]:
    ids = np.array([window.ids])
    inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
    hidden, logits = (
        np.asarray(one)[0] for one in _session("model.onnx").run(["hidden", "answers"], inputs)
    )
    places = list(window.words.items())
    events = _sigmoid(logits[:, 0])
    told = [(at, place) for at, place in places if events[place] >= LINKED]
    links = _links(hidden, [place for _, place in told], list(window.dates.values()))
    numbers = list(window.dates)
    rows = {
        at: dict(zip(numbers, row, strict=True)) for (at, _), row in zip(told, links, strict=True)
    }
    return {at: _held(logits[place], rows.get(at, {})) for at, place in places}


def _links(
    hidden: NDArray[np.float32], words: list[int], dates: list[int]
) -> list[tuple[float, ...]]:
    if not words or not dates:
        return [() for _ in words]
    inputs = {"words": hidden[words], "dates": hidden[dates]}
    logits = np.asarray(_session("links.onnx").run(["links"], inputs)[0])
    return [tuple(round(float(p), 4) for p in row) for row in _sigmoid(logits)]


def _held(logits: NDArray[np.float32], dates: dict[int, float]) -> Held:
    first, second = 1 + len(TENSES), 1 + len(TENSES) + len(STANDINGS)
    return Held(
        round(float(_sigmoid(logits[0])), 4),
        _softmax(logits[1:first]),
        _softmax(logits[first:second]),
        round(float(_sigmoid(logits[second])), 4),
        dates,
    )


def _sigmoid(logits: NDArray[np.float32]) -> NDArray[np.float64]:
    return np.asarray(1 / (1 + np.exp(-logits.astype(np.float64))))


def _softmax(logits: NDArray[np.float32]) -> tuple[float, ...]:
    powers = np.exp(logits.astype(np.float64) - logits.max())
    return tuple(round(float(p), 4) for p in powers / powers.sum())
