"""Exports of press databases: several articles in one text, each with its head and foot.

Read are the forms in which Nexis, Nexis Uni, Factiva (both), Europresse and ProQuest write
articles. What is of the database goes to `removed`; outlet, author, day and number become fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from briefing.reading.bylines import author_of
from briefing.reading.date_lines import has_date, is_running
from briefing.reading.furniture import is_person
from briefing.reading.raw import RawArticle
from briefing.reading.written_days import written_days
from briefing.reference import files

_HEAD_ROWS = 40
_DAY_SIGNS = 60
"""Signs of the longest line of a day."""

_RUNNING = 150
"""Signs of a line that is surely the article's."""

_SENTENCES = 2
"""Lines with sentences that a part without a head has at least, if it is an article."""

_SIGNS = 2
"""Kinds of lines that only exports have which a text has at least, if it is one."""

_WORDS = re.compile(
    r"(?:length:?\s*)?\d[\d,.]{0,6} (?:words|mots|palabras)\b.{0,30}", re.IGNORECASE
)
_COPYRIGHT = re.compile(
    r"(?:copyright\b|\(c\)|©).{0,300}|all rights reserved\.?.{0,60}"
    r"|.{0,120}\bcopyright laws?\b.{0,120}",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?: ?[ap]m)?(?: [A-Z]{2,4})?", re.IGNORECASE)
_LANGUAGE = re.compile(
    r"english|french|german|spanish|italian|portuguese|dutch|arabic|russian|chinese.*|japanese|korean|"
    r"swedish|danish|norwegian|finnish|polish|turkish|anglais|français"
)
_CODE = re.compile(
    r"(?-i:[A-Z][A-Z0-9]{1,9})|[A-Z]{0,2}\d{1,4}[A-Z]?|pg?\.? ?\w{1,5}|(?:volume|issue) .{1,40}"
    r"|.{2,30} edition",
    re.IGNORECASE,
)
_DAY_AND_WORDS = re.compile(
    r".{3,120}\b(?:19|20)\d\d\b[^.]{0,12}\s\d[\d,.]{0,6} (?:words|mots)\b.{0,30}", re.IGNORECASE
)
"""Europresse's line of section, day and length."""

_DAY = re.compile(r"\d{1,2}(?:er)? [^\W\d_]+ \d{4}|[^\W\d_]+ \d{1,2}, \d{4}")
_EDITION = re.compile(r"\s+[-–—]\s+[^-–—]*\bedition\b.*$|,? no\.? ?\d+.*$", re.IGNORECASE)
_NUMBER = re.compile(r"(?:an\s+)?document ", re.IGNORECASE)
_SUPPLIED = re.compile(r"supplied by .{2,100}", re.IGNORECASE)
_CODED = re.compile(r"(?P<code>[A-Z]{2,3})(?:[ ]{2,}|\t+|[ ]?$)(?P<value>.*)")
_LABELLED = re.compile(r"(?P<label>[A-Za-z][A-Za-z/ .-]{1,30}?):(?:\s+(?P<value>.*)|$)")
_BODY = re.compile(r"body:?", re.IGNORECASE)
_BY = re.compile(r"by:?\s+\S.*", re.IGNORECASE)
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


@dataclass(frozen=True, slots=True)
class _Forms:
    starts: re.Pattern[str]
    ends: re.Pattern[str]
    cover: re.Pattern[str]
    labels: dict[str, str]
    codes: dict[str, str]


@cache
def _forms() -> _Forms:
    data = files.toml("press_databases.toml")

    def any_of(patterns: list[str]) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE)

    return _Forms(
        starts=any_of(data["starts"]),
        ends=any_of(data["ends"]),
        cover=any_of(data["cover"]),
        labels={word: part for part, words in data["labels"].items() for word in words},
        codes={word: part for part, words in data["codes"].items() for word in words},
    )


def split_export(raw: RawArticle) -> list[RawArticle]:
    """Return the articles of an export of a press database; the article itself of other texts."""
    lines = raw.whole.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not is_export(lines):
        return [raw]
    first = _after_cover(lines)
    loose = _pieces(lines[:first], set())
    parts: list[RawArticle] = []
    for start, end in _borders(lines, first):
        found = _article(lines[start:end]) or _without_head(lines[start:end])
        if found is None:
            loose = (*loose, *_pieces(lines[start:end], set()))
        else:
            parts.append(replace(found, removed=(*loose, *found.removed)))
            loose = ()
    if not parts or (len(parts) == 1 and not parts[0].removed):
        return [raw]
    parts[-1] = replace(parts[-1], removed=(*parts[-1].removed, *loose))
    if len(parts) == 1:
        return [_filled_in(raw, parts[0])]
    return [
        replace(
            one,
            source=one.source or raw.source,
            day_first=raw.day_first,
            notes=raw.notes,
            removed=(*(() if number else raw.removed), *one.removed),
            kind=raw.kind,
        )
        for number, one in enumerate(parts)
    ]


def _without_head(lines: Sequence[str]) -> RawArticle | None:
    """Return what stands between two borders as an article, if it has sentences but no head."""
    if sum(is_running(line.strip()) for line in lines) < _SENTENCES:
        return None
    return RawArticle("\n".join(lines).strip("\n"))


def _filled_in(raw: RawArticle, found: RawArticle) -> RawArticle:
    """Return the one article of an export; what its file says goes before what its head says."""
    return replace(
        raw,
        text=found.text,
        title=found.title or raw.title,
        source=raw.source or found.source,
        author=raw.author or found.author,
        published=raw.published or found.published,
        external_id=raw.external_id or found.external_id,
        removed=(*raw.removed, *found.removed),
    )


def begins_article(line: str) -> bool:
    """Say whether an article of an export begins with a line: "Document 2 of 9"."""
    return _forms().starts.fullmatch(line.strip()) is not None


def is_mark(line: str) -> bool:
    """Say whether a line is of an export's head or foot, by which its parts are told."""
    words = line.strip()
    return len(words) <= _RUNNING and bool(
        _is_database_s(words)
        or _WORDS.fullmatch(words)
        or _DAY_AND_WORDS.fullmatch(words)
        or _labelled(words)
        or _CODE.fullmatch(words)
        or _BY.fullmatch(words)
        or (len(words) < _DAY_SIGNS and has_date(words))
    )


def unsplit(text: str) -> bool:
    """Say whether a text has the signs of several articles of an export."""
    return sum(_WORDS.fullmatch(line.strip()) is not None for line in text.split("\n")) > 1


def is_export(lines: Sequence[str]) -> bool:
    """Say whether lines of several kinds stand there that only exports have."""
    forms = _forms()
    signs: set[str] = set()
    codes: set[str] = set()
    for number, line in enumerate(lines):
        words = line.strip()
        if not words or len(words) > _RUNNING:
            continue
        if _WORDS.fullmatch(words) and _is_day("".join(lines[number + 1 : number + 2]).strip()):
            signs.add("words above a day")
        if forms.starts.fullmatch(words):
            signs.add("start")
        elif forms.ends.fullmatch(words):
            signs.add("end")
        elif _WORDS.fullmatch(words) or _DAY_AND_WORDS.fullmatch(words):
            signs.add("words")
        elif match := _coded(line):
            codes.add(match["code"])
        elif (match := _labelled(words)) and match["label"].casefold() not in (
            "source",
            "date",
            "title",
            "update",
            "notes",
            "text",
            "type",
            "by-line",
            "url",
            "page",
            "location",
            "author",
        ):
            signs.add(match["label"].casefold())
    if len(codes) >= 5 and "HD" in codes:
        return True
    return len(signs) >= _SIGNS and bool(signs & {"start", "end", "words"})


def _borders(lines: Sequence[str], start: int) -> Iterator[tuple[int, int]]:
    """Yield where articles begin and end, from a line on."""
    forms = _forms()
    open_since = start
    for number in range(start, len(lines)):
        words = lines[number].strip()
        if forms.starts.fullmatch(words) or _begins_coded(lines, number):
            if any(line.strip() for line in lines[open_since:number]):
                yield open_since, number
            open_since = number
        elif forms.ends.fullmatch(words) and not _coded_below(lines, number):
            yield open_since, number + 1
            open_since = number + 1
    if open_since == start:
        for number in _heads(lines, start):
            yield open_since, number
            open_since = number
    if any(line.strip() for line in lines[open_since:]):
        yield open_since, len(lines)


def _heads(lines: Sequence[str], start: int) -> Iterator[int]:
    """Yield where heads begin, all but the first: they tell articles that no line parts."""
    first = True
    for number in range(start + 1, len(lines) - 1):
        if _WORDS.fullmatch(lines[number].strip()) and _is_day(lines[number + 1].strip()):
            top = number
            while top > start and lines[top - 1].strip():
                top -= 1
            if not first and top < number:
                yield top
            first = False


def _after_cover(lines: Sequence[str]) -> int:
    """Return the number of the line after the contents that an export begins with."""
    forms = _forms()
    last = 0
    for number, line in enumerate(lines):
        words = line.strip()
        if _BODY.fullmatch(words) or _WORDS.fullmatch(words) or len(words) > 2 * _RUNNING:
            break
        if words and forms.cover.fullmatch(words):
            last = number + 1
    return last


def _begins_coded(lines: Sequence[str], number: int) -> bool:
    match = _coded(lines[number])
    if match is None or match["code"] not in ("HD", "SE"):
        return False
    before = next(
        (line for line in reversed(lines[max(0, number - 3) : number]) if line.strip()), ""
    )
    above = _coded(before)
    return above is None or above["code"] != "SE"


def _coded_below(lines: Sequence[str], number: int) -> bool:
    """Say whether further codes of the same article stand below its number."""
    below = next((line for line in lines[number + 1 : number + 4] if line.strip()), "")
    match = _coded(below)
    return match is not None and match["code"] not in ("HD", "SE")


def _coded(line: str) -> re.Match[str] | None:
    match = _CODED.fullmatch(line.strip())
    return match if match and match["code"] in _forms().codes else None


def _labelled(words: str) -> re.Match[str] | None:
    match = _LABELLED.fullmatch(words)
    return match if match and match["label"].casefold().strip() in _forms().labels else None


def _article(lines: Sequence[str]) -> RawArticle | None:
    """Return the article of the lines between two borders; None where they hold none."""
    rows = [_Row(number, line.strip()) for number, line in enumerate(lines) if line.strip()]
    if len(rows) < 2:
        return None
    codes = {match["code"] for row in rows if (match := _coded(lines[row.number]))}
    record: _Record | None
    if "HD" in codes and len(codes) >= 4:
        record = _of_codes(lines, rows)
    elif any(
        (match := _labelled(row.text)) and _part(match) == "text" and match["value"] for row in rows
    ):
        record = _of_labels(rows, len(lines))
    else:
        record = _of_head(rows, len(lines))
    if record is None:
        return None
    start, end = record.body
    body = [_without_mark(line, coded="HD" in codes) for line in lines[start:end]]
    text = "\n".join(words for words, _ in body).strip("\n")
    marks = tuple(mark for _, mark in body if mark)
    for line in (lines[number].strip() for number in record.titled):
        mark = _coded(line) if "HD" in codes else _labelled(line)
        if mark is not None:
            marks = (*marks, mark["code"] if "HD" in codes else f"{mark['label']}:")
    removed = (*_pieces(lines, {*record.titled, *range(start, end)}), *marks)
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


def _without_mark(line: str, *, coded: bool) -> tuple[str, str]:
    """Return a line of the text without the code or label that says so, and that."""
    match = _coded(line) if coded else None
    if match is not None and _forms().codes[match["code"]] == "text":
        return match["value"], match["code"]
    match = None if coded else _labelled(line.strip())
    if match is not None and _part(match) == "text":
        return match["value"] or "", f"{match['label']}:"
    return line, ""


def _part(match: re.Match[str]) -> str:
    return _forms().labels[match["label"].casefold().strip()]


def _of_codes(lines: Sequence[str], rows: Sequence[_Row]) -> _Record:
    """Read Factiva's form with codes: each part begins with one and goes on below it."""
    record = _Record()
    part, code = "none", ""
    words: dict[str, list[str]] = {}
    texts: list[int] = []
    for row in rows:
        match = _coded(lines[row.number])
        if match is not None:
            code = match["code"]
            part = _forms().codes[code]
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
    record.author = author_of(re.sub(r"^by:?\s+", "", author, flags=re.I)).author or author or None
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
        match = _labelled(row.text)
        if match is not None:
            part = _part(match)
            if part == "text" and record.body[0] == end:
                record.body = (row.number, end)
            elif record.body[0] < end == record.body[1]:
                record.body = (record.body[0], row.number)
            value = (match["value"] or "").strip()
            if part == "title" and not record.title:
                record.title, record.titled = value, [row.number]
            record.set(part, value)
        elif part == "free" and not _is_database_s(row.text):
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
        if _BODY.fullmatch(row.text):
            last = place
            break
        match = _labelled(row.text)
        own = match is not None or _COPYRIGHT.fullmatch(row.text) is not None
        if not own and (len(row.text) > _RUNNING or is_running(row.text)):
            break
        if match is not None:
            if match["label"].casefold() in _FOOT:
                break
            value = (match["value"] or "").strip()
            if _part(match) == "title" and value:
                record.title, record.titled = value, [row.number]
            record.set(_part(match), value)
        elif _DAY_AND_WORDS.fullmatch(row.text):
            day_at, europresse = place, True
        elif _WORDS.fullmatch(row.text):
            words_at = place if words_at is None else words_at
        elif day_at is None and len(row.text) < _DAY_SIGNS and _is_day(row.text):
            day_at = place
        elif not (_is_database_s(row.text) or _is_code(row.text, place, day_at, free)):
            free.append(place)
            continue
        last = place
    if last < 1:
        return None
    free = [place for place in free if place < last]
    if day_at is not None:
        day = _DAY.search(rows[day_at].text) if europresse else None
        record.published = record.published or (day[0] if day else rows[day_at].text)
    body = _name(record, rows, free, words_at, day_at)
    if europresse:
        last = _below_europresse(record, rows, last)
    for row in rows[last + 1 :]:
        if _forms().ends.fullmatch(row.text) and any(map(str.isdigit, row.text)):
            record.external_id = _NUMBER.sub("", row.text)
    start = rows[last + 1].number if last + 1 < len(rows) else end
    record.body = (start, _foot(rows, start, end))
    if body is not None:
        record.titled = body
    return record


def _is_code(words: str, place: int, day_at: int | None, free: Sequence[int]) -> bool:
    """Say whether a line below the day and the outlet is a code, a page or an edition."""
    if day_at is None or place < day_at or not _CODE.fullmatch(words):
        return False
    return any(one > day_at for one in free) or not words.isupper()


def _is_day(words: str) -> bool:
    return bool(written_days(words)) and (
        has_date(words) or re.match(r"\W*(?:\w+day,?\s+)?(?:\w+\s+)?\d", words) is not None
    )


def _name(
    record: _Record, rows: Sequence[_Row], free: list[int], words_at: int | None, day_at: int | None
) -> list[int] | None:
    """Tell title, author and outlet among the lines of a head that have no label."""
    by = [place for place in free if _BY.fullmatch(rows[place].text)]
    for place in by:
        names = re.sub(r"^by:?\s+", "", rows[place].text, flags=re.IGNORECASE)
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
    if not record.title and place < len(rows) - 1 and len(rows[place].text) <= _RUNNING:
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
        match = _labelled(row.text)
        strong = (
            _is_database_s(row.text)
            or row.text.casefold() in _FOOT
            or (match is not None and match["label"].casefold() in _forms().labels)
        )
        if strong:
            cut, loose = row.number, 0
        elif (
            loose < 2
            and (row.text[-1] not in '.!?”"' or "%)" in row.text)
            and len(row.text) < _RUNNING
        ):
            loose += 1
        else:
            break
    return cut


def _is_database_s(words: str) -> bool:
    """Say whether a line is the database's own: its number, copyright, language, time."""
    forms = _forms()
    return bool(
        forms.starts.fullmatch(words)
        or forms.ends.fullmatch(words)
        or _COPYRIGHT.fullmatch(words)
        or _CLOCK.fullmatch(words)
        or _SUPPLIED.fullmatch(words)
        or _LANGUAGE.fullmatch(words.casefold())
        or re.fullmatch(r"[_=*-]{3,}", words)
    )


def _pieces(lines: Sequence[str], kept: set[int]) -> tuple[str, ...]:
    """Return the lines that are not kept, blocks of them together."""
    pieces: list[str] = []
    piece: list[str] = []
    for number, line in enumerate((*lines, "")):
        if number not in kept and line.strip():
            piece.append(line.strip())
        elif piece:
            pieces.append("\n".join(piece))
            piece = []
    return tuple(pieces)
