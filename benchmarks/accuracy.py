"""Measures the product's reading against gold: `python -m benchmarks.accuracy TASK --gold FILE`.

TASK is quotes, time, timeline, geo, relations, standing, told (standing in a bank of sentences),
when (dates in a bank of sentences), or
articles (whole articles with everything marked), or
gist (the bottom line of whole articles); of both --folds N parts the articles.
The gold file's shape, and the matching, are those of the scorer that lies beside the gold
(score_TASK.py); texts are taken verbatim. For timeline, FILE has the articles ("…docs…"), and the
timelines lie beside it ("…timelines…"). Prints a table and writes a JSON file with the predictions'
scores.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks import articles, gist, timeline
from benchmarks.adapters import ADAPTERS, article_of, told, when
from benchmarks.parses import parses, read
from benchmarks.peers import PEERS
from briefing.extraction.rules import without

SCORERS = {
    "quotes": "score_quotes.py",
    "time": "score_time.py",
    "geo": "score_geo.py",
    "relations": "score_relations.py",
    "articles": "score_articles.py",
}


def load(path: Path) -> list[dict[str, Any]]:
    """Read a gold file: one JSON document a line."""
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def scorer_of(task: str, gold: Path) -> ModuleType | None:
    """Load the scorer that lies beside the gold file; standing's has no function to call."""
    if task not in SCORERS:
        return None
    path = gold.parent / SCORERS[task]
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predict(
    task: str, gold: list[dict[str, Any]], cache: Path | None, peer: str | None = None
) -> list[dict[str, Any]]:
    """Read the gold's texts, or let a peer read them, and write the finds in the gold's shape."""
    adapter: Callable[..., dict[str, Any]] = PEERS[task][peer] if peer else ADAPTERS[task]
    articles = [article_of(document) for document in gold]
    docs = parses(articles, cache=cache) if peer else read(articles, cache=cache)
    return [
        {"id": document["id"], **adapter(doc, document)}
        for doc, document in zip(docs, gold, strict=True)
    ]


def table(scores: dict[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    """Flatten scores to (name, value) lines."""
    lines: list[tuple[str, str]] = []
    for key, value in scores.items():
        if isinstance(value, dict) and set(value) >= {"P", "R", "F1"}:
            lines.append((f"{prefix}{key}", f"P {value['P']}  R {value['R']}  F1 {value['F1']}"))
            rest = {k: v for k, v in value.items() if k not in ("P", "R", "F1")}
            lines += table(rest, f"{prefix}{key}.")
        elif isinstance(value, dict):
            lines += table(value, f"{prefix}{key}.")
        else:
            lines.append((f"{prefix}{key}", str(value)))
    return lines


def main(argv: list[str] | None = None) -> int:
    """Run one measurement."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument("task", choices=[*SCORE, "articles", "gist"])
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("out/accuracy"))
    parser.add_argument("--limit", type=int, help="only the first N documents")
    parser.add_argument(
        "--parses", type=Path, help="folder that keeps the plain parses between runs"
    )
    parser.add_argument("--folds", type=int, default=1, help="articles, gist: how many parts")
    parser.add_argument("--peer", help="measure another program instead: see benchmarks/peers.py")
    parser.add_argument(
        "--without", nargs="+", default=[], metavar="RULE", help="switch named rules off"
    )
    arguments = parser.parse_args(argv)
    if arguments.peer and arguments.peer not in PEERS.get(arguments.task, {}):
        known = ", ".join(PEERS.get(arguments.task, {})) or "none"
        parser.error(f"{arguments.peer} is no peer of {arguments.task}; there are: {known}")
    gold = load(arguments.gold)[: arguments.limit]
    if arguments.task == "articles":
        return _articles(arguments, gold)
    if arguments.task == "gist":
        return _print(gist.score(gold, folds=arguments.folds))
    with without(*arguments.without):
        predictions = predict(arguments.task, gold, arguments.parses, arguments.peer)
    arguments.out.mkdir(parents=True, exist_ok=True)
    stem = "-".join(filter(None, (arguments.task, arguments.gold.stem, arguments.peer)))
    predicted = arguments.out / f"{stem}.predictions.jsonl"
    predicted.write_text(
        "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in predictions),
        encoding="utf-8",
    )
    beside: Any = scorer_of(arguments.task, arguments.gold)
    if arguments.task == "timeline":
        beside = load(arguments.gold.with_name(arguments.gold.name.replace("docs", "timelines")))
    scores = SCORE[arguments.task](beside, gold, predictions)
    (arguments.out / f"{stem}.json").write_text(json.dumps(scores, indent=1), encoding="utf-8")
    for name, value in table(scores):
        print(f"{name:44} {value}")
    print(f"{predicted}")
    return 0


def _articles(arguments: argparse.Namespace, gold: list[dict[str, Any]]) -> int:
    scorer = scorer_of("articles", arguments.gold)
    assert scorer is not None
    with without(*arguments.without):
        scores = articles.score(scorer, gold, folds=arguments.folds)
    return _print(scores)


def _print(scores: dict[str, Any]) -> int:
    for name, value in table(scores):
        print(f"{name:44} {value}")
    return 0


def _by_id(documents: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {document["id"]: document for document in documents}


def _quotes(scorer: Any, gold: list[dict[str, Any]], pred: list[dict[str, Any]]) -> dict[str, Any]:
    pieces = scorer.score(gold, pred)
    whole = scorer.score(gold, pred, unit="quote")
    return {
        "pieces": {key: pieces[key] for key in ("exact", "iou80")},
        "whole quotations": {"iou80": whole["iou80"]},
    }


def _plain(scorer: Any, gold: list[dict[str, Any]], pred: list[dict[str, Any]]) -> dict[str, Any]:
    scores: dict[str, Any] = scorer.score(_by_id(gold), _by_id(pred))
    return scores


def _standing(
    scorer: Any, gold: list[dict[str, Any]], pred: list[dict[str, Any]]
) -> dict[str, Any]:
    """Do what score_modality.py does, which has no function to call."""
    counts: dict[str, list[int]] = {}
    guesses = _by_id(pred)
    for document in gold:
        found = {
            (event["start"], event["end"]): event["label"]
            for event in guesses[document["id"]]["events"]
        }
        for event in document["events"]:
            guess = found.get((event["start"], event["end"]), "asserted")
            counts.setdefault(event["label"], [0, 0, 0])[1] += 1
            counts.setdefault(guess, [0, 0, 0])[2] += 1
            counts[event["label"]][0] += event["label"] == guess
    scores: dict[str, Any] = {
        label: {
            "P": round(100 * right / guessed, 1) if guessed else 0.0,
            "R": round(100 * right / wanted, 1) if wanted else 0.0,
            "F1": round(200 * right / (wanted + guessed), 1),
            "n": wanted,
        }
        for label, (right, wanted, guessed) in counts.items()
    }
    both = [scores.get(label, {}).get("F1", 0.0) for label in ("denied", "conditional")]
    scores["macroF1_denied_conditional"] = round(sum(both) / 2, 1)
    return scores


SCORE: dict[str, Callable[..., dict[str, Any]]] = {
    "quotes": _quotes,
    "time": _plain,
    "geo": _plain,
    "relations": _plain,
    "standing": _standing,
    "timeline": timeline.score,
    "told": told.score,
    "when": when.score,
}

if __name__ == "__main__":
    raise SystemExit(main())
