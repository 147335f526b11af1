"""The one place where pages get data from: the library, and its answers, kept.

An answer is kept under the library's version, so that a change in the library is seen at once;
what is kept of older versions goes with the first question after it. All that is kept is bounded
by its bytes.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any, TypeVar

import streamlit as st

from briefing.access import PROGRAM, Action, acting
from briefing.library import Library, library_place, open_library
from briefing.library.dialects.place import Address, Place
from briefing.settings import settings
from components.signed_in import allowed, person

Answer = TypeVar("Answer")

ANSWERS = "128MB"
"""Most that is kept of answers."""

BUILT = "64MB"
"""Most that is kept of what was built of them, such as figures."""


def library() -> Library:
    """Return the library of this server; the first start fills it with the sample article.

    Who is at work must be allowed to look at it: answers that were kept are asked for here too.

    Raises:
        AccessError: They may not.
    """
    opened = _open(library_place())
    opened.must_be_allowed(Action.LOOK)
    return opened


def can(action: Action) -> bool:
    """Say whether something can be done here, by who is at work; else its control is not drawn.

    The library asks again before it writes.

    Args:
        action: A change of the library.
    """
    return library().writable and allowed(action)


@st.cache_resource(
    show_spinner="Opening the library and reading the sample article…",
    hash_funcs={Address: str},
)
def _open(place: Place) -> Library:
    opened = open_library(place, who=person)
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
    name = f"{query.__module__}.{query.__qualname__}"
    return _answer(query, name, values, arguments, *_now())


def build_from(
    source: tuple[Any, ...], build: Callable[..., Answer], answer: Any, *values: Any
) -> Answer:
    """Build something of an answer that is at hand, or take it as it was built.

    Args:
        source: What the answer was asked for with, which tells it; it is not read for that.
        build: A function whose result depends on its arguments alone.
        answer: The answer, its first argument.
        *values: Its other arguments.
    """

    def built(_: Library, *_key: Any) -> Answer:
        return build(answer, *values)

    name = f"{build.__module__}.{build.__qualname__} of an answer"
    return _answer(built, name, (source, values), {}, *_now())


def build_once(build: Callable[..., Answer], *values: Any, **arguments: Any) -> Answer:
    """Build something of plain data, such as the figure of a map, or take it as it was built.

    Args:
        build: A function whose result depends on its arguments alone.
        *values: Its arguments; frames only of some hundred rows, as each is read to tell it.
        **arguments: Named arguments.
    """
    return _made(build, f"{build.__module__}.{build.__qualname__}", values, arguments)


_newest: dict[str, int] = {}
"""The newest version of each library that was asked."""


def _now() -> tuple[str, int]:
    """Return where the library is, and its version; what is kept of older versions goes."""
    opened = library()
    place, version = str(opened.place), opened.version
    if version > _newest.get(place, version):
        _answer.clear()
    _newest[place] = version
    return place, version


@st.cache_data(max_size=BUILT, show_spinner=False)
def _made(
    _build: Callable[..., Answer], name: str, values: tuple[Any, ...], arguments: dict[str, Any]
) -> Answer:
    # What is kept comes back from a pickle, where a figure's parts stand in another order: as it
    # was built it would be another chart, and the first click would lose zoom and mark.
    built: Answer = pickle.loads(pickle.dumps(_build(*values, **arguments)))
    return built


@st.cache_data(max_size=ANSWERS, show_spinner=False)
def _answer(
    _query: Callable[..., Answer],
    name: str,
    values: tuple[Any, ...],
    arguments: dict[str, Any],
    place: str,
    version: int,
) -> Answer:
    return _query(library(), *values, **arguments)
