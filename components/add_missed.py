"""Adding what the program missed: the article's words, what they are, and what they say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from briefing.errors import FactIsThereError, ReviewError
from briefing.library.reviews.cutting import kind_of
from briefing.library.reviews.decision import CORRECTABLE, LONGEST_WORDS, WORDS, Record
from briefing.library.reviews.missed import add
from briefing.library.reviews.words_in import occurrences
from briefing.wording.controls import ADD_MISSED, REASON
from briefing.wording.notices import NAME_FIRST
from briefing.wording.reviews import RECORDS
from briefing.wording.words import shorten
from components.cache import library
from components.checking import decided_now, name_field
from components.escaping import escape_markdown
from components.evidence import evidence
from components.fact_fields import Names, value_field
from components.review_mark import check_link

_OPEN = "_missed-open"
_WORDS, _SENTENCE, _PLACE, _KIND = (
    "missed-words",
    "missed-sentence",
    "missed-place",
    "missed-record",
)
_ADDABLE: tuple[Record, ...] = ("quotes", "events", "relations")
_AT_FIRST: dict[str, dict[str, str]] = {
    "quotes": {"act": "says"},
    "events": {"tense": "past", "standing": "asserted", "status": "firm"},
    "relations": {"quad": "verbal-cooperation", "standing": "asserted"},
}
"""What the fields of an added fact hold until they are changed."""


def open_missed(article_id: str, words: str = "", start: int | None = None) -> None:
    """Open the window in which something is added; for `on_click`.

    Args:
        article_id: The article.
        words: Words of it that were selected; "" for none.
        start: Where these begin.
    """
    st.session_state[_OPEN] = (article_id, start)
    st.session_state[_WORDS] = words
    for key in (_SENTENCE, _PLACE):
        st.session_state.pop(key, None)


def missed_button(article_id: str) -> None:
    """Draw the button that opens the window."""
    st.button(
        ADD_MISSED,
        icon=":material/add_circle:",
        key="add-missed",
        on_click=open_missed,
        args=(article_id,),
    )


def missed_window(
    article_id: str, text: str, sentences: Sequence[tuple[int, int]], names: Names
) -> None:
    """Draw the window where it is open for an article.

    Args:
        article_id: The article.
        text: Its text.
        sentences: Where its sentences begin and end.
        names: What ids are called.
    """
    article, start = st.session_state.get(_OPEN, (None, None))
    if article != article_id:
        return
    window = st.dialog(ADD_MISSED, width="large", on_dismiss=_close)(_fill)
    window(article_id, text, sentences, names, start)


def _close() -> None:
    st.session_state.pop(_OPEN, None)


def _fill(
    article_id: str,
    text: str,
    sentences: Sequence[tuple[int, int]],
    names: Names,
    selected: int | None,
) -> None:
    record: Record = st.segmented_control(
        "What was missed",
        _ADDABLE,
        default="quotes",
        required=True,
        format_func=lambda table: RECORDS[table][0].capitalize(),
        key=_KIND,
    )
    place = _place(text, sentences, selected)
    values = _fields(record, text, place, names)
    both = record == "relations" and st.checkbox(
        "The same holds the other way", key="missed-both-ways"
    )
    note = st.text_input(REASON, key="missed-note")
    name = name_field()
    if not name:
        st.caption(NAME_FIRST)
    if st.button(
        "Add",
        type="primary",
        icon=":material/add:",
        key="missed-add",
        disabled=not name or place is None,
    ):
        _add(article_id, record, place or (0, 0), values, name, both_ways=both, note=note)


def _place(
    text: str, sentences: Sequence[tuple[int, int]], selected: int | None
) -> tuple[int, int] | None:
    """Draw which words of the article the fact rests on; return where they stand."""
    if selected is None:
        st.selectbox(
            "Sentence to begin with",
            range(len(sentences)),
            index=None,
            format_func=lambda number: _line(text, sentences[number]),
            placeholder="Choose one, or paste words below",
            key=_SENTENCE,
            on_change=_take_sentence,
            args=(text, sentences),
        )
    words = st.text_area(
        "Words of the article",
        key=_WORDS,
        max_chars=LONGEST_WORDS,
        help="Only the words that say it. They must stand in the article, letter for letter.",
    )
    found = occurrences(text, words)
    if not found:
        if words.strip():
            st.warning("The article does not have these words; copy them from it.")
        return None
    number = 0
    if len(found) > 1:
        begin = selected
        if begin is None and (chosen := st.session_state.get(_SENTENCE)) is not None:
            begin = sentences[chosen][0]
        near = 0
        if begin is not None:
            near = min(range(len(found)), key=lambda one: abs(found[one][0] - begin))
        number = st.selectbox(
            f"These words stand in {len(found)} places; which is meant?",
            range(len(found)),
            index=near,
            format_func=lambda one: _around(text, sentences, found[one]),
            key=f"{_PLACE}-{hash(words)}",
        )
    start, end = found[number]
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    evidence(text[first : last if last >= 0 else len(text)], start=first, marks=[(start, end)])
    return start, end


def _take_sentence(text: str, sentences: Sequence[tuple[int, int]]) -> None:
    number = st.session_state.get(_SENTENCE)
    if number is not None:
        start, end = sentences[number]
        st.session_state[_WORDS] = " ".join(text[start:end].split())


def _line(text: str, span: tuple[int, int]) -> str:
    return shorten(" ".join(text[span[0] : span[1]].split()), 110)


def _around(text: str, sentences: Sequence[tuple[int, int]], span: tuple[int, int]) -> str:
    """Return the sentence that words stand in, with its number."""
    for number, (start, end) in enumerate(sentences, start=1):
        if start <= span[0] < end:
            return f"{number}. {_line(text, (start, end))}"
    return _line(text, span)


def _fields(
    record: Record, text: str, place: tuple[int, int] | None, names: Names
) -> dict[str, str | None]:
    """Draw the fields of the fact; the marks of the article say what kind of quotation it is."""
    at_first: dict[str, str | None] = {**_AT_FIRST[record]}
    values: dict[str, str | None] = {}
    for name in CORRECTABLE[record]:
        if name == WORDS:
            continue
        key = f"new-{record}"
        if name == "kind":
            at_first["kind"] = kind_of(text, *place) if place else "indirect"
            key = f"{key}-{at_first['kind']}"
        values[name] = value_field(record, name, at_first, names, key) or None
    return values


def _add(
    article_id: str,
    record: Record,
    span: tuple[int, int],
    values: Mapping[str, str | None],
    name: str,
    *,
    both_ways: bool,
    note: str,
) -> None:
    try:
        fact = add(
            library(),
            article_id,
            record,
            span,
            values,
            name,
            both_ways=both_ways,
            note=note or None,
        )
    except FactIsThereError as error:
        st.error(escape_markdown(str(error)))
        check_link(error.fact_id, key="is-there", label="Open it")
        return
    except ReviewError as error:
        st.error(escape_markdown(str(error)))
        return
    _close()
    decided_now(fact)
    st.query_params["fact"] = fact
    st.rerun()
