"""Words as symbols: each word of a text becomes one sign, so that the grammar is plain regex.

"two weeks ago" becomes the signs of number, units and ago. Reading one sign a word, and only
where a sentence has a word of time at all, keeps the whole search far below the parser's time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from briefing.reference.files import toml

_TOKEN = re.compile(
    r"(?i:(?<![^\W\d_])[ap]\.m\b\.?|\bo'clock\b)|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:st|nd|rd|th)\b|\d+s\b|"
    r"[QH][1-4]\b|FY(?=\d)|\d+(?:\.\d+)?|[^\W\d_]+|'s\b|\n\s*\n|\S"
)

LISTS: dict[str, str] = {
    "months": "month",
    "month_abbreviations": "mon",
    "weekdays": "weekday",
    "weekday_abbreviations": "wday",
    "weekday_plurals": "weekdays",
    "units": "unit",
    "unit_plurals": "units",
    "seasons": "season",
    "day_parts": "part",
    "numbers": "num",
    "number_scales": "scale",
    "ordinals": "ord",
    "decades": "tens",
    "deictic_days": "deictic",
    "references": "ref",
    "frequencies": "often",
}
"""The lists of time_words.toml that carry values, and the name of each in the grammar."""

SHAPES = (
    "small",
    "int",
    "year",
    "digits_s",
    "q_digit",
    "poss",
    "stop",
    "hyphen",
    "comma",
    "slash",
    "colon",
    "apos",
    "quote",
    "money",
    "percent",
    "break",
    "open",
    "close",
)
"""Names of the signs for numbers and punctuation."""

_PUNCTUATION = {
    ".": "stop",
    "-": "hyphen",
    ",": "comma",
    "/": "slash",
    ":": "colon",
    "'": "apos",
    '"': "quote",
    "$": "money",
    "€": "money",
    "£": "money",
    "¥": "money",
    "%": "percent",
    "(": "open",
    ")": "close",
}
OTHER = "_"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of time: the sign of each, and the value of each word that has one."""

    signs: dict[str, str]
    names: dict[str, str]
    values: dict[str, dict[str, str | int]]
    holidays: dict[str, str]
    tense: dict[str, frozenset[str]]
    anniversaries: dict[str, int]
    context: dict[str, frozenset[str]]

    def value(self, name: str, word: str) -> str | int:
        """Return what `word` of the list `name` stands for."""
        return self.values[name][word]


@cache
def lexicon() -> Lexicon:
    """Load data/reference/time_words.toml once."""
    data = toml("time_words.toml")
    names = [*LISTS.values(), *data["classes"], *SHAPES]
    free = (chr(code) for code in range(0x100, 0x180))
    by_name = {name: next(free) for name in names}
    signs: dict[str, str] = {}
    for source, name in LISTS.items():
        signs.update(dict.fromkeys(data[source], by_name[name]))
    for name, words in data["classes"].items():
        signs.update(dict.fromkeys(words, by_name[name]))
    signs.update({mark: by_name[name] for mark, name in _PUNCTUATION.items()})
    signs["'s"] = by_name["poss"]
    values = {name: data[source] for source, name in LISTS.items()}
    tense = {name: frozenset(words) for name, words in data["tense"].items()}
    context = {name: frozenset(words) for name, words in data["context"].items()}
    return Lexicon(
        signs, by_name, values, data["fixed_holidays"], tense, data["anniversaries"], context
    )


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words: their spans, and one sign for each."""

    text: str
    starts: list[int]
    ends: list[int]
    signs: str
    lower: list[str] = field(repr=False)


def words_of(text: str) -> Words:
    """Split `text` and give each word its sign."""
    lex = lexicon()
    signs, names = lex.signs, lex.names
    starts: list[int] = []
    ends: list[int] = []
    lower: list[str] = []
    out: list[str] = []
    for match in _TOKEN.finditer(text):
        word = match.group().lower()
        starts.append(match.start())
        ends.append(match.end())
        lower.append(word)
        sign = signs.get(word)
        out.append(sign if sign is not None else _shape(word, names))
    return Words(text, starts, ends, "".join(out), lower)


def _shape(word: str, names: dict[str, str]) -> str:
    first = word[0]
    if first.isdigit():
        if word.isdecimal():
            if len(word) <= 2:
                return names["small"]
            if len(word) == 4 and "1100" <= word <= "2199":
                return names["year"]
            return names["int"]
        if word[-1] == "s" and word[:-1].isdecimal():
            return names["digits_s"] if len(word) in (3, 5) and word[-2] == "0" else OTHER
        if word[-2:] in ("st", "nd", "rd", "th"):
            return names["ord"]
        return names["int"] if word.replace(",", "").replace(".", "").isdecimal() else OTHER
    if first == "\n":
        return names["break"]
    if first in "qh" and len(word) == 2 and word[1] in "1234":
        return names["q_digit"]
    return OTHER


def number(words: list[str]) -> float | None:
    """Return the number that words or digits say ("twenty-five", "1,200"), None for none."""
    lex = lexicon()
    values = lex.values["num"] | lex.values["scale"]
    total, current, seen = 0.0, 0.0, False
    for word in words:
        if word[0].isdigit():
            current += float(word.replace(",", ""))
        elif word in values:
            value = int(values[word])
            if word in lex.values["scale"]:
                current = max(current, 1) * value
                if value == 1000:
                    total, current = total + current, 0.0
            else:
                current += value
        else:
            continue
        seen = True
    return total + current if seen else None


def ordinal(word: str) -> int | None:
    """Return the number of an ordinal ("third", "21st"), None for none."""
    if word[0].isdecimal():
        digits = word[:-2]
        return int(digits) if digits.isdecimal() else None
    value = lexicon().values["ord"].get(word)
    return int(value) if value is not None else None
