"""Text as the packaged faces can show it: letters without a shape are □, and that is said."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from briefing.drawing.fonts import has_shape
from briefing.wording.words import count

INSTEAD = "□"

BREAK = "\u200b"
"""Where a line may break, unseen."""

_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200d-\u200f\u202a-\u202e\u2066-\u2069\ufe0e\ufe0f]"
)
"""Control signs, joints of pictures, and what would turn words beside an article's around."""

_OTHER = re.compile("[^\x20-\x7e]")

_IGNORED = frozenset("\u200b\u200c\u2060\u00ad\n\t")

_LONG = re.compile(r"\S{31,}")
_APART = 15

_AS_IT_IS = frozenset({"svg", "url"})
"""Keys whose words no reader reads as they are; no break is put into them."""


@dataclass(slots=True)
class Shapes:
    """Makes texts of a document showable and keeps what had no shape."""

    missing: Counter[str] = field(default_factory=Counter)

    def shown(self, value: Any, key: str = "") -> Any:
        """Return data of the same form, every text of it showable."""
        if isinstance(value, str):
            clean = self._clean(value)
            return clean if key in _AS_IT_IS else _LONG.sub(_breakable, clean)
        if isinstance(value, dict):
            return {name: self.shown(each, name) for name, each in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.shown(each, key) for each in value]
        return value

    @property
    def said(self) -> str:
        """Say which letters are missing; "" where none is."""
        if not self.missing:
            return ""
        scripts = Counter[str]()
        for letter, times in self.missing.items():
            scripts[_script(letter)] += times
        kinds = ", ".join(name for name, _times in scripts.most_common(4))
        number = count(self.missing.total(), "letter")
        return (
            f"{INSTEAD} stands for {number} that this document cannot print ({kinds}); "
            "the Word and HTML files have them."
        )

    def _clean(self, text: str) -> str:
        return _OTHER.sub(self._letter, _CONTROL.sub("", text))

    def _letter(self, found: re.Match[str]) -> str:
        letter = found[0]
        if letter in _IGNORED or has_shape(letter):
            return letter
        self.missing[letter] += 1
        return INSTEAD


def _breakable(found: re.Match[str]) -> str:
    word = found[0]
    return BREAK.join(word[at : at + _APART] for at in range(0, len(word), _APART))


def _script(letter: str) -> str:
    """Name the script of a letter by its Unicode name: "Hangul", "CJK", "sign" for pictures."""
    if unicodedata.category(letter).startswith("S"):
        return "signs"
    first = unicodedata.name(letter, "unknown").partition(" ")[0]
    return first if first == "CJK" else first.capitalize()
