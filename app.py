"""The briefing dashboard: page settings, navigation, the filter, and the page that was chosen."""

from __future__ import annotations

import streamlit as st

from briefing.errors import BriefingError
from components.escaping import escape_markdown
from components.filters import sidebar_filter
from components.handed_over import take_over
from components.navigation import navigation, page_settings

page_settings()
page = navigation()
try:
    take_over()
    sidebar_filter()
    page.run()
except BriefingError as error:
    st.error(escape_markdown(str(error)))
