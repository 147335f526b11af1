"""From the text that is shown to the text that the model reads, character for character."""

from __future__ import annotations

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
