"""What stands between quotation marks on a page, and how it is cited.

A piece of a quotation is shown in marks only where its characters equal the article's at its
span, and the article has a mark beside it. Whatever fails that is shown without marks, as the
paraphrase that it then is.

Where the reporter goes on behind a quotation (“We stay,” she said), the comma before the closing
mark is the reporter's, by the custom of print. A piece that is shown without what follows ends
before that comma: its words are then `article[start:end - 1]`, and still the article's.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefing.tables import UNSETTLED
from briefing.wording.sources import Source

Fragment = tuple[int, int, bool, str]
"""Start, end, verbatim, text: one entry of the column `fragments`."""

OPENING = frozenset("\"'“„‟‘‚‛«‹`")
CLOSING = frozenset("\"'”’»›")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quotation; `gap` says that words of the reporter were left out before it."""

    text: str
    verbatim: bool
    gap: bool = False


def pieces(fragments: Iterable[Fragment], article: str) -> list[Piece]:
    """Split a quotation into what is word for word and what is not, checked with the article."""
    found: list[Piece] = []
    last: int | None = None
    for start, end, verbatim, text in fragments:
        between = article[last:start] if last is not None else ""
        gap = any(letter.isalnum() for letter in between)
        proved = bool(verbatim) and is_verbatim(start, end, text, article)
        if gap:
            found[-1] = _ended(found[-1])
        found.append(Piece(" ".join(text.split()), proved, gap))
        last = end
    return [*found[:-1], *map(_ended, found[-1:])]


def _ended(piece: Piece) -> Piece:
    """End a verbatim piece that nothing follows before the comma that leads over to its speaker."""
    words = piece.text.removesuffix(",").rstrip()
    return replace(piece, text=words) if piece.verbatim and words else piece


def is_verbatim(start: int, end: int, text: str, article: str) -> bool:
    """Tell whether the words stand in the article exactly so, beside a quotation mark."""
    if not text or article[start:end] != text:
        return False
    return article[:start].rstrip()[-1:] in OPENING or article[end:].lstrip()[:1] in CLOSING


def proved_kind(parts: Iterable[Piece], kind: str) -> str:
    """Say what a quotation is by the words of it that are proved: no marks, no "verbatim".

    Args:
        parts: The quotation's pieces.
        kind: What it is by the column `kind`: where its end is not settled, that stays so.

    Returns:
        A key of `signs.QUOTE_KINDS`.
    """
    if kind == UNSETTLED:
        return kind
    proved = {piece.verbatim for piece in parts}
    return "mixed" if len(proved) > 1 else "direct" if True in proved else "indirect"


def plain(parts: Iterable[Piece]) -> str:
    """Write a quotation in one line of plain text, its verbatim pieces in marks."""
    words: list[str] = []
    for piece in parts:
        if piece.gap:
            words.append("…")
        words.append(f"“{piece.text}”" if piece.verbatim else piece.text)
    return _joined(words)


def markup(parts: Iterable[Piece]) -> str:
    """Write a quotation as escaped HTML, its verbatim pieces in marks and heavier than the rest."""
    parts = list(parts)
    mixed = len({piece.verbatim for piece in parts}) > 1
    words: list[str] = []
    for piece in parts:
        text = html.escape(piece.text)
        if piece.gap:
            words.append("…")
        if piece.verbatim:
            text = f"<strong>“{text}”</strong>" if mixed else f"“{text}”"
        words.append(text)
    return _joined(words)


def citation(
    parts: Iterable[Piece],
    *,
    speaker: str,
    role: str | None,
    verb: str,
    kind: str,
    source: Source,
) -> str:
    """Write a citation that can be pasted: words, speaker, role, outlet, title, date.

    Args:
        parts: The quotation's pieces.
        speaker: Who says it, by full name, or as written.
        role: The role as the article writes it.
        verb: How to introduce words that are no quotation, such as "warns".
        kind: The column `kind`.
        source: Where it was published.
    """
    parts = list(parts)
    who = f"{speaker}, {role}" if role else speaker
    words = plain(parts)
    what = "end of quotation unclear" if kind == UNSETTLED else "paraphrase"
    quoted = kind != UNSETTLED and any(piece.verbatim for piece in parts)
    said = f"{words} – {who}" if quoted else f"{who} {verb} ({what}): {words.rstrip(',;:')}"
    return f"{said}, as reported {source.cited}"


def _joined(words: Iterable[str]) -> str:
    """Put pieces together; no space comes before a sign that opens one, none inside is touched."""
    line = ""
    for piece in words:
        line += piece if not line or piece[:1] in _SIGNS else f" {piece}"
    return line


_SIGNS = frozenset(",.;:?!")
