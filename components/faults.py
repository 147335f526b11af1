"""What cannot be done, said on the page in its one sentence, wherever in the app it came up."""

from __future__ import annotations

import streamlit as st

from briefing.errors import AccessError, BriefingError
from components.escaping import escape_markdown
from components.signed_in import refused_page


def told(error: Exception) -> bool:
    """Draw what a person can act on; return False for a fault of the program, which is not told.

    Args:
        error: What came up in a page, in a part that is drawn alone, or in a click.
    """
    if isinstance(error, AccessError):
        refused_page(error)
    elif isinstance(error, BriefingError):
        st.error(escape_markdown(str(error)))
    return isinstance(error, BriefingError)
