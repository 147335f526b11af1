"""The signs of Markdown, taken out of a text; its words stay."""

from __future__ import annotations

import re
from typing import NamedTuple

_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ \t]+(?=\S)(?P<words>[^\n]*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_IMAGE = re.compile(r"!\[(?P<words>[^\]\n]{0,300})\]\([^()\s]{1,2000}(?:\s+\"[^\"\n]{0,300}\")?\)")
_PICTURE = re.compile(
    r"^(?P<picture>[ ]{0,3}\[?!\[[^\]\n]{0,300}\]\([^()\n]{1,2000}\)(?:\]\([^()\s]{1,2000}\))?)"
    r"[ \t]*\n[ \t]*(?P<sign>[*_])(?P<words>[^\s*_][^\n]{0,1000}?)(?P=sign)[ \t]*$",
    re.MULTILINE,
)
"""A picture with a slanted line right below it, which is its caption."""

_LINK = re.compile(r"\[(?P<words>[^\[\]\n]{1,500})\]\([^()\s]{1,2000}(?:\s+\"[^\"\n]{0,300}\")?\)")
_EMPTY_LINK = re.compile(r"\[\]\([^()\s]{1,2000}\)")
_STRONG = re.compile(r"(?<![*\w])\*\*(?=\S)(?P<words>[^*\n]{1,1000}?)(?<=\S)\*\*(?!\*)")
_UNDERLINED = re.compile(r"(?<![\w_])__(?=\S)(?P<words>[^_\n]{1,1000}?)(?<=\S)__(?![\w_])")
_WEAK = re.compile(r"(?<![*\w\\])\*(?=[^\s*])(?P<words>[^*\n]{1,500}?)(?<=[^\s*])\*(?![*\w])")
_SLANTED = re.compile(r"(?<![\w_\\])_(?=[^\s_])(?P<words>[^_\n]{1,500}?)(?<=[^\s_])_(?![\w_])")
_CODE = re.compile(r"`(?P<words>[^`\n]{1,300})`")
_FENCE = re.compile(r"^[ ]{0,3}(?:```|~~~)[^\n]*$", re.MULTILINE)
_RULE = re.compile(r"^[ ]{0,3}(?:-[ ]?){3,}$|^[ ]{0,3}(?:\*[ ]?){3,}$", re.MULTILINE)
_QUOTE = re.compile(r"^[ ]{0,3}(?:>[ ]?)+", re.MULTILINE)
_BULLET = re.compile(r"^[ ]{0,8}[*+-][ \t]+(?=\S)", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+.!>~|-])")
_NOTE = re.compile(r"^[ ]{0,3}\[\^[^\]\s]{1,40}\]:[ \t]*(?P<words>\S.*)$", re.MULTILINE)
_NOTE_MARK = re.compile(r"(?<=\S)\[\^[^\]\s]{1,40}\]")
_DIVIDER = re.compile(r"^[ ]{0,3}\|?(?:[ ]*:?-{3,}:?[ ]*\|)+(?:[ ]*:?-{3,}:?[ ]*)?$", re.MULTILINE)
"""The line between the head of a table and its rows."""

_REFERENCE = re.compile(r"^[ ]{0,3}\[[^\]\n]{1,100}\]:\s*\S+.*$", re.MULTILINE)
_FRONT = re.compile(
    r"\A---[ \t]*\n(?P<lines>.{0,10000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL
)
_FIELD = re.compile(r"^(?P<name>[A-Za-z][\w -]{0,30}):[ \t]*(?P<value>[^\n]*)$", re.MULTILINE)


class Plain(NamedTuple):
    """A text without the signs of Markdown.

    Attributes:
        text: What is left.
        captions: Captions of pictures, and what stands in their place where they are not shown.
        removed: These and its footnotes.
    """

    text: str
    captions: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def looks_like_markdown(text: str) -> bool:
    """Say whether a text is surely Markdown: a link, or two other kinds of its signs."""
    if _LINK.search(text) or _IMAGE.search(text):
        return True
    signs = (_HEADING, _STRONG, _FENCE, _NOTE, _NOTE_MARK, _DIVIDER)
    return sum(sign.search(text) is not None for sign in signs) >= 2


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """Return the fields between lines of `---` at the top, and the text below."""
    match = _FRONT.match(text)
    if match is None:
        return {}, text
    fields = {
        found["name"]: value
        for found in _FIELD.finditer(match["lines"])
        if (value := found["value"].strip().strip("\"'"))
    }
    return (fields, text[match.end() :]) if fields else ({}, text)


def without_signs(text: str) -> Plain:
    """Return the text without the signs of Markdown, its footnotes and captions."""
    captions: list[str] = []

    def taken(match: re.Match[str]) -> str:
        captions.append(match["words"].strip())
        return ""

    text = _FENCE.sub("", text)
    text = _PICTURE.sub(lambda match: match["picture"] + taken(match), text)
    text = _IMAGE.sub(taken, text)
    notes = [match["words"].strip() for match in _NOTE.finditer(text)]
    text = _NOTE_MARK.sub("", _NOTE.sub("", text))
    text = _tables(text)
    text = _REFERENCE.sub("", text)
    text = _EMPTY_LINK.sub("", text)
    text = _LINK.sub(r"\g<words>", text)
    text = _HEADING.sub(r"\g<words>", text)
    text = _RULE.sub("", text)
    text = _QUOTE.sub("", text)
    text = _BULLET.sub("- ", text)
    for sign in (_STRONG, _UNDERLINED, _WEAK, _SLANTED, _CODE):
        text = sign.sub(r"\g<words>", text)
    text = _ESCAPE.sub("", text)
    kept = tuple(dict.fromkeys(one for one in captions if len(one.split()) > 1))
    return Plain(re.sub(r"\n{3,}", "\n\n", text).strip("\n"), kept, (*kept, *notes))


def _tables(text: str) -> str:
    """Return a text with the cells of its tables parted by tabs."""
    if not _DIVIDER.search(text):
        return text
    lines = text.split("\n")
    left: list[str] = []
    inside = False
    for line in lines:
        if left and "|" in left[-1] and _DIVIDER.fullmatch(line):
            left[-1], inside = _cells(left[-1]), True
        elif inside and "|" in line:
            left.append(_cells(line))
        else:
            left.append(line)
            inside = False
    return "\n".join(left)


def _cells(row: str) -> str:
    return "\t".join(cell.strip() for cell in row.strip().strip("|").split("|"))
