"""Zip archives: each file in them that can be read."""

from __future__ import annotations

from pathlib import PurePosixPath

from briefing.errors import ReadingError
from briefing.reading.formats import packed
from briefing.reading.raw import File, Raws

_TRIFLES = ("__macosx", "thumbs.db", "desktop.ini")


def read_zip(file: File) -> Raws:
    """Read the files of an archive, in the order of their names; others are named."""
    from briefing.reading.registry import read_inside

    with packed.opened(file) as archive:
        members = sorted(
            (
                info
                for info in archive.infolist()
                if not info.is_dir() and not _is_trifle(info.filename)
            ),
            key=lambda info: info.filename,
        )
        if not members:
            raise ReadingError(
                f"{file.name} is an archive without files; add them.", path=file.name
            )
        for info in members:
            name = _shown(info.filename)
            inner = file.inside(b"", name)
            try:
                data = packed.unpacked(archive, info, file)
            except ReadingError as error:
                yield ReadingError(str(error).replace(file.name, f"{file.name}, {name}", 1),
                                   path=f"{file.name}, {name}")  # fmt: skip
                if file.budget.unpacked < 0:
                    return
                continue
            yield from read_inside(File(data, name, inner.budget, inner.depth), file.name)


def _shown(name: str) -> str:
    """Return a member's name fit to be shown: one line of it, no way out of a folder."""
    parts = [
        part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..")
    ]
    shown = "/".join(
        "".join(sign if sign.isprintable() else "�" for sign in part) for part in parts
    )
    return shown[:200] or "a file"


def _is_trifle(name: str) -> bool:
    parts = name.casefold().split("/")
    return any(part.startswith(".") or part in _TRIFLES for part in parts)
