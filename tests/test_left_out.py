from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_a_run_without_chromium_says_which_tests_were_left_out(tmp_path: Path) -> None:
    """Also where several processes run the tests, as `make test` does."""
    path = "tests/browser/test_ways.py"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    kept.pop("CI", None)
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            path,
            "-n1",
            "-k",
            "choices_are_in_the_address",
            "--maxfail=1",
        ],
        cwd=ROOT,
        env=kept | {"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout
    assert "tests left out: there is no chromium" in run.stdout
    assert path in run.stdout
