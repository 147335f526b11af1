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
    paragraphs = [""]
    voice, last, ended = "", "", 0.0
    for number, match in enumerate(spans):
        file.budget.check_time(file.name)
        until = spans[number + 1].start() if number + 1 < len(spans) else len(text)
        cue = text[match.end() : until]
        if number + 1 < len(spans):  # the number of the next one stands before its time
            cue = _NUMBER.sub("", cue)
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
                or line.startswith(("- ", "– ", "— "))
                or (closed and (begins - ended >= _PAUSE or len(full) >= _LONG))
            ):
                paragraphs.append(line)
            else:
                paragraphs[-1] = f"{full} {line}".strip()
        ended = _seconds(match.groups()[4:])
    yield RawArticle(text="\n\n".join(filter(None, paragraphs)))


def _lines(cue: str) -> list[str]:
    words = html.unescape(_SOUND.sub(" ", _TAG.sub("", cue)))
    found = [" ".join(line.split()) for line in words.split("\n")]
    return [line for line in found if line and not line.startswith(("NOTE", "STYLE", "REGION"))]


def _seconds(groups: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, parts = (int(one or 0) for one in groups)
    return 3600 * hours + 60 * minutes + seconds + parts / 1000
