"""Reads, extracts and adds: the one module of the library that needs spaCy, imported when used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from threading import Lock

from briefing.article import Article
from briefing.errors import BriefingError, ExtractionError, LibraryError, LibraryUnwritableError
from briefing.folders import DATA
from briefing.library import queries
from briefing.library.rows import ArticleRows, rows_by_article
from briefing.library.store import Library, StoredArticle
from briefing.reading import Failure, iso_date, read_paths, read_upload
from briefing.settings import settings
from briefing.version import VERSION, is_older

SAMPLES = DATA / "articles"

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
"""A path (a file or a folder), an upload, or an article that is read already."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one source.

    Attributes:
        name: The title, or the name of a source that could not be read.
        article_id: The article, or None when there is none.
        new: False when the same article was in the library already.
        counts: How many entities, quotes, events and relations were found.
        removed: The pieces that reading cut as boilerplate.
        notes: What reading repaired, left open or did not read, each one sentence.
        error: Why there is no article, in one sentence.
    """

    name: str
    article_id: str | None = None
    new: bool = False
    counts: dict[str, int] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    error: str | None = None


def read_and_add(
    library: Library,
    sources: Iterable[Source],
    progress: Progress | None = None,
    *,
    published: str | None = None,
    verbatim: bool = False,
    model: str | None = None,
    sample: bool = False,
) -> list[Result]:
    """Read sources, extract their tables and add them, an article at a time.

    Args:
        library: The library.
        sources: Paths, uploads or articles.
        progress: Called after each article.
        published: The date of publication, for articles that state none.
        verbatim: Take the texts as they are.
        model: Load name of the model; the setting `model` when None.
        sample: Whether they come with the program.

    Returns:
        One result for each article and for each source that could not be read, in order.
    """
    results: list[Result] = []
    for result in add_each(
        library, sources, published=published, verbatim=verbatim, model=model, sample=sample
    ):
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
    sample: bool = False,
) -> Iterator[Result]:
    """Do what `read_and_add` does, and yield each result as soon as it is there.

    Args:
        library: The library.
        sources: Paths, uploads or articles.
        published: The date of publication, for articles that state none.
        verbatim: Take the texts as they are.
        model: Load name of the model; the setting `model` when None.
        batch: Articles read together: more are faster, and their results come together.
        sample: Whether they come with the program.

    Raises:
        LibraryUnwritableError: The library can take nothing more, such as on a full disk; what
            comes after is not read.
    """
    library.must_be_writable()
    outcomes = _outcomes(sources, published=published, verbatim=verbatim)
    try:
        while group := list(islice(outcomes, batch)):
            articles = [outcome for outcome in group if isinstance(outcome, Article)]
            readings = _readings(library, articles, model)
            for outcome in group:
                if isinstance(outcome, Failure):
                    yield Result(outcome.name, error=str(outcome.error))
                else:
                    yield _added(library, outcome, readings.get(outcome.article_id), sample=sample)
            library.checkpoint()
    finally:  # also where a full disk or the reader of the results stops it
        library.checkpoint()


def give_date(library: Library, article_id: str, day: str) -> None:
    """Take the date of publication from the user and read the article again with it.

    Raises:
        LibraryError: The article is not in the library.
        ReadingError: `day` is no date.
        ExtractionError: The program fails on the article.
    """
    library.must_be_writable()
    article = library.article(article_id).article
    article = replace(article, published=iso_date(day), published_basis="given")
    with _ONE_AT_A_TIME:
        reading = _extracted([article], None)[article_id]
    if isinstance(reading, ExtractionError):
        raise reading
    library.replace(article, reading.rows, evidence=reading.evidence)
    library.checkpoint()


def read_again(library: Library, *, batch: int = 1) -> Iterator[Result]:
    """Read again what an older version of the program read, in the order of adding.

    Each article's old reading stays until the new one takes its place, in one transaction; texts,
    dates that were given, what is shown, decks and reviews stay. What is left when it is stopped is
    done the next time.

    Args:
        library: The library.
        batch: Articles read together, as with `add_each`.

    Yields:
        What became of each article that is still there; one with an error keeps its old reading.
    """
    waiting = iter(queries.older_articles(library))
    while group := list(islice(waiting, batch)):
        with _ONE_AT_A_TIME:
            held = [library.article(key) for key in group if library.has(key)]
            held = [stored for stored in held if is_older(stored.row["reader_version"])]
            readings = _extracted([_undated(stored.article) for stored in held], None)
        for stored in held:
            yield _replaced(library, stored, readings[stored.article.article_id])
        library.checkpoint()


def _undated(article: Article) -> Article:
    """Return the article without a date that an earlier reading inferred."""
    if article.published_basis in ("inferred", "unknown"):
        return replace(article, published=None, published_basis="unknown")
    return article


def _replaced(
    library: Library, stored: StoredArticle, reading: _Reading | ExtractionError
) -> Result:
    article = _undated(stored.article)
    name = _name(article)
    if isinstance(reading, ExtractionError):
        return Result(name, error=str(reading))
    try:
        library.replace(article, reading.rows, evidence=reading.evidence, seen=stored.row)
    except LibraryUnwritableError:
        raise
    except LibraryError as error:
        return Result(name, error=str(error))
    return Result(name, article.article_id, counts=reading.rows.counts, removed=article.removed)


def seed(library: Library) -> list[Result]:
    """Read the sample articles into an empty library, when the setting `seed` says so.

    Of several sessions that start at once each may read the sample; one adds it.
    """
    if not settings().seed or not library.writable or len(library):
        return []
    return read_and_add(library, [SAMPLES], sample=True)


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
    library: Library,
    article: Article,
    reading: _Reading | ExtractionError | None,
    *,
    sample: bool,
) -> Result:
    """Add one article; without a reading it is there already."""
    name = _name(article)
    if isinstance(reading, ExtractionError):
        return Result(name, error=str(reading))
    if reading is None:
        return Result(name, article.article_id, removed=article.removed, notes=article.notes)
    try:
        new = library.add(article, reading.rows, evidence=reading.evidence, sample=sample)
    except LibraryUnwritableError:
        raise
    except LibraryError as error:
        return Result(name, error=str(error))
    counts = reading.rows.counts
    return Result(name, article.article_id, new, counts, article.removed, article.notes)


def _name(article: Article) -> str:
    return article.title or article.text.strip().split("\n", 1)[0][:80]


def _extracted(articles: Sequence[Article], model: str | None) -> _Readings:
    """Extract articles together; when the program fails on one, the others without it."""
    from briefing.extraction.assemble import assemble
    from briefing.extraction.pipeline import Reader, docs
    from briefing.extraction.read import fault

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
