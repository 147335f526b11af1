"""The paper of two pages as a Word file: the same blocks as the PDF, in Word's own styles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Pt, Twips

from briefing.brief.pictures import Picture
from briefing.export.office.document import (
    ARTICLE,
    GREY,
    STRONG,
    VERBATIM,
    Cell,
    Column,
    Run,
    Writer,
)
from briefing.export.paper_blocks import Block
from briefing.wording.notices import BY_STAFF, FOR_RECIPIENTS

STAFF_STYLE = "Words of staff"
"""Word's style of what staff wrote, beside a bar."""

_LOOKS: dict[str, str | None] = {
    "strong": STRONG,
    "article": ARTICLE,
    "trigger": VERBATIM,
    "quiet": None,
    "": None,
}

_SIZES = {
    "Normal": (10.0, 0, 4),
    "Title": (17.0, 0, 3),
    "Subtitle": (10.0, 0, 3),
    "Heading 1": (12.0, 9, 3),
    "Heading 2": (10.5, 6, 2),
    "Article words": (10.5, 0, 4),
    "Quote": (10.5, 5, 1),
    "Attribution": (9.0, 0, 4),
    "Notice": (9.0, 0, 3),
    "File facts": (9.0, 0, 1),
    "Table text": (9.0, 0, 0),
    "List Number": (9.0, 0, 2),
    STAFF_STYLE: (10.5, 0, 3),
    "Line to fill in": (10.5, 0, 8),
    "Caption": (9.0, 0, 3),
}
"""Points of the letters, and of the room before and after, that fit two pages."""


def write_paper(writer: Writer, paper: Block) -> None:
    """Write a paper: its head, then block by block what `Paper.data` says.

    Args:
        writer: A file that nothing has been written into.
        paper: What stands on the paper.
    """
    for style, (size, before, after) in _SIZES.items():
        found = writer.document.styles[style]
        found.font.size = Pt(size)
        found.paragraph_format.space_before, found.paragraph_format.space_after = (
            Pt(before),
            Pt(after),
        )
        found.paragraph_format.line_spacing = 1.05
    _head(writer, paper)
    for block in paper["blocks"]:
        write = _BLOCKS.get(block["is"])
        if write is not None:
            write(writer, block)


def _head(writer: Writer, paper: Block) -> None:
    marking = paper["marking"]
    said = (paper["kind"].upper(), f"Marked {marking['text']}" if marking else "", paper["review"])
    writer.add("File facts", Run(" · ".join(filter(None, said))))
    for block in paper["lead"]:
        _fields(writer, block)
    if paper["subject"]:
        writer.add("Notice", Run("SUBJECT", STRONG))
    writer.add("Title", Run(paper["title"]))
    writer.add("Subtitle", Run(paper["scope"]))
    writer.add("File facts", Run(paper["filter"]))
    if paper["recipients"]:
        writer.add("File facts", Run(f"{FOR_RECIPIENTS}: "), Run(paper["recipients"], STRONG))


def _heading(writer: Writer, block: Block) -> None:
    writer.heading(block["words"], block["level"])


def _note(writer: Writer, block: Block) -> None:
    if block["strong"]:
        writer.add("Normal", Run(block["words"], STRONG))
        return
    written = writer.add("Notice", Run(block["words"]))
    if not block["kept"]:
        written.paragraph_format.keep_with_next = False


def _sentences(writer: Writer, block: Block) -> None:
    writer.add("Notice", Run(block["label"]))
    for item in block["items"]:
        writer.add("Article words", Run(item["words"]), Run(source=item["n"]))
        if item["told"]:
            writer.add("Notice", Run(item["told"]))


def _quotes(writer: Writer, block: Block) -> None:
    for item in block["items"]:
        words = [
            Run(each["words"], VERBATIM if each["verbatim"] and item["mixed"] else None)
            for each in item["runs"]
        ]
        writer.add("Quote", *words, Run(source=item["n"]))
        who = ", ".join(filter(None, (item["who"], item["more"])))
        writer.add("Attribution", Run(who, STRONG), Run(f" · {item['how']}"))


def _table(writer: Writer, block: Block) -> None:
    columns = [
        Column(head, share) for head, share in zip(block["heads"], block["shares"], strict=True)
    ]
    rows = ([_cell(cell["runs"]) for cell in row] for row in block["rows"])
    writer.table("Table: " + ", ".join(block["heads"]), columns, rows)


def _cell(runs: list[dict[str, Any]]) -> Cell:
    return [[_run(each) for each in runs]]


def _run(run: Mapping[str, Any]) -> Run:
    if "swatch" in run:
        return Run("■ ", colour=run["swatch"])
    if "n" in run:
        return Run(source=run["n"])
    look = run.get("look", "")
    grey = GREY if run.get("grey") or look == "quiet" else None
    return Run(run["words"], _LOOKS[look], colour=grey)


def _picture(writer: Writer, block: Block) -> None:
    drawn = Picture(block["svg"], block["alt"], block["width"], block["height"])
    writer.picture("Picture", drawn, "")


def _staff(writer: Writer, block: Block) -> None:
    writer.heading(block["label"], 1)
    items = block["items"]
    writer.add("Notice", Run(_staffed(bool(items))))
    for number, words in enumerate(items, start=1):
        writer.add(STAFF_STYLE, Run(f"{number}. {words}" if block["numbered"] else words))
    if not items:
        for _ in range(block["rules"]):
            writer.add("Line to fill in", Run("\u00a0"))


def _staffed(given: bool) -> str:
    """Say whose words these are, or that they are still to come."""
    return BY_STAFF if given else "To be filled in by staff:"


def _fields(writer: Writer, block: Block) -> None:
    given = any(row["words"] for row in block["rows"])
    writer.add("Notice", Run(_staffed(given)))
    for row in block["rows"]:
        line = writer.add(STAFF_STYLE, Run(f"{row['label'].upper()}: ", STRONG))
        if row["words"]:
            writer.extend(line, Run(row["words"]))
        else:
            stops = line.paragraph_format.tab_stops
            stops.add_tab_stop(Twips(writer.width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
            writer.extend(line, Run("\t"))


def _part(writer: Writer, block: Block) -> None:
    written = writer.add("Part", Run(block["words"], STRONG))
    written.paragraph_format.keep_with_next = True


def _sources(writer: Writer, block: Block) -> None:
    for item in block["items"]:
        name = Run(item["name"], STRONG)
        writer.source(item["n"], name, Run(f" · {item['line']}"), url=item["url"] or None)


def _about(writer: Writer, block: Block) -> None:
    for row in block["rows"]:
        writer.add("File facts", Run(f"{row['word']}: ", STRONG), Run(row["words"]))


_BLOCKS: dict[str, Callable[[Writer, Block], None]] = {
    "heading": _heading,
    "note": _note,
    "sentences": _sentences,
    "quotes": _quotes,
    "table": _table,
    "picture": _picture,
    "staff": _staff,
    "fields": _fields,
    "part": _part,
    "sources": _sources,
    "about": _about,
}
