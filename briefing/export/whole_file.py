"""Keeps a file: under another name until it is whole, so that nothing half-written is left."""

from __future__ import annotations

import os
from pathlib import Path

from briefing.errors import ExportError


def write_whole_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; what had that name before is replaced at the end.

    Raises:
        ExportError: It cannot be written; what was there before is untouched.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        try:
            part.write_bytes(data)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise ExportError(
            f"{path} cannot be written ({error.strerror}); choose another file."
        ) from error
