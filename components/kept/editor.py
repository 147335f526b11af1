"""The fields of a briefing: what its author decides and writes, with gentle notes beside them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import streamlit as st

from briefing.brief.judgement import Kind, notes_on
from briefing.brief.kept import Kept
from briefing.library.briefings import LONGEST
from briefing.settings import settings
from briefing.wording import headings
from briefing.wording.controls import DAY_FORM, HANDLING_MARKING, NO_MARKING
from briefing.wording.marking import MARKINGS
from components.escaping import escape_markdown
from components.filters import FIRST, LAST
from components.kept import session
from components.signed_in import person

_SIGNS: dict[Kind, str] = {
    "range": ":material/percent:",
    "scale": ":material/straighten:",
    "vague": ":material/help:",
    "together": ":material/call_split:",
    "long": ":material/short_text:",
    "source": ":material/link:",
}


def fields(kept: Kept) -> None:
    """Draw the fields of the open briefing; what is typed is held until it is saved.

    Args:
        kept: What its author has made of it.
    """
    _line("title", headings.TITLE, kept.title, max_chars=LONGEST)
    with st.container(horizontal=True, key="briefing-short"):
        _meeting(kept.meeting)
        _marking(kept.marking)
    with st.container(horizontal=True, key="briefing-who"):
        _line("audience", headings.AUDIENCE, kept.audience, placeholder="Whom it is for")
        if person().name:  # who signs in does not type who wrote it
            st.caption(f"{headings.AUTHOR}: {escape_markdown(kept.author)}")
        else:
            _line("author", headings.AUTHOR, kept.author, placeholder="Who wrote it")
    _line("purpose", headings.PURPOSE, kept.purpose, placeholder="What it is for")
    _paragraphs(
        "bottom_line",
        headings.BOTTOM_LINE,
        kept.bottom_line,
        "Your own, one paragraph per line. Empty: sentences picked from the articles.",
    )
    judgement_notes(kept.bottom_line)
    _paragraphs(
        "notes",
        headings.NOTES,
        kept.notes,
        "One paragraph per line. In the files, and in the notes of the first slide.",
    )
    judgement_notes(kept.notes)


def judgement_notes(lines: tuple[str, ...]) -> None:
    """Draw what a reader may stumble over in lines of judgement; nothing for plain ones.

    Args:
        lines: The lines.
    """
    found = notes_on(lines, settings().likelihood_scale)
    if found:
        words = "  \n".join(f"{_SIGNS[note.kind]} {escape_markdown(note.words)}" for note in found)
        st.caption(words)


def _line(field: str, label: str, value: str, **options: Any) -> None:
    key = f"briefing-{field}"
    _show(key, value)
    st.text_input(label, key=key, on_change=_take, args=(field, _one_line), **options)


def _paragraphs(field: str, label: str, value: tuple[str, ...], hint: str) -> None:
    key = f"briefing-{field}"
    _show(key, "\n".join(value))
    st.text_area(
        label, key=key, height=130, placeholder=hint, on_change=_take, args=(field, _each_line)
    )


def _meeting(value: str) -> None:
    _show("briefing-meeting", date.fromisoformat(value) if value else None)
    st.date_input(
        headings.MEETING,
        key="briefing-meeting",
        min_value=FIRST,
        max_value=LAST,
        format=DAY_FORM,
        on_change=_take,
        args=("meeting", lambda day: day.isoformat() if day else ""),
    )


def _marking(value: str | None) -> None:
    held = NO_MARKING if value == "" else value
    _show("briefing-marking", held)
    offered = [NO_MARKING, *MARKINGS]
    st.selectbox(
        HANDLING_MARKING,
        offered if held is None or held in offered else [*offered, held],
        index=None,
        key="briefing-marking",
        accept_new_options=True,
        placeholder=settings().marking or NO_MARKING,
        on_change=_take,
        args=("marking", lambda words: "" if words == NO_MARKING else words),
        help="Raised where an article in the briefing is marked higher.",
    )


def _show(key: str, value: object) -> None:
    """Let a field show a value; one that shows it already keeps what is being typed in it."""
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value


def _take(field: str, read: Callable[[Any], Any]) -> None:
    session.change(**{field: read(st.session_state[f"briefing-{field}"])})


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _each_line(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(_one_line, text.splitlines())))
