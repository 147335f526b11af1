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
        "end": "end",
        "earlier": "so far",
        "later": "from now",
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
        century = int(lexicon().value("num", hit.one("century"))) if hit.has("century") else 19
        year = 100 * century + 10 * int(lexicon().value("tens", word))
        if century not in range(14, 21):
            return ()
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


def _year_range(hit: Hit) -> tuple[Reading, ...]:
    """Read "2021-2027", "1957-58" and "1998/99" as the years from the first to the last."""
    start, end = hit.one("y"), hit.one("last")
    end = start[:2] + end if len(end) == 2 else end
    if len(end) != 4:
        return ()
    first, last = (Period("year", date(int(year), 1, 1)) for year in (start, end))
    if last.start <= first.start:
        return ()
    return (hit.reading(Dated(first, last)),)


_BEFORE_WORDS = frozenset(
    (
        "in",
        "of",
        "since",
        "by",
        "until",
        "from",
        "to",
        "year",
        "before",
        "after",
        "and",
        "during",
        "between",
        "grace",
    )
)
_TOLD = frozenset(("was", "is", "saw", "will", "has", "had", "brought", "began", "ended", "may"))
_CENTURIES = range(11, 22)


def _year_in_words(hit: Hit) -> tuple[Reading, ...]:
    """Read "nineteen forty-seven", "nineteen hundred and fifty-one", "two thousand and eight"."""
    before = hit.before()
    dated = hit.class_of(before) in ("month", "ord") or before[:1].isdecimal() or before == ","
    opens = hit.starts_sentence() and hit.after() in _TOLD
    if not dated and not opens and before not in _BEFORE_WORDS:
        return ()
    values = lexicon().values["num"]
    numbers = [int(values[word]) for word in hit.many("words") if word in values]
    if "thousand" in hit.many("words"):
        year = 1000 * numbers[0] + sum(numbers[1:]) if numbers[0] in (1, 2) else 0
    elif "hundred" in hit.many("words"):
        year = 100 * numbers[0] + sum(numbers[1:])
    else:
        year = 100 * numbers[0] + sum(numbers[1:])
        if len(numbers) < 2 or numbers[1] < 10:
            return ()
    if year // 100 not in _CENTURIES or hit.after() in ("people", "men", "women"):
        return ()
    return (hit.reading(Dated(Period("year", make_date(year, 1, 1)))),)


def _noughties(hit: Hit) -> tuple[Reading, ...]:
    """Read "the noughties" as the years from 2000 to 2009."""
    return (hit.reading(Dated(Period("decade", date(2000, 1, 1)))),)


def _half_of_decade(hit: Hit) -> tuple[Reading, ...]:
    """Read "the first half of the 2010s" as five years of it."""
    number, digits = nth(hit, "nth"), hit.one("decade")
    if number not in (1, 2) or not digits[:-1].isdecimal() or len(digits) != 5:
        return ()
    first, last = (make_date(int(digits[:-1]) + 5 * number + back, 1, 1) for back in (-5, -1))
    return (hit.reading(Dated(Period("year", first), Period("year", last))),)


def _fiscal_named(hit: Hit) -> tuple[Reading, ...]:
    """Read "fiscal 2026", "the fiscal year 2025", "FY24" as a financial year."""
    digits = hit.one("y")
    if len(digits) == 2 and not (hit.all[0] == "fy" or "'" in hit.all):
        return ()
    return (hit.reading(Dated(Period("year", make_date(year_of(digits), 1, 1)))),)


def _fiscal_range(hit: Hit) -> tuple[Reading, ...]:
    """Read "the 2023-24 financial year" and "fiscal year 2024/25" as one financial year."""
    start, end = hit.one("y"), hit.one("last")
    if int(end) % 100 != (int(start) + 1) % 100:
        return ()
    first = Period("year", make_date(int(start), 1, 1))
    return (hit.reading(Dated(first, first.shift(1))),)


def _fiscal_from(hit: Hit) -> tuple[Reading, ...]:
    """Read "the fiscal year starting April 2025" as the twelve months from there."""
    lex = lexicon()
    month = int(lex.values["month"][hit.one("month")])
    start = make_date(int(hit.one("y")), month, 1)
    unit = "fiscal year from" if month <= 6 else "fiscal year"
    return (hit.reading(Dated(Period(unit, start)), group="x"),)


RULES = tuple(
    Rule(name, compiled(pattern), read)
    for name, pattern, read in (
        (
            "decade",
            "(?P<the>the)?(?P<edge>EDGE|middle hyphen)?(?P<apos>apos)?"
            "(?:(?P<century>num)hyphen?)?(?P<decade>digits_s|tens)",
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
            "years",
            "(?<!hyphen)(?<!slash)(?P<y>year)(?P<sep>hyphen)(?P<last>year)(?!hyphen|slash)",
            _year_range,
        ),
        (
            "year in words",
            "unit?(?P<words>num(?:scale(?:and?num(?:hyphen?num)?)?|num(?:hyphen?num)?))(?!hyphen|unit|units|percent)",
            _year_in_words,
        ),
        ("fiscal year named", "(?:fyear|the?fiscal unit?apos?)(?P<y>year|small)", _fiscal_named),
        (
            "fiscal years named",
            "the?(?:fiscal unit?)(?P<y>year)(?:hyphen|slash)(?P<last>small|year)(?!hyphen|slash)",
            _fiscal_range,
        ),
        (
            "fiscal years named",
            "the?(?P<y>year)(?:hyphen|slash)(?P<last>small|year)fiscal unit",
            _fiscal_range,
        ),
        (
            "fiscal year from",
            "(?P<x>the?fiscal unit)(?:starting|begin)(?:in|small|on)?(?P<month>month)"
            "small?comma?(?P<y>year)",
            _fiscal_from,
        ),
        ("noughties", "the?(?P<x>noughties)", _noughties),
        ("half of decade", "the?(?P<nth>ord)half of the?(?P<decade>digits_s)", _half_of_decade),
        (
            "year range",
            "(?P<y>year)(?:hyphen|slash)(?P<last>small)(?!hyphen|slash|small|stop small)",
            _year_range,
        ),
        (
            "year",
            "(?:the(?=calendar|unit|early|late|middle|begin|end))?"
            "(?:(?P<edge>EDGE|(?:begin|middle|end|unit poss end)of?|unit hyphen?end)of?)?"
            "(?:calendar unit?|the unit|unit(?=year))?"
            "(?P<y>year|(?P<apos>apos)small)",
            _year_alone,
        ),
    )
)
