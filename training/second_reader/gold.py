"""Texts with gold to examples, through the pipeline: the countries are those that it finds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from briefing.article import Article
from briefing.extraction import pipeline
from briefing.extraction.second_reader.candidates import marked_in
from training.second_reader.fill import Example, Label

GROUP = {
    "asserted": "fact",
    "attributed": "claim",
    "conditional": "open",
    "possible": "open",
    "expected": "open",
    "denied": "not",
    "disputed": "not",
    "negated": "not",
}


def rows(path: Path) -> list[dict[str, Any]]:
    """Return the records of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def read(gold: list[dict[str, Any]]) -> list[Doc]:
    """Read the texts of gold records, without the reader that is to learn from them."""
    articles = [
        Article(
            text=g["text"],
            published=g.get("published"),
            published_basis="given" if g.get("published") else "unknown",
            external_id=g["id"],
        )
        for g in gold
    ]
    nlp = pipeline.pipeline()
    with nlp.select_pipes(disable=["briefing_second_reader"]):
        return list(nlp.pipe([pipeline.make_doc(nlp, article) for article in articles]))


def _label(row: dict[str, Any]) -> Label:
    mutual = bool(row.get("mutual"))
    return Label(row["source"], row["target"], row["quad"], GROUP[row["standing"]], mutual)


def of_texts(gold: list[dict[str, Any]], docs: list[Doc]) -> Iterator[Example]:
    """Yield one example a text: the sentence banks hold one or two sentences each."""
    for record, doc in zip(gold, docs, strict=True):
        marked = marked_in(doc[:])
        labels = [_label(row) for row in record["relations"]]
        yield Example(doc.text, marked, labels, record.get("group", ""))


def of_articles(gold: list[dict[str, Any]], docs: list[Doc]) -> Iterator[Example]:
    """Yield one example a sentence that names two countries."""
    for record, doc in zip(gold, docs, strict=True):
        for sent in doc.sents:
            marked = marked_in(sent)
            if len({code for item in marked for code in item.codes}) < 2:
                continue
            labels = [
                _label(row)
                for row in record["relations"]
                if sent.start_char <= row["start"] < sent.end_char
                and len(row["source"]) == len(row["target"]) == 3
            ]
            yield Example(sent.text, marked, labels, "article:" + record["id"])
