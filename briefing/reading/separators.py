"""Several articles in one text, with lines of signs or page breaks between them."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.reading.bylines import is_byline, signed
from briefing.reading.date_lines import own_date
from briefing.reading.lines import plain_ends
from briefing.reading.raw import RawArticle
from briefing.reading.titles import titled

_SIGNS = "=═#_~-–—─━*+"
"""Signs of which lines between articles are made, the surest first."""

_SURE = re.compile(r"[=#_~]{10,}")
"""A line that stands between articles rather than between sections of one."""

_ASKED = re.compile(r"[ \t]*={10,}[ \t]*")
"""The line that people are told to put between articles."""

_TIGHT = 5
"""Signs of a line that parts articles without blank lines around it."""

_HEAD_ROWS = 6
_RUNNING = 100


def split_separated(raw: RawArticle) -> list[RawArticle]:
    """Return the articles between lines of signs; the article itself where it has but sections.

    Each part has a title and, unless the line between them is long, a day, an author or a place of
    its own. What stands before the first or after the last and is no article is listed as removed.
    """
    text = plain_ends(raw.whole)
    asked = _asked(text)
    if sum(map(_has_running, asked)) > 1:
        return _parts(raw, asked, [])
    for border in _borders(text):
        parts = [part.strip("\n") for part in border.split(text)]
        parts = [part for part in parts if any(map(str.isalnum, part))]
        sure = all(_SURE.search(line) for line in border.findall(text))
        whole = [part for part in parts if _is_article(part, sure=sure)]
        if len(whole) < 2:
            continue
        scraps = [part for part in parts if part not in whole]
        if not sure and any(_has_running(part) for part in scraps):
            continue
        return _parts(raw, parts, whole)
    return [raw]


def _asked(text: str) -> list[str]:
    """Return the parts between lines of ten "=", of which those under a heading are none."""
    lines = text.split("\n")
    parts: list[list[str]] = [[]]
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else ""
        if _ASKED.fullmatch(line) and (not above.strip() or _has_running(above)):
            parts.append([])
        else:
            parts[-1].append(line)
    found = ["\n".join(part).strip("\n") for part in parts]
    return [part for part in found if any(map(str.isalnum, part))]


def _borders(text: str) -> list[re.Pattern[str]]:
    found: list[re.Pattern[str]] = []
    if "\f" in text:
        found.append(re.compile(r"\n?\f\n?"))
    for sign in _SIGNS:
        if text.count(sign) < 3:
            continue
        pattern = re.compile(
            rf"(?:\A|(?<=\n)[ \t]*\n)[ \t]*(?:{re.escape(sign)}[ \t]*){{3,}}(?=\n[ \t]*\n|\n?\Z)"
            rf"|(?<=\n){re.escape(sign)}{{{_TIGHT},}}[ \t]*(?=\n)"
        )
        if pattern.search(text):
            found.append(pattern)
    return found


def _parts(raw: RawArticle, parts: list[str], whole: list[str]) -> list[RawArticle]:
    articles: list[RawArticle] = []
    loose: list[str] = []
    for part in parts:
        if part in whole or _has_running(part):
            one = replace(
                raw, text=part, title="", author=None, published=None, external_id=None, removed=()
            )
            articles.append(replace(one, removed=(*raw.removed, *loose)) if not articles else one)
            loose = []
        else:
            loose.append(part.strip())
    if loose:
        articles[-1] = replace(articles[-1], removed=(*articles[-1].removed, *loose))
    return articles


def _is_article(part: str, *, sure: bool) -> bool:
    """Say whether a part has a head of its own and running text."""
    found = titled(part.strip("\n"))
    if not found.title or not _has_running(part):
        return False
    if sure:
        return True
    below = found.text[len(found.title) :]
    head = [line.strip() for line in below.split("\n") if line.strip()][:_HEAD_ROWS]
    by = signed(below)
    return (
        by.author is not None
        or by.source is not None
        or any(is_byline(line) for line in head)
        or bool(own_date(part).lines)
    )


def _has_running(part: str) -> bool:
    return any(
        len(line) > _RUNNING or line.rstrip().endswith((".", "”")) for line in part.split("\n")
    )
