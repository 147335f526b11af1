"""One article of a press database's export: its head, its text, its foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from briefing.reading.bylines import author_of, without_by
from briefing.reading.date_lines import is_running
from briefing.reading.furniture import is_person
from briefing.reading.lines import blocks
from briefing.reading.press_forms import (
    BODY,
    BY,
    CODE,
    COPYRIGHT,
    DAY,
    DAY_AND_PAGE,
    DAY_AND_WORDS,
    DAY_SIGNS,
    RUNNING,
    WORDS,
    coded,
    forms,
    is_database_s,
    is_day,
    labelled,
    part_of,
)
from briefing.reading.raw import RawArticle

_HEAD_ROWS = 40


_EDITION = re.compile(r"\s+[-–—]\s+[^-–—]*\bedition\b.*$|,? no\.? ?\d+.*$", re.IGNORECASE)


_NUMBER = re.compile(r"(?:an\s+)?document ", re.IGNORECASE)


_FOOT = (
    "classification",
    "graphic",
    "notes",
    "load-date",
    "language",
    "publication-type",
    "subject",
)


class _Row(NamedTuple):
    number: int
    text: str


@dataclass(slots=True)
class _Record:
    """An article of an export, as its parts are found."""

    title: str = ""
    author: str | None = None
    source: str | None = None
    published: str | None = None
    external_id: str | None = None
    body: tuple[int, int] = (0, 0)
    titled: list[int] = field(default_factory=list)

    def set(self, part: str, value: str) -> None:
        """Take the first value that a part has."""
        if part == "source":
            value = _EDITION.sub("", value)
        if part in ("author", "source", "published", "external_id") and value:
            setattr(self, part, getattr(self, part) or value)


def article_of(lines: Sequence[str]) -> RawArticle | None:
    """Return the article of the lines between two borders; None where they hold none."""
    rows = [_Row(number, line.strip()) for number, line in enumerate(lines) if line.strip()]
    if len(rows) < 2:
        return None
    codes = {match["code"] for row in rows if (match := coded(lines[row.number]))}
    by_codes = "HD" in codes and len(codes) >= 4
    record: _Record | None
    if by_codes:
        record = _of_codes(lines, rows)
    elif any(
        (match := labelled(row.text)) and part_of(match) == "text" and match["value"]
        for row in rows
    ):
        record = _of_labels(rows, len(lines))
    else:
        record = _of_head(rows, len(lines))
    if record is None:
        return None
    start, end = record.body
    body = [_without_mark(line, by_codes=by_codes) for line in lines[start:end]]
    text = "\n".join(words for words, _ in body).strip("\n")
    marks = tuple(mark for _, mark in body if mark)
    for line in (lines[number].strip() for number in record.titled):
        mark = coded(line) if by_codes else labelled(line)
        if mark is not None:
            marks = (*marks, mark["code"] if by_codes else f"{mark['label']}:")
    removed = (*blocks(lines, {*record.titled, *range(start, end)}), *marks)
    if not any(map(str.isalnum, text)):
        return None
    return RawArticle(
        text=text,
        title=record.title,
        source=record.source,
        author=record.author,
        published=record.published,
        external_id=record.external_id,
        removed=removed,
    )


def _without_mark(line: str, *, by_codes: bool) -> tuple[str, str]:
    """Return a line of the text without the code or label that says so, and that."""
    match = coded(line) if by_codes else None
    if match is not None and forms().codes[match["code"]] == "text":
        return match["value"], match["code"]
    match = None if by_codes else labelled(line.strip())
    if match is not None and part_of(match) == "text":
        return match["value"] or "", f"{match['label']}:"
    return line, ""


def _of_codes(lines: Sequence[str], rows: Sequence[_Row]) -> _Record:
    """Read Factiva's form with codes: each part begins with one and goes on below it."""
    record = _Record()
    part, code = "none", ""
    words: dict[str, list[str]] = {}
    texts: list[int] = []
    for row in rows:
        match = coded(lines[row.number])
        if match is not None:
            code = match["code"]
            part = forms().codes[code]
            value = match["value"].strip()
        else:
            value = row.text
        if part == "text":
            texts.append(row.number)
        elif value:
            words.setdefault(part, []).append(value)
            if part == "title":
                record.titled.append(row.number)
    record.title = " ".join(words.get("title", ()))
    author = " ".join(words.get("author", ()))
    record.author = author_of(without_by(author)).author or author or None
    record.source = " ".join(words.get("source", ())) or None
    record.published = " ".join(words.get("published", ())) or None
    record.external_id = " ".join(words.get("external_id", ())).removeprefix("Document ") or None
    if texts:
        record.body = (texts[0], texts[-1] + 1)
    return record


def _of_labels(rows: Sequence[_Row], end: int) -> _Record:
    """Read a form in which a label stands before each part, the text's too."""
    record = _Record(body=(end, end))
    free: list[_Row] = []
    part = "free"
    for row in rows:
        match = labelled(row.text)
        if match is not None:
            part = part_of(match)
            if part == "text" and record.body[0] == end:
                record.body = (row.number, end)
            elif record.body[0] < end == record.body[1]:
                record.body = (record.body[0], row.number)
            value = (match["value"] or "").strip()
            if part == "title" and not record.title:
                record.title, record.titled = value, [row.number]
            record.set(part, value)
        elif part == "free" and not is_database_s(row.text):
            free.append(row)
    if free and (not record.title or free[0].text == record.title):
        record.title, record.titled = free[0].text, [free[0].number]
    return record


def _of_head(rows: Sequence[_Row], end: int) -> _Record | None:
    """Read a form in which lines of a known order stand above the text."""
    record = _Record()
    last, words_at, day_at, europresse = -1, None, None, False
    free: list[int] = []
    for place, row in enumerate(rows[:_HEAD_ROWS]):
        if BODY.fullmatch(row.text):
            last = place
            break
        match = labelled(row.text)
        own = match is not None or COPYRIGHT.fullmatch(row.text) is not None
        if not own and (len(row.text) > RUNNING or is_running(row.text)):
            break
        if match is not None:
            if match["label"].casefold() in _FOOT:
                break
            value = (match["value"] or "").strip()
            if part_of(match) == "title" and value:
                record.title, record.titled = value, [row.number]
            record.set(part_of(match), value)
        elif DAY_AND_WORDS.fullmatch(row.text) or DAY_AND_PAGE.fullmatch(row.text):
            day_at, europresse = place, True
        elif WORDS.fullmatch(row.text):
            words_at = place if words_at is None else words_at
        elif day_at is None and len(row.text) < DAY_SIGNS and is_day(row.text):
            day_at = place
        elif not (is_database_s(row.text) or _is_code(row.text, place, day_at, free)):
            free.append(place)
            continue
        last = place
    if last < 1:
        return None
    free = [place for place in free if place < last]
    if day_at is not None:
        day = DAY.search(rows[day_at].text) if europresse else None
        record.published = record.published or (day[0] if day else rows[day_at].text)
    body = _name(record, rows, free, words_at, day_at)
    if europresse:
        last = _below_europresse(record, rows, last)
    for row in rows[last + 1 :]:
        if forms().ends.fullmatch(row.text) and any(map(str.isdigit, row.text)):
            record.external_id = _NUMBER.sub("", row.text)
    start = rows[last + 1].number if last + 1 < len(rows) else end
    record.body = (start, _foot(rows, start, end))
    if body is not None:
        record.titled = body
    return record


def _is_code(words: str, place: int, day_at: int | None, free: Sequence[int]) -> bool:
    """Say whether a line below the day and the outlet is a code, a page or an edition."""
    if day_at is None or place < day_at or not CODE.fullmatch(words):
        return False
    return any(one > day_at for one in free) or not words.isupper()


def _name(
    record: _Record, rows: Sequence[_Row], free: list[int], words_at: int | None, day_at: int | None
) -> list[int] | None:
    """Tell title, author and outlet among the lines of a head that have no label."""
    by = [place for place in free if BY.fullmatch(rows[place].text)]
    for place in by:
        names = without_by(rows[place].text)
        record.set("author", author_of(names).author or names)
    free = [place for place in free if place not in by]
    titles: list[int] = []
    if words_at is not None and (day_at is None or words_at < day_at):  # Factiva
        titles = [place for place in free if place < words_at]
        while len(titles) > 1 and is_person(rows[titles[-1]].text):
            record.set("author", rows[titles.pop()].text)
        if len(titles) > 1 and len(rows[titles[0]].text.split()) <= 3:
            titles = titles[1:]
        after = [place for place in free if place > (day_at if day_at is not None else words_at)]
        record.set("source", rows[after[0]].text if after else "")
    elif day_at is not None:
        before = [place for place in free if place < day_at]
        after = [place for place in free if place > day_at]
        if before:
            record.set("source", rows[before[-1]].text)
        titles = before[:-1] if len(before) > 1 else after
    if record.title or not titles:
        return None
    record.title = " ".join(rows[place].text for place in titles)
    return [rows[place].number for place in titles]


def _below_europresse(record: _Record, rows: Sequence[_Row], last: int) -> int:
    """Read the title and the author's line below Europresse's head; return its new last row."""
    place = last + 1
    if not record.title and place < len(rows) - 1 and len(rows[place].text) <= RUNNING:
        record.title, record.titled = rows[place].text, [rows[place].number]
        last = place
        if is_person(rows[place + 1].text):
            record.set("author", rows[place + 1].text)
            last = place + 1
    return last


def _foot(rows: Sequence[_Row], start: int, end: int) -> int:
    """Return the number of the line after the text's last."""
    cut = end
    loose = 0
    for row in reversed(rows):
        if row.number < start:
            break
        match = labelled(row.text)
        strong = (
            is_database_s(row.text)
            or row.text.casefold() in _FOOT
            or (match is not None and match["label"].casefold() in forms().labels)
        )
        if strong:
            cut, loose = row.number, 0
        elif (
            loose < 2
            and (row.text[-1] not in '.!?”"' or "%)" in row.text)
            and len(row.text) < RUNNING
        ):
            loose += 1
        else:
            break
    pictures = (row.number for row in rows if row.text.casefold() in ("graphic", "graphics"))
    return next((number for number in pictures if start < number < cut), cut)
