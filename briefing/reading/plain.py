"""Plain text to an Article: line ends, title, boilerplate, and what the head says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.article import Article, PublishedBasis
from briefing.errors import ReadingError
from briefing.reading.boilerplate import cut_boilerplate
from briefing.reading.date_lines import dates_only, has_date, own_date
from briefing.reading.dates import iso_date
from briefing.reading.decode import is_binary
from briefing.reading.formats.addresses import not_fetched, only_addresses
from briefing.reading.language import check_language
from briefing.reading.steps import clean
from briefing.settings import settings

_TITLE_LENGTH = range(3, 221)
_NO_TITLE_END = (".", ",", ";", ":", "…", "")
_HEAD_LINES = 8
"""Lines after the title in which an author or an outlet is looked for."""

_BYLINE = re.compile(r"[Bb][Yy]:?\s+(?P<author>[^\W\d_a-z][\w.’'-]*(?:,?\s+[\w.’'-]+){0,7})")
_SOURCE = re.compile(r"source:\s*(?P<source>\S.{0,80})", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_LONGEST = {
    "a title": 1_000,
    "an outlet": 300,
    "an address": 2_000,
    "an author": 500,
    "an id": 300,
}
"""Characters of what comes with a text, at most."""
_SENTENCE_WORDS = re.compile(
    r"\b(?:the|an?|said|says|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"|^(?:he|she|it|they|we|i|you|this|that|these|those|there|here)\b",
    re.IGNORECASE,
)
"""What a sentence has and a headline leaves out."""

_HEADLINE_WORDS = range(4, 17)

_ABBREVIATION = re.compile(r"(?:\b[A-Z]\.){2,}$")


@dataclass(frozen=True, slots=True)
class _Head:
    published: str | None = None
    author: str | None = None
    source: str | None = None


def read_text(
    text: str,
    *,
    name: str = "The text",
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
        head = _Head()
    else:
        text, cut, mended = _prepared(text)
        removed, notes = (*removed, *cut), tuple(dict.fromkeys((*notes, *mended)))
        text, title, title_end = _with_title(text, clean(title).text if title else "")
        head = _read_head(text, title_end)
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
    if day is None and head.published is not None:
        day, published_basis = head.published, "stated"
    return Article(
        text=text,
        title=title,
        title_end=title_end,
        source=source or head.source,
        url=url,
        author=author or head.author,
        published=day,
        published_basis=published_basis if day else "unknown",
        external_id=external_id,
        removed=removed,
        notes=notes,
        file_name=file_name,
        file_kind=file_kind,
    )


_LINE_ENDS = str.maketrans({"\r": "\n", "\f": "\n", "\v": "\n", "\u2028": "\n", "\u2029": "\n"})


def _prepared(text: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return the text mended and without boilerplate, what was cut, and notes of the mending."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").translate(_LINE_ENDS)
    cleaned = clean(text)
    cut = cut_boilerplate(cleaned.text.translate(_LINE_ENDS))
    body = cut.text.rstrip().lstrip("\n")
    return body, (*cleaned.removed, *cut.removed), cleaned.notes


def _without_surrogates(text: str) -> str:
    """Put U+FFFD in the place of half characters, which no file and no database can hold."""
    if text.isascii():
        return text
    return "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in text)


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


def _with_title(text: str, title: str) -> tuple[str, str, int]:
    """Return text, title and the title's end: the given title, or the one recognised."""
    if not title:
        found = _recognised(text)
        return text, found, len(found)
    if text.startswith(title):
        return text, title, len(title)
    if not text:
        return "", title, 0
    return f"{title}\n\n{text}", title, len(title)


def _recognised(text: str) -> str:
    """Return the first line when it is a title, else an empty string.

    A title has a blank line, a byline or a date after it, and no full stop at its end, unless it
    is worded as only headlines are.
    """
    lines = text.split("\n", _HEAD_LINES)
    title = lines[0].rstrip()
    if len(title) not in _TITLE_LENGTH or title != title.lstrip():
        return ""
    end = title.rstrip("”’\"'»)")[-1:]
    if end in _NO_TITLE_END and not (_ABBREVIATION.search(title) or _is_headline(title)):
        return ""
    if len(title) > 120 and re.search(r"[a-z][.!?] [A-Z]", title):  # a paragraph of sentences
        return ""
    if dates_only(title) or _BYLINE.fullmatch(title):
        return ""
    for line in lines[1:]:
        words = line.strip()
        if not words:
            return title if text[len(title) :].strip() else ""
        if not (_BYLINE.fullmatch(words) or has_date(words)):
            return ""
    return ""


def _is_headline(line: str) -> bool:
    """Tell whether a line with a full stop is a headline: short, without articles, or in capitals.

    "Senator seeks sanctions on Ruritania over hacking." is one; "It rained in Lima on Monday." is
    the first paragraph of a text without a title.
    """
    words = line.rstrip("”’\"'»)").removesuffix(".").split()
    if not line.endswith(".") or line.endswith("..") or len(words) not in _HEADLINE_WORDS:
        return False
    if re.search(r"[a-z][.!?] [A-Z]", line):  # several sentences
        return False
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long)
    if len(long) > 2 and capitals >= 0.8 * len(long):
        return True
    return _SENTENCE_WORDS.search(line) is None


def _read_head(text: str, title_end: int) -> _Head:
    """Read the date that the text states, and author and outlet from the lines under the title."""
    author = source = None
    lines = text[title_end:].lstrip("\n").split("\n", _HEAD_LINES)[:_HEAD_LINES]
    for line in lines:
        words = line.strip()
        if len(words) > 120:
            break
        if author is None and (byline := _BYLINE.fullmatch(words)):
            author = byline["author"]
        if source is None and (outlet := _SOURCE.fullmatch(words)):
            source = outlet["source"].strip()
    day = own_date(text).day
    return _Head(day.isoformat() if day else None, author, source)
