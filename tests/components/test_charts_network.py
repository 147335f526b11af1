"""The network of who appears with whom."""

from __future__ import annotations

import pandas as pd

from components.charts.network import HEIGHT, WIDTH, build_network, describe_network, place

COLUMNS = ["a", "a_name", "a_kind", "b", "b_name", "b_kind", "sentences"]


def _together(*rows: tuple[str, str, int]) -> pd.DataFrame:
    return pd.DataFrame(
        [(a.lower(), a, "country", b.lower(), b, "person", n) for a, b, n in rows],
        columns=COLUMNS,
    )


def _crowd(size: int) -> pd.DataFrame:
    names = [f"Ministry number {n} of the land" for n in range(size)]
    return _together(
        *((names[i], names[j], 1 + (i * j) % 4) for i in range(size) for j in range(i + 1, size))
    )


def test_the_same_rows_always_give_the_same_picture() -> None:
    rows = _crowd(12)
    assert build_network(rows).to_json() == build_network(rows).to_json()


def test_no_two_names_overlap_and_all_are_inside() -> None:
    nodes = place(_crowd(18))
    assert len(nodes) == 18
    for index, a in enumerate(nodes):
        left, top, right, bottom = a.box
        assert left >= 0
        assert top >= 0
        assert right <= WIDTH
        assert bottom <= HEIGHT
        for b in nodes[index + 1 :]:
            left2, top2, right2, bottom2 = b.box
            apart = right <= left2 or right2 <= left or bottom <= top2 or bottom2 <= top
            assert apart, (a, b)


def test_limit_keeps_those_who_share_most() -> None:
    nodes = place(_together(("A", "B", 5), ("A", "C", 4), ("C", "D", 1)), limit=3)
    assert [node.name for node in nodes] == ["A", "B", "C"]


def test_a_line_for_each_pair_and_a_trace_for_each_kind() -> None:
    figure = build_network(_together(("Peru", "Ann", 3), ("Peru", "Bo", 1)))
    lines = [trace for trace in figure.data if trace.mode == "lines"]
    marks = {trace.name: list(trace.customdata) for trace in figure.data if trace.mode != "lines"}
    assert len(lines) == 2
    assert lines[0].line.width < lines[1].line.width
    assert marks == {"Country": ["peru"], "Person": ["ann", "bo"]}


def test_names_are_escaped() -> None:
    figure = build_network(_together(("<i>A</i>", "B", 1)))
    marks = next(trace for trace in figure.data if trace.mode != "lines")
    assert marks.text == ("&lt;i&gt;A&lt;/i&gt;",)
    assert "<i>" not in marks.hovertext[0]


def test_empty() -> None:
    empty = pd.DataFrame(columns=COLUMNS)
    assert place(empty) == []
    assert len(build_network(empty).data) == 0
    assert describe_network(empty) == "No two of them appear in the same sentence."


def test_finding() -> None:
    words = describe_network(_together(("Peru", "Ann", 3), ("Peru", "Bo", 1)))
    assert words == "Peru and Ann appear together most: 3 sentences"
