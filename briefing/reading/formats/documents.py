"""Word (.docx) and OpenDocument (.odt) texts: paragraphs and tables, in the order of the page."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from briefing.errors import ReadingError
from briefing.reading.formats import packed
from briefing.reading.formats.packed import local
from briefing.reading.raw import File, RawArticle, Raws
from briefing.wording.reading import FOOTNOTES

_WORD = "word/document.xml"
_SKIPPED: frozenset[str] = frozenset(
    (
        *("del", "moveFrom", "Fallback", "txbxContent", "instrText", "delText", "annotation"),
        *("tracked-changes", "note", "annotation-end", "sequence-decls", "bibliography-mark"),
        *("footnoteReference", "pPr", "rPr", "text-box"),
    )
)
"""What is no text of the document: deletions, comments, footnotes, fields, text boxes."""

_CAPTIONS = ("illustration", "figure", "drawing")
"""Styles of the captions of pictures, as their names begin, beside "caption"."""

_TITLES = ("title", "titel", "titre")
_MAX_ELEMENTS = 400_000


def holds_word(names: frozenset[str]) -> bool:
    """Say whether an archive with these names is a Word document."""
    return _WORD in names


def read_word(file: File) -> Raws:
    """Read a Word document."""
    with packed.opened(file) as archive:
        try:
            root = packed.xml(packed.unpacked(archive, _WORD, file), file.name)
        except KeyError as error:
            raise packed.damaged(file.name) from error
        styles = _word_styles(archive, file)
        notes = _word_notes(root)
    body = next((one for one in root if local(one) == "body"), root)
    yield _article(_word_blocks(body, styles), file, notes)


def read_opendocument(file: File) -> Raws:
    """Read an OpenDocument text."""
    with packed.opened(file) as archive:
        try:
            root = packed.xml(packed.unpacked(archive, "content.xml", file), file.name)
        except KeyError as error:
            raise packed.damaged(file.name) from error
    bodies = [
        one for one in root.iter() if local(one) == "text" and local(one.getparent()) == "body"
    ]
    if not bodies:
        raise packed.damaged(file.name)
    notes = [FOOTNOTES] if any(local(one) == "note" for one in root.iter()) else []
    parents = _open_styles(root)
    captions, boxes = _open_boxes(bodies[0], parents)
    blocks = list(_open_blocks(bodies[0], parents))
    if not any(words.strip() for _, words in blocks):  # all of it stands in boxes
        blocks, boxes = [("", words) for words in boxes], []
    if boxes:
        notes.append(_BOXES)
    yield _article(
        iter(blocks),
        file,
        tuple(notes),
        captions=captions,
        removed=boxes,
    )


Block = tuple[str, str]
"""A paragraph: its style's name, in small letters, and its words."""


def _article(
    blocks: Iterator[Block],
    file: File,
    notes: tuple[str, ...],
    *,
    captions: Sequence[str] = (),
    removed: Sequence[str] = (),
) -> RawArticle:
    every: list[Block] = []
    for style, words in blocks:
        file.budget.check_time(file.name)
        if any(map(str.isalnum, words)):
            every.append((style, words))
    kept = [block for block in every if not _is_caption(block[0])]
    captions = (*captions, *(words for style, words in every if _is_caption(style)))
    if not kept:
        raise ReadingError(
            f"{file.name} contains no text, perhaps only pictures of pages; have its words "
            "recognised (OCR), or paste them.",
            path=file.name,
        )
    title = ""
    for at, (style, words) in enumerate(kept[:4]):
        if style.startswith(_TITLES) and len(words) <= 300:
            title = " ".join(words.split())
            kept = kept[:at] + kept[at + 1 :]
            break
    else:
        style, words = kept[0]
        if style.startswith(("heading 1", "heading_20_1", "heading1")) and len(words) <= 300:
            title, kept = " ".join(words.split()), kept[1:]
    if not kept:
        kept, title = [("", title)], ""
    return RawArticle(
        text="\n\n".join(words for _, words in kept),
        title=title,
        notes=notes,
        removed=(*captions, *removed),
        captions=tuple(captions),
    )


def _is_caption(style: str) -> bool:
    return "caption" in style or style.startswith(_CAPTIONS)


def _word_blocks(body: Any, styles: dict[str, str]) -> Iterator[Block]:
    for element in _outermost(body, frozenset(("p", "tbl"))):
        if local(element) == "p":
            style = next(
                (
                    one.get(_attribute(one, "val"))
                    for one in element.iter()
                    if local(one) == "pStyle"
                ),
                "",
            )
            yield styles.get(style or "", style or "").casefold(), _word_text(element)
        else:
            yield from _table(element, "tr", "tc", "p", _word_text)


def _word_text(paragraph: Any) -> str:
    words: list[str] = []
    for element in _kept(paragraph):
        name = local(element)
        if name == "t":
            words.append(element.text or "")
        elif name in ("tab", "ptab"):
            words.append("\t")
        elif name in ("br", "cr"):
            words.append("\n")
        elif name == "noBreakHyphen":
            words.append("-")
    return _lines("".join(words))


def _word_styles(archive: zipfile.ZipFile, file: File) -> dict[str, str]:
    """Return the names of styles by their ids, which differ with Word's language."""
    try:
        root = packed.xml(packed.unpacked(archive, "word/styles.xml", file), file.name)
    except KeyError:
        return {}
    found: dict[str, str] = {}
    for style in root:
        if local(style) == "style":
            name = next((one for one in style if local(one) == "name"), None)
            if name is not None:
                key, value = (
                    style.get(_attribute(style, "styleId")),
                    name.get(_attribute(name, "val")),
                )
                if key and value:
                    found[key] = value
    return found


def _word_notes(root: Any) -> tuple[str, ...]:
    names = {local(one) for one in root.iter()}
    notes = []
    if names & {"footnoteReference", "endnoteReference"}:
        notes.append(FOOTNOTES)
    if names & {"del", "ins"}:
        notes.append("The document has tracked changes; it was read as if they were accepted.")
    if "txbxContent" in names:
        notes.append(_BOXES)
    return tuple(notes)


def _attribute(element: Any, name: str) -> str:
    return next((key for key in element.keys() if key.rpartition("}")[2] == name), name)  # noqa: SIM118


def _open_styles(root: Any) -> dict[str, str]:
    """Return the styles that automatic ones are made from."""
    found: dict[str, str] = {}
    for style in root.iter():
        if local(style) == "style":
            name = style.get(_attribute(style, "name"))
            parent = style.get(_attribute(style, "parent-style-name"))
            if name and parent:
                found[name] = parent
    return found


_BOXES = "Text boxes were left out."


def _open_boxes(body: Any, parents: dict[str, str]) -> tuple[list[str], list[str]]:
    """Return the words of boxes that hold a picture or are styled as captions, and of others."""
    captions: list[str] = []
    boxes: list[str] = []
    for box in body.iter():
        if local(box) != "text-box" or any(local(one) == "text-box" for one in box.iterancestors()):
            continue
        paragraphs = list(_outermost(box, frozenset(("p", "h"))))
        words = "\n".join(filter(str.strip, map(_open_text, paragraphs)))
        styled = any(_is_caption(_open_style(one, parents)) for one in paragraphs)
        if words:
            pictured = styled or any(local(one) == "image" for one in box.iter())
            (captions if pictured else boxes).append(words)
    return captions, boxes


def _open_style(element: Any, parents: dict[str, str]) -> str:
    style = element.get(_attribute(element, "style-name")) or ""
    return parents.get(style, style).casefold()


def _open_blocks(body: Any, parents: dict[str, str]) -> Iterator[Block]:
    for element in _outermost(body, frozenset(("p", "h", "table"))):
        if local(element) == "table":
            yield from _table(element, "table-row", "table-cell", "p", _open_text)
            continue
        style = _open_style(element, parents)
        if local(element) == "h" and element.get(_attribute(element, "outline-level")) == "1":
            style = style if style.startswith(_TITLES) else "heading 1"
        yield style, _open_text(element)


def _open_text(paragraph: Any) -> str:
    words: list[str] = []
    waiting: list[tuple[Any, bool]] = [(paragraph, True)]
    while waiting:
        element, enters = waiting.pop()
        if not enters:
            words.append(element.tail or "")
            continue
        name = local(element)
        if element is not paragraph:
            waiting.append((element, False))
        if not name or name in _SKIPPED:
            continue
        if name == "s":
            count = element.get(_attribute(element, "c")) or "1"
            words.append(" " * min(int(count) if count.isdigit() else 1, 80))
        elif name == "tab":
            words.append("\t")
        elif name == "line-break":
            words.append("\n")
        words.append(element.text or "")
        waiting += [(child, True) for child in reversed(element)]
    return _lines("".join(words))


def _outermost(root: Any, wanted: frozenset[str]) -> Iterator[Any]:
    """Yield the elements of these names that lie in none of them, in order."""
    waiting = list(reversed(root))
    while waiting:
        element = waiting.pop()
        name = local(element)
        if name in wanted:
            yield element
        elif name and name not in _SKIPPED:
            waiting += reversed(element)


def _kept(root: Any) -> Iterator[Any]:
    """Yield the elements of a paragraph, without what is no text of the document."""
    waiting = list(reversed(root))
    while waiting:
        element = waiting.pop()
        name = local(element)
        if name and name not in _SKIPPED and not (name == "r" and _is_hidden(element)):
            yield element
            waiting += reversed(element)


def _is_hidden(run: Any) -> bool:
    """Say whether the words of a run are set to be hidden."""
    marks = (one for part in run if local(part) == "rPr" for one in part if local(one) == "vanish")
    return any(one.get(_attribute(one, "val")) not in ("0", "false", "off") for one in marks)


def _table(table: Any, row: str, cell: str, paragraph: str, text: Any) -> Iterator[Block]:
    """Yield a table: of one column its paragraphs, else a line a row, its cells parted by tabs."""
    rows = [
        [
            list(_outermost(one, frozenset((paragraph, "h"))))
            for one in _outermost(line, frozenset((cell,)))
        ]
        for line in _outermost(table, frozenset((row,)))
    ]
    for cells in rows:
        filled = [one for one in cells if any(text(part).strip() for part in one)]
        if len(filled) == 1:
            for part in filled[0]:
                yield "", text(part)
        elif filled:
            yield "", "\t".join(" ".join(text(part) for part in one).strip() for one in cells)


def _lines(words: str) -> str:
    return "\n".join(line.strip(" ") for line in words.split("\n")).strip("\n")
