"""One look for a fact wherever it appears: what it is, who, the words, standing, the way to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from briefing.reference.countries import country_name, flag
from briefing.tables import Row
from briefing.wording.conditions import condition_words
from briefing.wording.dates import day, when
from briefing.wording.signs import EVENT_BASES, QUADS, STANDINGS, TENSES
from briefing.wording.words import cell_value
from components.escaping import escape_html, escape_markdown
from components.evidence import evidence, spans
from components.working import working

ARTICLE_PAGE = "pages/article.py"


def relation_card(row: Row, key: str) -> None:
    """Draw a relation: from whom to whom, what, the sentence with the trigger, its standing.

    Args:
        row: A row of `queries.relations`.
        key: Unique on the page.
    """
    with st.container(border=True, key=f"relation-{key}", gap="small"):
        st.html(
            f"<b>{_country_html(row['source_name'], row['source'])}</b> "
            '<span aria-label="towards">→</span> '
            f"<b>{_country_html(row['target_name'], row['target'])}</b>"
        )
        evidence(
            row["sentence_text"],
            start=int(row["sentence_start"]),
            marks=spans((row["trigger_start"], row["trigger_end"])),
        )
        with _foot():
            quad, standing = QUADS[row["quad"]], STANDINGS[row["standing"]]
            st.badge(quad.word, icon=quad.icon, color=quad.badge)
            if row["standing"] != "asserted":
                st.badge(standing.word, icon=standing.icon, color="gray")
            _note(" · ".join(filter(None, (standing_note(row), article_day(row)))))
            open_in_article(row["relation_id"], key=key)


def event_card(row: Row, key: str, *, more: Callable[[], None] | None = None) -> None:
    """Draw an event: when, what, where, how its date is known, the sentence, the link.

    Args:
        row: A row of `queries.events`.
        key: Unique on the page.
        more: Draws further marks at its foot.
    """
    date = when(row["date"], row["precision"], row["earliest"], row["latest"])
    with st.container(border=True, key=f"event-{key}", gap="small"):
        st.html(
            f"<b>{escape_html(date)}</b> · {escape_html(row['title'])}"
            + (
                f" · {_country_html(None, row['place_country'])}"
                if cell_value(row["place_country"])
                else ""
            )
        )
        if cell_value(row.get("sentence_text")):
            evidence(row["sentence_text"])
        with _foot():
            tense, basis = TENSES[row["tense"]], EVENT_BASES[row["basis"]]
            st.badge(tense.word, icon=tense.icon, color=tense.badge)
            st.badge(basis.word, icon=basis.icon, color=basis.badge)
            if cell_value(row["working"]):
                working(row["working"], key=f"working-{key}")
            if more is not None:
                more()
            open_in_article(row["event_id"], key=key)


def open_in_article(
    fact_id: str, *, key: str, label: str = "In the article", brief: bool = False
) -> None:
    """Draw the link that opens the article at a fact's words.

    Args:
        fact_id: Id of any fact: a sentence, mention, quotation, date, event or relation.
        key: Unique on the page.
        label: The link's words.
        brief: Draw the icon alone, whose words show when the pointer rests on it.
    """
    icon = ":material/article:"
    with st.container(key=f"open-{key}", width="content"):
        st.page_link(
            ARTICLE_PAGE,
            label=icon if brief else label,
            icon=None if brief else icon,
            help=label if brief else None,
            query_params={"fact": fact_id},
        )


def who_html(name: object, role: object = None, country: object = None) -> str:
    """Build who a fact is about, escaped: name, role as written, country with its flag."""
    html = f"<b>{escape_html(cell_value(name) or 'Speaker not named')}</b>"
    if cell_value(role):
        html += f", {escape_html(role)}"
    if cell_value(country):
        html += f" · {_country_html(None, country)}"
    return html


def standing_note(row: Row) -> str:
    """Say who claims it, who denies it and on what condition: "" when the article says it."""
    parts = []
    if cell_value(row.get("attributed_to")):
        parts.append(f"claimed by {row.get('attributed_to_name') or row['attributed_to']}")
    if cell_value(row.get("denied_by")):
        parts.append(f"denied by {row.get('denied_by_name') or row['denied_by']}")
    if cell_value(row.get("condition")):
        parts.append(condition_words(str(row["condition"])))
    return " · ".join(parts)


def article_day(row: Row) -> str:
    """Say of what day a fact's article is: "article of 2 May 2024", "" when it is not known."""
    published = cell_value(row.get("published"))
    return f"article of {day(str(published))}" if published is not None else ""


def _country_html(name: object, country: object) -> str:
    text = cell_value(name) or country_name(str(country))
    ornament = flag(str(country)) if cell_value(country) else ""
    return f'{escape_html(text)} <span aria-hidden="true">{ornament}</span>'.rstrip()


def _foot() -> Any:
    return st.container(horizontal=True, gap="small", vertical_alignment="center")


def _note(text: str) -> None:
    if text:
        st.caption(escape_markdown(text), width="content")
