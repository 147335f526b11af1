"""What can be done with ticked articles: open, show, tag, mark, correct, grade, remove."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from briefing.access import Action
from briefing.errors import BriefingError
from briefing.library.reviews.reading import Reading
from briefing.library.source_grades import Graded
from briefing.tables import Row, records
from briefing.wording.controls import SHOW_ALL
from briefing.wording.words import cell_value
from components.adding import BRIEFING_PAGE, REPORT
from components.article_marking import marking_form
from components.articles_table import table_key
from components.cache import can, library
from components.checking import correct_form, name_field, undo_here
from components.escaping import escape_markdown
from components.fact_fields import names_of
from components.facts import ARTICLE_PAGE
from components.handed_over import about_each
from components.published_date import published_date
from components.removed_list import offer_undo
from components.source_grade import grade_form

_TOGETHER = 12
"""So many articles can be opened as one briefing; more would be a filter that nobody can read."""


_TICK = "Tick articles to open, tag, mark, correct, hide or remove them."
_TICK_TO_SORT = "Tick articles to open, tag, mark, correct or hide them."


@dataclass(frozen=True, slots=True)
class One:
    """The only article that is ticked.

    Attributes:
        row: Its row of table `articles`.
        reading: Its details as they were read, and as they stand.
        evidence: What its date was inferred from.
        grades: The grade of its outlet, by the outlet's name.
    """

    row: Row
    reading: Reading
    evidence: Sequence[str]
    grades: Mapping[str, Graded]


def article_actions(
    articles: pd.DataFrame, ticked: Sequence[str], tags: Mapping[str, int], one: One | None
) -> None:
    """Draw what can be done with the articles that are ticked.

    Args:
        articles: Rows of `queries.articles`, all of them.
        ticked: The ids of those that are ticked.
        tags: Every tag with how many articles have it.
        one: The article, where it is only one.
    """
    sorting, removing = can(Action.SORT), can(Action.REMOVE)
    rows = [row for row in records(articles) if row["article_id"] in set(ticked)]
    with st.container(
        horizontal=True, vertical_alignment="center", key="article-actions", gap="small"
    ):
        if not rows:
            if sorting:
                st.caption(_TICK if removing else _TICK_TO_SORT)
            _show_all(articles, sorting)
            return
        st.markdown(f"**{len(rows):,} ticked**", width="content")
        _open(rows)
        if not sorting:
            return
        _show_or_hide(rows)
        _tags(rows, tags)
        with st.popover("Marking", icon=":material/shield:", key="marking"):
            marking_form([row["marking"] for row in rows], [row["article_id"] for row in rows])
        if one is not None:
            _details(one)
            published_date(one.row["article_id"], one.row, one.evidence)
        if removing:
            st.button(
                "Remove",
                icon=":material/delete:",
                key="remove",
                on_click=_remove,
                args=([row["article_id"] for row in rows],),
            )


def _show_all(articles: pd.DataFrame, sorting: bool) -> None:
    if not articles["shown"].all():
        st.button(
            SHOW_ALL,
            icon=":material/visibility:",
            key="show-all",
            disabled=not sorting,
            on_click=library().show,
            args=(list(articles["article_id"]),),
        )


def _open(rows: Sequence[Row]) -> None:
    if len(rows) <= _TOGETHER:
        st.page_link(
            BRIEFING_PAGE,
            label="Open the briefing",
            icon=":material/summarize:",
            query_params=about_each([row["article_id"] for row in rows]),
        )
    if len(rows) == 1:
        st.page_link(
            ARTICLE_PAGE,
            label="Open the text",
            icon=":material/article:",
            query_params={"open": rows[0]["article_id"]},
        )


def _show_or_hide(rows: Sequence[Row]) -> None:
    hidden = [row["article_id"] for row in rows if not row["shown"]]
    shown = [row["article_id"] for row in rows if row["shown"]]
    if hidden:
        st.button(
            "Show",
            help="The pages show them again",
            icon=":material/visibility:",
            key="show",
            on_click=_show,
            args=(hidden, True),
        )
    if shown:
        st.button(
            "Hide",
            help="They stay in the library; the pages leave them out",
            icon=":material/visibility_off:",
            key="hide",
            on_click=_show,
            args=(shown, False),
        )


def _show(article_ids: list[str], shown: bool) -> None:
    library().show_or_hide(article_ids, shown=shown)


def _tags(rows: Sequence[Row], tags: Mapping[str, int]) -> None:
    ids = [row["article_id"] for row in rows]
    of_all = [tag for tag in tags if all(tag in row["tags"] for row in rows)]
    of_some = [tag for tag in tags if any(tag in row["tags"] for row in rows) and tag not in of_all]
    with (
        st.popover("Tags", icon=":material/sell:", key="tags"),
        st.form(table_key(ids, "tag"), border=False),
    ):
        chosen = st.multiselect(
            "Tags of this article" if len(rows) == 1 else "Tags that each of them has",
            list(tags),
            default=of_all,
            key=table_key([*ids, *of_all], "tags-of"),
            accept_new_options=True,
            placeholder="Choose, or type a new one",
        )
        if of_some:
            st.caption(escape_markdown(f"Some of them also have: {', '.join(of_some)}."))
        if st.form_submit_button("Save tags", icon=":material/save:"):
            try:
                library().change_tags(
                    ids,
                    add=[tag for tag in chosen if tag not in of_all],
                    drop=[tag for tag in of_all if tag not in chosen],
                )
            except BriefingError as error:
                st.error(escape_markdown(str(error)))
            else:
                st.rerun()


def _details(one: One) -> None:
    """Draw the form of title, outlet, author and address, and that of the outlet's grade.

    Each is kept as a person's decision.
    """
    article_id = one.row["article_id"]
    with st.popover("Details", icon=":material/edit:", key="details"):
        name_field()
        correct_form(one.reading, names_of({}, {}, {}, {}), article_id)
        if one.reading.held is not None:
            st.button(
                "Undo the last correction",
                icon=":material/undo:",
                key="undo-details",
                on_click=undo_here,
                args=(article_id,),
            )
        if outlet := cell_value(one.row["source"]):
            st.divider()
            grade_form([str(outlet)], one.grades, key="details-grade")


def _remove(article_ids: list[str]) -> None:
    for article_id in article_ids:
        library().remove(article_id)
    st.session_state.pop(REPORT, None)  # it may offer to open what is gone
    offer_undo(article_ids)
