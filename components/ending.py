"""The end of a page before its script's end, where there is nothing more to show.

`st.stop()` also ends what stands around the page: names for those who hear it, the marking that is
printed, the keys. So a page ends with `end_page()`, and the frame goes on.
"""

from __future__ import annotations

from typing import NoReturn


class PageEnded(Exception):
    """A page has shown all that it has to show; `browser_side` takes it up."""


def end_page() -> NoReturn:
    """End the page; what stands around it is still drawn.

    Raises:
        PageEnded: Always.
    """
    raise PageEnded
