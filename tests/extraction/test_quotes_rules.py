"""What the rules of quotations make of sentences that they were not written from."""

from __future__ import annotations

import pytest

from briefing.extraction.facts import Quote
from tests.conftest import ReadText
from tests.extraction.quotes_table import TABLES


def _line(text: str, quote: Quote) -> str:
    content = " … ".join(
        f"«{text[one.start : one.end]}»" if one.verbatim else text[one.start : one.end]
        for one in quote.fragments
    )
    start, end = quote.speaker_start, quote.speaker_end
    speaker = text[start:end] if start is not None else None
    act = "" if quote.act == "says" else f"{quote.act}: "
    return f"{act}{'? ' if quote.kind == 'unsettled' else ''}{content} | {speaker}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(*row, id=f"{rule}-{at}")
        for rule in TABLES
        for at, row in enumerate(TABLES[rule])
    ],
)
def test_quotes_by_rule(read_text: ReadText, text: str, expected: list[str]) -> None:
    doc = read_text(text)
    assert [_line(text, quote) for quote in doc._.quotes] == expected


def test_quotes_tables_hold_five_sentences_a_rule() -> None:
    assert {rule: len(rows) for rule, rows in TABLES.items() if len(rows) != 5} == {}
