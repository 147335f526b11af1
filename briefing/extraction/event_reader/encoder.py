"""The trained reader itself: ONNX files that answer for every word of a window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from briefing.extraction.event_reader.windows import MARKS, Dated, Window, windows
from briefing.extraction.second_reader.encoder import FOLDER as SECOND_READER
from briefing.extraction.trained import rounded, session, sigmoid, softmax
from briefing.folders import DATA

FOLDER = DATA / "models" / "event_reader"

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
    outputs = session(FOLDER / "model.onnx").run(["hidden", "answers"], inputs)
    hidden, logits = (np.asarray(one)[0] for one in outputs)
    first, second = 1 + len(TENSES), 1 + len(TENSES) + len(STANDINGS)
    events, mains = rounded(sigmoid(logits[:, 0])), rounded(sigmoid(logits[:, second]))
    tenses, standings = softmax(logits[:, 1:first]), softmax(logits[:, first:second])
    told = [place for place in window.words.values() if events[place] >= LINKED]
    links = dict(zip(told, _links(hidden, told, window.dates), strict=True))
    return {
        at: Held(
            events[place],
            rounded(tenses[place]),
            rounded(standings[place]),
            mains[place],
            links.get(place, {}),
        )
        for at, place in window.words.items()
    }


def _links(
    hidden: NDArray[np.float32], words: list[int], dates: Mapping[int, int]
) -> list[dict[int, float]]:
    """Return for each word the probability that a date is its own, by the date's number."""
    if not words or not dates:
        return [{} for _ in words]
    inputs = {"words": hidden[words], "dates": hidden[list(dates.values())]}
    logits = np.asarray(session(FOLDER / "links.onnx").run(["links"], inputs)[0])
    return [dict(zip(dates, rounded(row), strict=True)) for row in sigmoid(logits)]
