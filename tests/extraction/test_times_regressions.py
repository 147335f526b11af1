"""Mistakes that were made once."""

from __future__ import annotations

import pytest

from tests.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        pytest.param(
            "The inspectors left over the past fortnight.",
            "2024-05-20",
            {"the past fortnight": "P2W"},
            id="fortnight-counts-back",
        ),
        pytest.param(
            "March 28, 2006\nTen years after its launch, the agency has been closed.",
            None,
            {"March 28, 2006": "2006-03-28", "Ten years": "P10Y"},
            id="year-does-not-run-into-next-line",
        ),
        pytest.param(
            "The stop in Lima, which was planned for May 3, may be dropped.",
            "2024-04-25",
            {"May 3": "2024-05-03"},
            id="day-almost-a-year-ago-would-have-its-year",
        ),
        pytest.param(". 1100", None, {}, id="year-after-a-full-stop-that-opens-the-text"),
    ],
)
def test_times_of_old_mistakes(
    read_text: ReadText, text: str, published: str | None, expected: dict[str, str]
) -> None:
    doc = read_text(text, published=published)
    found = {text[time.start : time.end]: time.value for time in doc._.times}
    assert expected.items() <= found.items()
