"""When the financial years of governments begin (data/reference/fiscal_years.toml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from briefing.reference.files import toml


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A government's financial year: its first month, and which calendar year names it."""

    begins: int
    named_by_beginning: bool = False


@cache
def fiscal_years() -> dict[str, FiscalYear]:
    """Return the financial years that are not the calendar's, by ISO 3166-1 alpha-3 code."""
    data = toml("fiscal_years.toml")
    first = set(data["named_by_their_beginning"]["countries"])
    return {
        code: FiscalYear(int(group["begins"]), code in first)
        for group in data.values()
        if "begins" in group
        for code in group["countries"]
    }
