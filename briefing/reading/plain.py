"""Plain text to an Article: line ends, title, boilerplate, and what the head says of itself."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.article import Article, PublishedBasis
from briefing.errors import ReadingError
from briefing.reading.boilerplate import cut_boilerplate
from briefing.reading.bylines import outlet_of, signed
from briefing.reading.dates import GivenDate, date_of_text, iso_date
from briefing.reading.decode import is_binary
from briefing.reading.formats.addresses import not_fetched, only_addresses
from briefing.reading.headings import parted_headings
from briefing.reading.language import check_language
from briefing.reading.lines import plain_ends
from briefing.reading.steps import clean
from briefing.reading.titles import titled
from briefing.settings import settings
from briefing.wording.reading import TEXT

_TITLE_ENDS = re.compile(r"[ \t]*(?:\n|$)|[.:;!?]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_LONGEST = {
    "a title": 1_000,
    "an outlet": 300,
    "an address": 2_000,
    "an author": 500,
    "an id": 300,
}
"""Characters of what comes with a text, at most."""

_ROUNDS = 4
"""A cut may bring to light what is mended or cut next; more rounds no real text needs."""


def read_text(
    text: str,
    *,
    name: str = TEXT,
    title: str | None = None,
    source: str | None = None,
    url: str | None = None,
    author: str | None = None,
    published: str | None = None,
    published_basis: PublishedBasis = "given",
    external_id: str | None = None,
    verbatim: bool = False,
    notes: tuple[str, ...] = (),
    removed: tuple[str, ...] = (),
    captions: tuple[str, ...] = (),
    file_name: str | None = None,
    file_kind: str | None = None,
) -> Article:
    """Turn a text into an Article.

    Args:
        text: The text; its title is the first line when that reads like a headline and a blank
            line comes after it.
        name: How an error's sentence calls it.
        title: The title, when it is known; it is put before a text that does not begin with it.
        source: The outlet.
        url: Where it was published.
        author: Who wrote it.
        published: When it was published, as ISO date or as "3 May 2024".
        published_basis: Whether the document states `published` or the user gives it.
        external_id: The id that it comes with.
        verbatim: Take the text as it is: nothing split, cut, mended or trimmed.
        notes: What its file's reader repaired or did not read.
        removed: What its file's reader took for no part of the article.
        captions: Captions of pictures that its file's reader found.
        file_name: The file that it came in.
        file_kind: What that file was read as.

    Raises:
        ReadingError: The text is empty, too long, no text at all, or in another language; what
            comes with it is too long; or `published` is no date.
    """
    day = iso_date(published) if published else None
    title = _field(title, "a title", name, exact=verbatim)
    source = _field(source, "an outlet", name)
    url = _field(url, "an address", name)
    author = _field(author, "an author", name)
    external_id = _field(external_id, "an id", name)
    text = _without_surrogates(text)
    if is_binary(text):
        raise ReadingError(
            f"{name} is binary, not text; save its words as a plain text file.", path=name
        )
    if only_addresses(text):
        raise not_fetched(name)
    if verbatim:
        title = title or ""
        title_end = len(title) if title and text.startswith(title) else 0
    else:
        told = _told(text, clean(title).text if title else "")
        text, title, title_end = told.text, told.title, len(told.title)
        removed, notes = (*removed, *told.removed), tuple(dict.fromkeys((*notes, *told.notes)))
        captions = tuple(dict.fromkeys((*captions, *told.captions)))
        source, author = source or told.source, author or told.author
        if day is None:
            day, published_basis = told.day.day, "stated"
            if told.day.note:
                notes = (*notes, f"The date in the text was left out: {told.day.note}")
    if not any(map(str.isalnum, text)):
        raise ReadingError(f"{name} is empty; give a text with at least one sentence.", path=name)
    limit = settings().max_characters
    if len(text) > limit:
        raise ReadingError(
            f"{name} has {len(text):,} characters, more than the {limit:,} of the longest article "
            "that is read; split it, or raise the setting BRIEFING_MAX_CHARACTERS.",
            path=name,
        )
    check_language(text, name=name)
    return Article(
        text=text,
        title=title,
        title_end=title_end,
        source=source,
        url=url,
        author=author,
        published=day,
        published_basis=published_basis if day else "unknown",
        external_id=external_id,
        removed=removed,
        captions=captions,
        notes=notes,
        file_name=file_name,
        file_kind=file_kind,
    )


_LINE_ENDS = re.compile("[\r\f\v\u2028\u2029]")


class _Told(NamedTuple):
    """A text mended and without boilerplate, and what it says of itself."""

    text: str
    title: str
    removed: tuple[str, ...]
    captions: tuple[str, ...]
    notes: tuple[str, ...]
    day: GivenDate
    author: str | None
    source: str | None


def _told(text: str, title: str) -> _Told:
    """Mend a text, cut what is not the article's, and read its head; `title` is a given one."""
    text = plain_ends(text.removeprefix("\ufeff"))
    removed: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    body = text
    for _ in range(_ROUNDS):
        cleaned = clean(body)
        cut = cut_boilerplate(_LINE_ENDS.sub("\n", cleaned.text))
        body = cut.text.rstrip().lstrip("\n")
        removed = (*removed, *cleaned.removed, *cut.removed)
        captions = (*captions, *cleaned.captions, *cut.captions)
        notes = (*notes, *cleaned.notes, *cut.notes)
        if not cut.removed:
            break
    parted = parted_headings(body)
    body, notes = parted.text, (*notes, *parted.notes)
    day = date_of_text(body)
    source: str | None = None
    if not title:
        found = titled(body)
        body, title, source = found.text, found.title, found.source
        removed = (*removed, *found.removed)
    elif not (body.startswith(title) and _TITLE_ENDS.match(body, len(title))):
        body = f"{title}\n\n{body}" if body else ""
    by = signed(body[len(title) :])
    return _Told(
        text=body,
        title=title,
        removed=removed,
        captions=captions,
        notes=notes,
        day=day,
        author=by.author,
        source=source or by.source or next(filter(None, map(outlet_of, removed)), None),
    )


def _without_surrogates(text: str) -> str:
    """Put U+FFFD in the place of half characters, which no file and no database can hold."""
    if text.isascii():
        return text
    return _SURROGATE.sub("\ufffd", text)


def _field(words: str | None, kind: str, name: str, *, exact: bool = False) -> str | None:
    """Return what comes with a text, on one line unless `exact`, fit for any file and database."""
    if not words:
        return None
    longest = _LONGEST[kind]
    if len(words) > longest:
        raise ReadingError(
            f"{name} comes with {kind} of {len(words):,} characters, more than the {longest:,} "
            "that are kept; shorten it.",
            path=name,
        )
    plain = _without_surrogates(words)
    return plain if exact else " ".join(_CONTROL.sub(" ", plain).split()) or None
