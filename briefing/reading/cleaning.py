"""Mends what copying and converting does to a text, before it is fixed for good.

Words stay; what is changed is said in a note. Each step is idempotent, so that a text that is
read again stays as it is.
"""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from ftfy import fix_encoding

from briefing.reading.formats.markup import has_markup, plain_text
from briefing.reading.hyphens import join_divided
from briefing.reading.markdown import looks_like_markdown, without_signs
from briefing.wording.reading import TEXT


class Cleaned(NamedTuple):
    """A text after a step.

    Attributes:
        text: The text.
        notes: What was changed, each one sentence.
        removed: Pieces that were taken out, as they stood.
        captions: Those of them that are captions of pictures.
    """

    text: str
    notes: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()


_GARBLED = re.compile(
    r"â€|Ã[\x80-\xbf©¨¼¶¤±³­¡ºª§‰]|Â[\xa0°£«»§]|ï¿½|Å[\x80-\xbf‚¡„]|â[\x80-\x9f]"  # Western Europe
    r"|‚Ä|‚Ç¨|√[©®™´¨≠≥±∂ßº°§•£¥∏]|¬[†£∞´ª]"  # Mac
)
"""Signs that hardly stand beside one another but where a wrong encoding put them."""
_LOST = re.compile("â€[\ufffd\x9d]")
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{2,7}|#[xX][0-9A-Fa-f]{2,6});")
_INVISIBLE = re.compile(
    "[\u200b\u2060\ufeff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u00ad\ufff9-\ufffc]"
    "|(?<![^\x00-\u024f])[\u200c\u200d](?![^\x00-\u024f])"
)
_SOFT_BREAK = re.compile("\u00ad(?=[ \t]*\n)")
_QUOTED = re.compile(r"^(?:>[ ]?)+", re.MULTILINE)
_RUN_OF_QUOTED = 3
_EAST_ASIAN_MARKS = str.maketrans(
    {"「": "“", "」": "”", "『": "‘", "』": "’", "〝": "“", "〞": "”", "〟": "”"}
    | {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | {"　": " ", "。": ". ", "、": ", "}
)
_EAST_ASIAN = re.compile("[「」『』〝〞〟、。　\uff01-\uff5e]")
_PRIMES = re.compile("[″‟〃](?P<words>[^″\n]{2,1000}?)″")


def garbled(text: str) -> Cleaned:
    """Repair UTF-8 that was once read as another encoding: "Norwayâ€™s"."""
    if not _GARBLED.search(text):
        return Cleaned(text)
    mended = _LOST.sub("”", text)
    mended = fix_encoding(mended)
    if mended == text:
        return Cleaned(text)
    return Cleaned(mended, ("Letters and marks garbled by a wrong encoding were repaired.",))


def markup(text: str) -> Cleaned:
    """Take away the signs of HTML in a text that has some."""
    if not has_markup(text) or len(re.findall(r"</\w+\s*>", text)) < 1:
        return Cleaned(text)
    plain = plain_text(text.replace("\n\n", "<p>\n"), TEXT)
    return Cleaned(plain, ("HTML tags were removed.",))


def entities(text: str) -> Cleaned:
    """Write out what HTML writes with a name or a number: "&ldquo;"."""
    mended = text
    while _ENTITY.search(mended):
        further = _ENTITY.sub(lambda match: html.unescape(match[0]), mended)
        if further == mended:
            break
        mended = further
    if mended == text:
        return Cleaned(text)
    mended = mended.replace("\x00", "\ufffd")
    return Cleaned(mended, ("HTML codes such as &amp; were replaced by their characters.",))


def invisible(text: str) -> Cleaned:
    """Leave out signs without width, marks of direction and possible hyphens."""
    if text.isascii():
        return Cleaned(text)
    mended = _INVISIBLE.sub("", _SOFT_BREAK.sub("-", text))
    if mended == text:
        return Cleaned(text)
    return Cleaned(mended, ("Invisible characters were removed.",))


def quoted_mail(text: str) -> Cleaned:
    """Take away the ">" before the lines of quoted mail."""
    if not text.startswith(">") and "\n>" not in text:
        return Cleaned(text)
    lines = text.split("\n")
    run = longest = 0
    for line in lines:
        run = run + 1 if line.startswith(">") else 0
        longest = max(longest, run)
    if longest < _RUN_OF_QUOTED:
        return Cleaned(text)
    return Cleaned(_QUOTED.sub("", text), ("The “>” signs of quoted mail were removed.",))


def divided_words(text: str) -> Cleaned:
    """Join words that are divided at the ends of lines."""
    if "\n" not in text:
        return Cleaned(text)
    mended, count = join_divided(text)
    if not count:
        return Cleaned(text)
    words = "1 word" if count == 1 else f"{count} words"
    verb = "was" if count == 1 else "were"
    return Cleaned(mended, (f"{words} divided at the end of a line {verb} joined.",))


def marks(text: str) -> Cleaned:
    """Write East Asian and full-width marks, and primes as quotation marks, as English has them."""
    if text.isascii():
        return Cleaned(text)
    mended = text
    if _EAST_ASIAN.search(text):
        letters = [sign for sign in text if sign.isalpha()]
        latin = sum(sign < "\u0250" for sign in letters)
        if latin >= 0.7 * len(letters):
            mended = text.translate(_EAST_ASIAN_MARKS)
            mended = re.sub(r"(?<=[.,]) (?= |\n|$|[”’\"'])", "", mended)
    mended = _PRIMES.sub(r"“\g<words>”", mended)
    if mended == text:
        return Cleaned(text)
    return Cleaned(mended, ("Unusual punctuation was replaced by English punctuation.",))


def markdown(text: str) -> Cleaned:
    """Take away the signs of Markdown in a text that surely is some."""
    if not looks_like_markdown(text):
        return Cleaned(text)
    plain = without_signs(text)
    if plain.text == text:
        return Cleaned(text)
    return Cleaned(plain.text, ("Markdown formatting was removed.",), plain.removed, plain.captions)
