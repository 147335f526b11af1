"""Reads, extracts and adds articles, one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from briefing.article import Article
from briefing.errors import ExtractionError, LibraryError, LibraryUnwritableError
from briefing.extraction.limited import ONE_AT_A_TIME, read_limited
from briefing.extraction.outcome import Reading
from briefing.folders import DATA
from briefing.library import queries
from briefing.library.articles import StoredArticle
from briefing.library.newest import settle
from briefing.library.originals import Original
from briefing.library.queries.versions import Alike
from briefing.library.removal import kept_article
from briefing.library.rows import ArticleRows, rows_by_article
from briefing.library.store import Library
from briefing.library.unread import forget_unread, note_unread
from briefing.reading import Failure, iso_date, read_paths, read_upload
from briefing.reading.paths import files_in
from briefing.settings import settings
from briefing.version import is_older

SAMPLES = DATA / "articles"

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
        captions: The captions and credits of pictures that reading set apart.
        notes: What reading repaired, left open or did not read, each one sentence.
        alike: The versions and copies of it that the library has.
        error: Why there is no article, in one sentence.
    """

    name: str
    article_id: str | None = None
    new: bool = False
    counts: dict[str, int] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    alike: tuple[Alike, ...] = ()
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
    sample: bool = False,
) -> Iterator[Result]:
    """Do what `read_and_add` does, and yield each result as soon as it is there.

    Args:
        library: The library.
        sources: Paths, uploads or articles.
        published: The date of publication, for articles that state none.
        verbatim: Take the texts as they are.
        model: Load name of the model; the setting `model` when None.
        sample: Whether they come with the program.

    Raises:
        LibraryUnwritableError: The library can take nothing more, such as on a full disk; what
            comes after is not read.
    """
    library.must_be_writable()
    for source in sources:
        whole = True
        for outcome, original in _outcomes([source], published=published, verbatim=verbatim):
            if isinstance(outcome, Failure):
                result = Result(outcome.name, error=str(outcome.error))
            else:
                kept = None if sample else original
                result = _added(library, outcome, model, sample=sample, original=kept)
                library.checkpoint()
            if result.error is not None:
                whole = False
                note_unread(library, result.name, result.error)
            yield result
        if whole and not isinstance(source, Article):
            forget_unread(library, source.name if isinstance(source, Upload) else str(source))


def give_date(library: Library, article_id: str, day: str) -> None:
    """Take the date of publication from the user and read the article again with it.

    Raises:
        LibraryError: The article is not in the library.
        ReadingError: `day` is no date.
        ExtractionError: The program fails on the article, or it takes too long.
    """
    library.must_be_writable()
    article = library.article(article_id).article
    article = replace(article, published=iso_date(day), published_basis="given")
    reading = read_limited(article)
    library.replace(article, _rows(reading), evidence=reading.evidence)


def put_back(library: Library, article_id: str) -> None:
    """Put an article back that was removed; one that an older version kept is read again.

    Raises:
        LibraryError: The article is not kept any more.
        ExtractionError: The program fails on the article, or it takes too long.
    """
    with library.reading() as connection:
        kept = kept_article(connection, article_id)
    if kept is None or kept.rows is not None:
        library.put_back(article_id)
        return
    reading = read_limited(_undated(kept.article))
    library.put_back(article_id, rows=_rows(reading), evidence=reading.evidence)


def read_again(library: Library) -> Iterator[Result]:
    """Read again what an older version of the program read, in the order of adding.

    Each article's old reading stays until the new one takes its place, in one transaction; texts,
    dates that were given, what is shown, decks and reviews stay. What is left when it is stopped is
    done the next time.

    Args:
        library: The library.

    Yields:
        What became of each article that is still there; one with an error keeps its old reading.
    """
    for article_id in queries.older_articles(library):
        with ONE_AT_A_TIME:
            stored = library.article(article_id) if library.has(article_id) else None
            if stored is None or not is_older(stored.row["reader_version"]):
                continue  # removed, or read again, meanwhile
            article = _undated(stored.article)
            reading = _reading(article)
        result = _replaced(library, article, stored, reading)
        library.checkpoint()
        yield result


def _reading(article: Article) -> Reading | ExtractionError:
    try:
        return read_limited(article)
    except ExtractionError as error:
        return error


def _undated(article: Article) -> Article:
    """Return the article without a date that an earlier reading inferred."""
    if article.published_basis in ("inferred", "unknown"):
        return replace(article, published=None, published_basis="unknown")
    return article


def _replaced(
    library: Library, article: Article, stored: StoredArticle, reading: Reading | ExtractionError
) -> Result:
    name = _name(article)
    if isinstance(reading, ExtractionError):
        return Result(name, error=str(reading))
    rows = _rows(reading)
    try:
        library.replace(article, rows, evidence=reading.evidence, seen=stored.row)
    except LibraryUnwritableError:
        raise
    except LibraryError as error:
        return Result(name, error=str(error))
    return Result(name, article.article_id, counts=rows.counts, removed=article.removed)


def seed(library: Library) -> list[Result]:
    """Read the sample articles into an empty library, when the setting `seed` says so.

    Of several sessions that start at once each may read the sample; one adds it.
    """
    if not settings().seed or not library.writable or len(library):
        return []
    return read_and_add(library, [SAMPLES], sample=True)


_Original = Callable[[], Original | None]
"""Finds the file that an article came in, when it is to be kept."""


def _outcomes(
    sources: Iterable[Source], *, published: str | None, verbatim: bool
) -> Iterator[tuple[Article | Failure, _Original | None]]:
    """Yield what each source holds, with the way to its file."""
    for source in sources:
        if isinstance(source, Article):
            yield source, None
        elif isinstance(source, Upload):
            upload = Original(Path(source.name).name, source.data)
            for outcome in read_upload(
                source.data, source.name, verbatim=verbatim, published=published
            ):
                yield outcome, partial(_same, upload)
        else:
            for path in _files(Path(source)):
                for outcome in read_paths([path], verbatim=verbatim, published=published):
                    yield outcome, partial(_file, path)


def _files(path: Path) -> Iterable[Path]:
    """Return the files of a folder, else the path itself; an empty folder says so when read."""
    return (list(files_in(path)) or [path]) if path.is_dir() else [path]


def _same(original: Original) -> Original:
    return original


def _file(path: Path) -> Original | None:
    """Return a file as it is; None for one that is larger than what is kept, or is gone."""
    with suppress(OSError):
        if path.is_file() and path.stat().st_size <= settings().max_file_bytes:
            return Original(path.name, path.read_bytes())
    return None


def _added(
    library: Library,
    article: Article,
    model: str | None,
    *,
    sample: bool,
    original: _Original | None,
) -> Result:
    """Read and add one article, unless it is there already."""
    name = _name(article)
    try:
        with ONE_AT_A_TIME:
            if library.has(article.article_id):
                return _told(name, article)
            reading = read_limited(article, model=model)
        rows = _rows(reading)
        file = original() if original is not None and settings().keep_files else None
        new = library.add(article, rows, evidence=reading.evidence, sample=sample, original=file)
    except LibraryUnwritableError:
        raise
    except (ExtractionError, LibraryError) as error:
        return Result(name, error=str(error))
    found = settle(library, article.article_id) if new and not sample else []
    return replace(_told(name, article), new=new, counts=rows.counts, alike=tuple(found))


def _told(name: str, article: Article) -> Result:
    """Return what reading said of an article, before it is known whether it is new."""
    return Result(
        name,
        article.article_id,
        removed=article.removed,
        captions=article.captions,
        notes=article.notes,
    )


def _rows(reading: Reading) -> ArticleRows:
    (rows,) = rows_by_article(reading.tables).values()
    return rows


def _name(article: Article) -> str:
    return article.title or article.text.strip().split("\n", 1)[0][:80]
