"""Lists of dates, as briefs have them under "Coming up": a line an entry.

    1 December - expiry of the deadline
    Mid-January: visit of the foreign minister

The parser takes lines that follow each other for one sentence, so an entry would get its
neighbour's date. A single such line is no list: a wrapped line of prose may begin with a date.
"""

from __future__ import annotations

import re
from calendar import day_abbr, day_name, month_abbr, month_name

_MONTH = "|".join([*month_name[1:], r"Sept\.?", *(f"{name}\\.?" for name in month_abbr[1:])])
_DAY = "|".join([*day_name, *(f"{name}\\.?" for name in day_abbr)])
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_DAYS = rf"{_NUMBER}(?:[ ]?(?:-|to|and|/)[ ]?{_NUMBER})?"
_ENTRY = re.compile(
    rf"""
    [ ]*(?:[-*•·‣▪o][ ]+)?
    (?:(?:{_DAY}),?[ ])?
    (?:
        {_DAYS}[ ](?:{_MONTH})(?:[ ]?(?:-|to)[ ]?{_NUMBER}[ ](?:{_MONTH}))?
      | (?:{_MONTH})[ ]{_DAYS}
      | (?:(?:early|mid|late|end|end[ ]of|beginning[ ]of)[ -])?(?:{_MONTH})
      | \d{{4}}-\d{{2}}-\d{{2}}
      | \d{{1,2}}[./]\d{{1,2}}(?:[./]\d{{2,4}})?
    )(?:,?[ ]\d{{4}})?
    [ ]?(?P<mark>:|-|[ ]{{2,}})[ ]*(?=\S)
    """,
    re.IGNORECASE | re.VERBOSE,
)


def entries(text: str) -> list[tuple[int, int]]:
    """Return each entry of a list of dates: where it begins, and where what it dates begins.

    Args:
        text: The text that the model reads, with plain signs (`text.straighten`).
    """
    found: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []
    position = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            entry = _ENTRY.match(line)
            if entry is not None:
                start = len(line) - len(line.lstrip())
                run.append((position + start, position + entry.end()))
            else:
                found += run if len(run) > 1 else []
                run = []
        position += len(line)
    return found + (run if len(run) > 1 else [])
