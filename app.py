"""The briefing dashboard: page settings, navigation, the filter, and the page that was chosen."""

from __future__ import annotations

import streamlit as st

from briefing.errors import BriefingError
from components.browser_side import browser_side
from components.escaping import escape_markdown
from components.filters import sidebar_filter
from components.navigation import navigation, page_settings

page_settings()
page = navigation()
try:
    sidebar_filter()
    with browser_side():
        page.run()
except BriefingError as error:
    st.error(escape_markdown(str(error)))
