"""Keeps the plain parses of a gold file between runs, so that only our components run again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc, DocBin

from briefing.article import Article
from briefing.extraction import pipeline
from briefing.extraction.facts import Published
from briefing.extraction.headlines import IsWord
from briefing.extraction.text import read_text, straighten
from briefing.extraction.word_list import word_list
from briefing.reference.files import REFERENCE

_ATTRIBUTES = (
    "ORTH SPACY LEMMA POS TAG MORPH DEP HEAD ENT_IOB ENT_TYPE SENT_START NORM"  # of the model
)


def read(articles: list[Article], *, cache: Path | None = None) -> Iterator[Doc]:
    """Read articles as the product does; with `cache`, reuse the plain model's parses."""
    if cache is None:
        yield from pipeline.docs(articles)
        return
    nlp = pipeline.pipeline()
    components = [pipe for name, pipe in nlp.pipeline if name in pipeline.COMPONENTS]
    for doc, article in zip(parses(articles, cache=cache), articles, strict=True):
        doc._.article = article
        doc._.published = Published(article.published, article.published_basis)
        for component in components:
            doc = component(doc)
        yield doc


def parses(articles: list[Article], *, cache: Path | None = None) -> Iterator[Doc]:
    """Parse articles with the plain model, or take the parses from the folder `cache`."""
    nlp = pipeline.pipeline()
    if cache is None:
        yield from _parsed(articles)
        return
    ids = "".join(article.article_id for article in articles)
    ids += "".join(_headline(article, word_list(nlp)) for article in articles)
    ids += (REFERENCE / "reporting.csv").read_text(encoding="utf-8")  # hints of briefing_present
    digest = hashlib.sha256(ids.encode()).hexdigest()[:16]
    path = cache / f"{digest}-{nlp.meta['name']}.spacy"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        DocBin(attrs=_ATTRIBUTES.split(), docs=_parsed(articles)).to_disk(path)
    yield from DocBin().from_disk(path).get_docs(nlp.vocab)


def _headline(article: Article, is_word: IsWord) -> str:
    """Return the headline as it is read, where the reading changes more than its signs."""
    read, plain = read_text(article, is_word), straighten(article.text)
    changed = [index for index, sign in enumerate(read) if sign != plain[index]]
    return read[: changed[-1] + 1] if changed else ""


def _parsed(articles: list[Article]) -> Iterator[Doc]:
    nlp = pipeline.pipeline()
    with nlp.select_pipes(disable=list(pipeline.COMPONENTS)):
        yield from nlp.pipe(
            (pipeline.make_doc(nlp, article) for article in articles),
            batch_size=pipeline.BATCH,
        )
