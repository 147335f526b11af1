"""Reads, extracts and adds: the one module of the library that needs spaCy, imported when used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefing.article import Article
from briefing.errors import BriefingError, ExtractionError, LibraryError, ReadingError
from briefing.library.store import Library
from briefing.reading import Failure, iso_date, read_bytes, read_paths
from briefing.settings import ROOT, settings
from briefing.tables import Tables

SAMPLES = ROOT / "data" / "articles"

COUNTED = ("entities", "quotes", "events", "relations")

Progress = Callable[[int, str], None]
"""Called after each source with how many are done and the last one's name."""


@dataclass(frozen=True, slots=True)
class Upload:
    """The bytes of a file as a browser sends them."""

    name: str
    data: bytes


Source = str | Path | Upload | Article
"""A path (a file, a folder, a .jsonl file), an upload, or an article that is read already."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one source.

    Attributes:
        name: The title, or the name of a source that could not be read.
        article_id: The article, or None when there is none.
        new: False when the same article was in the library already.
        counts: How many entities, quotes, events and relations were found.
        removed: The pieces that reading cut as boilerplate.
        error: Why there is no article, in one sentence.
    """

    name: str
    article_id: str | None = None
    new: bool = False
    counts: dict[str, int] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    error: str | None = None


def read_and_add(
    library: Library,
    sources: Iterable[Source],
    progress: Progress | None = None,
    *,
    published: str | None = None,
    verbatim: bool = False,
    model: str | None = None,
) -> list[Result]:
    """Read sources, extract their tables and add them, an article at a time.

    Args:
        library: The library.
        sources: Paths, uploads or articles.
        progress: Called after each article.
        published: The date of publication, for articles that state none.
        verbatim: Take the texts as they are.
        model: Load name of the model; the setting `model` when None.

    Returns:
        One result for each article and for each source that could not be read, in order.
    """
    results: list[Result] = []
    for result in add_each(library, sources, published=published, verbatim=verbatim, model=model):
        results.append(result)
        if progress is not None:
            progress(len(results), result.name)
    return results


def add_each(
    library: Library,
    sources: Iterable[Source],
    *,
    published: str | None = None,
    verbatim: bool = False,
    model: str | None = None,
) -> Iterator[Result]:
    """Do what `read_and_add` does, and yield each result as soon as it is there."""
    for outcome in _outcomes(sources, published=published, verbatim=verbatim):
        if isinstance(outcome, Failure):
            yield Result(outcome.name, error=str(outcome.error))
        else:
            yield _add(library, outcome, model)


def reread(library: Library, article_id: str, *, published: str | None = None) -> None:
    """Read an article of the library again, with a date that the user gives if there is one.

    Raises:
        LibraryError: The article is not in the library.
        ReadingError: `published` is no date.
    """
    article = library.article(article_id).article
    if published is not None:
        article = replace(article, published=iso_date(published), published_basis="given")
    elif article.published_basis in ("inferred", "unknown"):
        article = replace(article, published=None, published_basis="unknown")
    tables, evidence = _extracted(article, None)
    library.replace(article, tables, evidence=evidence)


def seed(library: Library) -> list[Result]:
    """Read the sample articles into an empty library, when the setting `seed` says so.

    Of several sessions that start at once each may read the sample; one adds it.
    """
    if not settings().seed or len(library):
        return []
    return read_and_add(library, [SAMPLES])


def _outcomes(
    sources: Iterable[Source], *, published: str | None, verbatim: bool
) -> Iterator[Article | Failure]:
    for source in sources:
        if isinstance(source, Article):
            yield source
        elif isinstance(source, Upload):
            try:
                yield read_bytes(
                    source.data, name=source.name, verbatim=verbatim, published=published
                )
            except ReadingError as error:
                yield Failure(source.name, error)
        else:
            yield from read_paths([source], verbatim=verbatim, published=published)


def _add(library: Library, article: Article, model: str | None) -> Result:
    name = article.title or article.text.strip().split("\n", 1)[0][:80]
    article_id = article.article_id
    if library.has(article_id):
        return Result(name, article_id, removed=article.removed)
    try:
        tables, evidence = _extracted(article, model)
        new = library.add(article, tables, evidence=evidence)
    except (ExtractionError, LibraryError) as error:
        return Result(name, error=str(error))
    counts = {table: len(tables[table]) for table in COUNTED}
    return Result(name, article_id, new, counts, article.removed)


def _extracted(article: Article, model: str | None) -> tuple[Tables, tuple[str, ...]]:
    """Extract one article's tables, and the evidence for its inferred date.

    Raises:
        ExtractionError: The program fails on this article.
    """
    from briefing.extraction.assemble import assemble
    from briefing.extraction.pipeline import Reader, docs
    from briefing.extraction.read import fault
    from briefing.version import VERSION

    try:
        found = list(docs([article], model=model))
        tables = assemble(found, Reader(model or settings().model, VERSION))
    except BriefingError:
        raise
    except Exception as error:  # named in the result, so that other articles can go on
        raise fault(article, error) from error
    return tables, tuple(found[0]._.published.evidence)
