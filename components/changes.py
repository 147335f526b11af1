"""What changed since the reader last looked, or between two days: one line a change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

import streamlit as st

from briefing.access import Action
from briefing.errors import LibraryError
from briefing.library.accounts.model import Told
from briefing.library.looks import last_look, look
from briefing.library.queries import Change
from briefing.settings import settings
from briefing.wording.changes import CHANGED, CHANGES, FIRST_LOOK, NO_CHANGES, NOT_KEPT, since_words
from briefing.wording.controls import DAY_FORM
from briefing.wording.dates import day, without_stated
from briefing.wording.reviews import by_words
from briefing.wording.signs import QUADS
from briefing.wording.sources import OUTLET_UNKNOWN, Source
from briefing.wording.words import count, shorten
from components.browser_side import name_control
from components.cache import can, library
from components.checking import reviewer
from components.escaping import escape_html, escape_markdown
from components.facts import ARTICLE_PAGE, open_in_article
from components.review_mark import check_link
from components.screen import screen

_AT_ONCE, _ON_A_PHONE = 4, 2
"""So many changes stand open; the others are folded."""

_FOLDED = 60
"""So many of the others are drawn."""

_FROM, _TO = "changed-from", "changed-to"
_AFTER, _BEFORE = "changed-in", "changed-not-in"
_TITLE, _WORDS = 70, 90


@dataclass(frozen=True, slots=True)
class Since:
    """The time of which changes are told.

    Attributes:
        since: From then on, in UTC, ISO.
        until: Up to then; None for now.
        looked: Whether the reader last looked then; else they chose the days.
        briefings: The ids of two briefings that are compared, the earlier first; None for none.
        titles: What these are called.
    """

    since: str
    until: str | None
    looked: bool
    briefings: tuple[str, str] | None = None
    titles: tuple[str, str] | None = None


def reader() -> str:
    """Return the name of the reader: as given on the Review page, or by the setting."""
    return (reviewer() or settings().reviewer).strip()


def chosen_time(briefings: Mapping[str, tuple[str, str]]) -> Since | None:
    """Draw the choice of the time, folded into a button; return it.

    A reader who looks for the first time has nothing to compare with: that is kept as their first
    look, and None is returned.

    Args:
        briefings: Title and time of each briefing that is kept, by id.
    """
    opened = library()
    looked = last_look(opened, reader())
    if looked is None and can(Action.SEEN):
        with suppress(LibraryError):  # another program is writing; the next look is the first
            look(opened, reader())
    with st.popover(CHANGED, icon=":material/update:", width="stretch"):
        new = FIRST_LOOK if can(Action.SEEN) else NOT_KEPT
        st.caption(f"You last looked on {day(looked[:10])}." if looked else new)
        first: date | None = st.date_input(
            "Added or corrected from", value=None, format=DAY_FORM, key=_FROM
        )
        last: date | None = st.date_input("Up to", value=None, format=DAY_FORM, key=_TO)
        if first and last and last < first:
            st.error("The last day is before the first; choose a later one.")
            return None
        if len(briefings) > 1 and (two := _two_briefings(briefings)) is not None:
            return two
    if first:
        end = f"{last.isoformat()}T23:59:59+00:00" if last else None
        return Since(f"{first.isoformat()}T00:00:00+00:00", end, looked=False)
    return Since(looked, None, looked=True) if looked else None


def _two_briefings(briefings: Mapping[str, tuple[str, str]]) -> Since | None:
    """Draw the choice of two briefings that are kept; return it once both are chosen."""
    chosen = [
        st.selectbox(
            label,
            list(briefings),
            index=None,
            format_func=lambda key: briefings[key][0] if key in briefings else key,
            placeholder="Choose a briefing",
            key=key,
        )
        for label, key in (("Or: in this briefing", _AFTER), ("and not in this one", _BEFORE))
    ]
    after, before = chosen
    if after is None or before is None or after == before:
        return None
    (old, since), (new, until) = briefings[before], briefings[after]
    return Since(since, until, looked=False, briefings=(before, after), titles=(old, new))


def changes_list(found: Sequence[Change], time: Since, sources: Mapping[str, Source]) -> None:
    """Draw what changed, one line each; nothing where nothing did since the last look.

    Args:
        found: The answer to `queries.changes`.
        time: The time that it is about.
        sources: The source of each article, by id.
    """
    if not found and time.looked:
        return
    with st.container(border=True, gap="xsmall", key="changes"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            heading = since_words(
                time.since, time.until, looked=time.looked, between_briefings=time.titles
            )
            st.header(escape_markdown(heading), anchor=False, width="content")
            if time.looked and can(Action.SEEN):
                st.button("Mark as seen", key="changes-seen", type="tertiary", on_click=_seen)
        if not found:
            st.caption(NO_CHANGES)
        first = _ON_A_PHONE if screen().narrow else _AT_ONCE
        for number, change in enumerate(found[:first]):
            _line(change, sources, f"change-{number}")
        rest = found[first : first + _FOLDED]
        if rest:
            with st.expander(count(len(found) - first, "more change"), key="changes-more"):
                for number, change in enumerate(rest, start=first):
                    _line(change, sources, f"change-{number}")
                left = len(found) - first - len(rest)
                if left:
                    st.caption(f"and {left:,} more; choose fewer days to see them")


def _seen() -> None:
    look(library(), reader())


def _line(change: Change, sources: Mapping[str, Source], key: str) -> None:
    sign = CHANGES[change.kind]
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key=key):
        st.badge(sign.word, icon=sign.icon, color=sign.badge)
        told = change.after or change.before
        source = sources.get(told.article_id) if told else None
        st.html(line_html(change, source.name if source else ""), width="content")
        if change.kind == "gone":
            check_link(change.before.fact_id if change.before else "", key=key, words=change.about)
            return
        for place, told in (("before", change.before), ("now", change.after)):
            if told is not None:
                _source_link(told, sources.get(told.article_id), f"{key}-{place}")


def line_html(change: Change, article: str) -> str:
    """Build what a change is, escaped: who or what, and the words before and now.

    Args:
        change: The change.
        article: What its article is called, for one without a title.
    """
    about = f"<b>{escape_html(shorten(change.about or article, _TITLE))}</b>"
    after, before = change.after, change.before
    said = ""
    if change.kind == "date" and before and after:
        said = f"{before.value} → {after.value}"
    elif change.kind == "position":
        was = "verbal-conflict" if change.quad == "verbal-cooperation" else "verbal-cooperation"
        said = f"{QUADS[was].word} → {QUADS[change.quad].word}"
    elif change.kind == "gone":
        said = f"{QUADS[change.quad].word} · {by_words(change.by, change.at)}"
    elif change.kind == "relation":
        said = QUADS[change.quad].word
    elif change.kind in ("speaker", "note") and after:
        said = shorten(" ".join(after.text.split()), _WORDS)
    return f"{about} {escape_html(said)}".strip()


def _source_link(told: Told, source: Source | None, key: str) -> None:
    label = OUTLET_UNKNOWN
    if source is not None:
        label = f"{source.outlet or OUTLET_UNKNOWN} · {without_stated(source.dated)}"
    label = escape_markdown(label)
    if told.fact_id:
        open_in_article(told.fact_id, key=key, label=label)
        return
    name_control(f"open-{key}", f"Open the article: {told.text}")
    with st.container(key=f"open-{key}", width="content"):
        st.page_link(
            ARTICLE_PAGE,
            label=label,
            icon=":material/article:",
            query_params={"open": told.article_id},
        )
