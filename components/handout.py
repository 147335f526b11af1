"""The panel "Hand out": choose a file, prepare it with progress, take it away.

A prepared file belongs to the filter, the choices and the library that it was made of. When one
of these changes, it is taken back and the panel says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, get_args

import streamlit as st

from briefing.brief import Brief, Request
from briefing.brief.handling import handling_notices
from briefing.brief.kept import Kept
from briefing.clock import today
from briefing.deck import Plan, Slide
from briefing.deck.show import Drawing, MapLook
from briefing.errors import BriefingError
from briefing.export.formats import FORMATS, Format, Written, write
from briefing.export.options import Form, Options, Paper
from briefing.export.order import Order
from briefing.library import Filter
from briefing.reference.countries import countries, country_name
from briefing.settings import settings
from briefing.wording import headings
from briefing.wording.controls import HANDLING_MARKING, NO_MARKING
from briefing.wording.highest import raised_words, standing_marking
from briefing.wording.marking import MARKINGS, names_recipients
from components.cache import library
from components.escaping import escape_markdown

_PAPERS = {"a4": "A4", "letter": "US Letter"}
_FORMS = {
    "brief": headings.BRIEF,
    "meeting": headings.MEETING_BRIEF,
    "uk-brief": "UK brief",
    "us-memo": "US memo",
    "full": "Everything",
}
_SLIDES = {"brief": "Main slides", "full": "All slides"}


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A file, and what it was made of."""

    name: str
    order: Order
    version: int
    file: Written
    told: tuple[str, ...]


@st.fragment
def handout(
    flt: Filter,
    *,
    plan: Plan | None = None,
    slides: tuple[Slide, ...] | None = None,
    drawings: Mapping[str, Drawing] | None = None,
    look: MapLook | None = None,
    marking: str | None = None,
    marked: Callable[[Filter], str],
    kept: Kept | None = None,
    frozen: Brief | None = None,
    key: str = "handout",
) -> None:
    """Draw the panel; a choice in it draws the panel alone anew, not the page.

    Args:
        flt: The filter in force.
        plan: The presenter's order of slides, for PowerPoint.
        slides: The slides of a locked deck; only what is made of slides is offered then.
        drawings: The drawings of a locked deck, by the name of their slide.
        look: How the map is set, for PowerPoint.
        marking: The marking that the page has chosen; asked for here when None.
        marked: Returns the highest marking of the articles in view under a filter.
        kept: The briefing that is open, whose author's words go into the file.
        frozen: What it says where it is locked; only what is made of that is offered then.
        key: Unique on the page.
    """
    held = st.session_state.setdefault(f"_{key}", {})
    names = [
        name
        for name, form in FORMATS.items()
        if (slides is None or form.planned) and (frozen is None or form.of_a_brief)
    ]
    form = _choose_format(names, held, key)
    options = _choose_options(
        form, held, key, planned=plan is not None or slides is not None, own=kept
    )
    if slides is None and frozen is None and marked(flt):
        flt = replace(flt, ceiling=_choose_ceiling(held, key))
    included = marked(flt)
    if marking is None:
        marking = _choose_marking(held, key)
        if raised := raised_words(marking, included):
            st.caption(escape_markdown(raised))
    else:
        st.caption(f"{HANDLING_MARKING}, as chosen above: {escape_markdown(marking or NO_MARKING)}")
    order = Order(
        Request(
            flt,
            today(),
            marking,
            recipients=_choose_recipients(standing_marking(marking, included), held, key),
            kept=kept,
        ),
        options,
        plan if form.planned else None,
        slides,
        drawings,
        look if form.planned else None,
        frozen,
    )
    prepared: _Prepared | None = held.get("prepared")
    if st.button(
        f"Prepare the {form.word} file",
        key=f"{key}-prepare",
        icon=":material/ios_share:",
        type="primary",
    ):
        prepared = held["prepared"] = _prepare(form, order)
    elif prepared is not None and not _is_current(prepared, form, order):
        held["prepared"] = None
        st.caption("The choices have changed since; prepare the file again.")
        return
    if prepared is not None:
        _download(prepared, key)


def _choose_format(names: list[str], kept: dict[str, Any], key: str) -> Format:
    held = kept.get("format")
    name = st.selectbox(
        "Format",
        names,
        index=names.index(held) if held in names else 0,
        format_func=lambda name: FORMATS[name].word,
        key=f"{key}-format",
    )
    kept["format"] = name
    st.caption(FORMATS[name].holds)
    return FORMATS[name]


def _choose_options(
    form: Format, kept: dict[str, Any], key: str, *, planned: bool, own: Kept | None
) -> Options:
    """Ask for what makes a difference to this format; what was typed is kept for the next one.

    Where the slides are planned already, there is no choice between few and all.
    """
    kind: Form = "brief"
    paper: Paper = "a4"
    with st.container(horizontal=True, key=f"{key}-choices"):
        if form.planned and not planned:
            kind = _segments("Slides", form.forms, _SLIDES, kept, "slides", key)
        elif form.forms and not form.planned:
            kind = _segments("For", form.forms, _FORMS, kept, "form", key)
        if form.papered:
            paper = _segments("Paper", get_args(Paper), _PAPERS, kept, "paper", key)
    if kind not in _STAFFED:
        return Options(paper=paper, form=kind)
    with st.container(key=f"{key}-staff", gap="small"):
        st.caption(
            "Printed as written by staff. Whatever is left empty becomes a line to write on."
            if own is None
            else "Printed as written by staff. For, author and purpose are those of the briefing "
            "where nothing else is typed; whatever else is empty becomes a line to write on."
        )
        given = {
            field: _line(label, kept, field, key)
            if field in _NOTED
            else " ".join(_lines(label, hint, kept, field, key))
            for field, (label, hint) in _STAFFED[kind].items()
        }
        points = _lines(headings.POINTS, "One per line", kept, "points", key)
        if_raised = _lines(
            headings.IF_RAISED, "What to say if others raise it, one per line", kept, "if", key
        )
        ours = _choose_ours(kept, key)
    return Options(paper, kind, points=points, if_raised=if_raised, ours=ours, **given)


_NOTED = {
    "recipient": (headings.TO, ""),
    "sender": (headings.FROM, ""),
    "cleared_by": (headings.CLEARED_BY, ""),
    "contact": (headings.CONTACT, ""),
}
"""Short fields, of one line."""

_RECOMMENDED = (headings.RECOMMENDATION, "What you recommend")

_STAFFED: dict[Form, dict[str, tuple[str, str]]] = {
    "meeting": {"objective": (headings.OBJECTIVE, "What the meeting should achieve")},
    "uk-brief": {
        **_NOTED,
        "purpose": (headings.ISSUE, "What has to be decided or noted"),
        "recommendation": _RECOMMENDED,
    },
    "us-memo": {
        **_NOTED,
        "purpose": (headings.PURPOSE, "What the memo is for"),
        "recommendation": _RECOMMENDED,
    },
}
"""The fields of staff that a form has, by their name in `Options`: label and hint."""


def _line(label: str, kept: dict[str, Any], name: str, key: str) -> str:
    text = st.text_input(label, value=kept.get(name, ""), key=f"{key}-{name}")
    kept[name] = text
    return " ".join(text.split())


def _choose_ours(kept: dict[str, Any], key: str) -> str:
    """Ask which country is one's own, whose speakers are none of the other side."""
    codes = ["", *sorted(countries(), key=country_name)]
    held = kept.get("ours", "")
    found = st.selectbox(
        "Our country",
        codes,
        index=codes.index(held),
        format_func=lambda code: country_name(code) if code else "Not given",
        key=f"{key}-ours",
        help="Its speakers are left out of “Their statements”.",
    )
    kept["ours"] = found
    return str(found)


def _choose_recipients(marking: str, kept: dict[str, Any], key: str) -> str:
    """Ask for whom alone the file is, where the marking is for people who are named."""
    if not names_recipients(marking):
        return ""
    return _line("Named recipients", kept, "recipients", key)


def _segments(
    label: str,
    values: tuple[Any, ...],
    words: dict[str, str],
    kept: dict[str, Any],
    name: str,
    key: str,
) -> Any:
    found = st.segmented_control(
        label,
        values,
        default=kept[name] if kept.get(name) in values else values[0],
        required=True,
        format_func=lambda value: words[value],
        key=f"{key}-{name}",
    )
    kept[name] = found
    return found


def _lines(label: str, hint: str, kept: dict[str, Any], name: str, key: str) -> tuple[str, ...]:
    text = st.text_area(
        label,
        value=kept.get(name, ""),
        placeholder=hint,
        height=70,
        key=f"{key}-{name}",
    )
    kept[name] = text
    return tuple(filter(None, (" ".join(line.split()) for line in text.splitlines())))


def _choose_marking(kept: dict[str, Any], key: str) -> str:
    """Ask for the marking: one of the two standards, or the reader's own words."""
    state, first = f"{key}-marking", settings().marking
    held = kept.setdefault("marking", first) or NO_MARKING
    st.session_state.setdefault(state, held)
    offered = list(dict.fromkeys((NO_MARKING, *filter(None, (first, held)), *MARKINGS)))
    found = st.selectbox(
        HANDLING_MARKING,
        offered,
        format_func=escape_markdown,
        accept_new_options=True,
        key=state,
        help="Printed on every page. Type to enter your own.",
    )
    kept["marking"] = marking = "" if found in (None, NO_MARKING) else str(found)
    return marking


def _choose_ceiling(kept: dict[str, Any], key: str) -> str:
    """Ask above which marking articles are left out."""
    offered = ["", *MARKINGS]
    found = st.selectbox(
        "Ceiling",
        offered,
        index=offered.index(kept.get("ceiling", "")),
        format_func=lambda level: level or "No ceiling",
        key=f"{key}-ceiling",
        help="Articles marked above it, or on another scale, are left out of the file.",
    )
    kept["ceiling"] = found
    return found


def _prepare(form: Format, order: Order) -> _Prepared | None:
    """Write the file, with what is being done; None where it cannot be written, which is said."""
    bar = st.progress(0.0, text=f"Preparing the {form.word} file…")

    def tell(share: float, words: str) -> None:
        bar.progress(min(share, 1.0), text=f"{words}…")

    opened = library()
    version = opened.version
    try:
        told = handling_notices(opened, order.request)
        file = write(opened, form.name, order, tell)
    except BriefingError as error:
        st.error(escape_markdown(str(error)))
        return None
    finally:
        bar.empty()
    return _Prepared(form.name, order, version, file, told)


def _is_current(prepared: _Prepared, form: Format, order: Order) -> bool:
    made_of = (prepared.name, prepared.order, prepared.version)
    same = prepared.order.frozen is order.frozen
    return same and made_of == (form.name, order, library().version)


def _download(prepared: _Prepared, key: str) -> None:
    file = prepared.file
    for told in prepared.told:
        st.caption(escape_markdown(told))
    with st.container(horizontal=True, vertical_alignment="center", key=f"{key}-ready"):
        st.download_button(
            "Download",
            data=file.data,
            file_name=file.name,
            mime=file.mime,
            key=f"{key}-download",
            icon=":material/download:",
            on_click="ignore",
        )
        st.caption(f"{escape_markdown(file.name)} · {_size(len(file.data))} · {file.summary}")


def _size(number: int) -> str:
    return f"{number / 1_000_000:.1f} MB" if number >= 1_000_000 else f"{number / 1000:.0f} kB"
