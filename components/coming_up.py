"""What is next: the page's finding, how far to look ahead, and the cards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from briefing.export.calendar import file_name, in_calendar, to_calendar
from briefing.library.ahead import within
from briefing.reference.countries import country_name
from briefing.tables import OFF, Row, records
from briefing.wording.ahead import Outlook
from briefing.wording.dates import day, when_of
from briefing.wording.signs import EVENT_BASES, NEARNESS
from briefing.wording.standing import held_of, led_title, note, said
from briefing.wording.titles import bare_title
from briefing.wording.words import cell_value, count
from components.address import linked
from components.browser_side import page_marking
from components.escaping import escape_html, escape_markdown
from components.event_certainty import differing_dates, perhaps_badge
from components.facts import caption, open_in_article
from components.held import standing_badges, title_html
from components.nearness import grey_if_past, nearness_badge
from components.review_mark import check_link, review_mark
from components.take_away import take_away
from components.working import working, working_label

CARDS = 3
"""Most cards of what is coming up before the others fold."""

A_YEAR = 365
"""How far ahead anniversaries are looked for where no horizon is chosen, in days."""

FOLDED = 30
"""Most cards that are folded; a large library has thousands."""

DRAWN_FOLDED = 6
"""Most cards that are drawn though they are folded; more are drawn when they are opened."""

_EVERYTHING = "all"
HORIZONS = {"14": "14 days", "90": "90 days", "365": "365 days", _EVERYTHING: "All"}
"""How far to look ahead, by its key."""


_NOT_AHEAD = {"past": "in the past", "ongoing": "ongoing", "upcoming": "denied or disputed"}
"""What events are, by their tense, where none is ahead."""


def finding(ahead: pd.DataFrame, events: pd.DataFrame) -> str:
    """Say what is next: "Next: summit in Vienna, 4–6 May 2031".

    Args:
        ahead: Rows of `briefing.library.ahead.ahead`.
        events: Rows of `queries.events`.
    """
    if events.empty:
        return "No events"
    if ahead.empty:
        told = [words for tense, words in _NOT_AHEAD.items() if tense in set(events["tense"])]
        return f"No upcoming events; {len(events):,} {' or '.join(told)}"
    if (ahead["surety"] == "undated").all():
        return f"{count(len(ahead), 'upcoming event')}, undated"
    on = ahead[~ahead["status"].isin(OFF)]
    row = records((ahead if on.empty else on).head(1))[0]
    held, name = held_of(row), bare_title(str(row["title"]))
    if held.status in OFF:
        return led_title(name, held)
    words = said(held)
    so_far = f" – {words[:1].lower()}{words[1:]}" if words else ""
    if row["surety"] == "undated":
        return f"Upcoming, undated: {name}{so_far}"
    if row["nearness"] == "past":
        several = ahead["article_id"].nunique() > 1
        start = "All upcoming dates have passed, the last" if several else "Upcoming then, now past"
    else:
        start = "Next" if row["surety"] == "sure" else "Upcoming"
    date_words = when_of(row)
    return f"{start}: {name}, {date_words}{so_far}"


def horizon(around: date | None) -> int | None:
    """Draw how far to look ahead, kept in the URL; None for all.

    Args:
        around: The day that it is counted from; nothing is drawn without one.
    """
    if around is None:
        return None
    chosen = st.segmented_control(
        "Coming up within",
        list(HORIZONS),
        required=True,
        format_func=lambda name: HORIZONS[name],
        label_visibility="collapsed",
        key=linked("ahead", HORIZONS, default=_EVERYTHING),
        help=f"Counted from {day(around.isoformat())}.",
    )
    return None if chosen in (None, _EVERYTHING) else int(chosen)


def coming_up(
    ahead: pd.DataFrame,
    looks: Outlook,
    around: date | None,
    days: int | None,
    others: Mapping[str, Sequence[Row]],
    *,
    key: str,
) -> None:
    """Draw a card for each event ahead: date, what, where, how the date is known, calendar.

    Args:
        ahead: Rows of `briefing.library.ahead.ahead`.
        looks: From which day they look.
        around: The day that `days` are counted from.
        days: How many days to look ahead; all, the undated too, when None.
        others: Events of other articles that date the same thing differently, by event.
        key: Unique on the page.
    """
    shown = ahead if days is None or around is None else within(ahead, around, days)
    rows = records(shown.head(CARDS + FOLDED))
    caption(looks.heading)
    _cards(rows[:CARDS], others, key, looks)
    _folded(rows[CARDS:], len(shown) - CARDS, others, "more event", "more events", key, looks)
    left = len(ahead) - len(shown)
    if left and around is not None:
        when_counted = f"within {days} days of {day(around.isoformat())}"
        start = f"{left} more" if rows else f"Nothing {when_counted}; {left} more"
        st.caption(f"{start} under “All” (later, possibly past, or undated).")
    caption(looks.counted)


def anniversaries_toggle() -> bool:
    """Draw whether to work out anniversaries too, kept in the URL."""
    return st.toggle(
        "Anniversaries",
        key="anniversaries",
        bind="query-params",
        help="Anniversaries of occasions named in the articles, and of past events with an "
        "exact date.",
    )


def anniversary_cards(rows: pd.DataFrame, days: int, *, key: str) -> None:
    """Draw the anniversaries under a heading of their own, never among what the articles say.

    Args:
        rows: Rows of `briefing.library.anniversaries.anniversaries`.
        days: How many days ahead they are looked for.
        key: Unique on the page.
    """
    st.markdown("**Anniversaries, calculated**")
    if rows.empty:
        st.caption(f"No anniversaries within {days} days.")
        return
    st.caption(f"Within {days} days; not mentioned in the articles. Round numbers first.")
    found, names = records(rows.head(CARDS + FOLDED)), ("more anniversary", "more anniversaries")
    _cards(found[:CARDS], {}, key, Outlook())
    _folded(found[CARDS:], len(rows) - CARDS, {}, *names, key, Outlook())


def _folded(
    more: Sequence[Row],
    total: int,
    others: Mapping[str, Sequence[Row]],
    one: str,
    many: str,
    key: str,
    looks: Outlook,
) -> None:
    """Draw the cards after the first, folded; of very many only those that come first."""
    if not more:
        return
    words, later = escape_markdown(count(total, one, many)), total > DRAWN_FOLDED
    box = st.expander(words, key=f"{key}-folded", on_change="rerun" if later else "ignore")
    if later and not box.open:
        return
    with box:
        _cards(more, others, f"{key}-more", looks)
        if total > FOLDED:
            st.caption(f"The first {FOLDED}; choose a shorter period, or see the list.")


def _cards(
    rows: Sequence[Row], others: Mapping[str, Sequence[Row]], key: str, looks: Outlook
) -> None:
    if not rows:
        return
    with st.grid(min(len(rows), 3), min_column_width=250):
        for number, row in enumerate(rows):
            with st.container(border=True, height="stretch", gap="xsmall", key=f"{key}-{number}"):
                held = held_of(row)
                st.html(card_html(row))
                caption(" · ".join(filter(None, (looks.row(row), note(held)))))
                with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
                    nearness_badge(row)
                    basis = EVENT_BASES[row["basis"]]
                    if cell_value(row["working"]):
                        working(
                            str(row["working"]),
                            of=str(row["title"]),
                            key=f"{key}-{number}-how",
                            label=working_label(row["basis"]),
                        )
                    else:
                        st.badge(basis.word, icon=basis.icon, color=basis.badge)
                    perhaps_badge(row)
                    standing_badges(held)
                    differing_dates(others.get(row["event_id"], ()), key=f"{key}-{number}")
                    review_mark(row)
                st.space("stretch")
                with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                    if in_calendar(row):
                        take_away(
                            "Add to calendar",
                            partial(to_calendar, [row], marking=page_marking()),
                            file_name=file_name(row),
                            mime="text/calendar",
                            icon=":material/calendar_add_on:",
                            key=f"{key}-{number}-ics",
                        )
                    open_in_article(row["event_id"], key=f"{key}-{number}-open")
                    check_link(row["event_id"], key=f"{key}-{number}", words=str(row["title"])[:80])


def card_html(row: Row) -> str:
    """Build date, title and place of an event, escaped; in grey where it is past by now."""
    date_words = when_of(row)
    date_words = date_words[:1].upper() + date_words[1:]
    if date_words == "No date":
        date_words = NEARNESS["undated"].word
    place = cell_value(row["place_country"])
    where = (
        f'<div style="font-size:.85rem">{escape_html(country_name(str(place)))}</div>'
        if place
        else ""
    )
    return grey_if_past(
        row,
        f'<div style="font-weight:650;font-size:1.15rem">{escape_html(date_words)}</div>'
        f"<div>{title_html(row['title'], held_of(row))}</div>{where}",
    )
