"""`doctor`: says what is wrong with an installation."""

from __future__ import annotations

import argparse

from briefing.doctor import examine
from briefing.wording.words import count


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    command = commands.add_parser("doctor", help="say what is wrong with this installation")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print what each check found; return 1 when something has to be done."""
    faults = 0
    for found in examine():
        faults += found.fault
        print(f"{'FAULT' if found.fault else 'ok':6}{found.about:9} {found.said}", flush=True)
    print(f"{count(faults, 'fault')}." if faults else "All is well.")
    return 1 if faults else 0
