"""What people decided as spaCy's training data: a DocBin, each fact a span of its article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import spacy
from spacy.tokens import Doc, DocBin, Span

from briefing.library.queries.taught import Lesson, Taught

_OF_ARTICLE = ("article_id", "title", "source", "url", "author", "published")


def doc_bin(articles: Iterable[Taught]) -> bytes:
    """Return a DocBin of articles, in the tokens of a blank English pipeline.

    `doc.spans` has a group for each table (quotes, events, relations) with what was confirmed,
    corrected and added, and a group `rejected`; a span's label is the kind or class, its id the
    fact's. `doc.user_data` has the article's details, and under `facts` each fact's columns by id.

    Args:
        articles: The articles with what was decided on them.
    """
    nlp = spacy.blank("en")
    docs = DocBin(attrs=["ORTH", "SPACY"], store_user_data=True)
    for article in articles:
        docs.add(_doc(nlp.make_doc(article.article["text"]), article))
    return bytes(docs.to_bytes())


def _doc(doc: Doc, article: Taught) -> Doc:
    groups: dict[str, list[Span]] = defaultdict(list)
    for lesson in article.lessons:
        groups[lesson.group].append(_span(doc, lesson))
    for name, spans in groups.items():
        doc.spans[name] = spans
    doc.user_data |= {name: article.article[name] for name in _OF_ARTICLE}
    doc.user_data["facts"] = {lesson.fact_id: lesson.row for lesson in article.lessons}
    return doc


def _span(doc: Doc, lesson: Lesson) -> Span:
    """Return the tokens that a fact’s words cover; one that they cover in part is taken whole."""
    found = doc.char_span(
        lesson.start,
        lesson.end,
        label=lesson.label,
        alignment_mode="expand",
        span_id=lesson.fact_id,
    )
    if found is None:
        raise ValueError(f"{lesson.fact_id} has no words")
    return found
