"""Small words that screens and files share: how many, missing cells, shortened texts."""

from __future__ import annotations

from typing import Any

import pandas as pd


def cell_value(value: Any) -> Any:
    """Return a cell's value, None where it is missing (None, NaN, NA)."""
    if value is None or isinstance(value, (list, tuple, dict, str)):
        return value or None
    return None if pd.isna(value) else value


def count(number: int, one: str, many: str | None = None) -> str:
    """Say how many: `count(1, "article")` is "1 article", `count(2, "party", "parties")`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def size_words(size: int) -> str:
    """Say how much room something takes: "840 kB", "12.4 MB"; it stays on one line."""
    for unit, of_it in (("GB", 10**9), ("MB", 10**6)):
        if size >= of_it:
            return f"{size / of_it:,.1f}\u00a0{unit}"
    return f"{max(1, round(size / 1000)):,}\u00a0kB"


def shorten(text: str, length: int) -> str:
    """Cut a text at a word so that it has at most `length` characters."""
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
