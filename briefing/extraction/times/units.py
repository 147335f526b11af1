"""Units and amounts in expressions, and TIMEX3's way to write durations and sets."""

from __future__ import annotations

from briefing.extraction.times.calendar import PARTS
from briefing.extraction.times.grammar import Hit
from briefing.extraction.times.words import lexicon, number

LETTERS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
}
"""How TIMEX3 writes units; T stands before units shorter than a day."""

MULTIPLES = {"decade": ("year", 10), "century": ("year", 100), "millennium": ("year", 1000)}
MULTIPLES |= PARTS
_VAGUE_LETTERS = {"decade": "DE", "century": "CE", "millennium": "ML", "fortnight": "W"}
SETS = {
    "second": "XXXX-XX-XXTXX:XX:XX",
    "minute": "XXXX-XX-XXTXX:XX",
    "hour": "XXXX-XX-XXTXX",
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "semester": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


_OFFSETS = {"last": -1, "past": -1, "next": 1, "following": 1}


def offset_of(hit: Hit, group: str = "rel") -> int:
    """Return how many units on "last", "next", "following" are; 0 for "this", "that" and none."""
    return _OFFSETS.get(hit.sign_of(group), 0)


def unit_of(hit: Hit, group: str = "unit") -> str:
    """Return the unit that is named, singular."""
    word = hit.one(group)
    lex = lexicon()
    return str(lex.values["unit"].get(word) or lex.values["units"][word])


def amount_of(hit: Hit, group: str = "n") -> float | None:
    """Return how many: a number, one for "a", a half, None for "several" and bare plurals."""
    words = hit.many(group)
    if not words:
        return None
    names = {hit.class_of(word) for word in words}
    if "/" in words:
        whole, part, size = (int(word) for word in words if word.isdecimal())
        return whole + part / size if size else None
    if "heaps" in names:
        return None
    if "vague" in names:
        return 2 if "couple" in words else None
    count = number([word for word in words if hit.class_of(word) != "half"])
    if "half" in names:
        return 0.5 + (count or 0.0)
    if count is None:
        return 1.0 if "article" in names else None
    return count


def duration(amount: float | None, unit: str) -> str:
    """Return the TIMEX3 duration: ``P2Y``, ``PT30M``, ``PXM``.

    Half a unit is written in the next smaller one: "half an hour" is ``PT30M``.
    """
    if unit == "weekend":
        return f"P{_plain(amount)}WE" if amount is not None else "PXWE"
    if amount is None:
        if unit in _VAGUE_LETTERS:
            return f"PX{_VAGUE_LETTERS[unit]}"
    elif unit in MULTIPLES:
        unit, times = MULTIPLES[unit]
        amount *= times
    if unit == "semester":
        unit = "month"
    if amount is not None and amount < 1:
        smaller = {"hour": ("minute", 60), "year": ("month", 12), "minute": ("second", 60)}
        smaller["day"] = ("hour", 24)
        if unit in smaller and amount * smaller[unit][1] == int(amount * smaller[unit][1]):
            unit, times = smaller[unit]
            amount *= times
    letters = LETTERS[unit]
    time = "T" if letters[0] == "T" and len(letters) > 1 else ""
    return f"P{time}{_plain(amount)}{letters[-1]}"


def _plain(amount: float | None) -> str:
    if amount is None:
        return "X"
    return str(int(amount)) if amount == int(amount) else f"{amount:g}"
