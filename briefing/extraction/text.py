"""From the text that is shown to the text that the model reads, character for character."""

from __future__ import annotations

import re

from briefing.article import Article
from briefing.reference.headlines import HeadlineWords, headline_words

_STRAIGHT = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "‚": "'",
        "‛": "'",
        "–": "-",
        "—": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u2011": "-",
        "\t": " ",
        "\r": " ",
    }
)


def straighten(text: str) -> str:
    """Return `text` with typographic signs made plain, same length, so that offsets hold.

    The model was trained on plain quotation marks: “depends entirely” becomes "depends entirely".
    A lone surrogate, which spaCy refuses, becomes a question mark.
    """
    plain = text.translate(_STRAIGHT)
    if not plain.isascii():
        plain = "".join("?" if "\ud800" <= sign <= "\udfff" else sign for sign in plain)
    return plain


def paragraph_starts(text: str, *, title_end: int = 0) -> list[int]:
    """Return the offset of the first sign of each paragraph: after a blank line, or after a title.

    A single line break does not end a paragraph: newswire wraps its lines.
    """
    starts: list[int] = []
    blank = True
    position = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped and (blank or (0 < title_end <= position and starts[-1] < title_end)):
            starts.append(position + line.index(stripped[0]))
        blank = not stripped
        position += len(line)
    return starts


_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_LONG = 4
_FEWEST = 4
_LONGEST = 200
_SHARE = 0.8
_OPENING = tuple(':;"?!.-')


def read_text(article: Article) -> str:
    """Return the text that the model reads: signs plain, and the verbs of a headline in lower case.

    The same length as the article's, so that offsets hold.
    """
    text = straighten(article.text)
    end = article.title_end or text.find("\n")
    if not 0 < end <= _LONGEST or not in_title_case(text[:end]):
        return text
    return as_sentence(text[:end], text[end:]) + text[end:]


def in_title_case(line: str) -> bool:
    """Say whether a line is in title case, as in "Minister Warns Rival Over Border Deal"."""
    words: list[str] = _WORD.findall(line)
    long = [word for word in words if len(word) >= _LONG]
    if len(words) < _FEWEST or not long or line.isupper():
        return False
    return sum(word[0].isupper() for word in long) >= _SHARE * len(long)


def as_sentence(title: str, body: str) -> str:
    """Write the verbs and small words of a title in lower case, as they stand in a sentence.

    The model takes "Warns" in "Minister Warns Rival" for a name. A word that the body writes with a
    capital inside a sentence is one, and stays; "Mayor Burns Meets" has one verb.

    Args:
        title: A title in title case.
        body: What follows it.
    """
    words = headline_words()
    signs = list(title)
    before = ""
    found = list(_WORD.finditer(title))
    for number, match in enumerate(found):
        word = match.group()
        lower = word.lower().replace("’", "'")
        opens = not number or title[: match.start()].rstrip()[-1:] in _OPENING
        after = found[number + 1].group().lower() if number + 1 < len(found) else ""
        verb = (lower in words.inflected and after not in words.inflected) or (
            lower in words.base and (before in words.before_base or _is_plural(before, words))
        )
        capital = word[0].isupper() and word[1:].replace("’", "'") == lower[1:]
        small = lower in words.small or (verb and not _is_name(word, body))
        if capital and small and not opens:
            signs[match.start()] = word[0].lower()
        before = lower
    return "".join(signs)


def _is_plural(word: str, words: HeadlineWords) -> bool:
    """Say whether a verb in its base form may follow: "Ministers Vow", but not "Warns Rival"."""
    return word.endswith("s") and word not in words.inflected and word not in words.small


def _is_name(word: str, body: str) -> bool:
    """Say whether a body writes a word with a capital inside a sentence."""
    return re.search(rf"[a-z,] {word}\b", body) is not None
