"""The version of the program, which every read article carries."""

from __future__ import annotations

import re

VERSION = "0.7.0"


def is_older(reader_version: str) -> bool:
    """Say whether an article was read by an older version of the program than this one.

    Args:
        reader_version: As in table `articles`: the version, a space, the model; what begins with
            no version counts as older.
    """
    return _numbers(reader_version) < _numbers(VERSION)


def is_this(reader_version: str) -> bool:
    """Say whether an article was read by this version of the program, with whatever model."""
    return _numbers(reader_version) == _numbers(VERSION)


def _numbers(version: str) -> tuple[int, ...]:
    found = re.match(r"\d+(\.\d+)*", version)
    return tuple(map(int, found[0].split("."))) if found else ()
