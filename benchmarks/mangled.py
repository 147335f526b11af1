"""Texts that nobody would write: the tests' own sentences shuffled, cut, glued and damaged."""

from __future__ import annotations

import ast
import random
import re
from functools import cache
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent / "tests"
_FOLDERS = ("extraction", "brief", "timeline", "library")
_SENTENCE = re.compile(r"[A-Z“‘\"'«].*\s\S.*", re.DOTALL)
_LONGEST = 600
_MARKS = ("“", "”", '"', "«", "»", "‘", "’", "'", "''", "``", "„", "`")
_SIGNS = (
    *("—", "–", "-", "--", "...", "…", "(", ")", "[", "]", "/", "%", "€", "#", "@", "*", "•", ":"),
    *("\u200f", "\u202e", "\u2066", "\u200b", "\u00ad", "\ufeff", "\u00a0", "\u2028", "\x85", "\t"),
    *("🇺🇦", "🙂", "👩‍👩‍👧", "中国", "محمد", "шум", "ﬁ", "e\u0301", "\x00", "\ud83d", "\r", "\v"),
)
_WORDS = (
    *("Yes.", "No", "Exactly", "Q:", "A:", "said", "Said", "that", "Who?", "he", "It", "and", "of"),
    *("Norway", "the", "not", "to", "1945", "May", "Monday", "today", "-", ".", ",", "?!", "&c."),
)
_OPENINGS = (
    *("Appealing for calm,", "Saying that", "Asked why,", "Having warned", "Told of it,"),
    *("According to", "Denying", "Not", "Who", "If", "Were", "Had", "To say", "Which", "Because"),
)
_JOINS = (
    " ",
    " ",
    " ",
    "\n\n",
    "\n\n",
    "\n",
    "",
    ", ",
    "; ",
    " - ",
    ": ",
    "\n\n\n\n",
    " \n \n",
    "\t",
)


@cache
def sentences() -> tuple[str, ...]:
    """Return every sentence that stands in the tests, each once."""
    found: dict[str, None] = {}
    for folder in _FOLDERS:
        for path in sorted((TESTS / folder).glob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    text = node.value.strip()
                    if len(text) <= _LONGEST and _SENTENCE.fullmatch(text):
                        found[text] = None
    return tuple(found)


def mangled(chance: random.Random) -> str:
    """Make one text of up to a dozen sentences, most of them damaged."""
    pieces = []
    for _ in range(chance.choice((1, 1, 2, 3, 4, 6, 9, 12))):
        piece = chance.choice(sentences())
        for _ in range(chance.choice((0, 0, 1, 1, 2, 3))):
            piece = chance.choice(_DAMAGES)(piece, chance)
        pieces += [piece, chance.choice(_JOINS)]
    return "".join(pieces)


def _cut_end(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    return " ".join(words[: chance.randint(0, len(words))])


def _cut_start(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    return " ".join(words[chance.randint(0, len(words) - 1) :])


def _cut_letters(text: str, chance: random.Random) -> str:
    start = chance.randint(0, len(text))
    return text[:start] + text[start + chance.randint(0, 12) :]


def _shuffled(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    start = chance.randint(0, len(words) - 1)
    some = words[start : start + chance.randint(2, 8)]
    chance.shuffle(some)
    words[start : start + len(some)] = some
    return " ".join(words)


def _swapped(text: str, chance: random.Random) -> str:
    """Put the second half of a sentence first."""
    words = text.split(" ")
    cut = chance.randint(0, len(words))
    return " ".join(words[cut:] + words[:cut])


def _crossed(text: str, chance: random.Random) -> str:
    """Let a sentence go on as another one."""
    return _cut_end(text, chance) + " " + _cut_start(chance.choice(sentences()), chance)


def _without_marks(text: str, chance: random.Random) -> str:
    """Lose one quotation mark, or all of one kind."""
    places = [index for index, sign in enumerate(text) if sign in "“”\"«»‘’'`„"]
    if not places:
        return text
    if chance.random() < 0.3:
        return text.replace(text[chance.choice(places)], "")
    place = chance.choice(places)
    return text[:place] + text[place + 1 :]


def _with(signs: tuple[str, ...], text: str, chance: random.Random) -> str:
    """Put a sign in, beside a word or inside one."""
    place = chance.randint(0, len(text))
    if chance.random() < 0.6:
        place = text.find(" ", place) + chance.randint(0, 1)
    return text[:place] + chance.choice(signs) + text[place:]


def _with_mark(text: str, chance: random.Random) -> str:
    return _with(_MARKS, text, chance)


def _with_sign(text: str, chance: random.Random) -> str:
    return _with(_SIGNS, text, chance)


def _one_word(text: str, chance: random.Random) -> str:
    return chance.choice(_WORDS)


def _opened(text: str, chance: random.Random) -> str:
    """Put a participle or a conjunction first."""
    return f"{chance.choice(_OPENINGS)} {text[:1].lower()}{text[1:]}"


def _in_capitals(text: str, chance: random.Random) -> str:
    return text.upper() if chance.random() < 0.7 else text.lower()


def _in_title_case(text: str, chance: random.Random) -> str:
    return text.title()


def _said_again(text: str, chance: random.Random) -> str:
    return chance.choice((" ", "\n\n", "")).join([text] * chance.randint(2, 3))


def _empty(text: str, chance: random.Random) -> str:
    return chance.choice(("", " ", "\n", "\n\n \n", ".", "“”", '""', "\u200b"))


_DAMAGES = (
    _cut_end,
    _cut_start,
    _cut_letters,
    _shuffled,
    _swapped,
    _crossed,
    _without_marks,
    _without_marks,
    _with_mark,
    _with_mark,
    _with_sign,
    _one_word,
    _opened,
    _in_capitals,
    _in_title_case,
    _said_again,
    _empty,
)
