"""Other versions of an article: which there are, what changed, and which of them the pages show."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from briefing.access import Action
from briefing.library.queries.versions import Alike
from briefing.library.stories.differences import Change
from briefing.wording.versions import NEWEST_ONLY, SHOW_BOTH, WHAT_CHANGED, version_name
from briefing.wording.words import count
from components.cache import can, library
from components.escaping import escape_html, escape_markdown
from components.evidence import MARK, serif
from components.facts import ARTICLE_PAGE

Differences = Callable[[str, str], Sequence[Change]]
"""Finds what changed, by the ids of the older and of the newer version."""

_AT_ONCE = 40
"""Changed passages that are drawn; of more the first ones."""

_LOOKS = {
    "both": "{}",
    "older": "<del>{}</del>",
    "newer": f'<ins style="{MARK}">{{}}</ins>',
}


def other_versions(
    article_id: str, shown: bool, found: Sequence[Alike], differences: Differences
) -> None:
    """Draw the versions of an article; nothing where there is no other.

    Args:
        article_id: The article.
        shown: Whether the pages show it.
        found: The answer to `queries.alike` for it.
        differences: Finds what changed.
    """
    versions = [each for each in found if each.kind == "version"]
    if not versions:
        return
    newer = any(each.newer for each in versions)
    label = count(len(versions), "other version")
    with st.expander(
        f"{label}, one of them newer" if newer and len(versions) > 1 else _label(newer, label),
        icon=":material/history:",
        key=f"versions-{article_id}",
    ):
        for each in versions:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                which = "Newer" if each.newer else "Older"
                hidden = "" if each.shown else ", not shown on the pages"
                st.markdown(
                    escape_markdown(f"{which}: {each.title} ({version_name(each)}{hidden})"),
                    width="content",
                )
                st.page_link(
                    ARTICLE_PAGE,
                    label="Open",
                    icon=":material/article:",
                    query_params={"open": each.article_id},
                )
        _both_or_newest(article_id, shown, versions)
        chosen = versions[0]
        if len(versions) > 1:
            chosen = st.selectbox(
                "Compare with",
                versions,
                format_func=lambda each: f"{each.title} ({version_name(each)})",
                key=f"compare-{article_id}",
            )
        pair = (article_id, chosen.article_id) if chosen.newer else (chosen.article_id, article_id)
        draw_differences(differences(*pair))


def _label(newer: bool, label: str) -> str:
    return "A newer version is in the library" if newer else label


def _both_or_newest(article_id: str, shown: bool, versions: Sequence[Alike]) -> None:
    if not can(Action.SORT):
        return
    every = [*(each.article_id for each in versions), article_id]
    newest = versions[0].article_id if versions[0].newer else article_id
    if shown and all(each.shown for each in versions):
        st.button(
            NEWEST_ONLY,
            icon=":material/visibility_off:",
            key=f"newest-{article_id}",
            on_click=_show,
            args=([newest], [each for each in every if each != newest]),
        )
    else:
        st.button(
            SHOW_BOTH if len(every) == 2 else "Show all versions",
            icon=":material/visibility:",
            key=f"both-{article_id}",
            on_click=_show,
            args=(every, []),
        )


def _show(shown: list[str], hidden: list[str]) -> None:
    library().show_or_hide(shown, shown=True)
    if hidden:
        library().show_or_hide(hidden, shown=False)


def draw_differences(changes: Sequence[Change]) -> None:
    """Draw what changed between two versions, each passage with its own words marked."""
    if not changes:
        st.caption("The words are the same; spaces or paragraphs differ.")
        return
    st.caption(f"{WHAT_CHANGED}: words struck through were taken out, marked ones are new.")
    for change in changes[:_AT_ONCE]:
        st.html(serif(change_html(change)))
    if len(changes) > _AT_ONCE:
        st.caption(f"The first {_AT_ONCE} of {len(changes):,} changed passages.")


def change_html(change: Change) -> str:
    """Build a passage's escaped HTML: what was taken out struck through, what is new marked."""
    return "".join(_LOOKS[piece.kind].format(escape_html(piece.words)) for piece in change)
