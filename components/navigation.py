"""The pages in their groups."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import streamlit as st
from streamlit.navigation.page import Page
from streamlit.runtime.pages_manager import PagesManager

_ICON = Path(__file__).parent / "assets" / "icon.png"

PAGES = {
    "Briefing": (
        ("briefing", "summarize", "What do I need to know in one minute?"),
        ("article", "article", "Where does it say that?"),
    ),
    "Explore": (
        ("entities", "groups", "Who and what is in the story?"),
        ("quotes", "format_quote", "Who said what, exactly?"),
        ("timeline", "timeline", "When, and what is next?"),
        ("relations", "public", "Who stands how to whom?"),
    ),
    "Desk": (("library", "library_books", "What have I got, and how do I add to it?"),),
}
"""Each group's pages: file in pages/, Material icon, the question that the page answers."""


def page_settings() -> None:
    """Set title, icon and width of the browser's page; the icon is a file of ours, not fetched."""
    st.set_page_config(page_title="Briefing", page_icon=str(_ICON), layout="wide")
    st.logo(str(_ICON), size="large")


def navigation() -> Page:
    """Set up the navigation and return the page that was asked for."""
    return st.navigation(
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
            for group, pages in PAGES.items()
        },
        expanded=True,
    )


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
