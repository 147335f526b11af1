"""Standing of the head words that a bank of sentences names, and how many are right.

A standing is right in its group: it is so; somebody says so; it is open; it is not so.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from spacy.tokens import Doc, Token

from benchmarks.words_in import place
from briefing.extraction.standing.engine import standing_of
from briefing.tables import GROUP_OF_STANDING


def prediction(doc: Doc, document: dict[str, Any]) -> dict[str, Any]:
    """Ask the standing of each head word."""
    return {
        "events": [
            {"head": event["head"], "standing": standing_of(_word(doc, event)).standing}
            for event in document["events"]
        ]
    }


def _word(doc: Doc, event: dict[str, Any]) -> Token:
    at = place(doc.text, event["head"], event.get("nth", 1))
    return next(token for token in doc if token.idx <= at < token.idx + len(token))


def score(
    beside: object, gold: list[dict[str, Any]], predictions: list[dict[str, Any]]
) -> dict[str, Any]:
    """Count the right ones, in all and by family, and what is told as so and is not.

    Args:
        beside: Nothing: the score needs no file beside the gold.
        gold: The bank's documents.
        predictions: What `prediction` made of each.
    """
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    firm = 0
    for document, told in zip(gold, predictions, strict=True):
        family = document["group"].split(":")[0]
        for event, guess in zip(document["events"], told["events"], strict=True):
            wanted = {
                GROUP_OF_STANDING[one] for one in (event["standing"], *(event.get("also") or ()))
            }
            hit = GROUP_OF_STANDING[guess["standing"]] in wanted
            asked[family] += 1
            right[family] += hit
            firm += not hit and guess["standing"] == "asserted"
    return {
        "right, %": round(100 * right.total() / asked.total(), 1),
        "told as so but not, in 100 texts": round(100 * firm / len(gold), 1),
        "words": asked.total(),
        "by family, %": {
            name: round(100 * right[name] / number, 1) for name, number in sorted(asked.items())
        },
    }
