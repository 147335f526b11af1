"""The commands that the documents tell readers to type, as the arguments of the program.

A synopsis stands for two commands, one without and one with what is in brackets; of alternatives
(`csv|jsonl`) it is the first, and PATH…, DIR, FILE and the like are filled in.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "docs/guide.md", "docs/operating.md")

_CODE = re.compile(r"^    (?P<block>.+)$|`(?P<inline>[^`\n]+)`", flags=re.MULTILINE)
_PROGRAM = re.compile(r"(?:python -m )?briefing (?P<arguments>[a-z].*)")
_BRACKETS = re.compile(r"\[([^\]]*)\]")


def filled_in(out: Path) -> dict[str, str]:
    """Return what stands for the placeholders; files are written below `out`."""
    return {
        "PATH…": str(ROOT / "data" / "articles"),
        "FOLDER": str(ROOT / "data" / "articles"),
        "SECONDS": "30",
        "DIR": str(out / "tables"),
        "FILE": str(out / "file"),
        "FILE.sqlite": str(out / "file.sqlite"),
        "FILE.zip": str(out / "file.zip"),
        "brief.pdf": str(out / "brief.pdf"),
        "YYYY-MM-DD": "2026-11-30",
        "VERSION": "0.2.0",
    }


def commands(text: str, words: Mapping[str, str]) -> list[list[str]]:
    """Return the arguments of every command of the program in a document, in order.

    A command that is only named (`python -m briefing export`) is asked for its help.

    Args:
        text: The document, in Markdown.
        words: What stands for each placeholder.
    """
    found: list[list[str]] = []
    for code in _CODE.finditer(text):
        written = _PROGRAM.fullmatch((code["block"] or code["inline"]).strip())
        if written is None:
            continue
        synopsis = written["arguments"]
        for form in dict.fromkeys((_BRACKETS.sub("", synopsis), _BRACKETS.sub(r"\1", synopsis))):
            tokens = shlex.split(form, comments=True)
            arguments = [words.get(token, token.partition("|")[0]) for token in tokens]
            only_named = code["inline"] is not None and len(arguments) == 1
            found.append([*arguments, "--help"] if only_named else arguments)
    return found


def scripts(text: str) -> list[str]:
    """Return the blocks of Python in a document."""
    return re.findall(r"^```python\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)


def modules(text: str) -> list[str]:
    """Return the modules that a document tells to start with `python -m`, each once."""
    started = re.findall(r"python -m ((?:benchmarks|scripts|training)[\w.]*)", text)
    return list(dict.fromkeys(started))
