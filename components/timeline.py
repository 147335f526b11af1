"""The Timeline page: what is next, the chart, and the list in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from briefing.export.calendar import file_name, has_days, to_calendar
from briefing.reference.countries import country_name, flag
from components.charts.timebars import Own, bars
from components.charts.timeline import brushed, build_timeline, scale_of
from components.charts.timescale import as_day
from components.dates import day, published, when
from components.facts import event_card, open_in_article
from components.filters import FROM, TO
from components.screen import screen
from components.style import EVENT_BASES, is_dark
from components.words import count, escaped, known, plain
from components.working import working

CARDS = 3
"""Most cards of what is coming up before the others fold."""


A_PAGE = 40
"""Events on one page of the list."""

MARKS = {
    "stated": "Worked out",
    "computed": "Worked out",
    "reference": "From the reference calendar",
    "inferred": "Inferred",
    "unknown": "Worked out",
}
"""The words of the mark that opens the working, short enough for a card."""


@dataclass(frozen=True, slots=True)
class Group:
    """Events under one heading, in order; `own` marks where the articles' own date stands."""

    heading: str
    rows: tuple[Mapping[str, Any], ...]
    own: bool = False


def finding(events: pd.DataFrame, own: Sequence[Own] = ()) -> str:
    """Say what is next: "Next: summit in Vienna, 4–6 May 2031".

    Args:
        events: Rows of `queries.events`.
        own: The articles' own dates; what surely lies after them comes first.
    """
    ahead = events[events["tense"] == "upcoming"]
    dated = surely_first(ahead[ahead["earliest"].notna() | ahead["latest"].notna()], own)
    if not dated.empty:
        row = dated.iloc[0]
        date_words = when(row["date"], row["precision"], row["earliest"], row["latest"])
        return f"Next: {' '.join(str(row['title']).split())}, {date_words}"
    if not ahead.empty:
        return f"{count(len(ahead), 'event')} ahead, without a date"
    if events.empty:
        return "No event"
    return f"Nothing ahead: {count(len(events), 'event')} of the past or going on"


def surely_first(ahead: pd.DataFrame, own: Sequence[Own]) -> pd.DataFrame:
    """Order what is ahead: dates after the articles' own first, then others, then none."""
    bound = max((article.middle for article in own if article.middle), default=None)

    def rank(row: Mapping[str, Any]) -> int:
        first = as_day(row["earliest"]) or as_day(row["latest"])
        if first is None:
            return 2
        return 1 if bound is not None and first <= bound else 0

    ranks = [rank(row) for row in ahead.to_dict("records")]
    order = sorted(range(len(ranks)), key=lambda position: ranks[position])
    return ahead.iloc[order]


def own_dates(articles: pd.DataFrame) -> list[Own]:
    """Return the own dates of articles that have one, each once.

    Args:
        articles: Rows of `queries.articles`.
    """
    found: dict[tuple[date | None, date | None], Own] = {}
    for row in articles.to_dict("records"):
        stated = as_day(row["published"]) if known(row["published"]) else None
        first = stated or as_day(row["published_earliest"])
        last = stated or as_day(row["published_latest"])
        if first is None and last is None:
            continue
        words = (
            day(str(row["published"]))
            if stated
            else "written "
            + published(
                None, row["published_basis"], row["published_earliest"], row["published_latest"]
            ).removeprefix("published ")
        )
        found.setdefault(
            (first, last), Own(first, last, f"Article: {words}" if stated else f"Article {words}")
        )
    return list(found.values())


def coming_up(events: pd.DataFrame, *, key: str) -> None:
    """Draw a card for each event ahead: date, what, where, how the date is known, calendar.

    Args:
        events: Rows of `queries.events`, upcoming ones, in the order of the cards.
        key: Unique on the page.
    """
    rows = events.to_dict("records")
    _cards(rows[:CARDS], key)
    if len(rows) > CARDS:
        with st.expander(plain(f"{count(len(rows) - CARDS, 'more event', 'more events')} ahead")):
            _cards(rows[CARDS:], f"{key}-more")


def _cards(rows: Sequence[dict[str, Any]], key: str) -> None:
    with st.grid(max(min(len(rows), 3), 1), min_column_width=250):
        for number, row in enumerate(rows):
            with st.container(border=True, height="stretch", gap="xsmall", key=f"{key}-{number}"):
                st.html(card_html(row))
                with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
                    basis = EVENT_BASES[row["basis"]]
                    if known(row["working"]):
                        working(
                            str(row["working"]),
                            key=f"{key}-{number}-how",
                            label=MARKS[row["basis"]],
                        )
                    else:
                        st.badge(basis.word, icon=basis.icon, color=basis.badge)
                st.space("stretch")
                with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                    if has_days(row):
                        st.download_button(
                            "Add to calendar",
                            data=lambda row=row: to_calendar([row]),
                            file_name=file_name(row),
                            mime="text/calendar",
                            icon=":material/calendar_add_on:",
                            type="tertiary",
                            key=f"{key}-{number}-ics",
                            on_click="ignore",
                        )
                    open_in_article(row["event_id"], key=f"{key}-{number}-open")


def card_html(row: Mapping[str, Any]) -> str:
    """Build date, title and place of an event, escaped."""
    date_words = when(row["date"], row["precision"], row["earliest"], row["latest"])
    date_words = date_words[:1].upper() + date_words[1:]
    if date_words == "No date":
        date_words = "Date not given"
    place = known(row["place_country"])
    where = (
        f'<div style="font-size:.85rem;opacity:.8">{escaped(country_name(str(place)))} '
        f'<span aria-hidden="true">{flag(str(place))}</span></div>'
        if place
        else ""
    )
    return (
        f'<div style="font-weight:650;font-size:1.15rem">{escaped(date_words)}</div>'
        f"<div>{escaped(' '.join(str(row['title']).split()))}</div>{where}"
    )


def timeline_chart(
    events: pd.DataFrame, own: Sequence[Own], *, lanes: str, brush: bool, key: str
) -> tuple[str | None, tuple[date, date] | None]:
    """Show the chart.

    Args:
        events: Rows of `queries.events`; at least one with a date.
        own: The articles' own dates.
        lanes: "country" or "kind".
        brush: Whether dragging chooses a period.
        key: Unique on the page.

    Returns:
        The id of the event that was clicked, and the period that was dragged over.
    """
    on = screen()
    figure = build_timeline(
        events,
        own,
        lanes="kind" if lanes == "kind" else "country",
        width=on.wide(1.0),
        dark=is_dark(),
        touch=on.touch,
        brush=brush,
    )
    event = st.plotly_chart(
        figure,
        key=key,
        on_select="rerun",
        selection_mode="box" if brush else "points",
        config={"displayModeBar": False, "doubleClick": False},
        alt="Timeline: " + finding(events, own) + "; the same events are in the list below",
    )
    points = ((event or {}).get("selection") or {}).get("points") or []
    chosen = next((point["customdata"] for point in points if point.get("customdata")), None)
    period = brushed(event, scale_of(bars(events), own))
    if isinstance(chosen, list):
        chosen = chosen[0] if chosen else None
    return (None if period else chosen), period


def set_period(first: date, last: date) -> None:
    """Narrow every page to a period; for `on_click`."""
    st.session_state[FROM] = max(first, date(1800, 1, 1))
    st.session_state[TO] = last


def groups(events: pd.DataFrame, own: Sequence[Own]) -> list[Group]:
    """Order events for reading: by year, by month near the article, undated ones between.

    Undated events of the past stand before the articles' own date, those ahead after it, each in
    the order of the text.
    """
    middle = max((o.middle for o in own if o.middle), default=None)
    dated: dict[tuple[int, int], list[Mapping[str, Any]]] = {}
    undated: dict[str, list[Mapping[str, Any]]] = {"past": [], "ongoing": [], "upcoming": []}
    for row in events.to_dict("records"):
        at = as_day(row["earliest"]) or as_day(row["latest"])
        if at is None:
            undated[row["tense"]].append(row)
            continue
        by_month = middle is not None and abs(at.year - middle.year) <= 1
        fine = by_month and row["precision"] not in ("year", "decade")
        dated.setdefault((at.year, at.month if fine else 0), []).append(row)
    before: list[Group] = []
    after: list[Group] = []
    for (year, month), rows in sorted(dated.items()):
        heading = f"{date(year, month, 1):%B %Y}" if month else str(year)
        early = [row for row in rows if middle is None or not _ahead(row)]
        late = [row for row in rows if row not in early]
        before += [Group(heading, tuple(early))] if early else []
        after += [Group(heading, tuple(late))] if late else []
    words = {
        "past": "Past, no date in the article",
        "ongoing": "Going on, no date in the article",
        "upcoming": "Ahead, no date in the article",
    }
    for tense in ("past", "ongoing"):
        if undated[tense]:
            before.append(Group(words[tense], tuple(undated[tense])))
    if undated["upcoming"]:
        after.append(Group(words["upcoming"], tuple(undated["upcoming"])))
    marks = [Group(article.words, (), own=True) for article in own]
    return [*before, *marks, *after]


def page_of(found: Sequence[Group], page: int, size: int = A_PAGE) -> list[Group]:
    """Return the groups of one page of the list; a group that is longer goes on on the next."""
    first, last = (page - 1) * size, page * size
    shown, position = [], 0
    for group in found:
        rows = group.rows[max(0, first - position) : max(0, last - position)]
        here = first < position <= last or position == first == 0
        if rows or (group.own and here):
            shown.append(Group(group.heading, rows, group.own))
        position += len(group.rows)
    return shown


def _ahead(row: Mapping[str, Any]) -> bool:
    return row["tense"] == "upcoming"


def event_list(found: Iterable[Group], evidence: Sequence[str], *, key: str) -> None:
    """Draw the list in order, with the articles' own date between past and future.

    Args:
        found: The groups.
        evidence: Why the date of the only article was inferred; empty when it was not.
        key: Unique on the page.
    """
    for number, group in enumerate(found):
        if group.own:
            with st.container(
                horizontal=True, vertical_alignment="center", key=f"{key}-own-{number}"
            ):
                st.markdown(f":material/article: **{plain(group.heading)}**", width="content")
                if evidence:
                    working("\n".join(evidence), key=f"{key}-why-{number}", label="Worked out")
            continue
        st.markdown(f"**{plain(group.heading)}**")
        for row in group.rows:
            event_card(row, key=f"{key}-{row['event_id']}")


def as_table(events: pd.DataFrame) -> pd.DataFrame:
    """Return events in words, for the table and its file."""
    records = events.to_dict("records")
    return (
        pd.DataFrame(
            {
                "Date": [
                    when(r["date"], r["precision"], r["earliest"], r["latest"]) for r in records
                ],
                "Event": events["title"],
                "Kind": events["kind"],
                "When": events["tense"],
                "How the date is known": [EVENT_BASES[basis].word for basis in events["basis"]],
                "Working": events["working"],
                "Place": [country_name(c) if known(c) else None for c in events["place_country"]],
                "Countries": [
                    ", ".join(country_name(c) for c in codes) for codes in events["countries"]
                ],
                "Sentence": events["sentence_text"],
                "Article": events["title_article"],
                "Earliest": events["earliest"],
                "Latest": events["latest"],
                "Date (EDTF)": events["date"],
                "Id": events["event_id"],
            }
        )
        .reset_index(drop=True)
        .fillna("")
    )
