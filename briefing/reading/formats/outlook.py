"""Outlook messages (.msg), and what other old Office files are."""

from __future__ import annotations

import email.utils
import io

from briefing.errors import ReadingError
from briefing.reading.formats.mail import clean_subject, mail_article
from briefing.reading.formats.mail_parts import mail_text
from briefing.reading.formats.markup import page_text
from briefing.reading.raw import File, Raws, noted
from briefing.wording.reading import OLD_EXCEL, OLD_WORD, attachments

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def is_message(file: File) -> bool:
    """Say whether an old Office file is an Outlook message."""
    return file.data.startswith(SIGNATURE) and _named(file, "__properties_version1.0")


def is_locked(file: File) -> bool:
    """Say whether it is a newer Office file that is locked with a password."""
    return file.data.startswith(SIGNATURE) and _named(file, "EncryptedPackage")


def old_kind(file: File) -> str:
    """Say what an old Office file is."""
    for stream, kind in (
        ("WordDocument", OLD_WORD),
        ("Workbook", OLD_EXCEL),
        ("Book", OLD_EXCEL),
        ("PowerPoint Document", "an old PowerPoint presentation (.ppt)"),
    ):
        if _named(file, stream):
            return kind
    return "an old Office document"


def _named(file: File, stream: str) -> bool:
    return stream.encode("utf-16-le") in file.data


def read_message(file: File) -> Raws:
    """Read an Outlook message: subject, sender, day and words."""
    from oxmsg import Message

    message = Message.load(io.BytesIO(file.data))
    text = message.body or ""
    html = _html(message)
    if html:
        marked = mail_text(page_text(html, name=file.name), file.name)
        text = marked if len(text.strip()) < 0.5 * len(marked) else text
    if not any(map(str.isalnum, text)):
        raise ReadingError(
            f"{file.name} is an Outlook message whose words cannot be read; open it, save it as "
            "plain text, or paste its text.",
            path=file.name,
        )
    name, address = email.utils.parseaddr(message.sender or "")
    raw = mail_article(
        text,
        subject=clean_subject(message.subject),
        sender=name or address or None,
        sent=message.message_headers.get("Date") or message.sent_date,
    )
    files = [one.file_name for one in message.attachments if one.file_name]
    if files:
        raw = noted(raw, attachments(files))
    yield raw


def _html(message: object) -> bytes:
    """Return the bytes of a message's HTML, whose encoding its own head names."""
    from oxmsg.domain import constants

    properties = getattr(message, "properties")  # noqa: B009 - the package has no types for it
    found = properties.binary_prop_value(constants.PID_HTML)
    return found if isinstance(found, bytes) else b""
