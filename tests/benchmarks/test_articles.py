"""Whole articles are measured as the command line writes them, in folds that stay the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import accuracy
from benchmarks.articles import fold_of

SCORER = """
import json
def score(gold, folder):
    rows = map(json.loads, (folder / "articles.jsonl").read_text().splitlines())
    read = {row["external_id"] for row in rows}
    return {"read": sum(record["id"] in read for record in gold), "of": len(gold)}
"""


def test_articles_are_scored_whole_and_in_folds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = [{"id": f"a{n}", "text": f"Peru thanked Chile. It was day {n}."} for n in range(6)]
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in gold), encoding="utf-8")
    (tmp_path / "score_articles.py").write_text(SCORER, encoding="utf-8")
    accuracy.main(["articles", "--gold", str(path), "--folds", "2"])
    lines = capsys.readouterr().out.splitlines()
    shown = {line[:44].strip(): line[44:].strip() for line in lines}
    assert (shown["all.read"], shown["all.of"]) == ("6", "6")
    for fold in (0, 1):
        part = [record for record in gold if fold_of(record["id"], 2) == fold]
        assert shown[f"fold {fold}.read"] == str(len(part))
