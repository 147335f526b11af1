"""What is read: the one list of kinds of files, and how each is known.

A kind is known by what a file holds, and by its name's ending where that says nothing. The page,
the command line and folders ask here, and what is not read is refused by all with one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import PurePath

from briefing.errors import ReadingError
from briefing.reading.decode import check_size
from briefing.reading.fields import raw_of
from briefing.reading.formats import (
    addresses,
    archive,
    feed,
    html,
    mail,
    outlook,
    packed,
    pdf,
    records,
    rtf,
    subtitles,
    tables,
)
from briefing.reading.formats import documents as docs
from briefing.reading.lines import plain_ends
from briefing.reading.markdown import front_matter, without_signs
from briefing.reading.raw import File, RawArticle, Raws
from briefing.wording.reading import OLD_EXCEL, OLD_WORD, locked

JSON_LINES = (".jsonl", ".ndjson")
"""Read a line at a time (jsonl.py), so that such a file may be of any size."""

PLAIN = ("", ".txt", ".text")
"""Endings of plain text, which may yet turn out to be something else."""

_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,9}")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that is read.

    Attributes:
        name: What a sentence calls it.
        suffixes: The endings of its files' names.
        knows: Says by its words that a text is one; None where only bytes or the ending tell.
        read: Gives the articles.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[File], Raws]
    knows: Callable[[str], bool] | None = None


def _read_plain(file: File) -> Raws:
    if addresses.only_addresses(file.text):
        raise addresses.not_fetched(file.name)
    yield RawArticle(file.text)


def _read_markdown(file: File) -> Raws:
    text = plain_ends(file.text.removeprefix("\ufeff"))
    fields, body = front_matter(text)
    plain = without_signs(body)
    raw = raw_of({**fields, "text": plain.text}) or RawArticle(body)
    yield replace(raw, removed=plain.removed, captions=plain.captions)


def _read_lines(file: File) -> Raws:
    from briefing.reading.jsonl import raws_of

    yield from raws_of(file.data.splitlines(), file.name)


PDF = Kind("PDF", (".pdf",), pdf.read_pdf)
WORD = Kind("Word", (".docx", ".docm", ".dotx"), docs.read_word)
OPEN_DOCUMENT = Kind("OpenDocument text", (".odt", ".ott"), docs.read_opendocument)
RTF = Kind("RTF", (".rtf",), rtf.read_rtf)
EXCEL = Kind("Excel", (".xlsx", ".xlsm"), tables.read_excel)
MESSAGE = Kind("Outlook message", (".msg",), outlook.read_message)
ZIP = Kind("zip archive", (".zip",), archive.read_zip)
LINES = Kind("JSON Lines", JSON_LINES, _read_lines, records.looks_like_lines)
TEXT = Kind("plain text", (".txt", ".text"), _read_plain)

TEXTS: tuple[Kind, ...] = (
    Kind(
        "shortcut", (".url", ".webloc", ".desktop"), addresses.read_shortcut, addresses.is_shortcut
    ),
    Kind("saved page (MHTML)", (".mhtml", ".mht"), mail.read_archive, mail.looks_like_archive),
    Kind("mail", (".eml",), mail.read_mail, mail.looks_like_mail),
    Kind("feed", (".rss", ".atom", ".xml", ".rdf"), feed.read_feed, feed.looks_like_feed),
    Kind("web page", (".html", ".htm", ".xhtml"), html.read_html, html.looks_like_page),
    Kind("subtitles", (".srt", ".vtt"), subtitles.read_subtitles, subtitles.looks_like_subtitles),
    LINES,
    Kind("JSON", (".json",), records.read_json, records.looks_like_json),
    Kind("CSV", (".csv", ".tsv"), tables.read_csv, tables.looks_like_table),
    Kind("Markdown", (".md", ".markdown"), _read_markdown),
    TEXT,
)
"""Kinds of text, asked in this order."""

KINDS: tuple[Kind, ...] = (PDF, WORD, OPEN_DOCUMENT, RTF, EXCEL, MESSAGE, ZIP, *TEXTS)

SUFFIXES: tuple[str, ...] = tuple(suffix for kind in KINDS for suffix in kind.suffixes)
"""The endings of the files that are read."""

READ = (
    "web pages (.html, .mhtml), PDF, Word (.docx), OpenDocument (.odt), RTF, mail (.eml, .msg), "
    "feeds (RSS, Atom), Excel and CSV with a header, JSON, subtitles (.srt, .vtt), Markdown, plain "
    "text, and zip archives of these"
)
"""What is read, for a sentence."""

_UNREAD_SIGNATURES = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"BM", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3\x00", "a database"),
    (b"PAR1", "a Parquet file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"ID3", "a recording"),
    (b"OggS", "a recording"),
)


def suffix_of(name: str) -> str:
    """Return the ending of a file's name in small letters; "3.5.2024" and "U.S" have none."""
    suffix = PurePath(name.replace("\\", "/")).suffix
    return suffix.casefold() if _SUFFIX.fullmatch(suffix) else ""


def kind_of(file: File) -> Kind | None:
    """Return the kind of a file; None where it is not read."""
    try:
        return _kind(file)
    except ReadingError:
        return None


def read_raw(file: File) -> Raws:
    """Read the articles of a file, whatever its kind.

    Yields:
        Articles, and errors of parts of the file; the last of them where the file is none.
    """
    try:
        kind = _kind(file)
        for outcome in kind.read(file):
            yield (
                replace(outcome, kind=outcome.kind or kind.name)
                if (isinstance(outcome, RawArticle))
                else outcome
            )
    except ReadingError as error:
        yield error if error.path is not None else ReadingError(str(error), path=file.name)
    except Exception as error:  # what the readers of formats raise for damaged files is open
        failure = ReadingError(
            f"{file.name} cannot be read, as it is damaged or built in an unusual way; open it, "
            "save it again, or paste its text.",
            path=file.name,
        )
        failure.__cause__ = error
        yield failure


def read_inside(inner: File, outer: str) -> Raws:
    """Read a file that lies in another one; what it gives says so."""
    for outcome in read_raw(inner):
        if isinstance(outcome, RawArticle):
            part = f"{inner.name}, {outcome.part}" if outcome.part else inner.name
            yield replace(outcome, part=part)
        else:
            message = str(outcome)
            named = message if message.startswith(f"{outer}, ") else f"{outer}, {message}"
            yield ReadingError(named, path=f"{outer}, {outcome.path or inner.name}")


def _kind(file: File) -> Kind:
    data, suffix = file.data, suffix_of(file.name)
    if not data.strip():
        raise ReadingError(
            f"{file.name} is empty; give a text with at least one sentence.", path=file.name
        )
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.lstrip()[:6].startswith(b"{\\rtf"):
        return RTF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(file)
    if data.startswith(outlook.SIGNATURE):
        return _old_office(file)
    for signature, what in _UNREAD_SIGNATURES:
        if data.startswith(signature) and not _reads_as_text(data):
            raise not_read(file.name, what)
    if data[4:8] == b"ftyp":
        raise not_read(file.name, "a recording")
    return _text_kind(file, suffix)


def _text_kind(file: File, suffix: str) -> Kind:
    """Return the kind of a text: by what it holds, else by its ending."""
    named = next((kind for kind in TEXTS if suffix in kind.suffixes), None)
    if suffix not in (*PLAIN, *SUFFIXES):
        raise not_read(file.name, f"a {suffix} file" if _is_text(file) else "a binary file")
    if not _is_text(file):
        raise not_read(file.name, "a binary file")
    text = file.text
    if named is not LINES:
        for kind in TEXTS:
            if kind.knows is not None and kind.knows(text):
                return kind
    if named is not None and suffix == ".xml":
        raise not_read(file.name, "an XML file that is not a feed")
    kind = named or TEXT
    if kind.knows is None:
        check_size(len(file.data), name=file.name)
    return kind


def _is_text(file: File) -> bool:
    try:
        _ = file.text
    except ReadingError:
        return False
    return True


def _reads_as_text(data: bytes) -> bool:
    """Say whether bytes that begin as a picture's do are but letters: "BM", "MZ", "ID3"."""
    try:
        start = data[:400].decode("utf-8", "strict")
    except UnicodeDecodeError:
        return False
    return all(sign.isprintable() or sign.isspace() for sign in start)


def _packed(file: File) -> Kind:
    with packed.opened(file) as archive_file:
        names = frozenset(archive_file.namelist()[:100_000])
        if docs.holds_word(names):
            return WORD
        if "xl/workbook.xml" in names:
            return EXCEL
        mime = b""
        if "mimetype" in names:
            mime = packed.unpacked(archive_file, "mimetype", file)[:100]
    if mime.startswith(b"application/vnd.oasis.opendocument.text"):
        return OPEN_DOCUMENT
    if mime.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        raise not_read(file.name, "an OpenDocument spreadsheet (.ods)", "save it as .xlsx")
    if mime.startswith(b"application/epub"):
        raise not_read(file.name, "an e-book")
    if any(name.startswith("ppt/") for name in names) or b"presentation" in mime:
        raise not_read(file.name, "a presentation", "save it as PDF or paste its text")
    return ZIP


def _old_office(file: File) -> Kind:
    if outlook.is_message(file):
        return MESSAGE
    if outlook.is_locked(file):
        raise ReadingError(
            locked(file.name),
            path=file.name,
        )
    what = outlook.old_kind(file)
    instead = {
        OLD_WORD: "save it as .docx",
        OLD_EXCEL: "save it as .xlsx",
    }.get(what, "save it as PDF")
    raise not_read(file.name, what, instead)


def not_read(
    name: str, what: str, instead: str = "paste its text, or save it in a format that is read"
) -> ReadingError:
    """Return the error of a file that is not read: the one sentence for all of them."""
    return ReadingError(f"{name} is {what}, which is not read; {instead} ({READ}).", path=name)
