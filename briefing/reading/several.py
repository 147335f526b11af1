"""Signs that a text holds several articles, where no line tells surely where each begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.reading.bylines import Signed, signed
from briefing.reading.date_lines import has_date, is_running
from briefing.reading.lines import plain_ends
from briefing.reading.press_forms import unsplit
from briefing.reading.raw import RawArticle
from briefing.reading.titles import titled
from briefing.reading.written_days import written_days

_NUMBERED = re.compile(
    r"(?i:article|story|item|clipping)\s+(?:no\.?\s*)?(?P<number>\d{1,2})\s*[.:]?"
)
_DIGEST = re.compile(
    r"\(?(?P<number>\d{1,2})[.)]\s+\S.{8,200}\s\((?P<of>[A-Z][^()]{2,60},\s[^()]{6,40})\)\s*"
)
_LAW = re.compile(
    r"\bshall\b|\bhereby\b|\bpursuant to\b|\bthe right to\b|\bthis (?:act|agreement|charter|"
    r"constitution|convention|law|protocol|treaty)\b",
    re.IGNORECASE,
)
_PAGES = frozenset(("web page", "saved page (MHTML)", "feed"))
_HEADLINE_WORDS = 4
_RUNNING = 120
"""Signs of running text that an article has at least; a teaser under a title has fewer."""

_HEAD_ROWS, _LONGEST = 3, 120
_MOST_ROWS = 4_000


def holds_several(raw: RawArticle) -> bool:
    """Say whether an article that was not split has clear signs of several ones.

    Pages and feeds name others beside the one that they hold, and are not asked for heads.
    """
    if unsplit(raw.text):
        return True
    if raw.kind in _PAGES:
        return False
    lines = plain_ends(raw.whole).split("\n")[:_MOST_ROWS]
    rows = [line.strip() for line in lines if line.strip()]
    return _are_numbered(rows) or _is_digest(rows) or _has_heads(rows)


def _are_numbered(rows: Sequence[str]) -> bool:
    """Say whether "Article 1", "Article 2" stand above headlines, and not in a treaty or law."""
    at = [row for row, line in enumerate(rows) if _NUMBERED.fullmatch(line)]
    return (
        _counts_up(_NUMBERED, rows, at)
        and all(len(rows[row + 1].split()) >= _HEADLINE_WORDS for row in at if row + 1 < len(rows))
        and all(not is_running(rows[row + 1]) for row in at if row + 1 < len(rows))
        and all(_words_below(part) >= _RUNNING for part in _between(rows, at))
        and not any(map(_LAW.search, rows))
    )


def _is_digest(rows: Sequence[str]) -> bool:
    """Say whether numbered titles have outlet and day in brackets, and each an article below."""
    at = [
        row
        for row, line in enumerate(rows)
        if (match := _DIGEST.fullmatch(line)) and any(one.days for one in written_days(match["of"]))
    ]
    return _counts_up(_DIGEST, rows, at) and all(
        _words_below(part) >= _RUNNING for part in _between(rows, at)
    )


def _counts_up(form: re.Pattern[str], rows: Sequence[str], at: Sequence[int]) -> bool:
    numbers = [int(match["number"]) for row in at if (match := form.fullmatch(rows[row]))]
    return len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))


def _has_heads(rows: Sequence[str]) -> bool:
    """Say whether several heads, each of title, day, and outlet or author, have text below."""
    heads = list(_heads(rows))
    at = [row for row, _ in heads]
    return (
        len({head for _, head in heads}) > 1
        and at[0] <= _HEAD_ROWS
        and all(_words_below(part) >= _RUNNING for part in _between(rows, at))
    )


def _heads(rows: Sequence[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield where a title has a head below it, and the lines of that head."""
    dated = [len(row) <= _LONGEST and has_date(row) for row in rows]
    for row, line in enumerate(rows[:-2]):
        if dated[row] or not any(dated[row + 1 : row + 3]):
            continue
        if len(line.split()) < _HEADLINE_WORDS or is_running(line):
            continue
        below = rows[row + 1 : row + 1 + _HEAD_ROWS]
        body = next((at for at, one in enumerate(below) if is_running(one)), len(below))
        head = tuple(below[:body])
        who = signed("\n".join(head))
        if not any(dated[row + 1 : row + 1 + body]) or who == Signed():
            continue
        if titled("\n".join((line, "", *rows[row + 1 : row + 6]))).title == line:
            yield row, head


def _between(rows: Sequence[str], at: Sequence[int]) -> Iterator[Sequence[str]]:
    for start, end in zip(at, (*at[1:], len(rows)), strict=True):
        yield rows[start + 1 : end]


def _words_below(rows: Sequence[str]) -> int:
    return sum(len(row) for row in rows if is_running(row))
