"""Checks every quotation of a brief with the stored article, before any file is written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import pandas as pd

from briefing.brief.content import Quotation
from briefing.errors import QuotationError
from briefing.tables import UNSETTLED, Row, records
from briefing.wording.checked import Checked, counts_of
from briefing.wording.speakers import speaker_mark, speaker_name
from briefing.wording.words import shorten


def verify(quotes: Iterable[Row], texts: Mapping[str, str]) -> Checked:
    """Check that each quotation and each of its pieces are the article's characters at their span.

    Args:
        quotes: Rows of `queries.quotes`.
        texts: The text of each article by its id.

    Returns:
        How many were checked, with how their speakers and the days of their articles are known;
        those whose end is not settled are checked, and counted apart.

    Raises:
        QuotationError: One is not; the message names it.
    """
    settled: list[Row] = []
    unsettled = 0
    for row in quotes:
        text = texts[row["article_id"]]
        spans = [(int(row["start"]), int(row["end"]), row["text"])]
        spans += [(start, end, words) for start, end, _verbatim, words in row["fragments"]]
        for start, end, words in spans:
            if not words or text[start:end] != words:
                raise QuotationError(
                    f"The quotation “{shorten(' '.join(str(row['text']).split()), 60)}” by "
                    f"{speaker_name(row)} ({row['quote_id']}) is not what the article says at "
                    f"{start}–{end}. Nothing was written; read the article again on the Library "
                    "page, or leave it out of the filter.",
                    quote_id=str(row["quote_id"]),
                )
        if row["kind"] == UNSETTLED:
            unsettled += 1
        else:
            settled.append(row)
    return Checked(
        len(settled),
        unsettled,
        speakers=counts_of(map(speaker_mark, settled)),
        dates=counts_of(str(row["published_basis"]) for row in settled),
    )


def verify_tables(tables: Mapping[str, pd.DataFrame], speakers: Collection[str] = ()) -> Checked:
    """Check every quotation of whole tables, and its fragments, with the articles among them.

    Args:
        tables: Tables with the columns of `briefing.tables`.
        speakers: Ids of the quotations whose speakers staff checked.

    Returns:
        How many were checked, as `verify` does.

    Raises:
        QuotationError: One is not what its article says; the message names it.
    """
    articles, quotes = tables["articles"], tables["quotes"]
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    dated = dict(zip(articles["article_id"], articles["published_basis"], strict=True))
    checked = set(speakers)
    fragments: dict[str, list[tuple[int, int, bool, str]]] = {}
    for row in records(tables["fragments"]):
        start, end, text = int(row["start"]), int(row["end"]), texts[row["article_id"]]
        fragments.setdefault(str(row["quote_id"]), []).append(
            (start, end, bool(row["verbatim"]), text[start:end])
        )
    rows = (
        {
            **row,
            "fragments": fragments.get(str(row["quote_id"]), ()),
            "speaker_name": None,
            "review": "confirmed" if row["quote_id"] in checked else None,
            "published_basis": dated[row["article_id"]],
        }
        for row in records(quotes)
    )
    return verify(rows, texts)


def verify_evidence(rows: Iterable[Row], texts: Mapping[str, str], key: str) -> Checked:
    """Check that the sentence of each row is the article's characters at its span.

    Args:
        rows: Rows with `article_id`, `sentence_text` and `sentence_start`, such as those of
            `queries.relations` and `queries.events`.
        texts: The text of each article by its id.
        key: The column that names a row.

    Returns:
        How many were checked; a row without a sentence is not counted.

    Raises:
        QuotationError: One is not; the message names it.
    """
    number = 0
    for row in rows:
        sentence = row["sentence_text"]
        if not isinstance(sentence, str):
            continue
        start = int(row["sentence_start"])
        if texts[row["article_id"]][start : start + len(sentence)] != sentence:
            raise QuotationError(
                f"The sentence “{shorten(' '.join(sentence.split()), 60)}” ({row[key]}) is not "
                f"what the article says at {start}. Nothing was written; read the article again "
                "on the Library page, or leave it out of the filter.",
                quote_id=str(row[key]),
            )
        number += 1
    return Checked(number, what="sentence")


def verify_said(quotations: Iterable[Quotation], texts: Mapping[str, str]) -> Checked:
    """Check the verbatim words of quotations that were kept, such as those of a locked deck.

    Args:
        quotations: The quotations; a part of a long one is checked as well.
        texts: The text of each article by its id, where the library still has it.

    Returns:
        How many were checked.

    Raises:
        QuotationError: One is no longer in its article; the message names it.
    """
    settled: list[Quotation] = []
    unsettled = 0
    for item in quotations:
        text = " ".join(texts.get(item.at.article_id, "").split())
        for piece in item.pieces:
            if piece.verbatim and piece.text not in text:
                raise QuotationError(
                    f"The quotation “{shorten(piece.text, 60)}” by {item.speaker} "
                    f"({item.at.fact_id}) is no longer in its article. Nothing was written; "
                    "rebuild the deck from the articles.",
                    quote_id=item.at.fact_id,
                )
        if item.kind == UNSETTLED:
            unsettled += 1
        else:
            settled.append(item)
    return Checked(
        len(settled),
        unsettled,
        speakers=counts_of(item.known for item in settled if item.known),
        dates=counts_of(item.dated for item in settled if item.dated),
    )
