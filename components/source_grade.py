"""How reliable staff hold an outlet to be: the form that gives, changes and clears its grade."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from briefing.errors import BriefingError
from briefing.library.source_grades import Graded, grade_source
from briefing.wording.grades import GRADE, GRADE_HELP, GRADES, grade_words
from briefing.wording.reviews import by_words
from components.articles_table import table_key
from components.cache import library
from components.checking import reviewer
from components.escaping import escape_markdown


def grade_form(outlets: Sequence[str], given: Mapping[str, Graded], *, key: str) -> None:
    """Draw the choice of an outlet's grade, with the button that saves it.

    The field for the reviewer's name is the page's, which has it once.

    Args:
        outlets: The outlets' names, one at least; of several one is chosen first.
        given: The grades that outlets have, by their names.
        key: Unique on the page.
    """
    outlet = outlets[0]
    if len(outlets) > 1:
        outlet = st.selectbox(
            "Outlet",
            list(outlets),
            format_func=escape_markdown,
            key=f"{key}-{table_key(outlets, 'outlet')}",
        )
    held = given.get(outlet)
    now = held.grade if held is not None else ""
    choices = [*GRADES, ""]
    of = f"{key}-{table_key([outlet, now], 'grade')}"
    with st.form(f"{of}-form", border=False):
        chosen = st.selectbox(
            GRADE if len(outlets) > 1 else f"{GRADE}: {escape_markdown(outlet)}",
            choices,
            index=choices.index(now),
            format_func=grade_words,
            key=of,
            help=GRADE_HELP,
        )
        if held is not None:
            st.caption(escape_markdown(f"Graded {by_words(held.reviewer, held.at)}."))
        if not st.form_submit_button("Save grade", icon=":material/save:") or chosen == now:
            return
        try:
            grade_source(library(), outlet, chosen, reviewer())
        except BriefingError as error:
            st.error(escape_markdown(str(error)))
        else:
            st.rerun()
