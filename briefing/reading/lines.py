"""Lines of a text: their ends made alike, and blocks of those that go."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

ENDS = re.compile(r"[.!?:;…][”’\"')\]]*$")
"""The end of a line that ends with a sentence, or with what a pause follows."""

LISTED = re.compile(r"(?:[-–—*•·]|\(?\w{1,3}[.)])\s")
"""The beginning of an entry of a list."""


def plain_ends(text: str) -> str:
    """Return a text with every line ended by a line feed, however its system ends lines."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def blocks(lines: Sequence[str], kept: Container[int] = ()) -> Iterator[str]:
    """Yield the lines that are not among `kept`, by number, those that stand together as one."""
    block: list[str] = []
    for number, line in enumerate((*lines, "")):
        if number not in kept and line.strip():
            block.append(line.rstrip())
        elif block:
            yield "\n".join(block).strip()
            block = []
