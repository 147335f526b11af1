"""Tells a text in another language, which is refused, only when that is sure."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from briefing.errors import ReadingError
from briefing.reference import files

_SAMPLE = 4_000
"""Signs of the text that are looked at."""

_ENOUGH = 120
"""Letters below which a text is never refused: a headline may be all foreign names."""

_WORD = re.compile(r"[^\W\d_]+")


def check_language(text: str, *, name: str) -> None:
    """Raise a ReadingError when a text is surely not English."""
    language = other_language(text)
    if language is not None:
        raise ReadingError(
            f"{name} seems to be in another language ({language}); only English articles are read.",
            path=name,
        )


def other_language(text: str) -> str | None:
    """Return the name of the language of a text that is surely not English, else None.

    Three things must agree: it is long enough, common English words are rare in it, and the
    language identifier is sure of another language.
    """
    sample = text[:_SAMPLE]
    words = [word.casefold() for word in _WORD.findall(sample)]
    latin = _latin(words)
    if sum(map(len, words)) < (_ENOUGH if latin else _ENOUGH // 3):
        return None
    common = _common_words()
    if sum(word in common for word in words) >= 0.12 * len(words):
        return None
    code, probability = _identifier()(sample)
    sure = code != "en" and probability >= (0.95 if latin else 0.5)
    return _language_name(code) if sure else None


def _latin(words: list[str]) -> bool:
    """Say whether most letters are Latin; other scripts tell their language by themselves."""
    letters = "".join(words)
    return sum(letter < "\u0250" for letter in letters) >= 0.5 * len(letters)


@cache
def _common_words() -> frozenset[str]:
    """Load the function words of English that no other language written in Latin script shares."""
    return frozenset(files.toml("boilerplate.toml")["language"]["english_words"])


@cache
def _identifier() -> Callable[[str], tuple[str, float]]:
    """Load the identifier when a text gives reason to ask it: English ones rarely do."""
    from py3langid import langid

    identifier: Any = langid.LanguageIdentifier
    identifier = identifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    classify: Callable[[str], tuple[str, float]] = identifier.classify
    return classify


def _language_name(code: str) -> str:
    import pycountry

    found = pycountry.languages.get(alpha_2=code)
    return code if found is None else str(found.name)
