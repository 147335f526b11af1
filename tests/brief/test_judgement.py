"""Judgement lines: what is said of their words, and that nothing is said of plain ones."""

from __future__ import annotations

from itertools import pairwise

import pytest

from briefing.brief.judgement import notes_on
from briefing.reference.likelihood import ScaleName, likelihood

LINES: list[tuple[str, ScaleName, list[tuple[str, str]]]] = [
    ("Norway warned Chile on Monday.", "phia", []),
    ("The catch was landed in May.", "phia", []),
    ("A remote village was cut off.", "icd203", []),
    (
        "Talks are likely to go on [2].",
        "phia",
        [("range", "“likely” stands for 55–75 % on the UK probability yardstick (PHIA).")],
    ),
    (
        "Talks are likely to go on [2].",
        "icd203",
        [("range", "“likely” stands for 55–80 % on the US scale (ICD 203).")],
    ),
    (
        "A strike is very likely (Harbour News, 3 May).",
        "phia",
        [
            (
                "scale",
                "“very likely” is of the US scale (ICD 203); the UK probability yardstick (PHIA) "
                "says “highly likely” (80–90 %).",
            )
        ],
    ),
    (
        "There is a realistic possibility of a strike [1].",
        "icd203",
        [
            (
                "scale",
                "“realistic possibility” is of the UK probability yardstick (PHIA); the US scale "
                "(ICD 203) says “roughly even chance” (45–55 %).",
            )
        ],
    ),
    (
        "We judge with high confidence that Chile will probably refuse [1].",
        "phia",
        [
            ("range", "“probably” stands for 55–75 %"),
            ("together", "“probably” and “high confidence” stand in one sentence"),
        ],
    ),
    (
        "Chile will probably refuse [1]. We have high confidence in this.",
        "phia",
        [("range", "“probably” stands for 55–75 %")],
    ),
    (
        "Chile might refuse [1].",
        "phia",
        [("vague", "“might” is on no scale; the UK probability yardstick (PHIA) has: remote")],
    ),
    (
        "Chile will almost certainly refuse.",
        "phia",
        [
            ("range", "“almost certainly” stands for 95–100 %"),
            ("source", "“Chile will almost certainly refuse.” names no source"),
        ],
    ),
    ("We assess that the fleet stays.", "phia", [("source", "names no source")]),
    (
        "The ministry said " + "that it would wait for the fleet " * 6 + "[1].",
        "phia",
        [("long", "has 46 words; split it")],
    ),
]


@pytest.mark.parametrize(("line", "scale", "expected"), LINES)
def test_what_is_said_of_a_line(
    line: str, scale: ScaleName, expected: list[tuple[str, str]]
) -> None:
    found = notes_on([line], scale)
    assert [note.kind for note in found] == [kind for kind, _ in expected]
    for note, (_, words) in zip(found, expected, strict=True):
        assert words in note.words


def test_the_same_is_said_once() -> None:
    assert len(notes_on(["It is likely [1].", "It is likely [2]."], "phia")) == 1


@pytest.mark.parametrize("name", ["icd203", "phia"])
def test_a_scale_goes_from_unlikely_to_certain_and_no_word_stands_twice(name: str) -> None:
    bands = likelihood().scales[name].bands
    assert len(bands) == 7
    assert [band.low for band in bands] == sorted(band.low for band in bands)
    assert all(one.high <= other.low for one, other in pairwise(bands))
    words = [word for band in bands for word in band.words]
    assert len(words) == len(set(words))
