"""What a decision of a person is, and what can be corrected of which record."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from briefing.errors import ReviewError
from briefing.reference.countries import countries
from briefing.tables import ACTS, APART, ENTITY_KINDS, EVENT_STATUSES, QUADS, STANDINGS, TENSES

Record = Literal["quotes", "events", "relations", "entities", "articles", "mentions"]
Verdict = Literal["confirmed", "corrected", "rejected", "added", "withdrawn"]

RECORDS: tuple[Record, ...] = (
    "quotes",
    "events",
    "relations",
    "entities",
    "articles",
    "mentions",
)
"""The tables whose rows people decide on."""

LETTERS: dict[str, Record] = {
    "q": "quotes",
    "e": "events",
    "r": "relations",
    "m": "mentions",
}
"""The letter in the id of a fact, and its table."""

WHOLE = "fact"
"""The `field` of a decision on a row as a whole."""

SAME_AS = "same_as"
"""The field by which an entity is merged into another one, whose id is the value."""

WORDS = "text"
"""The field of the words taken of a quotation; the value is these words of the article."""

HOLDER = "attributed_to"
"""The field of who claims an event or a relation: an id, or a name as it is typed; None for the
article itself."""

UNDER_RULE = "chatham_house"
"""The field of the decision that a speaker of an article is under the Chatham House Rule. It says
of none who that is, and is applied by library/chatham alone."""

STAFF_KINDS = ("direct", "mixed", "indirect")
"""What a quotation can be by the word of a person, who knows where it ends."""

LONGEST_NOTE = 2_000
"""Letters that a reason may have."""

_LONGEST_NAME = 300

LONGEST_WORDS = 5_000
"""Letters that the words of a fact may have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision: a row of table `reviews`.

    Attributes:
        review_id: Its own id, the same in every library that it goes to.
        article_id: The article of the fact; None for an entity, which is the library's.
        record: The table of the fact.
        fact_id: The fact, by the id that it had then.
        start: Offset of the words that it was read from; None for an entity and an article.
        end: Their end.
        words: These words, so that the fact is found again; of an entity its name, of an article
            its title.
        field: What was corrected; `fact` for the row as a whole.
        value: The corrected value; None for none. Of what was added all its fields, as JSON. Of a
            withdrawal the review that it takes back.
        verdict: What was decided.
        reviewer: Who did.
        at: When, in UTC, ISO.
        note: The reason, where one was given.
    """

    review_id: str
    article_id: str | None = None
    record: Record
    fact_id: str
    start: int | None = None
    end: int | None = None
    words: str
    field: str
    value: str | None = None
    verdict: Verdict
    reviewer: str
    at: str
    note: str | None = None


def _one_of(*allowed: str) -> Callable[[str | None], str | None]:
    def check(value: str | None) -> str | None:
        if value not in allowed:
            raise ReviewError(f"“{value or ''}” cannot be chosen; choose {_listed(allowed)}.")
        return value

    return check


def _words(value: str | None) -> str | None:
    plain = " ".join((value or "").split())
    if not plain:
        raise ReviewError("Nothing is written; type the corrected words.")
    if len(plain) > 500:
        raise ReviewError("That is longer than 500 letters; shorten it.")
    return plain


def quoted(value: str | None) -> str | None:
    """Let pass words of an article, which keep their own spaces and line ends.

    Raises:
        ReviewError: There are none, or too many.
    """
    if not (value or "").strip():
        raise ReviewError("No words are given; paste those of the article.")
    if value is not None and len(value) > LONGEST_WORDS:
        raise ReviewError(f"Those are more than {LONGEST_WORDS:,} letters; take fewer words.")
    return value


def _speaker(value: str | None) -> str | None:
    return _words(value) if value else None


def _country(value: str | None) -> str | None:
    if value and value not in countries():
        raise ReviewError(f"“{value}” is no country’s code; use three letters, such as KOR.")
    return value or None


def _party(value: str | None) -> str | None:
    """Let pass a country's code, or the id of an actor that is none."""
    if value and ":" in value:
        return value
    if not value:
        raise ReviewError("A relation needs both sides; choose a country.")
    return _country(value)


def _entity(value: str | None) -> str | None:
    if value and ":" not in value:
        raise ReviewError(f"“{value}” is no name of the library; choose one of the list.")
    return value or None


def _detail(value: str | None) -> str | None:
    return _words(value) if value and value.strip() else None


def _address(value: str | None) -> str | None:
    plain = (value or "").strip()
    if plain and not re.fullmatch(r"https?://[^\s]{3,2000}", plain):
        raise ReviewError("That is not the address of a page; it begins with https:// or http://.")
    return plain or None


def _date(value: str | None) -> str | None:
    if value:
        bounds_of(value)
    return value or None


CORRECTABLE: Mapping[Record, Mapping[str, Callable[[str | None], str | None]]] = {
    "quotes": {
        "speaker_id": _speaker,
        "act": _one_of(*ACTS),
        "kind": _one_of(*STAFF_KINDS),
        WORDS: quoted,
    },
    "events": {
        "title": _words,
        "date": _date,
        "tense": _one_of(*TENSES),
        "standing": _one_of(*STANDINGS),
        "status": _one_of(*EVENT_STATUSES),
        HOLDER: _detail,
    },
    "relations": {
        "source": _party,
        "target": _party,
        "quad": _one_of(*QUADS),
        "standing": _one_of(*STANDINGS),
        HOLDER: _detail,
    },
    "entities": {
        "name": _words,
        "kind": _one_of(*ENTITY_KINDS),
        "country": _country,
        SAME_AS: _entity,
    },
    "articles": {"title": _words, "source": _detail, "author": _detail, "url": _address},
    "mentions": {"entity_id": _words},
}
"""What can be corrected of each record, with the check of a value."""


def checked(record: str, field: str, value: str | None) -> str | None:
    """Return a corrected value as it is kept.

    Raises:
        ReviewError: The field cannot be corrected, or the value is none of it.
    """
    if not is_correctable(record, field):
        raise ReviewError(f"“{field}” of {record} cannot be corrected.")
    if field.startswith(APART):
        return _words(value)
    return next(fields[field] for name, fields in CORRECTABLE.items() if name == record)(value)


def is_correctable(record: str, field: str) -> bool:
    """Say whether a field of a record can be corrected."""
    if record == "entities" and field.startswith(APART):
        return bool(field.removeprefix(APART).strip()) and len(field) <= _LONGEST_NAME
    return any(field in fields for name, fields in CORRECTABLE.items() if name == record)


_EDTF = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def bounds_of(value: str) -> tuple[str, str, str]:
    """Return the first day, the last day and the precision of a date that a person gave.

    Args:
        value: A year, month or day (2024, 2024-07, 2024-07-09), or two of them with "/" between.

    Raises:
        ReviewError: It is no date, or ends before it begins.
    """
    parts = value.split("/")
    if len(parts) > 2:
        raise _no_date(value)
    first, _, precision = _span(parts[0], value)
    _, last, _ = _span(parts[-1], value)
    if last < first:
        raise ReviewError(f"“{value}” ends before it begins; write the earlier day first.")
    return first, last, precision if len(parts) == 1 else "interval"


def _span(part: str, whole: str) -> tuple[str, str, str]:
    found = _EDTF.fullmatch(part.strip())
    if found is None:
        raise _no_date(whole)
    year, month, day = found.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
        last_month = int(month or 12)
        last = date(int(year), last_month, int(day or monthrange(int(year), last_month)[1]))
    except ValueError:
        raise _no_date(whole) from None
    precision = "day" if day else "month" if month else "year"
    return first.isoformat(), last.isoformat(), precision


def _no_date(value: str) -> ReviewError:
    return ReviewError(f"“{value}” is not a date; write it as 2024, 2024-07 or 2024-07-09.")


def _listed(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
