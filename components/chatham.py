"""The Chatham House Rule: putting a speaker under it, and lifting it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from briefing.errors import BriefingError
from briefing.library.chatham.deciding import (
    Preview,
    Standing,
    lift_rule,
    put_under_rule,
)
from briefing.wording.controls import EVERYWHERE
from briefing.wording.reviews import by_words
from briefing.wording.words import count, shorten
from components.cache import library
from components.checking import reviewer
from components.escaping import escape_markdown

_EVERYWHERE, _SOME = "everywhere", "some"
_WHERE = {
    _EVERYWHERE: EVERYWHERE,
    _SOME: "Only in some articles",
}
_MOST = 12


Asked = Callable[[tuple[str, ...] | None, tuple[str, ...]], Preview]
"""What would be taken out: in these articles, or in all where there are none; with these words."""


def rule_form(
    entity_id: str,
    article_ids: Sequence[str],
    titles: Mapping[str, str],
    asked: Asked,
    leave: Callable[[], None],
) -> None:
    """Draw the fields by which a person is put under the rule, and what would be taken out.

    Args:
        entity_id: The person.
        article_ids: The articles that name them.
        titles: The titles of these, by id.
        asked: Says what would be taken out.
        leave: Called once it is done: what is open carries the name.
    """
    st.caption(
        "What is said may be used, who said it may not be known: for everybody, in every page, "
        "search and file, the speaker is “a participant”. The original files of the articles are "
        "not handed over while it holds. It can be lifted."
    )
    where: str = st.radio("Where", list(_WHERE), format_func=_WHERE.get, key=f"rule-{entity_id}")
    chosen: list[str] | None = None
    if where == _SOME:
        chosen = st.multiselect(
            "Which articles",
            list(article_ids),
            default=list(article_ids) if len(article_ids) == 1 else None,
            format_func=lambda key: titles.get(key, key),
            key=f"rule-articles-{entity_id}",
        )
    words = st.text_area(
        "Other words that would tell who it is, one a line",
        key=f"rule-also-{entity_id}",
        height=80,
        help="Such as “the trade minister” or the name of a firm. Names, offices beside the name, "
        "and pronouns that stand for it go by themselves.",
    )
    also = [line.strip() for line in words.splitlines() if line.strip()]
    try:
        if chosen is None or chosen:
            _shown(asked(None if chosen is None else tuple(chosen), tuple(also)))
        ready = bool(reviewer()) and (chosen is None or bool(chosen))
        if st.button(
            "Put under the rule",
            icon=":material/visibility_off:",
            key=f"rule-put-{entity_id}",
            disabled=not ready,
        ):
            with st.spinner("Reading the articles without the name…"):
                put_under_rule(library(), entity_id, reviewer(), article_ids=chosen, also=also)
            leave()
            st.rerun()
    except BriefingError as error:
        st.error(escape_markdown(str(error)))


def rules_list(rules: Sequence[Standing], *, key: str) -> None:
    """Draw the rules that hold, each with the button that lifts it; nobody is named.

    Args:
        rules: The answer to `standing_rules`.
        key: Unique on the page.
    """
    for rule in rules:
        where = "in the whole library" if rule.everywhere else "in some articles"
        with st.container(
            horizontal=True, vertical_alignment="center", key=f"{key}-{rule.rule_id}"
        ):
            st.markdown(
                escape_markdown(
                    f"A speaker is “a participant” {where} ({count(rule.articles, 'article')}): "
                    f"decided {by_words(rule.reviewer, rule.at)}"
                ),
                width="stretch",
            )
            if st.button(
                "Lift the rule",
                icon=":material/visibility:",
                key=f"{key}-lift-{rule.rule_id}",
                disabled=not reviewer(),
                help="The name is back everywhere, for everybody. Give your name first."
                if not reviewer()
                else "The name is back everywhere, for everybody.",
            ):
                try:
                    with st.spinner("Putting the articles back…"):
                        lift_rule(library(), rule.rule_id, reviewer())
                except BriefingError as error:
                    st.error(escape_markdown(str(error)))
                else:
                    st.rerun()


def _shown(found: Preview) -> None:
    """Draw what would be taken out."""
    listed = [f"“{shorten(words, 60)}”" for words, _ in found.words[:_MOST]]
    more = f" and {len(found.words) - _MOST:,} more" if len(found.words) > _MOST else ""
    st.markdown(
        escape_markdown(
            f"In {count(found.articles, 'article')} these words would be “a participant”: "
            f"{', '.join(listed)}{more}."
            if listed
            else "No words of articles would change."
        )
    )
    if found.elsewhere:
        st.caption(
            escape_markdown(
                f"{count(found.elsewhere, 'other article')} would still name the speaker."
            )
        )
