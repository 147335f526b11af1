"""How far a long reading has come, in words: done, failed, left, and how long that may take."""

from __future__ import annotations

from briefing.wording.words import count

_SOON = 90
"""Up to so many seconds are told as seconds."""

_MANY_MINUTES = 90
"""Up to so many minutes are told as minutes."""


def progress_words(done: int, failed: int, total: int, seconds: float, *, what: str) -> str:
    """Say how far it has come: "12 of 40 files, 1 failed, 28 left, about 3 minutes".

    Args:
        done: How many are done, the failed among them.
        failed: How many articles or files could not be read.
        total: How many there are.
        seconds: How long it has taken so far.
        what: What is counted, in the singular.
    """
    left = max(total - done, 0)
    parts = [f"{done:,} of {count(total, what)}"]
    if failed:
        parts.append(f"{failed:,} failed")
    parts.append(f"{left:,} left")
    if done and left:
        parts.append(f"about {_time_words(seconds / done * left)}")
    return ", ".join(parts)


def _time_words(seconds: float) -> str:
    if seconds < _SOON:
        return count(max(round(seconds), 1), "second")
    minutes = seconds / 60
    if minutes < _MANY_MINUTES:
        return count(round(minutes), "minute")
    return f"{minutes / 60:.1f} hours"
