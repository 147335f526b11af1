"""Reads, extracts and adds: the one module of the library that needs spaCy, imported when used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from threading import Lock

from briefing.article import Article
from briefing.errors import BriefingError, ExtractionError, LibraryError
from briefing.library.rows import ArticleRows, rows_by_article
from briefing.library.store import Library
from briefing.reading import Failure, iso_date, read_paths, read_upload
from briefing.settings import ROOT, settings

SAMPLES = ROOT / "data" / "articles"

_ONE_AT_A_TIME = Lock()
"""spaCy's pipeline is shared between a server's sessions, and not made for many threads."""

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
    batch: int = 1,
) -> Iterator[Result]:
    """Do what `read_and_add` does, and yield each result as soon as it is there.

    Args:
        library: The library.
        sources: Paths, uploads or articles.
        published: The date of publication, for articles that state none.
        verbatim: Take the texts as they are.
        model: Load name of the model; the setting `model` when None.
        batch: Articles read together: more are faster, and their results come together.
    """
    outcomes = _outcomes(sources, published=published, verbatim=verbatim)
    while group := list(islice(outcomes, batch)):
        articles = [outcome for outcome in group if isinstance(outcome, Article)]
        readings = _readings(library, articles, model)
        for outcome in group:
            if isinstance(outcome, Failure):
                yield Result(outcome.name, error=str(outcome.error))
            else:
                yield _added(library, outcome, readings.get(outcome.article_id))


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
    with _ONE_AT_A_TIME:
        reading = _extracted([article], None)[article_id]
    if isinstance(reading, ExtractionError):
        raise reading
    library.replace(article, reading.rows, evidence=reading.evidence)


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
            yield from read_upload(source.data, source.name, verbatim=verbatim, published=published)
        else:
            yield from read_paths([source], verbatim=verbatim, published=published)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What extraction found in one article."""

    rows: ArticleRows
    evidence: tuple[str, ...]


_Readings = dict[str, _Reading | ExtractionError]


def _readings(library: Library, articles: Sequence[Article], model: str | None) -> _Readings:
    """Extract the articles that the library does not hold, by article id."""
    with _ONE_AT_A_TIME:
        fresh = [article for article in articles if not library.has(article.article_id)]
        return _extracted(fresh, model)


def _added(
    library: Library, article: Article, reading: _Reading | ExtractionError | None
) -> Result:
    """Add one article; without a reading it is there already."""
    name = article.title or article.text.strip().split("\n", 1)[0][:80]
    if isinstance(reading, ExtractionError):
        return Result(name, error=str(reading))
    if reading is None:
        return Result(name, article.article_id, removed=article.removed)
    try:
        new = library.add(article, reading.rows, evidence=reading.evidence)
    except LibraryError as error:
        return Result(name, error=str(error))
    return Result(name, article.article_id, new, reading.rows.counts, article.removed)


def _extracted(articles: Sequence[Article], model: str | None) -> _Readings:
    """Extract articles together; when the program fails on one, the others without it."""
    from briefing.extraction.assemble import assemble
    from briefing.extraction.pipeline import Reader, docs
    from briefing.extraction.read import fault
    from briefing.version import VERSION

    once = {article.article_id: article for article in articles}
    if not once:
        return {}
    try:
        found = list(docs(once.values(), model=model))
        tables = assemble(found, Reader(model or settings().model, VERSION))
    except BriefingError:
        raise
    except Exception as error:
        if len(once) == 1:
            return {article_id: fault(article, error) for article_id, article in once.items()}
        alone: _Readings = {}
        for article in once.values():
            alone |= _extracted([article], model)
        return alone
    rows = rows_by_article(tables)
    return {
        article_id: _Reading(rows[article_id], tuple(doc._.published.evidence))
        for article_id, doc in zip(once, found, strict=True)
    }
