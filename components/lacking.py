"""What a briefing does not know: counts that open their lists, and those lists."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from briefing.library.queries import LACKS, Unknown
from briefing.library.unread import Unread
from briefing.tables import Row, records
from briefing.wording.dates import day
from briefing.wording.lacking import MENDS, lack_words
from briefing.wording.sources import OUTLET_UNKNOWN
from briefing.wording.words import cell_value, shorten
from components.browser_side import name_control
from components.escaping import escape_html, escape_markdown
from components.evidence import serif
from components.facts import open_in_article
from components.review_mark import FACT, REVIEW_PAGE
from components.titles import title_of

LACK = "lack"
"""The address's parameter of the Review page: what the facts lack that it lists."""

A_PAGE = 20

_LIBRARY, _QUOTES = "pages/library.py", "pages/quotes.py"
_WORDS = 160


def lines(unknown: Unknown) -> list[tuple[str, int]]:
    """Return what is not known and how often, in the order in which it is told; never 0."""
    lacking = [(str(what), number) for what, number in unknown.lacking.items()]
    every = [("files", unknown.files), *lacking, ("voice", unknown.voice)]
    return [(what, number) for what, number in every if number]


def not_known(unknown: Unknown, query: Mapping[str, str]) -> None:
    """Draw what a briefing does not know, folded: each count opens its list, beside it the mend.

    Args:
        unknown: The answer to `queries.unknown`.
        query: What every link takes along, such as the article that the page is about.
    """
    found = lines(unknown)
    if not found:
        return
    with (
        st.expander(f"What this briefing does not know ({len(found)})", key="not-known"),
        st.container(gap="xsmall"),
    ):
        for what, number in found:
            with st.container(horizontal=True, vertical_alignment="center", key=f"lack-{what}"):
                _count(what, number, query)
                _mend(what, number, query)


def _count(what: str, number: int, query: Mapping[str, str]) -> None:
    words = lack_words(what, number)
    if what in LACKS:
        page, more = REVIEW_PAGE, {LACK: what, **query}
    else:
        page, more = (_LIBRARY, {}) if what == "files" else (_QUOTES, dict(query))
    st.page_link(page, label=words, icon=":material/help:", query_params=more or None)


def _mend(what: str, number: int, query: Mapping[str, str]) -> None:
    key = f"mend-{what}"
    review = what in LACKS and what != "language"
    name_control(key, f"{MENDS[what]}: {lack_words(what, number)}")
    with st.container(key=key, width="content"):
        st.page_link(
            REVIEW_PAGE if review else _LIBRARY,
            label=MENDS[what],
            icon=":material/build:",
            query_params={LACK: what, **query} if review else None,
        )


def lacking_list(rows: pd.DataFrame, what: str, *, writable: bool) -> None:
    """Draw where something is lacking, each with the way to its words and to its correction.

    Args:
        rows: Rows of `queries.lacking`.
        what: What is lacking.
        writable: Whether anything can be corrected.
    """
    for number, row in enumerate(records(rows)):
        key = f"lacking-{number}"
        with st.container(border=True, key=key, gap="xsmall"):
            words = shorten(" ".join(str(row["words"]).split()), _WORDS)
            st.html(serif(escape_html(words), size="1rem"))
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.caption(escape_markdown(_source(row)), width="content")
                open_in_article(str(row["fact_id"]), key=key)
                if writable and cell_value(row["check"]) is not None:
                    _check(str(row["check"]), what, key, str(row["words"]))


def _source(row: Row) -> str:
    title = shorten(title_of(row["title"], row["opening"]), 60)
    return f"{title} · {cell_value(row['source']) or OUTLET_UNKNOWN}"


def _check(fact_id: str, what: str, key: str, words: str) -> None:
    name_control(f"{key}-check", f"{MENDS[what]}: {shorten(words, 60)}")
    with st.container(key=f"{key}-check", width="content"):
        st.page_link(
            REVIEW_PAGE,
            label="Correct",
            icon=":material/edit:",
            query_params={FACT: fact_id, LACK: what},
        )


def unread_list(files: tuple[Unread, ...], *, writable: bool) -> str | None:
    """Draw the files that could not be read, and why; return the one to take off the list.

    Args:
        files: The answer to `unread_files`.
        writable: Whether any can be taken off.
    """
    chosen = None
    for number, file in enumerate(files):
        with st.container(horizontal=True, vertical_alignment="center", key=f"unread-{number}"):
            st.text(f"{shorten(file.name, 80)} · {day(file.at[:10])}", width="content")
            st.caption(escape_markdown(file.reason))
            if writable and st.button(
                "Take off the list",
                key=f"unread-off-{number}",
                type="tertiary",
                help=f"Take {escape_markdown(shorten(file.name, 80))} off the list",
            ):
                chosen = file.name
    return chosen
