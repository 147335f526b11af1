"""Seals an Office file: the same content gives the same bytes, whenever and wherever it is made."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, date, datetime, time

from briefing.brief import Brief
from briefing.drawing.xml_text import xml_text
from briefing.version import VERSION
from briefing.wording.marking import style_of

_LONGEST = 255
"""So many characters a property of an Office file may have."""

_DATED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")

_THUMBNAIL = "docProps/thumbnail.jpeg"
_THUMBNAIL_LINK = re.compile(rb"<Relationship [^>]*metadata/thumbnail[^>]*/>")

_APP = "docProps/app.xml"
_APP_XML = (
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    f"<Application>Briefing {VERSION}</Application></Properties>"
).encode()


def file_time(made: date) -> datetime:
    """Return when a file made on a day says that it was made: at the day's beginning, in UTC."""
    return datetime.combine(made, time(), UTC)


def repacked(data: bytes, made: date) -> bytes:
    """Write an Office file's zip again so that nothing in it tells when or where it was packed.

    The picture of an empty page and the counts that come with the libraries' templates are left
    out; the workbook behind a chart is sealed too.

    Args:
        data: The file as python-docx or python-pptx wrote it.
        made: The day that stands in it.
    """
    packed = io.BytesIO()
    dated = (max(made.year, 1980), made.month, made.day, 0, 0, 0)
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name == _THUMBNAIL:
                continue
            info = zipfile.ZipInfo(name, dated)
            info.create_system, info.external_attr = 0, 0
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, _member(name, old.read(name), made))
    return packed.getvalue()


def _member(name: str, content: bytes, made: date) -> bytes:
    if name.endswith(".xlsx"):
        return repacked(content, made)
    if name == _APP:
        return _APP_XML
    if name == "_rels/.rels":
        return _THUMBNAIL_LINK.sub(b"", content)
    if name == "docProps/core.xml":
        stamp = f"{made.isoformat()}T00:00:00Z".encode()
        return _DATED.sub(lambda found: found[1] + stamp + found[2], content)
    return content


def properties(brief: Brief) -> dict[str, str]:
    """Return the text properties of a file: title, subject, author, language, marking.

    Args:
        brief: What the file says.
    """
    style = style_of(brief.marking)
    found = {
        "title": brief.title,
        "subject": f"{brief.scope} · {brief.filter_words}",
        "author": (brief.own.author if brief.own else "") or brief.program,
        "last_modified_by": brief.program,
        "category": style.text if style else "",
        "keywords": style.text if style else "",
        "comments": f"{brief.review}. {brief.verified}.",
        "language": "en-GB",
    }
    return {name: xml_text(value)[:_LONGEST] for name, value in found.items()}
