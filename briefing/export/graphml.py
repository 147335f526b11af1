"""Relations as GraphML: parties and what is said between them, for Gephi, yEd or networkx."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

import networkx as nx
import pandas as pd

from briefing.drawing.xml_text import xml_text
from briefing.library.mutual import mutual
from briefing.reference.countries import countries
from briefing.tables import records

EDGE = (
    "relation_id",
    "article_id",
    "title",
    "published",
    "event_type",
    "quad",
    "tone",
    "standing",
    "attributed_to_name",
    "denied_by_name",
    "condition",
    "certainty",
    "certainty_reason",
    "basis",
    "trigger",
    "sentence_text",
    "start",
    "end",
)
"""The columns of a relation that its edge carries; an empty one is left out."""


def relations_graphml(relations: pd.DataFrame, about: Iterable[tuple[str, str]] = ()) -> bytes:
    """Write relations as a directed graph, one edge a row.

    Nodes have a `label` and a `kind`, "country" or what else the party is; edges say with `mutual`
    whether the same words also give the relation the other way round.

    Args:
        relations: Rows of `queries.relations`.
        about: What the file says of itself, as pairs of a word and what it is.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for word, value in about:
        key = f"about_{word.lower().replace(' ', '_')}"
        graph.graph[key] = "\n".join(filter(None, (graph.graph.get(key), xml_text(value))))
    for end in ("source", "target"):
        for code, name in zip(relations[end], relations[f"{end}_name"], strict=True):
            known = countries().get(str(code))
            kind = "country" if known else str(code).partition(":")[0]
            graph.add_node(str(code), label=_plain(name), kind=kind)
    both = mutual(relations)
    for row, two in zip(records(relations), both, strict=True):
        values = {name: _plain(row[name]) for name in EDGE if name in row and row[name] is not None}
        graph.add_edge(
            str(row["source"]),
            str(row["target"]),
            key=row["relation_id"],
            **values,
            mutual=bool(two),
        )
    file = io.BytesIO()
    nx.write_graphml_xml(graph, file, named_key_ids=True)
    return file.getvalue()


def _plain(value: Any) -> str | int | float:
    """Return a value of a type that GraphML names."""
    if isinstance(value, str):
        return xml_text(value)
    number = float(value)
    return int(number) if number.is_integer() and not isinstance(value, float) else number
