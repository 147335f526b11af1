"""The packaged fonts, so that pictures and documents are the same on every machine."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from pathlib import Path

from briefing.errors import ExportError
from briefing.folders import DATA

FOLDER = DATA / "fonts"

NEEDED = frozenset(
    {"NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSerif-Regular.ttf", "NotoSerif-Bold.ttf"}
)
"""The faces that every document is set in; the others are for letters that they have not."""

SANS_FACE = "Noto Sans"
SERIF_FACE = "Noto Serif"


def font_files() -> list[Path]:
    """Return the files of the packaged faces, in a fixed order.

    Raises:
        ExportError: A face is not there; the installation is not whole.
    """
    found = sorted(FOLDER.glob("*.ttf"))
    missing = NEEDED - {path.name for path in found}
    if missing:
        raise ExportError(
            f"The packaged fonts are not whole: {', '.join(sorted(missing))} should be in "
            f"{FOLDER}. Install the program again."
        )
    return found


@cache
def _letters() -> tuple[tuple[int, int], ...]:
    lines = (FOLDER / "letters.txt").read_text(encoding="ascii").split()
    ranges = (line.partition("-") for line in lines)
    return tuple((int(first, 16), int(last, 16)) for first, _, last in ranges)


def has_shape(letter: str) -> bool:
    """Say whether any packaged face has a shape for a letter."""
    code = ord(letter)
    at = bisect_right(_letters(), code, key=lambda ends: ends[0]) - 1
    return at >= 0 and code <= _letters()[at][1]
