"""Files, folders, uploads and pastes to Articles: one way in for all of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.article import Article
from briefing.errors import ReadingError
from briefing.reading.articles import articles_in
from briefing.reading.decode import check_file_size, decode
from briefing.reading.fetching import fetch
from briefing.reading.formats.addresses import is_address, not_fetched
from briefing.reading.jsonl import read_lines
from briefing.reading.raw import File, RawArticle
from briefing.reading.registry import JSON_LINES, PLAIN, read_raw, suffix_of
from briefing.settings import settings

_TEXTS = (*PLAIN, ".md", ".markdown")
"""Endings of files whose text is taken as it is where nothing may be changed."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A path, or a part of one, that could not be read, and why."""

    name: str
    error: ReadingError


def read(path: str | Path, *, verbatim: bool = False, published: str | None = None) -> Article:
    """Read the one article of a file.

    Args:
        path: The file.
        verbatim: Take the text as it is: nothing split, cut, mended or trimmed.
        published: When it was published, if the user knows and the file does not say.

    Raises:
        ReadingError: The file cannot become an article, or holds several; the message says what
            to do.
    """
    path = Path(path)
    return read_bytes(_bytes(path), name=str(path), verbatim=verbatim, published=published)


def read_bytes(
    data: bytes, name: str, *, verbatim: bool = False, published: str | None = None
) -> Article:
    """Read the one article in the bytes of a file, such as an upload.

    Args:
        data: The bytes.
        name: The file's name, by which its kind may be known, and for an error's sentence.
        verbatim: Take the text as it is: nothing split, cut, mended or trimmed.
        published: When it was published, if the user knows and the file does not say.

    Raises:
        ReadingError: The bytes cannot become one article; the message says what to do.
    """
    outcomes = list(read_upload(data, name, verbatim=verbatim, published=published))
    articles = [outcome for outcome in outcomes if isinstance(outcome, Article)]
    if len(articles) == 1:
        return articles[0]
    if articles:
        raise ReadingError(
            f"{name} holds {len(articles)} articles; read it with read_paths, or add it to the "
            "library.",
            path=name,
        )
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            raise outcome.error
    raise ReadingError(f"{name} contains no article; paste its text.", path=name)


def read_upload(
    data: bytes, name: str, *, verbatim: bool = False, published: str | None = None
) -> Iterator[Article | Failure]:
    """Read the articles in the bytes of a file, whatever its kind.

    Args:
        data: The bytes.
        name: The file's name.
        verbatim: Take the texts as they are.
        published: When they were published, for those that do not say.
    """
    try:
        check_file_size(len(data), name=name)
    except ReadingError as error:
        yield Failure(name, error)
        return
    yield from _outcomes(File(data, name), verbatim=verbatim, published=published)


def read_pasted(
    text: str, name: str, *, source: str | None = None, published: str | None = None
) -> Iterator[Article | Failure]:
    """Read the articles in what somebody pasted: text, or the source of a page, mail or table.

    Args:
        text: What was pasted.
        name: How an error's sentence calls it.
        source: The outlet, if the user knows.
        published: When it was published, if the user knows.
    """
    file = File(text.encode("utf-8", "replace"), name)
    known = (
        raw if isinstance(raw, ReadingError) else replace(raw, source=source or raw.source)
        for raw in read_raw(file)
    )
    found = articles_in(known, name, published=published, from_file=False, budget=file.budget)
    yield from _told(found, name)


def read_paths(
    paths: Iterable[str | Path], *, verbatim: bool = False, published: str | None = None
) -> Iterator[Article | Failure]:
    """Read files, folders and addresses, in order; what cannot be read comes as a Failure.

    A folder gives its files and those of the folders in it, by name, hidden ones left out.
    """
    for given in paths:
        if names_page(given):
            yield from read_address(str(given), verbatim=verbatim, published=published)[0]
            continue
        path = Path(given)
        if path.is_dir():
            yield from _folder(path, verbatim=verbatim, published=published)
        else:
            yield from _file(path, verbatim=verbatim, published=published)


def names_page(path: str | Path) -> bool:
    """Say whether a path is the address of a page: not so where a file is called like one."""
    return is_address(str(path)) and not os.path.exists(path)


def read_address(
    address: str, *, verbatim: bool = False, published: str | None = None
) -> tuple[list[Article | Failure], bytes]:
    """Read the articles of a page by its address, where the setting `fetch_addresses` allows it.

    Returns:
        The articles, each with the address unless the page names another one, and the page's bytes.
    """
    if not settings().fetch_addresses:
        return [Failure(address, not_fetched(address))], b""
    try:
        page = fetch(address)
    except ReadingError as error:
        return [Failure(address, error)], b""
    outcomes = read_upload(page.data, page.address, verbatim=verbatim, published=published)
    return [
        outcome
        if isinstance(outcome, Failure)
        else replace(outcome, url=outcome.url or page.address)
        for outcome in outcomes
    ], page.data


def _folder(folder: Path, *, verbatim: bool, published: str | None) -> Iterator[Article | Failure]:
    found = False
    for path in files_in(folder):
        found = True
        yield from _file(path, verbatim=verbatim, published=published)
    if not found:
        yield Failure(
            str(folder),
            ReadingError(
                f"{folder} contains no file; give a folder with articles.", path=str(folder)
            ),
        )


def files_in(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder and of the folders in it, by name, hidden ones left out."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and not path.is_dir():
            yield path


def _file(path: Path, *, verbatim: bool, published: str | None) -> Iterator[Article | Failure]:
    name = str(path)
    if suffix_of(name) in JSON_LINES:  # of any size, a line at a time
        yield from _told(read_lines(path, verbatim=verbatim, published=published), name)
        return
    try:
        data = _bytes(path)
    except ReadingError as error:
        yield Failure(name, error)
        return
    yield from _outcomes(File(data, name), verbatim=verbatim, published=published)


def _outcomes(file: File, *, verbatim: bool, published: str | None) -> Iterator[Article | Failure]:
    raws = _raws(file, verbatim=verbatim)
    found = articles_in(raws, file.name, verbatim=verbatim, published=published, budget=file.budget)
    return _told(found, file.name)


def _told(outcomes: Iterable[Article | ReadingError], name: str) -> Iterator[Article | Failure]:
    """Return errors as failures of what they are of, else of the whole."""
    for outcome in outcomes:
        if isinstance(outcome, ReadingError):
            yield Failure(outcome.path or name, outcome)
        else:
            yield outcome


def _raws(file: File, *, verbatim: bool) -> Iterator[RawArticle | ReadingError]:
    """Return what a file holds; a plain text that may not be changed is taken as it is."""
    if not verbatim or suffix_of(file.name) not in _TEXTS:
        yield from read_raw(file)
        return
    try:
        yield RawArticle(decode(file.data, name=file.name), kind="plain text")
    except ReadingError as error:
        yield error


def _bytes(path: Path) -> bytes:
    name = str(path)
    try:
        check_file_size(path.stat().st_size, name=name)
        with path.open("rb") as file:  # what has no size, such as a pipe, is not read to its end
            data = file.read(settings().max_file_bytes + 1)
        check_file_size(len(data), name=name)
        return data
    except FileNotFoundError as error:
        raise ReadingError(f"{path} is not there; check the path.", path=name) from error
    except IsADirectoryError as error:
        raise ReadingError(
            f"{path} is a folder; give the file of an article.", path=name
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ReadingError(
            f"{path} cannot be read ({reason}); check the path and its permissions.", path=name
        ) from error
