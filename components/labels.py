"""What the margin and the pointer say about each fact of an article, in words."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from briefing.tables import records
from briefing.wording.dates import when, when_of
from briefing.wording.signs import ACTS, QUADS
from briefing.wording.speakers import speaker_name
from briefing.wording.standing import Held, held_of, said
from briefing.wording.words import cell_value

_TIMEX = {"DURATION": "a length of time", "SET": "again and again"}


@dataclass(frozen=True, slots=True)
class Label:
    """What is said about a fact.

    Attributes:
        text: The label.
        kind: What it is, when the layer's word says too little.
        quad: The class of a relation, which colours it.
        twin: The fact that says the same the other way round, of which this is the echo.
    """

    text: str
    kind: str = ""
    quad: str = ""
    twin: str = ""


def quote_labels(quotes: pd.DataFrame) -> dict[str, Label]:
    """Label quotations: "Jane Doe · warns"."""
    return {
        row["quote_id"]: Label(f"{speaker_name(row)} · {ACTS[row['act']].word.lower()}")
        for row in records(quotes)
    }


def event_labels(events: pd.DataFrame) -> dict[str, Label]:
    """Label events: "Talks in Oslo · 3 May 2023 (claimed by the rebels)"."""
    return {
        row["event_id"]: Label(f"{row['title']} · {when_of(row)}{_stands(held_of(row))}")
        for row in records(events)
    }


def time_labels(times: pd.DataFrame) -> dict[str, Label]:
    """Label time expressions by the date that they mean."""
    return {
        row["time_id"]: Label(
            when(row["date"], row["precision"], row["earliest"], row["latest"])
            if cell_value(row["date"]) or cell_value(row["earliest"]) or cell_value(row["latest"])
            else _TIMEX.get(row["type"], "a date that cannot be worked out from the text")
        )
        for row in records(times)
    }


def relation_labels(relations: pd.DataFrame) -> dict[str, Label]:
    """Label relations: "Norway → Chile: warned", and once what holds both ways: "A ↔ B: treaty"."""
    found: dict[str, Label] = {}
    first: dict[Hashable, str] = {}
    for row in records(relations):
        place = (row["trigger_start"], row["trigger_end"], row["quad"], row["standing"])
        twin = first.get((*place, row["target"], row["source"]), "")
        if twin:
            found[twin] = _relation_label(row, arrow="↔", turned=True)
            found[row["relation_id"]] = _relation_label(row, arrow="↔", turned=True, twin=twin)
        else:
            first[(*place, row["source"], row["target"])] = row["relation_id"]
            found[row["relation_id"]] = _relation_label(row)
    return found


def _stands(held: Held) -> str:
    words = said(held)
    return f" ({words[:1].lower()}{words[1:]})" if words else ""


def _relation_label(
    row: Mapping[Any, Any], *, arrow: str = "→", turned: bool = False, twin: str = ""
) -> Label:
    ends = [row["source_name"], row["target_name"]]
    source, target = reversed(ends) if turned else ends
    return Label(
        f"{source} {arrow} {target}: {row['trigger']}{_stands(held_of(row))}",
        kind=QUADS[row["quad"]].word,
        quad=row["quad"],
        twin=twin,
    )
