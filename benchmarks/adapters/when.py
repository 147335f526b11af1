"""Time expressions that a bank of sentences names: found, their value, their bounds.

Of several expressions that overlap the gold's words the one that covers most of them counts. Bounds
are right within a day.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from spacy.tokens import Doc

from benchmarks.words_in import place


def prediction(doc: Doc, document: dict[str, Any]) -> dict[str, Any]:
    """Write the time expressions of a Doc."""
    return {
        "times": [
            {
                "start": time.start,
                "end": time.end,
                "value": time.value,
                "earliest": time.earliest,
                "latest": time.latest,
            }
            for time in doc._.times
        ]
    }


def score(
    beside: object, gold: list[dict[str, Any]], predictions: list[dict[str, Any]]
) -> dict[str, Any]:
    """Count what is found, and of all in the gold the right values and bounds.

    Args:
        beside: Nothing: the score needs no file beside the gold.
        gold: The bank's documents.
        predictions: What `prediction` made of each.
    """
    asked: Counter[str] = Counter()
    right: dict[str, Counter[str]] = {name: Counter() for name in ("found", "value", "bounds")}
    for document, told in zip(gold, predictions, strict=True):
        group = document["group"].split(":")[0]
        for wanted in document["times"]:
            asked[group] += 1
            best = _covering(document["text"], wanted["words"], told["times"])
            if best is None:
                continue
            right["found"][group] += 1
            right["value"][group] += (best["value"] or "") == (wanted["value"] or "")
            right["bounds"][group] += all(
                _near(best[end], wanted[end]) for end in ("earliest", "latest")
            )
    scores: dict[str, Any] = {
        f"{name}, %": round(100 * count.total() / asked.total(), 1) for name, count in right.items()
    }
    scores["expressions"] = asked.total()
    scores["value by group, %"] = {
        group: round(100 * right["value"][group] / number, 1)
        for group, number in sorted(asked.items())
    }
    return scores


def _covering(text: str, words: str, times: list[dict[str, Any]]) -> dict[str, Any] | None:
    start = place(text, words)
    end = start + len(words)
    over = [time for time in times if time["start"] < end and start < time["end"]]
    return max(
        over,
        key=lambda time: min(end, time["end"]) - max(start, time["start"]),
        default=None,
    )


def _near(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return one == other
    return abs(date.fromisoformat(one).toordinal() - date.fromisoformat(other).toordinal()) <= 1
