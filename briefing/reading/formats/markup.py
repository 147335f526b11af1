"""Markup to plain text: what pages, mails, feeds and tables hold as HTML, in paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from briefing.errors import ReadingError
from briefing.reading.decode import check_size, decode, decoded_as
from briefing.reading.raised import RAISED

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,200}encoding=[\"']([\w.-]{2,40})")
_MARKUP = re.compile(
    r"</(?:p|div|a|b|i|em|strong|span|ul|ol|li|h[1-6]|blockquote|table|td|article|figure)\s*>"
    r"|<(?:br|hr|img)\b[^<>]{0,500}/?>|<p(?:\s[^<>]{0,300})?>",
    re.IGNORECASE,
)
_HEAVY = (
    ("<script", "</script>"),
    ("<style", "</style>"),
    ("<svg", "</svg>"),
    ("<noscript", "</noscript>"),
)
_DATA_ADDRESS = re.compile(r"data:[\w./+-]{1,60};base64,[A-Za-z0-9+/=\s]+")
_MAX_ELEMENTS = 60_000
_MAX_NESTING = 200

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "blockquote",
        "pre",
        "table",
        "tr",
        "figure",
        "figcaption",
        "aside",
        "nav",
        "form",
        "fieldset",
        "address",
        "dl",
        "dt",
        "dd",
        "hr",
        "body",
        "details",
        "summary",
    ]
)
DROPPED = frozenset(
    [
        "script",
        "style",
        "svg",
        "head",
        "title",
        "template",
        "iframe",
        "object",
        "button",
        "select",
        "nav",
        "footer",
        "form",
        "aside",
        "figure",
        "figcaption",
        "canvas",
        "video",
        "audio",
        "noscript",
        "math",
        "dialog",
        "menu",
    ]
)
"""Elements of a page that hold none of an article's words."""

FRAGMENT_DROPPED = DROPPED - {"noscript", "aside", "form"} - {"figure"} | {"figcaption"}
"""Elements of a mail or an entry that hold none of its words."""


def has_markup(text: str) -> bool:
    """Say whether a text holds HTML, as the content of feeds and of tables often does."""
    return _MARKUP.search(text) is not None


def page_text(data: bytes, *, name: str, charset: str | None = None) -> str:
    """Return a page's source in the encoding that it names, or in the one that its bytes tell."""
    if not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        named = _CHARSET.search(data[:4096]) or _XML_ENCODING.match(data[:300])
        for encoding in (charset, named[1].decode("ascii", "replace") if named else None):
            text = decoded_as(data, encoding) if encoding else None
            if text is not None and "\x00" not in text:
                return text
    return decode(data, name=name)


def parsed(source: str, name: str) -> Any:
    """Return the tree of a page or a part of one.

    Raises:
        ReadingError: It is no HTML, or nests and repeats as no page does.
    """
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, default_doctype=False
    )
    clean = "".join(sign if sign >= " " or sign in "\t\n\r" else " " for sign in source)
    try:
        tree = lxml_html.document_fromstring(
            clean.encode("utf-8", "replace"), parser=parser, ensure_head_body=True
        )
    except (etree.LxmlError, ValueError, AssertionError, TypeError) as error:
        raise ReadingError(
            f"{name} is not a readable web page; paste the article’s text.", path=name
        ) from error
    deepest = elements = 0
    for number, (event, _) in enumerate(etree.iterwalk(tree, events=("start", "end"))):
        elements += event == "start"
        deep = 2 * elements - number - 1
        deepest = max(deepest, deep)
    if elements > _MAX_ELEMENTS or deepest > _MAX_NESTING:
        raise ReadingError(
            f"{name} is built of far more parts than a page of an article; paste its text.",
            path=name,
        )
    _read_raised(tree)
    return tree


def _read_raised(tree: Any) -> None:
    """Write raised numbers as such, "km²": marks of notes are known by it later."""
    for element in list(tree.iter("sup")):
        words = "".join(element.itertext()).strip()
        if _NOTE_MARK.fullmatch(words) and element.getparent() is not None:
            digits = "".join(filter(str.isdigit, words)).translate(RAISED)
            element.tail = digits + (element.tail or "")
            element.drop_tree()


_NOTE_MARK = re.compile(r"\[?\d{1,3}\]?(?:[,–-] ?\[?\d{1,3}\]?){0,3}|\[[a-z]\]")


def measured(source: str, name: str) -> str:
    """Return a source without data in its addresses, when what may be text is not too large.

    Raises:
        ReadingError: It is larger than the setting `max_bytes`.
    """
    source = _DATA_ADDRESS.sub("", source)
    check_size(len(_light(source)), name=name)
    return source


def plain_text(markup: str, name: str) -> str:
    """Return a piece of HTML, such as a mail or a feed's entry, as paragraphs of plain text."""
    if not markup.strip():
        return ""
    tree = parsed(measured(markup, name), name)
    return "\n\n".join(paragraphs(tree, FRAGMENT_DROPPED))


def _light(source: str) -> str:
    """Return a page without scripts and styles, which are no part of the text that is read."""
    lower = source.casefold() if source.isascii() else source.lower()
    if len(lower) != len(source):
        return source
    kept: list[str] = []
    at = 0
    while at < len(source):
        starts = [(place, end) for tag, end in _HEAVY if (place := lower.find(tag, at)) >= 0]
        if not starts:
            break
        place, closing = min(starts)
        end = lower.find(closing, place)
        kept.append(source[at:place])
        at = len(source) if end < 0 else end + len(closing)
    return "".join([*kept, source[at:]])


def paragraphs(element: Any, dropped: frozenset[str]) -> list[str]:
    """Return an element's blocks of text, in order, without what `dropped` names."""
    blocks: list[list[str]] = [[]]
    for event, node in _walk(element, dropped, element):
        if event == "text":
            blocks[-1].append(node)
        elif event == "break":
            blocks[-1].append("\n")
        elif blocks[-1]:
            blocks.append([])
    lines: list[str] = []
    for block in blocks:
        for piece in re.split(r"\n\s*\n", "".join(block)):
            broken = [" ".join(line.split()) for line in piece.split("\n")]
            lines.append("\n".join(filter(None, broken)))
    return [line for line in lines if line]


def _walk(root: Any, dropped: frozenset[str], top: Any) -> Iterator[tuple[str, str]]:
    """Yield texts, breaks and block borders of a tree in reading order, without recursion."""
    skipping: Any = None
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            if skipping is None and node.tail:
                yield "text", _flat(node.tail)
            continue
        tag = node.tag if isinstance(node.tag, str) else ""
        if skipping is not None:
            if event == "end" and node is skipping:
                skipping = None
                if node is not top and node.tail:
                    yield "text", _flat(node.tail)
            continue
        if event == "start":
            if tag in dropped and node is not top:
                skipping = node
                yield "block", ""
                continue
            if tag in _BLOCKS:
                yield "block", ""
            if node.text:
                yield "text", _flat(node.text) if tag != "pre" else node.text
            if tag == "br":
                yield "break", ""
            if tag in ("td", "th"):
                yield "text", " "
        else:
            if tag in _BLOCKS:
                yield "block", ""
            if node is not top and node.tail:
                yield "text", _flat(node.tail)


def _flat(words: str) -> str:
    return re.sub(r"\s+", " ", words)
