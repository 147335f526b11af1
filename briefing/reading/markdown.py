"""The signs of Markdown, taken out of a text; its words stay."""

from __future__ import annotations

import re

_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ \t]+(?=\S)(?P<words>[^\n]*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^()\s]{1,2000}(?:\s+\"[^\"\n]{0,300}\")?\)")
_LINK = re.compile(r"\[(?P<words>[^\[\]\n]{1,500})\]\([^()\s]{1,2000}(?:\s+\"[^\"\n]{0,300}\")?\)")
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
_REFERENCE = re.compile(r"^[ ]{0,3}\[[^\]\n]{1,100}\]:\s*\S+.*$", re.MULTILINE)
_FRONT = re.compile(
    r"\A---[ \t]*\n(?P<lines>.{0,10000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL
)
_FIELD = re.compile(r"^(?P<name>[A-Za-z][\w -]{0,30}):[ \t]*(?P<value>[^\n]*)$", re.MULTILINE)


def looks_like_markdown(text: str) -> bool:
    """Say whether a text is surely Markdown: a link, or two other kinds of its signs."""
    if _LINK.search(text) or _IMAGE.search(text):
        return True
    signs = (_HEADING, _STRONG, _FENCE)
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


def without_signs(text: str) -> str:
    """Return the text without the signs of Markdown."""
    text = _FENCE.sub("", text)
    text = _IMAGE.sub("", text)
    text = _REFERENCE.sub("", text)
    text = _LINK.sub(r"\g<words>", text)
    text = _HEADING.sub(r"\g<words>", text)
    text = _RULE.sub("", text)
    text = _QUOTE.sub("", text)
    text = _BULLET.sub("- ", text)
    for sign in (_STRONG, _UNDERLINED, _WEAK, _SLANTED, _CODE):
        text = sign.sub(r"\g<words>", text)
    text = _ESCAPE.sub("", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n")
