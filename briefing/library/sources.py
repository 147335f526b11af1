"""What is to be added: files, folders, uploads and articles, taken apart into articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from briefing.article import Article
from briefing.library.originals import Original
from briefing.reading import Failure, read_paths, read_upload
from briefing.reading.fetching import page_name
from briefing.reading.paths import files_in, names_page, read_address
from briefing.settings import settings


@dataclass(frozen=True, slots=True)
class Upload:
    """The bytes of a file as a browser sends them."""

    name: str
    data: bytes


Source = str | Path | Upload | Article
"""A path (a file or a folder), an address, an upload, or an article that is read already."""


OriginalFinder = Callable[[], Original | None]
"""Finds the file that an article came in, when it is to be kept."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What a source holds: an article, or why there is none; with the way to its file."""

    outcome: Article | Failure
    original: OriginalFinder | None = None


@dataclass(frozen=True, slots=True)
class End:
    """The end of a file, an upload or an article.

    Attributes:
        name: What it is called on the list of files that could not be read.
        of_source: Whether its source ends here too, which may be a folder of many files.
        counts: Whether it is one of those that are counted.
    """

    name: str | None
    of_source: bool
    counts: bool = True


def number_of(sources: Iterable[Source]) -> int:
    """Return how many files, uploads and articles sources are."""
    return sum(
        len(list(_files(Path(each)))) if isinstance(each, str | Path) else 1 for each in sources
    )


def pieces_of(
    sources: Iterable[Source], *, published: str | None, verbatim: bool
) -> Iterator[Piece | End]:
    """Yield what each source holds, and where it ends."""
    for source in sources:
        if isinstance(source, Article):
            yield Piece(source)
            yield End(None, of_source=True)
        elif isinstance(source, Upload):
            upload = Original(Path(source.name).name, source.data)
            for outcome in read_upload(
                source.data, source.name, verbatim=verbatim, published=published
            ):
                yield Piece(outcome, partial(_same, upload))
            yield End(source.name, of_source=True)
        elif names_page(source):
            address = str(source)
            outcomes, data = read_address(address, published=published, verbatim=verbatim)
            page = Original(page_name(address), data)
            yield from (Piece(outcome, partial(_same, page)) for outcome in outcomes)
            yield End(address, of_source=True)
        else:
            for path in _files(Path(source)):
                for outcome in read_paths([path], verbatim=verbatim, published=published):
                    yield Piece(outcome, partial(_file, path))
                yield End(None, of_source=False)
            yield End(str(source), of_source=True, counts=False)


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
