"""Lists of dates as briefs have them: each entry has its own date."""

from __future__ import annotations

import pytest

from tests.conftest import ReadText

LISTS = [
    (
        "Forward look\n\n"
        "3 March – visit of the Chilean foreign minister\n"
        "12 March – expiry of the deadline for Peru\n"
        "Mid-April – talks in Oslo (to be confirmed)\n",
        {
            "visit": ("2031-03-03", "2031-03-03"),
            "expiry": ("2031-03-12", "2031-03-12"),
            "talks": ("2031-04-11", "2031-04-20"),
        },
    ),
    (
        "The minister spoke in Lima on Monday.\n\nKey dates:\n"
        "• 5 May 2031: summit of the Andean states in Lima\n"
        "• 9 May 2031: budget, second reading\n"
        "• 20 May 2031: Norway and Chile sign a treaty\n",
        {
            "summit": ("2031-05-05", "2031-05-05"),
            "reading": ("2031-05-09", "2031-05-09"),
            "sign": ("2031-05-20", "2031-05-20"),
        },
    ),
    (
        "Peru sent two ships.\n\nCOMING UP\n\n"
        "Mon, 3 March: election in Fiji\nFri, 7 March: court ruling on the canal\n\nEnd of note",
        {"election": ("2031-03-03", "2031-03-03"), "ruling": ("2031-03-07", "2031-03-07")},
    ),
]


@pytest.mark.parametrize(("text", "days"), LISTS)
def test_each_entry_of_a_list_has_its_own_date(
    read_text: ReadText, text: str, days: dict[str, tuple[str, str]]
) -> None:
    doc = read_text(text, published="2031-02-20")
    found = {
        doc[event.head].lower_: (event.earliest, event.latest)
        for event in doc._.events
        if doc[event.head].lower_ in days
    }
    assert found == days
    for event in doc._.events:
        assert "\n" not in text[event.start : event.end], event.title


def test_a_line_of_prose_that_begins_with_a_date_is_no_list(read_text: ReadText) -> None:
    text = "Peru will hold its election on\n4 May - a Sunday - and Chile\nwill hold talks in June."
    doc = read_text(text, published="2031-02-20")
    assert [sentence.text for sentence in doc.sents] == [doc.text]
