"""The outline: each slide in a line, shown or hidden, earlier or later, with what to know."""

from __future__ import annotations

import streamlit as st

from briefing.deck import (
    Entry,
    Outline,
    Plan,
    QuotationBody,
    QuotationsBody,
    RelationBody,
    Slide,
    slide_words,
)
from briefing.deck import edit as plans
from briefing.deck.arrange import OWN
from briefing.deck.show import Show
from briefing.wording.verbatim import plain as spoken
from briefing.wording.words import count, shorten
from components.escaping import escape_markdown
from components.present import draft

_ALL = "all-slides"

ICONS = {
    "title": ":material/title:",
    "bottom-line": ":material/short_text:",
    "quotation": ":material/format_quote:",
    "quotations": ":material/format_quote:",
    "coming-up": ":material/event_upcoming:",
    "timeline": ":material/timeline:",
    "events": ":material/event_note:",
    "map": ":material/public:",
    "relation": ":material/compare_arrows:",
    "claims": ":material/balance:",
    "voices": ":material/record_voice_over:",
    "sources": ":material/library_books:",
    "own": ":material/edit_note:",
}


def outline_list(found: Outline, chosen: Entry) -> None:
    """Draw the outline.

    Args:
        found: The outline.
        chosen: The slide that is looked at.
    """
    number = 1
    for entry in found.entries:
        label = _label(entry, number)
        if entry.choice.shown:
            number += len(entry.slides)
        _row(found.plan, entry, label, is_chosen=entry.key == chosen.key)
    if found.gone:
        st.caption(
            f"{count(found.gone, 'slide')} of this deck "
            f"{'is' if found.gone == 1 else 'are'} missing under the present filter and library."
        )


def locked_list(show: Show, chosen: str) -> None:
    """Draw the outline of a locked deck, in which nothing can be changed.

    Args:
        show: What it shows.
        chosen: Name of the slide that is looked at.
    """
    for number, screen in enumerate(show.screens, start=1):
        slide = screen.slide
        st.button(
            f"{ICONS[slide.kind]} **{number}** {escape_markdown(_what(slide))}",
            key=f"pick-{slide.name}",
            type="secondary" if slide.name == chosen else "tertiary",
            on_click=draft.look_at,
            args=(slide.name,),
        )


def order_buttons(found: Outline, chosen: Entry) -> None:
    """Draw what moves the chosen slide, and what brings the usual order back.

    Args:
        found: The outline.
        chosen: The slide that is looked at.
    """
    place = found.entries.index(chosen)
    for word, icon, by, off in (
        ("Move up", "arrow_upward", -1, place == 0),
        ("Move down", "arrow_downward", 1, place == len(found.entries) - 1),
    ):
        st.button(
            word,
            icon=f":material/{icon}:",
            key=f"move-{'earlier' if by < 0 else 'later'}",
            disabled=off,
            on_click=draft.change,
            args=(plans.moved(found.plan, chosen.key, by),),
            help="Moves the slide chosen below.",
        )


def add_slide(found: Outline, chosen: Entry) -> None:
    """Offer slides to add after the chosen one.

    Args:
        found: The outline.
        chosen: The slide that is looked at.
    """
    with st.popover("Add a slide", icon=":material/add:"):
        st.button(
            "A slide of your own",
            icon=ICONS["own"],
            key="add-own",
            on_click=_add_own,
            args=(found.plan, chosen.key),
        )
        if found.offered:
            names = {slide.key: _what(slide) for slide in found.offered}
            key = st.selectbox(
                f"One of {count(len(names), 'further slide')}",
                list(names),
                format_func=lambda name: names[name],
                key="add-what",
            )
            st.button(
                "Add it", key="add-it", on_click=_add, args=(found.plan, str(key), chosen.key)
            )


def all_slides(found: Outline, total: int) -> None:
    """Draw the choice between the few slides that say most and all.

    Args:
        found: The outline.
        total: How many slides there are in all.
    """
    st.session_state[_ALL] = found.full
    st.toggle(
        f"Show all {count(total, 'slide')}",
        key=_ALL,
        on_change=_show_all,
        args=(found.plan,),
        help="Off: the few slides that say most. On: also the timeline, each relation, and lists "
        "in full.",
    )


def own_lines(found: Outline, chosen: Entry) -> None:
    """Draw what the presenter may write on the chosen slide.

    Args:
        found: The outline.
        chosen: The slide that is looked at.
    """
    key, plan = chosen.key, found.plan
    if key.startswith(OWN):
        st.session_state[f"heading-{key}"] = chosen.choice.heading
        st.text_input(
            "Heading of your slide", key=f"heading-{key}", on_change=_head, args=(plan, key)
        )
    st.session_state[f"own-{key}"] = "\n".join(chosen.choice.own)
    st.text_area(
        "Your lines on this slide",
        key=f"own-{key}",
        height=90,
        placeholder="One a line; they are shown as written by staff.",
        on_change=_write,
        args=(plan, key),
    )
    st.session_state[f"notes-{key}"] = "\n".join(chosen.choice.notes)
    st.text_area(
        "Your notes for this slide",
        key=f"notes-{key}",
        height=90,
        placeholder="What you mean to say. Only you see them: in the presenter view (P) and in the "
        "notes of the PowerPoint file.",
        on_change=_note,
        args=(plan, key),
    )
    if not chosen.usual:
        st.button(
            "Take this slide out",
            icon=":material/delete:",
            key="take-out",
            on_click=draft.change,
            args=(plans.without_slide(plan, key), found.entries[0].key),
        )


def _row(plan: Plan, entry: Entry, label: str, *, is_chosen: bool) -> None:
    key, name = entry.key, entry.slides[0].heading
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key=f"row-{key}"):
        st.session_state[f"shown-{key}"] = entry.choice.shown
        st.checkbox(
            escape_markdown(f"Show “{name}”"),
            key=f"shown-{key}",
            label_visibility="collapsed",
            on_change=_show,
            args=(plan, key),
        )
        st.button(
            label,
            key=f"pick-{key}",
            type="secondary" if is_chosen else "tertiary",
            on_click=draft.look_at,
            args=(entry.slides[0].name,),
        )


def _label(entry: Entry, number: int) -> str:
    first = entry.slides[0]
    extras = bool(entry.choice.own) + bool(entry.choice.notes) + len(first.warnings)
    parts = [escape_markdown(_what(first, 30 if extras else 46))]
    if entry.choice.own:
        parts.append(f":blue-badge[{count(len(entry.choice.own), 'own line')}]")
    parts += [
        f":orange-badge[:material/warning: {escape_markdown(words)}]" for words in first.warnings
    ]
    if entry.choice.notes:
        parts.append(":blue-badge[notes]")
    mark = f"**{number}**" if entry.choice.shown else ":gray-badge[Hidden]"
    return f"{ICONS[first.kind]} {mark} {' '.join(parts)}"


def _what(slide: Slide, letters: int = 46) -> str:
    """Name a slide in the outline: a quotation by its first words, a relation by what says it."""
    body = slide.body
    if isinstance(body, QuotationBody):
        return shorten(f"{slide.heading}: {spoken(body.quotation.pieces)}", letters)
    if isinstance(body, QuotationsBody):
        names = ", ".join(dict.fromkeys(said.speaker for said in body.quotations))
        return shorten(f"{slide.heading}: {names}", letters)
    if slide.kind == "voices":
        return slide_words.KINDS[slide.kind]
    if isinstance(body, RelationBody):
        return shorten(f"{slide.heading}: {body.relation.trigger}", letters)
    return shorten(slide.heading, letters)


def _show(plan: Plan, key: str) -> None:
    draft.change(plans.shown(plan, key, on=st.session_state[f"shown-{key}"]))


def _write(plan: Plan, key: str) -> None:
    draft.change(plans.with_lines(plan, key, st.session_state[f"own-{key}"]))


def _note(plan: Plan, key: str) -> None:
    draft.change(plans.with_notes(plan, key, st.session_state[f"notes-{key}"]))


def _show_all(plan: Plan) -> None:
    draft.change(plans.in_full(plan) if st.session_state[_ALL] else plans.in_short(plan))


def _head(plan: Plan, key: str) -> None:
    draft.change(plans.with_heading(plan, key, st.session_state[f"heading-{key}"]))


def _add(plan: Plan, key: str, after: str) -> None:
    draft.change(plans.added(plan, key, after), key)


def _add_own(plan: Plan, after: str) -> None:
    draft.change(*plans.with_presenter_slide(plan, after))
