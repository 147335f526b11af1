"""Checking one fact: what the software read beside the article's words, and what to do with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from briefing.errors import ReviewError
from briefing.library.reviews.decision import CORRECTABLE, SAME_AS, Record, Verdict
from briefing.library.reviews.keeping import Reading, decide, redo, undo
from briefing.reference.countries import countries, country_name
from briefing.settings import settings
from briefing.tables import EVENT_STATUSES, STANDINGS, TENSES
from briefing.wording import columns
from briefing.wording.dates import when_of
from briefing.wording.reviews import VERDICTS, by_words, differing_words, field_name
from briefing.wording.signs import (
    ACTS,
    CERTAINTIES,
    KINDS,
    QUADS,
    QUOTE_KINDS,
    STATUSES,
)
from briefing.wording.signs import STANDINGS as STANDING_SIGNS
from briefing.wording.signs import TENSES as TENSE_SIGNS
from briefing.wording.words import cell_value
from components.cache import library
from components.escaping import escape_markdown
from components.evidence import evidence
from components.facts import open_in_article

REVIEWER = "reviewer"
"""Where the session keeps the name that stands beside what is checked."""

_NOBODY = ""
_MAY_BE_NONE = ("speaker_id", "country", SAME_AS)
"""Fields that may hold nothing: the choice of nobody."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the ids in a fact's fields are called.

    Attributes:
        speakers: Who can speak in the article, by id.
        parties: Who can be a side of a relation: countries by code, other actors by id.
        holders: Who claims or denies the fact, by id.
        alike: Whom or what an entity may be the same as, by id.
    """

    speakers: Mapping[str, str]
    parties: Mapping[str, str]
    holders: Mapping[str, str]
    alike: Mapping[str, str]


def names_of(
    speakers: Mapping[str, str],
    actors: Mapping[str, str],
    holders: Mapping[str, str],
    alike: Mapping[str, str],
) -> Names:
    """Return what ids are called; every country can be a side of a relation.

    Args:
        speakers: Who can speak in the article, by id.
        actors: What takes part in the article's relations and is no country, by id.
        holders: Who claims or denies the fact, by id.
        alike: Whom or what an entity may be the same as, by id.
    """
    parties = {code: country_name(code) for code in countries()} | dict(actors)
    return Names(speakers, dict(sorted(parties.items(), key=lambda item: item[1])), holders, alike)


def name_field() -> str:
    """Draw the field for the name that stands beside what is checked; return the name."""
    name = st.text_input(
        "Your name, as it is to stand beside what you check",
        value=settings().reviewer,
        key=REVIEWER,
        max_chars=80,
        persist_state="session",
        width=360,
    )
    return " ".join(name.split())


def reading_card(reading: Reading, names: Names, text: str, fact_id: str) -> None:
    """Draw a fact in its paragraph, and beside it what was read and what was corrected.

    Args:
        reading: The fact.
        names: What its ids are called.
        text: Its article's text; "" for an entity.
        fact_id: Its id.
    """
    words, read = st.columns([3, 2], gap="large")
    with words:
        _context(reading, text, fact_id)
    with read:
        row = reading.now or reading.machine
        with st.container(gap="small"):
            for label, value in lines_of(reading.record, row, names):
                st.markdown(f"**{label}**: {escape_markdown(value)}")
        if reading.record in ("events", "relations"):
            sign = CERTAINTIES[reading.machine["certainty"]]
            st.caption(escape_markdown(f"{sign.word}: {reading.machine['certainty_reason']}"))
        _held(reading, names)


def lines_of(record: Record, row: Mapping[str, Any], names: Names) -> list[tuple[str, str]]:
    """Return what a row says as label and words, in the order in which staff ask for it."""
    found = [
        (field_name(record, name), field_words(name, row, names)) for name in CORRECTABLE[record]
    ]
    if record == "quotes":
        found.append(("Words", QUOTE_KINDS[row["kind"]].word))
    return found + _holding_lines(row, names)


def field_words(name: str, row: Mapping[str, Any], names: Names) -> str:
    """Say what one field of a row holds."""
    return when_of(row) if name == "date" else value_words(name, row.get(name), names)


def holders_of(row: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the ids, or the article's words, of who claims or denies a fact."""
    held = (cell_value(row.get(column)) for column, _ in _HOLDING)
    return tuple(part for cell in held if cell for part in str(cell).split("; "))


_HOLDING = (
    ("attributed_to", columns.CLAIMED_BY),
    ("denied_by", columns.DENIED_BY),
    ("condition", "Only if"),
)


def _holding_lines(row: Mapping[str, Any], names: Names) -> list[tuple[str, str]]:
    """Say who claims or denies a fact, and on what it depends."""
    return [
        (label, ", ".join(names.holders.get(part, part) for part in str(row[column]).split("; ")))
        for column, label in _HOLDING
        if cell_value(row.get(column))
    ]


def value_words(name: str, value: object, names: Names) -> str:
    """Say what a value of a field means."""
    text = str(cell_value(value) or "")
    return _choices(name, names).get(text, text) if text else "None"


def _choices(name: str, names: Names) -> Mapping[str, str]:
    """Return what a field can be and what each value is called; none for what is typed."""
    found: Mapping[str, Mapping[str, str]] = {
        "speaker_id": names.speakers,
        "source": names.parties,
        "target": names.parties,
        "country": names.parties,
        SAME_AS: names.alike,
        "act": {act: sign.word for act, sign in ACTS.items()},
        "tense": {tense: TENSE_SIGNS[tense].word for tense in TENSES},
        "standing": {standing: STANDING_SIGNS[standing].word for standing in STANDINGS},
        "status": {status: _STATUS_WORDS[status] for status in EVENT_STATUSES},
        "quad": {quad: sign.word for quad, sign in QUADS.items()},
        "kind": {kind: sign.word for kind, sign in KINDS.items()},
    }
    return found.get(name, {})


_STATUS_WORDS = {"firm": "Firm", "planned": "Planned"} | {
    status: sign.word for status, sign in STATUSES.items()
}


def decide_here(fact_id: str, verdict: Verdict, note: str | None = None) -> None:
    """Confirm or reject a fact and keep what is to be said of it; for `on_click`."""
    _do(lambda who: decide(library(), fact_id, verdict, who, note=note), fact_id)


def undo_here(fact_id: str) -> None:
    """Take the last decision on a fact back; for `on_click`."""
    _do(lambda who: undo(library(), fact_id, who), fact_id)


def redo_here(fact_id: str) -> None:
    """Let the decision that was taken back stand again; for `on_click`."""
    _do(lambda who: redo(library(), fact_id, who), fact_id)


def correct_form(reading: Reading, names: Names, fact_id: str) -> None:
    """Draw the fields of a fact to correct, and keep what was changed."""
    row = reading.now or reading.machine
    with st.form(f"correct-{fact_id}", border=False):
        values = {
            name: _field(reading.record, name, row, names, fact_id)
            for name in CORRECTABLE[reading.record]
        }
        note = st.text_input("Reason, if you want to give one", key=f"note-{fact_id}")
        if st.form_submit_button("Save correction", icon=":material/save:"):
            changed = {
                name: value
                for name, value in values.items()
                if (value or None) != (cell_value(row.get(name)) or None)
            }
            _save(fact_id, changed, note)


def _save(fact_id: str, changed: Mapping[str, str | None], note: str) -> None:
    if not changed:
        st.info("Nothing was changed.")
        return
    try:
        for name, value in changed.items():
            decide(
                library(),
                fact_id,
                "corrected",
                st.session_state.get(REVIEWER, ""),
                field=name,
                value=value,
                note=note or None,
            )
    except ReviewError as error:
        st.error(escape_markdown(str(error)))
        return
    st.session_state[_DONE] = fact_id
    st.rerun()


_DONE = "_review-done"
_FAULT = "_review-fault"


def last_decided() -> str | None:
    """Return the fact that was decided on last in this session."""
    found: str | None = st.session_state.get(_DONE)
    return found


def fault() -> str | None:
    """Return why the last decision could not be kept, once."""
    found: str | None = st.session_state.pop(_FAULT, None)
    return found


def _do(act: Any, fact_id: str) -> None:
    try:
        act(st.session_state.get(REVIEWER, ""))
    except ReviewError as error:
        st.session_state[_FAULT] = str(error)
        return
    st.session_state[_DONE] = fact_id


def _field(
    record: Record, name: str, row: Mapping[str, Any], names: Names, fact_id: str
) -> str | None:
    """Draw the field of one value; return what it is set to."""
    label, key, held = (
        field_name(record, name),
        f"{name}-{fact_id}",
        str(cell_value(row.get(name)) or ""),
    )
    if record == "articles" or name in ("title", "name"):
        return st.text_input(label, value=held, key=key, max_chars=500)
    if name == "date":
        return st.text_input(
            label,
            value=held,
            key=key,
            help="A year, a month or a day: 2024, 2024-07 or 2024-07-09; two with / between for "
            "a period; empty if undated.",
        )
    offered = [*([_NOBODY] if name in _MAY_BE_NONE else []), *_choices(name, names)]
    if held not in offered:
        offered = [held, *offered]
    return st.selectbox(
        label,
        offered,
        index=offered.index(held),
        format_func=lambda value: value_words(name, value, names),
        key=key,
        accept_new_options=name == "speaker_id",
        help="Choose who is named in the article, or type another name."
        if name == "speaker_id"
        else None,
    )


def _context(reading: Reading, text: str, fact_id: str) -> None:
    """Draw the paragraph that a fact stands in, its words marked."""
    row = reading.machine
    if reading.record in ("entities", "articles"):
        name = (reading.now or row)["name" if reading.record == "entities" else "title"]
        st.header(escape_markdown(str(name)), anchor=False)
        return
    start, end = int(row["start"]), int(row["end"])
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    marks = [(start, end)]
    if reading.record == "relations":
        marks = [(int(row["trigger_start"]), int(row["trigger_end"]))]
    evidence(text[first:last], start=first, marks=marks)
    if reading.now is not None:
        open_in_article(fact_id, key="checked")


def _held(reading: Reading, names: Names) -> None:
    """Draw what was decided, by whom, what the software had read, and who differs."""
    held = reading.held
    if held is None:
        return
    sign = VERDICTS[held.verdict]
    st.badge(sign.word, icon=sign.icon, color=sign.badge)
    st.caption(escape_markdown(by_words(held.reviewer, held.at)))
    if held.note:
        st.caption(escape_markdown(f"Reason: {held.note}"))
    for name in held.fields:
        read = field_words(name, reading.machine, names)
        st.caption(
            escape_markdown(f"{field_name(reading.record, name)}: the software read “{read}”.")
        )
    for other in held.others:
        fields = {
            field_name(reading.record, name): value_words(name, value, names)
            for name, value in other.fields.items()
        }
        st.warning(
            escape_markdown(differing_words(other.reviewer, other.verdict, fields)),
            icon=":material/group:",
        )
