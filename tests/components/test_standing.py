"""What marks a quotation has beside its kind and act."""

from __future__ import annotations

import pytest

from briefing.wording.signs import QUOTE_KINDS, STANDINGS
from components.standing import KINDS, MEANINGS, standing_words

TEXT = "Peru may have said that Chile attacked it."


def quote(act="says", speaker="country:PER", cue_start=None):
    return {"act": act, "speaker_id": speaker, "cue_start": cue_start}


def held(standing, denied_by=None, name=None, condition=None):
    return {
        "source_name": "Chile",
        "target_name": "Peru",
        "trigger": "attacked",
        "standing": standing,
        "denied_by": denied_by,
        "denied_by_name": name,
        "condition": condition,
    }


def words(row, *within):
    return [sign.word for sign, _ in standing_words(row, within, TEXT)]


@pytest.mark.parametrize(
    ("row", "within", "expected"),
    [
        (quote(), [], []),
        (quote(), [held("possible"), held("possible")], ["Possible"]),
        (quote(), [held("conditional", condition="if it rains")], ["Only if"]),
        (quote(), [held("denied", "country:CHL", "Chile")], ["Denied by Chile"]),
        (
            quote(),
            [held("disputed", "country:CHL; country:BOL", "Chile; Bolivia")],
            ["Disputed by Chile and Bolivia"],
        ),
        # Who denies it is the speaker: the act says so.
        (quote("denies"), [held("denied", "country:PER", "Peru")], []),
        (quote("denies"), [held("denied", "country:CHL; country:PER", "Chile; Peru")], []),
        (quote("denies"), [held("denied", "country:CHL", "Chile")], ["Denied by Chile"]),
        (quote(cue_start=TEXT.index("said")), [], ["Possibly said (“may”)"]),
        (quote(cue_start=0), [], []),
    ],
)
def test_marks_of_a_quotation(row, within, expected) -> None:
    assert words(row, *within) == expected


def test_mark_tells_of_what_it_is_said() -> None:
    ((_, of),) = standing_words(quote(), [held("conditional", condition="if it rains")], TEXT)
    assert of == "Chile → Peru: “attacked”, if it rains"


def test_key_explains_every_kind_and_every_standing_that_is_marked() -> None:
    assert set(KINDS) == set(QUOTE_KINDS)
    assert set(MEANINGS) == set(STANDINGS) - {"asserted", "attributed"}
