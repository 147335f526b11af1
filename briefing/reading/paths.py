"""Files and folders to Articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.article import Article
from briefing.errors import ReadingError
from briefing.reading.decode import check_size, decode
from briefing.reading.faults import fault
from briefing.reading.jsonl import lines_of, read_lines
from briefing.reading.plain import read_text
from briefing.settings import settings

JSON_LINES = (".jsonl", ".ndjson")
TEXTS = ("", ".txt", ".text", ".md")


@dataclass(frozen=True, slots=True)
class Failure:
    """A path, or a line of one, that could not be read, and why."""

    name: str
    error: ReadingError


def read(path: str | Path, *, verbatim: bool = False, published: str | None = None) -> Article:
    """Read one article from a plain text file.

    Args:
        path: The file.
        verbatim: Take the text as it is: nothing split, cut or trimmed.
        published: When it was published, if the user knows.

    Raises:
        ReadingError: The file cannot become an article; the message says what to do.
    """
    path = Path(path)
    try:
        check_size(path.stat().st_size, name=str(path))
        with path.open("rb") as file:  # what has no size, such as a pipe, is not read to its end
            data = file.read(settings().max_bytes + 1)
    except FileNotFoundError as error:
        raise ReadingError(f"{path} is not there; check the path.", path=str(path)) from error
    except IsADirectoryError as error:
        raise ReadingError(
            f"{path} is a folder; give the file of an article.", path=str(path)
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ReadingError(
            f"{path} cannot be read ({reason}); check the path and its permissions.",
            path=str(path),
        ) from error
    return read_bytes(data, name=str(path), verbatim=verbatim, published=published)


def read_bytes(
    data: bytes, name: str, *, verbatim: bool = False, published: str | None = None
) -> Article:
    """Read one article from the bytes of a plain text file, such as an upload.

    Args:
        data: The bytes.
        name: The file's name, for an error's sentence.
        verbatim: Take the text as it is: nothing split, cut or trimmed.
        published: When it was published, if the user knows.

    Raises:
        ReadingError: The bytes cannot become an article; the message says what to do.
    """
    return read_text(decode(data, name=name), name=name, verbatim=verbatim, published=published)


def read_upload(
    data: bytes, name: str, *, verbatim: bool = False, published: str | None = None
) -> Iterator[Article | Failure]:
    """Read the articles in the bytes of a file: one, or one a line when its name is .jsonl.

    Args:
        data: The bytes.
        name: The file's name.
        verbatim: Take the texts as they are.
        published: When they were published, for those that do not say.
    """
    if Path(name).suffix.casefold() not in JSON_LINES:
        try:
            yield read_bytes(data, name, verbatim=verbatim, published=published)
        except ReadingError as error:
            yield Failure(name, error)
        except Exception as error:
            yield Failure(name, fault(name, error))
        return
    for outcome in lines_of(data.splitlines(), name, verbatim=verbatim, published=published):
        if isinstance(outcome, ReadingError):
            yield Failure(outcome.path or name, outcome)
        else:
            yield outcome


def read_paths(
    paths: Iterable[str | Path], *, verbatim: bool = False, published: str | None = None
) -> Iterator[Article | Failure]:
    """Read files, folders and JSON Lines files, in order; what cannot be read comes as a Failure.

    A folder gives its files and those of the folders in it, by name, hidden ones left out.
    """
    for path in map(Path, paths):
        if path.is_dir():
            yield from _folder(path, verbatim=verbatim, published=published)
        else:
            yield from _file(path, verbatim=verbatim, published=published)


def _folder(folder: Path, *, verbatim: bool, published: str | None) -> Iterator[Article | Failure]:
    found = False
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if hidden or path.is_dir():
            continue
        found = True
        if path.suffix.casefold() in JSON_LINES + TEXTS:
            yield from _file(path, verbatim=verbatim, published=published)
        else:
            yield _failure(
                path, f"is a {path.suffix} file, which is not read; save it as plain text (.txt)"
            )
    if not found:
        yield _failure(folder, "holds no file; give a folder with articles")


def _file(path: Path, *, verbatim: bool, published: str | None) -> Iterator[Article | Failure]:
    if path.suffix.casefold() not in JSON_LINES:
        try:
            yield read(path, verbatim=verbatim, published=published)
        except ReadingError as error:
            yield Failure(str(path), error)
        except Exception as error:
            yield Failure(str(path), fault(str(path), error))
        return
    for outcome in read_lines(path, verbatim=verbatim, published=published):
        if isinstance(outcome, ReadingError):
            yield Failure(outcome.path or str(path), outcome)
        else:
            yield outcome


def _failure(path: Path, reason: str) -> Failure:
    return Failure(str(path), ReadingError(f"{path} {reason}.", path=str(path)))
