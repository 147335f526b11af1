"""Files that are zip archives: bounded access to what they hold, and XML without surprises."""

from __future__ import annotations

import io
import zipfile
import zlib
from struct import error as struct_error
from typing import Any

from lxml import etree

from briefing.errors import ReadingError
from briefing.reading.raw import File

MAX_RATIO = 400
"""How many times larger than packed a file may be; only made-up ones are larger."""


def opened(file: File) -> zipfile.ZipFile:
    """Open a file as a zip archive.

    Raises:
        ReadingError: It is damaged.
    """
    try:
        return zipfile.ZipFile(io.BytesIO(file.data))
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, struct_error) as error:
        raise damaged(file.name, "archive or Office document") from error


def damaged(name: str, what: str = "file") -> ReadingError:
    """Return the error of a file that is not whole."""
    return ReadingError(
        f"{name} cannot be read, as the {what} is damaged; fetch it again, or paste its text.",
        path=name,
    )


def unpacked(archive: zipfile.ZipFile, member: str | zipfile.ZipInfo, file: File) -> bytes:
    """Return the bytes of a member, counted against what may be unpacked.

    Raises:
        ReadingError: It is too large, locked with a password, or damaged.
        KeyError: There is no such member.
    """
    info = archive.getinfo(member) if isinstance(member, str) else member
    if info.flag_bits & 0x1:
        raise ReadingError(
            f"{file.name} is locked with a password; unpack or save it without one.",
            path=file.name,
        )
    if info.file_size > 1_000_000 and info.file_size > MAX_RATIO * max(1, info.compress_size):
        raise ReadingError(
            f"{file.name} unpacks to far more than its size, as harmful files do; "
            "it is not read. Paste the text instead.",
            path=file.name,
        )
    limit = file.budget.unpacked
    try:
        with archive.open(info) as member_file:
            data = member_file.read(limit + 1)  # what the header says of the size may be untrue
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        struct_error,
    ) as error:
        raise damaged(file.name) from error
    file.budget.take_bytes(len(data), file.name)
    return data


def xml(data: bytes, name: str) -> Any:
    """Return the root of an XML document; no entity is expanded and nothing is fetched.

    Raises:
        ReadingError: It is no well-formed XML.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(name) from error


def local(element: Any) -> str:
    """Return an element's name without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
