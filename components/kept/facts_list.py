"""Which facts are in a briefing, and in which order: those that are in, and those to put in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from briefing.brief import Brief, Occurrence, Quotation, Relation
from briefing.library import queries
from briefing.wording import headings
from briefing.wording.verbatim import plain
from briefing.wording.words import count, shorten
from components.browser_side import name_control
from components.escaping import escape_markdown
from components.kept import session
from components.paging import page_rows, pager

_LETTERS = 110
_ROWS = 8
_FIRST = {"quotations": 5, "dates": 6, "relations": 6}
"""So many of each are put in where the author begins with those that say most."""


@dataclass(frozen=True, slots=True)
class Item:
    """A fact in a line: its icon and its words, which are the article's and the program's."""

    icon: str
    words: str


def items_of(brief: Brief) -> dict[str, dict[str, Item]]:
    """Return what each fact of a brief is in a line, by kind and by the fact's id."""
    said = {item.at.fact_id: item for item in (*brief.key_quotations, *brief.quotations.items)}
    return {
        "quotations": {key: _quotation(item) for key, item in said.items()},
        "dates": {item.at.fact_id: _date(item) for item in brief.timeline.items},
        "relations": {item.at.fact_id: _relation(item) for item in brief.relations.items},
    }


def begin_with(brief: Brief) -> tuple[str, ...]:
    """Return the facts that say most, for an author to begin with."""
    dates = brief.coming_up.items or brief.timeline.items
    places = (
        *(item.at for item in brief.key_quotations[: _FIRST["quotations"]]),
        *(item.at for item in dates[: _FIRST["dates"]]),
        *(item.at for item in brief.relations.items[: _FIRST["relations"]]),
    )
    return tuple(dict.fromkeys(at.fact_id for at in places))


def chosen_facts(found: queries.Chosen, items: Mapping[str, Item], offered: Brief) -> None:
    """Draw the facts that are in the open briefing, each with what moves it and takes it out.

    Args:
        found: What became of those that were chosen.
        items: What each is, by id.
        offered: A brief of the filter at hand, to begin with.
    """
    if not found.ids:
        st.caption(
            "None chosen: everything that the filter finds is in it. Choose facts below, or with "
            "“Add to briefing” beside a fact on any page."
        )
        st.button(
            "Begin with those that say most",
            icon=":material/playlist_add:",
            key="facts-begin",
            on_click=session.change,
            kwargs={"facts": begin_with(offered)},
        )
    for place, fact_id in enumerate(found.ids):
        _row(found.ids, place, items.get(fact_id, Item(":material/help:", "Not among the checked")))
    if found.gone:
        st.caption(f"{count(found.gone, 'chosen fact')} no longer shown, and in no file.")
    if found.ids or found.gone:
        st.button(
            "Take all out",
            key="facts-clear",
            type="tertiary",
            icon=":material/playlist_remove:",
            on_click=session.change,
            kwargs={"facts": ()},
            help="Everything that the filter finds is in it again.",
        )
        st.caption("Quotations and relations stand in this order, dates in order of time.")


def offered_facts(chosen: Sequence[str], offered: Mapping[str, Mapping[str, Item]]) -> None:
    """Draw the facts that the filter finds and that are not in the briefing, to put in.

    Args:
        chosen: The ids of those that are in it.
        offered: What each is, by kind and id.
    """
    labels = {
        "quotations": headings.QUOTATIONS,
        "dates": headings.TIMELINE,
        "relations": headings.RELATIONS,
    }
    for tab, (kind, found) in zip(st.tabs(list(labels.values())), offered.items(), strict=True):
        with tab:
            rows = pd.DataFrame({"id": [one for one in found if one not in chosen]})
            if rows.empty:
                st.caption("Nothing more to add under this filter.")
            for fact_id in page_rows(rows, _ROWS, key=f"offered-{kind}")["id"]:
                item = found[fact_id]
                with _beside(item, f"may-{fact_id}"):
                    _button("add", "add", fact_id, f"Add: {item.words}", on=True)
            pager(len(rows), _ROWS, "fact", key=f"offered-{kind}")


def _row(ids: Sequence[str], place: int, item: Item) -> None:
    fact_id = ids[place]
    with _beside(item, f"in-{fact_id}"):
        for word, icon, by in (("up", "arrow_upward", -1), ("down", "arrow_downward", 1)):
            key = f"fact-{word}-{fact_id}"
            name_control(key, f"Move {word}: {item.words}")
            st.button(
                "",
                icon=f":material/{icon}:",
                key=key,
                type="tertiary",
                disabled=not 0 <= place + by < len(ids),
                on_click=session.change,
                kwargs={"facts": _moved(ids, place, by)},
            )
        _button("out", "close", fact_id, f"Take out: {item.words}", on=False)


def _beside(item: Item, key: str) -> DeltaGenerator:
    """Draw a fact in a line and return the place for its buttons, which stand before it."""
    with st.container(key=key):
        buttons, words = st.columns([1, 5], gap="xsmall")
        words.markdown(f"{item.icon} {escape_markdown(item.words)}")
    return buttons.container(horizontal=True, gap="xsmall")


def _button(word: str, icon: str, fact_id: str, name: str, *, on: bool) -> None:
    key = f"fact-{word}-{fact_id}"
    name_control(key, name)
    st.button(
        "",
        icon=f":material/{icon}:",
        key=key,
        type="tertiary",
        on_click=session.choose,
        args=(fact_id,),
        kwargs={"on": on},
    )


def _moved(ids: Sequence[str], place: int, by: int) -> tuple[str, ...]:
    moved = list(ids)
    moved.insert(place + by, moved.pop(place))
    return tuple(moved)


def _quotation(item: Quotation) -> Item:
    words = shorten(plain(item.pieces), _LETTERS)
    return Item(":material/format_quote:", f"{item.speaker}: {words}")


def _date(item: Occurrence) -> Item:
    words = " · ".join(filter(None, (item.when, shorten(item.title, _LETTERS), item.stands)))
    return Item(":material/event:", words)


def _relation(item: Relation) -> Item:
    words = shorten(item.at.sentence, _LETTERS)
    return Item(":material/compare_arrows:", f"{item.parties}: {words}")
