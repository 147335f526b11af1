"""The file that an article came in, to be opened beside its text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import PurePath

import streamlit as st

from briefing.library.originals import Kept
from briefing.wording.words import size_words
from components.signed_in import carried


def original_file(kept: Kept | None, content: Callable[[str], bytes]) -> None:
    """Draw the button that hands the file over; nothing where none is kept.

    Args:
        kept: The answer to `queries.original`.
        content: Finds the bytes of a file.
    """
    if kept is None:
        return
    st.download_button(
        "Original file",
        data=carried(partial(content, kept.file_id)),
        file_name=PurePath(kept.name).name,
        mime="application/octet-stream",  # handed over, never shown by the browser as a page
        key=f"original-{kept.file_id}",
        icon=":material/attach_file:",
        help=f"The file as it was added, {size_words(kept.size)}",
        on_click="ignore",
    )
