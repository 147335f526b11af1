"""The evidence of what was clicked, and the words of the Relations page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import pandas as pd
import streamlit as st

from briefing.library.mutual import how_many, numbers
from briefing.map.scene import names_of, parties
from briefing.reference.countries import country_name
from briefing.tables import records
from briefing.wording import columns, legends
from briefing.wording.reviews import found_words
from briefing.wording.signs import CERTAINTIES, QUADS, READ_BY, STANDINGS
from briefing.wording.words import count
from components.address import widget_key
from components.escaping import escape_markdown
from components.facts import relation_card
from components.filters import COUNTRY, narrow
from components.map.selection import RowsOf, Selection
from components.period import forget_period
from components.table import data_table
from components.titles import title_of


def _drawn(line: str) -> tuple[str, ...]:
    return tuple(name for name, standing in STANDINGS.items() if standing.line == line)


LINES = {
    "firm": (legends.STATED, _drawn("solid")),
    "open": (legends.OPEN, _drawn("dash")),
    "denied": (legends.DENIED, _drawn("dot")),
}
"""The three lines of the map as choices: word and standings."""

A_PAGE = 200
"""Rows of the table at once."""

A_PANEL = 6
"""Most cards in the panel at once."""

MOST = 40
"""Most cards that unfold; the table has all."""


def most_spoken_of(relations: pd.DataFrame, drawn: RowsOf) -> Selection | None:
    """Return the pair with most relations, the first in the text of equals; None for none.

    Args:
        relations: Relations, counted.
        drawn: Finds the relations of pairs, in reading order.
    """
    if relations.empty:
        return None
    counts = numbers(relations).groupby([relations["source"], relations["target"]]).sum()
    most = [(str(source), str(target)) for source, target in counts[counts == counts.max()].index]
    if len(most) == 1:
        return Selection(*most[0])
    rows = drawn(sorted({(min(pair), max(pair)) for pair in most}))
    ends = zip(rows["source"], rows["target"], strict=True)
    return Selection(*next(pair for pair in ends if pair in most))


def evidence_panel(
    relations: pd.DataFrame,
    chosen: Selection | None,
    *,
    focus: str | None = None,
    forget: Callable[[], None] | None = None,
    drawn: RowsOf,
    evidence: Callable[[Selection, int, int], pd.DataFrame],
    single: Collection[str] = (),
    key: str,
) -> None:
    """Draw the sentences behind a choice; before any, those of the focus or of the commonest pair.

    Args:
        relations: Relations, counted.
        chosen: What was clicked.
        focus: The party in focus, if any.
        forget: Takes the choice back, where no click in the drawing does.
        drawn: Finds the relations of pairs, in reading order.
        evidence: Finds rows of `queries.relations` of a choice: so many after so many.
        single: The relations that one of several accounts alone tells.
        key: Unique on the page.
    """
    if chosen is not None and chosen.rows(relations).empty:
        st.caption(escape_markdown(f"No relations match for {_title(chosen, relations)}."))
        chosen = None
    if forget is not None:
        st.button(
            "Clear this choice",
            icon=":material/close:",
            key=f"{key}-forget",
            type="tertiary",
            on_click=forget,
        )
    in_focus = Selection(focus) if focus else None
    if in_focus is not None and in_focus.rows(relations).empty:
        in_focus = None
    shown = chosen or in_focus or most_spoken_of(relations, drawn)
    if shown is None:
        return
    number, names = how_many(shown.rows(relations)), names_of(relations)
    st.header(escape_markdown(_title(shown, relations)), anchor=False)
    if chosen is None and in_focus is not None:
        st.caption(f"{_what(in_focus, number)}. Choose one in the chart.")
    elif chosen is None:
        st.caption("The pair with the most relations. Choose another in the chart.")
    else:
        st.caption(escape_markdown(_what(chosen, number, _standings(chosen, drawn))))
        words = " and ".join(names.get(code, code) for code in countries_of(chosen))
        if words:
            st.button(
                escape_markdown(f"Filter by {words}"),
                icon=":material/filter_alt:",
                key=f"{key}-filter",
                type="tertiary",
                on_click=filter_by,
                args=(countries_of(chosen),),
            )
    for row in records(evidence(shown, A_PANEL, 0)):
        relation_card(row, key=f"{key}-{row['relation_id']}", single=single)
    more = number - A_PANEL
    if more > 0:
        label = count(more, "more relation", "more relations")
        unfolded = st.expander(escape_markdown(label), key=f"{key}-more", on_change="rerun")
        if unfolded.open:
            with unfolded:
                for row in records(evidence(shown, MOST - A_PANEL, A_PANEL)):
                    relation_card(row, key=f"{key}-{row['relation_id']}", single=single)
                if number > MOST:
                    st.caption(f"{number - MOST:,} more are in the table.")


def countries_of(chosen: Selection) -> tuple[str, ...]:
    """Return the parties of a choice that the filter knows: countries by alpha-3 code."""
    return tuple(code for code in chosen.parties if ":" not in code)


def filter_by(codes: tuple[str, ...]) -> None:
    """Narrow every page to countries; for `on_click`."""
    for code in codes:
        narrow(COUNTRY, code)


def standings_of(lines: list[str] | None) -> tuple[str, ...]:
    """Return the standings of the chosen lines; none chosen means all."""
    return tuple(standing for line in lines or () for standing in LINES[line][1])


def as_table(relations: pd.DataFrame) -> pd.DataFrame:
    """Return relations in words, for the table and its file.

    Args:
        relations: Rows of `queries.relations`.
    """
    names = names_of(relations)
    return (
        pd.DataFrame(
            {
                columns.FROM: [names[code] for code in relations["source"]],
                columns.TO: [names[code] for code in relations["target"]],
                columns.RELATION: [QUADS[quad].word for quad in relations["quad"]],
                columns.WORDS: relations["trigger"],
                columns.HOW_CERTAIN: [
                    STANDINGS[standing].word for standing in relations["standing"]
                ],
                columns.CLAIMED_BY: relations["attributed_to_name"],
                columns.DENIED_BY: relations["denied_by_name"],
                "Condition": relations["condition"],
                columns.CERTAINTY: [CERTAINTIES[name].word for name in relations["certainty"]],
                columns.WHY_CERTAIN: relations["certainty_reason"],
                "Read by": [READ_BY[basis] for basis in relations["basis"]],
                columns.SENTENCE: relations["sentence_text"],
                columns.ARTICLE: [
                    title_of(row["title"], row["opening"]) for row in records(relations)
                ],
                columns.PUBLISHED: relations["published"],
                columns.CHECKED: [found_words(row) for row in records(relations)],
                "Start": relations["start"],
                "End": relations["end"],
                "Id": relations["relation_id"],
            }
        )
        .reset_index(drop=True)
        .fillna("")
    )


def relations_table(
    relations: pd.DataFrame,
    every: Callable[[], pd.DataFrame],
    *,
    single: Collection[str] = (),
    key: str,
) -> None:
    """Draw relations as a table; a row that is chosen shows its sentence and the way to it.

    Args:
        relations: Rows of `queries.relations`, a page of them.
        every: Finds the rows of all pages, for the file.
        single: The relations that one of several accounts alone tells.
        key: Unique on the page.
    """
    event = data_table(
        as_table(relations),
        name="relations",
        every=lambda: as_table(every()),
        key=key,
        column_config={
            columns.FROM: st.column_config.TextColumn(pinned=True, width=100),
            columns.TO: st.column_config.TextColumn(width=100),
            columns.RELATION: st.column_config.TextColumn(width=130),
            columns.WORDS: st.column_config.TextColumn(width=130),
            columns.HOW_CERTAIN: st.column_config.TextColumn(width=104),
            columns.CLAIMED_BY: st.column_config.TextColumn(width=104),
            columns.SENTENCE: st.column_config.TextColumn(width="large"),
            "Start": None,
            "End": None,
            "Id": None,
        },
        on_select="rerun",
        selection_mode="single-row",
    )
    rows = event["selection"]["rows"]
    if rows and rows[0] < len(relations):
        row = relations.iloc[rows[0]].to_dict()
        relation_card(row, key=f"{key}-{row['relation_id']}", single=single)
    else:
        st.caption("Choose a row to see its sentence.")


def _title(chosen: Selection, relations: pd.DataFrame) -> str:
    names = names_of(relations)
    sign = " ↔ " if chosen.both else " → "
    return sign.join(names.get(code) or country_name(code) for code in chosen.parties)


def _standings(chosen: Selection, drawn: RowsOf) -> list[str]:
    """Return the standings of an arc's relations, each once, in reading order."""
    if chosen.target is None or chosen.quad is None:
        return []
    ends = sorted((chosen.source, chosen.target))
    return list(dict.fromkeys(chosen.rows(drawn([(ends[0], ends[1])]))["standing"]))


def _what(chosen: Selection, number: int, standings: Sequence[str] = ()) -> str:
    parts = [count(number, "relation")]
    if chosen.both:
        parts.append("in both directions")
    if chosen.quad is not None:
        parts.append(QUADS[chosen.quad].word.lower())
        parts.append(", ".join(dict.fromkeys(STANDINGS[name].word.lower() for name in standings)))
    return " · ".join(parts)


def focus_options(relations: pd.DataFrame) -> dict[str, str]:
    """Return the parties to choose a focus from, most relations first, with their names.

    Args:
        relations: Relations, counted or one a row.
    """
    names = names_of(relations)
    return {code: names[code] for code in parties(relations)}


def show_everything() -> None:
    """Clear the choices of the page; for `on_click`."""
    for name in ("quad", "standing"):
        st.session_state[widget_key(name)] = []
    forget_period()
