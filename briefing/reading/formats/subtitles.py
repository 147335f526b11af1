"""Subtitles (SRT, WebVTT): the words without numbers and time codes, in paragraphs."""

from __future__ import annotations

import html
import re

from briefing.errors import ReadingError
from briefing.reading.lines import plain_ends
from briefing.reading.raw import File, RawArticle, Raws

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_SPAN = re.compile(rf"^[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}[^\n]*$", re.MULTILINE)
_TAG = re.compile(
    r"</?(?:i|b|u|s|c|ruby|rt|lang|font|v)\b[^<>\n]{0,200}>|<\d[\d:.]{4,16}>|\{\\[^}]{1,60}\}"
)
_VOICE = re.compile(r"<v(?:\.[\w.-]+)?\s+([^<>\n]{1,80})>")
_SOUND = re.compile(r"[\[(♪][^\])♪\n]{0,60}[\])♪]|♪")
_TURN = re.compile(r">{2,3}\s*")
"""The sign before the words of another speaker."""

_LABEL = re.compile(r"(?P<name>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,4}) ?:\s+(?=\S)")
"""A speaker before a colon."""

_BLOCK = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t].*|$)", re.MULTILINE)
"""The first line of what in WebVTT is no subtitle, though it stands between some."""

_NUMBER = re.compile(r"\n[ \t]*\n[ \t]*[\w.-]{1,40}[ \t]*\n?\Z")
_PAUSE = 2.0
"""Seconds of silence after which, at the end of a sentence, a new paragraph begins."""

_LONG = 700
"""Signs after which the end of a sentence ends its paragraph."""


def looks_like_subtitles(text: str) -> bool:
    """Say whether a text is a file of subtitles."""
    start = plain_ends(text[:3000].lstrip("\ufeff \t\r\n"))
    if start.startswith("WEBVTT"):
        return True
    return re.match(r"\d{1,6}[ \t]*\n[ \t]*(?:\d+:)?\d+:\d{2}[.,]\d+[ \t]*-->", start) is not None


def read_subtitles(file: File) -> Raws:
    """Read the words of a file of subtitles."""
    text = plain_ends(file.text)
    spans = list(_SPAN.finditer(text))
    if not spans:
        raise ReadingError(
            f"{file.name} contains no subtitles with time codes; save its words as plain text.",
            path=file.name,
        )
    marked = text.lstrip("\ufeff \t\n").startswith("WEBVTT")
    removed: list[str] = []
    paragraphs = [""]
    voice, last, ended = "", "", 0.0
    for number, match in enumerate(spans):
        file.budget.check_time(file.name)
        until = spans[number + 1].start() if number + 1 < len(spans) else len(text)
        cue = text[match.end() : until]
        if number + 1 < len(spans):  # the number of the next one stands before its time
            cue = _NUMBER.sub("", cue)
        if marked:
            cue, apart = _without_blocks(cue)
            removed += apart
        begins = _seconds(match.groups()[:4])
        spoken = _VOICE.search(cue)
        for line in _lines(cue):
            if line == last:  # rolling subtitles say each line twice
                continue
            last = line
            turn = _TURN.match(line)
            line = line[turn.end() :] if turn else line
            if not line:
                continue
            full = paragraphs[-1]
            closed = full.rstrip("”’\"'").endswith((".", "!", "?", "…"))
            if spoken and spoken[1].strip() != voice:
                voice = spoken[1].strip()
                paragraphs.append(f"{voice}: {line}")
            elif full and (
                turn
                or _is_turn(line, full, closed=closed)
                or line.startswith(("- ", "– ", "— "))
                or (closed and (begins - ended >= _PAUSE or len(full) >= _LONG))
            ):
                paragraphs.append(line)
            else:
                paragraphs[-1] = f"{full} {line}".strip()
        ended = _seconds(match.groups()[4:])
    yield RawArticle(text="\n\n".join(filter(None, paragraphs)), removed=tuple(removed))


def _without_blocks(cue: str) -> tuple[str, list[str]]:
    """Return a subtitle without the notes and styles that WebVTT has below it, and these."""
    first, *below = _BLANK.split(cue)
    apart = [one.strip() for one in below if _BLOCK.match(one)]
    return "\n".join([first, *(one for one in below if not _BLOCK.match(one))]), apart


_BLANK = re.compile(r"\n[ \t]*\n\s*")


def _is_turn(line: str, above: str, *, closed: bool) -> bool:
    """Say whether a line begins with its speaker: one in capitals, or below a full sentence."""
    match = _LABEL.match(line)
    if match is None:
        return False
    name = match["name"]
    if closed:
        return all(word[0].isupper() for word in name.split())
    return name.isupper() and not line[match.end() :].isupper() and not above.isupper()


def _lines(cue: str) -> list[str]:
    words = html.unescape(_SOUND.sub(" ", _TAG.sub("", cue)))
    return list(filter(None, (" ".join(line.split()) for line in words.split("\n"))))


def _seconds(groups: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, parts = (int(one or 0) for one in groups)
    return 3600 * hours + 60 * minutes + seconds + parts / 1000
