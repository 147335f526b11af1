"""What is whose in a mail: its own words, the signature, the disclaimer, the mails below."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from briefing.reading.formats.markup import (
    DROPPED,
    FRAGMENT_DROPPED,
    measured,
    paragraphs,
    parsed,
    plain_text,
)
from briefing.reading.lines import plain_ends

_SIGNATURE = re.compile(r"(?:--|—|__+)\s?")
_CLOSING = re.compile(
    r"(?:(?:with )?(?:best|kind|warm|many|kindest|warmest)(?: (?:regards|wishes|thanks))?|regards|"
    r"sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)|cheers|thanks(?: again)?|thank you|"
    r"many thanks|respectfully|all the best|mit freundlichen grüßen|cordialement|bien à vous)"
    r"\s*[,.!]?",
    re.IGNORECASE,
)
_SENT_FROM = re.compile(r"(?:sent from my|get outlook for|sent via)\b.{0,60}", re.IGNORECASE)
_DISCLAIMER = re.compile(
    r"(?:this (?:e-?mail|message|communication|transmission)\b|the (?:information|contents?) "
    r"(?:contained )?in this|confidential(?:ity)?(?: notice)?\b|disclaimer\b"
    r"|if you (?:are not|have received) (?:the intended|this)|please consider the environment"
    r"|privileged\b|unclassified$|"
    r"to unsubscribe\b|unsubscribe\b|you (?:are receiv|receiv)"
    r"|view (?:this|it) (?:e-?mail )?in your browser|manage (?:your )?(?:preferences|subscription)"
    r").*",
    re.IGNORECASE | re.DOTALL,
)
_WROTE = re.compile(
    r"(?m)^[> \t]*(?:on|am|le)\b[^\n]{6,200}(?:\n(?!>)[^\n]{0,120})?"
    r"\b(?:wrote|schrieb\b[^\n:]{0,80}|a écrit)\s?:[ \t]*$",
    re.IGNORECASE,
)
_SENT = re.compile(r"\d.*(?:,|\d[:.]\d\d)|@", re.DOTALL)
"""What the line of a mail program has, and "On 3 May Reyes wrote:" has not."""

_SENT_AT = re.compile(r"\d.*\d[:.]\d\d|@", re.DOTALL)
"""What only such a line has."""

_BELOW = re.compile(
    r"(?m)^[>\s]*(?:-{2,}\s*(?:original message|forwarded message|forwarded by[^\n]{0,80}|"
    r"ursprüngliche nachricht|message d.origine)\s*-{2,}|begin forwarded message:|_{10,})[ \t]*$",
    re.IGNORECASE,
)
_HEAD_LINE = re.compile(
    r"[>*\s]*(?P<name>from|sent|date|to|cc|subject|reply-to|importance|attachments?)\s*\*?:\*?\s*"
    r"(?P<value>.*)",
    re.IGNORECASE,
)
_ABOVE_QUOTED = re.compile(r"\s*\n>")
_CITED = "//blockquote[@type='cite' or contains(@class, '_quote')][not(ancestor::blockquote)]"
_WROTE_LAST = re.compile(r"\b(?:wrote|schrieb|a écrit)\s?:\s*\Z", re.IGNORECASE)
_MOST_CITED, _LONGEST_WROTE = 100, 200

_SHORT = 400
"""Words above another mail that are no longer only pass it on."""

_SIGNATURE_LINES = 12
_DISCLAIMERS = 6


@dataclass(frozen=True, slots=True)
class MailParts:
    """A mail taken apart.

    Attributes:
        text: The words of the mail, or of the one that it passes on.
        removed: What is neither: signature, disclaimer, mails below.
        forwarded: The head of the mail that is passed on ("from", "sent", "subject"), else None.
    """

    text: str
    removed: tuple[str, ...] = ()
    forwarded: dict[str, str] | None = None


def parts_of(text: str) -> MailParts:
    """Take a mail's text apart."""
    text, quoted = _without_quoted(plain_ends(text).strip("\n"))
    own, head, below = _divided(text)
    if below is None:
        body, removed = _without_end(own)
        return MailParts(body, (*quoted, *removed))
    short, cut = _without_end(own)
    cut = (*quoted, *cut)
    if head and len(short) <= _SHORT and len(below) > len(short):
        inner = parts_of(below)
        above = (own.strip(),) if own.strip() else ()
        return MailParts(inner.text, (*above, *inner.removed), inner.forwarded or head)
    return MailParts(short, (*cut, below.strip()))


def mail_text(markup: str, name: str) -> str:
    """Return a mail's HTML as plain text, the mail that it answers marked with ">".

    Raises:
        ReadingError: It is no HTML, or too large.
    """
    if "<blockquote" not in markup:
        return plain_text(markup, name)
    tree = parsed(measured(markup, name), name)
    cited = tree.xpath(_CITED)[:_MOST_CITED]
    before = "".join(cited[0].xpath("preceding::text()")) if cited else ""
    if _WROTE_LAST.search(before) and _SENT.search(before[-_LONGEST_WROTE:]):
        for element in cited:
            lines = [f"> {line}" for line in "\n".join(paragraphs(element, DROPPED)).split("\n")]
            for child in list(element):
                element.remove(child)
            element.tag, element.text = "pre", "\n".join(lines)
    return "\n\n".join(paragraphs(tree, FRAGMENT_DROPPED))


def _without_quoted(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a mail answered below or between the lines it quotes without those, and them."""
    found = [match for match in _WROTE.finditer(text) if _ABOVE_QUOTED.match(text, match.end())]
    if not found:
        return text, ()
    start = found[0].start()
    marked = text
    for match in reversed(found):
        led = re.sub(r"(?m)^", "> ", match.group())
        marked = marked[: match.start()] + led + marked[match.end() :]
    lines = marked[start:].split("\n")
    own = [not line.startswith(">") for line in lines]
    for at in range(1, len(lines) - 1):
        if own[at] and not own[at - 1] and not own[at + 1]:
            own[at] = not (
                lines[at][:1].islower() or not lines[at].strip()
            )  # broken by the program
    answer = [line for line, is_own in zip(lines, own, strict=True) if is_own]
    if not any(map(str.isalnum, "".join(answer))):
        return text, ()
    pieces = [
        "\n".join(line.lstrip("> ") for line, _ in group).strip()
        for is_own, group in itertools.groupby(zip(lines, own, strict=True), lambda one: one[1])
        if not is_own
    ]
    kept = re.sub(r"\n{3,}", "\n\n", marked[:start] + "\n".join(answer))
    return kept.strip("\n"), tuple(filter(None, pieces))


def _divided(text: str) -> tuple[str, dict[str, str], str | None]:
    """Return the words above, the head of the mail below, and that mail's words."""
    found: list[tuple[int, int]] = []
    if match := _BELOW.search(text):
        found.append(match.span())
    found += [match.span() for match in _WROTE.finditer(text) if _quoted_after(text, match)]
    at = 0
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if _starts_head(lines, number):
            found.append((at, at))
            break
        at += len(line) + 1
    if not found:
        return text, {}, None
    start, end = min(found)
    head, rest = _head(text[end:].lstrip("\n"))
    return text[:start], head, _unquoted(rest)


def _starts_head(lines: list[str], number: int) -> bool:
    """Say whether the head of another mail begins here: From with Sent or Date, and Subject."""
    match = _HEAD_LINE.fullmatch(lines[number])
    if match is None or match["name"].casefold() != "from" or number == 0:
        return False
    names = {
        inner["name"].casefold()
        for line in lines[number : number + 8]
        if (inner := _HEAD_LINE.fullmatch(line))
    }
    return "subject" in names and bool(names & {"sent", "date"})


def _head(text: str) -> tuple[dict[str, str], str]:
    head: dict[str, str] = {}
    lines = text.split("\n")
    first = 0
    for line in lines:
        match = _HEAD_LINE.fullmatch(line)
        if match is not None:
            head[match["name"].casefold()] = match["value"].strip().strip("*").strip()
        elif head or line.strip(" >"):
            break
        first += 1
    return head, "\n".join(lines[first:]) if head else text


def _quoted_after(text: str, wrote: re.Match[str]) -> bool:
    rest = text[wrote.end() : wrote.end() + 600].lstrip()
    if rest.startswith(("“", '"', "‘", "«")):  # an article's own quotation
        return False
    several = "\n" in rest.strip()
    sent = (_SENT if several else _SENT_AT).search(wrote.group()) is not None
    return bool(rest) and (rest.startswith(">") or sent)


def _unquoted(text: str) -> str:
    lines = text.split("\n")
    marked = [line for line in lines if line.strip()]
    if marked and sum(line.startswith(">") for line in marked) >= 0.6 * len(marked):
        lines = [re.sub(r"^(?:> ?)+", "", line) for line in lines]
    return "\n".join(lines)


def _without_end(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a mail's words without signature and disclaimer, and those."""
    removed: list[str] = []
    lines = text.rstrip().split("\n")
    for number, line in enumerate(lines):
        if number and _SIGNATURE.fullmatch(line) and not line.startswith("__"):
            removed.insert(0, "\n".join(lines[number:]).strip())
            lines = lines[:number]
            break
    blocks = re.split(r"\n[ \t]*\n", "\n".join(lines).rstrip())
    for _ in range(_DISCLAIMERS):
        if len(blocks) > 1 and (
            _DISCLAIMER.fullmatch(blocks[-1].strip()) or _SENT_FROM.fullmatch(blocks[-1].strip())
        ):
            removed.insert(0, blocks.pop().strip())
    lines = "\n\n".join(blocks).rstrip().split("\n")
    for number in range(len(lines) - 1, max(0, len(lines) - _SIGNATURE_LINES) - 1, -1):
        if number and _CLOSING.fullmatch(lines[number].strip()):
            after = [line for line in lines[number + 1 :] if line.strip()]
            if all(len(line) <= 80 and not line.rstrip().endswith(".") for line in after):
                removed.insert(0, "\n".join(lines[number:]).strip())
                lines = lines[:number]
            break
    return "\n".join(lines).strip("\n").rstrip(), tuple(filter(None, removed))
