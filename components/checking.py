"""Checking one fact: what the software read beside the article's words, and what to do with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from briefing.errors import ReviewError
from briefing.library.reviews.decision import CORRECTABLE, Decision, Verdict
from briefing.library.reviews.history import in_force
from briefing.library.reviews.keeping import correct, decide, redo, undo
from briefing.library.reviews.reading import Reading
from briefing.settings import settings
from briefing.tables import APART
from briefing.wording.controls import REASON
from briefing.wording.reviews import (
    VERDICTS,
    apart_words,
    before_words,
    by_words,
    differing_words,
    field_name,
)
from briefing.wording.signs import CERTAINTIES
from briefing.wording.words import cell_value
from components.cache import library
from components.escaping import escape_markdown
from components.evidence import evidence
from components.fact_fields import Names, field_words, lines_of, value_field, value_words
from components.facts import open_in_article
from components.signed_in import person

REVIEWER = "reviewer"
"""Where the session keeps the name that stands beside what is checked."""


def reviewer() -> str:
    """Return the name that stands beside what is checked: of who is signed in, else as typed."""
    return person().name or str(st.session_state.get(REVIEWER) or "")


def name_field() -> str:
    """Draw the field for the name that stands beside what is checked; return the name.

    Of who is signed in it is their own, and cannot be typed.
    """
    if signed := person().name:
        st.caption(f"What you check stands under your name: {escape_markdown(signed)}.")
        return signed
    name = st.text_input(
        "Your name, as it is to stand beside what you check",
        value=settings().reviewer,
        key=REVIEWER,
        max_chars=80,
        persist_state="session",
        width=360,
    )
    return " ".join(name.split())


def reading_card(
    reading: Reading, names: Names, text: str, fact_id: str, decisions: Sequence[Decision] = ()
) -> None:
    """Draw a fact in its paragraph, and beside it what was read and what was corrected.

    Args:
        reading: The fact.
        names: What its ids are called.
        text: Its article's text; "" for an entity.
        fact_id: Its id.
        decisions: All decisions on it, in the order they were made.
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
        _confirmed_since(decisions)


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
            name: value_field(reading.record, name, row, names, fact_id)
            for name in CORRECTABLE[reading.record]
        }
        note = st.text_input(REASON, key=f"note-{fact_id}")
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
        correct(library(), fact_id, changed, reviewer(), note=note or None)
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


def decided_now(fact_id: str) -> None:
    """Remember which fact was decided on last in this session."""
    st.session_state[_DONE] = fact_id


def saved_line(fact_id: str, *, there: bool = True) -> None:
    """Draw that a decision was kept, or was taken back, and the way to undo or redo it.

    Args:
        fact_id: The fact.
        there: Whether it stands; of what was added and taken back it does not.
    """
    with st.container(horizontal=True, vertical_alignment="center", key="undo-last"):
        said = ":material/check: Saved." if there else ":material/undo: Taken back."
        st.markdown(said, width="content")
        if there:
            st.button("Undo", key="undo-done", shortcut="U", on_click=undo_here, args=(fact_id,))
        else:
            st.button("Redo", key="redo-done", on_click=redo_here, args=(fact_id,))


def fault() -> str | None:
    """Return why the last decision could not be kept, once."""
    found: str | None = st.session_state.pop(_FAULT, None)
    return found


def _do(act: Any, fact_id: str) -> None:
    try:
        act(reviewer())
    except ReviewError as error:
        st.session_state[_FAULT] = str(error)
        return
    st.session_state[_DONE] = fact_id


def _context(reading: Reading, text: str, fact_id: str) -> None:
    """Draw the paragraph that a fact stands in, its words marked."""
    row = reading.now or reading.machine
    if reading.record in ("entities", "articles"):
        name = row["name" if reading.record == "entities" else "title"]
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


def _confirmed_since(decisions: Sequence[Decision]) -> None:
    """Draw who confirmed what a person added: it stays that person's."""
    standing = in_force(decisions)
    added = [place for place, each in enumerate(standing) if each.verdict == "added"]
    for decision in standing[added[-1] + 1 :] if added else ():
        if decision.verdict == "confirmed":
            word = VERDICTS["confirmed"].word
            st.caption(escape_markdown(f"{word} {by_words(decision.reviewer, decision.at)}"))


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
        field = field_name(reading.record, name)
        if name.startswith(APART):
            meant = value_words(reading.record, name, held.fields[name], names)
            st.caption(escape_markdown(apart_words(field, meant)))
            continue
        before = field_words(reading.record, name, reading.machine, names)
        st.caption(escape_markdown(before_words(field, before, added=reading.added)))
    for other in held.others:
        fields = {
            field_name(reading.record, name): value_words(reading.record, name, value, names)
            for name, value in other.fields.items()
        }
        st.warning(
            escape_markdown(differing_words(other.reviewer, other.verdict, fields)),
            icon=":material/group:",
        )
