"""PDF documents: their words in the order of reading, without what the pages repeat."""

from __future__ import annotations

import ctypes
from threading import Lock
from typing import Any

from briefing.errors import ReadingError
from briefing.reading.formats.pdf_layout import Page, flow
from briefing.reading.formats.pdf_lines import Sign, lines_of
from briefing.reading.formats.pdf_streams import packs_more_than
from briefing.reading.raw import File, RawArticle, Raws
from briefing.settings import settings
from briefing.wording.reading import locked

MAX_PAGES = 1_000
_READABLE = 0.8
"""Share of a document's signs that are letters, digits or usual marks where it can be read."""

_ONE_AT_A_TIME = Lock()
"""The library under it is not made for several threads."""


def read_pdf(file: File) -> Raws:
    """Read the words of a PDF document.

    Raises:
        ReadingError: It is locked, damaged, a scan without words, or too long.
    """
    with _ONE_AT_A_TIME:
        pages = _pages(file)
    signs = "".join(line.text for page in pages for line in page.lines)
    if not any(map(str.isalnum, signs)):
        raise ReadingError(
            f"{file.name} contains pictures of pages and no text, like a scan; have its words "
            "recognised (OCR) first, or paste them.",
            path=file.name,
        )
    if sum(sign.isalnum() or sign.isspace() or sign in _USUAL for sign in signs) < (
        _READABLE * len(signs)
    ) or signs.count("\ufffd") > 0.05 * len(signs):
        raise ReadingError(
            f"{file.name} does not say which letters its characters stand for; have its words "
            "recognised (OCR) first, or paste them.",
            path=file.name,
        )
    empty = sum(not page.lines for page in pages)
    told = flow(pages)
    notes = list(told.notes)
    if empty:
        notes.append(
            f"{'1 page holds' if empty == 1 else f'{empty} pages hold'} no text, perhaps pictures "
            "only."
        )
    yield RawArticle(text=told.text, title=told.title, notes=tuple(notes), removed=told.removed)


_USUAL = frozenset(".,;:!?'\"()[]-–—‘’“”…/&%$€£•·*|+=<>@#_\ufffe«»°")


def _pages(file: File) -> list[Page]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(file.data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise ReadingError(
                locked(file.name),
                path=file.name,
            ) from error
        raise ReadingError(
            f"{file.name} cannot be read, as the PDF file is damaged; fetch it again, or paste "
            "its text.",
            path=file.name,
        ) from error
    try:
        number = len(document)
        if number > MAX_PAGES:
            raise ReadingError(
                f"{file.name} has {number:,} pages, more than the {MAX_PAGES:,} that are read; "
                "give the pages of the article alone.",
                path=file.name,
            )
        most = 2 * settings().max_characters
        if packs_more_than(file, 2 * most):  # two bytes a sign at most
            raise _too_long(file)
        pages: list[Page] = []
        for index in range(number):
            file.budget.check_time(file.name)
            page, signs = _page(document, index, most, file)
            most -= signs
            pages.append(page)
        return pages
    finally:
        document.close()


def _too_long(file: File) -> ReadingError:
    return ReadingError(
        f"{file.name} has more than the {settings().max_characters:,} characters of the longest "
        "article that is read; give the pages of the article alone.",
        path=file.name,
    )


def _page(document: Any, index: int, most: int, file: File) -> tuple[Page, int]:
    """Return a page and the number of its signs, of which it may have so many at most."""
    import pypdfium2

    try:
        page = document[index]
        try:
            width, height = page.get_size()
            words = page.get_textpage()
            try:
                number = words.count_chars()
                if number > most:
                    raise _too_long(file)
                file.budget.check_time(file.name)
                return Page(width, height, tuple(lines_of(_signs(words)))), number
            finally:
                words.close()
        finally:
            page.close()
    except pypdfium2.PdfiumError:  # a page that is broken is as good as empty, and counted as it
        return Page(0.0, 0.0, ()), 0


def _signs(words: Any) -> list[Sign]:
    """Return the signs of a page with their boxes, in the order of the library."""
    from pypdfium2 import raw

    found: list[Sign] = []
    box = raw.FS_RECTF()
    for index in range(words.count_chars()):
        code = raw.FPDFText_GetUnicode(words, index)
        size = raw.FPDFText_GetFontSize(words, index)
        known = raw.FPDFText_GetLooseCharBox(words, index, ctypes.byref(box))
        if raw.FPDFText_IsHyphen(words, index) == 1:
            code = 0xFFFE
        if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
            code = 0xFFFD
        if known:
            found.append(Sign(chr(code), box.left, box.right, box.bottom, box.top, size))
        else:
            found.append(Sign(chr(code), 0.0, 0.0, 0.0, 0.0, 0.0))
    return found
