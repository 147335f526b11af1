"""Texts with gold to examples, through the pipeline: the countries are those that it finds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Doc

from benchmarks.adapters import article_of
from briefing.extraction import pipeline
from briefing.extraction.second_reader.candidates import marked_in
from briefing.tables import GROUP_OF_STANDING
from training.second_reader.fill import Example, Label


def read(gold: list[dict[str, Any]]) -> list[Doc]:
    """Read the texts of gold records, without the reader that is to learn from them."""
    nlp = pipeline.pipeline()
    made = [pipeline.make_doc(nlp, article_of(record)) for record in gold]
    return list(nlp.pipe(made, disable=["briefing_second_reader"]))


def _label(row: dict[str, Any]) -> Label:
    mutual = bool(row.get("mutual"))
    return Label(
        row["source"], row["target"], row["quad"], GROUP_OF_STANDING[row["standing"]], mutual
    )


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
