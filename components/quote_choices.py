"""The choices of the Quotes page: how to list, and which kinds, acts and countries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from briefing.library.queries.quoted import Order
from briefing.reference.countries import country_name
from briefing.wording import columns
from briefing.wording.controls import ALL_KINDS
from briefing.wording.signs import ACTS, QUOTE_KINDS
from briefing.wording.words import count
from components.address import linked, widget_key

VIEW, KIND, ACT, ABOUT, SPEAKING = "list", "kind", "act", "about", "speaking"
"""The address's parameters."""

_WIDTH = 132
"""Of a list of choices, in pixels: all choices fit into one row beside the sidebar."""


@dataclass(frozen=True, slots=True)
class View:
    """A way to list: the order of the rows, as `queries.quotes_in_order` names it, and how many.

    Attributes:
        word: What it is called.
        order: speaker, text or time.
        size: Rows a page.
    """

    word: str
    order: Order
    size: int


VIEWS = {
    "speaker": View("By speaker", "speaker", 20),
    "order": View("In reading order", "text", 20),
    "table": View("Table", "time", 200),
}
_FIRST = next(iter(VIEWS))


@dataclass(frozen=True, slots=True)
class Choices:
    """What is chosen; empty fields do not narrow."""

    view: str
    kinds: tuple[str, ...]
    acts: tuple[str, ...]
    about: tuple[str, ...]
    speaking: tuple[str, ...]


def choices(counts: pd.DataFrame) -> Choices:
    """Draw the choices in a row and return them.

    Args:
        counts: Rows of `queries.quote_counts`, whose acts and countries are offered.
    """
    present = set(_values(counts, "act"))
    acts = {act: sign.word for act, sign in ACTS.items() if act in present}
    kind_words = {kind: sign.word for kind, sign in QUOTE_KINDS.items()}
    view_words = {name: view.word for name, view in VIEWS.items()}
    with st.container(horizontal=True, vertical_alignment="top", gap="xsmall"):
        view = st.segmented_control(
            "List",
            list(VIEWS),
            required=True,
            format_func=lambda name: view_words[name],
            key=linked(VIEW, view_words, default=_FIRST),
        )
        kinds = st.pills(
            columns.WORDING,
            list(kind_words),
            selection_mode="multi",
            format_func=lambda kind: kind_words[kind],
            key=linked(KIND, kind_words, several=True),
            wrap=True,
        )
        chosen = _several(columns.STATEMENT, ACT, acts, ALL_KINDS)
        speaking = _several(
            "Speaker’s country", SPEAKING, _countries(counts, "speaking"), "Any country"
        )
        about = _several("About", ABOUT, _countries(counts, "about"), "Anybody")
    return Choices(str(view or _FIRST), tuple(kinds), tuple(chosen), tuple(about), tuple(speaking))


def _several(label: str, key: str, names: Mapping[str, str], none: str) -> list[str]:
    """Draw a list of which several can be chosen.

    Args:
        label: Its words.
        key: The address's parameter.
        names: Name by value, in the order to offer.
        none: What stands in it when nothing is chosen.
    """
    chosen = st.multiselect(
        label,
        list(names),
        format_func=lambda value: names.get(value, value),
        key=linked(key, names, several=True),
        placeholder=none,
        width=_WIDTH,
        accept_new_options=True,
        select_all=False,
    )
    return list(chosen)


def clear_choices() -> None:
    """Clear kinds, acts and countries; for `on_click`."""
    for name in (KIND, ACT, ABOUT, SPEAKING):
        st.session_state[widget_key(name)] = []


def finding(quoted: pd.DataFrame) -> str:
    """Say who speaks most: the page's title.

    Args:
        quoted: Rows of `queries.quoted`.
    """
    if quoted.empty:
        return "Quotes"
    total = int(quoted["quotes"].sum())
    named = quoted[quoted["name"].notna()].sort_values("quotes", ascending=False, kind="stable")
    if named.empty:
        return f"{count(total, 'quotation')}, none by a named speaker"
    speaker, number = named["name"].iloc[0], int(named["quotes"].iloc[0])
    if total == 1:
        return f"{speaker} is the only one quoted, once"
    if number == total:
        return f"{speaker} is the only one quoted: {count(total, 'quotation')}"
    most = named.loc[named["quotes"] == number, "name"]
    if len(most) == 2:
        return f"{count(total, 'quotation')}; {most.iloc[0]} and {most.iloc[1]} speak most"
    if len(most) > 2:
        return f"{count(total, 'quotation')} by {len(named)} speakers"
    return f"{speaker} speaks most: {number:,} of {count(total, 'quotation')}"


def _values(counts: pd.DataFrame, field: str) -> list[str]:
    """Return what a field holds, that of most quotations first."""
    return [str(value) for value in counts.loc[counts["field"] == field, "value"]]


def _countries(counts: pd.DataFrame, field: str) -> dict[str, str]:
    return {code: country_name(code) for code in _values(counts, field)}
