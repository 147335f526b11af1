"""The fields of a fact: what they hold in words, and how each is filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from briefing.library.reviews.decision import (
    CORRECTABLE,
    HOLDER,
    LONGEST_WORDS,
    SAME_AS,
    STAFF_KINDS,
    WORDS,
    Record,
)
from briefing.reference.countries import countries, country_name
from briefing.tables import APART, EVENT_STATUSES, STANDINGS, TENSES, UNSETTLED
from briefing.wording import columns
from briefing.wording.dates import when_of
from briefing.wording.reviews import field_name
from briefing.wording.signs import ACTS, KINDS, QUADS, QUOTE_KINDS, STATUSES
from briefing.wording.signs import STANDINGS as STANDING_SIGNS
from briefing.wording.signs import TENSES as TENSE_SIGNS
from briefing.wording.words import cell_value

_TYPED = {
    "speaker_id": "Choose who is named in the article, or type another name.",
    "entity_id": "Choose a name, or type that of another person.",
    HOLDER: "Who claims it, by the article; nobody where the article says it itself.",
}
"""Fields that take a name that nobody knows yet, with what is said about it."""

_NOBODY = ""
_MAY_BE_NONE = ("speaker_id", "country", SAME_AS, HOLDER)
"""Fields that may hold nothing: the choice of nobody."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the ids in a fact's fields are called.

    Attributes:
        speakers: Who can speak in the article, by id.
        parties: Who can be a side of a relation: countries by code, other actors by id.
        holders: Who claims or denies the fact, by id.
        alike: Whom or what an entity may be the same as, by id.
        meant: Whom or what mentions may stand for, by id.
    """

    speakers: Mapping[str, str]
    parties: Mapping[str, str]
    holders: Mapping[str, str]
    alike: Mapping[str, str]
    meant: Mapping[str, str] = field(default_factory=dict)


def names_of(
    speakers: Mapping[str, str],
    actors: Mapping[str, str],
    holders: Mapping[str, str],
    alike: Mapping[str, str],
    meant: Mapping[str, str] | None = None,
) -> Names:
    """Return what ids are called; every country can be a side of a relation.

    Args:
        speakers: Who can speak in the article, by id.
        actors: What takes part in the article's relations and is no country, by id.
        holders: Who claims or denies the fact, by id.
        alike: Whom or what an entity may be the same as, by id.
        meant: Whom or what mentions may stand for, by id.
    """
    parties = {code: country_name(code) for code in countries()} | dict(actors)
    in_order = dict(sorted(parties.items(), key=lambda item: item[1]))
    return Names(speakers, in_order, holders, alike, meant or {})


def lines_of(record: Record, row: Mapping[str, Any], names: Names) -> list[tuple[str, str]]:
    """Return what a row says as label and words, in the order in which staff ask for it."""
    found = [
        (field_name(record, name), field_words(record, name, row, names))
        for name in CORRECTABLE[record]
        if name != WORDS  # these stand beside it, marked in their paragraph
    ]
    return found + _holding_lines(row, names)


def field_words(record: Record, name: str, row: Mapping[str, Any], names: Names) -> str:
    """Say what one field of a row holds."""
    return when_of(row) if name == "date" else value_words(record, name, row.get(name), names)


def holders_of(row: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the ids, or the article's words, of who claims or denies a fact."""
    held = (cell_value(row.get(column)) for column in (HOLDER, *dict(_HOLDING)))
    return tuple(part for cell in held if cell for part in str(cell).split("; "))


_HOLDING = (
    ("denied_by", columns.DENIED_BY),
    ("condition", "Only if"),
)


def _holding_lines(row: Mapping[str, Any], names: Names) -> list[tuple[str, str]]:
    """Say who denies a fact, and on what it depends."""
    return [
        (label, ", ".join(names.holders.get(part, part) for part in str(row[column]).split("; ")))
        for column, label in _HOLDING
        if cell_value(row.get(column))
    ]


def value_words(record: Record, name: str, value: object, names: Names) -> str:
    """Say what a value of a field means."""
    text = str(cell_value(value) or "")
    if name == HOLDER and text:
        called = {**names.speakers, **names.holders}
        return ", ".join(called.get(part, part) for part in text.split("; "))
    return _choices(record, name, names).get(text, text) if text else "None"


def _choices(record: Record, name: str, names: Names) -> Mapping[str, str]:
    """Return what a field can be and what each value is called; none for what is typed."""
    if (record, name) == ("quotes", "kind"):
        return {kind: QUOTE_KINDS[kind].word for kind in (*STAFF_KINDS, UNSETTLED)}
    found: Mapping[str, Mapping[str, str]] = {
        "speaker_id": names.speakers,
        HOLDER: names.speakers,
        "source": names.parties,
        "target": names.parties,
        "country": names.parties,
        SAME_AS: names.alike,
        "entity_id": names.meant,
        "act": {act: sign.word for act, sign in ACTS.items()},
        "tense": {tense: TENSE_SIGNS[tense].word for tense in TENSES},
        "standing": {standing: STANDING_SIGNS[standing].word for standing in STANDINGS},
        "status": {status: _STATUS_WORDS[status] for status in EVENT_STATUSES},
        "quad": {quad: sign.word for quad, sign in QUADS.items()},
        "kind": {kind: sign.word for kind, sign in KINDS.items()},
    }
    return names.meant if name.startswith(APART) else found.get(name, {})


_STATUS_WORDS = {"firm": "Firm", "planned": "Planned"} | {
    status: sign.word for status, sign in STATUSES.items()
}


def value_field(
    record: Record, name: str, row: Mapping[str, Any], names: Names, fact_id: str
) -> str | None:
    """Draw the field of one value; return what it is set to.

    Args:
        record: The table of the fact.
        name: The field.
        row: The fact as it stands.
        names: What its ids are called.
        fact_id: The fact, for the field's key.
    """
    label, key, held = (
        field_name(record, name),
        f"{name}-{fact_id}",
        str(cell_value(row.get(name)) or ""),
    )
    if record == "articles" or name in ("title", "name"):
        return st.text_input(label, value=held, key=key, max_chars=500)
    if name == WORDS:
        return st.text_area(
            label,
            value=held,
            key=key,
            max_chars=LONGEST_WORDS,
            help="Make them longer or shorter; they must stand in the article, letter for letter.",
        )
    if name == "date":
        return st.text_input(
            label,
            value=held,
            key=key,
            help="A year, a month or a day: 2024, 2024-07 or 2024-07-09; two with / between for "
            "a period; empty if undated.",
        )
    choices = [each for each in _choices(record, name, names) if each != UNSETTLED]
    offered = [*([_NOBODY] if name in _MAY_BE_NONE else []), *choices]
    if held and held not in offered:
        offered = [held, *offered]
    return st.selectbox(
        label,
        offered,
        index=offered.index(held) if held in offered else None,
        placeholder="Choose one",
        format_func=lambda value: value_words(record, name, value, names),
        key=key,
        accept_new_options=name in _TYPED,
        help=_TYPED.get(name),
    )
