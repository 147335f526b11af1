"""No key, token or password lies in what is committed."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

SIGNS = re.compile(
    rb"-----BEGIN [A-Z ]*PRIVATE KEY-----"
    rb"|\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"
    rb"|\bgh[pousr]_[A-Za-z0-9]{36}\b"
    rb"|\bxox[abprs]-[A-Za-z0-9-]{10,}"
    rb"|\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\."
    rb"|(?i:secret|token|password|passwd|api_?key)[\"']?\s*[:=]\s*[\"'][A-Za-z0-9+/_-]{24,}[\"']"
)


def _committed() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True)
    if listed.returncode:
        pytest.skip("this folder is no checkout of git")
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name]


def test_nothing_that_is_committed_is_a_secret() -> None:
    found = [
        str(path.relative_to(ROOT))
        for path in _committed()
        if path.is_file() and path.stat().st_size < 2_000_000 and SIGNS.search(path.read_bytes())
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "-----BEGIN RSA PRIVATE" + " KEY-----",
        "client_secret = '" + "a1B2" * 8 + "'",
        "AKIA" + "ABCDEFGHIJKLMNOP",
    ],
)
def test_a_secret_would_be_found(line: str) -> None:
    assert SIGNS.search(line.encode())
