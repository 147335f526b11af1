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
    from components.handed_over import take_over
    from components.kept.line import sidebar_line
    from components.kept.session import follow_link as follow_briefing
    from components.navigation import navigation, page_settings
    from components.present.draft import follow_link
    from components.sidebar import sidebar_filter

    try:
        page_settings()
        page = navigation()
        take_over()
        follow_briefing()
        if page.url_path == "present":
            follow_link()
        sidebar_line()
        sidebar_filter()
        with browser_side():
            page.run()
    except BriefingError as error:
        st.error(escape_markdown(str(error)))
