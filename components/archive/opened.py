"""The one place where the Archive page gets its data from: the archive of the setting, kept open.

Answers are kept until the archive's manifest changes, bounded by their bytes, as those of the
library are (components/cache.py).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import streamlit as st

from briefing.archive import Archive, open_archive
from briefing.archive.desk import Desk
from briefing.archive.opened import stamp
from briefing.errors import ArchiveError
from briefing.library.chatham.hidden import must_hide_nobody
from briefing.settings import settings
from components.cache import library

Answer = TypeVar("Answer")

_KEPT = "64MB"
"""Most that is kept of answers."""


class Opened(NamedTuple):
    """An archive, and the desk on which its articles are laid out."""

    archive: Archive
    desk: Desk


def opened() -> Opened:
    """Return the archive of the setting `archive`; who may not look at the library gets none.

    Raises:
        AccessError: They may not.
        ArchiveError: It cannot be read, or a speaker is under the Chatham House Rule.
    """
    folder = settings().archive
    must_hide_nobody(library())  # which asks whether who is at work may look
    if folder is None:
        raise ArchiveError("No archive is set; name its folder in the setting archive.")
    return _opened(folder, stamp(folder))


def ask_archive(question: Callable[..., Answer], *values: Any, **arguments: Any) -> Answer:
    """Ask the archive a question: `ask_archive(Archive.find, flt, limit=25)`.

    Args:
        question: A method of `Archive`.
        *values: Its arguments, such as the filter.
        **arguments: Named arguments.
    """
    found = opened()
    folder = found.archive.folder
    return _answer(question, question.__qualname__, values, arguments, folder, stamp(folder))


@st.cache_resource(show_spinner="Opening the archive…", max_entries=2)
def _opened(folder: Path, stamp: tuple[int, int]) -> Opened:
    archive = open_archive(folder)
    return Opened(archive, Desk(archive))


@st.cache_data(max_size=_KEPT, show_spinner=False)
def _answer(
    _question: Callable[..., Answer],
    name: str,
    values: tuple[Any, ...],
    arguments: dict[str, Any],
    folder: Path,
    stamp: tuple[int, int],
) -> Answer:
    return _question(opened().archive, *values, **arguments)
