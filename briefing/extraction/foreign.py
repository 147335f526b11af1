"""Paragraphs in another language: what the components found there is left out."""

from __future__ import annotations

from itertools import pairwise

from briefing.article import Article
from briefing.extraction.text import paragraph_starts
from briefing.reading.language import other_language


class Foreign:
    """Knows which paragraphs of an article are surely in another language.

    The model reads them as if they were English: “a déclaré Emmanuel Macron à Paris” would give
    names that are none, and quotations without a speaker.
    """

    def __init__(self, article: Article) -> None:
        starts = paragraph_starts(article.text, title_end=article.title_end)
        self._spans = [
            (start, end)
            for start, end in pairwise([*starts, len(article.text)])
            if other_language(article.text[start:end]) is not None
        ]

    def __bool__(self) -> bool:
        return bool(self._spans)

    def has(self, offset: int) -> bool:
        """Say whether a place of the text is in such a paragraph."""
        return any(start <= offset < end for start, end in self._spans)
