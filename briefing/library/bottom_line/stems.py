"""What a text is about, as the beginnings of its longer words: cheap, and the same every time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.reference.bottom_line import bottom_line_words

_WORD = re.compile(r"[^\W\d_]{3,}|\d{2,}")
_SIGNS = 5
"""So many signs of a word stand for it: “agree”, “agreed” and “agreement” are one."""


def stems(text: str) -> Iterator[str]:
    """Yield the stems of a text's words in order, without those that are too common.

    Words of three letters count only in capitals or with a capital (“UN”, “Oil”).
    """
    common = bottom_line_words().common
    for word in _WORD.findall(text):
        small = word.casefold()
        if small in common or (
            len(word) < _SIGNS - 1 and not (word[0].isupper() or word.isdigit())
        ):
            continue
        yield small[:_SIGNS]
