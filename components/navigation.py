"""The pages in their groups."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from typing import Literal, NoReturn

import streamlit as st
from streamlit.navigation.page import Page
from streamlit.runtime.pages_manager import PagesManager

from briefing.access import Action
from briefing.errors import AccessError
from briefing.settings import settings
from components.signed_in import allowed, person

_PICTURE = (Path(__file__).parent / "assets" / "icon.png").read_bytes()
_ICON = f"data:image/png;base64,{b64encode(_PICTURE).decode()}"

PAGES = {
    "Briefing": (
        ("briefing", "summarize", "What do I need to know in one minute?"),
        ("article", "article", "Where does it say that?"),
        ("present", "slideshow", "How do I show it in the room, and hand it out?"),
    ),
    "Explore": (
        ("entities", "groups", "Who and what is in the story?"),
        ("quotes", "format_quote", "Who said what, exactly?"),
        ("timeline", "timeline", "When, and what is next?"),
        ("relations", "public", "How do countries act and speak towards each other?"),
    ),
    "Desk": (
        ("briefings", "folder_open", "Which briefings are kept, and what stands in mine?"),
        ("review", "fact_check", "What did the software read, and is it right?"),
        ("library", "library_books", "What have I got, and how do I add to it?"),
    ),
}
"""Each group's pages: file in pages/, Material icon, the question that the page answers."""

ARCHIVE = (("archive", "inventory_2", "What do the articles hold that are not in the library?"),)
"""Pages that are there where the setting `archive` names a folder."""

ADMINISTRATORS = (("audit", "policy", "Who did what, and when?"),)
"""Pages of administrators alone, where people sign in."""


def page_settings() -> None:
    """Set icon and width of the browser's page, before any page with an icon of its own is known.

    The icon is a file of ours: a Material icon, which Streamlit would take from the page
    otherwise, is fetched from another host. It is in the page itself, as files of the server are
    given to those alone who are signed in.
    """
    st.set_page_config(page_icon=_ICON, layout="wide")
    st.logo(_ICON, size="large")


def navigation() -> Page:
    """Set up the navigation and return the page that was asked for.

    It is not drawn for who is not signed in, nor are the administrators' pages for others.
    """
    groups = dict(PAGES)
    if settings().archive is not None:
        groups["Desk"] = (*groups["Desk"], *ARCHIVE)
    try:
        if settings().sign_in and allowed(Action.AUDIT):
            groups["Desk"] = (*groups["Desk"], *ADMINISTRATORS)
        position: Literal["sidebar", "hidden"] = "sidebar"
        person()
    except AccessError:
        position = "hidden"
    page = st.navigation(
        {
            group: [
                st.Page(
                    f"pages/{name}.py",
                    title=name.capitalize(),
                    icon=f":material/{icon}:",
                    help=question,
                    default=name == "briefing",
                )
                for name, icon, question in pages
            ]
            for group, pages in groups.items()
        },
        position=position,
        expanded=True,
    )
    st.set_page_config(page_title=" · ".join(dict.fromkeys((page.title, "Briefing"))))
    return page


def runs_alone() -> bool:
    """Tell whether a page runs without the entry file.

    Until `st.navigation` has been called once in a process, Streamlit takes a folder named pages
    for its older way of many pages and runs the page of a link alone: no filter, no navigation.
    That would be the first thing a newly started server does for who comes by a link.
    """
    return bool(PagesManager.uses_pages_directory)


def through_the_entry_file() -> NoReturn:
    """Run the entry file, and in it the page that was asked for."""
    page_settings()
    navigation()
    st.rerun()
