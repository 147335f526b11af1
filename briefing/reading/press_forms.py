"""The lines of which exports of press databases are built, and how they are known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from briefing.reading.date_lines import has_date
from briefing.reading.written_days import written_days
from briefing.reference import files

DAY_SIGNS = 60
"""Signs of the longest line of a day."""


RUNNING = 150
"""Signs of a line that is surely the article's."""


_SIGNS = 2
"""Kinds of lines that only exports have which a text has at least, if it is one."""


WORDS = re.compile(r"(?:length:?\s*)?\d[\d,.]{0,6} (?:words|mots|palabras)\b.{0,30}", re.IGNORECASE)


COPYRIGHT = re.compile(
    r"(?:copyright\b|\(c\)|©).{0,300}|all rights reserved\.?.{0,60}"
    r"|.{0,120}\bcopyright laws?\b.{0,120}",
    re.IGNORECASE,
)


_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?: ?[ap]m)?(?: [A-Z]{2,4})?", re.IGNORECASE)


_LANGUAGE = re.compile(
    r"english|french|german|spanish|italian|portuguese|dutch|arabic|russian|chinese.*|japanese|korean|"
    r"swedish|danish|norwegian|finnish|polish|turkish|anglais|français"
)


CODE = re.compile(
    r"(?-i:[A-Z][A-Z0-9]{1,9})|[A-Z]{0,2}\d{1,4}[A-Z]?|pg?\.? ?\w{1,5}|(?:volume|issue) .{1,40}"
    r"|.{2,30} edition",
    re.IGNORECASE,
)


DAY = re.compile(r"\d{1,2}(?:er)? [^\W\d_]+ \d{4}|[^\W\d_]+ \d{1,2}, \d{4}")
"""A day with its year in the head of Europresse."""


DAY_AND_WORDS = re.compile(
    r".{3,120}\b(?:19|20)\d\d\b[^.]{0,12}\s\d[\d,.]{0,6} (?:words|mots)\b.{0,30}", re.IGNORECASE
)
"""Europresse's line of section, day and length."""


DAY_AND_PAGE = re.compile(r".{3,120}\b(?:19|20)\d\d,? p\. ?\w[\w, -]{0,20}", re.IGNORECASE)
"""Europresse's line of section, day and page."""


_SUPPLIED = re.compile(r"supplied by .{2,100}", re.IGNORECASE)


_CODED = re.compile(r"(?P<code>[A-Z]{2,3})(?:[ ]{2,}|\t+|[ ]?$)(?P<value>.*)")


_LABELLED = re.compile(r"(?P<label>[A-Za-z][A-Za-z/ .-]{1,30}?):(?:\s+(?P<value>.*)|$)")


BODY = re.compile(r"body:?", re.IGNORECASE)


BY = re.compile(r"by:?\s+\S.*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Forms:
    """How exports are built: press_databases.toml."""

    starts: re.Pattern[str]
    ends: re.Pattern[str]
    cover: re.Pattern[str]
    own: re.Pattern[str]
    labels: dict[str, str]
    codes: dict[str, str]


@cache
def forms() -> Forms:
    """Return how exports are built."""
    data = files.toml("press_databases.toml")
    return Forms(
        starts=files.any_of(data["starts"]),
        ends=files.any_of(data["ends"]),
        cover=files.any_of(data["cover"]),
        own=files.any_of(data["own"]),
        labels={word: part for part, words in data["labels"].items() for word in words},
        codes={word: part for part, words in data["codes"].items() for word in words},
    )


def begins_article(line: str) -> bool:
    """Say whether an article of an export begins with a line: "Document 2 of 9"."""
    return forms().starts.fullmatch(line.strip()) is not None


def is_mark(line: str) -> bool:
    """Say whether a line is of an export's head or foot, by which its parts are told."""
    words = line.strip()
    return len(words) <= RUNNING and bool(
        is_database_s(words)
        or WORDS.fullmatch(words)
        or DAY_AND_WORDS.fullmatch(words)
        or DAY_AND_PAGE.fullmatch(words)
        or labelled(words)
        or CODE.fullmatch(words)
        or BY.fullmatch(words)
        or (len(words) < DAY_SIGNS and has_date(words))
    )


def unsplit(text: str) -> bool:
    """Say whether a text has the signs of several articles of an export."""
    return sum(WORDS.fullmatch(line.strip()) is not None for line in text.split("\n")) > 1


def is_export(lines: Sequence[str]) -> bool:
    """Say whether lines of several kinds stand there that only exports have."""
    known = forms()
    signs: set[str] = set()
    codes: set[str] = set()
    for number, line in enumerate(lines):
        words = line.strip()
        if not words or len(words) > RUNNING:
            continue
        if WORDS.fullmatch(words) and is_day("".join(lines[number + 1 : number + 2]).strip()):
            signs.add("words above a day")
        if known.starts.fullmatch(words):
            signs.add("start")
        elif known.ends.fullmatch(words):
            signs.add("end")
            if any(map(str.isdigit, words)):  # the number that only the database gives
                signs.add("number")
        elif WORDS.fullmatch(words) or DAY_AND_WORDS.fullmatch(words):
            signs.add("words")
        elif match := coded(line):
            codes.add(match["code"])
        elif (match := labelled(words)) and match["label"].casefold() not in (
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


def coded(line: str) -> re.Match[str] | None:
    """Match a line that begins with one of the codes of Factiva."""
    match = _CODED.fullmatch(line.strip())
    return match if match and match["code"] in forms().codes else None


def labelled(words: str) -> re.Match[str] | None:
    """Match a line that begins with one of the labels of a head or foot."""
    match = _LABELLED.fullmatch(words)
    return match if match and match["label"].casefold().strip() in forms().labels else None


def part_of(match: re.Match[str]) -> str:
    """Return the part of an article that a label stands before."""
    return forms().labels[match["label"].casefold().strip()]


def is_day(words: str) -> bool:
    """Say whether a line of a head is its day."""
    return bool(written_days(words)) and (
        has_date(words) or re.match(r"\W*(?:\w+day,?\s+)?(?:\w+\s+)?\d", words) is not None
    )


def is_database_s(words: str) -> bool:
    """Say whether a line is the database's own: its number, copyright, language, time."""
    known = forms()
    return bool(
        known.starts.fullmatch(words)
        or known.ends.fullmatch(words)
        or known.own.fullmatch(words)
        or COPYRIGHT.fullmatch(words)
        or _CLOCK.fullmatch(words)
        or _SUPPLIED.fullmatch(words)
        or _LANGUAGE.fullmatch(words.casefold())
        or re.fullmatch(r"[_=*-]{3,}", words)
    )
