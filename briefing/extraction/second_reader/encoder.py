"""The trained reader itself: an ONNX file that answers for every ordered pair of a text's marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from briefing.extraction.second_reader.marks import MARKS, Marked, mark_word, written
from briefing.extraction.trained import rounded, session, sigmoid, softmax
from briefing.folders import DATA
from briefing.tables import QUADS, STANDING_GROUPS

FOLDER = DATA / "models" / "second_reader"
LENGTH = 160
"""Tokens that it reads at most; it was trained on no longer ones."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What it holds of one country towards another, in one text.

    Attributes:
        quads: Probability of each of `tables.QUADS`, in that order.
        standings: For each of them the probabilities of `tables.STANDING_GROUPS`.
    """

    quads: tuple[float, ...]
    standings: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A text and its countries, offsets in the text."""

    text: str
    marked: Sequence[Marked]

    @property
    def countries(self) -> list[str]:
        """The countries that have a mark, in the order of their marks."""
        return list(dict.fromkeys(code for item in self.marked for code in item.codes))[:MARKS]


@cache
def _words() -> Tokenizer:
    words = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    words.enable_truncation(LENGTH)
    words.no_padding()
    return words


def answers(text: Text) -> dict[tuple[str, str], Answer]:
    """Return what it holds of every ordered pair of a text's countries.

    Texts are read one by one: in company the 8-bit weights would answer a little otherwise, and
    the same article must always have the same tables.
    """
    if len(text.countries) < 2:
        return {}
    order = {code: number for number, code in enumerate(text.countries, 1)}
    ids = np.array([_words().encode(written(text.text, text.marked, order)).ids])
    tokens = [_words().token_to_id(mark_word(number)) for number in range(1, MARKS + 1)]
    marks = np.stack([ids == token for token in tokens], axis=1).astype(np.float32)
    inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids), "marks": marks}
    logits = np.asarray(session(FOLDER / "model.onnx").run(["answers"], inputs)[0])[0]
    there = marks[0].any(axis=1)
    return {
        (one, other): _answer(logits[a, b])
        for a, one in enumerate(text.countries)
        for b, other in enumerate(text.countries)
        if a != b and there[a] and there[b]
    }


def _answer(logits: NDArray[np.float32]) -> Answer:
    stands = softmax(logits[len(QUADS) :].reshape(len(QUADS), len(STANDING_GROUPS)))
    return Answer(rounded(sigmoid(logits[: len(QUADS)])), tuple(rounded(row) for row in stands))
