"""What is looked for in the archive: words, countries, speakers, outlets and a period."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import streamlit as st

from briefing.archive import ArchiveFilter, Facet
from briefing.archive.filter import NO_OUTLET, Field
from briefing.reference.countries import country_name
from briefing.wording.controls import ALL_COUNTRIES, DAY_FORM
from briefing.wording.sources import OUTLET_UNKNOWN
from briefing.wording.words import count
from components.filters import FIRST, LAST

OFFERED = 300
"""Values of a field that are offered, the commonest; a speaker can be typed too."""

CLEAR = "Clear the fields"

_KEY = "archive-{}"

_LABELS: dict[Field, tuple[str, str]] = {
    "countries": ("Countries", ALL_COUNTRIES),
    "speakers": ("Speakers", "Everybody"),
    "outlets": ("Outlets", "All outlets"),
}


def archive_filter() -> ArchiveFilter:
    """Return what the fields are set to in this session."""
    first, last = _day("from"), _day("to")
    return ArchiveFilter(
        words=str(st.session_state.get(_KEY.format("words")) or "").strip(),
        **{name: tuple(st.session_state.get(_KEY.format(name)) or ()) for name in _LABELS},
        earliest=first,
        latest=last,
        dated_only=bool(st.session_state.get(_KEY.format("dated"))) and bool(first or last),
    )


def _day(name: str) -> str | None:
    found: date | None = st.session_state.get(_KEY.format(name))
    return found.isoformat() if found else None


def fields(facets: Callable[[Field], Sequence[Facet]], flt: ArchiveFilter) -> None:
    """Draw the fields, each choice with how many articles it would leave.

    Args:
        facets: Finds the commonest values of a field.
        flt: What the fields are set to.
    """
    st.text_input(
        "Words in the article",
        key=_KEY.format("words"),
        type="search",
        placeholder="All of these words; “a phrase”, sanc*",
        persist_state="session",
    )
    for place, (name, (label, placeholder)) in zip(st.columns(3), _LABELS.items(), strict=True):
        with place:
            _choice(name, label, placeholder, facets(name), getattr(flt, name))
    with st.container(horizontal=True, vertical_alignment="bottom", key="archive-period"):
        for end, label in (("from", "Published from"), ("to", "to")):
            st.date_input(
                label,
                value=None,
                min_value=FIRST,
                max_value=LAST,
                format=DAY_FORM,
                key=_KEY.format(end),
                persist_state="session",
                width=180,
            )
        if flt.earliest or flt.latest:
            st.toggle(
                "Only articles with a date", key=_KEY.format("dated"), persist_state="session"
            )
        if flt != ArchiveFilter():
            st.button(CLEAR, icon=":material/close:", on_click=clear, type="tertiary")


def clear() -> None:
    """Empty all fields; for `on_click`."""
    for name in ("words", "from", "to", "dated", *_LABELS):
        empty: Any = {"words": "", "dated": False, "from": None, "to": None}.get(name, [])
        st.session_state[_KEY.format(name)] = empty


def _choice(
    name: Field, label: str, placeholder: str, offered: Sequence[Facet], chosen: Sequence[str]
) -> None:
    counts = {facet.value: facet.articles for facet in offered}
    names = {facet.value: _name(name, facet) for facet in offered}

    def words(value: str) -> str:
        if value in counts:
            return f"{names[value]} ({count(counts[value], 'article')})"
        return country_name(value) if name == "countries" else value

    st.multiselect(
        label,
        [*counts, *(value for value in chosen if value not in counts)],
        format_func=words,
        key=_KEY.format(name),
        placeholder=placeholder,
        accept_new_options=name == "speakers",
        help="Who is quoted. Type a part of a name for everybody who is called so."
        if name == "speakers"
        else None,
        persist_state="session",
    )


def _name(field: Field, facet: Facet) -> str:
    if field == "countries":
        return country_name(facet.value)
    return OUTLET_UNKNOWN if facet.value == NO_OUTLET else facet.name
