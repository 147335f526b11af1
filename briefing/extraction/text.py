"""From the text that is shown to the text that the model reads, character for character."""

from __future__ import annotations

from briefing.article import Article
from briefing.extraction.headlines import IsWord, as_sentence, in_title_case, with_and

_LONGEST = 200
"""Signs of the longest line that is taken for a headline."""

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


def read_text(article: Article, is_word: IsWord) -> str:
    """Return the text that the model reads: signs plain, and a headline written as a sentence.

    The same length as the article's, so that offsets hold.

    Args:
        article: The article. Its first line is its headline, where it has none of its own.
        is_word: Whether a word in lower case is one of the language's, and not only a name.
    """
    text = straighten(article.text)
    end = article.title_end or text.find("\n")
    if end < 0 and not text.rstrip().endswith((".", "!", '"')):
        end = len(text)
    if not 0 < end <= _LONGEST:
        return text
    title = text[:end]
    if in_title_case(title):
        title = as_sentence(title, text[end:], is_word)
    return with_and(title) + text[end:]
