"""The empty Word and PowerPoint files that everything is written into, packed from their parts.

The parts lie as plain XML beside this module, so that a change to a style or a layout can be read.
"""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path
from typing import Literal

_PARTS = Path(__file__).resolve().parent


def template(name: Literal["word", "powerpoint"]) -> io.BytesIO:
    """Return an empty file of a kind, to be opened by python-docx or python-pptx."""
    return io.BytesIO(_packed(name))


@cache
def _packed(name: str) -> bytes:
    folder = _PARTS / name
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.writestr(path.relative_to(folder).as_posix(), path.read_bytes())
    return packed.getvalue()
