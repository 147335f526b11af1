"""Financial years: which twelve months "fiscal 2026" is, by the country that is spoken of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from spacy.tokens import Doc

from briefing.extraction.times.calendar import OutOfCalendar, Period, make_date
from briefing.extraction.times.readings import Counted, Dated, Reading
from briefing.reference.fiscal_years import FiscalYear, fiscal_years

FISCAL = ("fiscal year", "fiscal year named", "fiscal years named")
"""The rules that read financial years."""


def placed(found: list[Reading], doc: Doc, day: date | None) -> list[Reading]:
    """Return the readings with financial years set to the months that the country's have.

    "In **fiscal 2026** the United States gave Jordan aid" is October 2025 to September 2026. Where
    the sentence names no country whose financial year is known, the words keep their plain year.

    Args:
        found: The readings of a text, in order.
        doc: The text with its mentions.
        day: The article's day, from which "next financial year" counts; None where unknown.
    """
    return [_placed(reading, doc, day) if reading.rule in FISCAL else reading for reading in found]


def _placed(reading: Reading, doc: Doc, day: date | None) -> Reading:
    year = _year_of(doc, reading)
    if year is None:
        return reading
    meaning = reading.meaning
    try:
        if isinstance(meaning, Dated):
            start = meaning.period.start.year
            single = meaning.until is None
            back = 1 if single and not year.named_by_beginning else 0
            period = _period(year, start - back)
        elif isinstance(meaning, Counted) and meaning.unit == "year" and day is not None:
            period = _period(year, day.year - (day.month < year.begins) + meaning.offset)
        else:
            return reading
    except OutOfCalendar:
        return reading
    return replace(reading, meaning=Dated(period))


def _period(year: FiscalYear, start: int) -> Period:
    unit = "fiscal year from" if year.named_by_beginning else "fiscal year"
    return Period(unit, make_date(start, year.begins, 1))


def _year_of(doc: Doc, reading: Reading) -> FiscalYear | None:
    """Return the financial year of the country that stands nearest in the sentence."""
    span = doc.char_span(reading.start, reading.end, alignment_mode="expand")
    if span is None:
        return None
    sent = span.sent
    near: list[tuple[int, FiscalYear]] = []
    for mention in doc._.mentions or ():
        if sent.start_char <= mention.start < sent.end_char:
            entity = (doc._.entities or {}).get(mention.entity_id)
            known = fiscal_years().get(entity.country or "") if entity is not None else None
            if known is not None:
                near.append((abs(mention.start - reading.start), known))
    return min(near, key=lambda one: one[0])[1] if near else None
