"""What was checked, by whom, and why something is to be looked at, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefing.tables import APART, Row
from briefing.wording import columns
from briefing.wording.dates import day
from briefing.wording.signs import Sign
from briefing.wording.words import cell_value

BY_SOFTWARE = "Found by software"

VERDICTS = {
    "confirmed": Sign("Checked", ":material/verified:", "green"),
    "corrected": Sign("Corrected", ":material/edit_note:", "green"),
    "rejected": Sign("Rejected", ":material/block:", "red"),
    "added": Sign("Added", ":material/add_circle:", "green"),
}
"""What a person decided on a fact."""

FIELDS = {
    "speaker_id": "Speaker",
    "act": columns.STATEMENT,
    "title": "Title",
    "date": "Date",
    "tense": "When",
    "standing": columns.HOW_CERTAIN,
    "status": "How settled",
    "attributed_to": columns.CLAIMED_BY,
    "source": "From",
    "target": "To",
    "quad": columns.RELATION,
    "name": "Name",
    "kind": "Kind",
    "country": "Country",
    "same_as": "The same as",
    "author": "Author",
    "url": "Address",
    "text": "Words",
    "entity_id": "Who is meant",
}
"""What can be corrected, as it is called on screen."""

WHY = {
    "disputed": "It is denied or disputed.",
    "unsettled": "Its quotation marks do not close, so where it ends is not settled.",
    "possible": "The program is not sure of this reading and does not show it.",
    "no speaker": "No speaker was found.",
    "traced": "The speaker was worked out from a pronoun or a description.",
    "moderate": "The program is fairly sure of this reading.",
    "verbatim": "It is quoted word for word.",
    "rest": "Nothing speaks against this reading; nobody has looked at it.",
}
"""Why a fact is to be looked at."""

RECORDS = {
    "quotes": ("quotation", "quotations"),
    "events": ("event", "events"),
    "relations": ("relation", "relations"),
    "entities": ("name", "names"),
    "articles": ("article", "articles"),
    "mentions": ("mention", "mentions"),
}
"""What the rows of a table are called, one and several."""


_OWN_NAMES = {("articles", "source"): "Outlet", ("quotes", "kind"): columns.WORDING}
"""Fields that are called otherwise in one table."""


def field_name(record: str, field: str) -> str:
    """Return what a field of a table is called on screen; a name that is another's is itself."""
    if field.startswith(APART):
        return f"“{field.removeprefix(APART)}”"
    return _OWN_NAMES.get((record, field)) or FIELDS[field]


def found_words(row: Row) -> str:
    """Say how a fact came about: "Found by software", "Corrected by Ana Lund, 3 May 2031".

    Args:
        row: A row of `queries.quotes`, `events` or `relations`.
    """
    verdict = cell_value(row.get("review"))
    if verdict is None:
        return BY_SOFTWARE
    return f"{VERDICTS[str(verdict)].word} {by_words(row['reviewer'], row['reviewed_at'])}"


def by_words(reviewer: str, at: str) -> str:
    """Say who decided, and on which day."""
    return f"by {reviewer}, {day(at[:10])}"


def waiting_words(number: int) -> str:
    """Say that decisions wait for articles that the library does not have."""
    if number == 1:
        return "1 decision waits for an article not in this library; it holds once that is added."
    return f"{number:,} decisions wait for articles not in this library; they hold once added."


def apart_words(field: str, meant: str) -> str:
    """Say that a name of an entity is another one's: "“Lund” stands for Per Lund."."""
    return f"{field} stands for {meant}."


def before_words(field: str, value: str, *, added: bool) -> str:
    """Say what a corrected field held before: "Speaker: the software read “Lund”."."""
    return f"{field}: {'it was added as' if added else 'the software read'} “{value}”."


def differing_words(reviewer: str, verdict: str, fields: Mapping[str, Any]) -> str:
    """Say how somebody decided otherwise: "Ben rejected it", "Ben has Act: warns"."""
    if verdict == "rejected":
        return f"{reviewer} rejected it."
    if not fields:
        return f"{reviewer} confirmed it as the software read it."
    held = "; ".join(f"{name}: {value or 'none'}" for name, value in fields.items())
    return f"{reviewer} has {held}."
