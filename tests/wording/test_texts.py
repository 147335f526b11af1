"""Each text stands once, and says it plainly: what was a riddle once does not come back."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
CODE = [
    ROOT / "app.py",
    *sorted(
        path
        for folder in ("briefing", "components", "pages", "serving")
        for path in (ROOT / folder).rglob("*.py")
        if "migrations" not in path.parts
    ),
]
WRITTEN = [
    *sorted(
        path
        for folder in ("briefing", "components", "static")
        for suffix in ("js", "css", "typ", "toml")
        for path in (ROOT / folder).rglob(f"*.{suffix}")
    ),
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "docs").glob("*.md")),
]

TWICE = {
    # names of styles that briefing/export/office/word/word/styles.xml defines
    "Article words",
    "File facts",
    "List Number",
    "Table text",
    # the name of a kind of file, which is no text of ours
    "JSON Lines",
    # examples in rules, which show what they read
    "“Prices will fall,” the minister said.",
    "“We came in peace. “We leave in peace,” the captain said.",
    # two commands of the database
    "PRAGMA application_id",
}
"""What may stand in two modules, and why."""

SENTENCE = re.compile(r"[“A-Z](?=.*[a-z]).{6,}\s?\S+|(?:\S+\s+){3,}\S+", re.DOTALL)
"""A text for people: it begins with a capital and has a space, or it has four words or more."""


def _texts(path: Path) -> Iterator[str]:
    """Yield the literals of a module but docstrings; what is filled in stands in braces."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            inside.add(id(node.value))
        if isinstance(node, ast.JoinedStr):
            inside |= {id(part) for part in node.values}
            yield "".join(
                str(part.value) if isinstance(part, ast.Constant) else f"{{{ast.unparse(part)}}}"
                for part in node.values
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from [] if id(node) in inside else [node.value]


TEXTS = {path: list(_texts(path)) for path in CODE} | {
    path: path.read_text(encoding="utf-8").splitlines() for path in WRITTEN
}


def _is_sentence(text: str) -> bool:
    letters = re.sub(r"\{[^{}]*\}|<[^<>]*>", "", text)
    return " " in letters.strip() and len(letters) >= 8 and bool(SENTENCE.match(letters))


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Clear the filter", True),
        ("No events in {named}.", True),
        ("a file with one or more articles", True),
        ("Sentence", False),
        ("bottom center", False),
        ("weekday of month", False),
        ("{a} {b} {c} {d}", False),
    ],
)
def test_what_counts_as_a_text(text: str, is_one: bool) -> None:
    assert _is_sentence(text) is is_one


def test_each_text_stands_in_one_module() -> None:
    where: dict[str, set[str]] = defaultdict(set)
    for path in CODE:
        for text in TEXTS[path]:
            if _is_sentence(text):
                where[" ".join(text.split())].add(str(path.relative_to(ROOT)))
    twice = {text: sorted(files) for text, files in where.items() if len(files) > 1}
    assert {text: files for text, files in twice.items() if text not in TWICE} == {}
    assert set(twice) >= TWICE, "remove from TWICE what stands once"


RIDDLES = (
    *("Who stands how", "stand to each other", "stands to another", "stands how", "Towards"),
    *("Read and add", "Keep as…", "Show only", "Ledger", "Without a voice", "without a voice"),
    *("Said to be so", "aid not to be so", "said not to happen", "it is not so", "Only the denial"),
    *("Claimed and denied", "ords of conflict", "cts of conflict", "ords of cooperation"),
    *("cts of cooperation", "rather conflict", "mostly conflict", "rather cooperation"),
    *("Nobody is quoted", "Nobody and nothing", "none of whom speaks", "No claim is told"),
    *("Nothing is said", "at the centre:", "Mentioned together only", "no relation is said"),
    *(
        "What one phrase says",
        "left by these choices",
        "arrow with two heads",
        "as they are in fact",
        "imply no opinion on status.",
    ),
    *("that are no country", "Zoom with the wheel", "two clicks on the map", "On, dragging"),
    *("still ahead", "still to come is named", "Nothing ahead", "Named as ahead"),
    *("Ahead, without a date", "what is ahead is by", "newest may be of", "looking ahead is known"),
    *(
        "erhaps past",
        "Not firm",
        "tell of no event",
        "that could be drawn",
        "spans what is possible",
    ),
    *("ate worked out", "From reference", "None falls within", "In time", "Organisations too"),
    *("each at its words", "Left out at reading", "article that is shown", "(in the filter)"),
    *("Nothing here goes by", "Stands on every page", "do not fit together", "could not be set"),
    *(
        "deck anew",
        "he way of the data",
        "surely comes next",
        "Of very many",
        "those of the filter",
    ),
    *("no English one", "surest and nearest", "no rule came from", "not the slide of sources"),
    *("picked, not written", "picked and not rewritten", "sign for sign", "Said to lie ahead"),
    *("whose end could not be settled", "Where it ends could not", "Who to whom", "is no date"),
)
"""Wordings that readers stumbled over, in the letters in which they stood."""


@pytest.mark.parametrize("riddle", RIDDLES)
def test_no_riddle_stands_on_a_screen_in_a_file_or_in_the_documents(riddle: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {text[:80]}"
        for path in (*CODE, *WRITTEN)
        for text in TEXTS[path]
        if riddle in text
    ]
    assert found == []


def test_no_text_shows_the_name_of_another_in_braces() -> None:
    named = re.compile(r"\{[a-z_]+\.[A-Z_]+\}")
    found = [
        f"{path.relative_to(ROOT)}: {node.value}"
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and named.search(node.value)
    ]
    assert not found
