"""Tests that are left out where a program of theirs is missing: the run says which; CI fails."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest

NO_BROWSER = (
    "there is no chromium, and the tests in the browser need it. As root: apt-get install chromium"
)
NO_SERVER = "there is no PostgreSQL, and these tests need it. As root: apt-get install postgresql"
REASONS = (NO_BROWSER, NO_SERVER)


def leave_out(why: str) -> NoReturn:
    """Leave the running test out, for one of REASONS; with CI set it fails."""
    if os.environ.get("CI", "").lower() not in ("", "0", "false"):
        pytest.fail(f"With CI set nothing is left out, but {why}", pytrace=False)
    pytest.skip(why)
