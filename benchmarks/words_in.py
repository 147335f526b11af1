"""Where a bank's words stand in its texts."""

from __future__ import annotations

import re


def place(text: str, words: str, nth: int = 1) -> int:
    """Return the offset of the nth place where words stand by themselves; else where they are."""
    found = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    return found[min(nth, len(found)) - 1] if found else text.find(words)
