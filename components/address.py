"""Codes in the address: `?country=RUS`, whatever the widget calls it.

Streamlit writes into the address what a widget shows, and through its navigation it keeps only
the parameters of widgets. So a hidden widget holds the codes of each parameter; what is seen and
chosen is another. Words that an address of an older version holds are read and become codes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from components.options import Options

_KEY = "address"


def widget_key(name: str) -> str:
    """Return the key of what is seen and chosen of a parameter."""
    return f"choose-{name}"


def linked(
    name: str, names: Mapping[str, str], *, several: bool = False, default: str | None = None
) -> str:
    """Keep a choice in the address by its codes; return the key of the widget to draw with it.

    To be called just before that widget, which offers the codes and no default of its own.

    Args:
        name: The address's parameter.
        names: Word by code, as the widget shows it.
        several: Whether the widget holds a list.
        default: The code that the widget stands at where nothing was chosen; the address does not
            hold it.
    """
    key, options = widget_key(name), Options(dict(names), {})

    def read(texts: Sequence[str]) -> list[str]:
        codes = [code for code in options.values(texts) if code != default]
        return codes if several else codes[-1:]

    def take(codes: list[str]) -> None:
        st.session_state[key] = codes if several else next(iter(codes), default)

    held = None
    if key in st.session_state:
        stands = st.session_state[key]
        held = stands if several else [stands] if stands not in (None, default) else []
    follow(name, held, read, take)
    return key


def follow(
    name: str,
    held: Sequence[str] | None,
    read: Callable[[Sequence[str]], list[str]],
    take: Callable[[list[str]], None],
) -> None:
    """Keep the codes of one choice in the address, and set its widget to what the address asks for.

    Args:
        name: The address's parameter.
        held: What the widget stands at; None before it is drawn for the first time.
        read: Returns the codes that texts of an address, or codes of before, stand for now.
        take: Sets the widget to codes.
    """
    if held is None and name not in st.session_state:
        _spell(name, read)
    before = st.session_state.get(name) or st.query_params.get_all(name) if held is None else held
    codes = read(before)
    asked = carry({name: codes}).get(name)
    if asked is not None:
        codes = read(asked)
    if held is None or codes != list(held):
        take(codes)
    if asked is not None and asked != codes:
        st.rerun()  # the address is to hold codes


def _spell(name: str, read: Callable[[Sequence[str]], list[str]]) -> None:
    """Write codes for what a link says, before a widget takes the parameter over."""
    asked = st.query_params.get_all(name)
    codes = read(asked)
    if codes != asked:
        st.query_params.pop(name)
        if codes:
            st.query_params[name] = codes
        st.rerun()


def carry(held: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Keep codes in the address; return what it asks for instead, by parameter.

    A link that was just opened and the browser's Back and Forward ask for something of their own;
    else nothing is returned.

    Args:
        held: The codes of each parameter.
    """
    st.html(f"<style>[class*='st-key-{_KEY}-'] {{ display: none; }}</style>")
    asked: dict[str, list[str]] = {}
    with st.sidebar, st.container(key=f"{_KEY}-{next(iter(held))}"):
        for name, codes in held.items():
            st.session_state[name] = list(codes)
            found = st.multiselect(
                name,
                list(codes),
                key=name,
                bind="query-params",
                accept_new_options=True,
                label_visibility="collapsed",
            )
            if found != list(codes):
                asked[name] = found
    return asked
