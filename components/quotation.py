"""One quotation to read, to check and to cite: the words, what they are, who, and the way back."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from briefing.reference.countries import country_name
from briefing.tables import Row
from briefing.wording.signs import ACTS
from briefing.wording.sources import Source
from briefing.wording.speakers import circumstances, is_traced, joint_speakers, speaker_name
from briefing.wording.verbatim import Piece, citation, markup, pieces
from briefing.wording.words import cell_value, shorten
from components.escaping import escape_markdown
from components.evidence import evidence, marked_html, serif, spans
from components.facts import open_in_article, who_html
from components.review_mark import check_link, review_mark
from components.standing import standing_badges
from components.three_marks import three_marks

_UNDERSTOOD = 4
"""So many words and a paraphrase can be understood without its sentence."""

WHY = {
    "pronoun": "a pronoun, traced to a name.",
    "description": "a description, traced to the person or body that it describes.",
    "short-name": "part of a name. The article gives the whole name elsewhere.",
    "government": "a government. It speaks for its country.",
    "capital": "a capital. It stands for its country's government.",
    "demonym": "the name of a people. It stands for their country.",
}
"""How a speaker as written was read, by form of mention."""


def quotation(
    row: Row,
    *,
    text: str,
    source: Source,
    key: str,
    within: Sequence[Row] = (),
    who: bool = True,
    size: str = "1.05rem",
    dated: bool = False,
    links: bool = True,
) -> None:
    """Draw a quotation with its badges, its link and its citation.

    Args:
        row: A row of `queries.quotes`.
        text: The article's text, which decides what may stand in marks.
        source: Where it was published.
        key: Unique on the page.
        within: The quotation's rows of `queries.standings_within`.
        who: Whether to name the speaker; not needed under a speaker's heading.
        size: Of the words, as CSS has it.
        dated: Whether to name the outlet and the date.
        links: Whether to lead to the article and to checking; not for what the library has not.
    """
    parts = pieces(row["fragments"], text)
    with st.container(key=f"said-{key}", gap="xsmall"):
        if who:
            st.html(speaker_html(row))
        st.html(serif(words_html(row, parts, text), size=size))
        note = " · ".join(filter(None, (circumstances(row), source.line if dated else "")))
        if note:
            st.caption(escape_markdown(note))
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            act = ACTS[row["act"]]
            three_marks(row)
            if row["act"] != "says":
                st.badge(act.word, icon=act.icon, color=act.badge)
            standing_badges(row, within, text)
            if is_traced(row):
                _why(row, key)
            review_mark(row)
            if links:
                open_in_article(row["quote_id"], key=key)
                check_link(row["quote_id"], key=key, words=shorten(str(row["text"]), 80))
            with st.popover(
                "Cite", icon=":material/content_copy:", type="tertiary", key=f"c-{key}"
            ):
                st.caption("Copy with the button at the right of the text.")
                st.code(cite(row, text, source), language=None, wrap_lines=True)


def words_html(row: Row, parts: list[Piece], text: str) -> str:
    """Build the words, escaped; a paraphrase of a few words is marked in its sentence."""
    few = sum(len(piece.text.split()) for piece in parts) < _UNDERSTOOD
    sentence = _string(row["sentence_text"])
    if any(piece.verbatim for piece in parts) or not few or not sentence:
        return markup(parts)
    start = text.rfind(sentence, 0, int(row["start"]) + len(sentence))
    return marked_html(sentence, start=start, marks=[(int(row["start"]), int(row["end"]))])


def cite(row: Row, text: str, source: Source) -> str:
    """Write the citation of a row of `queries.quotes`."""
    return citation(
        pieces(row["fragments"], text),
        speaker=speaker_name(row),
        role=None if joint_speakers(row) else _string(row["speaker_role"]),
        verb=ACTS[row["act"]].word.lower(),
        kind=str(row["kind"]),
        source=source,
    )


def speaker_html(row: Row) -> str:
    """Build who speaks, escaped: name, role as written, country; of several only the names."""
    if joint_speakers(row):
        return who_html(speaker_name(row))
    return named_html(speaker_name(row), row["speaker_role"], row["speaker_country"])


def named_html(name: str, role: object, country: object) -> str:
    """Build a heading of a speaker, escaped; a country that speaks is named once."""
    itself = cell_value(country) and country_name(str(country)) == name
    return who_html(name, role, None if itself else country)


def _why(row: Row, key: str) -> None:
    """Draw "She → Berit Lund", which opens why: what decided, and where the name stands."""
    written, name = str(row["speaker"]), str(row["speaker_name"])
    label = f"{escape_markdown(shorten(written, 30))} → {escape_markdown(name)}"
    with st.popover(label, type="tertiary", key=f"why-{key}"):
        form = WHY.get(str(row["speaker_form"]), "what the article writes here.")
        st.text(f"“{written}” is {form}")
        reason = _string(row.get("speaker_why"))
        if reason:
            st.text(reason)
        sentence = _string(row.get("named_sentence"))
        if sentence:
            st.caption("Where the article gives the name")
            evidence(
                sentence,
                start=int(row["named_sentence_start"]),
                marks=spans((row["named_start"], row["named_end"])),
            )


def _string(value: object) -> str | None:
    found = cell_value(value)
    return str(found) if found is not None else None
