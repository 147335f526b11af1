"""One search box for every page, opened by Ctrl+K or /: words, names, articles, pages.

It is part of the frame of every page, so it asks for what it finds itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from briefing.access import Action
from briefing.errors import BriefingError
from briefing.library import Filter, queries
from briefing.library.queries.finding import COUNTED, KINDS, FoundKind
from briefing.library.searches import LONGEST, delete_search, save_search, saved_searches
from briefing.reference.countries import country_name
from briefing.tables import Row, records
from briefing.wording.dates import day
from briefing.wording.signs import KINDS as ENTITY_KINDS
from briefing.wording.words import cell_value, count, shorten
from components.browser_side import focus_next
from components.cache import ask, can, library
from components.escaping import escape_html, escape_markdown
from components.evidence import serif
from components.facts import ARTICLE_PAGE, open_in_article
from components.filters import COUNTRY, SPEAKER, chip_words, narrow, set_filter, set_words
from components.navigation import PAGES
from components.search import snippet_html
from components.titles import title_of, titles_of

_FIELD = "search-words"
_WITHIN = "search-within"
_OPENED = "search-opened"
_JUST_NOW = "just now"
_TARGETS = ("fact", "open", "entity")
"""Parameters of the address by which links of the box lead to a place on a page."""

_KIND, _NAMED = "search-kind", "search-named"

_NOUNS: dict[FoundKind, str] = {
    "quotes": "quotation",
    "events": "event",
    "relations": "relation",
    "sentences": "sentence",
}
_HITS = 20
_COUNTRIES = 8


def search_button() -> None:
    """Draw the button that opens the box, for the sidebar."""
    st.sidebar.button(
        "Search",
        icon=":material/search:",
        key="search-open",
        shortcut="Ctrl+K",
        width="stretch",
        help="Words, names, countries, articles and pages; the key / opens it too",
        on_click=_open,
    )


def search_box(flt: Filter, page: str) -> None:
    """Draw the box where it is open: it stays so until it is closed, or a link of it followed.

    Args:
        flt: The filter, which narrows what is found until the reader says otherwise.
        page: The page that is run, by its file's name.
    """
    opened = st.session_state.get(_OPENED)
    if opened is None:
        return
    here = (page, *(st.query_params.get(name) for name in _TARGETS))
    if opened not in (_JUST_NOW, here):
        _close()
        return
    if opened == _JUST_NOW:
        focus_next(_FIELD)
        st.session_state[_OPENED] = here
    _dialog(flt)


def _open() -> None:
    st.session_state[_OPENED] = _JUST_NOW


def _close() -> None:
    st.session_state.pop(_OPENED, None)


@st.dialog("Search", width="large", icon=":material/search:", on_dismiss=_close)
def _dialog(flt: Filter) -> None:
    _search(flt)


def _search(flt: Filter) -> None:
    """Draw the field, and what is found for it."""
    words = st.text_input(
        "Words, a name, a country or a page",
        key=_FIELD,
        type="search",
        live="400ms",
        placeholder="Words, a name, a country or a page",
        label_visibility="collapsed",
        persist_state="session",
    )
    within = flt != Filter() and st.toggle(
        f"Only within the filter: {escape_markdown(shorten(', '.join(chip_words(flt)), 90))}",
        value=True,
        key=_WITHIN,
    )
    view = flt if within else Filter()
    words = (words or "").strip()
    if not words:
        st.caption(
            "Finds what has all your words, in any order. Put a phrase in “quotation marks”; sanc* "
            "finds every word that begins with sanc."
        )
        _saved()
        return
    meant = queries.as_typed(words)
    found = ask(queries.find, meant, view)
    if not _anything(found) and not _pages(words):
        st.markdown(f":material/search_off: {escape_markdown(_nothing(words, within=within))}")
        return
    _page_links(words)
    _name_links(found.names)
    _article_links(found.articles)
    _hits(meant, view, found)
    _foot(words, view)


def _anything(found: queries.Found) -> bool:
    return bool(len(found.names) or len(found.articles) or any(found.counts.values()))


def _nothing(words: str, *, within: bool) -> str:
    where = "within the filter" if within else "in the visible articles"
    return f"Nothing {where} has “{shorten(words, 60)}”."


def _pages(words: str) -> list[tuple[str, str, str]]:
    """Return the pages of whose name the words are the beginning: file, icon, question."""
    asked = words.casefold()
    return [page for group in PAGES.values() for page in group if page[0].startswith(asked)]


def _page_links(words: str) -> None:
    for name, icon, question in _pages(words):
        st.page_link(
            f"pages/{name}.py",
            label=f"{name.capitalize()}: {question}",
            icon=f":material/{icon}:",
        )


def _name_links(names: pd.DataFrame) -> None:
    if names.empty:
        return
    st.subheader("Names", anchor=False)
    for row in records(names):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            kind = ENTITY_KINDS[row["kind"]]
            country = cell_value(row["country"]) if row["kind"] != "country" else None
            told = [kind.word, country_name(country) if country else ""]
            told.append(count(int(row["mentions"]), "mention"))
            st.page_link(
                "pages/entities.py",
                label=escape_markdown(str(row["name"])),
                icon=kind.icon,
                query_params={"entity": row["entity_id"]},
            )
            st.caption(escape_markdown(" · ".join(filter(None, told))), width="content")
            _filter_button(row)


def _filter_button(row: Row) -> None:
    """Offer to narrow every page to a country or to somebody who may speak."""
    if row["kind"] == "country" and cell_value(row["country"]):
        field, value = COUNTRY, str(row["country"])
    elif row["kind"] in ("person", "organisation"):
        field, value = SPEAKER, str(row["entity_id"])
    else:
        return
    if st.button(
        "Filter by this",
        icon=":material/filter_alt:",
        type="tertiary",
        key=f"search-filter-{row['entity_id']}",
        on_click=_and_close,
        args=(narrow, field, value),
    ):
        st.rerun()


def _and_close(change: Callable[..., None], *values: str) -> None:
    change(*values)
    _close()


def _article_links(articles: pd.DataFrame) -> None:
    if articles.empty:
        return
    st.subheader("Articles", anchor=False)
    for row in records(articles):
        published = cell_value(row["published"])
        told = [cell_value(row["source"]) or "", day(str(published)) if published else "undated"]
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.page_link(
                ARTICLE_PAGE,
                label=escape_markdown(title_of(row["title"], row["opening"])),
                icon=":material/article:",
                query_params={"open": row["article_id"]},
            )
            st.caption(escape_markdown(" · ".join(filter(None, told))), width="content")


def _hits(words: str, view: Filter, found: queries.Found) -> None:
    """Draw the facts and sentences with the words; their kinds and countries narrow them."""
    kinds = [kind for kind in reversed(KINDS) if found.counts[kind]]
    if not kinds:
        return
    st.subheader("In the text", anchor=False)
    kind = st.pills(
        "What is found",
        kinds,
        default=kinds[0],
        required=True,
        format_func=lambda kind: _how_many(found.counts[kind], _NOUNS[kind]),
        key=_KIND,
        label_visibility="collapsed",
        wrap=True,
    )
    if kind not in kinds:
        kind = kinds[0]
    in_country = _country_pills(found.countries, view)
    rows = ask(queries.found_facts, kind, words, view, named=in_country, limit=_HITS)
    if rows.empty:
        st.caption(f"No {_NOUNS[kind]} among them names {country_name(in_country)}.")
    titles = titles_of(rows)
    for row in records(rows):
        with st.container(gap=None, key=f"search-hit-{row['fact_id']}"):
            label = cell_value(row["label"])
            st.html(
                (f"<b>{escape_html(label)}</b><br>" if label else "")
                + serif(snippet_html(row["snippet"]))
            )
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.html(f"<small>{escape_html(titles[row['article_id']])}</small>", width="content")
                open_in_article(row["fact_id"], key=f"search-{row['fact_id']}")
    if len(rows) == _HITS:
        st.caption(f"The {_HITS} best matches are shown. More words find fewer.")


def _how_many(number: int, noun: str) -> str:
    return f"{COUNTED:,} or more {noun}s" if number >= COUNTED else count(number, noun)


def _country_pills(countries: pd.DataFrame, view: Filter) -> str | None:
    """Draw the countries that the sentences name; return the one that was chosen."""
    first = [row for row in records(countries) if row["country"] not in view.countries]
    if len(first) < 2:
        return None
    numbers = {str(row["country"]): int(row["sentences"]) for row in first[:_COUNTRIES]}
    chosen: Any = st.pills(
        "Countries named in them",
        list(numbers),
        format_func=lambda code: f"{country_name(code)} {numbers[code]:,}",
        key=_NAMED,
        wrap=True,
    )
    return str(chosen) if chosen in numbers else None


def _foot(words: str, view: Filter) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(
            "Filter every page by these words",
            icon=":material/filter_alt:",
            key="search-everywhere",
            on_click=_and_close,
            args=(set_words, words),
        ):
            st.rerun()
        if can(Action.SORT):
            st.button(
                "Save this search",
                icon=":material/bookmark_add:",
                key="search-save",
                on_click=_save,
                args=(words, view),
            )


def _save(words: str, view: Filter) -> None:
    """Save a search under its words and what its filter says."""
    name = shorten(" · ".join([words, *chip_words(view)]), LONGEST)
    try:
        saved = save_search(library(), name, words, view)
    except BriefingError as error:
        st.toast(escape_markdown(str(error)), icon=":material/error:")
    else:
        st.toast(f"Saved as “{escape_markdown(saved)}”.", icon=":material/bookmark_added:")


def _saved() -> None:
    """Draw the searches that were saved, each to be made again or deleted."""
    kept = saved_searches(library())
    if not kept:
        return
    st.subheader("Saved searches", anchor=False)
    for number, search in enumerate(kept):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            if st.button(
                escape_markdown(search.name),
                icon=":material/bookmark:",
                type="tertiary",
                key=f"search-saved-{number}",
                on_click=_take,
                args=(search.words, search.flt),
            ):
                st.rerun()
            if can(Action.SORT):
                st.button(
                    "Delete",
                    icon=":material/delete:",
                    type="tertiary",
                    key=f"search-delete-{number}",
                    help=f"Delete the search “{escape_markdown(search.name)}”",
                    on_click=_delete,
                    args=(search.name,),
                )


def _take(words: str, flt: Filter) -> None:
    """Make a saved search again: its words in the box, its filter on the pages."""
    st.session_state[_FIELD] = words
    _open()
    set_filter(flt)


def _delete(name: str) -> None:
    try:
        delete_search(library(), name)
    except BriefingError as error:
        st.toast(escape_markdown(str(error)), icon=":material/error:")
