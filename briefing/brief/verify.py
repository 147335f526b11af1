"""Checks every quotation of a brief with the stored article, before any file is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from briefing.errors import QuotationError
from briefing.wording.speakers import speaker_name
from briefing.wording.words import shorten

Row = Mapping[str, Any]


def verify(quotes: Iterable[Row], texts: Mapping[str, str]) -> int:
    """Check that each quotation and each of its pieces are the article's characters at their span.

    Args:
        quotes: Rows of `queries.quotes`.
        texts: The text of each article by its id.

    Returns:
        How many were checked.

    Raises:
        QuotationError: One is not; the message names it.
    """
    number = 0
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
        number += 1
    return number
