"""The one filter: widgets in the sidebar, chips at the head of every page, state in the URL.

Each widget is bound to the URL. Streamlit writes an option's label there, and labels carry counts
that change, so what comes back from the URL is read leniently: a code or id, a label with an old
count, or a name alone. `?country=KOR` is a link too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd
import streamlit as st

from briefing.library import Filter, queries
from briefing.reference.countries import find_country
from briefing.tables import records
from briefing.wording.words import shorten
from components.cache import ask
from components.escaping import escape_markdown
from components.navigation import runs_alone, through_the_entry_file
from components.titles import title_of

COUNTRY, SPEAKER, ARTICLE, FROM, TO, WORDS = "country", "speaker", "article", "from", "to", "words"
"""The widgets' keys, which are the names of the URL's parameters."""

FIELDS = (COUNTRY, SPEAKER, ARTICLE, FROM, TO, WORDS)

OFFERED = 300
"""Most articles in one list of choices: browsers grow slow with thousands."""

_MANY = (
    f"The {OFFERED} articles with most facts are listed. For another one, type its title or a "
    "part of it."
)

_COUNT = re.compile(r" · [\d,]+$")
_ID = re.compile(r"\((a[0-9a-f]{8,})\)$")


@dataclass(frozen=True, slots=True)
class Options:
    """What one multiselect offers: values in order, and the label of each.

    Attributes:
        names: Name by value, without the count; no two are alike.
        counts: Facts by value, 0 when it is not counted.
    """

    names: dict[str, str]
    counts: dict[str, int]

    def label(self, value: str) -> str:
        """Return the label with its count: "Japan · 3"."""
        return f"{self.names.get(value, value)} · {self.counts.get(value, 0):,}"

    def value(self, text: str) -> str | None:
        """Return the value that a code, a label or a name stands for; None when it is none.

        A country goes by any of its names too: "DPRK", "Holland".
        """
        if text in self.names:
            return text
        for name in (text.casefold(), _COUNT.sub("", text).casefold()):
            for value, known in self.names.items():
                if known.casefold() == name:
                    return value
            country = find_country(name)
            if country is not None and country.alpha3 in self.names:
                return country.alpha3
        return None

    def values(self, texts: Iterable[str]) -> list[str]:
        """Return the values that texts stand for, each once, in order."""
        found = (self.value(text) for text in texts)
        return list(dict.fromkeys(value for value in found if value is not None))


def build_options(
    frame: pd.DataFrame, *, value: str, name: str, count: str, more: str | None = None
) -> Options:
    """Build the options of a multiselect from the rows of an options query, order kept.

    Args:
        frame: One row an option.
        value: Column of the value.
        name: Column of the name.
        count: Column of the count.
        more: Column that tells two of the same name apart; the value itself when that fails.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for row in records(frame):
        label = shorten(str(row[name]), 70)
        if label in taken and more is not None and pd.notna(row[more]):
            label = f"{label} ({row[more]})"
        if label in taken:
            label = f"{label} ({row[value]})"
        taken.add(label)
        names[row[value]] = label
    counts = {row[value]: int(row[count]) for row in records(frame)}
    return Options(names, counts)


def sidebar_filter() -> Filter:
    """Draw the filter in the sidebar and return what it is set to."""
    asked = _asked()
    with st.sidebar, st.container(gap="xsmall"):
        st.subheader("Show only", anchor=False)
        countries = _choose("Countries", COUNTRY, country_options(asked), "All countries")
        speakers = _choose("Speakers", SPEAKER, speaker_options(asked), "Everybody")
        offered = article_options(asked)
        articles = _choose(
            "Articles",
            ARTICLE,
            offered,
            "All that are shown",
            others=article_ids,
            hint=_MANY if len(offered.names) >= OFFERED else None,
        )
        words = st.text_input(
            "Words", key=WORDS, bind="query-params", type="search", placeholder="In the sentence"
        )
        earliest = st.date_input(
            "From", value=None, key=FROM, bind="query-params", format="DD/MM/YYYY", min_value=_FIRST
        )
        latest = st.date_input(
            "To", value=None, key=TO, bind="query-params", format="DD/MM/YYYY", min_value=_FIRST
        )
        if earliest and latest and earliest > latest:
            st.caption("“From” lies after “To”, so nothing is left.")
    found = Filter(
        countries=tuple(countries),
        speakers=tuple(speakers),
        articles=tuple(articles),
        earliest=earliest.isoformat() if earliest else None,
        latest=latest.isoformat() if latest else None,
        words=" ".join((words or "").split()),
    )
    st.session_state[_CURRENT] = found
    return found


def current_filter() -> Filter:
    """Return the filter as `sidebar_filter` has read it in this run."""
    if runs_alone():
        through_the_entry_file()
    found: Filter = st.session_state[_CURRENT]
    return found


def chips(flt: Filter) -> None:
    """Draw what is set, each with a × that clears it, and one button that clears all."""
    items = _chips(flt)
    if not items:
        return
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key="chips"):
        for key, value, text in items:
            st.button(
                escape_markdown(text),
                icon=":material/close:",
                icon_position="right",
                key=f"chip-{key}-{value}",
                help=f"Stop filtering by {escape_markdown(text)}",
                on_click=clear,
                args=(key, value),
            )
        if len(items) > 1:
            st.button("Clear all", key="chip-all", type="tertiary", on_click=clear_all)


def clear(key: str, value: str | None = None) -> None:
    """Clear one field of the filter, or one value of it; for `on_click`."""
    if key in (COUNTRY, SPEAKER, ARTICLE) and value is not None:
        kept = [held for held in _selected(key) if held != value]
        st.session_state[key] = kept
    elif key in (COUNTRY, SPEAKER, ARTICLE):
        st.session_state[key] = []
    else:
        st.session_state[key] = "" if key == WORDS else None


def clear_all() -> None:
    """Clear the whole filter; for `on_click`."""
    for key in FIELDS:
        clear(key)


def set_filter(flt: Filter) -> None:
    """Set the whole filter; for `on_click`."""
    st.session_state[COUNTRY] = list(flt.countries)
    st.session_state[SPEAKER] = list(flt.speakers)
    st.session_state[ARTICLE] = list(flt.articles)
    st.session_state[FROM] = date.fromisoformat(flt.earliest) if flt.earliest else None
    st.session_state[TO] = date.fromisoformat(flt.latest) if flt.latest else None
    st.session_state[WORDS] = flt.words


def narrow(key: str, value: str) -> None:
    """Add one value to a field of the filter (COUNTRY, SPEAKER or ARTICLE); for `on_click`."""
    st.session_state[key] = list(dict.fromkeys([*_selected(key), value]))


def country_options(flt: Filter) -> Options:
    """Return the countries to choose from, counted under the rest of the filter."""
    frame = ask(queries.country_options, replace(flt, countries=()))
    return build_options(frame, value="country", name="name", count="facts")


def speaker_options(flt: Filter) -> Options:
    """Return the speakers to choose from, counted under the rest of the filter."""
    frame = ask(queries.speaker_options, replace(flt, speakers=()))
    return build_options(frame, value="entity_id", name="name", count="quotes", more="country")


def article_options(flt: Filter) -> Options:
    """Return the articles to choose from, counted under the rest of the filter.

    Of very many these are the ones with most facts, and those of the filter; the others can be
    named by their title or a part of it.
    """
    flt, chosen = replace(flt, articles=()), flt.articles
    frame = ask(queries.article_options, flt, limit=OFFERED, keep=chosen)
    named = [title_of(*pair) for pair in zip(frame["article_id"], frame["title"], strict=True)]
    frame = frame.assign(title=pd.Series(named, index=frame.index, dtype=object))
    return build_options(frame, value="article_id", name="title", count="facts")


def article_ids(texts: Iterable[str]) -> list[str]:
    """Return the articles that texts stand for: ids, labels of any library's size, or titles.

    Several articles may be of one title; the first that was added is meant then.
    """
    found = []
    for text in texts:
        name = _COUNT.sub("", text)
        told = _ID.search(name)
        for words in dict.fromkeys((told[1] if told else text, text, name)):
            ids = ask(queries.article_named, words)
            if ids:
                found.append(ids[0])
                break
    return list(dict.fromkeys(found))


_CURRENT = "_filter"
_FIRST = date(1800, 1, 1)
_CHOSEN = "_chosen-"


def _choose(
    label: str,
    key: str,
    options: Options,
    placeholder: str,
    *,
    others: Callable[[Iterable[str]], list[str]] = lambda texts: [],
    hint: str | None = None,
) -> list[str]:
    """Draw one field of the filter; `others` finds values that are not among the options."""

    def values_of(texts: Iterable[str]) -> list[str]:
        found = [[held] if (held := options.value(text)) else others([text]) for text in texts]
        return list(dict.fromkeys(value for values in found for value in values))

    if key in st.session_state:
        # Set again, so that the browser's labels follow the counts.
        st.session_state[key] = values_of(st.session_state[key])
    chosen = st.multiselect(
        label,
        list(options.names),
        format_func=options.label,
        key=key,
        bind="query-params",
        placeholder=placeholder,
        accept_new_options=True,
        select_all=False,
        help=hint,
    )
    values = values_of(chosen)
    if values != chosen:
        # A link carried a code or a label with an old count, or something was typed.
        for text in chosen:
            if not values_of([text]):
                st.toast(f"Nothing here goes by the name “{escape_markdown(text)}”.")
        st.rerun()
    st.session_state[_CHOSEN + key] = {value: options.names.get(value, value) for value in values}
    return values


def _selected(key: str) -> Sequence[str]:
    return st.session_state.get(key) or ()


def _asked() -> Filter:
    """Return the filter before its widgets are drawn: from the session, at first from the URL."""

    def texts(key: str) -> list[str]:
        if key in st.session_state:
            return list(st.session_state[key] or ())
        return st.query_params.get_all(key)

    def day(key: str) -> str | None:
        if key in st.session_state:
            held = st.session_state[key]
            return held.isoformat() if held else None
        return _iso(st.query_params.get(key))

    def read(key: str, options: Callable[[Filter], Options]) -> tuple[str, ...]:
        found = texts(key)
        return tuple(options(Filter()).values(found)) if found else ()

    words = st.session_state.get(WORDS, st.query_params.get(WORDS, ""))
    return Filter(
        countries=read(COUNTRY, country_options),
        speakers=read(SPEAKER, speaker_options),
        articles=tuple(article_ids(texts(ARTICLE))),
        earliest=day(FROM),
        latest=day(TO),
        words=" ".join((words or "").split()),
    )


def _iso(text: str | None) -> str | None:
    try:
        return date.fromisoformat(text).isoformat() if text else None
    except ValueError:
        return None


def _chips(flt: Filter) -> list[tuple[str, str | None, str]]:
    found: list[tuple[str, str | None, str]] = []
    for key, values in ((COUNTRY, flt.countries), (SPEAKER, flt.speakers), (ARTICLE, flt.articles)):
        names = st.session_state.get(_CHOSEN + key, {})
        found.extend((key, value, shorten(names.get(value, value), 40)) for value in values)
    if flt.earliest:
        found.append((FROM, None, f"from {_day(flt.earliest)}"))
    if flt.latest:
        found.append((TO, None, f"to {_day(flt.latest)}"))
    if flt.words:
        found.append((WORDS, None, f"“{shorten(flt.words, 40)}”"))
    return found


def _day(iso: str) -> str:
    found = date.fromisoformat(iso)
    return f"{found.day} {found:%B %Y}"
