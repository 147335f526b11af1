"""Measures whole articles with everything marked: `python -m benchmarks.accuracy articles`.

The tables are those that the command line writes, and the matching is that of the scorer beside
the gold (score_articles.py). With folds the articles are parted by a hash of their ids, so that
errors can be read in one part and measured in another.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from briefing.cli import main as briefing


def score(scorer: ModuleType, gold: Sequence[dict[str, Any]], *, folds: int) -> dict[str, Any]:
    """Return the scores of all articles, and of each fold where there are several.

    Args:
        scorer: The module beside the gold.
        gold: Records with id, text and published.
        folds: How many parts; 1 for the whole alone.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts, tables = folder / "in.jsonl", folder / "tables"
        texts.write_text("".join(line_of(record) for record in gold), encoding="utf-8")
        briefing(["extract", str(texts), "--out", str(tables), "--format", "jsonl"])
        scores: dict[str, Any] = {"all": scorer.score(list(gold), tables)}
        for fold in range(folds if folds > 1 else 0):
            part = [record for record in gold if fold_of(record["id"], folds) == fold]
            scores[f"fold {fold}"] = scorer.score(part, tables)
    return scores


def fold_of(identifier: str, folds: int) -> int:
    """Return which of some parts an id falls into; the same one in every run."""
    return int(hashlib.sha256(identifier.encode()).hexdigest(), 16) % folds


def line_of(record: dict[str, Any]) -> str:
    """Return a gold record as a line of the command line's input."""
    kept = {key: record[key] for key in ("id", "text", "published") if record.get(key)}
    return json.dumps(kept, ensure_ascii=False) + "\n"
