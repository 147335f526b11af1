"""The one filter: what it is set to in this session, chips at the head of every page.

The sidebar (sidebar.py) draws its fields and keeps the address.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from briefing.library import Filter
from briefing.wording.dates import day
from briefing.wording.words import shorten
from components.address import widget_key as address_key
from components.escaping import escape_markdown
from components.navigation import runs_alone, through_the_entry_file
from components.options import no_match_label

COUNTRY, SPEAKER, ARTICLE, TAG = "country", "speaker", "article", "tag"
FROM, TO, WORDS = "from", "to", "words"
DATED, CHECKED = "dated", "checked"
"""The fields, by the names of the address's parameters."""

NO_DAYS = "no-days"
"""What was asked for as a day of the period and is none; a field to clear, no parameter."""

_TOGGLES = (DATED, CHECKED)

LISTS = (COUNTRY, SPEAKER, ARTICLE, TAG)
"""The fields that hold several values."""

FIRST, LAST = date(1800, 1, 1), date(2199, 12, 31)
"""The first and the last day that the period takes."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The filter of this run with what its values are called.

    Attributes:
        flt: The filter.
        names: Name by value, of each field that holds several.
        unmatched: Field and value of what nothing in the library goes by.
    """

    flt: Filter
    names: Mapping[str, Mapping[str, str]]
    unmatched: tuple[tuple[str, str], ...]


def widget_key(field: str) -> str:
    """Return the key of a field's widget; that of the address's parameter is the field itself."""
    return field if field in (WORDS, *_TOGGLES) else address_key(field)


def held_values(field: str) -> list[str]:
    """Return the values of a field that holds several, as they were chosen or typed."""
    return list(st.session_state.get(widget_key(field)) or ())


def held_day(field: str) -> date | None:
    """Return the day that FROM or TO is set to."""
    found: date | None = st.session_state.get(widget_key(field))
    return found


def held_no_day(field: str) -> str | None:
    """Return what FROM or TO was asked to be and cannot be, since it is no day."""
    found: str | None = st.session_state.get(_NO_DAY + field)
    return found


def stand(standing: Standing) -> None:
    """Let the filter of this run be known to the page."""
    st.session_state[_CURRENT] = standing


def is_read() -> bool:
    """Say whether the sidebar has read the filter in this session."""
    return _CURRENT in st.session_state


def current_filter() -> Filter:
    """Return the filter as the sidebar has read it in this run."""
    return _standing().flt


def chips(flt: Filter) -> None:
    """Draw what is set, each with a × that clears it, and one button that clears all.

    What nothing in the library goes by is said beneath, with a button that takes it out.
    """
    standing = _standing()
    items = _chips(flt, standing)
    if not items:
        return
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key="chips"):
        for field, value, text in items:
            st.button(
                escape_markdown(text),
                icon=":material/close:",
                icon_position="right",
                key=f"chip-{field}-{value}",
                help=f"Stop filtering by {escape_markdown(text)}",
                on_click=clear,
                args=(field, value),
            )
        if len(items) > 1:
            st.button("Clear all", key="chip-all", type="tertiary", on_click=clear_all)
    if standing.unmatched:
        with st.container(horizontal=True, vertical_alignment="center", key="no-match"):
            st.markdown(
                f":material/search_off: {escape_markdown(no_match(standing))}",
                width="content",
            )
            st.button(
                "Remove it" if len(standing.unmatched) == 1 else "Remove them",
                key="no-match-remove",
                on_click=clear_several,
                args=(standing.unmatched,),
            )


def no_match(standing: Standing) -> str:
    """Say what nothing goes by: "No match for “Atlantis”. “2024-13-01” is not a date …"."""
    unmatched = [
        (field, f"“{shorten(_name_of(standing, field, value), 60)}”")
        for field, value in standing.unmatched
    ]
    texts = [text for field, text in unmatched if field != NO_DAYS]
    days = [text for field, text in unmatched if field == NO_DAYS]
    said = []
    if texts:
        said.append(f"No match for {' or '.join(texts)} in this library.")
    if days:
        what = "is not a date" if len(days) == 1 else "are not dates"
        said.append(f"{' and '.join(days)} {what} between {FIRST.year} and {LAST.year}.")
    return " ".join(said)


def clear(field: str, value: str | None = None) -> None:
    """Clear one field of the filter, or one value of it; for `on_click`."""
    if field in LISTS:
        kept = [] if value is None else [held for held in held_values(field) if held != value]
        _set(field, kept)
    elif field == NO_DAYS:
        for end in (FROM, TO):
            if value is None or held_no_day(end) == value:
                st.session_state.pop(_NO_DAY + end, None)
    elif field == WORDS:
        _set(WORDS, "")
    elif field in _TOGGLES:
        _set(field, False)
    else:
        set_day(field, None)


def clear_several(values: tuple[tuple[str, str], ...]) -> None:
    """Clear values of fields; for `on_click`."""
    for field, value in values:
        clear(field, value)


def is_asked_for() -> bool:
    """Say whether the session or the address sets any field of the filter."""
    parameters = (*LISTS, FROM, TO, WORDS, *_TOGGLES)
    keys = [widget_key(field) for field in parameters]
    held = any(st.session_state.get(key) for key in keys)
    return held or any(st.query_params.get(field) for field in parameters)


def clear_all() -> None:
    """Clear the whole filter; for `on_click`."""
    for field in (*LISTS, FROM, TO, NO_DAYS, WORDS, *_TOGGLES):
        clear(field)


def set_filter(flt: Filter) -> None:
    """Set the whole filter; for `on_click`."""
    _set(COUNTRY, list(flt.countries))
    _set(SPEAKER, list(flt.speakers))
    _set(ARTICLE, list(flt.articles))
    _set(TAG, list(flt.tags))
    set_day(FROM, flt.earliest)
    set_day(TO, flt.latest)
    for end, text in zip((FROM, TO), flt.no_days, strict=False):
        set_day(end, text)
    _set(WORDS, flt.words)
    _set(DATED, flt.dated_only)
    _set(CHECKED, flt.checked_only)


def set_values(field: str, values: list[str]) -> None:
    """Set a field that holds several values."""
    _set(field, values)


def set_day(field: str, text: str | None) -> None:
    """Set FROM or TO to what a link or a deck has for it; what is no day is kept as that."""
    found = day_of(text) if text else None
    _set(field, found)
    if text and found is None:
        st.session_state[_NO_DAY + field] = text
    else:
        st.session_state.pop(_NO_DAY + field, None)


def forget_no_day(field: str) -> None:
    """Drop what FROM or TO could not be, since a day was chosen; for `on_change`."""
    st.session_state.pop(_NO_DAY + field, None)


def set_period(first: date | None, last: date | None) -> None:
    """Narrow every page to a period; for `on_click`."""
    for field, bound in ((FROM, first), (TO, last)):
        set_day(field, min(max(bound, FIRST), LAST).isoformat() if bound else None)


def set_words(words: str) -> None:
    """Narrow every page to sentences with words; for `on_click`."""
    _set(WORDS, words)


def chip_words(flt: Filter) -> list[str]:
    """Return what each chip of a filter says: "Russia", "from 1 May 2024"."""
    return [text for _, _, text in _chips(flt, _standing())]


def narrow(field: str, value: str) -> None:
    """Add one value to a field of the filter that holds several; for `on_click`."""
    _set(field, list(dict.fromkeys([*held_values(field), value])))


def day_of(text: str) -> date | None:
    """Read an ISO date that the period takes; None for anything else."""
    try:
        found = date.fromisoformat(text.strip())
    except ValueError:
        return None
    return found if FIRST <= found <= LAST else None


_CURRENT = "_filter"
_NO_DAY = "_no-day-"


def _standing() -> Standing:
    if runs_alone():
        through_the_entry_file()
    found: Standing = st.session_state[_CURRENT]
    return found


def _set(field: str, value: Any) -> None:
    st.session_state[widget_key(field)] = value


def _name_of(standing: Standing, field: str, value: str) -> str:
    """Return what a value is called; itself where it has no name."""
    return standing.names.get(field, {}).get(value, value)


def _chips(flt: Filter, standing: Standing) -> list[tuple[str, str | None, str]]:
    """Return field, value and words of each chip."""
    found: list[tuple[str, str | None, str]] = []
    unknown = {value for _, value in standing.unmatched}
    for field, values in (
        (COUNTRY, flt.countries),
        (SPEAKER, flt.speakers),
        (ARTICLE, flt.articles),
        (TAG, flt.tags),
        (NO_DAYS, flt.no_days),
    ):
        for value in values:
            name = shorten(_name_of(standing, field, value), 40)
            known = f"tagged “{name}”" if field == TAG else name
            found.append((field, value, no_match_label(name) if value in unknown else known))
    if flt.earliest:
        found.append((FROM, None, f"from {day(flt.earliest)}"))
    if flt.latest:
        found.append((TO, None, f"to {day(flt.latest)}"))
    if flt.dated_only:
        found.append((DATED, None, "dated articles only"))
    if flt.checked_only:
        found.append((CHECKED, None, "checked facts only"))
    if flt.words:
        found.append((WORDS, None, f"“{shorten(flt.words, 40)}”"))
    return found
