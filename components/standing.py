"""How far a quotation goes: what it holds as denied or possible, and whether it is said at all.

That a speaker claims it needs no mark: every quotation does. What the speaker does with it, such
as denying or promising, is its act and has a badge of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from briefing.tables import Row, records
from briefing.wording.conditions import condition_words
from briefing.wording.signs import ACTS, QUOTE_KINDS, STANDINGS, Sign
from briefing.wording.speakers import joined
from briefing.wording.unsaid import unsaid_word
from briefing.wording.words import cell_value
from components.escaping import escape_markdown

PERHAPS_SAID = Sign("Possibly said", ":material/help:")

KINDS = {
    "direct": "Whole sentences between the article's own quotation marks.",
    "mixed": "Some words are between the article's quotation marks; the rest are the reporter's.",
    "indirect": "The reporter's words for what was said; never shown in quotation marks.",
    "unsettled": "The article's quotation marks do not close. Not counted as checked.",
}
"""What the kinds of quotations mean, for the key."""

MEANINGS = {
    "conditional": "Holds only under a condition that the sentence names.",
    "possible": "“may”, “might”: possible.",
    "expected": "“will”, “is expected to”: still to come.",
    "denied": "Somebody denies it; the mark says who.",
    "disputed": "Claimed by one side and contested by another.",
    "negated": "The words say that it is untrue or did not happen.",
}
"""What the standings inside quotations mean, for the key."""


def by_quote(within: pd.DataFrame) -> dict[str, list[Row]]:
    """Sort rows of `queries.standings_within` by quotation."""
    found: dict[str, list[Row]] = {}
    for row in records(within):
        found.setdefault(str(row["quote_id"]), []).append(row)
    return found


def standing_words(row: Row, within: Sequence[Row], text: str) -> list[tuple[Sign, str]]:
    """Return the marks of a quotation: sign with its words, and what they are said of.

    A denial by the speaker who denies is the act of the quotation and is not said twice.

    Args:
        row: A row of `queries.quotes`.
        within: The quotation's rows of `queries.standings_within`.
        text: The article's text.
    """
    found: dict[str, tuple[Sign, list[str]]] = {}
    for held in within:
        deniers = str(cell_value(held["denied_by"]) or "").split("; ")
        if row["act"] == "denies" and row["speaker_id"] in deniers:
            continue
        standing = STANDINGS[held["standing"]]
        word = standing.word
        if cell_value(held["denied_by_name"]):
            word += f" by {joined(held['denied_by_name'])}"
        _, of = found.setdefault(word, (Sign(word, standing.icon), []))
        condition = (
            f", {condition_words(held['condition'])}" if cell_value(held["condition"]) else ""
        )
        of.append(f"{held['source_name']} → {held['target_name']}: “{held['trigger']}”{condition}")
    marks = [(sign, "; ".join(dict.fromkeys(of))) for sign, of in found.values()]
    cue = cell_value(row["cue_start"])
    word_open = unsaid_word(text, int(cue)) if cue is not None else None
    if word_open:
        said = Sign(f"{PERHAPS_SAID.word} (“{word_open}”)", PERHAPS_SAID.icon)
        marks.append((said, "The sentence leaves open whether this was or will be said."))
    return marks


def standing_badges(row: Row, within: Sequence[Row], text: str) -> None:
    """Draw the marks of a quotation; the arguments are those of `standing_words`."""
    for sign, of in standing_words(row, within, text):
        st.badge(
            escape_markdown(sign.word), icon=sign.icon, color=sign.badge, help=escape_markdown(of)
        )


def quotation_key() -> None:
    """Draw the key of all marks on quotations, folded."""
    with st.popover("What the marks mean", icon=":material/key:", type="tertiary", key="marks-key"):
        for name, meaning in KINDS.items():
            _line(QUOTE_KINDS[name], meaning)
        st.caption("What the speaker does with the words, where it is more than saying them:")
        with st.container(horizontal=True, gap="xsmall"):
            for name, act in ACTS.items():
                if name != "says":
                    st.badge(act.word, icon=act.icon, color=act.badge)
        st.caption(
            "Every quotation is its speaker's claim. Where the words hold less than that, or "
            "somebody denies them, they are marked:"
        )
        for name, meaning in MEANINGS.items():
            _line(Sign(STANDINGS[name].word, STANDINGS[name].icon), meaning)
        _line(PERHAPS_SAID, "The sentence leaves open whether it was or will be said.")


def _line(sign: Sign, meaning: str) -> None:
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        st.badge(sign.word, icon=sign.icon, color=sign.badge)
        st.caption(meaning, width="content")
