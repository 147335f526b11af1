"""Rules for years, decades and centuries."""

from __future__ import annotations

from datetime import date

from briefing.extraction.times.calendar import Period, containing, make_date
from briefing.extraction.times.grammar import Hit, Rule, compiled, nth
from briefing.extraction.times.readings import Dated, Edge, Reading
from briefing.extraction.times.words import lexicon

_PIVOT = 40
"""Two-digit years below it are of the 2000s: "02/27/98" is 1998, "02/27/28" is 2028."""


def edge_of(hit: Hit, group: str = "edge") -> Edge:
    """Return which part of the period the words "early", "mid-", "late", "end" mean."""
    words = [word for word in hit.many(group) if word != "-"]
    names = {hit.class_of(word) for word in words}
    edges: dict[str, Edge] = {
        "early": "early",
        "begin": "early",
        "middle": "middle",
        "late": "late",
        "end": "late",
        "earlier": "early",
        "later": "late",
    }
    return next((edge for name, edge in edges.items() if name in names), "")


def year_of(text: str) -> int:
    """Return the year that two or four digits write."""
    year = int(text)
    if len(text) == 2:
        return year + (2000 if year < _PIVOT else 1900)
    return year


def _decade(hit: Hit) -> tuple[Reading, ...]:
    """Read "the 1990s", "the late '60s", "the mid-eighties"."""
    word = hit.one("decade")
    if word[0].isdigit():
        digits = word[:-1]
        year = int(digits) if len(digits) == 4 else 1900 + int(digits)
        if len(digits) == 2 and not (hit.has("apos") or hit.has("the")):
            return ()
    else:
        if not hit.has("the"):
            return ()
        year = 1900 + 10 * int(lexicon().value("tens", word))
    unit = "century" if year % 100 == 0 and 1100 <= year < 2000 else "decade"
    return (hit.reading(Dated(containing(unit, make_date(year, 1, 1))), edge=edge_of(hit)),)


def _decade_written(hit: Hit) -> tuple[Reading, ...]:
    """Read "the 1970's" and "the mid-'70's" as decades; "the 1971's" is none."""
    digits = hit.one("y") or hit.one("short")
    if digits[-1] != "0" or len(digits) < 2 or digits[-2:] == "00":
        return ()
    year = int(digits) if len(digits) == 4 else 1900 + int(digits)
    edge = edge_of(hit) or edge_of(hit, "edge2")
    return (hit.reading(Dated(containing("decade", make_date(year, 1, 1))), edge=edge),)


def _second_decade(hit: Hit) -> tuple[Reading, ...]:
    """Read the second decade of "the 1960s and 70s"."""
    digits = hit.one("decade")[:-1]
    if len(digits) != 2:
        return ()
    decade = containing("decade", make_date(1900 + int(digits), 1, 1))
    return (hit.reading(Dated(decade), group="decade"),)


def _century(hit: Hit) -> tuple[Reading, ...]:
    """Read "the 20th century", "the early nineteenth century"."""
    count = nth(hit, "nth")
    if not count or not 1 <= count <= 99 or hit.one("unit") not in ("century", "centuries"):
        return ()
    year = max(1, 100 * (count - 1))
    return (hit.reading(Dated(containing("century", make_date(year, 1, 1))), edge=edge_of(hit)),)


def _year_alone(hit: Hit) -> tuple[Reading, ...]:
    """Read "2011", "early 2011", "fiscal 1998", "the end of 2025", "year-end 1989"."""
    text = hit.one("y")
    if len(text) == 2 and not hit.has("apos"):
        return ()
    return (hit.reading(Dated(Period("year", make_date(year_of(text), 1, 1))), edge=edge_of(hit)),)


def _year_range_end(hit: Hit) -> tuple[Reading, ...]:
    """Read the "58" of "1957-58" and the "99" of "1998/99" as a year of its own."""
    first, last = hit.one("y"), hit.one("last")
    if len(last) != 2 or int(last) <= int(first[2:]):
        return ()
    return (
        hit.reading(Dated(Period("year", date(int(first), 1, 1))), group="y"),
        hit.reading(Dated(Period("year", date(int(first[:2] + last), 1, 1))), group="last"),
    )


RULES = tuple(
    Rule(name, compiled(pattern), read)
    for name, pattern, read in (
        (
            "decade",
            "(?P<the>the)?(?P<edge>EDGE|middle hyphen)?(?P<apos>apos)?(?P<decade>digits_s|tens)",
            _decade,
        ),
        (
            "decade with an apostrophe",
            "(?:(?P<the>the)(?P<edge>EDGE|middle hyphen)?|(?P<edge2>EDGE|middle hyphen))"
            "(?:(?P<y>year)|(?P<apos>apos)(?P<short>small))poss",
            _decade_written,
        ),
        ("second decade", "(?<=digits_s)and(?P<decade>digits_s)", _second_decade),
        (
            "century",
            "(?:the?(?P<edge>EDGE|(?:begin|middle|end)of the))?(?P<nth>NTH)hyphen?(?P<unit>unit)",
            _century,
        ),
        (
            "year range",
            "(?P<y>year)(?:hyphen|slash)(?P<last>small)(?!hyphen|slash|small)",
            _year_range_end,
        ),
        (
            "year",
            "(?:the(?=fiscal|unit|early|late|middle|begin|end))?"
            "(?:(?P<edge>EDGE|(?:begin|middle|end|unit poss end)of?|unit hyphen?end)of?)?"
            "(?:(?:fiscal|calendar)unit?|(?:the|fiscal)unit|unit(?=year))?"
            "(?P<y>year|(?P<apos>apos)small)",
            _year_alone,
        ),
    )
)
