from __future__ import annotations

from typing import Any

import pytest

from briefing.library.queries.briefing import _spread


def row(article: str, start: int, *, leans: bool = False) -> dict[str, Any]:
    return {"article_id": article, "start": start, "leans": leans}


HE = row("a", 40, leans=True)
FIRST, LAST = row("a", 0), row("a", 90)
OTHER = row("b", 0)


@pytest.mark.parametrize(
    ("best_first", "limit", "chosen"),
    [
        ([HE, FIRST], 1, [FIRST]),
        ([HE, FIRST, LAST], 2, [FIRST, HE]),
        ([HE, LAST], 2, [LAST, HE]),
        ([HE], 3, [HE]),
        ([FIRST, LAST, OTHER], 2, [FIRST, OTHER]),
        ([FIRST, HE, OTHER], 3, [FIRST, OTHER, HE]),
    ],
)
def test_gist_says_who_is_meant_before_he(
    best_first: list[dict[str, Any]], limit: int, chosen: list[dict[str, Any]]
) -> None:
    assert _spread(best_first, limit) == chosen
