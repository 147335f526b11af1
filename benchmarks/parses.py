"""Keeps the plain parses of a gold file between runs, so that only our components run again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.tokens import Doc, DocBin

from briefing.article import Article
from briefing.extraction import pipeline


def read(articles: list[Article], *, cache: Path | None = None) -> Iterator[Doc]:
    """Read articles as the product does; with `cache`, reuse the plain model's parses."""
    if cache is None:
        yield from pipeline.docs(articles)
        return
    nlp = pipeline.pipeline()
    components = [(name, pipe) for name, pipe in nlp.pipeline if name in pipeline.COMPONENTS]
    for doc, article in zip(_parses(articles, cache), articles, strict=True):
        doc._.article = article
        doc._.published = pipeline.Published(article.published, article.published_basis)
        for _, component in components:
            doc = component(doc)
        yield doc


def _parses(articles: list[Article], cache: Path) -> Iterable[Doc]:
    nlp = pipeline.pipeline()
    digest = hashlib.sha256(
        "".join(article.article_id for article in articles).encode()
    ).hexdigest()[:16]
    path = cache / f"{digest}-{nlp.meta['name']}.spacy"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        with nlp.select_pipes(disable=list(pipeline.COMPONENTS)):
            bin_ = DocBin(
                attrs=[
                    "ORTH",
                    "SPACY",
                    "LEMMA",
                    "POS",
                    "TAG",
                    "MORPH",
                    "DEP",
                    "HEAD",
                    "ENT_IOB",
                    "ENT_TYPE",
                    "SENT_START",
                    "NORM",
                ]
            )
            parsed = nlp.pipe(
                (pipeline.make_doc(nlp, article) for article in articles),
                batch_size=pipeline.BATCH,
            )
            for doc in parsed:
                bin_.add(doc)
        bin_.to_disk(path)
    return DocBin().from_disk(path).get_docs(nlp.vocab)
