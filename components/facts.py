"""One look for a fact wherever it appears: what it is, who, the words, standing, the way to it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

import streamlit as st

from briefing.reference.countries import country_name
from briefing.tables import Row
from briefing.wording.columns import IN_ARTICLE
from briefing.wording.dates import day, when_of
from briefing.wording.signs import EVENT_BASES, NEARNESS, QUADS, TENSES
from briefing.wording.speakers import NOT_NAMED
from briefing.wording.standing import held_of, note
from briefing.wording.words import cell_value
from components.browser_side import name_evidence_link
from components.certainty import certainty_badge
from components.escaping import escape_html, escape_markdown
from components.evidence import evidence, spans
from components.held import standing_badges, title_html
from components.one_account import one_account_badge
from components.review_mark import check_link, review_mark
from components.working import working

ARTICLE_PAGE = "pages/article.py"


def relation_card(row: Row, key: str, *, single: Collection[str] = (), links: bool = True) -> None:
    """Draw a relation: from whom to whom, what, the sentence with the trigger, its standing.

    Args:
        row: A row of `queries.relations`.
        key: Unique on the page.
        single: The facts that one of several accounts alone tells.
        links: Whether to lead to the article and to checking; not for what the library has not.
    """
    with st.container(border=True, key=f"relation-{key}", gap="small"):
        st.html(
            f"<b>{_country_html(row['source_name'], row['source'])}</b> "
            '<span role="img" aria-label="to">→</span> '
            f"<b>{_country_html(row['target_name'], row['target'])}</b>"
        )
        evidence(
            row["sentence_text"],
            start=int(row["sentence_start"]),
            marks=spans((row["trigger_start"], row["trigger_end"])),
        )
        with _foot():
            quad, held = QUADS[row["quad"]], held_of(row)
            st.badge(quad.word, icon=quad.icon, color=quad.badge)
            standing_badges(held)
            certainty_badge(row)
            caption(" · ".join(filter(None, (note(held), article_day(row)))))
            one_account_badge(str(row["relation_id"]), single)
            review_mark(row)
            if links:
                open_in_article(row["relation_id"], key=key)
                check_link(row["relation_id"], key=key, words=str(row["sentence_text"])[:80])


def event_card(
    row: Row, key: str, *, more: Callable[[], None] | None = None, links: bool = True
) -> None:
    """Draw an event: when, what, where, how it stands and its date is known, sentence, link.

    Args:
        row: A row of `queries.events`; one with a `nearness` says too whether it is now past.
        key: Unique on the page.
        more: Draws further marks at its foot.
        links: As with `relation_card`.
    """
    date = when_of(row)
    held = held_of(row)
    with st.container(border=True, key=f"event-{key}", gap="small"):
        st.html(
            f"<b>{escape_html(date)}</b> · {title_html(row['title'], held)}"
            + (
                f" · {_country_html(None, row['place_country'])}"
                if cell_value(row["place_country"])
                else ""
            )
        )
        if cell_value(row.get("sentence_text")):
            evidence(row["sentence_text"])
        with _foot():
            over = row.get("nearness") == "past"
            tense = NEARNESS["past"] if over else TENSES[row["tense"]]
            basis = EVENT_BASES[row["basis"]]
            if row["tense"] != "upcoming" or not held.not_so:
                st.badge(tense.word, icon=tense.icon, color=tense.badge)
            st.badge(basis.word, icon=basis.icon, color=basis.badge)
            if cell_value(row["working"]):
                working(row["working"], of=str(row["title"]), key=f"working-{key}")
            standing_badges(held)
            certainty_badge(row)
            caption(note(held))
            if more is not None:
                more()
            review_mark(row)
            if links:
                open_in_article(row["event_id"], key=key)
                check_link(row["event_id"], key=key, words=str(row["title"])[:80])


def open_in_article(
    fact_id: str, *, key: str, label: str = IN_ARTICLE, brief: bool = False
) -> None:
    """Draw the link that opens the article at a fact's words.

    Args:
        fact_id: Id of any fact: a sentence, mention, quotation, date, event or relation.
        key: Unique on the page.
        label: The link's words.
        brief: Draw the icon alone, whose words show when the pointer rests on it.
    """
    icon = ":material/article:"
    name_evidence_link(f"open-{key}", fact_id)
    with st.container(key=f"open-{key}", width="content"):
        st.page_link(
            ARTICLE_PAGE,
            label=icon if brief else label,
            icon=None if brief else icon,
            help=label if brief else None,
            query_params={"fact": fact_id},
        )


def who_html(name: object, role: object = None, country: object = None) -> str:
    """Build who a fact is about, escaped: name, role as written, country."""
    html = f"<b>{escape_html(cell_value(name) or NOT_NAMED)}</b>"
    if cell_value(role):
        html += f", {escape_html(role)}"
    if cell_value(country):
        html += f" · {_country_html(None, country)}"
    return html


def article_day(row: Row) -> str:
    """Say of what day a fact's article is: "article of 2 May 2024", "" when it is not known."""
    published = cell_value(row.get("published"))
    return f"article of {day(str(published))}" if published is not None else ""


def _country_html(name: object, country: object) -> str:
    return escape_html(cell_value(name) or country_name(str(country)))


def _foot() -> Any:
    return st.container(horizontal=True, gap="small", vertical_alignment="center")


def caption(text: str) -> None:
    """Draw what stands beside badges; nothing for ""."""
    if text:
        st.caption(escape_markdown(text), width="content")
