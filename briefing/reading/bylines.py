"""Who wrote an article and where it was published, as the lines of its head say it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.reading.date_lines import has_date
from briefing.reading.furniture import is_outlet, is_person, is_role, staff_of
from briefing.reading.written_days import written_days
from briefing.reference.roles import role_words

_HEAD_LINES = 8
_LONGEST = 120
_BY = re.compile(
    r"(?:[–—-]\s*)?(?:(?i:written|story|text|report|words|analysis|opinion|reported|posted|published|"
    r"reporting)\s+)?(?i:by:?|authors?:|byline:|reporters?:)\s+(?P<names>\S.{1,110})"
)
_LEADING_BY = re.compile(r"^by:?\s+", re.IGNORECASE)
_SOURCE = re.compile(r"source:\s*(?P<source>\S.{0,110})", re.IGNORECASE)
_MAIL = re.compile(
    r"\s*[(<\[]?\s*(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+\s*[)>\]]?|\s*\(?@\w{2,30}\)?"
)
_PARTS = re.compile(r"\s+[|·•–—/-]+\s+|\s*[|·•]\s*|\t+|\s{3,}")
_READ = re.compile(r"(?i:(?:about )?\d{1,2}[ -]?min(?:ute)?s?(?: read)?|read time.*)")
_BETWEEN = frozenset(("and", "with", "y", "e", "&"))
_NAME = re.compile(r"[^\W\d_][\w.'’-]*,?")
_NO_NAMES = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|"
    r"september|october|november|december|early|late|then|now|noon|midnight|the",
    re.IGNORECASE,
)
_WHERE = re.compile(r"\s+(?i:in|at|from|reporting)\s+(?=[A-Z]).*$")
_FOR = re.compile(r"\s+(?i:for)\s+(?:the\s+)?(?P<outlet>[A-Z].*)$")
_DATELINE = re.compile(
    r"(?P<place>[A-Z][\w.'’ -]{1,50}(?:[,/]\s?[^()/\n]{1,40}?)?)[\s.]*"
    r"(?:\((?P<round>[^()\n]{2,40})\)|/(?P<strokes>[^/\n]{2,30})/)\s*\.?\s*(?:[-–—]{1,2}|\.|:|(?=[A-Z“]))"
)
_SOURCE_END = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:,|;|\s[|·•–—-]\s).*$|\s*\([^)]*\)\s*$|\s+and (?:news )?agencies$"
)


@dataclass(frozen=True, slots=True)
class Signed:
    """Who a head says wrote the article, and where it was published."""

    author: str | None = None
    source: str | None = None


def without_by(words: str) -> str:
    """Return who is named behind "By" or "by:"; the words themselves where neither leads them."""
    return _LEADING_BY.sub("", words)


def signed(text: str) -> Signed:
    """Read author and outlet from the lines under a title, and an agency from the dateline.

    `text` is the text without its title.
    """
    author: str | None = None
    source: str | None = None
    rows = [line.strip() for line in text.split("\n") if line.strip()][:_HEAD_LINES]
    dated = [len(row) <= _LONGEST and has_date(row) for row in rows]
    for number, row in enumerate(rows):
        agency = _agency(row)
        if len(row) > _LONGEST or agency is not None:
            source = source or agency
            break
        if _SOURCE.fullmatch(row):
            source = outlet_of(row) or source
            continue
        beside = any(dated[max(0, number - 2) : number + 3])
        found = _of_line(row, beside=beside, dated=dated[number])
        if beside and found == Signed():
            bare = _WHERE.sub("", _MAIL.sub("", row)).strip(" ,")
            outlet = row.partition(", ")[0]  # "BBC News, Accra"
            found = Signed(bare if is_person(bare) else None, outlet if is_outlet(outlet) else None)
        author = author or found.author
        source = source or found.source
    return Signed(author, source)


def outlet_of(line: str) -> str | None:
    """Return the outlet that a line "Source: …" names; None for any other line."""
    match = _SOURCE.fullmatch(line.strip())
    return _SOURCE_END.sub("", match["source"]).strip(" .") or None if match else None


def is_byline(line: str) -> bool:
    """Say whether a line says who wrote the article, and is no sentence."""
    words = line.strip()
    if len(words) > _LONGEST:
        return False
    if _SOURCE.fullmatch(words):
        return True
    found = _of_line(words, beside=False, dated=False)
    return found.author is not None or (found.source is not None and _BY.match(words) is not None)


def author_of(names: str) -> Signed:
    """Read what stands after "By": names, with their outlet, place, role or address of mail."""
    names = _MAIL.sub("", names).strip(" ,;")
    source: str | None = None
    if match := _FOR.search(names):
        outlet = match["outlet"].strip(" .")
        names = names[: match.start()]
        source = outlet if is_outlet(outlet) else None
    while (at := names.rfind(",")) > 0:
        last = names[at + 1 :].strip(" .")
        if is_outlet(last):
            source = source or last
        elif not (is_role(last) or staff_of(last) is not None):
            break
        names = names[:at]
    names = _WHERE.sub("", names).strip(" ,")
    if is_outlet(names):
        return Signed(None, source or names)
    staff = staff_of(names)
    if staff is not None:
        return Signed(None, source or staff or None)
    return Signed(names if _are_names(names) else None, source)


def _of_line(row: str, *, beside: bool, dated: bool) -> Signed:
    """Read a line of the head; `beside` a date names may stand without "By"."""
    author: str | None = None
    source: str | None = None
    parts = [part.strip() for part in _PARTS.split(row) if part.strip()]
    for part in parts:
        if match := _BY.fullmatch(part):
            found = author_of(_without_day(match["names"]))
            author, source = author or found.author, source or found.source
        elif len(parts) > 1 or dated:
            bare = _without_day(part)
            if bare and not _READ.fullmatch(bare):
                author = author or (bare if is_person(bare) else None)
                known = is_outlet(bare) and (beside or dated or author is not None)
                source = source or (bare if known else None)
    if author is None and len(parts) == 1:
        name, comma, role = row.partition(", ")
        if comma and is_person(name) and is_role(role):
            author = name
    return Signed(author, source)


def _without_day(words: str) -> str:
    for one in written_days(words):
        words = words[: one.start]
        break
    return words.rstrip(" ,;|·•–—-").removesuffix(" on")


def _are_names(names: str) -> bool:
    tokens, small = names.split(), _BETWEEN | role_words().particles
    if not 1 <= len(tokens) <= 12 or _NO_NAMES.fullmatch(tokens[0].rstrip(",")):
        return False
    return all(
        _NAME.fullmatch(one) and (one[0].isupper() or one in small) for one in tokens
    ) and not (names.endswith(".") and len(tokens[-1]) > 3)


def _agency(row: str) -> str | None:
    """Return the agency of a dateline: "OSLO, July 9 (AFP) - …"."""
    match = _DATELINE.match(row)
    if match is None:
        return None
    name = (match["round"] or match["strokes"]).strip()
    return name if is_outlet(name) else None
