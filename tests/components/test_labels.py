"""What the margin says about a fact."""

from __future__ import annotations

import pandas as pd

from components.labels import event_labels, relation_labels, time_labels


def _relation(name: str, source: str, target: str, **more: object) -> dict[str, object]:
    return {
        "relation_id": name,
        "source": source,
        "target": target,
        "source_name": source.title(),
        "target_name": target.title(),
        "trigger": "treaty",
        "trigger_start": 5,
        "trigger_end": 11,
        "quad": "material-cooperation",
        "standing": "asserted",
        **more,
    }


def test_what_holds_both_ways_is_said_once() -> None:
    labels = relation_labels(
        pd.DataFrame([_relation("r1", "peru", "chile"), _relation("r2", "chile", "peru")])
    )
    assert labels["r1"].text == labels["r2"].text == "Peru ↔ Chile: treaty"
    assert labels["r1"].twin == ""
    assert labels["r2"].twin == "r1"


def test_one_way_keeps_its_arrow_and_its_standing() -> None:
    labels = relation_labels(pd.DataFrame([_relation("r1", "peru", "chile", standing="denied")]))
    assert labels["r1"].text == "Peru → Chile: treaty (denied)"


def test_other_words_are_another_relation() -> None:
    labels = relation_labels(
        pd.DataFrame(
            [
                _relation("r1", "peru", "chile"),
                _relation("r2", "chile", "peru", trigger_start=30, trigger_end=36),
            ]
        )
    )
    assert labels["r1"].text == "Peru → Chile: treaty"
    assert labels["r2"].text == "Chile → Peru: treaty"


def test_lengths_of_time_are_no_dates() -> None:
    row = {"time_id": "t", "type": "DURATION", "date": None, "precision": "unknown"}
    frame = pd.DataFrame([{**row, "earliest": None, "latest": None}])
    assert time_labels(frame)["t"].text == "a length of time"


def test_an_event_says_how_it_stands() -> None:
    row = {
        "event_id": "e1",
        "title": "Talks",
        "date": "2031-05-04",
        "precision": "day",
        "earliest": "2031-05-04",
        "latest": "2031-05-04",
        "tense": "upcoming",
        "standing": "attributed",
        "attributed_to": "The rebels",
    }
    frame = pd.DataFrame([row, row | {"event_id": "e2", "standing": "expected"}])
    frame.loc[1, "attributed_to"] = None
    labels = event_labels(frame)
    assert labels["e1"].text == "Talks · 4 May 2031 (claimed by the rebels)"
    assert labels["e2"].text == "Talks · 4 May 2031"
