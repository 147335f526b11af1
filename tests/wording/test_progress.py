from __future__ import annotations

import pytest

from briefing.wording.progress import progress_words


@pytest.mark.parametrize(
    ("done", "failed", "total", "seconds", "said"),
    [
        (0, 0, 1, 0, "0 of 1 file, 1 left"),
        (10, 0, 40, 10, "10 of 40 files, 30 left, about 30 seconds"),
        (10, 2, 40, 60, "10 of 40 files, 2 failed, 30 left, about 3 minutes"),
        (1_000, 0, 10_000, 3_600, "1,000 of 10,000 files, 9,000 left, about 9.0 hours"),
        (40, 1, 40, 60, "40 of 40 files, 1 failed, 0 left"),
        (99, 0, 100, 9, "99 of 100 files, 1 left, about 1 second"),
    ],
)
def test_how_far_it_is(done: int, failed: int, total: int, seconds: float, said: str) -> None:
    assert progress_words(done, failed, total, seconds, what="file") == said
