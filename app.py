"""The briefing dashboard: page settings, navigation, the filter, and the page that was chosen."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from briefing.errors import BriefingError
from components.filters import sidebar_filter
from components.words import plain

ICON = Path(__file__).parent / "components" / "assets" / "icon.png"
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

st.set_page_config(page_title="Briefing", page_icon=str(ICON), layout="wide")
navigation = st.navigation(
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
try:
    sidebar_filter()
    navigation.run()
except BriefingError as error:
    st.error(plain(str(error)))
