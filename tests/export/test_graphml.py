"""Relations as GraphML, read back."""

from __future__ import annotations

import io

import networkx as nx
import pandas as pd

from briefing.export.graphml import relations_graphml
from tests.map.relations import MK, VC, mutual, relations


def read(rows: pd.DataFrame) -> nx.MultiDiGraph:
    return nx.read_graphml(io.BytesIO(relations_graphml(rows)), force_multigraph=True)


def test_every_relation_is_an_edge_between_named_parties() -> None:
    rows = relations([("CHL", "PER", VC, "denied"), ("CHL", "alliance:nato", MK, "asserted")])
    rows["target_name"] = ["Peru", "NATO"]
    graph = read(rows)
    assert graph.nodes["CHL"] == {"label": "Chile", "kind": "country"}
    assert graph.nodes["alliance:nato"] == {"label": "NATO", "kind": "alliance"}
    assert graph.number_of_edges() == len(rows)
    (edge,) = graph.get_edge_data("CHL", "PER").values()
    assert edge["quad"] == VC
    assert edge["standing"] == "denied"
    assert edge["tone"] == -4.0
    assert edge["sentence_text"] == "One warned the other."
    assert edge["end"] == 20
    assert edge["mutual"] is False
    assert "condition" not in edge


def test_two_relations_of_a_pair_are_two_edges() -> None:
    graph = read(relations([("CHL", "PER", VC, "asserted")] * 2))
    assert graph.number_of_edges("CHL", "PER") == 2


def test_relations_said_of_both_say_so() -> None:
    graph = read(mutual([("CHL", "PER", MK, "asserted")]))
    assert [data["mutual"] for *_ends, data in graph.edges(data=True)] == [True, True]


def test_words_of_the_article_are_text() -> None:
    rows = relations([("CHL", "PER", VC, "asserted")])
    rows["trigger"] = "</data><node id='x'/>\x00\ufffe & more"
    data = relations_graphml(rows)
    assert b"<node id='x'" not in data
    (edge,) = read(rows).get_edge_data("CHL", "PER").values()
    assert edge["trigger"] == "</data><node id='x'/> & more"


def test_no_relation_is_an_empty_graph() -> None:
    rows = relations([("CHL", "PER", VC, "asserted")]).iloc[:0]
    assert read(rows).number_of_nodes() == 0
