"""The one place where pages get data from: the library, and its answers, kept.

An answer is kept under the library's version, so that a change in the library is seen at once.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import streamlit as st

from briefing.access import PROGRAM, Action, acting
from briefing.library import Library, library_path, open_library
from briefing.settings import settings
from components.signed_in import allowed, person

Answer = TypeVar("Answer")


def library() -> Library:
    """Return the library of this server; the first start fills it with the sample article.

    Who is at work must be allowed to look at it: answers that were kept are asked for here too.

    Raises:
        AccessError: They may not.
    """
    opened = _open(library_path())
    opened.must_be_allowed(Action.LOOK)
    return opened


def can(action: Action) -> bool:
    """Say whether something can be done here, by who is at work; else its control is not drawn.

    The library asks again before it writes.

    Args:
        action: A change of the library.
    """
    return library().writable and allowed(action)


@st.cache_resource(show_spinner="Opening the library and reading the sample article…")
def _open(path: Path) -> Library:
    opened = open_library(path, who=person)
    with acting(PROGRAM):
        if settings().seed and opened.writable and not len(opened):
            from briefing.library.ingest import seed  # brings the readers of files along

            seed(opened)
    return opened


def ask(query: Callable[..., Answer], *values: Any, **arguments: Any) -> Answer:
    """Ask the library a question: `ask(queries.quotes, flt, kinds=("direct",))`.

    Args:
        query: A function of briefing.library.queries; its first argument is the library.
        *values: What follows the library, such as the filter or an article's id.
        **arguments: Named arguments.

    Returns:
        The answer, a copy of the reader's own.
    """
    opened = library()
    name = f"{query.__module__}.{query.__qualname__}"
    return _answer(query, name, values, arguments, str(settings().data_dir), opened.version)


def build_once(build: Callable[..., Answer], *values: Any, **arguments: Any) -> Answer:
    """Build something of plain data, such as the figure of a map, or take it as it was built.

    Args:
        build: A function whose result depends on its arguments alone.
        *values: Its arguments; frames only of some hundred rows, as each is read to tell it.
        **arguments: Named arguments.
    """
    return _made(build, f"{build.__module__}.{build.__qualname__}", values, arguments)


@st.cache_data(max_entries=100, show_spinner=False)
def _made(
    _build: Callable[..., Answer], name: str, values: tuple[Any, ...], arguments: dict[str, Any]
) -> Answer:
    # What is kept comes back from a pickle, where a figure's parts stand in another order: as it
    # was built it would be another chart, and the first click would lose zoom and mark.
    built: Answer = pickle.loads(pickle.dumps(_build(*values, **arguments)))
    return built


@st.cache_data(max_entries=400, show_spinner=False)
def _answer(
    _query: Callable[..., Answer],
    name: str,
    values: tuple[Any, ...],
    arguments: dict[str, Any],
    folder: str,
    version: int,
) -> Answer:
    return _query(library(), *values, **arguments)
