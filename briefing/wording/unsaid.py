"""What is only perhaps said, or is still to be said."""

from __future__ import annotations

import re
from functools import cache

from briefing.reference.calendar_words import BORDER, calendar_words


def unsaid_word(text: str, cue_start: int) -> str | None:
    """Return the word by which something is only perhaps said; None where it is said.

    "Berg is expected to say", "she may have told": expected, may. What "a possible rival said" is
    said.

    Args:
        text: The article's text.
        cue_start: Where its word of saying begins.
    """
    clause = BORDER.split(text[:cue_start])[-1]
    match = _MAY_SAY.search(clause) or _about_to_say().search(clause)
    return None if match is None or match[1] == "May" else match[1]


_MAY_SAY = re.compile(
    r"\b(may|might|could)\s+(?:(?:have|also|well|still|yet|then|not|be|\w+ly)\s+)*$", re.IGNORECASE
)


@cache
def _about_to_say() -> re.Pattern[str]:
    words = "|".join(sorted(calendar_words().open_words))
    return re.compile(rf"\b({words})\s+to\s+(?:(?:also|\w+ly)\s+)?$", re.IGNORECASE)
