"""Mail (.eml), saved web archives (.mhtml), and the head of a mail that was pasted."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.utils import parseaddr

from briefing.errors import ReadingError
from briefing.reading.decode import decode, decoded_as
from briefing.reading.formats.html import read_page
from briefing.reading.formats.mail_parts import mail_text, parts_of
from briefing.reading.formats.markup import page_text
from briefing.reading.lines import plain_ends
from briefing.reading.raw import File, RawArticle, Raws, noted
from briefing.wording.reading import attachments

_HEADERS = re.compile(
    r"(?:from|to|cc|bcc|subject|date|sent|reply-to|sender|return-path|received|delivered-to|"
    r"message-id|mime-version|content-type|content-transfer-encoding|x-[\w-]+|dkim-signature|"
    r"authentication-results|importance|thread-\w+|in-reply-to|references|list-[\w-]+|"
    r"snapshot-content-location|arc-[\w-]+|organization|user-agent|attachments?)\s*:.*",
    re.IGNORECASE,
)
_KNOWN = re.compile(r"(?im)^(from|to|subject|date|sent|mime-version|received|message-id)\s*:")
_SUBJECT_SIGNS = re.compile(
    r"^\s*(?:\[(?:ext|external|extern|spam)[^\]]{0,20}\]|(?:re|fwd?|aw|wg|tr|rv|sv|vs)\s*:)\s*",
    re.IGNORECASE,
)


def looks_like_mail(text: str) -> bool:
    """Say whether a text begins with the head of a mail: at least two of its usual lines."""
    head = plain_ends(text[:20_000].lstrip("\ufeff\r\n")).split("\n\n", 1)[0]
    lines = head.split("\n")
    if not lines or not _HEADERS.fullmatch(lines[0].strip()):
        return False
    if not all(line[:1] in (" ", "\t") or _HEADERS.fullmatch(line.strip()) for line in lines[:4]):
        return False
    names = {name.casefold() for name in _KNOWN.findall(head)}
    return len(names) >= 2 and bool(names & {"from", "received", "mime-version", "message-id"})


def looks_like_archive(text: str) -> bool:
    """Say whether a text is a web page saved as one file (MHTML)."""
    head = text[:4000].casefold()
    return (
        "mime-version" in head
        and "multipart/related" in head
        and (
            "snapshot-content-location" in head or "<saved by" in head or "content-location" in head
        )
    )


def read_mail(file: File) -> Raws:
    """Read a mail: its own words first, then the files attached to it that can be read."""
    from briefing.reading.registry import kind_of, read_inside

    message = _message(file.data)
    subject = clean_subject(_header(message, "subject"))
    sender = _sender(_header(message, "from"))
    text, attached = _body(message, file)
    sent = _header(message, "date") or _header(message, "sent")
    file.budget.check_time(file.name)
    own = mail_article(text, subject=subject, sender=sender, sent=sent)
    unread: list[str] = []
    further: list[File] = []
    for part in attached:
        name = part.get_filename() or ""
        data = _payload(part)
        inner = file.inside(data, name or "a message")
        if data and kind_of(inner) is not None and not _is_trifle(part, data):
            further.append(inner)
        elif name:
            unread.append(name)
    if unread:
        own = noted(own, attachments(unread))
    if any(map(str.isalnum, text)) or not further:
        yield own
    for inner in further:
        yield from read_inside(inner, file.name)


def read_archive(file: File) -> Raws:
    """Read a web page saved as one file."""
    message = _message(file.data)
    for part in _walk(message):
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            address = _header(message, "snapshot-content-location") or str(
                part.get("content-location", "")
            )
            source = page_text(_payload(part), name=file.name, charset=_charset(part))
            url = address.strip() if address.startswith(("http://", "https://")) else None
            yield read_page(source, file, url=url)
            return
    raise ReadingError(
        f"{file.name} contains no web page; save the page again, or paste the article’s text.",
        path=file.name,
    )


def mail_article(
    text: str, *, subject: str, sender: str | None, sent: object, notes: tuple[str, ...] = ()
) -> RawArticle:
    """Return the article in a mail: its words without greeting's end, disclaimer and replies.

    A mail that only passes another one on gives that one.
    """
    parts = parts_of(text)
    raw = RawArticle(
        text=parts.text,
        title=subject,
        source=sender,
        published=sent,
        notes=notes,
        removed=parts.removed,
    )
    if parts.forwarded is None:
        return raw
    head = parts.forwarded
    return replace(
        raw,
        title=clean_subject(head.get("subject", "")) or raw.title,
        source=_sender(head.get("from", "")) or raw.source,
        published=head.get("sent") or head.get("date") or raw.published,
    )


def clean_subject(subject: str) -> str:
    """Return a subject without "Re:", "Fwd:" and the marks of mail servers."""
    words = " ".join(subject.split())
    while (shorter := _SUBJECT_SIGNS.sub("", words)) != words:
        words = shorter
    return words.strip()


def _message(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data.lstrip(b"\r\n"), policy=email.policy.default)
    if not isinstance(message, EmailMessage):  # pragma: no cover - what the policy makes
        raise TypeError("the policy gives another kind of message")
    return message


def _header(message: EmailMessage, name: str) -> str:
    try:
        value = message.get(name)
        return "" if value is None else " ".join(str(value).split())
    except Exception:  # what the standard library raises for broken headers differs by version
        raw = next((value for key, value in message.raw_items() if key.casefold() == name), "")
        return " ".join(str(raw).split())


def _sender(value: str) -> str | None:
    name, address = parseaddr(value)
    name = name.strip().strip("'\"")
    if name.startswith("=?"):
        name = ""
    return name or address or (value.strip() or None)


def _walk(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts of a message that hold something, those of attached messages left out."""
    waiting = [message]
    while waiting:
        part = waiting.pop(0)
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            waiting[:0] = [one for one in part.iter_parts() if isinstance(one, EmailMessage)]
        else:
            yield part


def _body(message: EmailMessage, file: File) -> tuple[str, list[EmailMessage]]:
    """Return a mail's words and the parts that are attached."""
    plain: list[str] = []
    marked: list[str] = []
    attached: list[EmailMessage] = []
    for part in _walk(message):
        file.budget.check_time(file.name)
        kind = part.get_content_type()
        if part.get_content_disposition() == "attachment" or part.get_filename():
            attached.append(part)
        elif kind == "text/plain":
            plain.append(_unwrapped(_text(part, file.name), part))
        elif kind == "text/html":
            marked.append(mail_text(_text(part, file.name), file.name))
        elif kind == "message/rfc822":
            attached.append(part)
    from_html = "\n\n".join(filter(None, marked))
    from_plain = "\n\n".join(filter(None, map(str.strip, plain)))
    # The plain part is often but a line: "Your program shows no HTML"
    use_html = from_html and len(from_plain) < 0.5 * len(from_html)
    return (from_html if use_html else from_plain), attached


def _payload(part: EmailMessage) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        inner = inner[0] if isinstance(inner, list) and inner else inner
        return inner.as_bytes() if isinstance(inner, EmailMessage) else b""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _charset(part: EmailMessage) -> str | None:
    found = part.get_content_charset()
    return found if isinstance(found, str) else None


def _text(part: EmailMessage, name: str) -> str:
    data = _payload(part)
    charset = _charset(part)
    text = decoded_as(data, charset) if charset and charset != "us-ascii" else None
    return text if text is not None and "\x00" not in text else decode(data, name=name)


def _unwrapped(text: str, part: EmailMessage) -> str:
    """Return the text with the lines joined that the mail program broke ("format=flowed")."""
    params = part.get("content-type")
    flowed = "flowed" in str(params).casefold()
    text = plain_ends(text)
    if not flowed:
        return text
    lines: list[str] = []
    for line in text.split("\n"):
        joins = bool(lines) and lines[-1].endswith(" ") and lines[-1] != "-- "
        if joins and line.startswith(">") == lines[-1].startswith(">"):
            lines[-1] += line.lstrip("> ") if line.startswith(">") else line
        else:
            lines.append(line)
    return "\n".join(lines)


def _is_trifle(part: EmailMessage, data: bytes) -> bool:
    """Say whether an attachment is but a picture, a card or a signature."""
    main = part.get_content_maintype()
    return main in ("image", "audio", "video") or (main == "text" and len(data) < 200)
