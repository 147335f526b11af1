"""The spaCy pipeline: the packaged English model, then one component a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from briefing.article import Article
from briefing.errors import SettingsError
from briefing.extraction.abbreviated import hold_together, teach
from briefing.extraction.datelines import dateline_end
from briefing.extraction.diary import entries
from briefing.extraction.facts import Published
from briefing.extraction.text import paragraph_starts, read_text
from briefing.extraction.tokens import cut_long_sentences, tokens
from briefing.extraction.word_list import word_list
from briefing.settings import settings

BATCH = 32
"""Articles a batch: takes 1.4 times less processor time than spaCy's default of 256."""

COMPONENTS = (
    "briefing_lemmas",
    "briefing_clauses",
    "briefing_actors",
    "briefing_coreference",
    "briefing_times",
    "briefing_quotes",
    "briefing_standing",
    "briefing_events",
    "briefing_relations",
    "briefing_second_reader",
)
"""Our components, in order; `briefing_x` has its factory in extraction/x/component.py."""

DOC_EXTENSIONS = {
    "article": None,
    "published": Published(),
    "entities": None,
    "mentions": None,
    "times": None,
    "quotes": None,
    "reactions": None,
    "events": None,
    "relations": None,
    "set_aside": None,
}


_BESIDE_MARKS = (r"(?<=[A-Za-z.,!?])\"(?=-)", r"(?<=\")--?(?=[A-Za-z])")
"""Where words part that nothing but a mark and a dash stand between: yield"--said."""


_HEAD = 6
"""Datelines stand before one of so many first paragraphs."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Which program and model read an article."""

    model: str
    version: str


def _register() -> None:
    for name, default in DOC_EXTENSIONS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
    for component in COMPONENTS:
        import_module(f"briefing.extraction.{component.removeprefix('briefing_')}.component")


@Language.component("briefing_paragraphs")
def paragraphs(doc: Doc) -> Doc:
    """Start a sentence at each paragraph, after a dateline, in lists and in what has no end."""
    article = doc._.article
    title_end = article.title_end if article is not None else 0
    starts = paragraph_starts(doc.text, title_end=title_end)
    ends = (dateline_end(doc.text, start) for start in starts[:_HEAD])
    listed = (place for entry in entries(doc.text) for place in entry)
    starts = sorted({*starts, *listed, *(end for end in ends if end is not None)})
    position = 0
    for token in doc:
        if position < len(starts) and token.idx + len(token) > starts[position]:
            token.is_sent_start = True
            while position < len(starts) and token.idx + len(token) > starts[position]:
                position += 1
    hold_together(doc)
    cut_long_sentences(doc)
    return doc


def pipeline(model: str | None = None) -> Language:
    """Return the model with our components, loaded once a process.

    Args:
        model: Load name of an installed English model; the setting `model` when None.

    Raises:
        SettingsError: The model is not installed, or is no English one with a parser.
    """
    return _loaded(model or settings().model)


@cache
def _loaded(model: str) -> Language:
    nlp = plain_pipeline(model)
    _register()
    nlp.add_pipe("briefing_paragraphs", before="parser")
    nlp.add_pipe("briefing_present", before="parser")
    for component in COMPONENTS:
        nlp.add_pipe(component)
    return nlp


def plain_pipeline(model: str | None = None) -> Language:
    """Load the packaged model alone: what our components' time is measured against."""
    name = model or settings().model
    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise SettingsError(
            f"The language model {name} is not installed; install it with pip, or set "
            "BRIEFING_MODEL to one that is."
        ) from error
    if nlp.lang != "en" or not {"parser", "ner", "tagger"} <= set(nlp.pipe_names):
        raise SettingsError(f"The language model {name} is not an English model with a parser.")
    if isinstance(nlp.tokenizer, Tokenizer):
        infixes = [*(nlp.Defaults.infixes or ()), *_BESIDE_MARKS]
        nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
        teach(nlp.tokenizer)
    return nlp


def docs(articles: Iterable[Article], *, model: str | None = None) -> Iterator[Doc]:
    """Read articles, in order; `doc._.article` is the article and offsets are its text's."""
    nlp = pipeline(model)
    yield from nlp.pipe((make_doc(nlp, article) for article in articles), batch_size=BATCH)


def make_doc(nlp: Language, article: Article) -> Doc:
    """Tokenise an article; the components find it, and its date, on the Doc."""
    doc = tokens(nlp, read_text(article, word_list(nlp)))
    doc._.article = article
    doc._.published = Published(article.published, article.published_basis)
    return doc
