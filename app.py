"""The briefing dashboard: page settings, navigation, the filter, and the page that was chosen.

`streamlit run app.py` reads this file twice: its server takes `app` from it, once, with all that
stands around it; then each page that is opened runs it as its script.
"""

from __future__ import annotations

import streamlit as st

from briefing.errors import BriefingError
from components.faults import told

if __name__ != "__main__":
    from components.server import around_the_app

    try:
        app = st.App(__file__, on_script_error=told, **around_the_app())
    except BriefingError as error:
        raise SystemExit(f"briefing: {error}") from error
else:
    from components.browser_side import browser_side
    from components.filters import current_filter
    from components.handed_over import take_over
    from components.kept.draft import hold_draft
    from components.kept.line import sidebar_line
    from components.kept.session import follow_link as follow_briefing
    from components.navigation import navigation, page_settings
    from components.present.draft import follow_link
    from components.search_box import search_box, search_button
    from components.sidebar import sidebar_filter
    from components.signed_in import person, who_box

    try:
        page_settings()
        page = navigation()
        person()
        who_box()
        take_over()
        follow_briefing()
        if page.url_path == "present":
            follow_link()
        search_button()
        sidebar_line()
        sidebar_filter()
        search_box(current_filter(), page.url_path)
        with browser_side():
            page.run()
        hold_draft()
    except BriefingError as error:
        told(error)
