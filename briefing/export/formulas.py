"""Cells that a spreadsheet would run: what an article says may begin like a formula."""

from __future__ import annotations

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters that spreadsheets take for a formula, or cut off and look at the next."""


def may_be_formula(text: str) -> bool:
    """Tell whether a spreadsheet may take a text for a formula: "=1+1", "@SUM(A1)", "-2+3"."""
    return text.lstrip(" ").startswith(_STARTS)


def escape_formula(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet may take for a formula."""
    return f"'{text}" if may_be_formula(text) else text
