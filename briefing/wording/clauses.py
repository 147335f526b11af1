"""Where a claim begins and ends, so that it can stand alone: its own clause, with whole marks."""

from __future__ import annotations

import re

_LEADING = re.compile(r"[\s,;:–—-]*(?:(?:that|of)\s+)?", re.IGNORECASE)
_NEXT = re.compile(
    r";\s|\s[–—]\s|,\s+only\s+to\s|,?\s+as\s+well\s+as\s+|"
    r",\s+(?:and|but|yet|while|whereas|though|although)\s+(?:(?:it|he|she|they|that|of|also|has|have|"
    r"had|is|are|was|were|will|would|did|does|do|could|may|might|should|must|can|\w+ed)\b)",
    re.IGNORECASE,
)
"""What begins a further clause, which says more than the claim."""

_LEAST = 3
"""Words that a claim keeps at least, before a further clause is looked for."""

_REST = re.compile(
    r"(?=[,;:.!?()–—“”„«»\"])|\s+(?=(?:and|or|but|yet|while|whereas|though|although|which|who|as)\b)",
    re.IGNORECASE,
)
"""Where the words end that a claim still needs: "41 Armenian" of "41 Armenian lorries"."""

_PAIRS = {"“": "”", "„": "“”", "«": "»", '"': '"'}


def clause_span(sentence: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of a claim in its sentence, cut to its clause and with whole marks.

    "that Russia stole it, and has called them "weak" of `… claims that Russia stole it, and has
    called them "weak".` is `Russia stole it`. A claim that ends within its clause goes on to that
    clause's end, and a mark that opens in the claim and closes just behind it is taken in.

    Args:
        sentence: The sentence.
        start: Where the claim begins in it.
        end: Where it ends in it.
    """
    first, last = _cut(sentence, start, end)
    return (first, last) if any(map(str.isalnum, sentence[first:last])) else (start, end)


def _cut(sentence: str, start: int, end: int) -> tuple[int, int]:
    leading = _LEADING.match(sentence, start, end)
    start = leading.end() if leading else start
    end = _clause_end(sentence, start, _with_rest(sentence, end))
    opened = _open_mark(sentence, start, end)
    if opened is not None:
        mark = sentence[opened]
        closing = min(
            (at for sign in _PAIRS[mark] if (at := sentence.find(sign, end)) >= 0), default=-1
        )
        if closing >= 0 and not sentence[end:closing].strip(" .,!?"):
            end = closing + 1
        elif sentence[start:opened].strip():
            end = _before(sentence, start, opened)
        else:
            start = opened + 1
    while start > 0 and sentence[start - 1] in _PAIRS and _closes_alone(sentence, start, end):
        start -= 1
    while end > start and sentence[end - 1] in " ,;:–—":
        end -= 1
    return start, end


def _with_rest(sentence: str, end: int) -> int:
    if not re.match(r"\s+\w", sentence[end:]):
        return end
    found = _REST.search(sentence, end)
    return found.start() if found else len(sentence)


def _clause_end(sentence: str, start: int, end: int) -> int:
    for found in _NEXT.finditer(sentence, start, end):
        words = sentence[start : found.start()].split()
        if len(words) >= _LEAST and _open_mark(sentence, start, found.start()) is None:
            return found.start()
    return end


def _open_mark(sentence: str, start: int, end: int) -> int | None:
    """Return where the last mark that is not closed opens."""
    opened: list[int] = []
    for at in range(start, end):
        sign = sentence[at]
        if opened and sign in _PAIRS[sentence[opened[-1]]]:
            opened.pop()
        elif sign in _PAIRS:
            opened.append(at)
    return opened[-1] if opened else None


def _closes_alone(sentence: str, start: int, end: int) -> bool:
    """Say whether a mark closes in a span that does not open in it."""
    mark = sentence[start - 1]
    inside = sentence[start:end]
    if mark == '"':
        return inside.count('"') % 2 == 1
    return any(inside.count(sign) > inside.count(mark) for sign in _PAIRS[mark])


def _before(sentence: str, start: int, opened: int) -> int:
    """Return the last border of a clause before a mark that is left open, else the mark."""
    border = max(sentence.rfind(sign, start, opened) for sign in (",", ";", ":"))
    return border if len(sentence[start : max(border, start)].split()) >= _LEAST else opened
