"""`python -m briefing`: see `python -m briefing --help`."""

from __future__ import annotations

from briefing.cli import main

if __name__ == "__main__":
    raise SystemExit(main(program="python -m briefing"))
