"""RTF documents."""

from __future__ import annotations

import re

from briefing.errors import ReadingError
from briefing.reading.raw import File, RawArticle, Raws
from briefing.wording.reading import FOOTNOTES

_LINK = re.compile(r"(?<=\w)\(\"?(?:https?|mailto):[^\s\"()]{1,2000}\"?\)")
_CELL = re.compile(r"(?<=\S)\|(?=\S|$)", re.MULTILINE)
_PICTURE = re.compile(rb"\\pict\b[^{}]{0,2000}?(?:[0-9a-fA-F]{32}[0-9a-fA-F\s]*)")
_HIDDEN = re.compile(rb"\{\\v(?=[ \\])[^{}]{0,20000}\}|\\v(?=[ \\])[^{}]{0,20000}?\\v0(?= ?)")
"""What is set to be hidden: "{\\v words}" or "\\v words\\v0"."""
_FOOTNOTE = re.compile(rb"\\footnote\b")


def read_rtf(file: File) -> Raws:
    """Read the words of an RTF document."""
    from striprtf.striprtf import rtf_to_text

    if b"{\\rtf" not in file.data[:200]:
        raise ReadingError(
            f"{file.name} is not an RTF document; save it again, or paste its text.", path=file.name
        )
    light = _HIDDEN.sub(b"", _PICTURE.sub(rb"\\pict", file.data))
    file.budget.check_time(file.name)
    words = str(rtf_to_text(light.decode("latin-1"), encoding="cp1252", errors="replace"))
    file.budget.check_time(file.name)
    words = _CELL.sub("\t", _LINK.sub("", words))
    lines = [line.rstrip(" |") for line in words.split("\n")]
    notes = (FOOTNOTES,) if _FOOTNOTE.search(file.data) else ()
    yield RawArticle(text="\n".join(lines).strip("\n"), notes=notes)
