"""The filter in the sidebar: its fields, and how it stands in the address.

What a link carries is read leniently: a code or id, a name, or a label with an old count. What
nothing in the library goes by stays in the filter, where it matches nothing, until it is taken
out. This is part of the frame of every page, so it asks for its choices itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

import streamlit as st

from briefing.library import Filter, queries
from briefing.library.chatham.hidden import hidden_in
from briefing.library.queries.named import names_of_entities
from briefing.reference.countries import country_name
from briefing.wording.controls import ALL_COUNTRIES, CHECKED_ONLY, DAY_FORM
from components import filters
from components.address import carry
from components.cache import ask
from components.filters import (
    ARTICLE,
    CHECKED,
    COUNTRY,
    DATED,
    FROM,
    LISTS,
    SPEAKER,
    TAG,
    TO,
    WORDS,
    widget_key,
)
from components.options import (
    A_SPEAKER,
    Options,
    bare_name,
    build_options,
    country_code,
    no_match_label,
)
from components.titles import titles_of

OFFERED = 300
"""Most articles in one list of choices: browsers grow slow with thousands."""

_MANY = (
    f"The {OFFERED} articles with most facts are listed. For another one, type its title or a "
    "part of it."
)

_ID = re.compile(r"\((a[0-9a-f]{8,})\)$")


def sidebar_filter() -> None:
    """Draw the filter in the sidebar, read it, and keep the address as it is set."""
    with st.sidebar:
        if not filters.is_read():
            _spell_link()
        for field in LISTS:
            # What was typed becomes a code, and the browser's labels follow the counts.
            filters.set_values(field, _meant(field, filters.held_values(field)))
        held = _codes()
        if asked := carry(held):
            _take_over(asked)
            if any(codes != asked.get(field, codes) for field, codes in _codes().items()):
                st.rerun()  # the address is to hold codes
        with st.container(gap="xsmall"):
            st.header("Filter", anchor=False)
            flt = _held()
            options = {
                COUNTRY: country_options(flt),
                SPEAKER: speaker_options(flt),
                ARTICLE: article_options(flt),
                TAG: tag_options(flt),
            }
            _draw_lists(options)
            st.text_input(
                "Words",
                key=WORDS,
                bind="query-params",
                type="search",
                placeholder="In the sentence",
            )
            _draw_period()
            if flt.checked_only or ask(queries.anything_checked):
                _draw_checked()
    filters.stand(_standing(_held(), options))


def country_options(flt: Filter) -> Options:
    """Return the countries to choose from, counted under the rest of the filter."""
    frame = ask(queries.country_options, replace(flt, countries=()))
    return build_options(frame, value="country", name="name", count="facts")


def speaker_options(flt: Filter) -> Options:
    """Return the speakers to choose from, counted under the rest of the filter.

    Whoever the filter names and the library knows is among them, quoted or not.
    """
    frame = ask(queries.speaker_options, replace(flt, speakers=()))
    found = build_options(
        frame, value="entity_id", name="name", count="quotes", more="country", noun="quotation"
    )
    silent = [speaker for speaker in flt.speakers if speaker not in found.names]
    if silent:
        found.names.update(ask(names_of_entities, silent))
    return found


def article_options(flt: Filter) -> Options:
    """Return the articles to choose from, counted under the rest of the filter.

    In a large library these are the ones with most facts, and those filtered by; the others can be
    named by their title or a part of it.
    """
    flt, chosen = replace(flt, articles=()), flt.articles
    frame = ask(queries.article_options, flt, limit=OFFERED, keep=chosen)
    named = titles_of(frame)
    return build_options(
        frame.assign(title=frame["article_id"].map(named)),
        value="article_id",
        name="title",
        count="facts",
    )


def tag_options(flt: Filter) -> Options:
    """Return the tags to choose from, with the articles that each would leave in view."""
    frame = ask(queries.tag_options, replace(flt, tags=()))
    return build_options(frame, value="tag", name="tag", count="articles", noun="article")


def _draw_lists(options: Mapping[str, Options]) -> None:
    hint = _MANY if len(options[ARTICLE].names) >= OFFERED else None
    for field, label, placeholder in (
        (COUNTRY, "Countries", ALL_COUNTRIES),
        (SPEAKER, "Speakers", "Everybody"),
        (ARTICLE, "Articles", "All visible articles"),
        (TAG, "Tags", "With and without tags"),
    ):
        offered = options[field]
        if field == TAG and not (offered.names or filters.held_values(TAG)):
            continue  # nothing has a tag
        unknown = [value for value in filters.held_values(field) if value not in offered.names]
        st.multiselect(
            label,
            [*offered.names, *unknown],
            format_func=lambda value, offered=offered, field=field: (
                offered.label(value)
                if value in offered.names
                else no_match_label(_name(field, value))
            ),
            key=widget_key(field),
            placeholder=placeholder,
            accept_new_options=True,
            select_all=False,
            help=hint if field == ARTICLE else None,
        )


def _draw_period() -> None:
    for field, label in ((FROM, "From"), (TO, "To")):
        st.date_input(
            label,
            value=None,
            key=widget_key(field),
            format=DAY_FORM,
            min_value=filters.FIRST,
            max_value=filters.LAST,
            on_change=filters.forget_no_day,
            args=(field,),
        )
    first, last = filters.held_day(FROM), filters.held_day(TO)
    if first and last and first > last:
        st.caption("“From” is later than “To”, so nothing matches.")
    if first or last:
        st.toggle(
            "Dated articles only",
            key=DATED,
            bind="query-params",
            help="When on, undated articles are left out; when off, every period shows them.",
        )


def _draw_checked() -> None:
    st.toggle(
        CHECKED_ONLY,
        key=CHECKED,
        bind="query-params",
        help="Only quotations, events and relations that somebody confirmed or corrected.",
    )


def _held() -> Filter:
    """Return the filter as the session holds it, before or after its fields are drawn.

    Words and what is dated are in the address alone before they are drawn for the first time.
    """
    first, last = filters.held_day(FROM), filters.held_day(TO)
    no_days = (filters.held_no_day(field) for field in (FROM, TO))
    state = st.session_state
    return Filter(
        countries=tuple(filters.held_values(COUNTRY)),
        speakers=tuple(filters.held_values(SPEAKER)),
        articles=tuple(filters.held_values(ARTICLE)),
        tags=tuple(filters.held_values(TAG)),
        earliest=first.isoformat() if first else None,
        latest=last.isoformat() if last else None,
        words=" ".join((state.get(WORDS, st.query_params.get(WORDS)) or "").split()),
        dated_only=bool(first or last) and bool(state.get(DATED, DATED in st.query_params)),
        checked_only=bool(state.get(CHECKED, CHECKED in st.query_params)),
        no_days=tuple(text for text in no_days if text),
    )


def _codes() -> dict[str, list[str]]:
    """Return what the address is to hold, of the parameters that are carried."""
    found = {field: filters.held_values(field) for field in LISTS}
    for field in (FROM, TO):
        held = filters.held_day(field)
        code = held.isoformat() if held else filters.held_no_day(field)
        found[field] = [code] if code else []
    return found


def _spell_link() -> None:
    """Write codes for what the link says that opened the session, before widgets take it over."""
    asked = {field: st.query_params.get_all(field) for field in (*LISTS, FROM, TO)}
    _take_over({field: texts for field, texts in asked.items() if texts})
    spelt = {field: codes for field, codes in _codes().items() if codes != asked[field]}
    if spelt:
        st.query_params.update(spelt)
        st.rerun()


def _take_over(asked: Mapping[str, list[str]]) -> None:
    """Set the filter to what the address asks for."""
    for field, texts in asked.items():
        if field in LISTS:
            filters.set_values(field, _meant(field, texts))
        else:
            filters.set_day(field, texts[-1] if texts else None)


def _meant(field: str, texts: Iterable[str]) -> list[str]:
    """Return the values that texts stand for, each once; a text that stands for none, itself."""
    texts = [text for text in texts if text.strip()]
    if not texts:
        return []
    read = {COUNTRY: _country, SPEAKER: _speaker, ARTICLE: _article, TAG: _tag}[field]
    return list(dict.fromkeys(read(text) for text in texts))


def _country(text: str) -> str:
    bare = bare_name(text)
    return country_options(Filter()).value(text) or country_code(bare) or bare


def _speaker(text: str) -> str:
    return speaker_options(Filter()).value(text) or bare_name(text)


def _tag(text: str) -> str:
    return tag_options(Filter()).value(text) or bare_name(text)


def _article(text: str) -> str:
    """Return the article that an id, a label of any library's size, or a title means.

    Several articles may be of one title; the first that was added is meant then.
    """
    name = bare_name(text)
    told = _ID.search(name)
    for words in dict.fromkeys((told[1] if told else text, text, name)):
        if ids := ask(queries.article_named, words):
            return str(ids[0])
    return name


def _standing(flt: Filter, options: Mapping[str, Options]) -> filters.Standing:
    """Return the filter with the names of its values, and those that nothing goes by."""
    unmatched = [
        (field, value)
        for field, values in (
            (COUNTRY, flt.countries),
            (SPEAKER, flt.speakers),
            (ARTICLE, flt.articles),
            (TAG, flt.tags),
        )
        for value in values
        if value not in options[field].names
    ]
    unmatched += [(filters.NO_DAYS, text) for text in flt.no_days]
    names = {field: options[field].names for field in LISTS}
    told = ask(hidden_in)
    unknown = [value for field, value in unmatched if field == SPEAKER]
    names[SPEAKER] = names[SPEAKER] | {
        value: A_SPEAKER for value in unknown if value.startswith("person:") or told.are_in(value)
    }
    names[COUNTRY] = {code: country_name(code) for code in flt.countries}
    return filters.Standing(flt, names, tuple(unmatched))


def _name(field: str, value: str) -> str:
    """Return the name of what the library does not offer: that of a country by its code."""
    if field == SPEAKER and (value.startswith("person:") or ask(hidden_in).are_in(value)):
        return A_SPEAKER
    return country_name(value) if field == COUNTRY else value
