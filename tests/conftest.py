"""Fixtures that every test can use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.tokens import Doc

from briefing.article import Article
from briefing.extraction.pipeline import make_doc, pipeline

SAMPLE = (
    Path(__file__).resolve().parent.parent / "data" / "articles" / "south-korea-warns-russia.txt"
)

ReadText = Callable[..., Doc]


def _reader(*disable: str) -> ReadText:
    nlp = pipeline()

    def read(text: str, *, published: str | None = None, title: str = "") -> Doc:
        article = Article(
            text=text,
            title=title,
            title_end=len(title) if title and text.startswith(title) else 0,
            published=published,
            published_basis="given" if published else "unknown",
        )
        return nlp(make_doc(nlp, article), disable=disable)

    return read


@pytest.fixture(scope="session")
def read_text() -> ReadText:
    """Read a text with the whole pipeline: `read_text("…", published="2024-07-01")` is a Doc."""
    return _reader()


@pytest.fixture(scope="session")
def read_by_rules() -> ReadText:
    """Read a text as the grammar rules alone read it, without the trained second reader."""
    return _reader("briefing_second_reader")
