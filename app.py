"""The briefing dashboard: page settings, navigation, the filter, and the page that was chosen.

`streamlit run app.py` reads this file twice: its server takes `app` from it, once, with the guard
around it; then each page that is opened runs it as its script.
"""

from __future__ import annotations

import streamlit as st

if __name__ != "__main__":
    from briefing.errors import BriefingError
    from briefing.settings import settings
    from serving.address import check_address
    from serving.middleware import middleware

    try:
        open_to_network = settings().open_to_network
    except BriefingError as error:
        raise SystemExit(f"briefing: {error}") from error
    check_address(st.get_option("server.address"), open_to_network=open_to_network)
    app = st.App(__file__, middleware=middleware())
else:
    from briefing.errors import BriefingError
    from components.browser_side import browser_side
    from components.escaping import escape_markdown
    from components.filters import current_filter
    from components.handed_over import take_over
    from components.navigation import navigation, page_settings
    from components.present.draft import follow_link
    from components.search_box import search_box, search_button
    from components.sidebar import sidebar_filter

    try:
        page_settings()
        page = navigation()
        take_over()
        if page.url_path == "present":
            follow_link()
        search_button()
        sidebar_filter()
        search_box(current_filter(), page.url_path)
        with browser_side():
            page.run()
    except BriefingError as error:
        st.error(escape_markdown(str(error)))
