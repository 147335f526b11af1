"""Reads, extracts and adds articles, one by one."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field, replace

from briefing.article import Article, first_words
from briefing.errors import ExtractionError, LibraryError, LibraryUnwritableError
from briefing.extraction.limited import read_each, read_limited
from briefing.extraction.outcome import Reading
from briefing.folders import DATA
from briefing.library import queries
from briefing.library.articles import StoredArticle
from briefing.library.chatham.adding import Whole, add_without, names_somebody
from briefing.library.newest import settle
from briefing.library.queries.versions import Alike
from briefing.library.removal import kept_article
from briefing.library.rows import ArticleRows, article_rows
from briefing.library.sources import End, OriginalFinder, Piece, Source, pieces_of
from briefing.library.store import Library
from briefing.library.unread import forget_unread, note_unread
from briefing.reading import Failure, iso_date
from briefing.settings import settings
from briefing.version import is_older

SAMPLES = DATA / "articles"

Progress = Callable[[int, str], None]
"""Called after each source with how many are done and the last one's name."""


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
    """Read sources, extract their tables and add them, an article at a time and in order.

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
    workers: int | None = None,
    step: Callable[[], None] | None = None,
) -> Generator[Result, None, None]:
    """Do what `read_and_add` does, and yield each result as soon as it is there.

    Articles that are there already are passed over before they are read, so what was stopped goes
    on where it stopped.

    Args:
        library: The library.
        sources: Paths, uploads or articles.
        published: The date of publication, for articles that state none.
        verbatim: Take the texts as they are.
        model: Load name of the model; the setting `model` when None.
        sample: Whether they come with the program.
        workers: How many processes read at once; None for one, and for many articles as many as
            the setting `workers` says.
        step: Called at the end of each file, upload or article, as often as `number_of` says.

    Raises:
        LibraryUnwritableError: The library can take nothing more, such as on a full disk; what
            comes after is not read.
    """
    library.must_be_writable()
    adding = _Adding(library, sample=sample)
    pieces = pieces_of(sources, published=published, verbatim=verbatim)
    for piece, answer in read_each(pieces, adding.wanted, model=model, workers=workers):
        if isinstance(piece, End):
            if piece.name is not None and not adding.failed:
                forget_unread(library, piece.name)
            adding.failed = adding.failed and not piece.of_source
            if step is not None and piece.counts:
                step()
            continue
        result = adding.result(piece, answer)
        if result.error is not None:
            adding.failed = True
            note_unread(library, result.name, result.error)
        yield result
    library.checkpoint()


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
    reading = read_limited(undated(kept.article))
    library.put_back(article_id, rows=_rows(reading), evidence=reading.evidence)


def read_again(library: Library, *, workers: int | None = None) -> Iterator[Result]:
    """Read again what an older version of the program read, in the order of adding.

    Each article's old reading stays until the new one takes its place, in one transaction; texts,
    dates that were given, what is shown, decks and reviews stay. What is left when it is stopped is
    done the next time.

    Args:
        library: The library.
        workers: How many processes read at once, as with `add_each`.

    Yields:
        What became of each article that is still there; one with an error keeps its old reading.
    """
    older = (_Older(article_id) for article_id in queries.older_articles(library))

    def article_of(item: _Older) -> Article | None:
        stored = library.article(item.article_id) if library.has(item.article_id) else None
        if stored is None or not is_older(stored.row["reader_version"]):
            return None  # removed, or read again, meanwhile
        item.stored = stored
        return undated(stored.article)

    for item, reading in read_each(older, article_of, workers=workers):
        if item.stored is not None and reading is not None:
            yield _replaced(library, undated(item.stored.article), item.stored, reading)
    library.checkpoint()


@dataclass(slots=True)
class _Older:
    """An article that an older version read, as it stood when it was given to be read."""

    article_id: str
    stored: StoredArticle | None = None


def undated(article: Article) -> Article:
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


class _Adding:
    """Adds what was read, in the order in which it was given."""

    def __init__(self, library: Library, *, sample: bool) -> None:
        self.failed = False
        self._library = library
        self._sample = sample
        self._asked: dict[str, str | None] = {}

    def wanted(self, piece: Piece | End) -> Article | None:
        """Return an article that is to be read: one that is neither there nor on its way."""
        outcome = piece.outcome if isinstance(piece, Piece) else None
        if not isinstance(outcome, Article) or outcome.article_id in self._asked:
            return None
        if self._library.has(outcome.article_id):
            return None
        self._asked[outcome.article_id] = None
        return outcome

    def result(self, piece: Piece, answer: Reading | ExtractionError | None) -> Result:
        """Add an article with its reading; say what became of it, or of what is none."""
        outcome = piece.outcome
        if isinstance(outcome, Failure):
            return Result(outcome.name, error=str(outcome.error))
        name, article_id = _name(outcome), outcome.article_id
        if answer is None:
            error = self._asked.get(article_id)
            return _told(name, outcome) if error is None else Result(name, error=error)
        result = self._added(name, outcome, answer, piece.original)
        if result.error is not None:
            self._asked[article_id] = result.error
        else:
            self._asked.pop(article_id, None)
        return result

    def _added(
        self,
        name: str,
        article: Article,
        answer: Reading | ExtractionError,
        original: OriginalFinder | None,
    ) -> Result:
        if isinstance(answer, ExtractionError):
            return Result(name, error=str(answer))
        library, rows = self._library, _rows(answer)
        keeps = original is not None and not self._sample and settings().keep_files
        file = original() if original is not None and keeps else None
        try:
            if names_somebody(library, article):
                whole = Whole(article, rows, answer.evidence, file, self._sample)
                article, rows, new = add_without(library, whole)
                name = _name(article)
            else:
                new = library.add(
                    article, rows, evidence=answer.evidence, sample=self._sample, original=file
                )
        except LibraryUnwritableError:
            raise
        except (LibraryError, ExtractionError) as error:
            return Result(name, error=str(error))
        found = settle(library, article.article_id) if new and not self._sample else []
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
    return article_rows(reading.rows)


def _name(article: Article) -> str:
    return article.title or first_words(article.text)
