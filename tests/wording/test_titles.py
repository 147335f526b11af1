from __future__ import annotations

import pytest

from briefing.wording.titles import bare_title


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Upcoming  vote in Peru", "Vote in Peru"),
        ("Vote in Peru", "Vote in Peru"),
        ("Upcoming", "Upcoming"),
        ("forthcoming G20 summit", "G20 summit"),
        ("", ""),
    ],
)
def test_bare_title_leaves_out_what_next_says(title, bare) -> None:
    assert bare_title(title) == bare
